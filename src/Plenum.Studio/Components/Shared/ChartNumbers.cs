using Plenum.Report;
using Plenum.Report.Figures;
using Plenum.Studio.Desk;

namespace Plenum.Studio.Components.Shared;

/// <summary>The numbers of a chart as a table: one row a position, one column a series, two a band.</summary>
internal static class ChartNumbers
{
    /// <summary>What the columns are called, the first of them the positions.</summary>
    public static IReadOnlyList<string> Headers(ChartSpec spec) =>
        [spec.Axis is ChartAxis.Periods ? "Period" : "At", .. spec.Series.Select(s => s.Label), .. spec.Bands.SelectMany(b => new[] { $"{b.Label}, low", $"{b.Label}, high" })];

    /// <summary>The values of a position, in the order of the columns.</summary>
    public static IEnumerable<double> At(ChartSpec spec, int position) =>
        spec.Series.Select(s => s.Values[position]).Concat(spec.Bands.SelectMany(b => new[] { b.Low[position], b.High[position] }));

    /// <summary>The positions that have a value.</summary>
    public static IEnumerable<int> Positions(ChartSpec spec) => Enumerable.Range(0, spec.Axis.Count).Where(k => At(spec, k).Any(double.IsFinite));

    /// <summary>A value as the chart reads it off.</summary>
    public static string Text(ChartSpec spec, double value) =>
        Numbers.Typeset(spec.Unit.IsSigned ? Numbers.Signed(value, spec.Unit.Decimals) : Numbers.Fixed(value, spec.Unit.Decimals));

    /// <summary>All numbers, unrounded, as comma-separated values.</summary>
    public static string Csv(ChartSpec spec)
    {
        using var text = new StringWriter();
        Report.Csv.Write(text, [.. Headers(spec).Select(PlainText.ForSpreadsheet)]);
        foreach (int k in Positions(spec)) { Report.Csv.Write(text, [PlainText.ForSpreadsheet(spec.Axis.Name(k)), .. At(spec, k).Select(v => Report.Csv.Number(v))]); }
        return text.ToString();
    }

    /// <summary>The chart as a picture that stands alone, with its unit and its source; light on white whatever the page looks like.</summary>
    public static string Svg(ChartSpec spec)
    {
        string[] below = [spec.Unit.Text, spec.Subtitle, spec.Source];
        return SvgSheet.Draw(spec.Title, string.Join("   ", below.Where(t => t.Length > 0)), [spec with { Size = ChartSize.Wide, Title = "" }], 1, isForPaper: true);
    }

    /// <summary>The name of a file for the chart, without its ending.</summary>
    public static string FileName(ChartSpec spec)
    {
        string name = string.Concat(spec.Title.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '-'));
        return string.Join('-', name.Split('-', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } words ? words : "chart";
    }
}
