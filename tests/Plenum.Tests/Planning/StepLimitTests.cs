using Plenum.Engine.Planning;
using Plenum.Engine.Sensitivities;
using Plenum.Engine.Solving;
using Plenum.Numerics.Dense;
using static Plenum.Tests.Planning.Economy;

namespace Plenum.Tests.Planning;

/// <summary>Plans whose instruments may move by no more than a largest step, in a model in which everything is linear.</summary>
public sealed class StepLimitTests
{
    private const string Linear = """
        identity income
          income = 0.6 * income(-1) + spending
        identity prices
          prices = 0.5 * prices(-1) + 0.2 * income
        exogenous spending
        """;

    private const double Weight = 1.7;
    private const double Cost = 0.4;
    private const double Largest = 1.5;

    /// <summary>One size for each of three blocks of four quarters, the first step from the baseline: u1, u2 - u1, u3 - u2.</summary>
    private static readonly PlanLimit[] s_steps = [new([(0, 1.0)], -Largest, Largest), new([(0, -1.0), (1, 1.0)], -Largest, Largest), new([(1, -1.0), (2, 1.0)], -Largest, Largest)];

    /// <summary>Of all ways in which the steps can bind, the conditions of Karush, Kuhn and Tucker single out one; each is solved as a system of linear equations.</summary>
    [Theory]
    [InlineData(104.0, 107.0)]
    [InlineData(110.0, 101.0)]
    [InlineData(97.0, 112.0)]
    [InlineData(100.5, 100.2)]
    public void A_linear_quadratic_plan_with_steps_is_the_only_point_where_the_conditions_hold(double early, double late)
    {
        var economy = Linearised();
        PlanGoal[] goals = [economy.Goal("income", First + 3, early, Weight), economy.Goal("income", Last, late, Weight), economy.Goal("prices", Last, 35, Weight)];
        var problem = economy.Problem(Blocks(economy), goals) with { Limits = s_steps };
        var found = economy.Find(problem);
        var (sizes, prices) = Enumerated(economy, problem);
        for (int j = 0; j < 3; j++) { Assert.Equal(sizes[j], found.Sizes[j], 1e-8); }
        for (int l = 0; l < 3; l++) { Assert.Equal(prices[l], found.LimitPrices[l], 1e-6 * Math.Max(1.0, Math.Abs(prices[l]))); }
        Assert.InRange(found.Optimality.Complementarity, 0.0, 1e-8);
    }

    [Fact]
    public void The_price_of_a_step_is_what_the_loss_confirms()
    {
        var economy = Linearised();
        PlanGoal[] goals = [economy.Goal("income", Last, 112, Weight)];
        double LossAt(double largest) => Found(largest).Loss;
        PlanOutcome.Found Found(double largest) => economy.Find(economy.Problem(Blocks(economy), goals) with { Limits = [s_steps[0], s_steps[1], s_steps[2] with { Low = -largest, High = largest }] });
        var found = Found(Largest);
        Assert.Equal(Largest, found.Sizes[2] - found.Sizes[1], 1e-10);
        Assert.True(found.LimitPrices[2] < 0.0);
        Assert.Equal((LossAt(Largest + 1e-3) - LossAt(Largest - 1e-3)) / 2e-3, found.LimitPrices[2], 1e-5 * Math.Abs(found.LimitPrices[2]));
    }

    [Fact]
    public void A_search_begins_at_the_nearest_sizes_that_the_steps_allow()
    {
        var economy = Linearised();
        var problem = economy.Problem(Blocks(economy), [economy.Goal("income", Last, 112, Weight)]) with { Limits = s_steps };
        var outcome = Assert.IsType<PlanOutcome.Found>(PlanSolver.Solve(problem, new ModelSolver(economy.Model), [40.0, -40.0, 40.0]));
        var direct = economy.Find(problem);
        for (int j = 0; j < 3; j++) { Assert.Equal(direct.Sizes[j], outcome.Sizes[j], 1e-8); }
    }

    [Fact]
    public void Steps_that_leave_no_size_within_the_bounds_are_refused()
    {
        var economy = Linearised();
        PlanInstrument[] blocks = [.. Blocks(economy).Select(b => b with { Low = 2.0 * Largest })];
        var problem = economy.Problem(blocks, [economy.Goal("income", Last, 112, Weight)]) with { Limits = s_steps };
        Assert.Contains("no sizes within its bounds", Assert.Throws<InvalidOperationException>(() => PlanSolver.Solve(problem, new ModelSolver(economy.Model))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frontier_ends_where_the_steps_do()
    {
        var economy = Linearised();
        PlanInstrument[] blocks = [.. Blocks(economy).Select(b => b with { Low = -9, High = 9 })];
        PlanGoal[] aims = [economy.Goal("spending", First + 3, 0, 1), economy.Goal("-spending", Last, 0, 1)];
        var problem = economy.Problem(blocks, aims) with { Limits = s_steps };
        var traced = Assert.IsType<FrontierOutcome.Traced>(PlanFrontier.Trace(problem, new FrontierAim(aims[0].Quantity, true), new FrontierAim(aims[1].Quantity, true), 3, new ModelSolver(economy.Model)));
        Assert.Equal(40.0 + Largest, traced.Points[^1].First, 1e-6);
        Assert.Equal(-40.0 + (3.0 * Largest), traced.Points[0].Second, 1e-6);
    }

    /// <summary>The solution and the prices of the steps, by trying every set of binding steps.</summary>
    private static (double[] Sizes, double[] Prices) Enumerated(Economy economy, PlanProblem problem)
    {
        var base0 = problem.Goals.Select(g => g.Quantity.Evaluate(economy.Baseline)).ToArray();
        var responses = new double[3, 3];
        for (int j = 0; j < 3; j++)
        {
            var moved = economy.Solved(problem, [.. Enumerable.Range(0, 3).Select(k => k == j ? 1.0 : 0.0)]);
            for (int i = 0; i < 3; i++) { responses[i, j] = problem.Goals[i].Quantity.Evaluate(moved) - base0[i]; }
        }

        var matches = new List<(double[] Sizes, double[] Prices)>();
        for (int code = 0; code < 27; code++)
        {
            int[] sides = [(code % 3) - 1, (code / 3 % 3) - 1, (code / 9) - 1];
            if (Solve(problem, base0, responses, sides) is { } point) { matches.Add(point); }
        }

        return Assert.Single(matches);
    }

    /// <summary>Stationarity with some steps held at an end: below (-1), above (1), or free (0); null where a price has the wrong sign or a free step is too large.</summary>
    private static (double[] Sizes, double[] Prices)? Solve(PlanProblem problem, double[] from, double[,] responses, int[] sides)
    {
        const int Order = 6;
        var left = new double[Order * Order];
        var right = new double[Order];
        for (int j = 0; j < 3; j++)
        {
            left[(j * Order) + j] = 2.0 * Cost;
            for (int i = 0; i < 3; i++)
            {
                right[j] += 2.0 * Weight * responses[i, j] * (problem.Goals[i].Low - from[i]);
                for (int k = 0; k < 3; k++) { left[(j * Order) + k] += 2.0 * Weight * responses[i, j] * responses[i, k]; }
            }
        }

        for (int l = 0; l < 3; l++)
        {
            foreach (var (place, factor) in problem.Limits[l].Terms)
            {
                left[(place * Order) + 3 + l] = -factor;
                if (sides[l] != 0) { left[((3 + l) * Order) + place] = factor; }
            }

            if (sides[l] == 0) { left[((3 + l) * Order) + 3 + l] = 1.0; }
            right[3 + l] = sides[l] * Largest;
        }

        int[] pivots = new int[Order];
        if (!DenseLu.TryFactorise(left, Order, pivots, out _)) { return null; }
        DenseLu.Solve(left, Order, pivots, right);
        double[] sizes = right[..3], prices = right[3..];
        bool holds = Enumerable.Range(0, 3).All(l => sides[l] == 0 ? Math.Abs(problem.Limits[l].Of(sizes)) <= Largest : prices[l] * sides[l] < 0.0);
        return holds ? (sizes, prices) : null;
    }

    private static PlanInstrument[] Blocks(Economy economy) =>
        [.. Enumerable.Range(0, 3).Select(b => new PlanInstrument(
            new Perturbation([.. Enumerable.Range(0, Last - First + 1).Where(k => Math.Min(k / 4, 2) == b).Select(k => new ValueChange(economy.Model.Find("spending")!.Column, First + k, 1.0))]),
            double.NegativeInfinity, double.PositiveInfinity, Cost))];

    private static Economy Linearised() => new(Linear, ("income", 100), ("prices", 40), ("spending", 40));
}
