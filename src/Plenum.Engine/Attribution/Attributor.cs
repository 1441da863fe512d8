using System.Diagnostics.CodeAnalysis;
using Plenum.Engine.Closures;
using Plenum.Engine.Sensitivities;
using Plenum.Engine.Solving;
using Plenum.Language.Binding;
using Plenum.Series;

namespace Plenum.Engine.Attribution;

/// <summary>Divides the change between two solved paths among the given values that differ, so that the parts add up to the whole.</summary>
/// <remarks>
/// <para>
/// All given values go the straight way from the first path to the second: x(a) = x(0) + a (x(1) - x(0)), and the model is solved on the
/// way. Driver j contributes the integral over a of (dy/dx_j at a) (x_j(1) - x_j(0)). By the fundamental theorem of calculus the
/// contributions sum to y(1) - y(0); what the quadrature leaves over is reported. A name without effect gets nothing, two names that play
/// the same part get the same, and no order has to be chosen.
/// Sources: R. Aumann and L. Shapley (1974), "Values of Non-Atomic Games", Princeton University Press; E. Friedman and H. Moulin (1999),
/// "Three methods to share joint costs or surplus", J. Econ. Theory 87(2); M. Sundararajan, A. Taly and Q. Yan (2017), "Axiomatic attribution for
/// deep networks", Proc. 34th ICML.
/// </para>
/// <para>
/// Quadrature: the way is cut where a min, max, abs or if changes its branch, found by the Illinois method; each smooth piece is
/// integrated by Kronrod's seven points; the worst piece is halved until the remainder of all together is tolerable.
/// One instance serves one thread at a time.
/// </para>
/// </remarks>
public sealed class Attributor
{
    /// <summary>Two switches below this size on both sides of a piece differ by rounding.</summary>
    private const double Noise = 1e-12;

    /// <summary>A kink is placed to this share of the way; a piece is not cut below it.</summary>
    private const double ShortestPiece = 1e-11;

    private const int MostBrackets = 60;

    private readonly BoundModel _model;
    private readonly ModelSolver _solver;
    private readonly AttributionOptions _options;
    private BranchSwitches? _switches;

    /// <summary>Prepares to explain solutions of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="solver">Solves it.</param>
    /// <param name="options">How exact to be.</param>
    public Attributor(BoundModel model, ModelSolver solver, AttributionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(solver);
        (_model, _solver, _options) = (model, solver, options ?? new AttributionOptions());
    }

    /// <summary>Explains what changes if some drivers change.</summary>
    /// <param name="reference">The solved path before the change; it stays as it is.</param>
    /// <param name="from">First period that is solved.</param>
    /// <param name="drivers">The changes of given values, divided among the causes.</param>
    /// <param name="outcomes">The values explained, all in or after <paramref name="from"/>.</param>
    /// <param name="closure">Who is found and who is given on both paths; the model's own where null.</param>
    /// <param name="attribution">The contributions.</param>
    /// <param name="failure">Why there are none: a model that looks ahead, or a point of the way at which there is no solution.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <exception cref="ArgumentException">There is no outcome, or one lies before <paramref name="from"/>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <remarks>Cost: seven solutions of the periods up to the last outcome, with tangents along every driver, for each smooth piece.</remarks>
    public bool TryAttribute(
        Paths reference,
        Period from,
        IReadOnlyList<Driver> drivers,
        IReadOnlyList<Outcome> outcomes,
        Closure? closure,
        [NotNullWhen(true)] out PathAttribution? attribution,
        [NotNullWhen(false)] out SolveOutcome? failure,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(drivers);
        ArgumentNullException.ThrowIfNull(outcomes);
        if (outcomes.Count == 0 || outcomes.Any(o => o.Period < from)) { throw new ArgumentException($"Name at least one outcome, in {from} or later.", nameof(outcomes)); }
        closure ??= Closure.Declared(_model);
        var to = outcomes.Max(o => o.Period);
        var sensitivities = new SensitivitySolver(_model, drivers.SelectMany(d => d.Change.Changes).Select(c => c.Column).Distinct(), closure);
        var tangents = sensitivities.NewTangents(from, to, [.. drivers.Select(d => d.Change)]);
        var origin = Window(reference, from + _model.Reach.Lag, to);
        _switches ??= new BranchSwitches(_model);
        var way = new StraightWay(origin, from, drivers, closure, _solver, _switches, cancellation);
        var work = new Work(way, sensitivities, tangents, from, outcomes);
        attribution = null;
        var start = way.Start();
        if (!way.TrySolve(1.0, start, null, out var end, out failure)) { return false; }

        var queue = new PriorityQueue<WayPiece, double>();
        failure = Integrate(work, start, end, queue);
        while (failure is null && way.Points < _options.MostPoints && Excess(queue) > 1.0)
        {
            var worst = queue.Dequeue();
            if (worst.To.Share - worst.From.Share < ShortestPiece)
            {
                queue.Enqueue(worst, 0.0);
                break;
            }

            if (!way.TrySolve(0.5 * (worst.From.Share + worst.To.Share), worst.From, worst.To, out var middle, out failure)) { break; }
            failure = Integrate(work, worst.From, middle, queue) ?? Integrate(work, middle, worst.To, queue);
        }

        if (failure is not null) { return false; }
        attribution = Sum(work, drivers, start, end, [.. queue.UnorderedItems.Select(i => i.Element)]);
        return true;
    }

    /// <summary>Cuts a piece at its kinks, and integrates what lies between.</summary>
    private SolveOutcome? Integrate(Work work, WayPoint from, WayPoint to, PriorityQueue<WayPiece, double> queue)
    {
        var pending = new Stack<(WayPoint From, WayPoint To)>();
        pending.Push((from, to));
        while (pending.TryPop(out var next))
        {
            SolveOutcome? failure;
            if (work.Way.Points < _options.MostPoints && FirstCrossing(next.From, next.To) is >= 0 and var crossing)
            {
                if (FindCrossing(work, next.From, next.To, crossing, out failure) is not { } cut) { return failure; }
                if (cut.Share - next.From.Share < ShortestPiece) { next.From.Switches[crossing] = 0.0; pending.Push(next); }
                else if (next.To.Share - cut.Share < ShortestPiece) { next.To.Switches[crossing] = 0.0; pending.Push(next); }
                else
                {
                    work.Kinks++;
                    pending.Push((cut, next.To));
                    pending.Push((next.From, cut));
                }

                continue;
            }

            if (work.Integrate(next.From, next.To, out var turn, out failure) is { } piece) { queue.Enqueue(piece, -piece.Excess(_options)); }
            else if (turn is null) { return failure; }
            else
            {
                pending.Push((turn, next.To));
                pending.Push((next.From, turn));
            }
        }

        return null;
    }

    /// <summary>The switch that changes its sign first, as far as a straight line between the ends can tell; -1 where none does.</summary>
    private static int FirstCrossing(WayPoint from, WayPoint to)
    {
        if (to.Share - from.Share < 2.0 * ShortestPiece) { return -1; }
        int first = -1;
        double nearest = double.PositiveInfinity;
        for (int i = 0; i < from.Switches.Length; i++)
        {
            double a = from.Switches[i], b = to.Switches[i];
            if (!(a * b < 0.0) || Math.Max(Math.Abs(a), Math.Abs(b)) < Noise) { continue; }
            double share = a / (a - b);
            if (share < nearest) { (first, nearest) = (i, share); }
        }

        return first;
    }

    /// <summary>Finds where a switch is zero.</summary>
    /// <remarks>Source: M. Dowell and P. Jarratt (1971), "A modified regula falsi method for computing the root of an equation", BIT 11.</remarks>
    private static WayPoint? FindCrossing(Work work, WayPoint from, WayPoint to, int crossing, out SolveOutcome? failure)
    {
        double a = from.Switches[crossing], b = to.Switches[crossing];
        failure = null;
        WayPoint? at = null;
        for (int i = 0; i < MostBrackets; i++)
        {
            double share = from.Share + ((to.Share - from.Share) * (a / (a - b)));
            if (at is not null && Math.Abs(share - at.Share) < 0.1 * ShortestPiece) { break; }
            if (!work.Way.TrySolve(share, from, to, out at, out failure)) { return null; }
            double value = at.Switches[crossing];
            if (value == 0.0) { break; }
            if (value * b < 0.0) { (from, a) = (to, b); } else { a *= 0.5; }
            (to, b) = (at, value);
            if (Math.Abs(to.Share - from.Share) < 0.1 * ShortestPiece) { break; }
        }

        // On both sides of the cut the switch now has one sign, or none.
        at!.Switches[crossing] = 0.0;
        return at;
    }

    /// <summary>The error of all pieces together as a multiple of what is tolerated.</summary>
    private double Excess(PriorityQueue<WayPiece, double> queue)
    {
        double sum = 0.0;
        foreach (var (piece, _) in queue.UnorderedItems) { sum += piece.Excess(_options); }
        return sum;
    }

    private PathAttribution Sum(Work work, IReadOnlyList<Driver> drivers, WayPoint start, WayPoint end, WayPiece[] pieces)
    {
        int outcomes = work.Outcomes.Count;
        var contributions = new double[outcomes, drivers.Count];
        double[] totals = [.. work.Outcomes.Select(o => o.Scale * (end.Solved[o.Column, o.Period] - start.Solved[o.Column, o.Period]))];
        double[] unexplained = [.. totals];
        var splitErrors = new double[outcomes];
        for (int o = 0; o < outcomes; o++)
        {
            foreach (var piece in pieces)
            {
                splitErrors[o] += piece.SplitErrors[o];
                for (int d = 0; d < drivers.Count; d++) { contributions[o, d] += piece.Contributions[o, d]; }
            }

            for (int d = 0; d < drivers.Count; d++) { unexplained[o] -= contributions[o, d]; }
        }

        return new PathAttribution(work.Outcomes, drivers, totals, contributions, unexplained, splitErrors, start.Solved, end.Solved, work.Way.Points, work.Kinks);
    }

    /// <summary>A part of paths.</summary>
    private static Paths Window(Paths paths, Period from, Period to)
    {
        var window = new Paths(paths.Model, from, to - from + 1);
        paths.Values.AsSpan(paths.IndexOf(from) * paths.Columns, window.Values.Length).CopyTo(window.Values);
        return window;
    }

    /// <summary>What stays the same while the pieces of one way are integrated.</summary>
    private sealed class Work(StraightWay way, SensitivitySolver sensitivities, TangentPaths tangents, Period from, IReadOnlyList<Outcome> outcomes)
    {
        private readonly double[] _samples = new double[KronrodRule.Points.Length * outcomes.Count * tangents.Directions.Count];

        public StraightWay Way { get; } = way;

        public IReadOnlyList<Outcome> Outcomes { get; } = outcomes;

        public int Kinks { get; set; }

        /// <summary>Integrates a smooth piece; null where a point failed, or one lies on another branch than both ends (<paramref name="turn"/>).</summary>
        public WayPiece? Integrate(WayPoint start, WayPoint end, out WayPoint? turn, out SolveOutcome? failure)
        {
            double length = end.Share - start.Share;
            var points = KronrodRule.Points;
            turn = null;
            failure = null;
            for (int k = 0; k < points.Length; k++)
            {
                if (!Way.TrySolve(start.Share + (length * points[k]), start, end, out var point, out failure)) { return null; }
                if (length > ShortestPiece && (FirstCrossing(start, point) >= 0 || FirstCrossing(point, end) >= 0))
                {
                    turn = point;
                    return null;
                }

                failure = sensitivities.Update(tangents, point.Solved, from);
                if (failure is not null) { return null; }
                Sample(k);
            }

            return Combine(start, end, length);
        }

        private void Sample(int k)
        {
            int drivers = tangents.Directions.Count;
            for (int o = 0; o < Outcomes.Count; o++)
            {
                var outcome = Outcomes[o];
                for (int d = 0; d < drivers; d++) { _samples[(((k * Outcomes.Count) + o) * drivers) + d] = outcome.Scale * tangents[d, outcome.Column, outcome.Period]; }
            }
        }

        private WayPiece Combine(WayPoint start, WayPoint end, double length)
        {
            int drivers = tangents.Directions.Count;
            var weights = KronrodRule.Weights;
            var gauss = KronrodRule.GaussWeights;
            var contributions = new double[Outcomes.Count, drivers];
            var unexplained = new double[Outcomes.Count];
            var errors = new double[Outcomes.Count];
            for (int o = 0; o < Outcomes.Count; o++)
            {
                var outcome = Outcomes[o];
                unexplained[o] = outcome.Scale * (end.Solved[outcome.Column, outcome.Period] - start.Solved[outcome.Column, outcome.Period]);
                for (int d = 0; d < drivers; d++)
                {
                    double mean = 0.0, coarse = 0.0, variation = 0.0;
                    for (int k = 0; k < weights.Length; k++)
                    {
                        double sample = _samples[(((k * Outcomes.Count) + o) * drivers) + d];
                        mean += weights[k] * sample;
                        coarse += gauss[k] * sample;
                    }

                    for (int k = 0; k < weights.Length; k++) { variation += weights[k] * Math.Abs(_samples[(((k * Outcomes.Count) + o) * drivers) + d] - mean); }
                    contributions[o, d] = length * mean;
                    unexplained[o] -= length * mean;
                    errors[o] = Math.Max(errors[o], KronrodRule.Error(length * Math.Abs(mean - coarse), length * variation));
                }
            }

            return new WayPiece(start, end, contributions, unexplained, errors);
        }
    }
}
