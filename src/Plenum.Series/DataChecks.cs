using System.Globalization;

namespace Plenum.Series;

/// <summary>What <see cref="DataChecks"/> looks for.</summary>
public sealed record DataCheckOptions
{
    /// <summary>How many years the same value may last before it is remarked on. Default 3; zero values are never remarked on.</summary>
    public int ConstantYears { get; init; } = 3;
}

/// <summary>Looks for signs of trouble in data that can be read: gaps, changes of unit, stale values and copies.</summary>
public static class DataChecks
{
    private const double NearInLog10 = 0.08;
    private const double LevelNearInLog10 = 0.15;
    private const int LevelWindow = 4;

    /// <summary>All findings, series by series.</summary>
    /// <param name="data">The data.</param>
    /// <param name="options">What to look for; null takes the defaults.</param>
    /// <param name="placeOf">Where a value stands in its file; null when unknown.</param>
    public static IReadOnlyList<DataFinding> Run(DataSet data, DataCheckOptions? options = null, Func<DataSeries, Period, DataPlace?>? placeOf = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= new DataCheckOptions();
        placeOf ??= (_, _) => null;
        var findings = new List<DataFinding>();
        foreach (var series in data)
        {
            findings.AddRange(Gaps(series, placeOf));
            findings.AddRange(Jumps(series, placeOf));
            findings.AddRange(ConstantRuns(series, options, placeOf));
        }

        findings.AddRange(SameValues(data, placeOf));
        return findings;
    }

    private static IEnumerable<DataFinding> Gaps(DataSeries series, Func<DataSeries, Period, DataPlace?> placeOf)
    {
        var gaps = Coverage.Of(series).Gaps;
        if (gaps.Count == 0) { yield break; }
        string more = gaps.Count > 1 ? $" and in {gaps.Count - 1} more {(gaps.Count == 2 ? "stretch" : "stretches")}" : "";
        yield return DataFinding.Warning(DataCode.Gaps, $"'{series.Name}' has no value in {gaps[0]}{more}.", placeOf(series, gaps[0].To + 1),
            "values stand before and after.", "fill the gap, or interpolate and flag the values.");
    }

    private static IEnumerable<DataFinding> Jumps(DataSeries series, Func<DataSeries, Period, DataPlace?> placeOf)
    {
        var known = Enumerable.Range(0, series.Values.Count).Where(i => !double.IsNaN(series.Values[i])).ToArray();
        double[] values = [.. known.Select(i => series.Values[i])];
        for (int t = 1; t < values.Length; t++)
        {
            int power = PowerOfTen(values[t - 1], values[t]);
            if (power == 0 || !(LevelMoves(values, t, power) || (t + 1 < values.Length && PowerOfTen(values[t], values[t + 1]) == -power))) { continue; }
            var (before, after) = (series.Values.Start + known[t - 1], series.Values.Start + known[t]);
            string vintage = series.Provenance.Vintage.Length > 0 ? $" for vintage {series.Provenance.Vintage}" : "";
            yield return DataFinding.Warning(DataCode.Jump, $"'{series.Name}' jumps from {Show(values[t - 1])} to {Show(values[t])} between {before} and {after}.", placeOf(series, after),
                string.Create(CultureInfo.InvariantCulture, $"a factor near {Math.Pow(10, Math.Abs(power)):N0} usually means a change of unit."), $"check the unit{vintage}.");
        }
    }

    /// <summary>The power of ten, from 1 to 4 either way, that one value is near to times the other; else 0.</summary>
    private static int PowerOfTen(double before, double after)
    {
        if (before == 0 || Math.Sign(before) != Math.Sign(after)) { return 0; }
        double log = Math.Log10(after / before);
        int power = (int)Math.Round(log);
        return Math.Abs(power) is >= 1 and <= 4 && Math.Abs(log - power) < NearInLog10 ? power : 0;
    }

    /// <summary>Whether the level moves for good, unlike the fall at every new year of a sum since January.</summary>
    private static bool LevelMoves(double[] values, int t, int power)
    {
        double before = Median(values.AsSpan(Math.Max(0, t - LevelWindow), Math.Min(t, LevelWindow)));
        double after = Median(values.AsSpan(t, Math.Min(values.Length - t, LevelWindow)));
        return before * after > 0 && Math.Abs(Math.Log10(after / before) - power) < LevelNearInLog10;
    }

    private static IEnumerable<DataFinding> ConstantRuns(DataSeries series, DataCheckOptions options, Func<DataSeries, Period, DataPlace?> placeOf)
    {
        var values = series.Values;
        int allowed = Math.Max(2, options.ConstantYears * (int)values.Frequency);
        for (int from = 0; from < values.Count;)
        {
            int to = from;
            while (to + 1 < values.Count && values[to + 1] == values[from]) { to++; }
            if (to - from + 1 > allowed && values[from] != 0)
            {
                yield return DataFinding.Info(DataCode.ConstantRun, $"'{series.Name}' is {Show(values[from])} in every period from {values.Start + from} to {values.Start + to}.", placeOf(series, values.Start + from),
                    $"the same value for more than {options.ConstantYears} years may have been carried forward.", "check the source, or flag the values as estimated.");
            }

            from = to + 1;
        }
    }

    private static IEnumerable<DataFinding> SameValues(DataSet data, Func<DataSeries, Period, DataPlace?> placeOf)
    {
        var firstOfValues = new Dictionary<TimeSeries, DataSeries>();
        foreach (var series in data)
        {
            if (series.Values.Observations < 2 || series.Values.All(x => x == series.Values[0])) { continue; }
            var bare = series.Values.Named(null);
            if (firstOfValues.TryAdd(bare, series) || firstOfValues[bare].Name == series.Name) { continue; }
            yield return DataFinding.Warning(DataCode.SameValues, $"'{series.Name}' has the same {series.Values.Observations} values as '{firstOfValues[bare].Name}'.", placeOf(series, series.Values.Start),
                "two names for the same numbers are often a copying slip.", "check which of the two is meant.");
        }
    }

    private static double Median(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        int half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static string Show(double value) => Math.Abs(value) >= 1000 ? value.ToString("#,0.######", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
}
