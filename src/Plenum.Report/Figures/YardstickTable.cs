using System.Globalization;
using Plenum.Workspace.Ensembles;

namespace Plenum.Report.Figures;

/// <summary>The width of fans beside the errors of published forecasts.</summary>
public static class YardstickTable
{
    /// <summary>One row a year.</summary>
    /// <param name="widths">The comparisons of one yardstick.</param>
    /// <param name="label">What the variable is called.</param>
    public static Table Draw(IReadOnlyList<FanWidth> widths, string label)
    {
        ArgumentNullException.ThrowIfNull(widths);
        return new Table("",
            [new TableColumn($"{label}, growth", Alignment.Left, MaySqueeze: true), new TableColumn("draws"), new TableColumn("error", Gap: 3), new TableColumn("ratio"), new TableColumn("usual", Gap: 3), new TableColumn("ratio"), new TableColumn("in 50 %", Gap: 3), new TableColumn("in 90 %")],
            [.. widths.Select(w => (IReadOnlyList<string>)[Text($"{w.Year}, {w.YearsAhead} {(w.YearsAhead == 1 ? "year" : "years")} ahead"), Numbers.Fixed(w.Deviation, 2), Numbers.Fixed(w.All.RootMeanSquare, 2), Numbers.Fixed(w.Ratio, 2), Numbers.Fixed(w.Usual.RootMeanSquare, 2), Numbers.Fixed(w.UsualRatio, 2), Share(w.WithinHalf), Share(w.WithinNineTenths)])]);
    }

    /// <summary>What the columns of the table are.</summary>
    public static string Explain(FanWidth width)
    {
        ArgumentNullException.ThrowIfNull(width);
        string usual = width.Yardstick.Unusual.Count == 0 ? "" : $"; usual: without {string.Join(", ", width.Yardstick.Unusual.Select(y => Text($"{y}")))}";
        return Text($"In percentage points of the growth of a year. draws: their standard deviation; error: root mean square of {width.All.Count} forecast errors{usual}; in 50 %, in 90 %: the share of them that the bands would have held. {width.Yardstick.Source}.");
    }

    private static string Share(double share) => Text($"{100.0 * share:0} %");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
