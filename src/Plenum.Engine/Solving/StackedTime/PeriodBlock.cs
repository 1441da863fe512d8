using Plenum.Numerics.Factorization;
using Plenum.Numerics.Sparse;

namespace Plenum.Engine.Solving.StackedTime;

/// <summary>The equations of one period within the elimination: its own unknowns, its lags, its leads, and the factors.</summary>
internal sealed class PeriodBlock
{
    private readonly int _n;
    private readonly int[] _entryOfLag;
    private readonly int _slots;
    private SparseLu? _lu;

    /// <summary>Sorts the entries of a period.</summary>
    /// <param name="layout">The window.</param>
    /// <param name="slots">The values looked ahead to.</param>
    /// <param name="period">The period, from 0.</param>
    /// <param name="before">The analysis of the period before, which is used again where the pattern is the same.</param>
    public PeriodBlock(StackedLayout layout, LeadSlots slots, int period, SymbolicLu? before)
    {
        Period = period;
        _n = layout.Equations;
        _slots = slots.Count;
        Ahead = new double[_slots * _n];
        var own = new List<(int Row, int Column, int Value)>();
        var lags = new List<(int Row, int Unknown, int Value)>();
        var leads = new List<(int Row, int Slot, int Value)>();
        int columns = layout.Code.Model.Symbols.Count;
        for (int u = 0; u < layout.CellOfUnknown.Length; u++)
        {
            int distance = (u / _n) - period;
            var rows = layout.Pattern.RowsOf(u);
            for (int p = ~rows.BinarySearch(new RowBoundary(period * _n)); p < rows.Length && rows[p] < (period + 1) * _n; p++)
            {
                int row = rows[p] - (period * _n);
                int value = layout.Pattern.Starts[u] + p;
                if (distance == 0) { own.Add((row, u % _n, value)); }
                else if (distance < 0) { lags.Add((row, u, value)); }
                else { leads.Add((row, slots.Find(layout.CellOfUnknown[u] % columns, distance), value)); }
            }
        }

        (Lags, Leads) = ([.. lags], [.. leads]);
        var fill = FillOfLags(slots, lags);
        var pattern = SparsePattern.FromEntries(_n, _n, [.. own.Select(o => o.Row), .. fill.Select(f => f.Row)], [.. own.Select(o => o.Column), .. fill.Select(f => f.Column)]);
        Symbolic = before is not null && IsSame(before.Pattern, pattern) ? before : SymbolicLu.Analyse(pattern, PreferredRows(layout, pattern));
        Own = [.. own.Select(o => (o.Value, pattern.IndexOf(o.Row, o.Column)))];
        _entryOfLag = new int[lags.Count * _slots];
        Array.Fill(_entryOfLag, -1);
        foreach (var (lag, slot, row, column) in fill) { _entryOfLag[(lag * _slots) + slot] = pattern.IndexOf(row, column); }
    }

    public int Period { get; }

    /// <summary>Pattern and ordering of the period's own unknowns, once lags are substituted.</summary>
    public SymbolicLu Symbolic { get; }

    /// <summary>Values by the period's own unknowns: place among all values, and entry of the block.</summary>
    public (int Value, int Entry)[] Own { get; }

    /// <summary>Values by unknowns of periods before.</summary>
    public (int Row, int Unknown, int Value)[] Lags { get; }

    /// <summary>Values by unknowns of later periods.</summary>
    public (int Row, int Slot, int Value)[] Leads { get; }

    /// <summary>How the period's equations, and after elimination its unknowns, depend on later values; slots x equations.</summary>
    public double[] Ahead { get; }

    /// <summary>The entry of the block where a lag adds through a value of this period that earlier ones looked ahead to; -1 where that is given.</summary>
    public int EntryOfLag(int lag, int slot) => _entryOfLag[(lag * _slots) + slot];

    /// <summary>Factorises with the pivots of the last time, or afresh where these no longer serve.</summary>
    public bool TryFactorise(ReadOnlySpan<double> values)
    {
        if (_lu is not null && _lu.Refactorise(values) == PivotQuality.Good) { return true; }
        return SparseLu.TryFactorise(Symbolic, values, out _lu, out _);
    }

    /// <summary>Solves for the period's unknowns.</summary>
    public void Solve(Span<double> b) => _lu!.Solve(b);

    /// <summary>Turns the dependence of the equations on one later value into that of the unknowns.</summary>
    public void SolveAhead(int slot)
    {
        var column = Ahead.AsSpan(slot * _n, _n);
        if (column.ContainsAnyExcept(0.0)) { _lu!.Solve(column); }
    }

    private List<(int Lag, int Slot, int Row, int Column)> FillOfLags(LeadSlots slots, List<(int Row, int Unknown, int Value)> lags)
    {
        var fill = new List<(int Lag, int Slot, int Row, int Column)>();
        for (int lag = 0; lag < lags.Count; lag++)
        {
            for (int slot = 0; slot < slots.Count; slot++)
            {
                int unknown = slots.LeadOf(slot) == 1 ? slots.UnknownAt(slot, Period - 1) : -1;
                if (unknown >= 0) { fill.Add((lag, slot, lags[lag].Row, unknown % _n)); }
            }
        }

        return fill;
    }

    private int[] PreferredRows(StackedLayout layout, SparsePattern pattern)
    {
        int[] rows = layout.PreferredRows.AsSpan(Period * _n, _n).ToArray();
        for (int i = 0; i < _n; i++) { rows[i] = rows[i] >= 0 && pattern.IndexOf(rows[i] % _n, i) >= 0 ? rows[i] % _n : -1; }
        return rows;
    }

    private static bool IsSame(SparsePattern one, SparsePattern other) => one.Starts.SequenceEqual(other.Starts) && one.Rows.SequenceEqual(other.Rows);

    /// <summary>Compares as lying just before a row, so that a search for it ends where the row would stand.</summary>
    private readonly record struct RowBoundary(int Row) : IComparable<int>
    {
        public int CompareTo(int other) => Row <= other ? -1 : 1;
    }
}
