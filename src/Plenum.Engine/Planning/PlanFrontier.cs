using Plenum.Engine.Solving;

namespace Plenum.Engine.Planning;

/// <summary>A number of a plan of which more, or less, is better.</summary>
/// <param name="Quantity">The number.</param>
/// <param name="IsMoreBetter">Whether more is better; otherwise less.</param>
public sealed record FrontierAim(PathQuantity Quantity, bool IsMoreBetter)
{
    internal double Sign => IsMoreBetter ? 1.0 : -1.0;
}

/// <summary>One combination of two aims beyond which neither can be had without giving up some of the other.</summary>
/// <param name="First">The first aim.</param>
/// <param name="Second">The second.</param>
/// <param name="Slope">By how much the second changes per unit by which the first one rises along the frontier: the negative ratio of their shadow prices; null at the ends, where the first has no price of its own.</param>
/// <param name="Sizes">The sizes of the instruments.</param>
/// <param name="State">Whether it belongs to the frontier.</param>
public sealed record FrontierPoint(double First, double Second, double? Slope, IReadOnlyList<double> Sizes, FrontierState State);

/// <summary>What a point of a frontier is.</summary>
public enum FrontierState
{
    /// <summary>No other point found is better in both aims.</summary>
    Efficient,

    /// <summary>Another point found is at least as good in both aims and better in one.</summary>
    Dominated,

    /// <summary>The search ended before the conditions of a minimum held.</summary>
    NotFound,
}

/// <summary>How tracing a frontier ended.</summary>
public abstract record FrontierOutcome
{
    /// <summary>A frontier between two ends.</summary>
    /// <param name="Points">From the best of the second aim to the best of the first.</param>
    public sealed record Traced(IReadOnlyList<FrontierPoint> Points) : FrontierOutcome;

    /// <summary>One plan is best for both aims.</summary>
    /// <param name="Point">That plan.</param>
    public sealed record NoConflict(FrontierPoint Point) : FrontierOutcome;

    /// <summary>What must be met cannot be met, so that nothing is left to be traded.</summary>
    public sealed record Infeasible : FrontierOutcome;

    /// <summary>Nothing bounds an aim.</summary>
    /// <param name="IsFirst">Whether it is the first one.</param>
    public sealed record Unbounded(bool IsFirst) : FrontierOutcome;

    /// <summary>An end was not found, or the model could not be solved.</summary>
    /// <param name="Outcome">How the search for it ended.</param>
    public sealed record NotFound(PlanOutcome Outcome) : FrontierOutcome;
}

/// <summary>What one aim of a plan costs in terms of another, within the bounds of the instruments and beside what must be met.</summary>
/// <remarks>
/// <para>
/// The ends are the best of each aim by itself. Between them the first aim is held at evenly spaced values and the best of the second sought, each point
/// from the one before (epsilon constraint). The costs of the instruments and targets that may be missed play no part: the frontier says what can be had.
/// The best of an aim is sought as the least square distance from a value far beyond reach, which has the same solution. Points are found by
/// local search.
/// </para>
/// <para>
/// Sources: Y. Haimes, L. Lasdon and D. Wismer (1971), "On a bicriterion formulation of the problems of integrated system identification and
/// system optimization", IEEE Trans. Syst. Man Cybern. 1(3); V. Chankong and Y. Haimes (1983), "Multiobjective Decision Making", section 4.3: the
/// multiplier of the bound is the rate at which one aim is traded for the other.
/// </para>
/// </remarks>
public static class PlanFrontier
{
    /// <summary>How far beyond the baseline the unreachable value lies, in units of the aim's size where that is above one.</summary>
    private const double Distance = 10.0;

    /// <summary>Ends closer than this, relative to the size of the aims, are one.</summary>
    private const double SameEnd = 1e-7;

    /// <summary>Traces a frontier.</summary>
    /// <param name="problem">The plan; of its goals those count that must be met, but for those of the two aims.</param>
    /// <param name="first">The aim that is held.</param>
    /// <param name="second">The aim whose best is sought.</param>
    /// <param name="points">Number of points, with the two ends; at least 2.</param>
    /// <param name="solver">Solves the model.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    public static FrontierOutcome Trace(PlanProblem problem, FrontierAim first, FrontierAim second, int points, ModelSolver solver, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        var free = problem with
        {
            Instruments = [.. problem.Instruments.Select(i => i with { Cost = 0.0 })],
            Goals = [.. problem.Goals.Where(g => g.IsHard && g.Quantity != first.Quantity && g.Quantity != second.Quantity)],
        };
        var bestSecond = PlanSolver.Solve(With(free, Best(problem, second)), solver, null, cancellation);
        if (End(bestSecond, second, isFirst: false) is { } failed) { return failed; }
        var start = (PlanOutcome.Found)bestSecond;
        var bestFirst = PlanSolver.Solve(With(free, Best(problem, first)), solver, null, cancellation);
        if (End(bestFirst, first, isFirst: true) is { } stopped) { return stopped; }
        var end = (PlanOutcome.Found)bestFirst;
        var found = new List<FrontierPoint> { Point(start, first, second, null) };
        double from = found[0].First, to = first.Quantity.Evaluate(end.Paths);
        if (Math.Abs(to - from) <= SameEnd * Math.Max(1.0, Math.Abs(from))) { return new FrontierOutcome.NoConflict(found[0]); }
        IReadOnlyList<double> sizes = start.Sizes;
        for (int k = 1; k < points - 1; k++)
        {
            double held = from + ((to - from) * k / (points - 1));
            var outcome = PlanSolver.Solve(With(free, Best(problem, second), new PlanGoal(first.Quantity, held, held, null)), solver, sizes, cancellation);
            if (outcome is PlanOutcome.NotSolved) { return new FrontierOutcome.NotFound(outcome); }
            var point = outcome as PlanOutcome.Found ?? ((PlanOutcome.Stalled)outcome).Last;
            bool isFound = outcome is PlanOutcome.Found && point.IsFeasible;
            found.Add(Point(point, first, second, isFound ? -point.Goals[^1].Price / point.Goals[^2].Price : null) with { State = isFound ? FrontierState.Efficient : FrontierState.NotFound });
            sizes = point.Sizes;
        }

        found.Add(Point(end, first, second, null));
        return new FrontierOutcome.Traced([.. found.Select(p => p.State == FrontierState.Efficient && found.Exists(o => IsBetter(o, p, first, second)) ? p with { State = FrontierState.Dominated } : p)]);
    }

    private static PlanProblem With(PlanProblem problem, params ReadOnlySpan<PlanGoal> goals) => problem with { Goals = [.. problem.Goals, .. goals] };

    private static PlanGoal Best(PlanProblem problem, FrontierAim aim)
    {
        double before = aim.Quantity.Evaluate(problem.Baseline);
        double far = before + (aim.Sign * Distance * Math.Max(1.0, Math.Abs(before)));
        return new PlanGoal(aim.Quantity, far, far, 1.0);
    }

    /// <summary>What keeps an end from being used; null where nothing does.</summary>
    private static FrontierOutcome? End(PlanOutcome outcome, FrontierAim aim, bool isFirst) => outcome switch
    {
        PlanOutcome.Found { IsFeasible: false } => new FrontierOutcome.Infeasible(),
        PlanOutcome.Found found => Math.Abs(found.Goals[^1].Miss) < 1e-6 * Math.Max(1.0, Math.Abs(aim.Quantity.Evaluate(found.Paths))) ? new FrontierOutcome.Unbounded(isFirst) : null,
        _ => new FrontierOutcome.NotFound(outcome),
    };

    private static FrontierPoint Point(PlanOutcome.Found found, FrontierAim first, FrontierAim second, double? slope) =>
        new(first.Quantity.Evaluate(found.Paths), second.Quantity.Evaluate(found.Paths), slope, found.Sizes, FrontierState.Efficient);

    private static bool IsBetter(FrontierPoint one, FrontierPoint other, FrontierAim first, FrontierAim second)
    {
        double inFirst = first.Sign * (one.First - other.First);
        double inSecond = second.Sign * (one.Second - other.Second);
        double small = 1e-8 * Math.Max(1.0, Math.Max(Math.Abs(one.First), Math.Abs(one.Second)));
        return inFirst >= -small && inSecond >= -small && Math.Max(inFirst, inSecond) > small;
    }
}
