namespace Plenum.Series.Conversion;

/// <summary>The known long periods, as linear conditions on the short ones.</summary>
/// <remarks>Condition j says: the sum of <c>weight[k] * value[First[j] + k]</c> over the short periods of that long period equals <c>Value[j]</c>.</remarks>
internal sealed class Benchmarks
{
    private Benchmarks(Period start, int count, int ratio, Aggregation by, int[] first, double[] value)
    {
        (Start, Count, Ratio, By, First, Value) = (start, count, ratio, by, first, value);
    }

    public Period Start { get; }

    /// <summary>The number of short periods.</summary>
    public int Count { get; }

    public int Ratio { get; }

    public Aggregation By { get; }

    /// <summary>For each condition the index of its first short period.</summary>
    public int[] First { get; }

    /// <summary>For each condition the known value.</summary>
    public double[] Value { get; }

    /// <summary>Lays a low-frequency series over the span of an indicator.</summary>
    /// <exception cref="ArgumentException">The indicator lacks a value or does not cover a known long period, or nothing is known.</exception>
    public static Benchmarks Over(TimeSeries low, TimeSeries indicator, Aggregation by)
    {
        int ratio = FrequencyConversion.Ratio(low.Frequency, indicator.Frequency);
        RequireComplete(indicator);
        var first = new List<int>();
        var value = new List<double>();
        for (int i = 0; i < low.Count; i++)
        {
            if (double.IsNaN(low[i])) { continue; }
            int at = FrequencyConversion.FirstShort(low.Start + i, indicator.Frequency) - indicator.Start;
            if (at < 0 || at + ratio > indicator.Count)
            {
                throw new ArgumentException($"'{low.Name ?? "series"}' is known in {low.Start + i}, which '{indicator.Name ?? "indicator"}' ({indicator.Start}..{indicator.End}) does not cover. Slice the one or lengthen the other.", nameof(low));
            }

            first.Add(at);
            value.Add(low[i]);
        }

        if (value.Count == 0) { throw new ArgumentException($"'{low.Name ?? "series"}' has no known value.", nameof(low)); }
        return new Benchmarks(indicator.Start, indicator.Count, ratio, by, [.. first], [.. value]);
    }

    /// <summary>The weight of the short period <paramref name="k"/> places into its long one.</summary>
    public double Weight(int k) => By switch
    {
        Aggregation.Sum => 1,
        Aggregation.Mean => 1.0 / Ratio,
        Aggregation.Last => k == Ratio - 1 ? 1 : 0,
        _ => k == 0 ? 1 : 0,
    };

    /// <summary>Applies condition <paramref name="j"/> to short-period values.</summary>
    public double Apply(int j, ReadOnlySpan<double> values)
    {
        double sum = 0;
        for (int k = 0; k < Ratio; k++) { sum += Weight(k) * values[First[j] + k]; }
        return sum;
    }

    /// <summary>How each short value came about.</summary>
    public ObservationFlag[] Flags()
    {
        var flags = new ObservationFlag[Count];
        Array.Fill(flags, ObservationFlag.Estimated);
        for (int i = First[0]; i < First[^1] + Ratio; i++) { flags[i] = ObservationFlag.Interpolated; }
        int known = By == Aggregation.Last ? Ratio - 1 : 0;
        if (By is Aggregation.Last or Aggregation.First)
        {
            foreach (int first in First) { flags[first + known] = ObservationFlag.Observed; }
        }

        return flags;
    }

    private static void RequireComplete(TimeSeries indicator)
    {
        for (int i = 0; i < indicator.Count; i++)
        {
            if (!double.IsFinite(indicator[i])) { throw new ArgumentException($"'{indicator.Name ?? "indicator"}' has no value in {indicator.Start + i}. Fill the gap or slice the series.", nameof(indicator)); }
        }
    }
}
