using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Plenum.Engine.Closures;
using Plenum.Engine.Solving;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Engine.Solving.StackedTime;
using Plenum.Language.Binding;
using Plenum.Series;

namespace Plenum.Engine.Sensitivities;

/// <summary>First-order changes of a solved path, forward (tangents) and backward (gradients), from exact derivatives.</summary>
/// <remarks>
/// <para>
/// On a solved path the equations of period t hold: F(y[t], y[t-1], ..., x[t], ...) = 0. A change of what is given moves y[t] by the
/// solution of F_y dy[t] = -(F_lags dy[earlier] + F_x dx): one factorisation a period, one solve a direction. The gradient of a number runs
/// the same chain backward through the transposed factors: one solve a period, whatever the count of given values.
/// </para>
/// <para>
/// At a kink (min, max, abs, if) the derivative is that of the side on which the path lies.
/// Source: A. Griewank and A. Walther (2008), "Evaluating Derivatives", 2nd ed., chapters 3 and 15 (implicit functions).
/// One instance serves one thread at a time.
/// </para>
/// </remarks>
public sealed class SensitivitySolver
{
    private readonly BoundModel _model;
    private readonly Closure _closure;
    private readonly StackedCode? _code;
    private readonly int[] _slotOfColumn;
    private readonly int _slots;
    private readonly double[] _partials;
    private readonly double[] _scratch;
    private readonly double[] _residuals;
    private readonly double[] _solve;
    private readonly List<PeriodJacobian> _jacobians = [];
    private readonly Dictionary<Period, PeriodJacobian> _jacobianAt = [];
    private double[] _right = [];

    /// <summary>Compiles the derivatives.</summary>
    /// <param name="model">The model.</param>
    /// <param name="given">Columns that may be moved; endogenous names may always be, where a swap or the window makes them given.</param>
    /// <param name="closure">Who is found and who is given; the model's own where null.</param>
    public SensitivitySolver(BoundModel model, IEnumerable<int> given, Closure? closure = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(given);
        _model = model;
        _closure = closure ?? Closure.Declared(model);
        var movable = new SortedSet<int>(given);
        foreach (var symbol in model.Symbols)
        {
            if (symbol.Role == Role.Endogenous) { movable.Add(symbol.Column); }
        }

        foreach (var swap in _closure.Swaps) { movable.Add(swap.Endogenised); }
        _slotOfColumn = new int[model.Symbols.Count];
        Array.Fill(_slotOfColumn, -1);
        foreach (int column in movable) { _slotOfColumn[column] = _slots++; }
        _code = model.Reach.Lead > 0 ? null : new StackedCode(model, movable);
        _partials = new double[Math.Max(1, _code?.Partials.Length ?? 0)];
        _scratch = new double[Math.Max(1, _code?.ScratchCount ?? 0)];
        _residuals = new double[Math.Max(1, model.Equations.Count)];
        _solve = new double[model.Equations.Count];
    }

    /// <summary>How every name moves along some directions.</summary>
    /// <param name="solved">Paths that solve the window under the closure.</param>
    /// <param name="from">First solved period.</param>
    /// <param name="to">Last solved period wanted.</param>
    /// <param name="directions">The directions; a change of a value that is found in its period has no effect.</param>
    /// <param name="tangents">The changes.</param>
    /// <param name="failure">Why there are none.</param>
    /// <exception cref="ArgumentException">A direction moves a name that this solver was not told of.</exception>
    /// <remarks>Cost: one evaluation of the derivatives and one sparse refactorisation a period, one solve a period and direction.</remarks>
    public bool TryTangents(
        Paths solved,
        Period from,
        Period to,
        IReadOnlyList<Perturbation> directions,
        [NotNullWhen(true)] out TangentPaths? tangents,
        [NotNullWhen(false)] out SolveOutcome? failure)
    {
        tangents = NewTangents(from, to, directions);
        failure = Update(tangents, solved, from);
        if (failure is not null) { tangents = null; }
        return failure is null;
    }

    /// <summary>The gradient of a weighted sum of values of a path.</summary>
    /// <param name="solved">Paths that solve the window under the closure.</param>
    /// <param name="from">First solved period.</param>
    /// <param name="outcome">The values in the sum, each with its weight as <see cref="ValueChange.Change"/>.</param>
    /// <param name="gradient">The gradient by every given value.</param>
    /// <param name="failure">Why there is none.</param>
    /// <exception cref="ArgumentException">The sum is empty, or holds a name that this solver was not told of.</exception>
    public bool TryGradient(
        Paths solved,
        Period from,
        IReadOnlyList<ValueChange> outcome,
        [NotNullWhen(true)] out PathGradient? gradient,
        [NotNullWhen(false)] out SolveOutcome? failure)
    {
        ArgumentNullException.ThrowIfNull(solved);
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Count == 0) { throw new ArgumentException("Name at least one value whose gradient is wanted.", nameof(outcome)); }
        RequireMovable(outcome, nameof(outcome));
        gradient = null;
        failure = Unusable(solved, from);
        if (failure is not null) { return false; }
        var start = from + _model.Reach.Lag;
        var to = outcome.Max(o => o.Period);
        var found = new PathGradient(_model, start, Later(to, from) - start + 1, _slotOfColumn, _slots);
        foreach (var value in outcome) { found.Values[found.At(value.Period - start, _slotOfColumn[value.Column])] += value.Change; }
        for (var period = to; period >= from; period += -1)
        {
            var jacobian = JacobianAt(period);
            failure = Linearise(jacobian, solved, period);
            if (failure is not null) { return false; }
            PullBack(found, jacobian, period - start);
        }

        failure = null;
        gradient = found;
        return true;
    }

    /// <summary>Room for tangents along some directions, to be filled again and again.</summary>
    internal TangentPaths NewTangents(Period from, Period to, IReadOnlyList<Perturbation> directions)
    {
        ArgumentNullException.ThrowIfNull(directions);
        foreach (var direction in directions) { RequireMovable(direction.Changes, nameof(directions)); }
        var start = from + _model.Reach.Lag;
        return new TangentPaths(_model, start, Later(to, from) - start + 1, _slotOfColumn, _slots, directions);
    }

    /// <summary>Computes tangents at a solved path; null where that succeeds.</summary>
    internal SolveOutcome? Update(TangentPaths tangents, Paths solved, Period from)
    {
        ArgumentNullException.ThrowIfNull(solved);
        if (Unusable(solved, from) is { } unusable) { return unusable; }
        tangents.Reset();
        for (int t = from - tangents.Start; t < tangents.Count; t++)
        {
            var jacobian = JacobianAt(tangents.Start + t);
            if (Linearise(jacobian, solved, tangents.Start + t) is { } failure) { return failure; }
            PushForward(tangents, jacobian, t);
        }

        return null;
    }

    /// <summary>Why no derivative can be had: the model looks ahead, or the paths begin too late.</summary>
    private SolveOutcome? Unusable(Paths solved, Period from)
    {
        if (solved.Model != _model) { throw new ArgumentException("The paths belong to another model.", nameof(solved)); }
        if (_code is null) { return SolveFailures.LooksAhead(_model); }
        int first = solved.IndexOf(from);
        return first + _model.Reach.Lag < 0 ? SolveFailures.NoHistory(solved, first) : null;
    }

    /// <summary>Computes all partial derivatives of a period and factorises those by its unknowns.</summary>
    private SolveOutcome? Linearise(PeriodJacobian jacobian, Paths solved, Period period)
    {
        ref double now = ref solved.Values[solved.IndexOf(period) * solved.Columns];
        _code!.Evaluate.Run(ref now, ref _scratch[0], ref _residuals[0]);
        _code.Differentiate.Run(ref now, ref _scratch[0], ref _partials[0]);
        return jacobian.Factorise(_partials, period);
    }

    private void PushForward(TangentPaths tangents, PeriodJacobian jacobian, int t)
    {
        int width = tangents.Directions.Count;
        int needed = _model.Equations.Count * width;
        if (_right.Length < needed) { _right = new double[needed]; }
        var right = _right.AsSpan(0, needed);
        right.Clear();
        foreach (int p in jacobian.OtherPartials)
        {
            var partial = _code!.Partials[p];
            if (_partials[p] == 0.0) { continue; }
            Subtract(right.Slice(partial.Equation * width, width), _partials[p], tangents.Values.AsSpan(tangents.At(t + partial.Lag, _slotOfColumn[partial.Column]), width));
        }

        for (int d = 0; d < width; d++)
        {
            for (int e = 0; e < _solve.Length; e++) { _solve[e] = right[(e * width) + d]; }
            jacobian.Solve(_solve);
            for (int u = 0; u < _solve.Length; u++) { tangents.Values[tangents.At(t, _slotOfColumn[jacobian.Columns[u]]) + d] = _solve[u]; }
        }
    }

    private void PullBack(PathGradient gradient, PeriodJacobian jacobian, int t)
    {
        for (int u = 0; u < _solve.Length; u++)
        {
            ref double weight = ref gradient.Values[gradient.At(t, _slotOfColumn[jacobian.Columns[u]])];
            _solve[u] = weight;
            weight = 0.0;
        }

        jacobian.SolveTransposed(_solve);
        foreach (int p in jacobian.OtherPartials)
        {
            var partial = _code!.Partials[p];
            gradient.Values[gradient.At(t + partial.Lag, _slotOfColumn[partial.Column])] -= _partials[p] * _solve[partial.Equation];
        }
    }

    private PeriodJacobian JacobianAt(Period period)
    {
        if (_jacobianAt.TryGetValue(period, out var known)) { return known; }
        var unknowns = _closure.UnknownsAt(period);
        var jacobian = _jacobians.Find(j => j.Unknowns.SetEquals(unknowns));
        if (jacobian is null) { _jacobians.Add(jacobian = new PeriodJacobian(_code!, unknowns)); }
        _jacobianAt[period] = jacobian;
        return jacobian;
    }

    private static Period Later(Period one, Period other) => one > other ? one : other;

    private void RequireMovable(IReadOnlyList<ValueChange> changes, string parameter)
    {
        foreach (var change in changes)
        {
            if (_slotOfColumn[change.Column] < 0) { throw new ArgumentException($"'{_model.Symbols[change.Column].Name}' was not named among the given columns that may be moved.", parameter); }
        }
    }

    /// <summary>target -= factor * source.</summary>
    private static void Subtract(Span<double> target, double factor, ReadOnlySpan<double> source)
    {
        int width = Vector<double>.Count;
        int i = 0;
        var factors = new Vector<double>(factor);
        for (; i + width <= target.Length; i += width) { (new Vector<double>(target[i..]) - (factors * new Vector<double>(source[i..]))).CopyTo(target[i..]); }
        for (; i < target.Length; i++) { target[i] -= factor * source[i]; }
    }
}
