using System.Text.Json;
using Plenum.Engine.Planning;
using Plenum.Report;
using Plenum.Report.Contents;
using Plenum.Workspace.Plans;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum plan NAME --frontier A B</c>: what one target costs in terms of another.</summary>
internal static class PlanFrontierAnswer
{
    public static int Run(CommandConsole console, Request request, string name, string[] targets, int points, string? cluster)
    {
        if (PlanWorkbench.Open(console, request, [name], out int failure) is not { } bench) { return failure; }
        if (bench.Bind(bench.Plans[0]) is not { } bound) { return bench.Workbench.Failure; }
        var tradeOff = cluster is null ? TradeOff.Trace(bench.Runner, bound, targets[0], targets[1], points, bench.Workbench.Findings, cancellation: console.Environment.Cancellation) : ByCluster(console, request, bench, bound, targets, points, cluster);
        if (tradeOff is null)
        {
            bench.Workbench.Fail<object>();
            return ExitCode.BadInput;
        }

        if (request.Json) { JsonAnswer.Write(console.Out, writer => WriteJson(writer, tradeOff)); }
        else if (request.Csv) { WriteCsv(console.Out, tradeOff); }
        else
        {
            console.Out.WriteLine(console.Style.Strong($"{bound.Plan.Id} {bound.Plan.Title}"));
            console.Out.WriteLine();
            if (tradeOff.Points.Count > 0) { console.Write(PlanFrontierTable.Of(tradeOff)); }
            console.Out.WriteLine();
            console.WriteWrapped(PlanFrontierTable.InWords(tradeOff));
        }

        return tradeOff.Outcome switch { FrontierOutcome.Traced or FrontierOutcome.NoConflict => ExitCode.Done, FrontierOutcome.NotFound => ExitCode.NotSolved, _ => ExitCode.Negative };
    }

    private static TradeOff? ByCluster(CommandConsole console, Request request, PlanWorkbench bench, BoundPlan plan, string[] targets, int points, string cluster)
    {
        using var line = new ProgressLine(console.Error, console.Environment);
        int done = 0;
        return PlanCluster.Trace(console, bench, request, cluster, plan, targets, points, () => line.Show($"point {++done} of {points}"));
    }

    private static void WriteJson(Utf8JsonWriter writer, TradeOff tradeOff)
    {
        writer.WriteString("plan", tradeOff.Plan.Plan.Id);
        writer.WriteStartObject("frontier");
        WriteAim(writer, "first", tradeOff.First);
        WriteAim(writer, "second", tradeOff.Second);
        writer.WriteString("outcome", tradeOff.Outcome switch
        {
            FrontierOutcome.Traced => "traced",
            FrontierOutcome.NoConflict => "no_conflict",
            FrontierOutcome.Infeasible => "infeasible",
            FrontierOutcome.Unbounded => "unbounded",
            _ => "not_found",
        });
        JsonAnswer.Objects(writer, "points", tradeOff.Points, point =>
        {
            JsonAnswer.Number(writer, "first", point.First);
            JsonAnswer.Number(writer, "second", point.Second);
            JsonAnswer.Number(writer, "slope", point.Slope);
            writer.WriteString("state", point.State switch { FrontierState.Dominated => "dominated", FrontierState.NotFound => "not_found", _ => "efficient" });
            JsonAnswer.Objects(writer, "sizes", point.Sizes.Select((s, j) => (s, j)), x =>
            {
                writer.WriteString("instrument", tradeOff.Plan.Handles[x.j].Instrument.Name.Name);
                writer.WriteString("from", tradeOff.Plan.Handles[x.j].From.ToString());
                JsonAnswer.Number(writer, "size", x.s);
            });
        });
        writer.WriteEndObject();
    }

    private static void WriteAim(Utf8JsonWriter writer, string key, BoundTarget target)
    {
        writer.WriteStartObject(key);
        writer.WriteString("name", target.Target.Quantity.Name);
        writer.WriteString("label", target.Label);
        writer.WriteString("period", target.When);
        writer.WriteBoolean("more_is_better", TradeOff.IsMoreBetter(target));
        JsonAnswer.Number(writer, "baseline", target.Baseline);
        writer.WriteEndObject();
    }

    private static void WriteCsv(TextWriter output, TradeOff tradeOff)
    {
        Csv.Write(output, ["first", "second", "slope", "state"]);
        foreach (var point in tradeOff.Points) { Csv.Write(output, [Csv.Number(point.First), Csv.Number(point.Second), Csv.Number(point.Slope), point.State.ToString().ToLowerInvariant()]); }
    }
}
