namespace Plenum.Series;

/// <summary>A stretch of missing values between two known ones.</summary>
/// <param name="From">The first missing period.</param>
/// <param name="To">The last missing period.</param>
public sealed record Gap(Period From, Period To)
{
    /// <summary>Reads "2012Q3" or "2012Q3..2013Q1".</summary>
    public override string ToString() => From == To ? $"{From}" : $"{From}..{To}";
}

/// <summary>What one series covers.</summary>
/// <param name="Name">The name.</param>
/// <param name="Vintage">The vintage.</param>
/// <param name="Frequency">The calendar.</param>
/// <param name="First">The first period with a value; null where there is none.</param>
/// <param name="Last">The last period with a value; null where there is none.</param>
/// <param name="Observations">The number of values.</param>
/// <param name="NotObserved">How many of them are interpolated or estimated.</param>
/// <param name="Gaps">The missing stretches between the first and the last value.</param>
public sealed record Coverage(string Name, string Vintage, Frequency Frequency, Period? First, Period? Last, int Observations, int NotObserved, IReadOnlyList<Gap> Gaps)
{
    /// <summary>What a series covers.</summary>
    public static Coverage Of(DataSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var values = series.Values;
        int notObserved = 0;
        for (int i = 0; i < values.Count; i++)
        {
            if (!double.IsNaN(values[i]) && series.Flags[i] != ObservationFlag.Observed) { notObserved++; }
        }

        return new Coverage(series.Name, series.Provenance.Vintage, values.Frequency, values.FirstObserved, values.LastObserved, values.Observations, notObserved, GapsOf(values));
    }

    private static List<Gap> GapsOf(TimeSeries values)
    {
        var gaps = new List<Gap>();
        Period? before = null;
        for (int i = 0; i < values.Count; i++)
        {
            if (double.IsNaN(values[i])) { continue; }
            var period = values.Start + i;
            if (before is { } last && period - last > 1) { gaps.Add(new Gap(last + 1, period - 1)); }
            before = period;
        }

        return gaps;
    }
}
