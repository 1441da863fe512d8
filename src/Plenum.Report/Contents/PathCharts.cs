using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Reports;

namespace Plenum.Report.Contents;

/// <summary>How paths are set against each other.</summary>
public enum PathView
{
    /// <summary>The difference from the baseline.</summary>
    Difference,

    /// <summary>The paths themselves, with some years of history.</summary>
    Level,

    /// <summary>Growth on a year earlier; for shares and rates the paths themselves.</summary>
    Growth,
}

/// <summary>A path beside the baseline.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Colour">Its colour in every chart.</param>
/// <param name="Paths">The solved paths.</param>
public sealed record ComparedPath(string Label, ChartColour Colour, Paths Paths);

/// <summary>Small charts of several variables under the baseline and under scenarios, one chart a variable.</summary>
public static class PathCharts
{
    private const int YearsBefore = 4;

    /// <summary>Draws the charts.</summary>
    /// <param name="project">The project, for its periods.</param>
    /// <param name="baseline">The solved baseline.</param>
    /// <param name="compared">The scenarios; the last is drawn on top.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="view">How they are set against each other.</param>
    /// <param name="last">Last period shown.</param>
    public static IReadOnlyList<ChartSpec> Of(Project project, Paths baseline, IReadOnlyList<ComparedPath> compared, IReadOnlyList<ShownVariable> variables, PathView view, Period last)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(compared);
        ArgumentNullException.ThrowIfNull(variables);
        return [.. variables.Select((v, i) => Of(project, baseline, compared, v, view, last) with { Id = ScenarioCharts.Name("path", i) })];
    }

    /// <summary>Draws the chart of one variable.</summary>
    public static ChartSpec Of(Project project, Paths baseline, IReadOnlyList<ComparedPath> compared, ShownVariable variable, PathView view, Period last)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(compared);
        ArgumentNullException.ThrowIfNull(variable);
        var before = project.ScenarioStart - 1;
        var first = view == PathView.Difference ? before : before - (YearsBefore * (int)project.Start.Frequency);
        if (first < baseline.Start) { first = baseline.Start; }
        var window = (From: first, To: last > project.End ? project.End : last);
        bool isDifference = view == PathView.Difference;
        var shown = ShownAsOf(variable, view);
        var series = compared.Select(c => new ChartSeries(c.Label, SeriesRole.Scenario, c.Colour, isDifference ? Difference(baseline, c.Paths, variable, window) : Ahead(project, window, ShownPath.Of(c.Paths, variable.Symbol, shown, window, before)))).ToList();
        if (!isDifference) { series.Insert(0, new ChartSeries("Baseline", SeriesRole.Baseline, ChartColour.Ink, ShownPath.Of(baseline, variable.Symbol, shown, window, before))); }
        return new ChartSpec
        {
            Id = "path",
            Title = variable.Label,
            Unit = isDifference ? ScenarioCharts.UnitOf(variable) : UnitOf(variable, shown, baseline.Model),
            Axis = new ChartAxis.Periods(window.From, window.To - window.From + 1),
            HistoryUntil = !isDifference && project.HistoryEnd >= window.From ? project.HistoryEnd - window.From : null,
            HasZeroLine = view != PathView.Level,
            Size = ChartSize.Small,
            Series = series,
        };
    }

    private static ShownAs ShownAsOf(ShownVariable variable, PathView view) =>
        variable.Kind == DeviationKind.Points ? ShownAs.Percent : view == PathView.Growth ? ShownAs.GrowthOverYear : ShownAs.Level;

    private static ChartUnit UnitOf(ShownVariable variable, ShownAs shown, BoundModel model) => shown switch
    {
        ShownAs.Percent => new ChartUnit("%"),
        ShownAs.GrowthOverYear => new ChartUnit("% on a year earlier"),
        _ => new ChartUnit(UnitWords.Of(variable.Symbol, model), 2),
    };

    private static double[] Difference(Paths baseline, Paths other, ShownVariable variable, (Period From, Period To) window)
    {
        var comparison = new Comparison("", baseline, other);
        return [.. Enumerable.Range(0, window.To - window.From + 1).Select(k => DeviationColumns.At(comparison, variable, window.From + k) ?? double.NaN)];
    }

    /// <summary>A scenario's values from where it leaves the baseline: before, they are those of the baseline.</summary>
    private static double[] Ahead(Project project, (Period From, Period To) window, double[] values)
    {
        for (var period = window.From; period < project.ScenarioStart - 1; period += 1) { values[period - window.From] = double.NaN; }
        return values;
    }
}
