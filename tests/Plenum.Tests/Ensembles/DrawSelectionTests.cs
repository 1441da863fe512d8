using Plenum.Engine.Ensembles;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using static Plenum.Tests.Ensembles.EnsembleModels;

namespace Plenum.Tests.Ensembles;

/// <summary>Moments, correlations and fans of draws that are chosen by a condition.</summary>
public sealed class DrawSelectionTests
{
    private const int Draws = 20_000;

    private static EnsembleResult Result(string condition)
    {
        var baseline = Solved(Linear, 4, ("x", 2.0), ("y", 10.0));
        var graph = baseline.Model.Graph.Copy();
        var id = new ExpressionBinder(baseline.Model, graph).Bind(new SourceText("", condition), [])!.Id;
        var shocks = new NormalShocks([Rule(baseline.Model, "x"), Rule(baseline.Model, "y")], ["x", "y"], [1.0, 0.6, 0.6, 1.0], 4);
        return Of(baseline, shocks, ["x", "y"], conditions: [new PathCondition(condition, graph, id, Start + 2, Start + 2, false)]).Run(new EnsembleOptions { Draws = Draws });
    }

    /// <summary>x is normal with mean 2 and variance 1 in the first quarter; below its mean it is half normal, with mean 2 - sqrt(2 / pi) and variance 1 - 2 / pi.</summary>
    [Fact]
    public void Draws_below_the_mean_are_half_normal()
    {
        var draws = DrawSelection.Solved(Result("x < 2")).Where(0);
        Assert.Equal(0.5 * Draws, draws.Count, 4.0 * Math.Sqrt(0.25 * Draws));
        var moments = Moments.Of(draws.Values(0, Start + 2));
        Assert.Equal(2.0 - Math.Sqrt(2.0 / Math.PI), moments.Mean, 4.0 * 0.61 / Math.Sqrt(draws.Count));
        Assert.Equal(Math.Sqrt(1.0 - (2.0 / Math.PI)), moments.StandardDeviation, 0.02);
        Assert.Equal(-0.9953, moments.Skewness, 0.08);
        Assert.Equal(1.0, draws.Probability(0));
        double median = draws.Fans([Start + 2], [0.5])[0].Quantiles[0];
        Assert.Equal(2.0 - 0.67449, median, 0.03);
    }

    /// <summary>In the first quarter y moves by the shock of x and by its own, which have correlation 0.6: (1 + 0.6) / sqrt(1 + 1 + 1.2).</summary>
    [Fact]
    public void Correlations_are_those_of_the_model()
    {
        double[] matrix = DrawSelection.Solved(Result("x < 2")).Correlations(Start + 2);
        double expected = 1.6 / Math.Sqrt(3.2);
        Assert.Equal(expected, matrix[1], 4.0 * (1.0 - (expected * expected)) / Math.Sqrt(Draws));
        Assert.Equal(matrix[1], matrix[2]);
        Assert.Equal(1.0, matrix[0]);
    }

    [Fact]
    public void All_draws_give_the_fans_of_the_ensemble()
    {
        var result = Result("x < 2");
        var all = DrawSelection.Solved(result);
        double[] probabilities = [0.05, 0.5, 0.95];
        Assert.Equal(result.Fans([Start + 4], probabilities)[1].Quantiles, all.Fans([Start + 4], probabilities)[1].Quantiles);
        Assert.Equal(result.Probability(0), all.Probability(0));
    }

    /// <summary>
    /// A logistic map that is pushed about has no closed form for its distribution. Two moments of 20,000 draws meet those of a million within
    /// sampling error, which the fourth moment of the million gives.
    /// </summary>
    [Fact]
    public void Two_moments_of_a_nonlinear_model_are_those_of_a_million_draws()
    {
        const string text = """
            behavioural x
              x = 2.6 * x(-1) * (1 - x(-1))
            """;
        const double rest = 1.0 - (1.0 / 2.6);
        var baseline = Solved(text, 3, ("x", rest));
        double[] many = Sample(1_000_000, 1), few = Sample(20_000, 2);
        double mean = many.Average(), variance = many.Average(v => (v - mean) * (v - mean)), fourth = many.Average(v => Math.Pow(v - mean, 4));
        double fewMean = few.Average(), fewVariance = few.Average(v => (v - fewMean) * (v - fewMean));
        double error = Math.Sqrt((1.0 / few.Length) + (1.0 / many.Length));
        Assert.Equal(mean, fewMean, 3.0 * Math.Sqrt(variance) * error);
        Assert.Equal(variance, fewVariance, 3.0 * Math.Sqrt(fourth - (variance * variance)) * error);

        // It is not linear: the mean leaves the baseline by many sampling errors.
        Assert.True(Math.Abs(mean - rest) > 20.0 * Math.Sqrt(variance / many.Length));

        double[] Sample(int draws, ulong seed) =>
            Values(Of(baseline, new NormalShocks([Rule(baseline.Model, "x")], ["x"], [0.01], seed), ["x"]).Run(new EnsembleOptions { Draws = draws, Seed = seed }), 0, 2);
    }
}
