namespace Plenum.Series.Conversion;

/// <summary>Converts to a lower frequency. The way back needs a method: see <see cref="Denton"/> and <see cref="ChowLin"/>.</summary>
public static class FrequencyConversion
{
    /// <summary>The series at a lower frequency; a long period that lacks a value is missing.</summary>
    /// <param name="series">The series.</param>
    /// <param name="to">The lower frequency; the same frequency answers the series itself.</param>
    /// <param name="by">How a long period follows from its short ones.</param>
    /// <returns>Every long period that this series touches; for <see cref="Aggregation.Last"/> and <see cref="Aggregation.First"/> only that one value is needed.</returns>
    /// <exception cref="ArgumentException">The frequency asked for is higher.</exception>
    public static TimeSeries ToFrequency(this TimeSeries series, Frequency to, Aggregation by)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (to == series.Frequency) { return series; }
        int ratio = Ratio(to, series.Frequency);
        if (series.Count == 0) { return new TimeSeries(LongPeriod(series.Start, to), [], series.Name); }
        var start = LongPeriod(series.Start, to);
        var values = new double[LongPeriod(series.End, to) - start + 1];
        for (int i = 0; i < values.Length; i++) { values[i] = OneLongPeriod(series, FirstShort(start + i, series.Frequency), ratio, by); }
        return new TimeSeries(start, values, series.Name);
    }

    /// <summary>The long period that a short one lies in.</summary>
    internal static Period LongPeriod(Period period, Frequency to) =>
        Period.Of(to, period.Year, ((period.NumberInYear - 1) / Ratio(to, period.Frequency)) + 1);

    /// <summary>The first short period of a long one.</summary>
    internal static Period FirstShort(Period period, Frequency of) =>
        Period.Of(of, period.Year, ((period.NumberInYear - 1) * Ratio(period.Frequency, of)) + 1);

    /// <summary>How many short periods make a long one.</summary>
    /// <exception cref="ArgumentException">The first frequency is not the lower one.</exception>
    internal static int Ratio(Frequency low, Frequency high) => high > low
        ? (int)high / (int)low
        : throw new ArgumentException($"Cannot sum up from {high} to {low}: {low} is not the lower frequency. Denton and ChowLin go the other way.", nameof(low));

    private static double OneLongPeriod(TimeSeries series, Period first, int ratio, Aggregation by)
    {
        if (by == Aggregation.First) { return series[first]; }
        if (by == Aggregation.Last) { return series[first + (ratio - 1)]; }
        double sum = 0;
        for (int i = 0; i < ratio; i++) { sum += series[first + i]; }
        return by == Aggregation.Mean ? sum / ratio : sum;
    }
}
