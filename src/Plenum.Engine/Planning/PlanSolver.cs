using Plenum.Engine.Solving;

namespace Plenum.Engine.Planning;

/// <summary>Finds the instruments of a plan.</summary>
/// <remarks>
/// <para>
/// Each step makes the goals linear with exact derivatives and solves a quadratic program (Gauss-Newton for the soft goals). With as many
/// hard targets as instruments that is Newton's method. A step is halved until loss and misses together fall, compared with the worst of
/// the last few points, so that a curved constraint does not stop full steps near the solution. Steps that gain much less than promised are
/// damped (K. Levenberg, 1944; D. Marquardt, 1963), and once that happens, or after <see cref="PatientSteps"/> steps, the curvature of the goals
/// is taken into account as well (<see cref="PlanCurvature"/>), which makes each step one of Newton's method on the conditions of a minimum.
/// </para>
/// <para>
/// Hard goals are elastic: their misses cost a penalty that is raised until it leaves none that the bounds allow to avoid. What is still
/// missed then is out of reach at this point; the search is local.
/// </para>
/// <para>
/// Sources: H. Theil (1964), "Optimal Decision Rules for Government and Industry"; S. P. Han (1977), "A globally convergent method for
/// nonlinear programming", JOTA 22; L. Grippo, F. Lampariello and S. Lucidi (1986), "A nonmonotone line search technique for Newton's
/// method", SIAM J. Numer. Anal. 23; R. Byrd, J. Nocedal and R. Waltz (2008), "Steering exact penalty methods for nonlinear programming",
/// Optim. Methods Softw. 23.
/// </para>
/// </remarks>
public sealed class PlanSolver
{
    /// <summary>The largest miss of a hard goal that counts as met, relative to what is wanted where that is above one.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>The largest part of the gradient that may be left at a minimum.</summary>
    public const double StationarityTolerance = 1e-8;

    private const double FirstPenalty = 10.0;
    private const double LargestPenalty = 1e7;
    private const int MaxSteps = 200;
    private const int PatientSteps = 10;
    private const int MaxHalvings = 30;
    private const int Remembered = 4;
    private const double SmallestDamping = 1e-5;
    private const double LargestDamping = 100.0;

    private readonly PlanProblem _problem;
    private readonly PlanSystem _system;
    private readonly Queue<double> _merits = new();
    private double _penalty = FirstPenalty;
    private double _damping;
    private bool _isCurved;
    private double[]? _curvature;
    private double[]? _prices;

    private PlanSolver(PlanProblem problem, ModelSolver solver)
    {
        _problem = problem;
        _system = new PlanSystem(problem, solver);
    }

    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="solver">Solves its model.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    public static PlanOutcome Solve(PlanProblem problem, ModelSolver solver, CancellationToken cancellation = default) => Solve(problem, solver, null, cancellation);

    /// <summary>Solves a problem from sizes that are close to its solution.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="solver">Solves its model.</param>
    /// <param name="start">Sizes to begin with, or the nearest within bounds and limits; null to begin with zero.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <exception cref="InvalidOperationException">The limits leave no sizes within the bounds.</exception>
    public static PlanOutcome Solve(PlanProblem problem, ModelSolver solver, IReadOnlyList<double>? start, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(solver);
        return new PlanSolver(problem, solver).Search(start, cancellation);
    }

    private PlanOutcome Search(IReadOnlyList<double>? start, CancellationToken cancellation)
    {
        double[] sizes = PlanSubproblem.Nearest(_problem, start is null ? new double[_problem.Instruments.Count] : [.. start])
            ?? throw new InvalidOperationException("The limits of the plan leave no sizes within its bounds.");
        var values = new double[_problem.Goals.Count];
        var jacobian = new double[values.Length * sizes.Length];
        if (_system.Evaluate(sizes, values, cancellation) is { } failure) { return new PlanOutcome.NotSolved(failure); }
        for (int count = 0; ; count++)
        {
            if (_system.Differentiate(jacobian) is { } broken) { return new PlanOutcome.NotSolved(broken); }
            _isCurved |= count >= PatientSteps;
            _curvature = _isCurved && _prices is not null ? PlanCurvature.At(_system, sizes, _prices, cancellation) : null;
            if (Steer(sizes, values, jacobian) is not { } step) { return new PlanOutcome.Stalled(Describe(sizes, values, jacobian, null, count)); }
            _prices = step.GoalPrices;
            var found = Describe(sizes, values, jacobian, step, count);
            if (IsOptimal(found, step)) { return found; }
            if (count == MaxSteps || !Advance(sizes, values, jacobian, step, cancellation)) { return new PlanOutcome.Stalled(found); }
        }
    }

    /// <summary>The conditions of a minimum hold, and no hard miss is left that a step could take away.</summary>
    private bool IsOptimal(PlanOutcome.Found found, PlanStep step)
    {
        bool isReached = HardMiss(found.Goals.Select(g => g.Value)) <= step.HardMiss + (0.1 * Tolerance);
        bool isStill = !found.Sizes.Zip(step.Change).Any(pair => Math.Abs(pair.Second) > StationarityTolerance * Math.Max(1.0, Math.Abs(pair.First)));
        return isReached && isStill && found.Optimality.Stationarity <= StationarityTolerance && found.Optimality.Complementarity <= StationarityTolerance;
    }

    /// <summary>The step, with a penalty that leaves no hard miss which a larger one would avoid.</summary>
    private PlanStep? Steer(double[] sizes, double[] values, double[] jacobian)
    {
        var step = PlanSubproblem.Solve(_problem, sizes, values, jacobian, _penalty, _damping, _curvature);
        if (step is { HardMiss: <= Tolerance } || _penalty >= LargestPenalty) { return step; }
        var best = PlanSubproblem.Solve(_problem, sizes, values, jacobian, LargestPenalty, _damping, _curvature);
        double attainable = best?.HardMiss ?? double.PositiveInfinity;
        while ((step is null || step.HardMiss > attainable + Math.Max(0.1 * Tolerance, 1e-9 * attainable)) && _penalty < LargestPenalty)
        {
            _penalty *= 10.0;
            _merits.Clear();
            step = PlanSubproblem.Solve(_problem, sizes, values, jacobian, _penalty, _damping, _curvature);
        }

        return step;
    }

    /// <summary>Goes along a step as far as it leads on; false where it leads nowhere.</summary>
    private bool Advance(double[] sizes, double[] values, double[] jacobian, PlanStep step, CancellationToken cancellation)
    {
        double merit = Merit(sizes, values);
        _merits.Enqueue(merit);
        if (_merits.Count > Remembered) { _merits.Dequeue(); }
        double gain = merit - Predicted(sizes, values, jacobian, step);
        double rounding = 1e-11 * ((_penalty * values.Length) + merit);
        double[] from = [.. sizes];
        double part = 1.0;
        for (int halving = 0; halving <= MaxHalvings; halving++, part *= 0.5)
        {
            for (int j = 0; j < sizes.Length; j++)
            {
                var instrument = _problem.Instruments[j];
                sizes[j] = Math.Clamp(from[j] + (part * step.Change[j]), instrument.Low, instrument.High);
            }

            bool isSolved = _system.Evaluate(sizes, values, cancellation) is null;
            double after = isSolved ? Merit(sizes, values) : double.PositiveInfinity;
            if (after <= _merits.Max() - (1e-4 * part * gain) + rounding)
            {
                Damp((merit - after) / gain);
                return true;
            }
        }

        // Back to where the step began, so that the path is that of the sizes.
        from.CopyTo(sizes, 0);
        _system.Evaluate(sizes, values, cancellation);
        return false;
    }

    /// <summary>Holds steps back where they gained less than they promised, since goals curve, and lets them go where they kept their word.</summary>
    private void Damp(double kept)
    {
        _isCurved |= kept < 0.25;
        if (kept < 0.25) { _damping = Math.Clamp(4.0 * _damping, SmallestDamping, LargestDamping); }
        else if (kept > 0.75) { _damping = _damping > SmallestDamping ? 0.25 * _damping : 0.0; }
    }

    private double Merit(double[] sizes, double[] values)
    {
        double merit = _problem.Loss(sizes, values);
        for (int i = 0; i < values.Length; i++)
        {
            if (!_problem.Goals[i].IsHard) { continue; }
            double miss = Math.Abs(_problem.Goals[i].Miss(values[i]));
            merit += _penalty * (miss + (0.5 * miss * miss));
        }

        return merit;
    }

    /// <summary>The merit after a step if the goals were linear, and curved as far as that is known.</summary>
    private double Predicted(double[] sizes, double[] values, double[] jacobian, PlanStep step)
    {
        double[] after = [.. sizes.Zip(step.Change, (s, c) => s + c)];
        double[] then = [.. values];
        for (int i = 0; i < then.Length; i++)
        {
            for (int j = 0; j < after.Length; j++) { then[i] += jacobian[(i * after.Length) + j] * step.Change[j]; }
        }

        return Merit(after, then) + Bend(step.Change);
    }

    /// <summary>What the curvature of the goals adds to the loss along a step.</summary>
    private double Bend(double[] change)
    {
        double sum = 0.0;
        if (_curvature is null) { return sum; }
        for (int j = 0; j < change.Length; j++)
        {
            for (int k = 0; k < change.Length; k++) { sum += 0.5 * change[j] * _curvature[(j * change.Length) + k] * change[k]; }
        }

        return sum;
    }

    private double HardMiss(IEnumerable<double> values) => values.Select((v, i) => _problem.Goals[i].IsHard ? Math.Abs(_problem.Goals[i].Miss(v)) : 0.0).Sum();

    private PlanOutcome.Found Describe(double[] sizes, double[] values, double[] jacobian, PlanStep? step, int count)
    {
        double[] goalPrices = step?.GoalPrices ?? new double[values.Length];
        double[] boundPrices = step?.BoundPrices ?? new double[sizes.Length];
        double[] limitPrices = step?.LimitPrices ?? new double[_problem.Limits.Count];
        var goals = values.Select((v, i) => new GoalResult(v, Significant(_problem.Goals[i], v), goalPrices[i])).ToList();
        return new PlanOutcome.Found([.. sizes], _system.Paths, goals, boundPrices, Conditions(sizes, values, jacobian, goalPrices, boundPrices, limitPrices), count, _problem.Loss(sizes, values)) { LimitPrices = limitPrices };
    }

    private Optimality Conditions(double[] sizes, double[] values, double[] jacobian, double[] goalPrices, double[] boundPrices, double[] limitPrices)
    {
        double largest = 1e-6;
        double left = 0.0;
        double slack = 0.0;
        for (int j = 0; j < sizes.Length; j++)
        {
            var instrument = _problem.Instruments[j];
            double sum = (2.0 * instrument.Cost * sizes[j]) - boundPrices[j];
            largest = Math.Max(largest, Math.Max(Math.Abs(2.0 * instrument.Cost * sizes[j]), Math.Abs(boundPrices[j])));
            for (int i = 0; i < values.Length; i++)
            {
                double term = goalPrices[i] * jacobian[(i * sizes.Length) + j];
                largest = Math.Max(largest, Math.Abs(term));
                sum -= term;
            }

            for (int l = 0; l < limitPrices.Length; l++)
            {
                foreach (var (place, factor) in _problem.Limits[l].Terms)
                {
                    if (place != j) { continue; }
                    largest = Math.Max(largest, Math.Abs(limitPrices[l] * factor));
                    sum -= limitPrices[l] * factor;
                }
            }

            left = Math.Max(left, Math.Abs(sum));
            slack = Math.Max(slack, Slack(boundPrices[j], sizes[j], instrument.Low, instrument.High));
        }

        for (int l = 0; l < limitPrices.Length; l++) { slack = Math.Max(slack, Slack(limitPrices[l], _problem.Limits[l].Of(sizes), _problem.Limits[l].Low, _problem.Limits[l].High)); }

        double violation = _problem.Goals.Zip(values, (g, v) => g.IsHard ? Math.Abs(g.Miss(v)) / Size(g) : 0.0).Append(0.0).Max();
        return new Optimality(left / largest, violation, slack / largest);
    }

    /// <summary>The price of the end of a range times the distance from it.</summary>
    private static double Slack(double price, double value, double low, double high) => price > 0.0 ? Math.Abs(price * (value - low)) : price < 0.0 ? Math.Abs(price * (high - value)) : 0.0;

    private static double Significant(PlanGoal goal, double value) => goal.Miss(value) is var miss && Math.Abs(miss) <= Tolerance * Size(goal) ? 0.0 : miss;

    /// <summary>What misses of a goal are measured by.</summary>
    private static double Size(PlanGoal goal) => Math.Max(1.0, Math.Max(double.IsFinite(goal.Low) ? Math.Abs(goal.Low) : 0.0, double.IsFinite(goal.High) ? Math.Abs(goal.High) : 0.0));
}
