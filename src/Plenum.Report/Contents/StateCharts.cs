using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Reports;

namespace Plenum.Report.Contents;

/// <summary>Charts of the baseline, with history shaded.</summary>
internal static class StateCharts
{
    /// <summary>The charts that the plan names, or one of each headline variable where it names none.</summary>
    public static IReadOnlyList<ChartSpec> Of(ReportInput input)
    {
        var project = input.Run.Project;
        var window = (From: project.Start, To: project.End);
        var indexed = project.ScenarioStart - 1;
        return [.. Planned(input).Select((chart, i) => new ChartSpec
        {
            Id = ScenarioCharts.Name("state", i),
            Title = chart.Title,
            Subtitle = chart.Subtitle,
            Unit = ShownPath.UnitOf(chart, input.Run.Model),
            Source = ChartSources.Of(input, chart.Series.Select(s => s.Symbol)),
            Axis = new ChartAxis.Periods(window.From, window.To - window.From + 1),
            HistoryUntil = History(input, window),
            HasZeroLine = chart.ShownAs == ShownAs.GrowthOverYear,
            Series = [.. chart.Series.Select((s, k) => new ChartSeries(s.Label, chart.Series.Count == 1 ? SeriesRole.Baseline : SeriesRole.Variable,
                chart.Series.Count == 1 ? ChartColour.Ink : ChartColour.Of(k), ShownPath.Of(input.Baseline, s.Symbol, chart.ShownAs, window, indexed)))],
        })];
    }

    /// <summary>The charts of the plan; where it has none, growth or level of the headline variables, the first two under every scenario.</summary>
    public static IReadOnlyList<PlannedChart> Planned(ReportInput input)
    {
        if (input.Plan.Charts.Count > 0) { return input.Plan.Charts; }
        return [.. input.Headline.Select((v, i) => new PlannedChart(v.Label, "", v.Kind == DeviationKind.Points ? ShownAs.Percent : ShownAs.Level, null, [new PlannedSeries(v.Symbol, v.Label)], InScenarios: i < 2))];
    }

    /// <summary>The last position of history; null where none is.</summary>
    public static int? History(ReportInput input, (Period From, Period To) window) =>
        input.Run.Project.HistoryEnd is var last && last >= window.From ? last - window.From : null;
}
