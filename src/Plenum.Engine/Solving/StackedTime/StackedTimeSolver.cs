using Plenum.Engine.Closures;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Language.Binding;
using Plenum.Series;

namespace Plenum.Engine.Solving.StackedTime;

/// <summary>Solves a model with leads for all periods of a window at once, under perfect foresight.</summary>
/// <remarks>
/// <para>
/// Expectations are consistent with the model: a lead is the value that the solution has there. Changes inside the window are known from its
/// first period on. What lies after the window is up to a <see cref="TerminalCondition"/>, so a window should end well after the last change.
/// </para>
/// <para>
/// A window starts from the values that the paths hold: in a scenario those of the baseline. Missing ones are found period by period as if
/// all leads equalled the present, or else carried forward. The model is compiled once, a window analysed once for each length
/// and set of swaps. Use it from one thread at a time; <see cref="PeriodSolver"/> is faster for a model without leads.
/// </para>
/// </remarks>
public sealed partial class StackedTimeSolver
{
    private const int MostSystems = 8;

    private readonly BoundModel _model;
    private readonly SolverOptions _options;
    private readonly IReadOnlyList<int> _moved;
    private readonly List<(SystemKey Key, StackedSystem System)> _systems = [];
    private StackedCode? _code;
    private Paths? _frame;

    /// <summary>Prepares to solve a model.</summary>
    public StackedTimeSolver(BoundModel model, SolverOptions? options = null)
        : this(model, options, [])
    {
    }

    /// <summary>Prepares to solve a model, and to find how its solution moves with some given columns.</summary>
    internal StackedTimeSolver(BoundModel model, SolverOptions? options, IReadOnlyList<int> moved)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _options = options ?? new SolverOptions();
        _moved = moved;
    }

    /// <summary>Factorisations of the whole stacked Jacobian in the last solve: 0 where every period could be eliminated by itself, which is far cheaper.</summary>
    public int WholeFactorisations { get; private set; }

    /// <summary>Solves a window in place; where that fails, the paths stay as they are.</summary>
    /// <param name="paths">Given names and start values in; the unknowns of the window out. Values of unknowns in the window are starting points.</param>
    /// <param name="from">First period to solve.</param>
    /// <param name="to">Last period to solve.</param>
    /// <param name="terminal">What holds after the last period.</param>
    /// <param name="closure">Who is found and who is given; the model's own where null.</param>
    /// <param name="progress">Told of each period for which a first guess was found, and of the last once all are solved.</param>
    /// <param name="cancellation">Stops between two Newton steps.</param>
    /// <returns>The outcome; its iterations are Newton steps of the whole window.</returns>
    /// <exception cref="ArgumentException">The paths belong to another model, or the window is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window reaches beyond the paths.</exception>
    /// <exception cref="OperationCanceledException">The solve was cancelled.</exception>
    public SolveOutcome Solve(
        Paths paths,
        Period from,
        Period to,
        TerminalCondition terminal,
        Closure? closure = null,
        IProgress<Period>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(terminal);
        if (paths.Model != _model) { throw new ArgumentException("The paths belong to another model.", nameof(paths)); }
        if (to < from) { throw new ArgumentException($"The window {from} to {to} is empty.", nameof(to)); }
        int first = paths.IndexOf(from);
        int periods = paths.IndexOf(to) - first + 1;
        if (first + _model.Reach.Lag < 0) { return SolveFailures.NoHistory(paths, first); }

        WholeFactorisations = 0;
        closure ??= Closure.Declared(_model);
        if (SystemFor(closure, from, periods, out var system) is { } undetermined) { return undetermined; }
        var frame = FrameFor(paths, first, system!.Layout, terminal);
        if (StackedFailures.Missing(frame, system.Layout, terminal) is { } missing) { return missing; }
        Guess(frame, system.Layout, closure, progress, cancellation);
        system.Terminal.Choose(frame, terminal);
        var outcome = Solve(frame, system, cancellation);
        WholeFactorisations = system.WholeFactorisations;
        if (!outcome.IsSolved) { return outcome; }

        foreach (int cell in system.Layout.CellOfUnknown) { paths.Values[cell + ((first - system.Layout.History) * paths.Columns)] = frame.Values[cell]; }
        progress?.Report(to);
        return outcome;
    }

    /// <summary>Newton's method on the equations as written, and on failure a homotopy from the starting path.</summary>
    private SolveOutcome Solve(Paths frame, StackedSystem system, CancellationToken cancellation)
    {
        double[] start = [.. frame.Values];
        system.WholeFactorisations = 0;
        Array.Clear(system.Deferred);
        var result = system.Solve(frame, _options.Tolerance, cancellation);
        if (result.Status == BlockStatus.Converged) { return new SolveOutcome.Converged(result.Iterations, result.Iterations, result.Residual, 0); }
        var failure = StackedFailures.Of(frame, system, result, _options);
        start.CopyTo(frame.Values, 0);
        var bridged = TryHomotopy(frame, system, result.Iterations, cancellation);
        return bridged.Status == BlockStatus.Converged
            ? new SolveOutcome.Converged(bridged.Iterations, bridged.Iterations, bridged.Residual, system.Layout.Periods)
            : failure;
    }

    /// <summary>Lets go, in parts, of the residuals that the starting path leaves.</summary>
    /// <remarks>
    /// It follows the solution of F(x) = (1 - s) F(x0) from s = 0, which x0 solves, to s = 1: in a scenario the changes are phased in.
    /// Source: E. Allgower and K. Georg (1990), "Numerical Continuation Methods", section 1 (global homotopy).
    /// </remarks>
    private BlockResult TryHomotopy(Paths frame, StackedSystem system, int iterations, CancellationToken cancellation)
    {
        var failed = new BlockResult(BlockStatus.Stalled, iterations, double.NaN);
        if (_options.SmallestHomotopyStep <= 0.0) { return failed; }
        system.Evaluate(frame);
        double[] whole = [.. system.Residuals];
        if (!whole.All(double.IsFinite)) { return failed; }
        double[] reachedValues = [.. frame.Values];
        double reached = 0.0;
        double step = 0.5;
        while (step >= _options.SmallestHomotopyStep)
        {
            double aim = Math.Min(1.0, reached + step);
            for (int row = 0; row < whole.Length; row++) { system.Deferred[row] = (1.0 - aim) * whole[row]; }
            var part = system.Solve(frame, aim == 1.0 ? _options.Tolerance : _options.RoundingTolerance, cancellation);
            iterations += part.Iterations;
            if (part.Status == BlockStatus.Converged)
            {
                if (aim == 1.0) { return part with { Iterations = iterations }; }
                frame.Values.CopyTo(reachedValues, 0);
                reached = aim;
                step *= 2.0;
                continue;
            }

            reachedValues.CopyTo(frame.Values, 0);
            step *= 0.5;
        }

        return failed;
    }

    /// <summary>Fills in the unknowns for which the paths hold nothing, one period after the other.</summary>
    private void Guess(Paths frame, StackedLayout layout, Closure closure, IProgress<Period>? progress, CancellationToken cancellation)
    {
        for (int t = 0; t < layout.Periods; t++)
        {
            if (!CarryForward(frame, layout, t)) { continue; }
            var period = frame.Start + (layout.History + t);
            if (SystemFor(closure, period, 1, out var single) is not null) { continue; }
            var part = new Paths(_model, period - layout.History, single!.Layout.History + 1 + layout.Leads);
            frame.Values.AsSpan(t * frame.Columns, part.Values.Length).CopyTo(part.Values);
            single.Terminal.Choose(part, TerminalCondition.Constant);
            Array.Clear(single.Deferred);
            if (single.Solve(part, _options.RoundingTolerance, cancellation).Status == BlockStatus.Converged) { part.Row(layout.History).CopyTo(frame.Row(layout.History + t)); }
            progress?.Report(period);
        }
    }

    /// <summary>Gives missing unknowns of a period their values of the period before, or 1 where that has none.</summary>
    /// <returns>Whether any was missing.</returns>
    private static bool CarryForward(Paths frame, StackedLayout layout, int t)
    {
        bool isMissing = false;
        for (int u = t * layout.Equations; u < (t + 1) * layout.Equations; u++)
        {
            int cell = layout.CellOfUnknown[u];
            if (double.IsFinite(frame.Values[cell])) { continue; }
            isMissing = true;
            double before = frame.Values[cell - frame.Columns];
            frame.Values[cell] = double.IsFinite(before) ? before : 1.0;
        }

        return isMissing;
    }

    /// <summary>A copy of the window with the periods before and after it that the equations read.</summary>
    private Paths FrameFor(Paths paths, int first, StackedLayout layout, TerminalCondition terminal)
    {
        int count = layout.History + layout.Periods + layout.Leads;
        var start = paths.Start + (first - layout.History);
        if (_frame is null || _frame.Start != start || _frame.Count != count) { _frame = new Paths(_model, start, count); }
        for (int row = 0; row < count; row++)
        {
            int t = first - layout.History + row;
            var target = _frame.Row(row);
            if (t >= 0 && t < paths.Count) { paths.Row(t).CopyTo(target); }
            else { target.Fill(double.NaN); }
            if (row >= layout.History + layout.Periods) { ContinueGiven(_frame, row, terminal); }
        }

        return _frame;
    }

    /// <summary>Continues the paths of names that are not endogenous where the data end.</summary>
    private static void ContinueGiven(Paths frame, int row, TerminalCondition terminal)
    {
        var now = frame.Row(row);
        var last = frame.Row(row - 1);
        var previous = frame.Row(row - 2);
        foreach (var symbol in frame.Model.Symbols)
        {
            if (double.IsFinite(now[symbol.Column])) { continue; }
            now[symbol.Column] = symbol.Role switch
            {
                Role.Parameter => last[symbol.Column],
                Role.Shock or Role.AddFactor => 0.0,
                Role.Exogenous => TerminalValues.Continue(terminal, last[symbol.Column], previous[symbol.Column]),
                _ => double.NaN,
            };
        }
    }

    /// <summary>The system of a window, from those prepared before where one fits.</summary>
    private SolveOutcome.Undetermined? SystemFor(Closure closure, Period from, int periods, out StackedSystem? system)
    {
        var key = SystemKey.Of(closure, from, periods);
        system = _systems.Find(s => s.Key.Matches(key)).System;
        if (system is not null) { return null; }

        var unknowns = new int[periods][];
        for (int t = 0; t < periods; t++)
        {
            unknowns[t] = t > 0 && key.IsUnchangedAt(t) ? unknowns[t - 1] : [.. closure.UnknownsAt(from + t).Order()];
            if (unknowns[t].Length != _model.Equations.Count) { return StackedFailures.Unequal(closure, from + t); }
        }

        var layout = new StackedLayout(CodeFor(unknowns), unknowns);
        var prepared = new StackedSystem(layout, _options);
        if (prepared.IsDeficient) { return StackedFailures.Deficient(layout, from); }
        system = prepared;
        if (_systems.Count == MostSystems) { _systems.RemoveAt(0); }
        _systems.Add((key, system));
        return null;
    }

    /// <summary>The compiled model; compiled again when a swap asks for derivatives by names not yet among them.</summary>
    private StackedCode CodeFor(int[][] unknowns)
    {
        var movable = new SortedSet<int>(unknowns.Distinct().SelectMany(u => u).Concat(_moved));
        if (_code is not null && movable.IsSubsetOf(_code.Movable)) { return _code; }
        if (_code is not null) { movable.UnionWith(_code.Movable); }
        movable.UnionWith(_model.Symbols.Where(s => s.Role == Role.Endogenous).Select(s => s.Column));
        _code = new StackedCode(_model, movable);
        return _code;
    }

    /// <summary>What the layout of a window depends on: its length, and the swaps by their distance from its start.</summary>
    private sealed record SystemKey(int Periods, IReadOnlyList<(int Exogenised, int Endogenised, int From, int To)> Swaps)
    {
        public static SystemKey Of(Closure closure, Period from, int periods) => new(periods,
        [
            .. closure.Swaps.Select(s => (s.Exogenised, s.Endogenised, From: Math.Max(0, s.From - from), To: Math.Min(periods - 1, s.To - from))).Where(s => s.From <= s.To),
        ]);

        public bool Matches(SystemKey other) => Periods == other.Periods && Swaps.SequenceEqual(other.Swaps);

        public bool IsUnchangedAt(int t) => !Swaps.Any(s => s.From == t || s.To + 1 == t);
    }
}
