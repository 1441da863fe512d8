using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Workspace.Reports;

namespace Plenum.Report.Contents;

/// <summary>Values of a variable as a chart shows them.</summary>
internal static class ShownPath
{
    /// <summary>The values over a window; NaN where one cannot be had.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="symbol">The variable.</param>
    /// <param name="shownAs">How they are shown.</param>
    /// <param name="window">First and last period.</param>
    /// <param name="indexed">The period that is 100 in an index.</param>
    public static double[] Of(Paths paths, Symbol symbol, ShownAs shownAs, (Period From, Period To) window, Period indexed)
    {
        return [.. Enumerable.Range(0, window.To - window.From + 1).Select(k => Value(At, shownAs, window.From + k, indexed))];

        double At(Period period) => period < paths.Start || period > paths.End ? double.NaN : paths[symbol.Column, period];
    }

    /// <summary>One value of any path.</summary>
    /// <param name="at">The path; NaN where it has no value.</param>
    /// <param name="shownAs">How it is shown.</param>
    /// <param name="period">The period.</param>
    /// <param name="indexed">The period that is 100 in an index.</param>
    public static double Value(Func<Period, double> at, ShownAs shownAs, Period period, Period indexed)
    {
        int year = (int)period.Frequency;
        return shownAs switch
        {
            ShownAs.Percent => 100.0 * at(period),
            ShownAs.GrowthOverYear => 100.0 * ((at(period) / at(period - year)) - 1.0),
            ShownAs.YearSum => Enumerable.Range(0, year).Sum(k => at(period - k)),
            ShownAs.Index => 100.0 * at(period) / at(indexed),
            _ => at(period),
        };
    }

    /// <summary>Deviations of a scenario from the baseline over a window; NaN where one cannot be had.</summary>
    public static double[] Deviation(ReportInput input, ReportScenario scenario, ShownVariable variable, (Period From, Period To) window)
    {
        var comparison = new Comparison(scenario.Label, input.Baseline, scenario.Paths);
        return [.. Enumerable.Range(0, window.To - window.From + 1).Select(k => DeviationColumns.At(comparison, variable, window.From + k) ?? double.NaN)];
    }

    /// <summary>The unit of values so shown, in words.</summary>
    public static ChartUnit UnitOf(PlannedChart chart, BoundModel model) => chart.ShownAs switch
    {
        ShownAs.Percent => new ChartUnit(chart.Unit ?? "%"),
        ShownAs.GrowthOverYear => new ChartUnit(chart.Unit ?? "% on a year earlier"),
        ShownAs.Index => new ChartUnit(chart.Unit ?? ""),
        ShownAs.YearSum => new ChartUnit(chart.Unit ?? $"{UnitWords.Of(chart.Series[0].Symbol, model)}, sum of a year"),
        _ => new ChartUnit(chart.Unit ?? UnitWords.Of(chart.Series[0].Symbol, model), 2),
    };
}
