using Plenum.Engine.Solving;
using Plenum.Engine.Solving.StackedTime;
using Plenum.Language.Binding;
using Plenum.Numerics.Factorization;
using Plenum.Numerics.Sparse;
using Plenum.Series;

namespace Plenum.Engine.Sensitivities;

/// <summary>The derivative of the equations of a period by its own unknowns, factorised, and by everything else that they read.</summary>
/// <remarks>One for each set of unknowns. Pivots are kept from period to period and chosen anew where they no longer serve.</remarks>
internal sealed class PeriodJacobian
{
    private readonly BoundModel _model;
    private readonly SymbolicLu _symbolic;
    private readonly int[] _entryOfOwn;
    private readonly int[] _ownPartials;
    private readonly double[] _values;
    private SparseLu? _lu;

    /// <summary>Sorts the partial derivatives for one set of unknowns.</summary>
    /// <param name="code">The compiled derivatives.</param>
    /// <param name="unknowns">The columns that are found in the period.</param>
    public PeriodJacobian(StackedCode code, IReadOnlySet<int> unknowns)
    {
        _model = code.Model;
        Unknowns = unknowns;
        Columns = [.. unknowns.Order()];
        var indexOfColumn = new Dictionary<int, int>(Columns.Length);
        for (int u = 0; u < Columns.Length; u++) { indexOfColumn[Columns[u]] = u; }
        var own = new List<int>();
        var other = new List<int>();
        for (int p = 0; p < code.Partials.Length; p++)
        {
            bool isOwn = code.Partials[p].Lag == 0 && indexOfColumn.ContainsKey(code.Partials[p].Column);
            (isOwn ? own : other).Add(p);
        }

        (_ownPartials, OtherPartials) = ([.. own], [.. other]);
        int[] rows = [.. own.Select(p => code.Partials[p].Equation)];
        int[] columns = [.. own.Select(p => indexOfColumn[code.Partials[p].Column])];
        var pattern = SparsePattern.FromEntries(_model.Equations.Count, Columns.Length, rows, columns);
        _entryOfOwn = [.. own.Select((_, i) => pattern.IndexOf(rows[i], columns[i]))];
        _values = new double[pattern.EntryCount];
        _symbolic = SymbolicLu.Analyse(pattern, PreferredRows(indexOfColumn, pattern));
    }

    /// <summary>The columns that are found.</summary>
    public IReadOnlySet<int> Unknowns { get; }

    /// <summary>The same in the order of the factors.</summary>
    public int[] Columns { get; }

    /// <summary>The partial derivatives by lags and by what is given, as places among all.</summary>
    public int[] OtherPartials { get; }

    /// <summary>Factorises; null where that succeeds.</summary>
    public SolveOutcome? Factorise(ReadOnlySpan<double> partials, Period period)
    {
        for (int i = 0; i < _ownPartials.Length; i++) { _values[_entryOfOwn[i]] = partials[_ownPartials[i]]; }
        if (_lu is not null && _lu.Refactorise(_values) == PivotQuality.Good) { return null; }
        if (SparseLu.TryFactorise(_symbolic, _values, out _lu, out var deficiency)) { return null; }
        return new SolveOutcome.Singular(period, [.. deficiency.Rows.Select(r => _model.Equations[r])], [.. deficiency.Columns.Select(c => _model.Symbols[Columns[c]])]);
    }

    /// <summary>Solves for the unknowns, in the order of <see cref="Columns"/>.</summary>
    public void Solve(Span<double> b) => _lu!.Solve(b);

    /// <summary>Solves the transposed system: from the unknowns to the equations.</summary>
    public void SolveTransposed(Span<double> b) => _lu!.SolveTransposed(b);

    /// <summary>The equation that is written for each unknown, where it contains it.</summary>
    private int[] PreferredRows(Dictionary<int, int> indexOfColumn, SparsePattern pattern)
    {
        var rows = new int[Columns.Length];
        Array.Fill(rows, -1);
        for (int e = 0; e < _model.Equations.Count; e++)
        {
            if (indexOfColumn.TryGetValue(_model.Equations[e].Determines, out int u) && pattern.IndexOf(e, u) >= 0) { rows[u] = e; }
        }

        return rows;
    }
}
