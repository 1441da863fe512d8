using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Numerics.Factorization;
using Plenum.Numerics.Sparse;

namespace Plenum.Engine.Solving.StackedTime;

/// <summary>All equations of all periods of a window, solved together by Newton's method.</summary>
/// <remarks>
/// <para>
/// The Jacobian is exact and sparse: lags fill below its diagonal blocks, leads above. It is eliminated period by period, or as a whole where
/// that does not serve. Patterns are analysed once; values are refactorised with the pivots of the last time as long as these are good. A
/// residual counts relative to what it would be if the unknowns of its equation were off by their own size.
/// </para>
/// <para>Source: M. Juillard (1996), "DYNARE: a program for the resolution and simulation of dynamic models with forward variables through the
/// use of a relaxation algorithm", CEPREMAP 9602, for Newton's method on the stacked system.</para>
/// <para>Not safe for concurrent use. Allocates only when pivots have to be chosen afresh.</para>
/// </remarks>
internal sealed class StackedSystem
{
    /// <summary>Error of a linear solution, relative to its right-hand side, beyond which it is computed by other means.</summary>
    private const double LargestLinearError = 1e-6;

    /// <summary>The same for a change, which no later step mends.</summary>
    private const double LargestTangentError = 1e-12;

    private const int Refinements = 4;

    private readonly StackedCode _code;
    private readonly SolverOptions _options;
    private readonly double[] _scratch;
    private readonly double[] _partials;
    private readonly double[] _values;
    private readonly double[] _scales;
    private readonly double[] _step;
    private readonly double[] _from;
    private readonly double[] _simplified;
    private readonly PeriodElimination? _byPeriod;
    private readonly TrailingEquations? _trailing;
    private bool _isByPeriod;
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
        _simplified = new double[unknowns];
        _byPeriod = PeriodElimination.TryCreate(layout);
        _trailing = _code.Trailing is { } trailing && trailing.Columns.All(IsFoundThroughout) ? trailing : null;
    }

    public StackedLayout Layout { get; }

    public TerminalValues Terminal { get; }

    /// <summary>The residuals at the last point evaluated, less what is deferred.</summary>
    public double[] Residuals { get; }

    /// <summary>The residuals that are allowed to remain, so that a homotopy can let go of them in parts; zero for the equations as written.</summary>
    public double[] Deferred { get; }

    /// <summary>Whether the pattern alone makes the system singular. A window whose every period determines its own unknowns cannot be.</summary>
    public bool IsDeficient => _byPeriod is null && Layout.Symbolic.Deficiency is not null;

    /// <summary>How often the Jacobian had to be factorised as a whole.</summary>
    public int WholeFactorisations { get; set; }

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
            if (!TryFactorise()) { return new BlockResult(BlockStatus.Singular, iteration, before); }
            bool isNearer = TryAdvance(frame, out double norm);
            if (!double.IsFinite(norm)) { return new BlockResult(BlockStatus.OutOfDomain, iteration + 1, norm); }
            if (norm <= _options.RoundingTolerance && norm > 0.25 * before) { return new BlockResult(BlockStatus.Converged, iteration + 1, norm); }
            if (!isNearer) { return new BlockResult(BlockStatus.Stalled, iteration + 1, norm); }
        }
    }

    /// <summary>Computes the residuals; returns the largest relative to its scale, or NaN where a function left its domain.</summary>
    public double Evaluate(Paths frame)
    {
        Terminal.Fill(frame);
        _trailing?.Run(frame, Layout);
        for (int t = 0; t < Layout.Periods; t++)
        {
            _code.Evaluate.Run(ref frame.Row(Layout.History + t)[0], ref _scratch[0], ref Residuals[t * Layout.Equations]);
        }

        return Norm();
    }

    /// <summary>Linearises and factorises at a solved point, for <see cref="TryChange"/>; false where the Jacobian is singular.</summary>
    public bool TryLinearise(Paths frame)
    {
        if (!double.IsFinite(Linearise(frame))) { return false; }
        _isByPeriod = _byPeriod is not null && _byPeriod.TryFactorise(_values);
        return _isByPeriod || TryFactoriseWhole();
    }

    /// <summary>How the unknowns move when given values do, to first order at the point last linearised.</summary>
    /// <param name="cells">The changes of given values, like the frame; those after the window that follow from others are filled in.</param>
    /// <param name="change">Receives the change of each unknown.</param>
    /// <returns>Whether the linear system was solved.</returns>
    public bool TryChange(double[] cells, double[] change)
    {
        Terminal.FillChange(cells);
        Array.Clear(_from);
        int columns = _code.Model.Symbols.Count;
        for (int p = 0; p < Layout.EntryOfPartial.Length; p++)
        {
            if (Layout.EntryOfPartial[p] >= 0 || _partials[p] == 0.0) { continue; }
            var (t, place) = Math.DivRem(p, _code.Partials.Length);
            var partial = _code.Partials[place];
            _from[(t * Layout.Equations) + partial.Equation] -= _partials[p] * cells[((Layout.History + t + partial.Lag) * columns) + partial.Column];
        }

        if (TryRefined(change)) { return true; }
        if (!_isByPeriod) { return false; }
        _isByPeriod = false;
        return TryFactoriseWhole() && TryRefined(change);
    }

    /// <summary>Solves for the right-hand side in <see cref="_from"/>, and corrects the rounding of an elimination that does not exchange periods.</summary>
    private bool TryRefined(double[] change)
    {
        double norm = 0.0;
        for (int row = 0; row < change.Length; row++) { norm = Math.Max(norm, Math.Abs(_from[row]) / _scales[row]); }
        Array.Clear(change);
        _from.CopyTo(_step, 0);
        for (int round = 0; round <= Refinements; round++)
        {
            if (_isByPeriod) { _byPeriod!.Solve(_values, _step); }
            else { _lu!.Solve(_step); }
            for (int u = 0; u < change.Length; u++) { change[u] += _step[u]; }
            SparseMatrix.Multiply(Layout.Pattern, _values, change, _simplified);
            double error = 0.0;
            for (int row = 0; row < change.Length; row++)
            {
                _step[row] = _from[row] - _simplified[row];
                error = Math.Max(error, Math.Abs(_step[row]) / _scales[row]);
                if (!double.IsFinite(_step[row])) { return false; }
            }

            if (error <= LargestTangentError * norm) { return true; }
        }

        return false;
    }

    /// <summary>By how much a residual fails to vanish, relative to its scale.</summary>
    public double Relative(int row) => Math.Abs(Residuals[row]) / _scales[row];

    /// <summary>Computes residuals, Jacobian and scales.</summary>
    private double Linearise(Paths frame)
    {
        Terminal.Fill(frame);
        _trailing?.Run(frame, Layout);
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

    private bool IsFoundThroughout(int column)
    {
        for (int t = 0; t < Layout.Periods; t++)
        {
            if (Layout.UnknownOfCell[((Layout.History + t) * _code.Model.Symbols.Count) + column] < 0) { return false; }
        }

        return true;
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

    /// <summary>Factorises the Jacobian, period by period if possible, and computes the Newton step.</summary>
    private bool TryFactorise()
    {
        _isByPeriod = _byPeriod is not null && _byPeriod.TryFactorise(_values);
        if (_isByPeriod)
        {
            SolveForStep(_step);
            if (IsSolved(_step)) { return true; }
            _isByPeriod = false;
        }

        if (!TryFactoriseWhole()) { return false; }
        SolveForStep(_step);
        return true;
    }

    private bool TryFactoriseWhole()
    {
        WholeFactorisations++;
        if (_lu is not null && _lu.Refactorise(_values) == PivotQuality.Good) { return true; }
        bool isFactorised = SparseLu.TryFactorise(Layout.Symbolic, _values, out var fresh, out var deficiency);
        (_lu, Deficiency) = (fresh, deficiency);
        return isFactorised;
    }

    /// <summary>Minus the residuals, divided by the Jacobian last factorised.</summary>
    private void SolveForStep(double[] step)
    {
        for (int row = 0; row < step.Length; row++) { step[row] = -Residuals[row]; }
        if (_isByPeriod) { _byPeriod!.Solve(_values, step); }
        else { _lu!.Solve(step); }
    }

    /// <summary>Whether the step solves the linear system but for rounding, as elimination without exchange between periods does not promise.</summary>
    private bool IsSolved(double[] step)
    {
        SparseMatrix.Multiply(Layout.Pattern, _values, step, _simplified);
        double error = 0.0;
        double norm = 0.0;
        for (int row = 0; row < step.Length; row++)
        {
            error = Math.Max(error, Math.Abs(_simplified[row] + Residuals[row]) / _scales[row]);
            norm = Math.Max(norm, Math.Abs(Residuals[row]) / _scales[row]);
            if (!double.IsFinite(_simplified[row])) { return false; }
        }

        return error <= LargestLinearError * norm;
    }

    /// <summary>Takes the Newton step, halved until it leads nearer to the solution.</summary>
    /// <remarks>
    /// Nearer is where the step that the same Jacobian would take next is shorter, which does not depend on how equations are written or scaled.
    /// Source: P. Deuflhard (2004), "Newton Methods for Nonlinear Problems", chapter 3 (natural monotonicity test).
    /// </remarks>
    private bool TryAdvance(Paths frame, out double norm)
    {
        double[] cells = frame.Values;
        int[] cellOf = Layout.CellOfUnknown;
        for (int u = 0; u < _from.Length; u++) { _from[u] = cells[cellOf[u]]; }
        double whole = Length(_step);
        double share = 1.0;
        norm = double.NaN;
        for (int halving = 0; halving <= _options.MaxHalvings; halving++, share *= 0.5)
        {
            for (int u = 0; u < _from.Length; u++) { cells[cellOf[u]] = _from[u] + (share * _step[u]); }
            norm = Evaluate(frame);
            if (norm <= _options.RoundingTolerance) { return true; }
            if (!double.IsFinite(norm)) { continue; }
            SolveForStep(_simplified);
            if (Length(_simplified) < whole) { return true; }
        }

        return false;
    }

    /// <summary>The largest share by which a step changes a value, counting no value as smaller than a thousandth of a unit.</summary>
    private double Length(double[] step)
    {
        double length = 0.0;
        for (int u = 0; u < step.Length; u++) { length = Math.Max(length, Math.Abs(step[u]) / Math.Max(Math.Abs(_from[u]), 1e-3)); }
        return length;
    }
}
