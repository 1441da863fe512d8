using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Plenum.Engine.Ensembles;

/// <summary>What ensembles tell a collector of traces and meters, where one listens; without one nothing is kept.</summary>
public static class EnsembleTelemetry
{
    /// <summary>The name under which spans and meters are found.</summary>
    public const string Name = "Plenum.Ensembles";

    private static readonly ActivitySource s_source = new(Name);
    private static readonly Meter s_meter = new(Name);
    private static readonly Counter<long> s_draws = s_meter.CreateCounter<long>("plenum.draws", "{draw}", "Draws taken.");
    private static readonly Counter<long> s_failed = s_meter.CreateCounter<long>("plenum.draws.failed", "{draw}", "Draws that could not be solved.");

    private static readonly Counter<long> s_alone = s_meter.CreateCounter<long>("plenum.draws.alone", "{draw}", "Draws solved by themselves.");
    private static readonly Counter<long> s_solves = s_meter.CreateCounter<long>("plenum.blocks.solved", "{block}", "Blocks solved in a period, once for the draws in one vector.");
    private static readonly Counter<long> s_steps = s_meter.CreateCounter<long>("plenum.blocks.steps", "{step}", "Steps taken in blocks.");
    private static readonly Counter<long> s_jacobians = s_meter.CreateCounter<long>("plenum.blocks.jacobians", "{matrix}", "Exact Jacobians inverted in blocks.");

    /// <summary>Begins the span of a range of draws; null where nobody listens.</summary>
    internal static Activity? Begin(DrawRange range) => s_source.StartActivity("take draws")?.SetTag("plenum.draw.first", range.First).SetTag("plenum.draw.count", range.Count);

    /// <summary>Counts the draws of a range.</summary>
    internal static void End(Activity? span, DrawRange range, int failed, EnsembleWork work)
    {
        span?.SetTag("plenum.draw.failed", failed).SetTag("plenum.draw.alone", work.Alone).SetTag("plenum.block.steps", work.Steps);
        s_draws.Add(range.Count);
        if (failed > 0) { s_failed.Add(failed); }
        s_alone.Add(work.Alone);
        s_solves.Add(work.Solves);
        s_steps.Add(work.Steps);
        s_jacobians.Add(work.Jacobians);
    }
}
