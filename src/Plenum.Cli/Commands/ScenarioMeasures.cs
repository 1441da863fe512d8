using System.Globalization;
using Plenum.Report;
using Plenum.Report.Figures;
using Plenum.Workspace;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Scenarios;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum scenarios --measure</c>: solves scenarios and sets what they give beside what the literature expects.</summary>
internal static class ScenarioMeasures
{
    /// <summary>A scenario with what was measured of it.</summary>
    private sealed record Answer(Scenario Scenario, IReadOnlyList<Measured> Measures);

    /// <summary>Measures the scenario that is named, or all.</summary>
    /// <param name="console">Takes the answer.</param>
    /// <param name="request">The common options.</param>
    /// <param name="name">A scenario, or null for all.</param>
    /// <param name="isStrict">Whether a number outside its range is a negative answer.</param>
    /// <param name="file">Where the document goes; null for none.</param>
    public static int Run(CommandConsole console, Request request, string? name, bool isStrict, string? file)
    {
        var workbench = new Workbench(console, request);
        if (workbench.OpenModel() is not { } runner || workbench.Variables(runner, []) is not { } headline) { return workbench.Failure; }
        var findings = workbench.Findings;
        if (name is not null) { workbench.OpenFiles(runner.Project, [name]); }
        IReadOnlyList<Scenario> scenarios = name is null ? runner.Project.Scenarios.All(findings) : runner.Project.Scenarios.Find(name, null, findings) is { } one ? [one] : [];
        var binder = new ExperimentBinder(runner.Project, runner.Model, findings);
        var bound = scenarios.Select(s => (Scenario: s, Expectations: s.Expected.Select(binder.Bind).ToList(), Treatment: binder.Bind(Experiment.Scenario(new PlacedName(s.Id, default)).Of))).ToList();
        if (findings.HasErrors)
        {
            workbench.Fail<object>();
            return ExitCode.BadInput;
        }

        if (workbench.OpenLaboratory(runner) is not { } laboratory) { return workbench.Failure; }
        var answers = bound.Select(b => new Answer(b.Scenario, workbench.Measure(laboratory, b.Expectations.Select(e => e!)))).ToList();
        if (file is not null)
        {
            using var text = new StringWriter { NewLine = "\n" };
            WriteDocument(text, runner, answers, [.. bound.Select(b => laboratory.Solve(b.Treatment!, null, console.Environment.Cancellation))], headline);
            if (!workbench.Save(file, text.ToString())) { return ExitCode.BadInput; }
        }

        if (request.Json) { JsonAnswer.Write(console.Out, writer => WriteJson(writer, answers)); }
        else if (request.Csv) { WriteCsv(console.Out, answers); }
        else { WriteText(console, answers); }
        if (answers.SelectMany(a => a.Measures).Any(m => m.Failure is not null)) { return ExitCode.NotSolved; }
        return isStrict && answers.SelectMany(a => a.Measures).Any(m => !m.Holds) ? ExitCode.Negative : ExitCode.Done;
    }

    private static void WriteText(CommandConsole console, IReadOnlyList<Answer> answers)
    {
        foreach (var (scenario, measures) in answers)
        {
            console.Out.WriteLine(console.Style.Strong($"{scenario.Id} {scenario.Title}"));
            if (measures.Count == 0) { console.WriteWrapped("no range is given", 2); }
            else { console.Write(new Table("", Columns, [.. measures.Select(Row)])); }
            foreach (string note in measures.Where(m => !m.Holds).Select(Why).OfType<string>().Distinct()) { console.WriteWrapped(note, 2); }
            console.Out.WriteLine();
        }

        console.WriteWrapped(Count(answers));
    }

    private static TableColumn[] Columns => [new("", Alignment.Left), new("", Alignment.Left, MaySqueeze: true), new("", Alignment.Left), new("measured"), new("expected", Alignment.Left)];

    private static IReadOnlyList<string> Row(Measured measured) =>
        [Verdict(measured), measured.Bound.Label, ExpectationText.When(measured.Expectation.Measure), ExpectationText.Value(measured), ExpectationText.Expected(measured.Bound)];

    private static string Verdict(Measured measured) => measured.Failure is not null ? "not solved" : measured.Holds ? "inside" : "outside";

    private static string? Why(Measured measured) => measured.Failure?.ToString() ?? measured.Expectation.Note;

    private static string Count(IReadOnlyList<Answer> answers)
    {
        var all = answers.SelectMany(a => a.Measures).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{all.Count(m => m.Holds)} of {all.Count} measured numbers lie where they are expected. q4 is the fourth quarter of the scenario; differences from the baseline are in % of its value, or percentage points (pp).");
    }

    private static void WriteCsv(TextWriter output, IReadOnlyList<Answer> answers)
    {
        Csv.Write(output, ["scenario", "variable", "over", "at", "unit", "low", "high", "measured", "quarter", "verdict", "source", "note"]);
        foreach (var (scenario, measures) in answers)
        {
            foreach (var m in measures)
            {
                var e = m.Expectation;
                Csv.Write(output, [scenario.Id, e.Measure.Quantity.Name, e.Measure.Over?.Name ?? "", ExpectationText.When(e.Measure), m.Bound.Unit, Csv.Number(e.Bounds.Low), Csv.Number(e.Bounds.High), Csv.Number(m.Value), Csv.Number(m.Quarter), Verdict(m), e.Source ?? "", e.Note ?? ""]);
            }
        }
    }

    private static void WriteJson(System.Text.Json.Utf8JsonWriter writer, IReadOnlyList<Answer> answers)
    {
        writer.WriteNumber("inside", answers.Sum(a => a.Measures.Count(m => m.Holds)));
        writer.WriteNumber("measured", answers.Sum(a => a.Measures.Count));
        writer.WriteStartArray("scenarios");
        foreach (var (scenario, measures) in answers)
        {
            writer.WriteStartObject();
            writer.WriteString("id", scenario.Id);
            writer.WriteString("title", scenario.Title);
            MeasureJson.Write(writer, "expected", measures);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteDocument(TextWriter writer, Runner runner, IReadOnlyList<Answer> answers, IReadOnlyList<Trial> trials, IReadOnlyList<ShownVariable> headline)
    {
        var project = runner.Project;
        writer.WriteLine($"""
            # Scenarios of {runner.Model.Title}

            Written by `plenum scenarios --markdown FILE` from the scenario files, the baseline and the model; not to be edited by hand.
            Each scenario starts in {project.ScenarioStart}, which is quarter 1 (q1). Differences from the baseline are in per cent of its value, or in
            percentage points (pp) for rates and ratios. "Expected" is what the literature or the modellers' judgement leads one to expect;
            it is never used to fit the model. {Count(answers)}

            """);
        MarkdownTable.Write(writer, new Table("", [new("scenario", Alignment.Left), new("", Alignment.Left), new("inside"), new("outside")],
            [.. answers.Select(a => (IReadOnlyList<string>)[a.Scenario.Id, a.Scenario.Title, Whole(a.Measures.Count(m => m.Holds)), Whole(a.Measures.Count(m => !m.Holds))])]));
        for (int i = 0; i < answers.Count; i++)
        {
            var (scenario, measures) = answers[i];
            writer.WriteLine($"## {scenario.Id} {MarkdownTable.Plain(scenario.Title)}\n\n{MarkdownTable.Plain(scenario.Description)}\n");
            if (scenario.Literature is { } literature) { writer.WriteLine($"*Literature:* {MarkdownTable.Plain(literature)}\n"); }
            if (measures.Count > 0)
            {
                MarkdownTable.Write(writer, new Table("", [new("", Alignment.Left), new("quarters", Alignment.Left), new("measured"), new("expected", Alignment.Left), new("", Alignment.Left), new("source", Alignment.Left)],
                    [.. measures.Select(m => (IReadOnlyList<string>)[m.Bound.Label, ExpectationText.When(m.Expectation.Measure), ExpectationText.Value(m), ExpectationText.Expected(m.Bound), Verdict(m), m.Expectation.Source ?? ""])]));
                foreach (var group in measures.Where(m => !m.Holds && Why(m) is not null).GroupBy(Why)) { writer.WriteLine($"* {string.Join(", ", group.Select(m => $"{m.Bound.Label} ({ExpectationText.When(m.Expectation.Measure)})"))}: {MarkdownTable.Plain(group.Key!)}"); }
                if (measures.Any(m => !m.Holds)) { writer.WriteLine(); }
            }

            if (trials[i].Failure is not null) { continue; }
            int[] horizons = project.Reached([4, 12, 20]);
            var comparison = new Comparison(scenario.Id, trials[i].Reference, trials[i].Treated);
            MarkdownTable.Write(writer, new Table("", [new("difference from the baseline", Alignment.Left), new("", Alignment.Left), .. horizons.Select(h => new TableColumn($"q{h}"))],
                [.. headline.Select(v => (IReadOnlyList<string>)[v.Label, v.Unit, .. horizons.Select(h => Numbers.Signed(DeviationColumns.At(comparison, v, project.ScenarioStart + (h - 1)), 2))])]));
        }
    }

    private static string Whole(int count) => count.ToString(CultureInfo.InvariantCulture);
}
