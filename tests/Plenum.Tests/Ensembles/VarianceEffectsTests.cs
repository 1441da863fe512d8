using Plenum.Engine.Ensembles;
using Plenum.Numerics.Random;
using static Plenum.Tests.Ensembles.EnsembleModels;

namespace Plenum.Tests.Ensembles;

/// <summary>How a variance is divided, against closed forms.</summary>
public sealed class VarianceEffectsTests
{
    private const int Draws = 40_000;

    /// <summary>a + 2 b + 3 c of independent standard normal numbers: variances 1, 4 and 9 of 14, without interplay.</summary>
    [Fact]
    public void A_linear_sum_is_divided_as_its_variances()
    {
        var effects = VarianceEffects.Of(3, first => Sample(first, 3, x => x[0] + (2.0 * x[1]) + (3.0 * x[2]), normal: true));
        Assert.Equal(14.0, effects.Variance, 4.0 * 14.0 * Math.Sqrt(2.0 / Draws));
        Assert.Equal(1.0, effects.Sources.Sum(e => e.Shapley), 1e-12);
        double[] expected = [1.0 / 14.0, 4.0 / 14.0, 9.0 / 14.0];
        for (int i = 0; i < 3; i++)
        {
            var effect = effects.Sources[i];
            Assert.Equal(expected[i], effect.Shapley, 4.0 * effect.SamplingError);
            Assert.Equal(expected[i], effect.First, 0.04);
            Assert.Equal(expected[i], effect.Total, 0.04);
            Assert.InRange(effect.SamplingError, 1e-6, 0.02);
        }
    }

    /// <summary>
    /// T. Ishigami and T. Homma (1990), "An importance quantification technique in uncertainty analysis for computer models": sin a + 7 sin² b + c⁴ sin(a) / 10 of numbers uniform between -pi and pi.
    /// With V1 = (1 + pi⁴ / 50)² / 2, V2 = 49 / 8 and V13 = 8 pi⁸ / 22500 the interplay of a and c is shared by halves.
    /// </summary>
    [Fact]
    public void The_function_of_Ishigami_has_its_known_indices()
    {
        double v1 = 0.5 * Math.Pow(1.0 + (0.1 * Math.Pow(Math.PI, 4) / 5.0), 2), v2 = 49.0 / 8.0, v13 = 8.0 * 0.01 * Math.Pow(Math.PI, 8) / 225.0;
        double v = v1 + v2 + v13;
        var effects = VarianceEffects.Of(3, first => Sample(first, 3, x => Math.Sin(x[0]) + (7.0 * Math.Pow(Math.Sin(x[1]), 2)) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0])), normal: false));
        double[] shapley = [(v1 + (0.5 * v13)) / v, v2 / v, 0.5 * v13 / v], first = [v1 / v, v2 / v, 0.0], total = [(v1 + v13) / v, v2 / v, v13 / v];
        Assert.Equal(v, effects.Variance, 0.04 * v);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(shapley[i], effects.Sources[i].Shapley, 4.0 * effects.Sources[i].SamplingError);
            Assert.Equal(first[i], effects.Sources[i].First, 0.05);
            Assert.Equal(total[i], effects.Sources[i].Total, 0.05);
        }
    }

    /// <summary>Two shocks with correlation 0.6: in the first quarter y moves by both, so that each group has its variance and the covariance.</summary>
    [Fact]
    public void Groups_of_correlated_shocks_have_their_covariance_with_the_whole()
    {
        var baseline = Solved(Linear, 4, ("x", 2.0), ("y", 10.0));
        var whole = new NormalShocks([Rule(baseline.Model, "x"), Rule(baseline.Model, "y")], ["x", "y"], [0.25, 0.3, 0.3, 1.0], 1);
        double[] all = Run(whole), x = Run(new PartOfShocks(whole, r => r.Column == whole.Rules[0].Column)), y = Run(new PartOfShocks(whole, r => r.Column == whole.Rules[1].Column));
        const double variance = 0.25 + 1.0 + (2.0 * 0.3);
        var (ofX, ofY) = (CovarianceShare.Of(x, all), CovarianceShare.Of(y, all));
        Assert.Equal((0.25 + 0.3) / variance, ofX.Share, 4.0 * ofX.SamplingError);
        Assert.Equal((1.0 + 0.3) / variance, ofY.Share, 4.0 * ofY.SamplingError);
        Assert.Equal(0.25 / variance, ofX.Alone, 0.01);
        Assert.Equal(1.0, ofX.Share + ofY.Share, 1e-9);

        double[] Run(ShockSource shocks) => Values(Of(baseline, shocks, ["y"]).Run(new EnsembleOptions { Draws = 20_000 }), 0, 0);
    }

    [Fact]
    public void Draws_without_a_number_are_left_out()
    {
        var effects = VarianceEffects.Of(1, first =>
        {
            double[] values = Sample(first, 1, x => x[0], normal: true);
            values[first] = double.NaN;
            return values;
        });
        Assert.Equal(Draws - 2, effects.Draws);
        Assert.Equal(1.0, Assert.Single(effects.Sources).Shapley, 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => VarianceEffects.Of(0, _ => []));
    }

    private static double[] Sample(uint first, int sources, Func<double[], double> function, bool normal) => [.. Enumerable.Range(0, Draws).Select(draw => function([.. Enumerable.Range(0, sources).Select(i =>
    {
        var stream = new RandomStream((first >> i & 1U) == 1U ? 1UL : 2UL, (ulong)i);
        return normal ? stream.NormalAt((ulong)draw) : Math.PI * ((2.0 * stream.UniformAt((ulong)draw)) - 1.0);
    })]))];
}
