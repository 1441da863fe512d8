using System.Text.Json;
using Plenum.Language.Diagnostics;
using Plenum.Report;
using Plenum.Report.Contents;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Plans;
using Plenum.Workspace.Scenarios;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum plan NAME --replan-from PERIOD</c>: the plan made anew when a shock has come.</summary>
internal static class PlanRevisionAnswer
{
    public static int Run(CommandConsole console, Request request, string name, string? from, string? shock)
    {
        if (PlanWorkbench.Open(console, request, [name], out int failure) is not { } bench) { return failure; }
        var findings = bench.Workbench.Findings;
        var frequency = bench.Runner.Project.Start.Frequency;
        if (from is null || !Period.TryParse(from, out var period) || (period.Frequency != frequency && period.Frequency != Frequency.Annual))
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.WrongPeriod, from is null ? "--shock does not say when it comes." : $"--replan-from takes a period or a year, not '{from}'.", null, null, $"write for instance:  --replan-from {bench.Runner.Project.ScenarioStart + 4}"));
            bench.Workbench.Fail<object>();
            return ExitCode.BadInput;
        }

        if (period.Frequency != frequency) { period = Period.Of(frequency, period.Year, 1); }
        ScenarioPlan? news = null;
        if (shock is not null)
        {
            bench.Workbench.OpenFiles(bench.Runner.Project, [shock]);
            news = new ScenarioBinder(bench.Runner.Model, bench.Runner.Project.Scenarios, findings).Bind(shock);
            if (news is null)
            {
                bench.Workbench.Fail<object>();
                return ExitCode.BadInput;
            }
        }

        if (bench.Bind(bench.Plans[0]) is not { } bound || bench.Solve(bound) is not { } first) { return bench.Workbench.Failure; }
        var revision = new Replanner(bench.Runner).Revise(first, period, news, findings, console.Environment.Cancellation);
        if (revision is null)
        {
            bench.Workbench.Fail<object>();
            return findings.Any(f => f.Code is WorkspaceCodes.WrongPeriod or WorkspaceCodes.WrongRisk) ? ExitCode.BadInput : ExitCode.NotSolved;
        }

        if (request.Json) { JsonAnswer.Write(console.Out, writer => WriteJson(writer, revision)); }
        else if (request.Csv) { WriteCsv(console.Out, revision); }
        else
        {
            console.Out.WriteLine(console.Style.Strong($"{bound.Plan.Id} {bound.Plan.Title}"));
            console.WriteWrapped($"Made anew from {period} on. {(news is null ? "Nothing has happened." : $"News in that period: {news.Name} {news.Title}.")}");
            foreach (var table in PlanRevisionTables.Of(revision))
            {
                console.Out.WriteLine();
                console.Write(table);
            }
        }

        return !revision.IsOptimal ? ExitCode.NotSolved : revision.IsFeasible ? ExitCode.Done : ExitCode.Negative;
    }

    private static void WriteJson(Utf8JsonWriter writer, PlanRevision revision)
    {
        writer.WriteString("plan", revision.First.Plan.Plan.Id);
        writer.WriteString("replan_from", revision.From.ToString());
        writer.WriteString("shock", revision.Shock?.Name);
        JsonAnswer.Objects(writer, "targets", revision.Goals, goal =>
        {
            writer.WriteString("name", goal.Goal.Target.Quantity.Name);
            writer.WriteString("label", goal.Goal.Label);
            writer.WriteString("period", goal.Goal.When);
            writer.WriteBoolean("condition", goal.Goal.IsCondition);
            JsonAnswer.Number(writer, "low", goal.Goal.Goal.Low);
            JsonAnswer.Number(writer, "high", goal.Goal.Goal.High);
            JsonAnswer.Number(writer, "planned", goal.Planned);
            JsonAnswer.Number(writer, "shocked", goal.Shocked);
            JsonAnswer.Number(writer, "revised", goal.Revised);
            JsonAnswer.Number(writer, "miss", goal.Result?.Miss);
            JsonAnswer.Number(writer, "shadow_price", goal.Result?.Price);
        });
        JsonAnswer.Objects(writer, "instruments", revision.Handles, handle =>
        {
            writer.WriteString("name", handle.Handle.Instrument.Name.Name);
            writer.WriteString("held_by", handle.Handle.Instrument.HeldBy);
            writer.WriteString("from", handle.Handle.From.ToString());
            JsonAnswer.Number(writer, "planned", handle.Planned);
            JsonAnswer.Number(writer, "revised", handle.Revised);
        });
        writer.WriteBoolean("optimal", revision.IsOptimal);
        writer.WriteBoolean("feasible", revision.IsFeasible);
    }

    private static void WriteCsv(TextWriter output, PlanRevision revision)
    {
        Csv.Write(output, ["kind", "name", "period", "planned", "shocked", "revised"]);
        foreach (var goal in revision.Goals) { Csv.Write(output, [goal.Goal.IsCondition ? "condition" : "target", goal.Goal.Target.Quantity.Name, goal.Goal.When, Csv.Number(goal.Planned), Csv.Number(goal.Shocked), Csv.Number(goal.Revised)]); }
        foreach (var handle in revision.Handles) { Csv.Write(output, ["instrument", handle.Handle.Instrument.Name.Name, handle.Handle.From.ToString(), Csv.Number(handle.Planned), "", Csv.Number(handle.Revised)]); }
    }
}
