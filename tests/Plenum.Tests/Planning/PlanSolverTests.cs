using Plenum.Engine.Planning;
using Plenum.Engine.Solving;
using Plenum.Numerics.Dense;
using static Plenum.Tests.Planning.Economy;

namespace Plenum.Tests.Planning;

public sealed class PlanSolverTests
{
    private const string Linear = """
        identity income
          income = 0.6 * income(-1) + spending + 0.5 * exports
        identity prices
          prices = 0.5 * prices(-1) + 0.2 * income - 0.1 * rate
        exogenous spending
        exogenous exports
        exogenous rate
        """;

    private const string Curved = """
        behavioural consumption
          consumption = 0.6 * income + 0.2 * consumption(-1)
        behavioural investment
          dlog(investment) = 0.4 * dlog(income) - 0.1 * log(investment(-1) / (0.2 * income(-1))) - 2 * rate
        identity income
          income = consumption + investment + spending
        identity debt
          debt = debt(-1) * (1 + rate) + spending - 0.2 * income
        exogenous spending
        exogenous rate
        """;

    /// <summary>H. Theil (1964): the best linear decision of a quadratic loss is (R'WR + P)^-1 R'W (z* - z).</summary>
    [Fact]
    public void A_linear_quadratic_plan_is_that_of_Theil()
    {
        var economy = new Economy(Linear, ("income", 100), ("prices", 30), ("spending", 30), ("exports", 20), ("rate", 5));
        double[] weights = [3.0, 1.5, 2.0];
        double[] costs = [0.7, 0.4];
        PlanGoal[] goals = [economy.Goal("income", Last, 110, weights[0]), economy.Goal("prices", Last, 33, weights[1]), economy.Goal("income", First + 3, 105, weights[2])];
        var problem = economy.Problem([economy.Moves("spending", cost: costs[0]), economy.Moves("rate", cost: costs[1])], goals);
        var found = economy.Find(problem);

        double[] gap = [110 - goals[0].Quantity.Evaluate(economy.Baseline), 33 - goals[1].Quantity.Evaluate(economy.Baseline), 105 - goals[2].Quantity.Evaluate(economy.Baseline)];
        var responses = new double[3, 2];
        for (int j = 0; j < 2; j++)
        {
            double[] sizes = [j == 0 ? 1.0 : 0.0, j == 1 ? 1.0 : 0.0];
            var moved = economy.Solved(problem, sizes);
            for (int i = 0; i < 3; i++) { responses[i, j] = goals[i].Quantity.Evaluate(moved) - goals[i].Quantity.Evaluate(economy.Baseline); }
        }

        double[] left = [costs[0], 0, 0, costs[1]];
        double[] expected = [0, 0];
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 2; j++)
            {
                expected[j] += responses[i, j] * weights[i] * gap[i];
                for (int k = 0; k < 2; k++) { left[(j * 2) + k] += responses[i, j] * weights[i] * responses[i, k]; }
            }
        }

        int[] pivots = new int[2];
        Assert.True(DenseLu.TryFactorise(left, 2, pivots, out _));
        DenseLu.Solve(left, 2, pivots, expected);
        for (int j = 0; j < 2; j++) { Assert.Equal(expected[j], found.Sizes[j], 1e-8); }
        for (int i = 0; i < 3; i++)
        {
            double remaining = gap[i] - (responses[i, 0] * expected[0]) - (responses[i, 1] * expected[1]);
            Assert.Equal(2.0 * weights[i] * remaining, found.Goals[i].Price, 1e-7);
        }
    }

    [Fact]
    public void As_many_instruments_as_targets_meet_them_exactly_by_Newton_steps()
    {
        var economy = Curvature();
        var problem = economy.Problem(
            [economy.Moves("spending", cost: 0), economy.Moves("rate", cost: 0)],
            [economy.Goal("income", Last, 190), economy.Goal("debt / income", Last, 0.6)]);
        var found = economy.Find(problem);
        Assert.True(found.IsFeasible);
        Assert.InRange(found.Steps, 1, 8);
        Assert.All(found.Goals.Zip(problem.Goals), pair => Assert.Equal(pair.Second.Low, pair.First.Value, 1e-9));
    }

    [Fact]
    public void Forward_and_backward_derivatives_are_finite_differences()
    {
        var economy = Curvature();
        var problem = economy.Problem(
            [economy.Moves("spending"), economy.Moves("rate"), economy.Moves("add_factor(consumption)")],
            [economy.Mean("log(income / income(-1))", First, Last), economy.Goal("debt / income + 0.1 * rate", Last, 1)]);
        var system = new PlanSystem(problem, new ModelSolver(economy.Model));
        double[] sizes = [1.0, 0.001, 0.5];
        var values = new double[2];
        Assert.Null(system.Evaluate(sizes, values));
        double[] forward = new double[6];
        double[] backward = new double[6];
        Assert.Null(system.Forward(forward));
        Assert.Null(system.Backward(backward));
        for (int j = 0; j < 3; j++)
        {
            double step = j == 1 ? 1e-6 : 1e-4;
            double[] ahead = At(j, step);
            double[] behind = At(j, -step);
            for (int i = 0; i < 2; i++)
            {
                double difference = (ahead[i] - behind[i]) / (2.0 * step);
                Assert.Equal(difference, forward[(i * 3) + j], 1e-6 * Math.Max(1.0, Math.Abs(difference)));
                Assert.Equal(forward[(i * 3) + j], backward[(i * 3) + j], 1e-11 * Math.Max(1.0, Math.Abs(difference)));
            }
        }

        double[] At(int j, double step)
        {
            double[] moved = [.. sizes];
            moved[j] += step;
            var there = new double[2];
            Assert.Null(system.Evaluate(moved, there));
            return there;
        }
    }

    /// <summary>A target that stays far away weighs the curvature of the goals as much as their slopes; the largest residual decides how slow Gauss and Newton alone are.</summary>
    [Fact]
    public void A_target_that_stays_far_away_is_approached_in_few_steps()
    {
        var economy = Curvature();
        var problem = economy.Problem(
            [economy.Moves("spending", cost: 1e-4), economy.Moves("rate", cost: 10)],
            [economy.Goal("log(income) - 0.02 * (debt / income - 0.5)^2", Last, 9, weight: 1), economy.Goal("investment / income", Last, 3, weight: 5)]);
        var found = economy.Find(problem);
        Assert.True(Math.Abs(found.Goals[1].Miss) > 1.0);
        Assert.InRange(found.Steps, 1, 25);
        Assert.InRange(found.Optimality.Stationarity, 0.0, 1e-8);
        foreach (var (size, step) in found.Sizes.Zip([1e-2, 1e-4]))
        {
            int j = found.Sizes.ToList().IndexOf(size);
            double Loss(double move) => LossAt(problem, economy, [.. found.Sizes.Select((s, k) => k == j ? s + move : s)]);
            Assert.True(Loss(0.0) <= Math.Min(Loss(step), Loss(-step)));
        }
    }

    [Fact]
    public void A_bound_that_binds_has_a_price_that_the_loss_confirms()
    {
        var economy = Curvature();
        var goal = economy.Goal("income", Last, economy.Baseline["income", Last] + 50, weight: 0.01);
        double LossAt(double high) => economy.Find(economy.Problem([economy.Moves("spending", high: high, cost: 0.001)], [goal])).Loss;
        var found = economy.Find(economy.Problem([economy.Moves("spending", high: 3, cost: 0.001)], [goal]));
        Assert.Equal(3.0, found.Sizes[0], 1e-12);
        Assert.Equal((LossAt(3.001) - LossAt(2.999)) / 0.002, found.BoundPrices[0], 1e-5 * Math.Abs(found.BoundPrices[0]));
        Assert.True(found.BoundPrices[0] < 0.0);
    }

    [Fact]
    public void A_target_that_must_be_met_has_a_price_that_the_loss_confirms()
    {
        var economy = Curvature();
        PlanOutcome.Found Reaching(double income) => economy.Find(economy.Problem([economy.Moves("spending", cost: 1), economy.Moves("rate", cost: 1000)], [economy.Goal("income", Last, income)]));
        double before = economy.Baseline["income", Last];
        var found = Reaching(before + 10);
        Assert.True(found.IsFeasible);
        Assert.Equal((Reaching(before + 10.01).Loss - Reaching(before + 9.99).Loss) / 0.02, found.Goals[0].Price, 1e-5 * found.Goals[0].Price);
    }

    [Fact]
    public void A_condition_that_does_not_bind_changes_nothing_and_one_that_binds_holds()
    {
        var economy = Curvature();
        var target = economy.Goal("income", Last, economy.Baseline["income", Last] + 10, weight: 1);
        PlanInstrument[] instruments = [economy.Moves("spending", cost: 0.01), economy.Moves("rate", cost: 100)];
        var free = economy.Find(economy.Problem(instruments, [target]));
        var loose = economy.Find(economy.Problem(instruments, [target, economy.Range("debt", Last, high: free.Paths["debt", Last] + 1)]));
        var tight = economy.Find(economy.Problem(instruments, [target, economy.Range("debt", Last, high: free.Paths["debt", Last] - 5)]));
        Assert.Equal(free.Sizes[0], loose.Sizes[0], 1e-6 * Math.Abs(free.Sizes[0]));
        Assert.Equal(0.0, loose.Goals[1].Price, 1e-9);
        Assert.Equal(0.0, tight.Goals[1].Miss);
        Assert.True(tight.Goals[1].Price < 0.0 && tight.Loss > free.Loss);
    }

    [Fact]
    public void Targets_that_conflict_leave_the_smallest_sum_of_misses()
    {
        var economy = Curvature();
        double income = economy.Baseline["income", Last];
        var outcome = economy.Find(economy.Problem([economy.Moves("spending", low: -5, high: 5, cost: 0.01)], [economy.Goal("income", Last, income + 3), economy.Goal("income", Last, income + 5)]));
        Assert.False(outcome.IsFeasible);
        // Anything between the two leaves a sum of 2.
        Assert.Equal(2.0, outcome.Goals.Sum(g => Math.Abs(g.Miss)), 1e-6);
        Assert.All(outcome.Goals, g => Assert.NotEqual(0.0, g.Price));
    }

    /// <summary>Two instruments within a circle, and an aim along each: the frontier is a quarter of that circle, and its slope minus the ratio of the two.</summary>
    [Fact]
    public void A_frontier_between_two_directions_in_a_circle_is_its_edge()
    {
        var economy = new Economy(Linear, ("income", 100), ("prices", 30), ("spending", 30), ("exports", 20), ("rate", 5));
        PlanInstrument[] instruments = [economy.Moves("spending", low: -9, high: 9), economy.Moves("exports", low: -9, high: 9)];
        var circle = economy.Range("(spending - 30)^2 + (exports - 20)^2", Last, high: 4);
        PlanGoal[] aims = [economy.Goal("spending", Last, 40, 1), economy.Goal("exports", Last, 40, 1)];
        var traced = Assert.IsType<FrontierOutcome.Traced>(PlanFrontier.Trace(economy.Problem(instruments, [circle, .. aims]), new FrontierAim(aims[0].Quantity, true), new FrontierAim(aims[1].Quantity, true), 7, new ModelSolver(economy.Model)));
        Assert.Equal(7, traced.Points.Count);
        Assert.Equal(22.0, traced.Points[0].Second, 1e-4);
        Assert.Equal(32.0, traced.Points[^1].First, 1e-4);
        foreach (var point in traced.Points.Skip(1).SkipLast(1))
        {
            double x = point.First - 30.0;
            double y = Math.Sqrt(4.0 - (x * x));
            Assert.Equal(FrontierState.Efficient, point.State);
            Assert.Equal(20.0 + y, point.Second, 1e-6);
            Assert.Equal(-x / y, point.Slope!.Value, 1e-5);
        }
    }

    [Fact]
    public void The_slope_of_a_frontier_is_that_of_its_points()
    {
        var economy = Curvature();
        PlanInstrument[] instruments = [economy.Moves("spending", low: 0, high: 10), economy.Moves("rate", low: -0.004, high: 0.004)];
        var income = new FrontierAim(economy.Goal("income", Last, 0, 1).Quantity, true);
        var effort = new FrontierAim(economy.Goal("(spending - 30)^2 + 4e6 * (rate - 0.005)^2", Last, 0, 1).Quantity, false);
        PlanGoal other = economy.Goal("investment", Last, 0, 1);
        var points = Assert.IsType<FrontierOutcome.Traced>(PlanFrontier.Trace(economy.Problem(instruments, [other]), income, effort, 21, new ModelSolver(economy.Model))).Points;
        Assert.All(points, p => Assert.Equal(FrontierState.Efficient, p.State));
        for (int k = 2; k < points.Count - 2; k++)
        {
            double before = (points[k].Second - points[k - 1].Second) / (points[k].First - points[k - 1].First);
            double after = (points[k + 1].Second - points[k].Second) / (points[k + 1].First - points[k].First);
            // A slope lies between those of the chords on both sides, but for their rounding.
            Assert.InRange(points[k].Slope!.Value, Math.Min(before, after) - 1e-4, Math.Max(before, after) + 1e-4);
        }
    }

    [Fact]
    public void Aims_that_one_plan_serves_best_do_not_conflict_and_one_without_bounds_is_named()
    {
        var economy = Curvature();
        var income = new FrontierAim(economy.Goal("income", Last, 0, 1).Quantity, true);
        var consumption = new FrontierAim(economy.Goal("consumption", Last, 0, 1).Quantity, true);
        FrontierOutcome Trace(double high) => PlanFrontier.Trace(economy.Problem([economy.Moves("spending", high: high)], [economy.Goal("debt", Last, 0, 1)]), income, consumption, 5, new ModelSolver(economy.Model));
        Assert.IsType<FrontierOutcome.NoConflict>(Trace(3));
        Assert.IsType<FrontierOutcome.Unbounded>(Trace(double.PositiveInfinity));
    }

    private static double LossAt(PlanProblem problem, Economy economy, double[] sizes)
    {
        var paths = economy.Solved(problem, sizes);
        return problem.Loss(sizes, [.. problem.Goals.Select(g => g.Quantity.Evaluate(paths))]);
    }

    private static Economy Curvature() => new(Curved, ("consumption", 110), ("investment", 32), ("income", 172), ("debt", 100), ("spending", 30), ("rate", 0.005));
}
