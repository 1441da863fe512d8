namespace Plenum.Engine.Solving.StackedTime;

/// <summary>Solves linear systems on a stacked Jacobian by eliminating one period after the other.</summary>
/// <remarks>
/// <para>
/// Given the periods before, the unknowns of period t are x(t) = d(t) - C(t) y(t), where y(t) collects the few later values that anything up to t
/// looks ahead to. Substituting this for the lags leaves each period a system of its own size, and C(t) has a column only for each lead.
/// The factors of lags are never formed, so the work is that of one period's factorisation times the number of periods.
/// </para>
/// <para>
/// Pivots are chosen within a period only. Where that does not serve, because a period's equations need its leads to determine its
/// unknowns, factorise the stacked matrix as a whole instead.
/// </para>
/// <para>Sources: J.-P. Laffargue (1990), "Résolution d'un modèle macroéconomique avec anticipations rationnelles", Annales d'Économie et de Statistique 17;
/// R. Boucekkine (1995), "An alternative methodology for solving nonlinear forward-looking models", J. Econ. Dyn. Control 19(4), for one lag and one lead.</para>
/// </remarks>
internal sealed class PeriodElimination
{
    private readonly int _n;
    private readonly LeadSlots _slots;
    private readonly PeriodBlock[] _periods;
    private readonly int _deepest;
    private readonly double[] _blockValues;
    private readonly double[] _coefficients;
    private readonly double[] _ahead;
    private readonly double[] _aheadConstants;

    private PeriodElimination(StackedLayout layout, LeadSlots slots, PeriodBlock[] periods)
    {
        _n = layout.Equations;
        _slots = slots;
        _periods = periods;
        _deepest = periods.Max(p => p.Lags.Length == 0 ? 0 : p.Period - p.Lags.Min(l => l.Unknown / _n));
        _blockValues = new double[periods.Max(p => p.Symbolic.Pattern.EntryCount)];
        _coefficients = new double[slots.Count];
        _ahead = new double[(_deepest + 1) * slots.Count * slots.Count];
        _aheadConstants = new double[(_deepest + 1) * slots.Count];
    }

    /// <summary>Prepares the elimination; null where the pattern of some period makes it singular by itself.</summary>
    public static PeriodElimination? TryCreate(StackedLayout layout)
    {
        var slots = new LeadSlots(layout);
        var periods = new PeriodBlock[layout.Periods];
        for (int t = 0; t < periods.Length; t++)
        {
            periods[t] = new PeriodBlock(layout, slots, t, t == 0 ? null : periods[t - 1].Symbolic);
            if (periods[t].Symbolic.Deficiency is not null) { return null; }
        }

        return new PeriodElimination(layout, slots, periods);
    }

    /// <summary>Eliminates all periods.</summary>
    /// <param name="values">Values of the stacked Jacobian, in the order of its pattern.</param>
    /// <returns>Whether every period could be eliminated.</returns>
    public bool TryFactorise(ReadOnlySpan<double> values)
    {
        int m = _slots.Count;
        foreach (var period in _periods)
        {
            var block = _blockValues.AsSpan(0, period.Symbolic.Pattern.EntryCount);
            block.Clear();
            Array.Clear(period.Ahead);
            foreach (var (value, entry) in period.Own) { block[entry] += values[value]; }
            foreach (var (row, slot, value) in period.Leads) { period.Ahead[(slot * _n) + row] += values[value]; }
            if (m > 0 && period.Lags.Length > 0) { SubstituteLags(period, values, block); }
            if (!period.TryFactorise(block)) { return false; }
            for (int slot = 0; slot < m; slot++) { period.SolveAhead(slot); }
        }

        return true;
    }

    /// <summary>Solves A x = b with the factors of the values last eliminated.</summary>
    /// <param name="values">These values.</param>
    /// <param name="b">Right-hand side by row; overwritten by the solution, by unknown.</param>
    public void Solve(ReadOnlySpan<double> values, Span<double> b)
    {
        int m = _slots.Count;
        foreach (var period in _periods)
        {
            var own = b.Slice(period.Period * _n, _n);
            if (m > 0 && period.Lags.Length > 0) { FillAheadConstants(period.Period, b); }
            foreach (var (row, unknown, value) in period.Lags)
            {
                var (s, i) = Math.DivRem(unknown, _n);
                double known = b[unknown];
                for (int slot = 0; slot < m; slot++) { known -= _periods[s].Ahead[(slot * _n) + i] * _aheadConstants[((period.Period - 1 - s) * m) + slot]; }
                own[row] -= values[value] * known;
            }

            period.Solve(own);
        }

        for (int t = _periods.Length - 1; t >= 0; t--)
        {
            for (int slot = 0; slot < m; slot++)
            {
                int unknown = _slots.UnknownAt(slot, t);
                if (unknown < 0 || b[unknown] == 0.0) { continue; }
                double ahead = b[unknown];
                for (int i = 0; i < _n; i++) { b[(t * _n) + i] -= _periods[t].Ahead[(slot * _n) + i] * ahead; }
            }
        }
    }

    /// <summary>Replaces the lags by what they are in terms of the values that the period before looks ahead to.</summary>
    private void SubstituteLags(PeriodBlock period, ReadOnlySpan<double> values, Span<double> block)
    {
        int m = _slots.Count;
        FillAhead(period.Period);
        for (int lag = 0; lag < period.Lags.Length; lag++)
        {
            var (row, unknown, value) = period.Lags[lag];
            var (s, i) = Math.DivRem(unknown, _n);
            Chain(_periods[s], i, _ahead.AsSpan((period.Period - 1 - s) * m * m, m * m));
            for (int slot = 0; slot < m; slot++)
            {
                double coefficient = values[value] * _coefficients[slot];
                if (coefficient == 0.0) { continue; }
                int later = _slots.Later(slot);
                if (later >= 0) { period.Ahead[(later * _n) + row] += coefficient; }
                else if (period.EntryOfLag(lag, slot) is >= 0 and int entry) { block[entry] += coefficient; }
            }
        }
    }

    /// <summary>For the periods s before t, the later values that s looks ahead to in terms of those that t - 1 looks ahead to.</summary>
    /// <remarks>Shape: (t - 1 - s) x slot of s x slot of t - 1.</remarks>
    private void FillAhead(int t)
    {
        int m = _slots.Count;
        Array.Clear(_ahead);
        for (int distance = 0; distance <= Math.Min(_deepest, t) - 1; distance++)
        {
            int s = t - 1 - distance;
            for (int slot = 0; slot < m; slot++)
            {
                var target = _ahead.AsSpan(((distance * m) + slot) * m, m);
                int lead = _slots.LeadOf(slot);
                if (lead > distance) { target[_slots.Nearer(slot, distance)] = 1.0; continue; }
                int unknown = _slots.UnknownAt(slot, s);
                if (unknown < 0) { continue; }
                Chain(_periods[s + lead], unknown % _n, _ahead.AsSpan((distance - lead) * m * m, m * m));
                _coefficients.CopyTo(target);
            }
        }
    }

    /// <summary>Minus row i of C(s), times the matrix that says what the values it looks ahead to are.</summary>
    private void Chain(PeriodBlock period, int i, ReadOnlySpan<double> ahead)
    {
        int m = _slots.Count;
        Array.Clear(_coefficients);
        for (int slot = 0; slot < m; slot++)
        {
            double factor = -period.Ahead[(slot * _n) + i];
            if (factor == 0.0) { continue; }
            for (int k = 0; k < m; k++) { _coefficients[k] += factor * ahead[(slot * m) + k]; }
        }
    }

    /// <summary>The later values that the periods before t look ahead to, while those that t - 1 looks ahead to count as zero.</summary>
    private void FillAheadConstants(int t, ReadOnlySpan<double> d)
    {
        int m = _slots.Count;
        for (int distance = 0; distance <= Math.Min(_deepest, t) - 1; distance++)
        {
            int s = t - 1 - distance;
            for (int slot = 0; slot < m; slot++)
            {
                int lead = _slots.LeadOf(slot);
                int unknown = lead > distance ? -1 : _slots.UnknownAt(slot, s);
                double value = unknown < 0 ? 0.0 : d[unknown];
                for (int k = 0; k < m && unknown >= 0; k++) { value -= _periods[s + lead].Ahead[(k * _n) + (unknown % _n)] * _aheadConstants[((distance - lead) * m) + k]; }
                _aheadConstants[(distance * m) + slot] = value;
            }
        }
    }
}
