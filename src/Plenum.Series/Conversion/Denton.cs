namespace Plenum.Series.Conversion;

/// <summary>Takes a series to a higher frequency so that it keeps the movement of an indicator and meets every known long period exactly.</summary>
/// <remarks>
/// Source: F. Denton (1971), "Adjustment of monthly or quarterly series to annual totals: an approach based on quadratic minimization", JASA 66(333),
/// first differences, without his condition on the period before the first, which bends the start:
/// P. Cholette (1984), "Adjusting sub-annual series to yearly benchmarks", Survey Methodology 10(1).
/// Short periods beyond the known long ones keep the last ratio (or difference) to the indicator.
/// Cost: cubic in the number of short periods. With several indicators, or to ask how well they fit, use <see cref="ChowLin"/>.
/// </remarks>
public static class Denton
{
    /// <summary>Minimises the sum of squared changes of the ratio to the indicator. The usual choice for levels.</summary>
    /// <param name="low">The known series at the lower frequency; missing values are not constraints.</param>
    /// <param name="indicator">A complete series at the higher frequency that covers every known long period.</param>
    /// <param name="by">How a long period follows from its short ones.</param>
    /// <exception cref="ArgumentException">The indicator is incomplete, too short, or zero throughout a known long period.</exception>
    public static Disaggregation Proportional(TimeSeries low, TimeSeries indicator, Aggregation by)
    {
        ArgumentNullException.ThrowIfNull(low);
        ArgumentNullException.ThrowIfNull(indicator);
        var benchmarks = Benchmarks.Over(low, indicator, by);
        double size = indicator.Sum(Math.Abs) / indicator.Count;
        double[] scaled = [.. indicator.Select(z => size > 0 ? z / size : z)];
        RequireNonzero(low, indicator, benchmarks, scaled);
        double[] ratio = Smoothest(benchmarks, scaled, benchmarks.Value);
        return Result(low, benchmarks, [.. ratio.Zip(scaled, (r, z) => r * z)]);
    }

    /// <summary>Minimises the sum of squared changes of the difference to the indicator. For series that cross zero.</summary>
    /// <param name="low">The known series at the lower frequency; missing values are not constraints.</param>
    /// <param name="indicator">A complete series at the higher frequency that covers every known long period.</param>
    /// <param name="by">How a long period follows from its short ones.</param>
    /// <exception cref="ArgumentException">The indicator is incomplete or too short.</exception>
    public static Disaggregation Additive(TimeSeries low, TimeSeries indicator, Aggregation by)
    {
        ArgumentNullException.ThrowIfNull(low);
        ArgumentNullException.ThrowIfNull(indicator);
        var benchmarks = Benchmarks.Over(low, indicator, by);
        double[] ones = [.. Enumerable.Repeat(1.0, indicator.Count)];
        double[] discrepancy = [.. benchmarks.Value.Select((b, j) => b - benchmarks.Apply(j, indicator.Values))];
        double[] difference = Smoothest(benchmarks, ones, discrepancy);
        return Result(low, benchmarks, [.. difference.Zip(indicator, (d, z) => z + d)]);
    }

    /// <summary>The smoothest series in first differences that meets every known long period, where there is no indicator.</summary>
    /// <param name="low">The known series.</param>
    /// <param name="to">The higher frequency.</param>
    /// <param name="by">How a long period follows from its short ones.</param>
    /// <exception cref="ArgumentException">The frequency asked for is not higher, or nothing is known.</exception>
    public static Disaggregation WithoutIndicator(TimeSeries low, Frequency to, Aggregation by)
    {
        ArgumentNullException.ThrowIfNull(low);
        var first = FrequencyConversion.FirstShort(low.Start, to);
        var last = FrequencyConversion.FirstShort(low.End + 1, to) - 1;
        return Additive(low, TimeSeries.Constant(first, last, 0), by);
    }

    /// <summary>Minimises the squared changes of r subject to <c>sum of weight * scale * r = target</c>, through its Lagrange conditions.</summary>
    private static double[] Smoothest(Benchmarks benchmarks, double[] scale, double[] target)
    {
        int n = benchmarks.Count;
        int m = target.Length;
        double[][] a = [.. Enumerable.Range(0, n + m).Select(_ => new double[n + m])];
        double[] b = [.. new double[n], .. target];
        for (int t = 1; t < n; t++)
        {
            a[t][t] += 1;
            a[t - 1][t - 1] += 1;
            a[t][t - 1] = a[t - 1][t] = -1;
        }

        for (int j = 0; j < m; j++)
        {
            for (int k = 0; k < benchmarks.Ratio; k++)
            {
                int t = benchmarks.First[j] + k;
                a[t][n + j] = a[n + j][t] = benchmarks.Weight(k) * scale[t];
            }
        }

        return DenseSystem.TrySolve(a, b)
            ? b[..n]
            : throw new ArgumentException("The indicator sums to nothing over the known periods, so its ratio to the series is not defined. Use Denton.Additive.", nameof(benchmarks));
    }

    private static void RequireNonzero(TimeSeries low, TimeSeries indicator, Benchmarks benchmarks, double[] scaled)
    {
        for (int j = 0; j < benchmarks.First.Length; j++)
        {
            bool zero = true;
            for (int k = 0; k < benchmarks.Ratio; k++) { zero &= benchmarks.Weight(k) * scaled[benchmarks.First[j] + k] == 0; }
            if (zero)
            {
                var period = FrequencyConversion.LongPeriod(indicator.Start + benchmarks.First[j], low.Frequency);
                throw new ArgumentException($"'{indicator.Name ?? "indicator"}' is zero throughout {period}, so its ratio to '{low.Name ?? "series"}' is not defined. Use Denton.Additive.", nameof(indicator));
            }
        }
    }

    private static Disaggregation Result(TimeSeries low, Benchmarks benchmarks, double[] values) =>
        new(new TimeSeries(benchmarks.Start, values, low.Name), benchmarks.Flags());
}
