using System.Globalization;
using System.Text.Json;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Report;
using Plenum.Report.Figures;
using Plenum.Workspace;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Mechanisms;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum show mechanisms</c>: what drives what in the model, measured.</summary>
internal static class ShowMechanisms
{
    /// <summary>Shows all mechanisms, or one in full.</summary>
    /// <param name="console">Takes the answer.</param>
    /// <param name="request">The common options.</param>
    /// <param name="workbench">Reports what is wrong.</param>
    /// <param name="runner">The project.</param>
    /// <param name="id">A mechanism, or null for all.</param>
    /// <param name="file">Where the document goes; null for none.</param>
    public static int Write(CommandConsole console, Request request, Workbench workbench, Runner runner, string? id, string? file)
    {
        var map = MechanismMap.Read(runner.Project, workbench.Findings);
        IReadOnlyList<Mechanism> chosen = id is null ? map.All : map.Find(id) is { } one ? [one] : [];
        if (chosen.Count == 0 && !workbench.Findings.HasErrors) { workbench.Report(Unknown(runner.Project, map, id)); }
        var bound = map.Bind(chosen, runner.Model, workbench.Findings);
        if (workbench.Findings.HasErrors)
        {
            workbench.Fail<object>();
            return ExitCode.BadInput;
        }

        if (workbench.OpenLaboratory(runner) is not { } laboratory) { return workbench.Failure; }
        var measured = bound.Select(b => new MeasuredMechanism(b, workbench.Measure(laboratory, b.Expectations))).ToList();
        if (file is not null)
        {
            using var text = new StringWriter { NewLine = "\n" };
            WriteDocument(text, runner.Model, measured);
            if (!workbench.Save(file, text.ToString())) { return ExitCode.BadInput; }
        }

        if (request.Json) { JsonAnswer.Write(console.Out, writer => WriteJson(writer, runner.Model, measured)); }
        else if (request.Csv) { WriteCsv(console.Out, measured); }
        else if (id is not null) { Tell(console, runner.Model, measured[0]); }
        else { List(console, measured); }
        if (!request.Json) { Warn(console, measured); }
        return measured.SelectMany(m => m.Measures).Any(m => m.Failure is not null) ? ExitCode.NotSolved : ExitCode.Done;
    }

    /// <summary>Whether a word that names nothing in the model is meant to be a mechanism.</summary>
    public static bool IsMeant(Project project, string word)
    {
        var map = MechanismMap.Read(project, []);
        return map.Find(word) is not null || Suggestion.Nearest(word.ToUpperInvariant(), map.All.Select(m => m.Id)) is not null;
    }

    private static Diagnostic Unknown(Project project, MechanismMap map, string? id)
    {
        if (map.All.Count == 0) { return Diagnostic.Error(WorkspaceCodes.UnknownMechanism, "the project describes no mechanisms.", new SourceSpan(project.File, 0, 0), null, "name their file in project.yaml:  mechanisms: mechanisms.yaml"); }
        string? near = Suggestion.Nearest((id ?? "").ToUpperInvariant(), map.All.Select(m => m.Id));
        return Diagnostic.Error(WorkspaceCodes.UnknownMechanism, $"there is no mechanism '{id}'.", null, null, near is null ? "plenum show mechanisms lists them." : $"did you mean '{near}'? plenum show mechanisms lists them all.");
    }

    private static void List(CommandConsole console, List<MeasuredMechanism> mechanisms)
    {
        console.Write(new Table("Mechanisms", [new("", Alignment.Left), new("", Alignment.Left, MaySqueeze: true), new("expected", Alignment.Left), new("at", Alignment.Left), new("measured"), new("holds", Alignment.Left)], [.. mechanisms.Select(Row)]));
        var failing = mechanisms.Where(m => !m.Holds).ToList();
        if (failing.Count > 0) { console.Out.WriteLine(); }
        foreach (var mechanism in failing)
        {
            foreach (var measured in mechanism.Measures.Where(m => !m.Holds)) { console.WriteWrapped($"{mechanism.Mechanism.Id} {Sentence(measured)}"); }
        }

        console.Out.WriteLine();
        console.WriteWrapped($"{Count(mechanisms)} The table shows the first measure of each; plenum show {mechanisms[0].Mechanism.Id} shows all of one. q4 is the fourth quarter of an experiment.");
    }

    private static IReadOnlyList<string> Row(MeasuredMechanism mechanism)
    {
        var first = mechanism.Measures[0];
        return [mechanism.Mechanism.Id, Arrow(mechanism.Mechanism), ExpectationText.Expected(first.Bound), ExpectationText.When(first.Expectation.Measure), ExpectationText.Value(first), Holds(mechanism)];
    }

    private static string Arrow(Mechanism mechanism) => $"{mechanism.Cause} -> {mechanism.Effect}";

    private static string Holds(MeasuredMechanism mechanism) =>
        string.Create(CultureInfo.InvariantCulture, $"{(mechanism.Holds ? "yes" : "no")} {mechanism.Measures.Count(m => m.Holds)}/{mechanism.Measures.Count}");

    private static string Sentence(Measured measured)
    {
        string fact = $"{measured.Bound.Label} ({measured.Expectation.Experiment.Name}, {ExpectationText.When(measured.Expectation.Measure)}): {ExpectationText.Value(measured)} where {ExpectationText.Expected(measured.Bound)} is expected";
        string? why = measured.Failure?.ToString() ?? measured.Expectation.Known;
        return why is null ? $"does not hold. {fact}." : $"does not hold: {why} {fact}.";
    }

    private static string Count(IReadOnlyList<MeasuredMechanism> mechanisms)
    {
        var measures = mechanisms.SelectMany(m => m.Measures).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{mechanisms.Count(m => m.Holds)} of {mechanisms.Count} mechanisms hold in full, {measures.Count(m => m.Holds)} of {measures.Count} of their measures.");
    }

    private static void Tell(CommandConsole console, BoundModel model, MeasuredMechanism measured)
    {
        var mechanism = measured.Mechanism;
        console.Out.WriteLine(console.Style.Strong($"{mechanism.Id} {mechanism.Title}"));
        console.Out.WriteLine(Arrow(mechanism));
        console.WriteWrapped(mechanism.Chain);
        if (mechanism.Observable is { } observable) { console.WriteWrapped($"Observable: {observable}"); }
        console.Out.WriteLine();
        console.Write(new Table("Equations", [new("", Alignment.Left, MaySqueeze: true), new("", Alignment.Left)], [.. Equations(model, measured).Select(e => (IReadOnlyList<string>)[e.Name, e.Place])]));
        foreach (var experiment in measured.Measures.GroupBy(m => m.Expectation.Experiment.Name))
        {
            console.Out.WriteLine();
            console.Write(new Table(experiment.Key, [new("", Alignment.Left, MaySqueeze: true), new("expected", Alignment.Left), new("at", Alignment.Left), new("measured"), new("holds", Alignment.Left)],
                [.. experiment.Select(m => (IReadOnlyList<string>)[m.Bound.Label, ExpectationText.Expected(m.Bound), ExpectationText.When(m.Expectation.Measure), ExpectationText.Value(m), m.Holds ? "yes" : "no"])]));
            foreach (var m in experiment.Where(m => !m.Holds)) { console.WriteWrapped(Sentence(m), 2); }
        }

        string[] sources = [.. measured.Measures.Select(m => m.Expectation.Source).OfType<string>().Distinct()];
        if (sources.Length == 0) { return; }
        console.Out.WriteLine();
        console.WriteWrapped($"Sources: {string.Join("; ", sources)}");
    }

    private static IEnumerable<(string Name, string Place)> Equations(BoundModel model, MeasuredMechanism measured) =>
        measured.Bound.Equations.Select(e => (model.Texts[e.Text].Name, Place(e.Span))).Distinct();

    private static string Place(SourceSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.Source.Path}:{span.Source.Position(span.Start).Line}");

    /// <summary>Names the marks that are no longer needed.</summary>
    private static void Warn(CommandConsole console, IReadOnlyList<MeasuredMechanism> mechanisms)
    {
        foreach (var (mechanism, measured) in mechanisms.SelectMany(m => m.Measures.Where(x => x.Holds && x.Expectation.Known is not null).Select(x => (m.Mechanism, x))))
        {
            console.Error.WriteLine(Diagnostic.Warning(WorkspaceCodes.NeedlessMark, $"'{measured.Bound.Label}' of {mechanism.Id} holds although it is marked as known not to.", measured.Expectation.Span, $"{ExpectationText.Value(measured)} lies within {ExpectationText.Expected(measured.Bound)}.", "remove 'known'."));
        }
    }

    private static void WriteCsv(TextWriter output, IReadOnlyList<MeasuredMechanism> mechanisms)
    {
        Csv.Write(output, ["id", "cause", "effect", "experiment", "variable", "over", "at", "unit", "low", "high", "measured", "holds", "known"]);
        foreach (var mechanism in mechanisms)
        {
            foreach (var m in mechanism.Measures)
            {
                var e = m.Expectation;
                Csv.Write(output, [mechanism.Mechanism.Id, mechanism.Mechanism.Cause, mechanism.Mechanism.Effect, e.Experiment.Name, e.Measure.Quantity.Name, e.Measure.Over?.Name ?? "", ExpectationText.When(e.Measure), m.Bound.Unit, Csv.Number(e.Bounds.Low), Csv.Number(e.Bounds.High), Csv.Number(m.Value), m.Holds ? "yes" : "no", e.Known ?? ""]);
            }
        }
    }

    /// <summary>Writes the answer for programs.</summary>
    internal static void WriteJson(Utf8JsonWriter writer, BoundModel model, IReadOnlyList<MeasuredMechanism> mechanisms)
    {
        writer.WriteStartArray("mechanisms");
        foreach (var measured in mechanisms)
        {
            var (mechanism, first) = (measured.Mechanism, measured.Measures[0]);
            writer.WriteStartObject();
            writer.WriteString("id", mechanism.Id);
            writer.WriteString("title", mechanism.Title);
            writer.WriteString("cause", mechanism.Cause);
            writer.WriteString("effect", mechanism.Effect);
            writer.WriteString("chain", mechanism.Chain);
            writer.WriteString("observable", mechanism.Observable);
            writer.WriteString("sign", first.Expectation.Bounds.Sign);
            writer.WriteString("horizon", ExpectationText.When(first.Expectation.Measure));
            JsonAnswer.Number(writer, "measured", first.Value);
            writer.WriteBoolean("holds", measured.Holds);
            writer.WriteStartArray("equations");
            foreach (var (name, place) in Equations(model, measured))
            {
                writer.WriteStartObject();
                writer.WriteString("name", name);
                writer.WriteString("place", place);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            MeasureJson.Write(writer, "measures", measured.Measures);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteDocument(TextWriter writer, BoundModel model, IReadOnlyList<MeasuredMechanism> mechanisms)
    {
        writer.WriteLine($"""
            # Mechanisms of {model.Title}

            Written by `plenum show mechanisms --markdown FILE` from the mechanism map, the baseline and the model; not to be edited by hand.
            An experiment changes the baseline as a scenario does; q4 is its fourth quarter. Differences are in per cent (%) or percentage points (pp).
            The first table shows the first measure of each. {Count(mechanisms)}

            """);
        MarkdownTable.Write(writer, new Table("", [new("", Alignment.Left), new("cause and effect", Alignment.Left), new("expected", Alignment.Left), new("at", Alignment.Left), new("measured"), new("holds", Alignment.Left)], [.. mechanisms.Select(Row)]));
        foreach (var measured in mechanisms)
        {
            var mechanism = measured.Mechanism;
            writer.WriteLine($"## {mechanism.Id} {MarkdownTable.Plain(mechanism.Title)}\n\n{MarkdownTable.Plain(mechanism.Chain)}\n");
            if (mechanism.Observable is { } observable) { writer.WriteLine($"*Observable:* {MarkdownTable.Plain(observable)}\n"); }
            writer.WriteLine($"*Equations:* {string.Join(", ", Equations(model, measured).Select(e => $"`{e.Name}`"))}\n");
            MarkdownTable.Write(writer, new Table("", [new("experiment", Alignment.Left), new("measure", Alignment.Left), new("expected", Alignment.Left), new("at", Alignment.Left), new("measured"), new("holds", Alignment.Left), new("source", Alignment.Left)],
                [.. measured.Measures.Select(m => (IReadOnlyList<string>)[m.Expectation.Experiment.Name, m.Bound.Label, ExpectationText.Expected(m.Bound), ExpectationText.When(m.Expectation.Measure), ExpectationText.Value(m), m.Holds ? "yes" : "no", m.Expectation.Source ?? ""])]));
            foreach (var m in measured.Measures.Where(m => !m.Holds)) { writer.WriteLine($"* {MarkdownTable.Plain(Sentence(m))}"); }
            if (!measured.Holds) { writer.WriteLine(); }
        }
    }
}
