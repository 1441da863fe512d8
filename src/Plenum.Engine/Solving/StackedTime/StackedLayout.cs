using Plenum.Language.Binding;
using Plenum.Numerics.Factorization;
using Plenum.Numerics.Sparse;

namespace Plenum.Engine.Solving.StackedTime;

/// <summary>Where each equation, unknown and partial derivative of a window stands in the stacked system.</summary>
/// <remarks>
/// Row of equation e in period t: t * equations + e. The unknowns of a period, by ascending column, follow those of the period before.
/// Values live in a frame of rows: <see cref="History"/> periods before the window, the window, and as many periods after it as the farthest
/// lead. A lead that reaches beyond the window depends on the last two periods through the terminal condition.
/// </remarks>
internal sealed class StackedLayout
{
    private readonly Lazy<SymbolicLu> _symbolic;

    /// <summary>Lays out a window.</summary>
    /// <param name="code">The compiled model.</param>
    /// <param name="unknowns">For each period, the columns that are found, ascending; as many as there are equations.</param>
    public StackedLayout(StackedCode code, IReadOnlyList<int[]> unknowns)
    {
        Code = code;
        Periods = unknowns.Count;
        Equations = code.Model.Equations.Count;
        History = Math.Max(1, -code.Model.Reach.Lag);
        Leads = code.Model.Reach.Lead;
        LeadColumns = [.. code.Reads.Where(r => r.Lag > 0 && code.Model.Symbols[r.Column].Role == Role.Endogenous).Select(r => r.Column).Distinct()];

        int columns = code.Model.Symbols.Count;
        CellOfUnknown = new int[Periods * Equations];
        UnknownOfCell = new int[(History + Periods + Leads) * columns];
        Array.Fill(UnknownOfCell, -1);
        for (int u = 0; u < CellOfUnknown.Length; u++)
        {
            int cell = ((History + (u / Equations)) * columns) + unknowns[u / Equations][u % Equations];
            CellOfUnknown[u] = cell;
            UnknownOfCell[cell] = u;
        }

        EntryOfPartial = new int[Periods * code.Partials.Length];
        Array.Fill(EntryOfPartial, -1);
        var places = Places();
        Pattern = SparsePattern.FromEntries(CellOfUnknown.Length, CellOfUnknown.Length, places.Select(p => p.Row).ToArray(), places.Select(p => p.Unknown).ToArray());
        var terminal = new List<TerminalEntry>();
        foreach (var place in places)
        {
            int entry = Pattern.IndexOf(place.Row, place.Unknown);
            if (place.Slot < 0) { EntryOfPartial[place.Partial] = entry; }
            else { terminal.Add(new TerminalEntry(place.Partial, place.Slot, place.IsLast, entry)); }
        }

        TerminalEntries = [.. terminal];
        PreferredRows = RowsWrittenFor();
        _symbolic = new Lazy<SymbolicLu>(() => SymbolicLu.Analyse(Pattern, PreferredRows));
    }

    public StackedCode Code { get; }

    public int Periods { get; }

    public int Equations { get; }

    /// <summary>Rows of the frame before the window.</summary>
    public int History { get; }

    /// <summary>Rows of the frame after the window.</summary>
    public int Leads { get; }

    /// <summary>The endogenous columns that some equation reads ahead.</summary>
    public int[] LeadColumns { get; }

    /// <summary>Place in the frame of each unknown.</summary>
    public int[] CellOfUnknown { get; }

    /// <summary>The unknown at each place of the frame; -1 where the value is given.</summary>
    public int[] UnknownOfCell { get; }

    public SparsePattern Pattern { get; }

    /// <summary>For each unknown the row of the equation written for it in its period; -1 where that does not contain it.</summary>
    public int[] PreferredRows { get; }

    /// <summary>Analysis of the whole pattern.</summary>
    public SymbolicLu Symbolic => _symbolic.Value;

    /// <summary>For each period and partial derivative, the entry it adds to; -1 where it is by a given value.</summary>
    public int[] EntryOfPartial { get; }

    /// <summary>The partial derivatives by values after the window, each with an unknown that it depends on.</summary>
    public TerminalEntry[] TerminalEntries { get; }

    private List<Place> Places()
    {
        var partials = Code.Partials;
        int columns = Code.Model.Symbols.Count;
        var places = new List<Place>(Periods * partials.Length);
        for (int t = 0; t < Periods; t++)
        {
            for (int p = 0; p < partials.Length; p++)
            {
                var (equation, column, lag) = partials[p];
                var place = new Place((t * Equations) + equation, UnknownOfCell[((History + t + lag) * columns) + column], (t * partials.Length) + p, -1, false);
                if (place.Unknown >= 0) { places.Add(place); }
                int beyond = t + lag - Periods;
                int lead = beyond < 0 ? -1 : Array.IndexOf(LeadColumns, column);
                if (lead < 0) { continue; }
                int last = ((History + Periods - 1) * columns) + column;
                Span<(int Cell, bool IsLast)> bases = [(last, true), (last - columns, false)];
                foreach (var (cell, isLast) in bases)
                {
                    if (UnknownOfCell[cell] >= 0) { places.Add(place with { Unknown = UnknownOfCell[cell], Slot = (lead * Leads) + beyond, IsLast = isLast }); }
                }
            }
        }

        return places;
    }

    private int[] RowsWrittenFor()
    {
        var writtenFor = new Dictionary<int, int>();
        for (int e = 0; e < Equations; e++)
        {
            var equation = Code.Model.Equations[e];
            if (equation.Determines >= 0) { writtenFor.TryAdd(equation.Determines, e); }
            if (equation.AddFactor >= 0) { writtenFor.TryAdd(equation.AddFactor, e); }
        }

        int columns = Code.Model.Symbols.Count;
        var rows = new int[CellOfUnknown.Length];
        for (int u = 0; u < rows.Length; u++)
        {
            int row = writtenFor.TryGetValue(CellOfUnknown[u] % columns, out int equation) ? (u / Equations * Equations) + equation : -1;
            rows[u] = row >= 0 && Pattern.IndexOf(row, u) >= 0 ? row : -1;
        }

        return rows;
    }

    /// <summary>One contribution to the Jacobian.</summary>
    private readonly record struct Place(int Row, int Unknown, int Partial, int Slot, bool IsLast);
}

/// <summary>What a partial derivative by a value after the window adds to the Jacobian, through one of the values that it continues.</summary>
/// <param name="Partial">Position of the partial derivative, period by period.</param>
/// <param name="Slot">The value after the window: lead column * leads + (periods after the window - 1).</param>
/// <param name="IsLast">Whether the unknown belongs to the last period of the window; otherwise to the one before.</param>
/// <param name="Entry">The entry of the Jacobian.</param>
internal readonly record struct TerminalEntry(int Partial, int Slot, bool IsLast, int Entry);
