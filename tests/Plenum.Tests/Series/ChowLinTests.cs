using Plenum.Series;
using Plenum.Series.Conversion;

namespace Plenum.Tests.Series;

public sealed class ChowLinTests
{
    private static readonly Gen<Aggregation> s_aggregation = Gen.OneOf(Aggregation.Sum, Aggregation.Mean, Aggregation.Last);

    private static readonly Gen<(TimeSeries Z, TimeSeries W, double[] Noise, Aggregation By)> s_problem =
        from quarters in Gen.Int[40, 60]
        from z in Gen.Double[1, 100].Array[quarters]
        from w in Gen.Double[-10, 10].Array[quarters]
        from noise in Gen.Double[-1, 1].Array[quarters]
        from how in s_aggregation
        select (new TimeSeries(Period.Quarter(2010, 1), z, "z"), new TimeSeries(Period.Quarter(2010, 1), w, "w"), noise, how);

    [Fact]
    public void A_regression_without_noise_is_recovered() => s_problem.Sample(p =>
    {
        var truth = 7 + (2.5 * p.Z) - (4 * p.W);
        var found = ChowLin.Estimate(KnownYears(truth, p.By), [p.Z, p.W], p.By);
        Assert.Equal(7, found.Regression!.Coefficients[0].Value, 1e-6);
        Assert.Equal(2.5, found.Regression.Coefficients[1].Value, 1e-8);
        Assert.Equal(-4, found.Regression.Coefficients[2].Value, 1e-8);
        Assert.Equal(["constant", "z", "w"], found.Regression.Coefficients.Select(c => c.Name));
        for (int i = 0; i < truth.Count; i++) { Assert.Equal(truth[i], found.Values[i], 1e-6); }
    }, iter: 15);

    [Fact]
    public void Known_years_are_met_exactly() => s_problem.Sample(p =>
    {
        var low = KnownYears((3 * p.Z) + new TimeSeries(p.Z.Start, Walk(p.Noise)), p.By);
        var sums = ChowLin.Estimate(low, [p.Z], p.By).Values.ToFrequency(Frequency.Annual, p.By);
        for (int i = 0; i < low.Count; i++) { Assert.Equal(low[i], sums[low.Start + i], 1e-8 * (1 + Math.Abs(low[i]))); }
    }, iter: 15);

    [Fact]
    public void No_other_autocorrelation_is_more_likely() => Gen.Select(s_problem, Gen.Double[0, 0.99]).Sample((p, other) =>
    {
        var low = KnownYears((3 * p.Z) + new TimeSeries(p.Z.Start, Walk(p.Noise)), p.By);
        double best = ChowLin.Estimate(low, [p.Z], p.By).Regression!.LogLikelihood;
        double there = ChowLin.Estimate(low, [p.Z], p.By, new ChowLinOptions { Autocorrelation = other }).Regression!.LogLikelihood;
        Assert.True(there <= best + 1e-4);
    }, iter: 15);

    /// <summary>With independent errors and one last value a year, the estimator is ordinary least squares on the year ends, whose formulas are well known.</summary>
    [Fact]
    public void Without_autocorrelation_it_is_ordinary_least_squares() => s_problem.Sample(p =>
    {
        var low = KnownYears((3 * p.Z) + new TimeSeries(p.Z.Start, p.Noise), Aggregation.Last);
        var found = ChowLin.Estimate(low, [p.Z], Aggregation.Last, new ChowLinOptions { Autocorrelation = 0 }).Regression!;
        double[] x = [.. p.Z.ToFrequency(Frequency.Annual, Aggregation.Last).Slice(low.Start, low.End)];
        double meanX = x.Average();
        double meanY = low.Mean();
        double sxx = x.Sum(v => (v - meanX) * (v - meanX));
        double slope = x.Select((v, i) => (v - meanX) * (low[i] - meanY)).Sum() / sxx;
        double rss = x.Select((v, i) => Math.Pow(low[i] - meanY - (slope * (v - meanX)), 2)).Sum();
        Assert.Equal(slope, found.Coefficients[1].Value, 1e-9);
        Assert.Equal(meanY - (slope * meanX), found.Coefficients[0].Value, 1e-7);
        Assert.Equal(Math.Sqrt(rss / (x.Length - 2) / sxx), found.Coefficients[1].StandardError, 1e-9);
    }, iter: 15);

    [Fact]
    public void Quarters_beyond_the_known_years_are_estimated()
    {
        var z = new TimeSeries(Period.Quarter(2010, 1), [.. Enumerable.Range(1, 22).Select(i => i + (double)(i * i % 7))], "z");
        var found = ChowLin.Estimate(KnownYears(2 * z, Aggregation.Sum), [z], Aggregation.Sum);
        Assert.Equal(22, found.Values.Count);
        Assert.Equal(2, found.Flags.Count(f => f == ObservationFlag.Estimated));
        Assert.Equal(2 * z[21], found.Values[21], 1e-8);
        Assert.Equal(double.PositiveInfinity, found.Regression!.LogLikelihood);
    }

    [Fact]
    public void What_cannot_be_estimated_says_why()
    {
        var z = new TimeSeries(Period.Quarter(2010, 1), [.. Enumerable.Range(1, 20).Select(i => (double)(i * i))], "z");
        var low = z.ToFrequency(Frequency.Annual, Aggregation.Sum).Named("y");
        Says("collinear", () => ChowLin.Estimate(low, [z, (2 * z).Named("w")], Aggregation.Sum));
        Says("'y' has 1 known values for 2 coefficients", () => ChowLin.Estimate(low.Slice(low.Start, low.Start), [z], Aggregation.Sum));
        Says("Give at least one indicator", () => ChowLin.Estimate(low, [], Aggregation.Sum));

        static void Says(string text, Action action) => Assert.Contains(text, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);
    }

    private static TimeSeries KnownYears(TimeSeries quarters, Aggregation by) =>
        quarters.ToFrequency(Frequency.Annual, by).Slice(Period.Annual(2010), LastWholeYear(quarters));

    private static Period LastWholeYear(TimeSeries quarters) => Period.Annual(quarters.End.NumberInYear == 4 ? quarters.End.Year : quarters.End.Year - 1);

    private static double[] Walk(double[] noise)
    {
        double[] walk = [.. noise];
        for (int t = 1; t < walk.Length; t++) { walk[t] += 0.8 * walk[t - 1]; }
        return walk;
    }
}
