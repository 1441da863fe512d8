using Plenum.Engine.Solving;

namespace Plenum.Engine.Planning;

/// <summary>A goal that must be met with some probability.</summary>
/// <param name="Goal">Its place among the goals of the problem; it has a range.</param>
/// <param name="Probability">The probability, between 0 and 1.</param>
public sealed record ChanceGoal(int Goal, double Probability);

/// <summary>What became of a goal that must be met with some probability.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Before">The probability under the plan that knows no uncertainty.</param>
/// <param name="After">The same under the plan found, in the draws that it was found with.</param>
/// <param name="Verified">The same in draws of another seed.</param>
/// <param name="Band">Where the path without shocks was made to lie.</param>
/// <param name="Spread">Standard deviation over the draws.</param>
public sealed record ChanceResult(ChanceGoal Goal, double Before, double After, double Verified, ChanceBand Band, double Spread);

/// <summary>A plan whose instruments are the same in all draws.</summary>
/// <param name="Before">The plan that knows no uncertainty.</param>
/// <param name="Found">The plan that meets the probabilities, or comes near.</param>
/// <param name="IsOptimal">Whether the last search ended at a minimum.</param>
/// <param name="Results">One for each goal with a probability.</param>
/// <param name="JointBefore">The probability that all of them are met at once, under the plan that knows no uncertainty.</param>
/// <param name="JointAfter">The same under the plan found.</param>
/// <param name="JointVerified">The same in draws of another seed.</param>
/// <param name="Rounds">How often the plan was sought again.</param>
/// <param name="Draws">Draws that could be solved in the last round.</param>
public sealed record ChanceOutcome(PlanOutcome.Found Before, PlanOutcome.Found Found, bool IsOptimal, IReadOnlyList<ChanceResult> Results, double JointBefore, double JointAfter, double JointVerified, int Rounds, int Draws)
{
    /// <summary>The probability with which all had to be met at once; null where each was taken by itself.</summary>
    public double? JointWanted { get; init; }

    /// <summary>Whether all are met at once as often as they had to be, in the draws that the plan was found with; also where that was not asked for.</summary>
    public bool IsJointMet => JointWanted is not { } wanted || JointAfter >= wanted - 1e-12;
}

/// <summary>Finds instruments that meet goals with some probability.</summary>
/// <remarks>
/// <para>
/// Around the path of a plan an ensemble gives the distribution of each goal. Each range is replaced by the places of the path without shocks from
/// which enough of the draws fall into it (<see cref="ChanceBand"/>), and the plan is sought again from where it stands, with the same draws, until
/// those places settle: a plan shifts a distribution and hardly changes its shape, so that few rounds do. Each goal is taken by itself, and the
/// probability that all are met at once is reported.
/// </para>
/// <para>
/// With <see cref="Joint"/> all must be met at once. Their risks of failing are then made equal and as large as the draws allow: between the whole risk for each, which is too
/// much, and an equal part of it for each, which is enough, the interval is halved until hardly more draws meet all than wanted. Where even
/// smaller risks do not bring it about, the plan with the largest share is given.
/// </para>
/// <para>
/// Sources: A. Charnes and W. Cooper (1959), "Chance-constrained programming", Management Science 6(1): bounds moved by a quantile; J. Luedtke and
/// S. Ahmed (2008), "A sample approximation approach for optimization with probabilistic constraints", SIAM J. Optim. 19(2): quantiles of a sample, and the
/// check by an independent one; A. Prékopa (1970), "On probabilistic constrained programming", Proc. Princeton Symposium on Mathematical Programming: constraints that hold
/// at once; A. Nemirovski and A. Shapiro (2006), "Convex approximations of chance constrained programs", SIAM J. Optim. 17(4): the risk divided in equal parts.
/// </para>
/// </remarks>
public sealed class ChancePlanSolver
{
    private const int MaxRounds = 10;

    /// <summary>Places count as settled where they move by less than this part of the spread: far below the error of sampling a quantile.</summary>
    private const double SettledPart = 0.01;

    private const int MaxDivisions = 3;
    private const int MaxHalvings = 8;

    private readonly PlanProblem _problem;
    private readonly ModelSolver _solver;
    private readonly IReadOnlyList<ChanceGoal> _chances;
    private readonly Func<PlanOutcome.Found, IReadOnlyList<PathQuantity>, bool, double[][]> _sample;

    /// <summary>Prepares a search.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="chances">The goals with a probability; at least one.</param>
    /// <param name="solver">Solves its model.</param>
    /// <param name="sample">Draws around the path of a plan, as <see cref="GoalSample"/> does; the last argument asks for draws of another seed.</param>
    /// <exception cref="ArgumentException">There is no such goal, or one wants a single value.</exception>
    public ChancePlanSolver(PlanProblem problem, IReadOnlyList<ChanceGoal> chances, ModelSolver solver, Func<PlanOutcome.Found, IReadOnlyList<PathQuantity>, bool, double[][]> sample)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(chances);
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(sample);
        if (chances.Count == 0 || chances.Any(c => problem.Goals[c.Goal].IsPoint)) { throw new ArgumentException("A probability belongs to a range.", nameof(chances)); }
        (_problem, _chances, _solver, _sample) = (problem, chances, solver, sample);
    }

    /// <summary>The probability with which all of these goals must be met at once, whatever their weights; null to take each by itself.</summary>
    public double? Joint { get; init; }

    /// <summary>Solves the problem.</summary>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <param name="failure">How the search without uncertainty failed; null where it did not.</param>
    /// <returns>The plan; null where the model could not be solved, or no draw could.</returns>
    public ChanceOutcome? Solve(CancellationToken cancellation, out PlanOutcome? failure)
    {
        (var solved, bool isOptimal, failure) = Plan(_problem, null, cancellation);
        if (solved is null) { return null; }
        var before = solved with { Paths = solved.Paths.Copy() };
        double[][] first = Draw(before, otherSeed: false);
        if (first[0].Length == 0 || Settle(new Settled(before, isOptimal, first, [], 0), [.. _chances.Select(c => c.Probability)], cancellation, out failure) is not { } settled) { return null; }
        if (Joint is { } wanted && Together(settled, wanted, cancellation, out failure) is { } together) { settled = together; }
        if (failure is not null) { return null; }
        double[][] verified = Draw(settled.Found, otherSeed: true);
        if (settled.Drawn[0].Length == 0 || verified[0].Length == 0) { return null; }
        var results = _chances.Select((c, i) => new ChanceResult(c, Probability(i, first), Probability(i, settled.Drawn), Probability(i, verified), settled.Bands[i], Spread(settled.Drawn[i]))).ToList();
        return new ChanceOutcome(before, settled.Found, settled.IsOptimal, results, JointOf(first), JointOf(settled.Drawn), JointOf(verified), settled.Rounds, settled.Drawn[0].Length) { JointWanted = Joint };
    }

    /// <summary>Seeks the plan again until the places from which enough draws fall into the ranges settle; null where the model could not be solved.</summary>
    private Settled? Settle(Settled start, double[] probabilities, CancellationToken cancellation, out PlanOutcome? failure)
    {
        failure = null;
        var now = start with { Bands = [] };
        for (int round = 0; round < MaxRounds && now.Drawn[0].Length > 0; round++)
        {
            var next = Bands(now.Found, now.Drawn, probabilities);
            var drawn = now.Drawn;
            if (now.Bands.Count > 0 && next.Zip(now.Bands, (a, b) => (a, b)).Select((x, i) => Moved(x.a, x.b) <= SettledPart * Spread(drawn[i])).All(settled => settled)) { break; }
            (var again, bool isOptimal, failure) = Plan(Shifted(next), now.Found.Sizes, cancellation);
            if (again is null) { return null; }
            var found = again with { Paths = again.Paths.Copy() };
            now = new Settled(found, isOptimal, Draw(found, otherSeed: false), next, now.Rounds + 1);
        }

        return now;
    }

    /// <summary>Gives all goals a smaller risk in common, as large as the probability of all at once allows; the most probable plan found where none meets it.</summary>
    private Settled? Together(Settled apart, double wanted, CancellationToken cancellation, out PlanOutcome? failure)
    {
        failure = null;
        if (JointOf(apart.Drawn) >= wanted) { return apart; }
        double most = 1.0 - wanted;
        double least = most / _chances.Count;
        var best = apart;
        Settled? met = null;
        // By the inequality of Bonferroni equal parts are enough where each range can be met so often; where not, smaller parts may still bring more draws in.
        for (int division = 0; division < MaxDivisions && met is null; division++)
        {
            if (division > 0) { least *= 0.5; }
            if (Settle(best, WithRisk(least), cancellation, out failure) is not { } tight) { return null; }
            if (JointOf(tight.Drawn) > JointOf(best.Drawn)) { best = tight; }
            if (JointOf(tight.Drawn) >= wanted) { met = tight; }
        }

        for (int halving = 0; met is not null && halving < MaxHalvings && (most - least) * met.Drawn[0].Length > 0.5; halving++)
        {
            double middle = 0.5 * (most + least);
            if (Settle(met, WithRisk(middle), cancellation, out failure) is not { } between) { return null; }
            bool isMet = JointOf(between.Drawn) >= wanted;
            (most, least, met) = isMet ? (most, middle, between) : (middle, least, met with { Rounds = between.Rounds });
        }

        return met ?? best;
    }

    private double[] WithRisk(double risk) => [.. _chances.Select(c => Math.Max(c.Probability, 1.0 - risk))];

    private (PlanOutcome.Found? Found, bool IsOptimal, PlanOutcome? Failure) Plan(PlanProblem problem, IReadOnlyList<double>? start, CancellationToken cancellation) =>
        PlanSolver.Solve(problem, _solver, start, cancellation) switch
        {
            PlanOutcome.Found found => (found, true, null),
            PlanOutcome.Stalled stalled => (stalled.Last, false, null),
            var other => (null, false, other),
        };

    private double[][] Draw(PlanOutcome.Found found, bool otherSeed) => _sample(found, [.. _chances.Select(c => _problem.Goals[c.Goal].Quantity)], otherSeed);

    private List<ChanceBand> Bands(PlanOutcome.Found found, double[][] drawn, double[] probabilities) =>
        [.. _chances.Select((c, i) =>
        {
            var goal = _problem.Goals[c.Goal];
            double centre = goal.Quantity.Evaluate(found.Paths);
            return ChanceBand.Of([.. drawn[i].Select(v => v - centre)], goal.Low, goal.High, probabilities[i]);
        })];

    private PlanProblem Shifted(List<ChanceBand> bands)
    {
        PlanGoal[] goals = [.. _problem.Goals];
        for (int i = 0; i < bands.Count; i++) { goals[_chances[i].Goal] = goals[_chances[i].Goal] with { Low = bands[i].Low, High = bands[i].High, Weight = Joint is null ? goals[_chances[i].Goal].Weight : null }; }
        return _problem with { Goals = goals };
    }

    private double Probability(int chance, double[][] drawn) => ChanceBand.Probability(drawn[chance], _problem.Goals[_chances[chance].Goal].Low, _problem.Goals[_chances[chance].Goal].High);

    private double JointOf(double[][] drawn)
    {
        if (drawn[0].Length == 0) { return 0.0; }
        int met = Enumerable.Range(0, drawn[0].Length).Count(d => _chances.Select((c, i) => ChanceBand.IsWithin(drawn[i][d], _problem.Goals[c.Goal].Low, _problem.Goals[c.Goal].High)).All(within => within));
        return (double)met / drawn[0].Length;
    }

    private static double Moved(ChanceBand one, ChanceBand other) => Math.Max(Distance(one.Low, other.Low), Distance(one.High, other.High));

    private static double Distance(double a, double b) => double.IsInfinity(a) && a.Equals(b) ? 0.0 : Math.Abs(a - b);

    private static double Spread(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
    }

    /// <summary>Where the rounds stand.</summary>
    private sealed record Settled(PlanOutcome.Found Found, bool IsOptimal, double[][] Drawn, List<ChanceBand> Bands, int Rounds);
}
