using Plenum.Numerics.Distributions;

namespace Plenum.Tests.Numerics;

/// <summary>Distributions of priors, against closed forms and against values computed to forty digits by series in another program.</summary>
public sealed class DistributionTests
{
    private static readonly Distribution[] s_all =
    [
        new GammaDistribution(0.25, 2.0), new GammaDistribution(1.0, 0.3), new GammaDistribution(4.1, 0.01), new GammaDistribution(640.0, 1.0),
        new InverseGammaDistribution(2.5, 0.1), new InverseGammaDistribution(30.0, 4.0),
        new BetaDistribution(0.8, 0.9), new BetaDistribution(16.0, 16.0), new BetaDistribution(24.0, 3.9), new BetaDistribution(1.2, 5.0, -1.0, 3.0), new BetaDistribution(400.0, 900.0),
        new GaussianDistribution(3.0, 0.2), new LogNormalDistribution(-1.0, 0.7), new UniformDistribution(-1.0, 4.0), new TriangularDistribution(0.1, 0.15, 0.5),
        new TruncatedDistribution(new GammaDistribution(3.0, 0.1), 0.08, 0.5), new TruncatedDistribution(new GaussianDistribution(0.0, 1.0), -0.5, double.PositiveInfinity),
    ];

    private static readonly Gen<Distribution> s_any = Gen.Int[0, s_all.Length - 1].Select(i => s_all[i]);

    [Theory]
    [InlineData(0.01, 4.59947987804202172)]
    [InlineData(0.5, 0.572364942924700087)]
    [InlineData(1.5, -0.120782237635245222)]
    [InlineData(3.7, 1.42807232666538792)]
    [InlineData(12.0, 17.5023078458738858)]
    [InlineData(250.25, 1129.90376097764409)]
    public void The_logarithm_of_the_gamma_function_has_its_digits(double x, double expected) => Assert.Equal(expected, GammaFunction.Log(x), 5e-15 * Math.Max(1.0, Math.Abs(expected)));

    [Fact]
    public void The_gamma_function_of_a_whole_number_is_a_factorial()
    {
        double factorial = 1.0;
        for (int n = 1; n < 100; n++)
        {
            Assert.Equal(Math.Log(factorial), GammaFunction.Log(n), 1e-14 * Math.Max(1.0, Math.Log(factorial)));
            factorial *= n;
        }
    }

    [Theory]
    [InlineData(0.1, 0.03, 0.73823505323393506, 0.26176494676606494)]
    [InlineData(0.1, 0.17, 0.8674253921358729, 0.1325746078641271)]
    [InlineData(0.5, 0.5, 0.6826894921370859, 0.3173105078629141)]
    [InlineData(2.5, 0.75, 0.086930185455604539, 0.91306981454439546)]
    [InlineData(2.5, 4.25, 0.86925221072557475, 0.13074778927442525)]
    [InlineData(10, 3, 0.0011024881301154797, 0.99889751186988452)]
    [InlineData(10, 17, 0.97387531319534165, 0.026124686804658348)]
    [InlineData(150, 45, 6.8374659245350264e-35, 1)]
    [InlineData(150, 150, 0.51085822974935968, 0.48914177025064032)]
    [InlineData(150, 255, 0.99999999999957894, 4.2105749324015774e-13)]
    [InlineData(1000, 300, 2.4149201482967856e-221, 1)]
    [InlineData(1000, 1000, 0.50420524418021551, 0.49579475581978449)]
    [InlineData(1000, 1700, 1, 4.9781033021704332e-76)]
    public void The_incomplete_gamma_function_keeps_the_digits_of_both_tails(double shape, double x, double below, double above)
    {
        var (left, right) = IncompleteGamma.At(shape, x);
        Near(below, left, 2e-13);
        Near(above, right, 2e-13);
    }

    [Theory]
    [InlineData(0.3, 0.7, 0.05, 0.35067639093458287, 0.64932360906541713)]
    [InlineData(0.3, 0.7, 0.6, 0.77738494814226229, 0.22261505185773771)]
    [InlineData(2, 5, 0.05, 0.032773828125, 0.967226171875)]
    [InlineData(2, 5, 0.6, 0.95904, 0.04096)]
    [InlineData(12.5, 0.8, 0.05, 2.8383474463285926e-17, 1)]
    [InlineData(12.5, 0.8, 0.25, 1.617957871145993e-8, 0.99999998382042129)]
    [InlineData(12.5, 0.8, 0.6, 0.001022259102353188, 0.99897774089764681)]
    [InlineData(40, 60, 0.05, 3.9347433734497556e-26, 1)]
    [InlineData(40, 60, 0.25, 0.00054154149130474719, 0.99945845850869525)]
    [InlineData(40, 60, 0.6, 0.99997218856771863, 2.781143228136805e-5)]
    [InlineData(300, 900, 0.05, 1.2628119387523213e-119, 1)]
    [InlineData(300, 900, 0.25, 0.50443327241800523, 0.49556672758199477)]
    public void The_incomplete_beta_function_keeps_the_digits_of_both_tails(double a, double b, double x, double below, double above)
    {
        var (left, right) = IncompleteBeta.At(a, b, x);
        Near(below, left, 2e-13);
        Near(above, right, 2e-13);
    }

    [Theory]
    [InlineData(0.25, 0.001, 6.7496978931153746e-13)]
    [InlineData(0.25, 0.5, 0.04367380235287341)]
    [InlineData(3, 0.95, 6.2957936218719897)]
    [InlineData(3, 0.05, 0.81769144716395333)]
    [InlineData(64, 0.975, 80.6043672868905)]
    public void Quantiles_of_gamma_have_their_digits(double shape, double probability, double expected) => Near(expected, new GammaDistribution(shape, 1.0).Quantile(probability), 2e-14);

    [Theory]
    [InlineData(2, 5, 0.1, 0.092595258913128749)]
    [InlineData(0.6, 1.8, 0.3, 0.07151346750212018)]
    [InlineData(18, 4, 0.9, 0.91422864855066471)]
    public void Quantiles_of_beta_have_their_digits(double a, double b, double probability, double expected) => Near(expected, new BetaDistribution(a, b).Quantile(probability), 2e-14);

    [Fact]
    public void A_gamma_number_of_shape_one_is_exponential() =>
        Gen.Double[1e-3, 1.0 - 1e-6].Sample(p => Near(-3.0 * Math.Log(1.0 - p), new GammaDistribution(1.0, 3.0).Quantile(p), 1e-12));

    [Fact]
    public void Twice_a_gamma_number_of_shape_one_half_is_the_square_of_a_normal_one() =>
        Gen.Double[0.01, 0.99].Sample(p => Near(Math.Pow(new GaussianDistribution(0.0, 1.0).Quantile(0.5 + (0.5 * p)), 2), new GammaDistribution(0.5, 2.0).Quantile(p), 1e-12));

    [Fact]
    public void A_beta_number_whose_first_shape_is_one_has_a_closed_form() =>
        Gen.Select(Gen.Double[0.3, 40.0], Gen.Double[1e-6, 0.999]).Sample((b, p) => Near(1.0 - Math.Pow(1.0 - p, 1.0 / b), new BetaDistribution(1.0, b).Quantile(p), 1e-9));

    [Fact]
    public void A_beta_number_from_the_other_end_has_its_shapes_exchanged() =>
        Gen.Select(Gen.Double[0.8, 60.0], Gen.Double[0.8, 60.0], Gen.Double[0.001, 0.999]).Sample((a, b, p) => Near(1.0 - new BetaDistribution(b, a).Quantile(1.0 - p), new BetaDistribution(a, b).Quantile(p), 1e-11));

    [Fact]
    public void The_inverse_of_an_inverse_gamma_number_is_gamma() =>
        Gen.Select(Gen.Double[0.6, 50.0], Gen.Double[0.001, 0.999]).Sample((shape, p) => Near(1.0 / new GammaDistribution(shape, 0.5).Quantile(1.0 - p), new InverseGammaDistribution(shape, 2.0).Quantile(p), 1e-11));

    [Fact]
    public void The_probability_below_a_quantile_is_the_one_asked_for() =>
        Gen.Select(s_any, Gen.Double[1e-9, 1.0 - 1e-9]).Sample((distribution, p) => Math.Abs(distribution.Cumulative(distribution.Quantile(p)) - p) <= 1e-12);

    [Fact]
    public void Quantiles_rise_with_the_probability_and_end_at_the_bounds()
    {
        Gen.Select(s_any, Gen.Double[1e-12, 1.0 - 1e-12], Gen.Double[1e-12, 1.0 - 1e-12]).Sample((distribution, p, q) => distribution.Quantile(Math.Min(p, q)) <= distribution.Quantile(Math.Max(p, q)) + Rounding(distribution));
        Assert.All(s_all, d => Assert.Equal((d.Lowest, d.Highest, true), (d.Quantile(0.0), d.Quantile(1.0), double.IsNaN(d.Quantile(1.5)))));
    }

    [Fact]
    public void The_density_is_how_fast_the_probability_rises() =>
        Gen.Select(s_any, Gen.Double[0.02, 0.98]).Sample((distribution, p) =>
        {
            double x = distribution.Quantile(p), step = 1e-4 * Math.Min(0.1 * distribution.StandardDeviation, Math.Min(x - distribution.Lowest, distribution.Highest - x));
            if (distribution is TriangularDistribution t && Math.Abs(x - t.Mode) < step) { return true; }
            return Near((distribution.Cumulative(x + step) - distribution.Cumulative(x - step)) / (2.0 * step), distribution.Density(x), 1e-4);
        });

    [Fact]
    public void Numbers_at_evenly_spread_probabilities_have_the_mean_and_the_deviation()
    {
        const int Count = 200_000;
        Assert.All(s_all.Where(d => d is not InverseGammaDistribution { Shape: < 4.0 }), distribution =>
        {
            double[] numbers = [.. Enumerable.Range(0, Count).Select(k => distribution.Quantile((k + 0.5) / Count))];
            double mean = numbers.Average(), deviation = Math.Sqrt(numbers.Average(x => (x - mean) * (x - mean)));
            Assert.Equal(distribution.Mean, mean, 1e-3 * distribution.StandardDeviation);
            Assert.Equal(distribution.StandardDeviation, deviation, 3e-3 * distribution.StandardDeviation);
        });
    }

    [Fact]
    public void A_distribution_by_mean_and_deviation_has_them() =>
        Gen.Select(Gen.Double[0.05, 0.9], Gen.Double[0.02, 0.2]).Sample((mean, deviation) =>
            new Distribution[] { GammaDistribution.Of(mean, deviation), InverseGammaDistribution.Of(mean, deviation), LogNormalDistribution.Of(mean, deviation), BetaDistribution.Of(mean, deviation, -1.0, 2.0) }
                .All(d => Near(mean, d.Mean, 1e-12) && Near(deviation, d.StandardDeviation, 1e-11)));

    [Fact]
    public void A_cut_distribution_keeps_its_proportions()
    {
        var whole = new GammaDistribution(3.0, 0.1);
        var cut = new TruncatedDistribution(whole, 0.1, 0.4);
        Near((whole.Cumulative(0.3) - whole.Cumulative(0.2)) / cut.Share, cut.Cumulative(0.3) - cut.Cumulative(0.2), 1e-14);
        Assert.Equal((0.1, 0.4), (cut.Quantile(0.0), cut.Quantile(1.0)));
        Assert.Throws<ArgumentException>(() => new TruncatedDistribution(whole, -2.0, -1.0));
    }

    /// <summary>The interval of a normal number that holds nine tenths reaches 1.6449 standard deviations to both sides.</summary>
    [Fact]
    public void The_width_is_found_at_which_an_interval_holds_a_probability()
    {
        Near(1.0, SpreadSearch.Holding(s => new GaussianDistribution(5.0, s), 5.0 - 1.6448536269514722, 5.0 + 1.6448536269514722, 0.9, 10.0)!.StandardDeviation, 1e-12);
        var gamma = SpreadSearch.Holding(s => GammaDistribution.Of(0.3, s), 0.08, 0.6, 0.9, 0.52)!;
        Near(0.3, gamma.Mean, 1e-12);
        Near(0.9, gamma.Cumulative(0.6) - gamma.Cumulative(0.08), 1e-12);
        Assert.Null(SpreadSearch.Holding(s => BetaDistribution.Of(0.03, s), 0.0, 0.1, 0.9, 0.1));
    }

    /// <summary>What two quantiles may differ by where their probabilities are the same.</summary>
    private static double Rounding(Distribution distribution) => 1e-12 * (distribution.Quantile(0.75) - distribution.Quantile(0.25));

    private static bool Near(double expected, double actual, double relative)
    {
        Assert.Equal(expected, actual, relative * Math.Max(Math.Abs(expected), 1e-300));
        return true;
    }
}
