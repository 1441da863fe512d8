using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Workspace;

namespace Plenum.Report.Contents;

/// <summary>Charts that compare scenarios.</summary>
public static class ScenarioCharts
{
    /// <summary>How each scenario departs from the baseline, one chart a variable.</summary>
    /// <param name="input">The report's input.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="size">The size of the charts.</param>
    /// <param name="prefix">Begins the name of each chart.</param>
    public static IReadOnlyList<ChartSpec> Deviations(ReportInput input, IReadOnlyList<ShownVariable> variables, ChartSize size, string prefix)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(variables);
        if (input.Scenarios.Count == 0) { return []; }
        var window = input.Comparison;
        return [.. variables.Select((variable, i) => new ChartSpec
        {
            Id = Name(prefix, i),
            Title = variable.Label,
            Unit = UnitOf(variable),
            Source = ChartSources.Model(input),
            Axis = new ChartAxis.Periods(window.From, window.To - window.From + 1),
            HasZeroLine = true,
            Size = size,
            Series = [.. input.Scenarios.Select(s => new ChartSeries(s.Label, SeriesRole.Scenario, s.Colour, ShownPath.Deviation(input, s, variable, window)))],
        })];
    }

    /// <summary>The unit of deviations.</summary>
    internal static ChartUnit UnitOf(ShownVariable variable) => new($"{(variable.Kind == DeviationKind.Percent ? "%" : "percentage points")}, difference from the baseline", 2, IsSigned: true);

    /// <summary>The paths themselves under the baseline and every scenario, for the variables that the plan names.</summary>
    internal static IReadOnlyList<ChartSpec> Levels(ReportInput input)
    {
        if (input.Scenarios.Count == 0) { return []; }
        var project = input.Run.Project;
        int year = (int)project.Start.Frequency;
        var from = project.ScenarioStart - (4 * year);
        var window = (From: from < project.Start ? project.Start : from, input.Comparison.To);
        var indexed = project.ScenarioStart - 1;
        return [.. StateCharts.Planned(input).Where(c => c.InScenarios).Select((chart, i) => new ChartSpec
        {
            Id = Name("level", i),
            Title = chart.Series.Count == 1 ? chart.Title : chart.Series[0].Label,
            Unit = ShownPath.UnitOf(chart, input.Run.Model),
            Source = ChartSources.Of(input, chart.Series.Select(s => s.Symbol)),
            Axis = new ChartAxis.Periods(window.From, window.To - window.From + 1),
            HistoryUntil = StateCharts.History(input, window),
            Series =
            [
                .. input.Scenarios.Select(s => new ChartSeries(s.Name, SeriesRole.Scenario, s.Colour, Ahead(input, window, ShownPath.Of(s.Paths, chart.Series[0].Symbol, chart.ShownAs, window, indexed)))),
                new ChartSeries("Baseline", SeriesRole.Baseline, ChartColour.Ink, ShownPath.Of(input.Baseline, chart.Series[0].Symbol, chart.ShownAs, window, indexed)),
            ],
        })];
    }

    /// <summary>A scenario's values from where it leaves the baseline: before, they are those of the baseline.</summary>
    private static double[] Ahead(ReportInput input, (Period From, Period To) window, double[] values)
    {
        for (var period = window.From; period < input.Run.Project.ScenarioStart - 1; period += 1) { values[period - window.From] = double.NaN; }
        return values;
    }

    internal static string Name(string prefix, int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}-{index + 1}");
}
