using System.Diagnostics.CodeAnalysis;
using Plenum.Engine.Closures;
using Plenum.Engine.Solving;
using Plenum.Series;

namespace Plenum.Engine.Attribution;

/// <summary>A point of the way from one path to another: the share of the change made, the solved path, and the switches on it.</summary>
/// <param name="Share">0 at the start, 1 at the end.</param>
/// <param name="Solved">The path.</param>
/// <param name="Switches">The quantities of <see cref="BranchSwitches"/>.</param>
internal sealed record WayPoint(double Share, Paths Solved, double[] Switches);

/// <summary>The straight way from what one path is given to what another is: every given value makes the same share of its change.</summary>
internal sealed class StraightWay
{
    private readonly ModelSolver _solver;
    private readonly Closure _closure;
    private readonly BranchSwitches _switches;
    private readonly CancellationToken _cancellation;
    private readonly Paths _origin;
    private readonly (int Cell, double Change)[] _changes;
    private readonly Period _from;

    /// <summary>Lays out the way.</summary>
    /// <param name="origin">The solved path at its start, no longer than needed.</param>
    /// <param name="from">First solved period.</param>
    /// <param name="drivers">What changes.</param>
    /// <param name="closure">Who is found and who is given.</param>
    /// <param name="solver">Solves the model.</param>
    /// <param name="switches">Where the model has branches.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    public StraightWay(Paths origin, Period from, IReadOnlyList<Driver> drivers, Closure closure, ModelSolver solver, BranchSwitches switches, CancellationToken cancellation)
    {
        (_origin, _from, _closure, _solver, _switches, _cancellation) = (origin, from, closure, solver, switches, cancellation);
        var sums = new SortedDictionary<int, double>();
        var unknowns = new Dictionary<Period, IReadOnlySet<int>>();
        foreach (var change in drivers.SelectMany(d => d.Change.Changes))
        {
            if (change.Period < origin.Start || change.Period > origin.End) { continue; }
            if (change.Period >= from && UnknownsAt(change.Period).Contains(change.Column)) { continue; }
            int cell = (origin.IndexOf(change.Period) * origin.Columns) + change.Column;
            sums[cell] = sums.GetValueOrDefault(cell) + change.Change;
        }

        _changes = [.. sums.Select(s => (s.Key, s.Value))];

        IReadOnlySet<int> UnknownsAt(Period period)
        {
            if (!unknowns.TryGetValue(period, out var found)) { unknowns.Add(period, found = closure.UnknownsAt(period)); }
            return found;
        }
    }

    /// <summary>How often the model was solved.</summary>
    public int Points { get; private set; }

    /// <summary>The start.</summary>
    public WayPoint Start() => new(0.0, _origin, _switches.Evaluate(_origin, _from));

    /// <summary>Solves the model at a point, beginning from what is known of points around it.</summary>
    /// <param name="share">The point.</param>
    /// <param name="before">A point before it.</param>
    /// <param name="after">A point after it; null where none is known.</param>
    /// <param name="point">The solved point.</param>
    /// <param name="failure">Why there is no solution.</param>
    public bool TrySolve(double share, WayPoint before, WayPoint? after, [NotNullWhen(true)] out WayPoint? point, [NotNullWhen(false)] out SolveOutcome? failure)
    {
        var paths = before.Solved.Copy();
        if (after is not null)
        {
            double part = (share - before.Share) / (after.Share - before.Share);
            var other = after.Solved.Values;
            var values = paths.Values;
            for (int i = paths.IndexOf(_from) * paths.Columns; i < values.Length; i++) { values[i] += part * (other[i] - values[i]); }
        }

        foreach (var (cell, change) in _changes) { paths.Values[cell] = _origin.Values[cell] + (share * change); }
        Points++;
        var outcome = _solver.Solve(paths, _from, paths.End, _closure, null, _cancellation);
        failure = outcome.IsSolved ? null : outcome;
        point = outcome.IsSolved ? new WayPoint(share, paths, _switches.Evaluate(paths, _from)) : null;
        return point is not null;
    }
}
