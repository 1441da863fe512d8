using Plenum.Engine.Ensembles;
using Plenum.Series;

namespace Plenum.Workspace.Ensembles;

/// <summary>The width of a fan beside the errors of published forecasts over the same horizon, in percentage points of the growth of a year.</summary>
/// <param name="Yardstick">The forecasts.</param>
/// <param name="Year">The year.</param>
/// <param name="YearsAhead">How far ahead it is: 1 for the first year of which every period is drawn.</param>
/// <param name="Deviation">The standard deviation over the draws.</param>
/// <param name="All">The errors of all forecasts.</param>
/// <param name="Usual">The errors without those of unusual years.</param>
/// <param name="WithinHalf">The share of the errors of all forecasts that the draws' inner half around their median would have held.</param>
/// <param name="WithinNineTenths">The same of their inner nine tenths.</param>
public sealed record FanWidth(Yardstick Yardstick, int Year, int YearsAhead, double Deviation, ErrorSize All, ErrorSize Usual, double WithinHalf, double WithinNineTenths)
{
    /// <summary>The deviation of the draws as a multiple of the error of all forecasts.</summary>
    public double Ratio => Deviation / All.RootMeanSquare;

    /// <summary>The same without unusual years.</summary>
    public double UsualRatio => Deviation / Usual.RootMeanSquare;

    /// <summary>Compares the draws with forecasts, for every horizon that both have.</summary>
    /// <param name="errors">The errors of the forecasts.</param>
    /// <param name="draws">The draws.</param>
    /// <returns>One comparison a year; none where the variable is not among those kept.</returns>
    public static IReadOnlyList<FanWidth> Measure(ForecastErrors errors, DrawSelection draws)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(draws);
        var (ensemble, yardstick) = (draws.Result.Ensemble, errors.Yardstick);
        int variable = ensemble.Tracked.ToList().IndexOf(yardstick.Symbol.Column), first = ensemble.From.NumberInYear == 1 ? ensemble.From.Year : ensemble.From.Year + 1;
        if (variable < 0 || draws.Count < 2) { return []; }
        var widths = new List<FanWidth>();
        for (int ahead = 1; ahead <= errors.ByHorizon.Count; ahead++)
        {
            int year = first + ahead - 1;
            var known = errors.ByHorizon[ahead - 1];
            if (known.Count == 0 || Growth(draws, variable, yardstick.Symbol.Column, year) is not { } growth) { continue; }
            Array.Sort(growth);
            double median = EnsembleResult.Quantile(growth, 0.5);
            widths.Add(new FanWidth(yardstick, year, ahead, Moments.Of(growth).StandardDeviation, ErrorSize.Of(known), ErrorSize.Of([.. known.Where(e => !yardstick.Unusual.Contains(e.Year))]), Within(0.25), Within(0.05)));

            double Within(double tail)
            {
                double low = EnsembleResult.Quantile(growth, tail) - median, high = EnsembleResult.Quantile(growth, 1.0 - tail) - median;
                return (double)known.Count(e => e.Points >= low && e.Points <= high) / known.Count;
            }
        }

        return widths;
    }

    /// <summary>The growth of a year's sum in each draw, in per cent; null where a period of it is not known.</summary>
    private static double[]? Growth(DrawSelection draws, int variable, int column, int year)
    {
        if (Sum(year) is not { } now || Sum(year - 1) is not { } before) { return null; }
        double[] growth = [.. now.Select((sum, i) => 100.0 * ((sum / before[i]) - 1.0))];
        return growth.All(double.IsFinite) ? growth : null;

        double[]? Sum(int of)
        {
            var ensemble = draws.Result.Ensemble;
            var sums = new double[draws.Count];
            for (int k = 1; k <= (int)ensemble.From.Frequency; k++)
            {
                var period = Period.Of(ensemble.From.Frequency, of, k);
                if (period > ensemble.To || period < ensemble.Baseline.Start) { return null; }
                double[]? values = period >= ensemble.From ? draws.Values(variable, period) : null;
                for (int i = 0; i < sums.Length; i++) { sums[i] += values?[i] ?? ensemble.Baseline[column, period]; }
            }

            return sums;
        }
    }
}

/// <summary>How large errors of forecasts are.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="RootMeanSquare">The root of their mean square, in percentage points.</param>
/// <param name="Mean">Their mean; below zero where forecasts were too high.</param>
public sealed record ErrorSize(int Count, double RootMeanSquare, double Mean)
{
    /// <summary>Measures errors; not numbers where there are none.</summary>
    public static ErrorSize Of(IReadOnlyList<ForecastError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return errors.Count == 0 ? new ErrorSize(0, double.NaN, double.NaN) : new ErrorSize(errors.Count, Math.Sqrt(errors.Average(e => e.Points * e.Points)), errors.Average(e => e.Points));
    }
}
