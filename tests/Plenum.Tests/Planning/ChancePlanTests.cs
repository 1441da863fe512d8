using Plenum.Engine.Ensembles;
using Plenum.Engine.Planning;
using Plenum.Engine.Solving;
using Plenum.Numerics.Random;
using static Plenum.Tests.Planning.Economy;

namespace Plenum.Tests.Planning;

/// <summary>Plans that meet their targets with some probability, in a linear model with normal shocks.</summary>
public sealed class ChancePlanTests
{
    private const double Sd = 0.5;
    private const double Left = 0.6;
    private const int Draws = 4000;

    private const string Noisy = """
        behavioural income
          income = 0.6 * income(-1) + spending
        exogenous spending
        """;

    /// <summary>Income in the last of n quarters is normal around its path with variance Sd^2 times the sum of 0.36^k over them.</summary>
    private static readonly double s_spread = Sd * Math.Sqrt((1.0 - Math.Pow(Left * Left, Last - First + 1)) / (1.0 - (Left * Left)));

    /// <summary>A bound below is met with probability p where the path lies the p-quantile of the normal distribution times the spread above it.</summary>
    [Theory]
    [InlineData(0.8)]
    [InlineData(0.95)]
    public void A_bound_moves_by_the_quantile_of_the_shocks(double probability)
    {
        var economy = new Economy(Noisy, ("income", 100), ("spending", 40));
        var outcome = Solve(economy, economy.Goal("income", Last, 0) with { Low = 103.0, High = double.PositiveInfinity }, probability);
        double z = NormalDistribution.Quantile(probability);
        double error = 4.0 * Math.Sqrt(probability * (1.0 - probability) / Draws) / Density(z);
        Assert.Equal(103.0 + (z * s_spread), outcome.Found.Goals[0].Value, error * s_spread);
        Assert.Equal(0.5, outcome.Results[0].Before, 0.05);
        Assert.InRange(outcome.Results[0].After, probability, probability + 0.002);
        Assert.Equal(probability, outcome.Results[0].Verified, 4.0 * Math.Sqrt(2.0 * probability * (1.0 - probability) / Draws));
        Assert.True(outcome.Found.Loss > outcome.Before.Loss);
        Assert.Equal(s_spread, outcome.Results[0].Spread, 0.05 * s_spread);
    }

    [Fact]
    public void A_range_narrower_than_the_shocks_is_met_as_often_as_it_can_be()
    {
        var economy = new Economy(Noisy, ("income", 100), ("spending", 40));
        var outcome = Solve(economy, economy.Goal("income", Last, 0) with { Low = 103.0, High = 103.0 + s_spread }, 0.9);
        double best = (2.0 * 0.6914624612740131) - 1.0;
        Assert.False(outcome.Results[0].Band.IsMet);
        Assert.Equal(best, outcome.Results[0].After, 0.03);
        Assert.Equal(103.0 + (0.5 * s_spread), outcome.Found.Goals[0].Value, 0.15 * s_spread);
    }

    [Fact]
    public void A_range_that_most_draws_fit_into_leaves_the_path_some_room()
    {
        double[] distances = [.. Enumerable.Range(0, 2001).Select(k => NormalDistribution.Quantile((k + 0.5) / 2001.0))];
        var band = ChanceBand.Of(distances, -3.0, 3.0, 0.9);
        // Phi(3 - m) - Phi(-3 - m) = 0.9 where m is close to 3 less the 90 % quantile, since the other side plays hardly a part.
        Assert.True(band.IsMet);
        Assert.Equal(3.0 - NormalDistribution.Quantile(0.9), band.High, 0.01);
        Assert.Equal(-band.High, band.Low, 1e-9);
        foreach (double place in new[] { band.Low, band.High }) { Assert.InRange(ChanceBand.Probability([.. distances.Select(d => d + place)], -3.0, 3.0), 0.9, 0.902); }
    }

    private static double Density(double z) => Math.Exp(-0.5 * z * z) / Math.Sqrt(2.0 * Math.PI);

    private static ChanceOutcome Solve(Economy economy, PlanGoal goal, double probability)
    {
        var solver = new ModelSolver(economy.Model);
        var problem = economy.Problem([economy.Moves("spending")], [goal]);
        var rule = new ShockRule(economy.Model.Find("add_factor(income)")!.Column, 0.0);
        double[][] Sample(PlanOutcome.Found found, IReadOnlyList<PathQuantity> quantities, bool isOther)
        {
            ulong seed = isOther ? 2UL : 1UL;
            var uncertainty = new Uncertainty(new NormalShocks([rule], ["income"], [Sd * Sd], seed), [], []);
            return GoalSample.Of(found.Paths, First, Last, quantities, uncertainty, solver.Periods, new EnsembleOptions { Draws = Draws, Seed = seed });
        }

        var outcome = new ChancePlanSolver(problem, [new ChanceGoal(0, probability)], solver, Sample).Solve(TestContext.Current.CancellationToken, out var failure);
        Assert.Null(failure);
        Assert.True(outcome!.IsOptimal);
        return outcome;
    }
}
