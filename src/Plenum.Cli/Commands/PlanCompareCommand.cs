using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Plenum.Report;
using Plenum.Report.Contents;
using Plenum.Workspace;
using Plenum.Workspace.Plans;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum plan compare</c>: lays plans side by side.</summary>
internal static class PlanCompareCommand
{
    public static Command Create(CommandConsole console, CommonOptions common)
    {
        var names = new Argument<string[]>("PLAN") { Description = "Plans, by id or file; those of the project that have instruments where left out.", Arity = ArgumentArity.ZeroOrMore };
        var markdown = new Option<string?>("--markdown") { Description = "Writes the tables into a Markdown file as well.", HelpName = "FILE" };
        var command = new Command("compare", "Lays plans side by side: targets reached, outcomes beyond them, instruments by holder, costs.") { names, markdown };
        command.SetAction(parsed => Run(console, common.Read(parsed), parsed.GetValue(names) ?? [], parsed.GetValue(markdown)));
        return command;
    }

    private static int Run(CommandConsole console, Request request, string[] names, string? markdown)
    {
        if (PlanWorkbench.Open(console, request, names, out int failure) is not { } bench) { return failure; }
        var answers = new List<PlanAnswer>();
        foreach (var plan in bench.Plans.Where(p => names.Length > 0 || p.Instruments.Count > 0))
        {
            if (bench.Bind(plan) is not { } bound || bench.Solve(bound) is not { } answer) { return bench.Workbench.Failure; }
            answers.Add(answer);
        }

        if (answers.Count == 0)
        {
            console.Error.WriteLine("the project has no plan with instruments.");
            return ExitCode.BadInput;
        }

        var comparison = PlanComparison.Of(bench.Runner.Project, answers);
        if (markdown is not null && !bench.Workbench.Save(markdown, Markdown(comparison))) { return ExitCode.BadInput; }
        if (request.Json) { JsonAnswer.Write(console.Out, writer => WriteJson(writer, comparison)); }
        else if (request.Csv) { WriteCsv(console.Out, comparison); }
        else { WriteText(console, bench.Workbench, comparison); }
        return answers.Exists(a => !a.IsOptimal) ? ExitCode.NotSolved : answers.Exists(a => a.Unmet.Count > 0) ? ExitCode.Negative : ExitCode.Done;
    }

    private static void WriteText(CommandConsole console, Workbench workbench, PlanComparison comparison)
    {
        foreach (var answer in comparison.Answers) { console.WriteWrapped($"{answer.Plan.Plan.Id}: {answer.Plan.Plan.Title}"); }
        foreach (var table in PlanComparisonTables.Of(comparison))
        {
            console.Out.WriteLine();
            console.Write(table);
        }

        foreach (var finding in workbench.Findings.Where(f => f.Code is WorkspaceCodes.OutOfReach or WorkspaceCodes.PlanNotFound)) { console.Error.WriteLine(finding); }
    }

    private static string Markdown(PlanComparison comparison)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var answer in comparison.Answers) { text.Write($"* {answer.Plan.Plan.Id}: {MarkdownTable.Plain(answer.Plan.Plan.Title)}\n"); }
        text.Write('\n');
        foreach (var table in PlanComparisonTables.Of(comparison)) { MarkdownTable.Write(text, table); }
        return text.ToString();
    }

    private static void WriteCsv(TextWriter output, PlanComparison comparison)
    {
        Csv.Write(output, ["kind", "name", "period", "plan", "value", "baseline", "low", "high", "miss", "cost"]);
        for (int k = 0; k < comparison.Answers.Count; k++)
        {
            string plan = comparison.Answers[k].Plan.Plan.Id;
            foreach (var outcome in comparison.Outcomes)
            {
                var value = outcome.Values[k];
                Csv.Write(output, ["outcome", outcome.Goal.Target.Quantity.Name, outcome.Goal.When, plan, Csv.Number(value.Value), Csv.Number(outcome.Goal.Baseline), Csv.Number(value.Goal?.Low), Csv.Number(value.Goal?.High), Csv.Number(value.Miss), ""]);
            }

            foreach (var headline in comparison.Headlines) { Csv.Write(output, [headline.Kind == DeviationKind.Percent ? "difference_percent" : "difference_points", headline.Symbol.Name, "", plan, Csv.Number(headline.Differences[k]), "", "", "", "", ""]); }
            foreach (var instrument in comparison.Instruments)
            {
                if (instrument.Uses[k] is { } use) { Csv.Write(output, ["instrument", instrument.Symbol.Name, "", plan, Csv.Number(use.Mean), "", "", "", "", Csv.Number(use.Cost)]); }
            }
        }
    }

    private static void WriteJson(Utf8JsonWriter writer, PlanComparison comparison)
    {
        JsonAnswer.Objects(writer, "plans", comparison.Answers, answer =>
        {
            writer.WriteString("id", answer.Plan.Plan.Id);
            writer.WriteString("title", answer.Plan.Plan.Title);
            writer.WriteBoolean("optimal", answer.IsOptimal);
            writer.WriteBoolean("feasible", answer.Unmet.Count == 0);
            JsonAnswer.Number(writer, "loss", answer.Found.Loss);
        });
        JsonAnswer.Objects(writer, "outcomes", comparison.Outcomes, outcome =>
        {
            writer.WriteString("name", outcome.Goal.Target.Quantity.Name);
            writer.WriteString("label", outcome.Goal.Label);
            writer.WriteString("period", outcome.Goal.When);
            JsonAnswer.Number(writer, "baseline", outcome.Goal.Baseline);
            JsonAnswer.Objects(writer, "values", outcome.Values.Select((v, k) => (v, k)), x =>
            {
                writer.WriteString("plan", comparison.Answers[x.k].Plan.Plan.Id);
                JsonAnswer.Number(writer, "value", x.v.Value);
                JsonAnswer.Number(writer, "low", x.v.Goal?.Low);
                JsonAnswer.Number(writer, "high", x.v.Goal?.High);
                JsonAnswer.Number(writer, "miss", x.v.Miss);
            });
        });
        JsonAnswer.Objects(writer, "headlines", comparison.Headlines, headline =>
        {
            writer.WriteString("variable", headline.Symbol.Name);
            writer.WriteString("label", headline.Label);
            writer.WriteString("kind", headline.Kind == DeviationKind.Percent ? "percent" : "points");
            JsonAnswer.Objects(writer, "values", headline.Differences.Select((d, k) => (d, k)), x =>
            {
                writer.WriteString("plan", comparison.Answers[x.k].Plan.Plan.Id);
                JsonAnswer.Number(writer, "value", x.d);
            });
        });
        JsonAnswer.Objects(writer, "instruments", comparison.Instruments, instrument =>
        {
            writer.WriteString("name", instrument.Symbol.Name);
            writer.WriteString("label", instrument.Label);
            writer.WriteString("held_by", instrument.HeldBy);
            JsonAnswer.Objects(writer, "uses", instrument.Uses.Select((u, k) => (u, k)).Where(x => x.u is not null), x =>
            {
                writer.WriteString("plan", comparison.Answers[x.k].Plan.Plan.Id);
                JsonAnswer.Number(writer, "mean", x.u!.Mean);
                JsonAnswer.Number(writer, "cost", x.u.Cost);
            });
        });
    }
}
