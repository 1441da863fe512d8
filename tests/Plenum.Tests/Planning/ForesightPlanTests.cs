using Plenum.Engine.Planning;
using Plenum.Engine.Sensitivities;
using Plenum.Engine.Solving;
using Plenum.Series;
using static Plenum.Tests.Planning.Economy;

namespace Plenum.Tests.Planning;

/// <summary>Plans in models that look ahead: people foresee an instrument from the period of its announcement on, and not before.</summary>
public sealed class ForesightPlanTests
{
    private const double Ahead = 0.8;

    /// <summary>x = 0.8 x(+1) + z, so that x is the sum of 0.8^k z(+k).</summary>
    private const string Asset = """
        identity x
          x = 0.8 * x(+1) + z
        exogenous z
        """;

    private const string Curved = """
        behavioural price
          log(price) = 0.35 * log(price(-1)) + 0.5 * log(price(+1)) + 0.1 * (demand - 1) - 2 * rate(+2)
        behavioural demand
          demand = 0.5 * demand(-1) + 0.2 * demand(+1) + 0.3 * price^0.5 + spending * price(-1)
        exogenous spending
        exogenous rate
        """;

    /// <summary>From the announcement on x moves ahead of z by 0.8^k u / (1 - 0.8), k quarters before; until then it stays where it was.</summary>
    [Fact]
    public void An_announced_instrument_moves_expectations_from_its_announcement_on()
    {
        var economy = new Economy(Asset, ("x", 50), ("z", 10));
        var announced = First + 2;
        var moves = First + 5;
        const double Gap = 3.0;
        var goal = economy.Goal("x", announced + 1, 50 + Gap);
        var found = economy.Find(economy.Problem([Moves(economy, "z", moves) with { Announced = announced }], [goal]));
        double size = Gap * (1.0 - Ahead) / Math.Pow(Ahead, moves - (announced + 1));
        Assert.Equal(size, found.Sizes[0], 1e-9);
        for (var period = First; period <= Last; period += 1)
        {
            double expected = period < announced ? 50.0 : 50.0 + (size / (1.0 - Ahead) * Math.Pow(Ahead, Math.Max(0, moves - period)));
            Assert.Equal(expected, found.Paths["x", period], 1e-9);
        }
    }

    /// <summary>What is announced later is news then: the path until that period knows of the first instrument alone.</summary>
    [Fact]
    public void A_second_announcement_is_news_when_it_comes()
    {
        var economy = new Economy(Asset, ("x", 50), ("z", 10));
        var problem = economy.Problem(
            [Moves(economy, "z", First + 2) with { Announced = First }, Moves(economy, "z", First + 6) with { Announced = First + 4 }],
            [economy.Goal("x", First + 1, 52), economy.Goal("x", First + 5, 60)]);
        var found = economy.Find(problem);
        double first = 2.0 * (1.0 - Ahead) / Ahead;
        double second = ((10.0 * (1.0 - Ahead)) - first) / Ahead;
        Assert.Equal(first, found.Sizes[0], 1e-9);
        Assert.Equal(second, found.Sizes[1], 1e-9);
        for (var period = First; period <= Last; period += 1)
        {
            double known = first / (1.0 - Ahead) * Math.Pow(Ahead, Math.Max(0, First + 2 - period));
            double news = period < First + 4 ? 0.0 : second / (1.0 - Ahead) * Math.Pow(Ahead, Math.Max(0, First + 6 - period));
            Assert.Equal(50.0 + known + news, found.Paths["x", period], 1e-9);
        }
    }

    [Fact]
    public void Derivatives_through_two_announcements_are_finite_differences()
    {
        var economy = new Economy(Curved, ("price", 1), ("demand", 1), ("spending", 0), ("rate", 0));
        var problem = economy.Problem(
            [Moves(economy, "spending", First + 1), Moves(economy, "spending", First + 5) with { Announced = First + 3 }, Moves(economy, "rate", First + 4) with { Announced = First + 2 }],
            [economy.Mean("log(price / price(-1))", First, Last), economy.Goal("demand * price", First + 3, 1), economy.Goal("price + demand(-1)^2", Last, 1)]);
        var system = new PlanSystem(problem, new ModelSolver(economy.Model));
        double[] sizes = [0.02, -0.01, 0.003];
        var values = new double[3];
        Assert.Null(system.Evaluate(sizes, values));
        double[] jacobian = new double[9];
        Assert.Null(system.Differentiate(jacobian));
        const double Step = 1e-5;
        for (int j = 0; j < 3; j++)
        {
            double[] ahead = At(j, Step), behind = At(j, -Step);
            for (int i = 0; i < 3; i++)
            {
                double difference = (ahead[i] - behind[i]) / (2.0 * Step);
                Assert.Equal(difference, jacobian[(i * 3) + j], 1e-6 * Math.Max(1.0, Math.Abs(difference)));
            }
        }

        // Announced in the period of the second goal, the second instrument moves it two quarters before it moves itself.
        Assert.NotEqual(0.0, jacobian[4]);
        Assert.IsType<SolveOutcome.LooksAhead>(system.Backward(jacobian));

        double[] At(int j, double step)
        {
            double[] moved = [.. sizes];
            moved[j] += step;
            var there = new double[3];
            Assert.Null(system.Evaluate(moved, there));
            return there;
        }
    }

    [Fact]
    public void A_plan_in_a_curved_model_is_found_by_few_steps()
    {
        var economy = new Economy(Curved, ("price", 1), ("demand", 1), ("spending", 0), ("rate", 0));
        var found = economy.Find(economy.Problem(
            [Moves(economy, "spending", First + 1) with { Cost = 0 }, Moves(economy, "rate", First + 4) with { Announced = First + 2, Cost = 0 }],
            [economy.Goal("price", First + 3, 1.02), economy.Goal("demand", Last, 1.03)]));
        Assert.True(found.IsFeasible);
        Assert.InRange(found.Steps, 1, 8);
    }

    [Fact]
    public void An_instrument_that_moves_before_its_announcement_is_refused()
    {
        var economy = new Economy(Asset, ("x", 50), ("z", 10));
        var problem = economy.Problem([Moves(economy, "z", First) with { Announced = First + 1 }], [economy.Goal("x", Last, 51)]);
        Assert.Contains($"moves before {First + 1}", Assert.Throws<InvalidOperationException>(() => PlanSolver.Solve(problem, new ModelSolver(economy.Model))).Message, StringComparison.Ordinal);
    }

    private static PlanInstrument Moves(Economy economy, string name, Period from) =>
        new(new Perturbation([.. Enumerable.Range(0, Last - from + 1).Select(k => new ValueChange(economy.Model.Find(name)!.Column, from + k, 1.0))]), double.NegativeInfinity, double.PositiveInfinity, 1);
}
