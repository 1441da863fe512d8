using System.Globalization;
using Plenum.Engine.Ensembles;
using Plenum.Language.Binding;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Workspace.Reports;

namespace Plenum.Report.Contents;

/// <summary>How far the path ahead may lie from the baseline, as bands of a chart.</summary>
public static class OutlookBands
{
    private static readonly double[] s_coverage = [0.9, 0.5];

    /// <summary>The bands of a variable that hold 90 and 50 per cent of the draws; none where it was not tracked, or fewer than two draws were solved.</summary>
    /// <param name="result">The draws.</param>
    /// <param name="symbol">The variable.</param>
    /// <param name="shownAs">How its values are shown.</param>
    /// <param name="window">First and last period of the chart.</param>
    /// <param name="indexed">The period that is 100 in an index.</param>
    /// <remarks>Quantiles are those of the values as they are shown, draw by draw. Cost: periods x draws log(draws).</remarks>
    public static IReadOnlyList<ChartBand> Of(EnsembleResult result, Symbol symbol, ShownAs shownAs, (Period From, Period To) window, Period indexed)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(symbol);
        var ensemble = result.Ensemble;
        int variable = ensemble.Tracked.ToList().IndexOf(symbol.Column);
        if (variable < 0 || result.Solved < 2) { return []; }
        var (low, high) = (s_coverage.Select(_ => Empty(window)).ToArray(), s_coverage.Select(_ => Empty(window)).ToArray());
        for (var period = window.From; period <= window.To; period += 1)
        {
            // The bands begin in a point where the draws do.
            if (period < ensemble.From - 1 || period > ensemble.To) { continue; }
            double[] sorted = [.. Enumerable.Range(0, result.Options.Draws).Select(draw => ShownPath.Value(p => At(result, variable, symbol.Column, draw, p), shownAs, period, indexed)).Where(double.IsFinite).Order()];
            for (int c = 0; c < s_coverage.Length; c++)
            {
                low[c][period - window.From] = EnsembleResult.Quantile(sorted, (1.0 - s_coverage[c]) / 2.0);
                high[c][period - window.From] = EnsembleResult.Quantile(sorted, (1.0 + s_coverage[c]) / 2.0);
            }
        }

        return [.. s_coverage.Select((share, c) => new ChartBand(string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} % of {result.Solved} draws"), ChartColour.Of(0), low[c], high[c]))];
    }

    private static double[] Empty((Period From, Period To) window)
    {
        double[] values = new double[window.To - window.From + 1];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static double At(EnsembleResult result, int variable, int column, int draw, Period period)
    {
        var ensemble = result.Ensemble;
        if (period < ensemble.From) { return period < ensemble.Baseline.Start ? double.NaN : ensemble.Baseline[column, period]; }
        return result.Values[(((draw * ensemble.Periods) + (period - ensemble.From)) * ensemble.Tracked.Count) + variable];
    }
}
