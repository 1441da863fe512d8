using Plenum.Engine.Planning;
using Plenum.Language.Diagnostics;

namespace Plenum.Workspace.Plans;

/// <summary>What one target of a plan costs in terms of another.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="First">The target that is held at value after value.</param>
/// <param name="Second">The target whose best is sought beside it.</param>
/// <param name="Outcome">The frontier between them, or why there is none.</param>
public sealed record TradeOff(BoundPlan Plan, BoundTarget First, BoundTarget Second, FrontierOutcome Outcome)
{
    /// <summary>The points; one where nothing conflicts, none where nothing was found.</summary>
    public IReadOnlyList<FrontierPoint> Points => Outcome switch
    {
        FrontierOutcome.Traced traced => traced.Points,
        FrontierOutcome.NoConflict none => [none.Point],
        _ => [],
    };

    /// <summary>Whether more of a target is better: it lies below what is wanted, or nothing limits it above.</summary>
    public static bool IsMoreBetter(BoundTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return double.IsInfinity(target.Goal.High) || (double.IsFinite(target.Goal.Low) && target.Baseline <= target.Goal.High);
    }

    /// <summary>Traces the frontier between two targets of a plan.</summary>
    /// <param name="runner">Solves the model.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="first">The first target: its label, or its variable.</param>
    /// <param name="second">The second.</param>
    /// <param name="points">Number of points with the ends, at least 2.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="searches">Carries out the searches that the frontier is made of, as <see cref="FrontierSearches"/> does; that itself where null.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <returns>The trade-off; null where a name is wrong, or the model could not be solved.</returns>
    public static TradeOff? Trace(Runner runner, BoundPlan plan, string first, string second, int points, DiagnosticBag findings, Func<IReadOnlyList<FrontierSearch>, IReadOnlyList<FrontierFind>>? searches = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(findings);
        if (Ends(plan, first, second, findings) is not var (one, other)) { return null; }
        var own = new FrontierSearches(runner, plan, one, other, cancellation);
        var outcome = PlanFrontier.Trace(FrontierSearches.Aim(one), FrontierSearches.Aim(other), points, searches is null ? own.CarryAll : asked => own.Explain(asked, searches(asked)));
        if (outcome is FrontierOutcome.NotFound { Outcome: PlanOutcome.NotSolved failed })
        {
            findings.AddRange(failed.Outcome.Diagnostics);
            return null;
        }

        return new TradeOff(plan, one, other, outcome);
    }

    /// <summary>The two targets of a frontier; null where a name is wrong.</summary>
    internal static (BoundTarget First, BoundTarget Second)? Ends(BoundPlan plan, string first, string second, DiagnosticBag findings)
    {
        if (Find(plan, first, findings) is not { } one || Find(plan, second, findings) is not { } other) { return null; }
        if (one == other)
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.UnknownTarget, $"'{first}' and '{second}' are the same target.", one.Target.Span, "a frontier lies between two.", "name another one."));
            return null;
        }

        return (one, other);
    }

    private static BoundTarget? Find(BoundPlan plan, string name, DiagnosticBag findings)
    {
        var found = plan.Goals.Where(g => Same(g.Label, name)).Concat(plan.Goals.Where(g => Same(g.Target.Quantity.Name, name))).ToList();
        // Of a condition that holds in each period the last one is taken: it leaves the others behind it.
        if (found.Count > 0) { return found.Last(g => g.Target == found[0].Target); }
        var names = plan.Goals.SelectMany(g => new[] { g.Label, g.Target.Quantity.Name }).Distinct().ToList();
        string? near = Suggestion.Nearest(name, names);
        findings.Add(Diagnostic.Error(WorkspaceCodes.UnknownTarget, $"the plan '{plan.Plan.Id}' has no target '{name}'.", null, "a target goes by its label or by its variable.", near is null ? $"its targets are {string.Join(", ", plan.Goals.Select(g => $"'{g.Target.Quantity.Name}'").Distinct())}." : $"did you mean '{near}'?"));
        return null;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
