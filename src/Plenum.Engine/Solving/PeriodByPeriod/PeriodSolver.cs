using System.Runtime.CompilerServices;
using Plenum.Engine.Closures;
using Plenum.Engine.Structure;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;

namespace Plenum.Engine.Solving.PeriodByPeriod;

/// <summary>Solves a model without leads one period after the other.</summary>
/// <remarks>
/// The model is compiled once for each set of unknowns, on first use. Each period starts from the values that the paths hold there: in a
/// scenario those of the baseline, moved by as much as the period before has moved; on an empty path those of the period before. A solver
/// may be used again and again, but by one thread at a time; its solves allocate nothing but their outcome.
/// </remarks>
public sealed class PeriodSolver
{
    private readonly BoundModel _model;
    private readonly SolverOptions _options;
    private readonly Dictionary<IReadOnlySet<int>, SolutionPlan> _plans = new(SetComparer.Instance);

    /// <summary>By column of a feedback variable: by how much of its size the period before left its starting point; while a period is solved, that point.</summary>
    private readonly double[] _moved;

    private int[] _iterations = [];
    private int[] _sorted = [];
    private SolutionPlan? _declaredPlan;

    /// <summary>Prepares to solve a model.</summary>
    public PeriodSolver(BoundModel model, SolverOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _options = options ?? new SolverOptions();
        _moved = new double[model.Symbols.Count];
    }

    /// <summary>Newton steps of each period in the last solve, in order; of several blocks in a period, the most.</summary>
    public ReadOnlySpan<int> Iterations => _iterations.AsSpan(0, PeriodsSolved);

    /// <summary>Periods solved in the last solve.</summary>
    public int PeriodsSolved { get; private set; }

    /// <summary>Compiles the model under its declared closure, so that the first solve does not have to.</summary>
    /// <returns>The structure, or what is wrong with it.</returns>
    public StructureResult Compile()
    {
        if (_declaredPlan is not null) { return new StructureResult(_declaredPlan.Structure, []); }
        var unknowns = Closure.Declared(_model).UnknownsAt(default);
        var findings = TryPlan(unknowns, out _declaredPlan);
        return new StructureResult(_declaredPlan?.Structure, findings);
    }

    /// <summary>A solver for another thread, which shares the code compiled so far and nothing else.</summary>
    public PeriodSolver Twin()
    {
        var twin = new PeriodSolver(_model, _options) { _declaredPlan = _declaredPlan?.Twin() };
        foreach (var (unknowns, plan) in _plans) { twin._plans.Add(unknowns, plan == _declaredPlan ? twin._declaredPlan! : plan.Twin()); }
        return twin;
    }

    /// <summary>Solves every period of a window in place.</summary>
    /// <param name="paths">Given names and start values in; the unknowns of the window out. Values of unknowns in the window are starting points.</param>
    /// <param name="from">First period to solve.</param>
    /// <param name="to">Last period to solve.</param>
    /// <param name="closure">Who is found and who is given; the model's own where null.</param>
    /// <param name="progress">Told of each period solved.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <exception cref="ArgumentException">The paths belong to another model, or the window is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window reaches beyond the paths.</exception>
    /// <exception cref="OperationCanceledException">The solve was cancelled; the periods before are solved.</exception>
    public SolveOutcome Solve(Paths paths, Period from, Period to, Closure? closure = null, IProgress<Period>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Model != _model) { throw new ArgumentException("The paths belong to another model.", nameof(paths)); }
        PeriodsSolved = 0;
        if (to < from) { throw new ArgumentException($"The window {from} to {to} is empty.", nameof(to)); }
        if (_model.Reach.Lead > 0) { return SolveFailures.LooksAhead(_model); }
        int first = paths.IndexOf(from);
        int last = paths.IndexOf(to);
        if (first + _model.Reach.Lag < 0) { return SolveFailures.NoHistory(paths, first); }
        if (_iterations.Length < last - first + 1) { _iterations = new int[last - first + 1]; }

        double worst = 0.0;
        int homotopies = 0;
        SolutionPlan? plan = null;
        for (int t = first; t <= last; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (plan is null || (closure is not null && closure.Swaps.Count > 0 && ChangesAt(closure, paths.Start + t)))
            {
                if (PlanFor(closure, paths.Start + t, out plan) is { } undetermined) { return undetermined; }
            }

            if (MissingValues(paths, plan!, closure, t, last) is { } missing) { return missing; }
            var outcome = SolvePeriod(paths, plan!, t, t == first);
            if (outcome.Failure is { } failure)
            {
                if (!TryHomotopy(paths, plan!, t, ref outcome)) { return failure; }
                homotopies++;
            }

            _iterations[PeriodsSolved++] = outcome.Iterations;
            worst = Math.Max(worst, outcome.Residual);
            progress?.Report(paths.Start + t);
        }

        return new SolveOutcome.Converged(MedianIterations(), MostIterations(), worst, homotopies);
    }

    /// <summary>Goes through the runs and blocks of one period in order, from a first guess of the feedback variables.</summary>
    private PeriodOutcome SolvePeriod(Paths paths, SolutionPlan plan, int t, bool isFirst)
    {
        GuessUnknowns(paths, plan, t, isFirst);
        int columns = paths.Columns;
        ref double now = ref paths.Values[t * columns];
        int iterations = 0;
        double residual = 0.0;
        foreach (var step in plan.Steps)
        {
            if (step.Straight is { } straight)
            {
                straight.Run(ref now, ref plan.Scratch[0], ref Unsafe.NullRef<double>());
                if (!AllFinite(paths.Row(t), step.Equations)) { return new PeriodOutcome(iterations, residual, SolveFailures.Straight(paths, plan, step, t)); }
                continue;
            }

            var block = step.Block!;
            var result = block.Solve(ref now);
            iterations = Math.Max(iterations, result.Iterations);
            residual = Math.Max(residual, result.Residual);
            if (result.Status != BlockStatus.Converged) { return new PeriodOutcome(iterations, residual, SolveFailures.Block(paths, plan, block, result, t, _options)); }
        }

        RememberMoves(paths, plan, t);
        return new PeriodOutcome(iterations, residual, null);
    }

    /// <summary>Moves to the period in parts, from the state of the period before, in which the equations hold.</summary>
    /// <remarks>Source: E. Allgower and K. Georg (1990), "Numerical Continuation Methods", section 1.</remarks>
    private bool TryHomotopy(Paths paths, SolutionPlan plan, int t, ref PeriodOutcome outcome)
    {
        int depth = -_model.Reach.Lag;
        if (_options.SmallestHomotopyStep <= 0.0 || t - depth - 1 < 0) { return false; }
        var bridge = new Paths(_model, paths.Start + (t - depth), depth + 1);
        double reached = 0.0;
        double step = 0.5;
        int iterations = outcome.Iterations;
        var solvedRow = paths.Row(t - 1).ToArray();
        var starts = _moved.ToArray();
        while (reached < 1.0)
        {
            double aim = Math.Min(1.0, reached + step);
            for (int row = 0; row <= depth; row++)
            {
                var before = paths.Row(t - depth + row - 1);
                var after = paths.Row(t - depth + row);
                var blended = bridge.Row(row);
                for (int c = 0; c < blended.Length; c++) { blended[c] = aim == 1.0 ? after[c] : before[c] + (aim * (after[c] - before[c])); }
            }

            foreach (int column in UnknownsOf(plan)) { bridge.Row(depth)[column] = solvedRow[column]; }
            var part = SolvePeriod(bridge, plan, depth, isFirst: true);
            iterations += part.Iterations;
            if (part.Failure is null)
            {
                reached = aim;
                bridge.Row(depth).CopyTo(solvedRow);
                outcome = new PeriodOutcome(iterations, part.Residual, null);
                step *= 2.0;
                continue;
            }

            step *= 0.5;
            if (step < _options.SmallestHomotopyStep) { return false; }
        }

        foreach (int column in UnknownsOf(plan)) { paths.Row(t)[column] = solvedRow[column]; }
        starts.CopyTo(_moved, 0);
        RememberMoves(paths, plan, t);
        return true;
    }

    /// <summary>Puts each feedback variable where the iteration begins, and keeps what stood there in <see cref="_moved"/> until the period is solved.</summary>
    private void GuessUnknowns(Paths paths, SolutionPlan plan, int t, bool isFirst)
    {
        if (isFirst) { Array.Fill(_moved, 0.0); }
        var row = paths.Row(t);
        var before = t > 0 ? paths.Row(t - 1) : default;
        foreach (var step in plan.Steps)
        {
            if (step.Block is null) { continue; }
            foreach (int column in step.Block.FeedbackColumns)
            {
                double start = row[column];
                if (double.IsFinite(start)) { row[column] = start + (_moved[column] * Size(start)); }
                else if (t > 0 && double.IsFinite(before[column])) { row[column] = before[column]; }
                else { row[column] = 1.0; }
                _moved[column] = start;
            }
        }
    }

    /// <summary>Keeps by how much of its size each feedback variable left its starting point, as the next period's first guess.</summary>
    private void RememberMoves(Paths paths, SolutionPlan plan, int t)
    {
        var row = paths.Row(t);
        foreach (var step in plan.Steps)
        {
            if (step.Block is null) { continue; }
            foreach (int column in step.Block.FeedbackColumns)
            {
                double start = _moved[column];
                _moved[column] = double.IsFinite(start) ? (row[column] - start) / Size(start) : 0.0;
            }
        }
    }

    private static double Size(double start) => Math.Max(Math.Abs(start), 1e-3);

    private static bool AllFinite(ReadOnlySpan<double> row, IReadOnlyList<SolvedEquation> equations)
    {
        for (int i = 0; i < equations.Count; i++)
        {
            if (!double.IsFinite(row[equations[i].Unknown])) { return false; }
        }

        return true;
    }

    /// <summary>How tolerant and how patient it is.</summary>
    internal SolverOptions Options => _options;

    /// <summary>The compiled solution of one period; null where it cannot be had, or where the paths lack a value it reads.</summary>
    internal SolutionPlan? PlanAt(Closure? closure, Paths paths, int t) =>
        PlanFor(closure, paths.Start + t, out var plan) is null && MissingValues(paths, plan!, closure, t, t) is null ? plan : null;

    private SolveOutcome.MissingValues? MissingValues(Paths paths, SolutionPlan plan, Closure? closure, int t, int last)
    {
        foreach (var (column, lag) in plan.Given)
        {
            if (!double.IsFinite(paths.Values[((t + lag) * paths.Columns) + column])) { return SolveFailures.Missing(paths, plan, closure, t, last); }
        }

        return null;
    }

    private SolveOutcome.Undetermined? PlanFor(Closure? closure, Period period, out SolutionPlan? plan)
    {
        if (closure is null || closure.Swaps.Count == 0)
        {
            var result = Compile();
            plan = _declaredPlan;
            return plan is null ? new SolveOutcome.Undetermined(null, result.Diagnostics) : null;
        }

        var findings = TryPlan(closure.UnknownsAt(period), out plan);
        return plan is null ? new SolveOutcome.Undetermined(period, findings) : null;
    }

    private IReadOnlyList<Diagnostic> TryPlan(IReadOnlySet<int> unknowns, out SolutionPlan? plan)
    {
        if (_plans.TryGetValue(unknowns, out plan)) { return []; }
        var result = ModelStructure.Analyse(_model, unknowns);
        if (result.Structure is null) { return result.Diagnostics; }
        plan = SolutionPlan.Compile(result.Structure, _options);
        _plans.Add(unknowns, plan);
        return [];
    }

    private static IEnumerable<int> UnknownsOf(SolutionPlan plan) =>
        plan.Structure.Blocks.SelectMany(b => b.Explicit.Concat(b.Feedback)).Select(s => s.Unknown);

    private static bool ChangesAt(Closure closure, Period period)
    {
        foreach (var swap in closure.Swaps)
        {
            if (swap.From == period || swap.To + 1 == period) { return true; }
        }

        return false;
    }

    private int MostIterations()
    {
        int most = 0;
        foreach (int iterations in Iterations) { most = Math.Max(most, iterations); }
        return most;
    }

    private int MedianIterations()
    {
        if (_sorted.Length < PeriodsSolved) { _sorted = new int[PeriodsSolved]; }
        Iterations.CopyTo(_sorted);
        Array.Sort(_sorted, 0, PeriodsSolved);
        return _sorted[PeriodsSolved / 2];
    }

    /// <summary>How one period ended.</summary>
    private readonly record struct PeriodOutcome(int Iterations, double Residual, SolveOutcome? Failure);

    private sealed class SetComparer : IEqualityComparer<IReadOnlySet<int>>
    {
        public static SetComparer Instance { get; } = new();

        public bool Equals(IReadOnlySet<int>? x, IReadOnlySet<int>? y) => x is not null && y is not null && x.SetEquals(y);

        public int GetHashCode(IReadOnlySet<int> obj)
        {
            int hash = obj.Count;
            foreach (int column in obj) { hash ^= HashCode.Combine(column); }
            return hash;
        }
    }
}
