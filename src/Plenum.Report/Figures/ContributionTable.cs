namespace Plenum.Report.Figures;

/// <summary>One row of contributions.</summary>
/// <param name="Name">What contributes.</param>
/// <param name="Value">Its contribution.</param>
/// <param name="Note">A few words beside the name, such as where it comes from; empty for none.</param>
public sealed record Contribution(string Name, double Value, string Note = "");

/// <summary>Contributions that add up, largest first, each with its share and a bar.</summary>
public static class ContributionTable
{
    private const int HalfBar = 9;
    private const char Bar = '█';
    private const char Axis = '│';

    /// <summary>Draws the table.</summary>
    /// <param name="title">The heading of the first column.</param>
    /// <param name="contributions">The rows, in any order.</param>
    /// <param name="total">What they add up to.</param>
    /// <param name="unit">"%" or "pp".</param>
    /// <param name="top">How many are shown one by one.</param>
    /// <param name="decimals">Decimals of the contributions.</param>
    public static Table Draw(string title, IReadOnlyList<Contribution> contributions, double total, string unit, int top, int decimals)
    {
        ArgumentNullException.ThrowIfNull(contributions);
        var rows = Shown(contributions, top);
        double largest = rows.Select(r => Math.Abs(r.Value)).DefaultIfEmpty(0.0).Max();
        bool hasNotes = rows.Any(r => r.Note.Length > 0);
        var columns = new List<TableColumn> { new(title, Alignment.Left, MaySqueeze: true) };
        if (hasNotes) { columns.Add(new TableColumn("", Alignment.Left)); }
        columns.AddRange([new TableColumn(unit), new TableColumn("share"), new TableColumn("", Alignment.Left)]);
        var lines = rows.Select(r => Line(r.Name, r.Note, r.Value, Draw(r.Value, largest))).Append(Line("Sum", "", total, ""));
        return new Table("", columns, [.. lines]);

        IReadOnlyList<string> Line(string name, string note, double value, string bar)
        {
            double share = 100.0 * value / total;
            string shown = double.IsFinite(share) && Math.Abs(share) < 1000.0 ? $"{Numbers.Fixed(share, 0)} %" : Numbers.Missing;
            return hasNotes ? [name, note, Numbers.Signed(value, decimals), shown, bar] : [name, Numbers.Signed(value, decimals), shown, bar];
        }
    }

    /// <summary>Decimals with which the largest of some numbers has three digits that count, but no fewer than two.</summary>
    public static int Decimals(IEnumerable<double> values)
    {
        double largest = values.Select(Math.Abs).Where(double.IsFinite).DefaultIfEmpty(0.0).Max();
        return largest == 0.0 ? 2 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(largest)), 2, 9);
    }

    /// <summary>The largest one by one, what is left together; what is nothing is left out.</summary>
    public static IReadOnlyList<Contribution> Shown(IReadOnlyList<Contribution> contributions, int top)
    {
        ArgumentNullException.ThrowIfNull(contributions);
        var ordered = contributions.Where(c => c.Value != 0.0).OrderByDescending(c => Math.Abs(c.Value)).ToList();
        if (ordered.Count <= top + 1) { return ordered; }
        return [.. ordered.Take(top), new Contribution($"all others ({ordered.Count - top})", ordered.Skip(top).Sum(c => c.Value))];
    }

    /// <summary>A bar to the left of the axis for what lowers, to the right for what raises.</summary>
    private static string Draw(double value, double largest)
    {
        int length = largest > 0.0 ? (int)Math.Round(HalfBar * Math.Abs(value) / largest) : 0;
        string bar = new(Bar, length);
        return value < 0.0 ? bar.PadLeft(HalfBar) + Axis : new string(' ', HalfBar) + Axis + bar;
    }
}
