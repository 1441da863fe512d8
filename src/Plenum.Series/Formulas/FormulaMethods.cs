using Plenum.Series.Conversion;
using Plenum.Series.Seasonal;

namespace Plenum.Series.Formulas;

/// <summary>What the functions of formulas compute, where a series has no method of its own for it.</summary>
internal static class FormulaMethods
{
    /// <summary>Carries known values forward and backward by growth in per cent on a year earlier.</summary>
    public static TimeSeries Chain(TimeSeries level, TimeSeries growth)
    {
        RequireSame(level, growth);
        int year = (int)level.Frequency;
        var (start, values) = Over(level, growth, year);
        for (int t = year; t < values.Length; t++)
        {
            if (double.IsNaN(values[t])) { values[t] = values[t - year] * (1 + (growth[start + t] / 100)); }
        }

        for (int t = values.Length - 1; t >= year; t--)
        {
            if (double.IsNaN(values[t - year])) { values[t - year] = values[t] / (1 + (growth[start + t] / 100)); }
        }

        return new TimeSeries(start, values).Trim();
    }

    public static TimeSeries Compound(TimeSeries growth)
    {
        var observed = growth.Trim();
        var values = new double[observed.Count + 1];
        values[0] = 1;
        if (Array.FindIndex([.. observed], double.IsNaN) is var gap && gap >= 0) { throw new FormulaException($"growth is missing in {observed.Start + gap}, so nothing after it can be compounded; bridge the gap with interpolated(x)."); }
        for (int t = 0; t < observed.Count; t++) { values[t + 1] = values[t] * (1 + (observed[t] / 100)); }
        return new TimeSeries(observed.Start - 1, values);
    }

    public static TimeSeries Splice(TimeSeries first, TimeSeries second)
    {
        RequireSame(first, second);
        var start = first.Start < second.Start ? first.Start : second.Start;
        var end = first.End > second.End ? first.End : second.End;
        var values = new double[end - start + 1];
        for (int t = 0; t < values.Length; t++) { values[t] = double.IsNaN(first[start + t]) ? second[start + t] : first[start + t]; }
        return new TimeSeries(start, values);
    }

    public static TimeSeries Interpolated(TimeSeries series)
    {
        var observed = series.Trim();
        double[] values = [.. observed];
        int known = 0;
        for (int t = 1; t < values.Length; t++)
        {
            if (double.IsNaN(values[t])) { continue; }
            for (int k = known + 1; k < t; k++) { values[k] = values[known] + ((values[t] - values[known]) * (k - known) / (t - known)); }
            known = t;
        }

        return new TimeSeries(observed.Start, values);
    }

    public static TimeSeries Held(TimeSeries series, Period first, Period last)
    {
        var observed = series.Trim();
        if (observed.Count == 0) { throw new FormulaException("a series without a value cannot be held."); }
        var window = observed.Window(first, last);
        return new TimeSeries(first, [.. window.Select((x, t) => first + t < observed.Start ? observed[0] : first + t > observed.End ? observed[^1] : x)]);
    }

    public static TimeSeries Repeated(TimeSeries annual, Frequency to)
    {
        int ratio = (int)to;
        return new TimeSeries(FrequencyConversion.FirstShort(annual.Start, to), [.. annual.SelectMany(x => Enumerable.Repeat(x, ratio))]);
    }

    /// <summary>Adjusts by stable factors, scaled so that all whole years together keep their sum.</summary>
    /// <remarks>Factors that average out over a year leave sums a little off, because extreme years count less when they are estimated.</remarks>
    public static TimeSeries Adjusted(TimeSeries series)
    {
        var found = X11.Decompose(series, new SeasonalOptions { IsStable = true });
        int whole = found.Original.Count / (int)series.Frequency * (int)series.Frequency;
        return found.Adjusted * (found.Original.Take(whole).Sum() / found.Adjusted.Take(whole).Sum());
    }

    /// <summary>Adjusts the part before a period and the part from it on, each by stable factors of its own.</summary>
    public static TimeSeries AdjustedWithBreak(TimeSeries series, Period since) =>
        Splice(Adjusted(series.Slice(series.Start, since - 1)), Adjusted(series.Slice(since, series.End)));

    public static TimeSeries YearEnd(TimeSeries annual) =>
        new(FrequencyConversion.FirstShort(annual.Start, Frequency.Quarterly), [.. annual.SelectMany(x => new[] { double.NaN, double.NaN, double.NaN, x })]);

    public static TimeSeries LastFour(TimeSeries series) => series + series.Lag(1) + series.Lag(2) + series.Lag(3);

    public static TimeSeries Highest(TimeSeries series)
    {
        double highest = double.NegativeInfinity;
        return new TimeSeries(series.Start, [.. series.Select(x => double.IsNaN(x) ? x : highest = Math.Max(highest, x))]);
    }

    /// <summary>Counts periods in a row below zero; a missing value leaves the count unknown until one is at or above zero.</summary>
    public static TimeSeries RunBelowZero(TimeSeries series)
    {
        double run = 0;
        return series.Trim().Select(x => run = double.IsNaN(x) ? double.NaN : x < 0 ? run + 1 : 0);
    }

    public static double At(TimeSeries series, Period period)
    {
        double value = series[period];
        return double.IsNaN(value) ? throw new FormulaException($"there is no value in {period} to take.") : value;
    }

    private static (Period Start, double[] Values) Over(TimeSeries level, TimeSeries growth, int year)
    {
        var first = growth.Start - year;
        var start = level.Start < first ? level.Start : first;
        var end = level.End > growth.End ? level.End : growth.End;
        return (start, [.. level.Window(start, end)]);
    }

    private static void RequireSame(TimeSeries first, TimeSeries second)
    {
        if (first.Frequency != second.Frequency) { throw new FormulaException($"a {first.Frequency.ToString().ToLowerInvariant()} and a {second.Frequency.ToString().ToLowerInvariant()} series do not go together; convert one first."); }
    }
}
