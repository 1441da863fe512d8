using Plenum.Engine;
using Plenum.Engine.Closures;
using Plenum.Engine.Kernels;
using Plenum.Engine.Solving;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Engine.Solving.StackedTime;
using Plenum.Language.Binding;
using Plenum.Series;
using Plenum.Tests.Binding;

namespace Plenum.Tests.Engine;

public sealed class StackedTimeTests
{
    private const string Price = """
        identity p
          p = ahead * p(+1) + behind * p(-1) + x
        identity q
          q = 0.5 * q(-1) + p
        exogenous x
        parameter ahead = 0.5
        parameter behind = 0.3
        """;

    /// <summary>Logarithmic utility, Cobb-Douglas production, full depreciation; capital is dated by the end of the quarter.</summary>
    private const string Growth = """
        identity k
          k = a * k(-1)^share - c
        endogenous c
        equation euler
          1 / c = discount * share * a(+1) * k^(share - 1) / c(+1)
        exogenous a
        parameter share = 0.36
        parameter discount = 0.96
        """;

    private const int Periods = 120;

    private static readonly Period Start = Period.Quarter(2020, 1);
    private static readonly Period First = Start + 1;
    private static readonly Period Last = Start + Periods;

    public static TheoryData<TerminalCondition> Conditions => [TerminalCondition.Constant, TerminalCondition.ConstantGrowth];

    /// <summary>Solved forward and backward by its two roots; the end is felt by its unstable root to the power of the distance.</summary>
    [Theory]
    [MemberData(nameof(Conditions))]
    public void Announced_changes_are_anticipated_along_the_saddle_path(TerminalCondition condition) =>
        Gen.Double[-2, 2].Array[60].Sample(changes =>
        {
            var paths = PricePaths(Models.Bind(Price), changes);
            Solve(paths, condition);
            double[] expected = SaddlePath(paths);
            for (int t = 1; t <= 60; t++) { Assert.Equal(expected[t], paths["p", Start + t], 1e-10); }
        }, iter: 20);

    /// <summary>The count jumps whenever the sign of the price does, so that it has no derivative to follow.</summary>
    [Fact]
    public void A_jump_in_what_nothing_waits_for_does_not_hold_up_the_rest() =>
        Gen.Double[-2, 2].Array[60].Sample(changes =>
        {
            var paths = PricePaths(Models.Bind(Price + "\nidentity run\n  run = if(p < 0, run(-1) + 1, 0)\n"), changes);
            paths["run", Start] = 0;
            Solve(paths, TerminalCondition.Constant);
            double run = 0;
            for (int t = 1; t <= Periods; t++)
            {
                run = paths["p", Start + t] < 0 ? run + 1 : 0;
                Assert.Equal(run, paths["run", Start + t]);
            }
        }, iter: 20);

    [Fact]
    public void Values_given_after_the_end_are_used()
    {
        var model = Models.Bind(Price);
        var paths = PricePaths(model, [1.0, 2.0, -1.0]);
        double[] expected = SaddlePath(paths);
        paths["p", Start + 21] = expected[21];
        var outcome = new StackedTimeSolver(model).Solve(paths, First, Start + 20, TerminalCondition.Given);
        Assert.True(outcome.IsSolved, outcome.ToString());
        for (int t = 1; t <= 20; t++) { Assert.Equal(expected[t], paths["p", Start + t], 1e-12); }
        Assert.Equal(expected[21], paths["p", Start + 21]);
    }

    /// <summary>Whatever the announced path of productivity, the household saves the same share of output: k = share * discount * a * k(-1)^share.</summary>
    [Fact]
    public void Ramsey_growth_follows_its_closed_form() =>
        Gen.Double[0.7, 1.4].Array[Periods + 1].Sample(productivity =>
        {
            var paths = new Paths(Models.Bind(Growth), Start, Periods + 1);
            double steady = Math.Pow(0.36 * 0.96, 1.0 / 0.64);
            for (int t = 0; t <= Periods; t++)
            {
                paths["a", Start + t] = t < 100 ? productivity[t] : 1.0;
                (paths["k", Start + t], paths["c", Start + t]) = (t == 0 ? 0.02 : steady, Math.Pow(steady, 0.36) - steady);
            }

            Solve(paths, TerminalCondition.Constant);
            double k = paths["k", Start];
            for (int t = 1; t <= 80; t++)
            {
                double output = paths["a", Start + t] * Math.Pow(k, 0.36);
                k = 0.36 * 0.96 * output;
                Assert.Equal(1.0, paths["k", Start + t] / k, 1e-9);
                Assert.Equal(1.0, paths["c", Start + t] / (output - k), 1e-9);
            }
        }, iter: 20);

    /// <summary>On a trend of growth g, log(y / trend) = 2 g: with growth constant after the end, the end is not felt at all.</summary>
    [Fact]
    public void Constant_growth_continues_a_trend_exactly()
    {
        var model = Models.Bind("""
            identity y
              log(y) = 0.5 * log(y(+1)) + 0.3 * log(y(-1)) + 0.2 * log(trend(+1))
            exogenous trend
            """);
        var paths = new Paths(model, Start, 41);
        for (int t = 0; t <= 40; t++) { paths["trend", Start + t] = Math.Exp(0.02 * t); }
        paths["y", Start] = Math.Exp(0.04);
        var constant = paths.Copy();
        Solve(paths, TerminalCondition.ConstantGrowth, null, Start + 40);
        for (int t = 1; t <= 40; t++) { Assert.Equal(1.0, paths["y", Start + t] / Math.Exp(0.02 * (t + 2)), 1e-12); }

        Solve(constant, TerminalCondition.Constant, null, Start + 40);
        Assert.InRange(constant["y", Start + 40] / paths["y", Start + 40], 0.9, 0.99);
    }

    [Fact]
    public void Several_lags_and_leads_agree_with_the_equations()
    {
        var model = Models.Bind("""
            identity y
              y = 0.3 * y(-3) + 0.2 * y(+1) + 0.15 * y(+3) + 0.1 * z(+2) + x
            identity z
              z = 0.4 * y(-1) + 0.3 * z(-2) + 0.2 * z(+1) - 0.1 * y * y(-2)
            exogenous x
            """);
        Gen.Double[-0.5, 0.5].Array[40].Sample(x =>
        {
            var paths = new Paths(model, Start, 43);
            for (int t = 0; t < 43; t++) { (paths["x", Start + t], paths["y", Start + t], paths["z", Start + t]) = (t < 40 ? x[t] : 0.0, 0.1, 0.2); }
            var solver = new StackedTimeSolver(model);
            Assert.True(solver.Solve(paths, Start + 3, Start + 39, TerminalCondition.Given).IsSolved);
            Assert.Equal(0, solver.WholeFactorisations);
            var evaluator = new ResidualEvaluator(model);
            double[] residuals = new double[2];
            for (int t = 3; t < 40; t++)
            {
                evaluator.Evaluate(paths, t, residuals);
                Assert.All(residuals, r => Assert.Equal(0.0, r, 1e-13));
            }
        }, iter: 30);
    }

    [Fact]
    public void Model_without_leads_has_the_period_by_period_solution()
    {
        var model = Models.Bind("""
            behavioural consumption
              consumption = 0.6 * income + 0.2 * consumption(-1)
            behavioural investment
              dlog(investment) = 0.5 * dlog(income) - 0.1 * log(investment(-1) / (0.2 * income(-1)))
            identity income
              income = consumption + investment + spending
            exogenous spending
            """);
        var stacked = new Paths(model, Start, 41);
        (stacked["consumption", Start], stacked["investment", Start], stacked["income", Start]) = (75.0, 20.0, 100.0);
        for (int t = 0; t <= 40; t++) { stacked["spending", Start + t] = 5.0 + (0.1 * t); }
        var expected = stacked.Copy();
        Assert.True(new PeriodSolver(model).Solve(expected, First, Start + 40).IsSolved);
        Solve(stacked, TerminalCondition.Constant, null, Start + 40);
        for (int i = 0; i < expected.Values.Length; i++) { Assert.Equal(expected.Values[i], stacked.Values[i], 1e-11 * Math.Abs(expected.Values[i])); }
    }

    [Fact]
    public void Order_of_statements_does_not_change_the_solution()
    {
        var expected = PricePaths(Models.Bind(Price), [1.0, 0.0, 3.0]);
        Solve(expected, TerminalCondition.Constant);
        string[] statements = Price.ReplaceLineEndings("\n").Split("\n").Aggregate(new List<string>(), (list, line) =>
        {
            if (line.StartsWith(' ')) { list[^1] += "\n" + line; } else { list.Add(line); }
            return list;
        }).ToArray();
        Gen.Shuffle(statements).Sample(order =>
        {
            var paths = PricePaths(Models.Bind(string.Join("\n", order)), [1.0, 0.0, 3.0]);
            Solve(paths, TerminalCondition.Constant);
            for (int t = 1; t <= Periods; t++) { Assert.Equal(expected["q", Start + t], paths["q", Start + t], 1e-12); }
        }, iter: 20);
    }

    [Fact]
    public void Announced_target_is_met_by_what_was_found_for_it()
    {
        var model = Models.Bind(Price);
        var target = PricePaths(model, []);
        for (int t = 10; t <= 12; t++) { target["p", Start + t] = 1.0; }
        Solve(target, TerminalCondition.Constant, Closure.Declared(model).Swap("p", "x", Start + 10, Start + 12));
        Assert.InRange(target["p", Start + 9], 0.1, 1.0);

        var back = PricePaths(model, []);
        for (int t = 1; t <= Periods; t++) { back["x", Start + t] = target["x", Start + t]; }
        Solve(back, TerminalCondition.Constant);
        for (int t = 1; t <= Periods; t++) { Assert.Equal(target["p", Start + t], back["p", Start + t], 1e-12); }
        Assert.Equal(1.0, back["p", Start + 11], 1e-12);
    }

    /// <summary>No period can be eliminated by itself here, because its equation contains nothing of the period.</summary>
    [Fact]
    public void Equations_without_present_values_are_solved_together()
    {
        var model = Models.Bind("""
            endogenous p
            exogenous x
            equation link
              2 * p(+1) = p(-1) + x
            """);
        var paths = new Paths(model, Start, 11);
        paths["p", Start] = 1.0;
        for (int t = 1; t <= 10; t++) { paths["x", Start + t] = t; }
        var solver = new StackedTimeSolver(model);
        Assert.True(solver.Solve(paths, First, Start + 10, TerminalCondition.Constant).IsSolved);
        Assert.Equal(1, solver.WholeFactorisations);
        for (int t = 1; t < 10; t++) { Assert.Equal(paths["p", Start + (t - 1)] + t, 2.0 * paths["p", Start + (t + 1)], 1e-12); }
        Assert.Equal(paths["p", Start + 9] + 10.0, 2.0 * paths["p", Start + 10], 1e-12);
    }

    [Fact]
    public void Homotopy_reaches_what_newton_alone_does_not()
    {
        var model = Models.Bind("""
            endogenous x
            exogenous a
            equation balance
              x + exp(x) + 0.1 * x(+1) = a
            """);
        Assert.False(Solved(0.0).Outcome.IsSolved);
        var (outcome, paths) = Solved(1.0 / 256.0);
        Assert.Equal(8, Assert.IsType<SolveOutcome.Converged>(outcome).HomotopyPeriods);
        Assert.Equal(1e6, paths["x", First] + Math.Exp(paths["x", First]) + (0.1 * paths["x", First + 1]), 1e-6);

        (SolveOutcome Outcome, Paths Paths) Solved(double smallestStep)
        {
            var paths = new Paths(model, Start, 9);
            for (int t = 0; t < 9; t++) { (paths["x", Start + t], paths["a", Start + t]) = (0.0, 1e6); }
            return (new StackedTimeSolver(model, new SolverOptions { SmallestHomotopyStep = smallestStep }).Solve(paths, First, Start + 8, TerminalCondition.Constant), paths);
        }
    }

    [Fact]
    public void Solving_again_allocates_little()
    {
        var model = Models.Bind(Price);
        var solver = new StackedTimeSolver(model);
        var paths = PricePaths(model, [1.0]);
        long before = 0;
        for (int i = 0; i < 3; i++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            paths["x", Start + 5] += 1.0;
            Assert.True(solver.Solve(paths, First, Last, TerminalCondition.Constant).IsSolved);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * 1024);
    }

    [Fact]
    public void Swap_for_a_name_that_no_equation_contains_says_what_is_missing()
    {
        var model = Models.Bind(Price + "\nexogenous spare");
        var paths = PricePaths(model, []);
        var closure = Closure.Declared(model).Swap("p", "spare", Start + 3, Start + 4);
        string message = Assert.IsType<SolveOutcome.Undetermined>(Try(paths, TerminalCondition.Constant, closure)).ToString();
        Assert.Contains("error PL0301", message, StringComparison.Ordinal);
        Assert.Contains("nothing determines 'spare' in 2020Q4, 'spare' in 2021Q1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unequal_numbers_of_equations_and_unknowns_are_named()
    {
        var model = Models.Bind("""
            endogenous p
            endogenous r
            equation price
              p = 0.5 * p(+1) + r
            """);
        string message = Assert.IsType<SolveOutcome.Undetermined>(Try(new Paths(model, Start, Periods + 1), TerminalCondition.Constant)).ToString();
        Assert.Contains("error PL0302", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equations_that_leave_a_value_open_are_singular()
    {
        var model = Models.Bind(Price.Replace("p = ahead", "weight * p = ahead", StringComparison.Ordinal) + "\nparameter weight = 1");
        var paths = PricePaths(model, []);
        foreach (string name in new[] { "weight", "ahead", "behind" }) { paths[name, Start + 30] = 0.0; }
        paths["behind", Start + 31] = 0.0;
        paths["ahead", Start + 29] = 0.0;
        var singular = Assert.IsType<SolveOutcome.Singular>(Try(paths, TerminalCondition.Constant));
        Assert.Equal((Start + 30, "p"), (singular.Period, singular.Variables[0].Name));
    }

    [Fact]
    public void Missing_values_after_the_end_are_named()
    {
        var paths = PricePaths(Models.Bind(Price), []);
        var missing = Assert.IsType<SolveOutcome.MissingValues>(Try(paths, TerminalCondition.Given));
        Assert.Equal(("p", Last + 1), missing.Missing.Select(m => (m.ReadBy.Symbol.Name, m.Period)).Single());
    }

    [Fact]
    public void Failed_solve_names_the_period_and_leaves_the_paths_alone()
    {
        var model = Models.Bind("""
            identity y
              y = 0.5 * y(+1) + log(a)
            exogenous a
            """);
        var paths = new Paths(model, Start, 9);
        for (int t = 0; t < 9; t++) { paths["a", Start + t] = t == 5 ? -2.0 : 1.0; }
        var before = paths.Copy();
        var failure = Assert.IsType<SolveOutcome.OutOfDomain>(Try(paths, TerminalCondition.Constant, to: Start + 8));
        Assert.Equal((Start + 5, "y", "log(-2)"), (failure.Period, failure.Equation.Name, failure.Operation));
        Assert.Equal(before.Values, paths.Values);
    }

    [Fact]
    public void Facade_chooses_by_the_leads_of_the_model()
    {
        var ahead = PricePaths(Models.Bind(Price), [1.0, 2.0]);
        var solver = new ModelSolver(ahead.Model);
        Assert.Equal(TerminalCondition.ConstantGrowth, solver.Terminal);
        Assert.True(solver.Solve(ahead, First, Last).IsSolved);
        Assert.Equal(SaddlePath(ahead)[1], ahead["p", First], 1e-10);
        Assert.Null(new ModelSolver(Models.Bind("identity y\n  y = 0.5 * y(-1)")).Terminal);
    }

    private static Paths PricePaths(BoundModel model, double[] changes)
    {
        var paths = new Paths(model, Start, Periods + 1);
        (paths["p", Start], paths["q", Start]) = (0.7, 1.0);
        for (int t = 0; t <= Periods; t++) { paths["x", Start + t] = t > 0 && t <= changes.Length ? changes[t - 1] : 0.0; }
        return paths;
    }

    /// <summary>p = stable * p(-1) + sum over j of x(+j) / unstable^j / (ahead * unstable), where the roots solve ahead * r^2 - r + behind = 0.</summary>
    private static double[] SaddlePath(Paths paths)
    {
        double root = Math.Sqrt(1.0 - (4.0 * 0.5 * 0.3));
        var (stable, unstable) = (1.0 - root, 1.0 + root);
        double[] x = paths.Column(paths.Model.Find("x")!.Column);
        double[] p = new double[x.Length];
        p[0] = paths["p", Start];
        for (int t = 1; t < x.Length; t++)
        {
            double expected = 0.0;
            for (int s = x.Length - 1; s >= t; s--) { expected = x[s] + (expected / unstable); }
            p[t] = (stable * p[t - 1]) + (expected / (0.5 * unstable));
        }

        return p;
    }

    private static void Solve(Paths paths, TerminalCondition terminal, Closure? closure = null, Period? to = null, Period? from = null)
    {
        var outcome = Try(paths, terminal, closure, to, from);
        Assert.True(outcome.IsSolved, outcome.ToString());
    }

    private static SolveOutcome Try(Paths paths, TerminalCondition terminal, Closure? closure = null, Period? to = null, Period? from = null) =>
        new StackedTimeSolver(paths.Model).Solve(paths, from ?? First, to ?? Last, terminal, closure);
}
