using Plenum.Series;
using Plenum.Series.Conversion;

namespace Plenum.Tests.Series;

public sealed class DentonTests
{
    private static readonly Gen<Aggregation> s_aggregation = Gen.OneOf(Aggregation.Sum, Aggregation.Mean, Aggregation.Last, Aggregation.First);

    private static readonly Gen<(TimeSeries Low, TimeSeries Indicator, Aggregation By)> s_problem =
        from years in Gen.Int[1, 6]
        from before in Gen.Int[0, 3]
        from after in Gen.Int[0, 5]
        from low in Gen.Double[50, 5000].Array[years]
        from indicator in Gen.Double[1, 200].Array[before + (4 * years) + after]
        from how in s_aggregation
        select (new TimeSeries(Period.Annual(2010), low, "y"), new TimeSeries(Period.Quarter(2010, 1) - before, indicator, "z"), how);

    [Fact]
    public void Known_years_are_met_exactly() => s_problem.Sample(p =>
    {
        foreach (var found in (Disaggregation[])[Denton.Proportional(p.Low, p.Indicator, p.By), Denton.Additive(p.Low, p.Indicator, p.By)])
        {
            Assert.Equal(p.Indicator.Start, found.Values.Start);
            Assert.Equal(p.Indicator.Count, found.Values.Count);
            var sums = found.Values.ToFrequency(Frequency.Annual, p.By);
            for (int i = 0; i < p.Low.Count; i++) { Assert.Equal(1, sums[p.Low.Start + i] / p.Low[i], 1e-10); }
        }
    });

    [Fact]
    public void A_constant_ratio_returns_the_indicator_scaled() => Gen.Select(s_problem, Gen.Double[0.1, 50]).Sample((p, ratio) =>
    {
        var low = (p.Indicator * ratio).ToFrequency(Frequency.Annual, p.By).Slice(p.Low.Start, p.Low.End);
        var found = Denton.Proportional(low, p.Indicator, p.By).Values;
        for (int i = 0; i < found.Count; i++) { Assert.Equal(ratio * p.Indicator[i], found[i], 1e-9 * ratio * 200); }
    });

    [Fact]
    public void No_feasible_change_preserves_the_movement_better() => Gen.Select(s_problem, Gen.Double[-1, 1].Array[64]).Sample((p, noise) =>
    {
        var found = Denton.Proportional(p.Low, p.Indicator, p.By).Values;
        double[] other = found.ToArray();
        // Moves amount between two quarters of a year, which keeps its sum and mean; quarters outside the known years are free.
        int first = Period.Quarter(2010, 1) - found.Start;
        for (int i = 0; i < other.Length; i++)
        {
            bool isKnown = i >= first && i < first + (4 * p.Low.Count);
            int inYear = (found.Start + i).NumberInYear;
            if (!isKnown) { other[i] += noise[i % noise.Length]; }
            else if (inYear == 2)
            {
                other[i] += noise[i % noise.Length];
                other[i + 1] -= noise[i % noise.Length];
            }
        }

        Assert.True(Roughness(found.ToArray(), p.Indicator) <= Roughness(other, p.Indicator) + 1e-9);
    });

    [Fact]
    public void Additive_moves_by_the_smoothest_difference() => s_problem.Sample(p =>
    {
        var zero = TimeSeries.Constant(p.Indicator.Start, p.Indicator.End, 0);
        var direct = Denton.Additive(p.Low, p.Indicator, p.By).Values;
        var difference = Denton.Additive(p.Low - p.Indicator.ToFrequency(Frequency.Annual, p.By), zero, p.By).Values;
        for (int i = 0; i < direct.Count; i++) { Assert.Equal(direct[i], p.Indicator[i] + difference[i], 1e-7); }
    });

    [Fact]
    public void Without_an_indicator_a_constant_stays_constant()
    {
        var found = Denton.WithoutIndicator(TimeSeries.Of(Period.Annual(2020), 12, 12, 12), Frequency.Monthly, Aggregation.Sum);
        Assert.Equal(36, found.Values.Count);
        Assert.All(found.Values, x => Assert.Equal(1, x, 1e-10));
    }

    [Fact]
    public void Flags_tell_known_inside_and_beyond()
    {
        var indicator = TimeSeries.Constant(Period.Quarter(2019, 4), Period.Quarter(2021, 2), 1);
        var flags = Denton.Proportional(TimeSeries.Of(Period.Annual(2020), 8), indicator, Aggregation.Last).Flags;
        Assert.Equal("Estimated Interpolated Interpolated Interpolated Observed Estimated Estimated", string.Join(' ', flags));
    }

    [Fact]
    public void What_cannot_be_benchmarked_says_why()
    {
        var year = TimeSeries.Of(Period.Annual(2020), 100).Named("y");
        var z = TimeSeries.Of(Period.Quarter(2020, 1), 1, 2, 3, 4).Named("z");
        Says("'y' is known in 2020, which 'z' (2020Q2..2020Q4) does not cover", () => Denton.Additive(year, z.Slice(z.Start + 1, z.End), Aggregation.Sum));
        Says("'z' has no value in 2020Q2", () => Denton.Additive(year, TimeSeries.Of(z.Start, 1, double.NaN, 3, 4).Named("z"), Aggregation.Sum));
        Says("'z' is zero throughout 2020", () => Denton.Proportional(year, (z * 0).Named("z"), Aggregation.Sum));
        Says("sums to nothing", () => Denton.Proportional(year, TimeSeries.Of(z.Start, 1, -1, 1, -1), Aggregation.Sum));
        Says("'y' has no known value", () => Denton.Additive((year * double.NaN).Named("y"), z, Aggregation.Sum));

        static void Says(string text, Action action) => Assert.Contains(text, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);
    }

    private static double Roughness(double[] x, TimeSeries z)
    {
        double sum = 0;
        for (int t = 1; t < x.Length; t++) { sum += Math.Pow((x[t] / z[t]) - (x[t - 1] / z[t - 1]), 2); }
        return sum;
    }
}
