using Plenum.Engine.Closures;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Engine.Solving.PeriodByPeriod.Lanes;
using Plenum.Numerics.Lanes;

namespace Plenum.Engine.Ensembles;

/// <summary>Takes draws in one thread, on paths of its own that begin where the lags do and end with the horizon.</summary>
/// <remarks>
/// Each draw begins from the same baseline, so it does not depend on the draws before it, nor on those that share its lanes. A draw that is not solved in its
/// lane is solved alone by everything that <see cref="PeriodSolver"/> has. A draw allocates no more than its outcome, one that is solved alone a place in a list.
/// </remarks>
internal sealed class EnsembleWorker
{
    private readonly Ensemble _ensemble;
    private readonly PeriodSolver _solver;
    private readonly LaneSolver? _laneSolver;
    private readonly DrawInputs _inputs;
    private readonly Closure? _closure;
    private readonly Paths _baseline;
    private readonly Paths _paths;
    private readonly LanePaths? _lanePaths;
    private readonly LaneMask _live = new();
    private readonly int[] _tracked;
    private readonly ConditionTest[] _tests;
    private readonly LaneCondition[] _laneConditions;
    private readonly LaneMask _holds = new();
    private readonly int _first;

    /// <summary>The draws that were solved by themselves.</summary>
    private readonly List<int> _alone = [];
    private long _groups;

    /// <summary>Prepares to take draws.</summary>
    /// <param name="ensemble">What is drawn.</param>
    /// <param name="options">The seed, and how draws are solved.</param>
    /// <param name="solver">The solver; it compiles what it has not compiled yet.</param>
    public EnsembleWorker(Ensemble ensemble, EnsembleOptions options, PeriodSolver solver)
    {
        solver.Compile();
        (_ensemble, _solver) = (ensemble, solver);
        _closure = ensemble.Closure is { Swaps.Count: > 0 } swapped ? swapped : null;
        _baseline = ensemble.Window();
        _paths = _baseline.Copy();
        _first = _paths.IndexOf(ensemble.From);
        _tracked = [.. ensemble.Tracked];
        _tests = [.. ensemble.Conditions.Select(c => new ConditionTest(c, _paths))];
        _inputs = new DrawInputs(ensemble.Uncertainty, _baseline, _first, options.Seed);
        _laneSolver = options.Vectorised ? LaneSolver.Around(solver, _baseline, _first, _closure) : null;
        _lanePaths = _laneSolver is null ? null : new LanePaths(_baseline);
        _laneConditions = _lanePaths is null ? [] : [.. ensemble.Conditions.Select(c => new LaneCondition(c, _baseline))];
    }

    private EnsembleWorker(EnsembleWorker other)
    {
        (_ensemble, _closure, _baseline, _first, _tracked) = (other._ensemble, other._closure, other._baseline, other._first, other._tracked);
        (_solver, _inputs, _laneSolver) = (other._solver.Twin(), other._inputs.Twin(), other._laneSolver?.Twin());
        _paths = _baseline.Copy();
        _tests = [.. _ensemble.Conditions.Select(c => new ConditionTest(c, _paths))];
        _lanePaths = _laneSolver is null ? null : new LanePaths(_baseline);
        _laneConditions = [.. other._laneConditions.Select(c => c.Twin())];
    }

    /// <summary>What this worker has done so far.</summary>
    public EnsembleWork Work
    {
        get
        {
            var blocks = _laneSolver?.Blocks.Select(b => b.Work).ToList() ?? [];
            return new EnsembleWork(_groups, _alone.Count, blocks.Sum(b => b.Solves), blocks.Sum(b => b.Evaluations), blocks.Sum(b => b.Steps), blocks.Sum(b => b.Jacobians));
        }
    }

    private int Width => (_paths.Count - _first) * _tracked.Length;

    /// <summary>A worker for another thread, which shares what is compiled and the baseline and nothing else.</summary>
    public EnsembleWorker Twin() => new(this);

    /// <summary>Takes draws that follow one another.</summary>
    /// <param name="first">The number of the first draw, from 0.</param>
    /// <param name="count">How many.</param>
    /// <param name="values">Receives the tracked variables, draws x periods x variables; not a number where a draw cannot be solved.</param>
    /// <param name="events">Receives whether each condition holds, draws x conditions; false where a draw cannot be solved.</param>
    /// <param name="failures">Receives the draws that cannot be solved, in order.</param>
    public void Take(int first, int count, Span<double> values, Span<bool> events, ICollection<DrawFailure> failures)
    {
        int together = _laneSolver is null ? 1 : Lane.Count;
        for (int i = 0; i < count; i += together)
        {
            int size = Math.Min(together, count - i);
            var theirValues = values.Slice(i * Width, size * Width);
            var theirEvents = events.Slice(i * _tests.Length, size * _tests.Length);
            if (_laneSolver is null) { TakeAlone(first + i, theirValues, theirEvents, failures); }
            else { TakeTogether(first + i, size, theirValues, theirEvents, failures); }
        }
    }

    /// <summary>The parts of what was done, to be done again on the first group of draws; null where nothing is solved side by side.</summary>
    public IReadOnlyList<DrawOperation>? Operations()
    {
        if (_laneSolver is not { } solver || _lanePaths is not { } paths) { return null; }
        var (values, events) = (new double[Width * Lane.Count], new bool[_laneConditions.Length * Lane.Count]);
        var (alone, blocks) = (_alone.ToList(), solver.Blocks.Select(b => (Block: b, Sweep: solver.PeriodsOf(b) * (double)Lane.Count / Lane.Width, Work: b.Work.Copy())).ToList());
        double groups = _groups;
        _inputs.Fill(0, paths);
        _live.ChooseFirst(Lane.Count);
        solver.Solve(paths, _live);
        return
        [
            new(DrawWork.Drawing, "drawing", groups, () => _inputs.Fill(0, paths)),
            new(DrawWork.Evaluating, "equations outside of blocks", groups, () => solver.RepeatStraight(paths)),
            .. blocks.SelectMany(b => OfBlock(b.Block, b.Work, b.Sweep)),
            new(DrawWork.Alone, "draws solved alone", alone.Count > 0 ? 1.0 : 0.0, () => alone.ForEach(draw => TakeAlone(draw, values.AsSpan(0, Width), events.AsSpan(0, _tests.Length), []))),
            new(DrawWork.Keeping, "keeping values, trying conditions", groups, () => Keep(Lane.Count, values, events)),
        ];

        IEnumerable<DrawOperation> OfBlock(LaneBlock block, LaneWork work, double sweep)
        {
            yield return new(DrawWork.Evaluating, "what a block's unknowns leave alone", groups, Of(LaneOperation.Prepare));
            yield return new(DrawWork.Evaluating, "residuals", work.Evaluations / sweep, Of(LaneOperation.Residuals), Of(LaneOperation.Prepare));
            yield return new(DrawWork.Evaluating, "derivatives", work.Jacobians / sweep, Of(LaneOperation.Derivatives), Of(LaneOperation.Residuals));
            yield return new(DrawWork.Solving, "exact inverse Jacobians", work.Jacobians / sweep, Of(LaneOperation.Inverse), Of(LaneOperation.Derivatives));
            yield return new(DrawWork.Solving, "taking the baseline's inverse Jacobian", groups, Of(LaneOperation.Start));
            yield return new(DrawWork.Solving, "steps", work.Steps / sweep, Of(LaneOperation.Step));
            yield return new(DrawWork.Solving, "corrections of the inverse Jacobian", work.Updates / sweep, Of(LaneOperation.Update));

            Action Of(LaneOperation operation) => () => solver.Repeat(block, operation, paths);
        }
    }

    private void TakeTogether(int first, int count, Span<double> values, Span<bool> events, ICollection<DrawFailure> failures)
    {
        var paths = _lanePaths!;
        _inputs.Fill(first, paths);
        _live.ChooseFirst(count);
        _laneSolver!.Solve(paths, _live);
        _groups++;
        Keep(count, values, events);
        for (int lane = 0; lane < count; lane++)
        {
            if (!_live.Contains(lane)) { TakeAlone(first + lane, values.Slice(lane * Width, Width), events.Slice(lane * _tests.Length, _tests.Length), failures); }
        }
    }

    /// <summary>Takes the tracked values and tries the conditions of all lanes.</summary>
    private void Keep(int count, Span<double> values, Span<bool> events)
    {
        var paths = _lanePaths!;
        for (int lane = 0, at = 0; lane < count; lane++)
        {
            for (int t = _first; t < paths.Count; t++)
            {
                foreach (int column in _tracked) { values[at++] = paths.Values[(((t * paths.Columns) + column) * Lane.Count) + lane]; }
            }
        }

        for (int i = 0; i < _laneConditions.Length; i++)
        {
            _laneConditions[i].Try(paths, _holds);
            for (int lane = 0; lane < count; lane++) { events[(lane * _laneConditions.Length) + i] = _holds.Contains(lane); }
        }
    }

    private void TakeAlone(int draw, Span<double> values, Span<bool> events, ICollection<DrawFailure> failures)
    {
        _alone.Add(draw);
        _inputs.Fill(draw, _paths);
        var outcome = _solver.Solve(_paths, _ensemble.From, _ensemble.To, _closure);
        if (!outcome.IsSolved)
        {
            values.Fill(double.NaN);
            events.Clear();
            failures.Add(new DrawFailure(draw, outcome));
            return;
        }

        int at = 0;
        for (int t = _first; t < _paths.Count; t++)
        {
            var row = _paths.Row(t);
            foreach (int column in _tracked) { values[at++] = row[column]; }
        }

        for (int i = 0; i < _tests.Length; i++) { events[i] = _tests[i].Holds(); }
    }
}
