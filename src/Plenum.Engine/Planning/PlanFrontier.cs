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

/// <summary>One of the searches that a frontier is made of; none needs to know of another, so that they can be carried out at the same time.</summary>
/// <param name="SeeksFirst">Whether the best of the first aim is sought, and not that of the second.</param>
/// <param name="Held">The value at which the first aim is held; null at the ends, where it is free.</param>
/// <param name="Start">Sizes of the instruments to begin with; null to begin with zero.</param>
public sealed record FrontierSearch(bool SeeksFirst, double? Held, IReadOnlyList<double>? Start);

/// <summary>How a search ended.</summary>
public enum FrontierEnd
{
    /// <summary>At a best that meets what must be met.</summary>
    Found,

    /// <summary>At a best that does not meet it.</summary>
    Infeasible,

    /// <summary>Where nothing bounds the aim.</summary>
    Unbounded,

    /// <summary>Before the conditions of a minimum held.</summary>
    Stalled,

    /// <summary>The model could not be solved.</summary>
    NotSolved,
}

/// <summary>What a search found, in numbers alone.</summary>
/// <param name="End">How it ended.</param>
/// <param name="First">The first aim.</param>
/// <param name="Second">The second.</param>
/// <param name="Slope">By how much the second changes per unit by which the first rises; null where the first is not held.</param>
/// <param name="Sizes">The sizes of the instruments.</param>
public sealed record FrontierFind(FrontierEnd End, double First, double Second, double? Slope, IReadOnlyList<double> Sizes)
{
    /// <summary>The outcome of a search that did not end at a best; null for others.</summary>
    public PlanOutcome? Failure { get; init; }
}

/// <summary>What one aim of a plan costs in terms of another, within the bounds of the instruments and beside what must be met.</summary>
/// <remarks>
/// <para>
/// The ends are the best of each aim by itself. Between them the first aim is held at evenly spaced values and the best of the second sought (epsilon
/// constraint), each point from between the instruments of the two ends. The costs of the instruments and targets that may be missed play no part: the frontier says
/// what can be had. The best of an aim is sought as the least square distance from a value far beyond reach, which has the same solution. Points are found by
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
    public static FrontierOutcome Trace(PlanProblem problem, FrontierAim first, FrontierAim second, int points, ModelSolver solver, CancellationToken cancellation = default) =>
        Trace(first, second, points, searches => [.. searches.Select(s => Search(problem, first, second, s, solver, cancellation))]);

    /// <summary>Traces a frontier by searches that somebody else carries out.</summary>
    /// <param name="first">The aim that is held.</param>
    /// <param name="second">The aim whose best is sought.</param>
    /// <param name="points">Number of points, with the two ends; at least 2.</param>
    /// <param name="search">Carries searches out, in whatever order, as <see cref="Search"/> does: first those for the ends, then those between.</param>
    public static FrontierOutcome Trace(FrontierAim first, FrontierAim second, int points, Func<IReadOnlyList<FrontierSearch>, IReadOnlyList<FrontierFind>> search)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(search);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        var ends = search([new FrontierSearch(false, null, null), new FrontierSearch(true, null, null)]);
        var (start, end) = (ends[0], ends[1]);
        if ((WhyNot(start, isFirst: false) ?? WhyNot(end, isFirst: true)) is { } failed) { return failed; }
        if (Math.Abs(end.First - start.First) <= SameEnd * Math.Max(1.0, Math.Abs(start.First))) { return new FrontierOutcome.NoConflict(Point(start)); }
        var between = search([.. Enumerable.Range(1, points - 2).Select(k => Between(start, end, k / (points - 1.0)))]);
        if (between.FirstOrDefault(f => f.End == FrontierEnd.NotSolved) is { } broken) { return new FrontierOutcome.NotFound(broken.Failure!); }
        List<FrontierPoint> found = [Point(start), .. between.Select(Point), Point(end)];
        return new FrontierOutcome.Traced([.. found.Select(p => p.State == FrontierState.Efficient && found.Exists(o => IsBetter(o, p, first, second)) ? p with { State = FrontierState.Dominated } : p)]);
    }

    /// <summary>Carries out one of the searches.</summary>
    /// <param name="problem">The plan.</param>
    /// <param name="first">The aim that is held.</param>
    /// <param name="second">The aim whose best is sought.</param>
    /// <param name="search">The search.</param>
    /// <param name="solver">Solves the model.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    public static FrontierFind Search(PlanProblem problem, FrontierAim first, FrontierAim second, FrontierSearch search, ModelSolver solver, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(search);
        var sought = search.SeeksFirst ? first : second;
        var wanted = problem with
        {
            Instruments = [.. problem.Instruments.Select(i => i with { Cost = 0.0 })],
            Goals =
            [
                .. problem.Goals.Where(g => g.IsHard && g.Quantity != first.Quantity && g.Quantity != second.Quantity),
                Best(problem, sought),
                .. search.Held is { } held ? [new PlanGoal(first.Quantity, held, held, null)] : Array.Empty<PlanGoal>(),
            ],
        };
        var outcome = PlanSolver.Solve(wanted, solver, search.Start, cancellation);
        if (outcome is PlanOutcome.NotSolved) { return new FrontierFind(FrontierEnd.NotSolved, double.NaN, double.NaN, null, []) { Failure = outcome }; }
        var found = outcome as PlanOutcome.Found ?? ((PlanOutcome.Stalled)outcome).Last;
        var end = outcome is PlanOutcome.Stalled ? FrontierEnd.Stalled
            : !found.IsFeasible ? FrontierEnd.Infeasible
            : search.Held is null && IsUnbounded(found, sought) ? FrontierEnd.Unbounded
            : FrontierEnd.Found;
        double? slope = search.Held is not null && end == FrontierEnd.Found ? -found.Goals[^1].Price / found.Goals[^2].Price : null;
        return new FrontierFind(end, first.Quantity.Evaluate(found.Paths), second.Quantity.Evaluate(found.Paths), slope, found.Sizes) { Failure = end == FrontierEnd.Stalled ? outcome : null };
    }

    private static PlanGoal Best(PlanProblem problem, FrontierAim aim)
    {
        double before = aim.Quantity.Evaluate(problem.Baseline);
        double far = before + (aim.Sign * Distance * Math.Max(1.0, Math.Abs(before)));
        return new PlanGoal(aim.Quantity, far, far, 1.0);
    }

    /// <summary>Even the value far beyond reach was reached.</summary>
    private static bool IsUnbounded(PlanOutcome.Found found, FrontierAim aim) => Math.Abs(found.Goals[^1].Miss) < 1e-6 * Math.Max(1.0, Math.Abs(aim.Quantity.Evaluate(found.Paths)));

    /// <summary>What keeps an end from being used; null where nothing does.</summary>
    private static FrontierOutcome? WhyNot(FrontierFind end, bool isFirst) => end.End switch
    {
        FrontierEnd.Found => null,
        FrontierEnd.Infeasible => new FrontierOutcome.Infeasible(),
        FrontierEnd.Unbounded => new FrontierOutcome.Unbounded(isFirst),
        _ => new FrontierOutcome.NotFound(end.Failure!),
    };

    /// <summary>The search at a part of the way from one end to the other.</summary>
    private static FrontierSearch Between(FrontierFind start, FrontierFind end, double part) =>
        new(false, start.First + ((end.First - start.First) * part), [.. start.Sizes.Zip(end.Sizes, (s, e) => s + ((e - s) * part))]);

    private static FrontierPoint Point(FrontierFind find) =>
        new(find.First, find.Second, find.Slope, find.Sizes, find.End == FrontierEnd.Found ? FrontierState.Efficient : FrontierState.NotFound);

    private static bool IsBetter(FrontierPoint one, FrontierPoint other, FrontierAim first, FrontierAim second)
    {
        double inFirst = first.Sign * (one.First - other.First);
        double inSecond = second.Sign * (one.Second - other.Second);
        double small = 1e-8 * Math.Max(1.0, Math.Max(Math.Abs(one.First), Math.Abs(one.Second)));
        return inFirst >= -small && inSecond >= -small && Math.Max(inFirst, inSecond) > small;
    }
}
