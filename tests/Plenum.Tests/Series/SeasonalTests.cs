using Plenum.Series;
using Plenum.Series.Seasonal;

namespace Plenum.Tests.Series;

public class SeasonalTests
{
    private static readonly SeasonalOptions Sum = new() { Model = SeasonalModel.Additive };

    /// <summary>Seasonal amounts that average out over a year.</summary>
    private static Gen<double[]> Pattern(int seasons) => Gen.Double[-0.3, 0.3].Array[seasons].Select(p => p.Select(x => x - p.Average()).ToArray());

    private static Gen<(Frequency Frequency, double[] Pattern)> AnyPattern => Gen.Bool.Select(isMonthly => isMonthly ? Frequency.Monthly : Frequency.Quarterly).SelectMany(f => Pattern((int)f).Select(p => (f, p)));

    private static TimeSeries Series(Frequency frequency, int years, Func<int, double> value) =>
        new(Period.Of(frequency, 2010, 1), [.. Enumerable.Range(0, years * (int)frequency).Select(value)], "output");

    [Fact]
    public void Constant_factors_on_a_constant_level_are_recovered() => AnyPattern.Sample(
        x =>
        {
            var found = X11.Decompose(Series(x.Frequency, 9, t => 250 * (1 + x.Pattern[t % x.Pattern.Length])));
            Assert.All(found.Seasonal.Select((s, t) => s - 1 - x.Pattern[t % x.Pattern.Length]), e => Assert.Equal(0, e, 1e-12));
            Assert.All(found.Trend, t => Assert.Equal(250, t, 1e-9));
            Assert.All(found.Irregular, i => Assert.Equal(1, i, 1e-12));
        },
        iter: 60);

    [Fact]
    public void Constant_amounts_on_a_straight_line_are_recovered_up_to_both_ends() => Gen.Select(AnyPattern, Gen.Double[-1, 1], Gen.Int[3, 12]).Sample(
        (x, slope, years) =>
        {
            var found = X11.Decompose(Series(x.Frequency, years, t => 20 + (slope * t) + x.Pattern[t % x.Pattern.Length]), Sum);
            Assert.All(found.Seasonal.Select((s, t) => s - x.Pattern[t % x.Pattern.Length]), e => Assert.Equal(0, e, 1e-9));
            Assert.All(found.Adjusted.Select((a, t) => a - 20 - (slope * t)), e => Assert.Equal(0, e, 1e-9));
        },
        iter: 60);

    [Fact]
    public void The_parts_give_the_series_again() => Gen.Select(Gen.Bool.Select(isMonthly => isMonthly ? Frequency.Monthly : Frequency.Quarterly), Gen.Bool.Select(isSum => isSum ? SeasonalModel.Additive : SeasonalModel.Multiplicative), Gen.Double[1, 9].Array[48, 120]).Sample(
        (frequency, model, values) =>
        {
            var series = new TimeSeries(Period.Of(frequency, 2011, 2), values, "output");
            var found = X11.Decompose(series, new SeasonalOptions { Model = model });
            var again = model == SeasonalModel.Multiplicative ? found.Trend * found.Seasonal * found.Irregular : found.Trend + found.Seasonal + found.Irregular;
            Assert.All(again.Zip(series), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        },
        iter: 60);

    [Fact]
    public void Thrice_the_series_gives_thrice_the_adjusted_one() => Gen.Select(AnyPattern, Gen.Double[-0.5, 0.5].Array[96]).Sample(
        (x, noise) =>
        {
            var one = X11.Decompose(Series(x.Frequency, 8, t => 20 + noise[t] + x.Pattern[t % x.Pattern.Length]), Sum);
            var three = X11.Decompose(Series(x.Frequency, 8, t => 3 * (20 + noise[t] + x.Pattern[t % x.Pattern.Length])), Sum);
            Assert.All(one.Adjusted.Zip(three.Adjusted), pair => Assert.Equal(3 * pair.First, pair.Second, 1e-9));
        },
        iter: 30);

    [Fact]
    public void Factors_average_one_over_every_year_of_a_noisy_series() => Gen.Select(AnyPattern, Gen.Double[-0.02, 0.02].Array[96]).Sample(
        (x, noise) =>
        {
            int seasons = (int)x.Frequency;
            var found = X11.Decompose(Series(x.Frequency, 8, t => 100 * Math.Exp(0.05 * t / seasons) * (1 + x.Pattern[t % seasons]) * (1 + noise[t])));
            for (int year = 0; year < 8; year++) { Assert.InRange(found.Seasonal.Skip(year * seasons).Take(seasons).Average(), 0.998, 1.002); }
        },
        iter: 30);

    [Fact]
    public void One_extreme_value_does_not_bend_the_seasonal()
    {
        double[] pattern = [0.10, -0.05, 0.02, -0.07];
        var disturbed = Series(Frequency.Quarterly, 10, t => 100 * (1 + pattern[t % 4]) * (1 + (0.004 * (((t * 7) % 5) - 2))) * (t == 20 ? 0.7 : 1));
        var found = X11.Decompose(disturbed);
        var misled = X11.Decompose(disturbed, new SeasonalOptions { LowerSigma = double.MaxValue, UpperSigma = double.MaxValue });
        Assert.Equal(0, found.ExtremeWeight[20]);
        double error = found.Seasonal.Select((s, t) => Math.Abs(s - 1 - pattern[t % 4])).Max();
        double misledError = misled.Seasonal.Select((s, t) => Math.Abs(s - 1 - pattern[t % 4])).Max();
        Assert.True(error < misledError / 2, $"{error} {misledError}");
    }

    /// <summary>Henderson weights as printed by D. Ladiray and B. Quenneville (2001), chapter 3, and in The MathWorks, "Econometrics Toolbox User's Guide", seasonal adjustment using S(n,m) filters.</summary>
    [Theory]
    [InlineData(5, new[] { -0.073, 0.294, 0.559, 0.294, -0.073 })]
    [InlineData(7, new[] { -0.059, 0.059, 0.294, 0.413, 0.294, 0.059, -0.059 })]
    [InlineData(13, new[] { -0.019, -0.028, 0, 0.066, 0.147, 0.214, 0.240, 0.214, 0.147, 0.066, 0, -0.028, -0.019 })]
    public void Henderson_weights_are_the_printed_ones(int terms, double[] printed) =>
        Assert.All(HendersonFilter.Weights(terms).Zip(printed), pair => Assert.InRange(pair.First, pair.Second - 0.00051, pair.Second + 0.00051));

    /// <summary>End weights of the 13-term average at an I/C ratio of 3.5, printed in The MathWorks, "Econometrics Toolbox User's Guide", seasonal adjustment using S(n,m) filters, to three decimals of which some are cut and not rounded.</summary>
    [Theory]
    [InlineData(7, new[] { -0.092, -0.058, 0.012, 0.120, 0.244, 0.353, 0.421 })]
    [InlineData(8, new[] { -0.042, -0.039, 0.002, 0.080, 0.174, 0.254, 0.292, 0.279 })]
    [InlineData(9, new[] { -0.016, -0.025, 0.003, 0.068, 0.149, 0.216, 0.241, 0.215, 0.148 })]
    [InlineData(10, new[] { -0.008, -0.020, 0.004, 0.066, 0.144, 0.208, 0.230, 0.201, 0.130, 0.045 })]
    [InlineData(11, new[] { -0.011, -0.022, 0.003, 0.066, 0.146, 0.210, 0.233, 0.205, 0.135, 0.051, -0.017 })]
    [InlineData(12, new[] { -0.016, -0.026, 0.001, 0.066, 0.147, 0.213, 0.238, 0.211, 0.144, 0.061, -0.005, -0.034 })]
    public void Henderson_end_weights_are_the_printed_ones(int available, double[] printed) =>
        Assert.All(HendersonFilter.EndWeights(HendersonFilter.Weights(13), available, 3.5).Zip(printed), pair => Assert.InRange(pair.First, pair.Second - 0.001, pair.Second + 0.001));

    [Fact]
    public void A_cubic_passes_through_the_henderson_average_and_a_line_through_its_ends()
    {
        double[] cubic = [.. Enumerable.Range(0, 40).Select(t => (0.001 * t * t * t) - (0.05 * t * t) + t)];
        double[] line = [.. Enumerable.Range(0, 40).Select(t => 3 + (0.2 * t))];
        Assert.All(HendersonFilter.Smooth(cubic, 13, 1)[6..^6].Zip(cubic[6..^6]), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
        Assert.All(HendersonFilter.Smooth(line, 9, 0).Zip(line), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
    }

    /// <summary>Weights of the last value as printed in the same guide: 0.407, 0.407, 0.185 for 3 x 3.</summary>
    [Fact]
    public void Seasonal_filters_keep_a_constant_and_weigh_the_last_year_as_printed()
    {
        double[] last = [0, 0, 0, 0, 0, 0, 0, 0, 1];
        Assert.Equal(0.407, SeasonalFilter.ThreeByThree.Smooth(last)[^1], 3);
        Assert.Equal(0.283, SeasonalFilter.ThreeByFive.Smooth(last)[^1], 3);
        Assert.Equal(0.25, SeasonalFilter.ThreeByFive.Smooth(last)[^2], 3);
        Assert.Equal(0.15, SeasonalFilter.ThreeByFive.Smooth(last)[^3], 3);
        foreach (int years in new[] { 6, 7, 12 })
        {
            Assert.All(SeasonalFilter.ThreeByFive.Smooth([.. Enumerable.Repeat(1.3, years)]), s => Assert.Equal(1.3, s, 1e-12));
            Assert.All(SeasonalFilter.ThreeByThree.Smooth([.. Enumerable.Repeat(1.3, years)]), s => Assert.Equal(1.3, s, 1e-12));
        }
    }

    [Fact]
    public void What_cannot_be_decomposed_is_refused_with_the_reason()
    {
        Assert.Contains("annual", Assert.Throws<ArgumentException>(() => X11.Decompose(TimeSeries.Of(Period.Annual(2000), 1, 2, 3))).Message, StringComparison.Ordinal);
        Assert.Contains("needs 12", Assert.Throws<ArgumentException>(() => X11.Decompose(TimeSeries.Of(Period.Quarter(2000, 1), 1, 2, 3))).Message, StringComparison.Ordinal);
        Assert.Contains("2011Q1", Assert.Throws<ArgumentException>(() => X11.Decompose(Series(Frequency.Quarterly, 5, t => t == 4 ? double.NaN : 1))).Message, StringComparison.Ordinal);
        Assert.Contains("positive", Assert.Throws<ArgumentException>(() => X11.Decompose(Series(Frequency.Quarterly, 5, t => t - 4))).Message, StringComparison.Ordinal);
    }
}
