using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Plans;

namespace Plenum.Cluster.Draws;

/// <summary>What is to be drawn, in texts and numbers alone.</summary>
/// <param name="Origin">What it starts from.</param>
/// <param name="Scenario">The scenario around which draws are taken; null for the baseline or a plan.</param>
/// <param name="Plan">The plan around whose path draws are taken; null for the baseline or a scenario.</param>
/// <param name="Sizes">The sizes of the plan's instruments.</param>
/// <param name="Horizon">Periods of a draw.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Bootstraps">Whether innovations are drawn from history in blocks.</param>
/// <param name="With">Parts of the uncertainty that are drawn besides those of the project's plan, by name.</param>
/// <param name="Without">Parts that are not drawn.</param>
/// <param name="Variables">The variables whose values are kept.</param>
/// <param name="Conditions">The statements whose frequency is counted.</param>
/// <param name="Holding">The statements that hold in every draw that is shown.</param>
/// <param name="Risks">What may happen.</param>
[GenerateSerializer, Immutable]
public sealed record DrawJob(
    JobOrigin Origin, string? Scenario, string? Plan, double[] Sizes, int Horizon, ulong Seed,
    bool Bootstraps, string[] With, string[] Without, string[] Variables, string[] Conditions, string[] Holding, string[] Risks)
{
    /// <summary>Draws around the baseline or a scenario.</summary>
    /// <param name="origin">What it starts from; its digest is that of the run.</param>
    /// <param name="scenario">The scenario; null for the baseline.</param>
    /// <param name="asked">What is asked for.</param>
    public static DrawJob Around(JobOrigin origin, string? scenario, SimulationRequest asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return new DrawJob(
            origin, scenario, null, [], asked.Horizon, asked.Seed, asked.Bootstraps, [.. asked.With.Select(p => p.ToString())], [.. asked.Without.Select(p => p.ToString())],
            [.. asked.Tracked.Select(s => s.Name)], [.. asked.Conditions], [.. asked.Given], [.. asked.Risks]);
    }

    /// <summary>Draws around the path of a plan.</summary>
    /// <param name="origin">What it starts from; its digest is that of the run.</param>
    /// <param name="draws">The draws.</param>
    public static DrawJob Around(JobOrigin origin, PlannedDraws draws)
    {
        ArgumentNullException.ThrowIfNull(draws);
        return Around(origin, null, draws.Request) with { Plan = draws.Plan.Plan.Id, Sizes = [.. draws.Sizes] };
    }
}

/// <summary>A range of draws.</summary>
/// <param name="Values">The tracked values as the bytes of their binary64 numbers, the lowest byte first.</param>
/// <param name="Events">Whether each condition holds.</param>
/// <param name="Failures">The draws that could not be solved, as JSON.</param>
[GenerateSerializer, Immutable]
public sealed record RangeDraws(byte[] Values, bool[] Events, byte[] Failures);
