using Plenum.Report.Figures;
using Plenum.Report.Html;

namespace Plenum.Report.Contents;

/// <summary>The headline: what each scenario does to each variable, one table a horizon.</summary>
internal static class HeadlineTables
{
    private const int Shades = 4;
    private const double Plain = 0.04;

    /// <summary>The tables with the words to choose them by.</summary>
    public static IReadOnlyList<(string Word, HtmlTable Table)> Of(ReportInput input)
    {
        if (input.Scenarios.Count == 0 || input.Headline.Count == 0) { return []; }
        var start = input.Run.Project.ScenarioStart;
        var largest = input.Headline.ToDictionary(v => v, v => input.Scenarios.SelectMany(s => input.Horizons.Select(h => Math.Abs(At(s, v, h) ?? 0.0))).Max());
        var columns = input.Headline.Select(v => new HtmlColumn(v.Label, IsNumber: true, v.Unit)).Prepend(new HtmlColumn("Scenario")).ToList();
        return [.. input.Horizons.Select(h => (Word(input, h), new HtmlTable($"Difference from the baseline in {start + (h - 1)}: % of the baseline, or percentage points (pp)", columns,
            [.. input.Scenarios.Select(s => new HtmlRow([new HtmlCell(s.Label) { Mark = s.Colour }, .. input.Headline.Select(v => Cell(At(s, v, h), largest[v]))]))]) { IsSortable = true, IsTight = true }))];

        double? At(ReportScenario scenario, ShownVariable variable, int horizon) => DeviationColumns.At(new Comparison("", input.Baseline, scenario.Paths), variable, start + (horizon - 1));
    }

    private static HtmlCell Cell(double? value, double largest)
    {
        double share = value is { } number && largest > 0.0 ? number / largest : 0.0;
        int shade = Math.Abs(share) < Plain ? 0 : Math.Sign(share) * Math.Min(Shades, (int)Math.Ceiling(Shades * Math.Abs(share)));
        return HtmlCell.Signed(value, Math.Abs(value ?? 0.0) >= 99.5 ? 0 : Math.Abs(value ?? 0.0) >= 9.95 ? 1 : 2) with { Shade = shade };
    }

    private static string Word(ReportInput input, int horizon)
    {
        int year = (int)input.Baseline.Start.Frequency;
        var period = input.Run.Project.ScenarioStart + (horizon - 1);
        return horizon % year != 0 ? $"{period}" : horizon == year ? $"One year, {period}" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{horizon / year} years, {period}");
    }
}
