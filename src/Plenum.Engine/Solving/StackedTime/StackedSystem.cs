using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Numerics.Factorization;

namespace Plenum.Engine.Solving.StackedTime;

/// <summary>All equations of all periods of a window, solved together by Newton's method.</summary>
/// <remarks>
/// <para>
/// The Jacobian is exact and sparse: lags fill below its diagonal blocks, leads above. Its pattern is analysed once; values are refactorised
/// with the pivots of the last factorisation as long as these serve. A residual counts relative to what it would be if the unknowns
/// of its equation were off by their own size.
/// </para>
/// <para>Sources: J.-P. Laffargue (1990), "Résolution d'un modèle macroéconomique avec anticipations rationnelles", Annales d'Économie et de Statistique 17;
/// M. Juillard (1996), "DYNARE: a program for the resolution and simulation of dynamic models with forward variables", CEPREMAP 9602.
/// The relaxation there exploits one lag and one lead; here the sparse factorisation takes any.</para>
/// <para>Not safe for concurrent use. Allocates only when pivots have to be chosen afresh.</para>
/// </remarks>
internal sealed class StackedSystem
{
    private readonly StackedCode _code;
    private readonly SolverOptions _options;
    private readonly double[] _scratch;
    private readonly double[] _partials;
    private readonly double[] _values;
    private readonly double[] _scales;
    private readonly double[] _step;
    private readonly double[] _from;
    private SparseLu? _lu;

    /// <summary>Prepares to solve windows of one layout.</summary>
    public StackedSystem(StackedLayout layout, SolverOptions options)
    {
        Layout = layout;
        _code = layout.Code;
        _options = options;
        Terminal = new TerminalValues(layout);
        int unknowns = layout.CellOfUnknown.Length;
        Residuals = new double[unknowns];
        Deferred = new double[unknowns];
        _scratch = new double[Math.Max(1, _code.ScratchCount)];
        _partials = new double[Math.Max(1, layout.EntryOfPartial.Length)];
        _values = new double[layout.Pattern.EntryCount];
        _scales = new double[unknowns];
        _step = new double[unknowns];
        _from = new double[unknowns];
    }

    public StackedLayout Layout { get; }

    public TerminalValues Terminal { get; }

    /// <summary>The residuals at the last point evaluated, less what is deferred.</summary>
    public double[] Residuals { get; }

    /// <summary>The residuals that are allowed to remain, so that a homotopy can let go of them in parts; zero for the equations as written.</summary>
    public double[] Deferred { get; }

    /// <summary>What made the last Jacobian singular; null where none was.</summary>
    public Deficiency? Deficiency { get; private set; }

    /// <summary>Solves from the values that the frame holds.</summary>
    /// <param name="frame">Values of every name; holds the last point afterwards.</param>
    /// <param name="tolerance">Relative residual to reach.</param>
    /// <param name="cancellation">Stops between two Newton steps.</param>
    public BlockResult Solve(Paths frame, double tolerance, CancellationToken cancellation)
    {
        for (int iteration = 0; ; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            double before = Linearise(frame);
            if (!double.IsFinite(before)) { return new BlockResult(BlockStatus.OutOfDomain, iteration, before); }
            if (before <= tolerance) { return new BlockResult(BlockStatus.Converged, iteration, before); }
            if (iteration == _options.MaxIterations) { return new BlockResult(BlockStatus.Stalled, iteration, before); }
            if (!TryStep()) { return new BlockResult(BlockStatus.Singular, iteration, before); }
            double norm = Advance(frame, before);
            if (!double.IsFinite(norm)) { return new BlockResult(BlockStatus.OutOfDomain, iteration + 1, norm); }
            if (norm > 0.25 * before)
            {
                if (norm <= _options.RoundingTolerance) { return new BlockResult(BlockStatus.Converged, iteration + 1, norm); }
                if (norm >= before) { return new BlockResult(BlockStatus.Stalled, iteration + 1, norm); }
            }
        }
    }

    /// <summary>Computes the residuals; returns the largest relative to its scale, or NaN where a function left its domain.</summary>
    public double Evaluate(Paths frame)
    {
        Terminal.Fill(frame);
        for (int t = 0; t < Layout.Periods; t++)
        {
            _code.Evaluate.Run(ref frame.Row(Layout.History + t)[0], ref _scratch[0], ref Residuals[t * Layout.Equations]);
        }

        return Norm();
    }

    /// <summary>By how much a residual fails to vanish, relative to its scale.</summary>
    public double Relative(int row) => Math.Abs(Residuals[row]) / _scales[row];

    /// <summary>Computes residuals, Jacobian and scales.</summary>
    private double Linearise(Paths frame)
    {
        Terminal.Fill(frame);
        int count = _code.Partials.Length;
        for (int t = 0; t < Layout.Periods; t++)
        {
            ref double now = ref frame.Row(Layout.History + t)[0];
            _code.Evaluate.Run(ref now, ref _scratch[0], ref Residuals[t * Layout.Equations]);
            _code.Differentiate.Run(ref now, ref _scratch[0], ref _partials[t * count]);
        }

        Assemble();
        SetScales(frame);
        return Norm();
    }

    private void Assemble()
    {
        Array.Clear(_values);
        int[] entries = Layout.EntryOfPartial;
        for (int p = 0; p < entries.Length; p++)
        {
            if (entries[p] >= 0) { _values[entries[p]] += _partials[p]; }
        }

        foreach (var (partial, slot, isLast, entry) in Layout.TerminalEntries)
        {
            _values[entry] += _partials[partial] * (isLast ? Terminal.ByLast : Terminal.ByPrevious)[slot];
        }
    }

    /// <summary>The scale of a row: the largest of its derivatives, each times the size of its unknown but no less than a thousandth of a unit.</summary>
    private void SetScales(Paths frame)
    {
        Array.Clear(_scales);
        var starts = Layout.Pattern.Starts;
        var rows = Layout.Pattern.Rows;
        for (int u = 0; u < _scales.Length; u++)
        {
            double size = Math.Max(Math.Abs(frame.Values[Layout.CellOfUnknown[u]]), 1e-3);
            for (int p = starts[u]; p < starts[u + 1]; p++) { _scales[rows[p]] = Math.Max(_scales[rows[p]], Math.Abs(_values[p]) * size); }
        }

        for (int row = 0; row < _scales.Length; row++)
        {
            if (!(_scales[row] > 0.0)) { _scales[row] = 1.0; }
        }
    }

    private double Norm()
    {
        double norm = 0.0;
        for (int row = 0; row < Residuals.Length; row++)
        {
            Residuals[row] -= Deferred[row];
            double relative = Math.Abs(Residuals[row]) / _scales[row];
            if (!(relative <= double.MaxValue)) { return double.NaN; }
            norm = Math.Max(norm, relative);
        }

        return norm;
    }

    private bool TryStep()
    {
        if (_lu is null || _lu.Refactorise(_values) != PivotQuality.Good)
        {
            bool isFactorised = SparseLu.TryFactorise(Layout.Symbolic, _values, out var fresh, out var deficiency);
            (_lu, Deficiency) = (fresh, deficiency);
            if (!isFactorised) { return false; }
        }

        for (int row = 0; row < _step.Length; row++) { _step[row] = -Residuals[row]; }
        _lu!.Solve(_step);
        return true;
    }

    /// <summary>Takes the Newton step, halved until the residual falls.</summary>
    private double Advance(Paths frame, double before)
    {
        double[] cells = frame.Values;
        int[] cellOf = Layout.CellOfUnknown;
        for (int u = 0; u < _from.Length; u++) { _from[u] = cells[cellOf[u]]; }
        double length = 1.0;
        double norm = double.NaN;
        for (int halving = 0; halving <= _options.MaxHalvings; halving++, length *= 0.5)
        {
            for (int u = 0; u < _from.Length; u++) { cells[cellOf[u]] = _from[u] + (length * _step[u]); }
            norm = Evaluate(frame);
            if (norm < before || norm <= _options.RoundingTolerance) { return norm; }
        }

        return norm;
    }
}
