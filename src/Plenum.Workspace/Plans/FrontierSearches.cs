using Plenum.Engine.Planning;
using Plenum.Language.Diagnostics;

namespace Plenum.Workspace.Plans;

/// <summary>Carries out the searches that a frontier between two targets of a plan is made of.</summary>
/// <remarks>Use it from one thread at a time, and not while its runner solves.</remarks>
public sealed class FrontierSearches
{
    private readonly Runner _runner;
    private readonly BoundPlan _plan;
    private readonly FrontierAim _first;
    private readonly FrontierAim _second;
    private readonly CancellationToken _cancellation;

    internal FrontierSearches(Runner runner, BoundPlan plan, BoundTarget first, BoundTarget second, CancellationToken cancellation) =>
        (_runner, _plan, _first, _second, _cancellation) = (runner, plan, Aim(first), Aim(second), cancellation);

    /// <summary>Prepares to search.</summary>
    /// <param name="runner">Solves the model.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="first">The first target: its label, or its variable.</param>
    /// <param name="second">The second.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The searches; null where a name is wrong.</returns>
    public static FrontierSearches? Between(Runner runner, BoundPlan plan, string first, string second, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(findings);
        return TradeOff.Ends(plan, first, second, findings) is var (one, other) ? new FrontierSearches(runner, plan, one, other, CancellationToken.None) : null;
    }

    /// <summary>Carries out one search.</summary>
    public FrontierFind Carry(FrontierSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        return PlanFrontier.Search(_plan.Problem, _first, _second, search, _runner.Solver, _cancellation);
    }

    /// <summary>What is sought of a target.</summary>
    internal static FrontierAim Aim(BoundTarget target) => new(target.Goal.Quantity, TradeOff.IsMoreBetter(target));

    /// <summary>Carries out searches one after the other.</summary>
    internal IReadOnlyList<FrontierFind> CarryAll(IReadOnlyList<FrontierSearch> searches) => [.. searches.Select(Carry)];

    /// <summary>Carries out anew the searches that failed elsewhere, since only numbers come back from there and no reasons.</summary>
    internal IReadOnlyList<FrontierFind> Explain(IReadOnlyList<FrontierSearch> searches, IReadOnlyList<FrontierFind> finds) =>
        [.. searches.Zip(finds, (search, find) => NeedsReason(search, find) ? Carry(search) : find)];

    /// <summary>Whether a search failed without a reason that somebody will ask for; a point in between that stalled is only marked.</summary>
    private static bool NeedsReason(FrontierSearch search, FrontierFind find) =>
        find.Failure is null && (find.End == FrontierEnd.NotSolved || (find.End == FrontierEnd.Stalled && search.Held is null));
}
