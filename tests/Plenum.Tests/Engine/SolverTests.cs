using Plenum.Engine;
using Plenum.Engine.Closures;
using Plenum.Engine.Kernels;
using Plenum.Engine.Scenarios;
using Plenum.Engine.Solving;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Language.Binding;
using Plenum.Series;
using Plenum.Tests.Binding;

namespace Plenum.Tests.Engine;

public sealed class SolverTests
{
    private const string Multiplier = """
        behavioural consumption
          consumption = propensity * income + 0.2 * consumption(-1)
        behavioural investment
          dlog(investment) = accelerator * dlog(income) - 0.1 * log(investment(-1) / (0.2 * income(-1)))
        identity income
          income = consumption + investment + spending
        identity wealth
          diff(wealth) = income - consumption
        exogenous spending
        parameter propensity = 0.6
        parameter accelerator = 0.5
        """;

    private static readonly Period Start = Period.Quarter(2020, 1);
    private static readonly Period First = Period.Quarter(2020, 2);
    private static readonly Period Last = Period.Quarter(2030, 4);

    [Fact]
    public void Every_equation_holds_on_the_solution()
    {
        var paths = Baseline(out _);
        var evaluator = new ResidualEvaluator(paths.Model);
        var residuals = new double[paths.Model.Equations.Count];
        for (int t = 1; t < paths.Count; t++)
        {
            evaluator.Evaluate(paths, t, residuals);
            double size = paths["wealth", Start + t];
            Assert.All(residuals, r => Assert.Equal(0.0, r, 1e-13 * size));
        }
    }

    [Fact]
    public void Order_of_statements_does_not_change_the_solution()
    {
        var expected = Baseline(out _);
        var statements = Multiplier.Split("\n").Aggregate(new List<string>(), (list, line) =>
        {
            if (line.StartsWith(' ')) { list[^1] += "\n" + line; } else { list.Add(line); }
            return list;
        });
        Gen.Shuffle(statements.ToArray()).Sample(order =>
        {
            var paths = Solved(Models.Bind(string.Join("\n", order)));
            foreach (string name in new[] { "income", "investment", "wealth" }) { Assert.Equal(expected[name, Last], paths[name, Last], 1e-9); }
        }, iter: 40);
    }

    [Fact]
    public void Newton_and_gauss_seidel_agree()
    {
        var newton = Baseline(out _);
        var paths = StartOf(newton.Model);
        Assert.True(new GaussSeidelSolver(newton.Model).Solve(paths, First, Last, 1e-14));
        foreach (string name in new[] { "income", "consumption", "investment", "wealth" }) { Assert.Equal(1.0, paths[name, Last] / newton[name, Last], 1e-11); }
    }

    [Fact]
    public void Impulse_responses_of_a_linear_model_add_and_scale()
    {
        var model = Models.Bind("""
            identity y
              y = 0.5 * y(-1) + 0.3 * z + a
            identity z
              z = 0.4 * y - 0.2 * z(-1) + b
            exogenous a
            exogenous b
            """);
        Gen.Select(Gen.Double[-5, 5], Gen.Double[-5, 5]).Sample((a, b) =>
        {
            double[] together = Response(model, a, b);
            double[] first = Response(model, a, 0.0);
            double[] second = Response(model, 0.0, b);
            double[] unit = Response(model, 1.0, 0.0);
            for (int t = 0; t < together.Length; t++)
            {
                Assert.Equal(first[t] + second[t], together[t], 1e-10);
                Assert.Equal(a * unit[t], first[t], 1e-10);
            }
        }, iter: 100);
    }

    [Fact]
    public void Swap_and_swap_back_is_the_baseline()
    {
        var baseline = Baseline(out var solver);
        var target = baseline.Copy();
        var closure = Closure.Declared(baseline.Model).Swap("income", "spending", Period.Quarter(2025, 1), Period.Quarter(2026, 4));
        for (var p = Period.Quarter(2025, 1); p <= Period.Quarter(2026, 4); p += 1) { target["income", p] *= 1.02; }
        Assert.True(solver.Solve(target, First, Last, closure).IsSolved);
        Assert.NotEqual(baseline["spending", Period.Quarter(2025, 3)], target["spending", Period.Quarter(2025, 3)], 0.1);

        var back = baseline.Copy();
        for (var p = First; p <= Last; p += 1) { back["spending", p] = target["spending", p]; }
        Assert.True(solver.Solve(back, First, Last).IsSolved);
        Assert.Equal(target["income", Period.Quarter(2026, 4)], back["income", Period.Quarter(2026, 4)], 1e-9);

        for (var p = Period.Quarter(2025, 1); p <= Period.Quarter(2026, 4); p += 1) { target["income", p] = baseline["income", p]; }
        Assert.True(solver.Solve(target, First, Last, closure).IsSolved);
        for (var p = First; p <= Last; p += 1) { Assert.Equal(baseline["spending", p], target["spending", p], 1e-9); }
    }

    [Fact]
    public void Inverted_add_factors_replicate_history_exactly() =>
        Gen.Double[0.9, 1.1].Array[80].Sample(noise =>
        {
            var observed = Baseline(out var solver);
            var model = observed.Model;
            for (int t = 1; t <= 40; t++)
            {
                observed["consumption", Start + t] *= noise[t];
                observed["investment", Start + t] *= noise[t + 39];
            }

            var inverted = observed.Copy();
            int[] behavioural = [model.Find("consumption")!.Column, model.Find("investment")!.Column];
            var closure = Closure.Declared(model).InvertAddFactors(behavioural, First, Start + 40);
            Assert.True(solver.Solve(inverted, First, Start + 40, closure).IsSolved);

            var replicated = StartOf(model);
            foreach (int column in behavioural)
            {
                int factor = model.Equations.Single(e => e.Determines == column).AddFactor;
                for (int t = 1; t <= 40; t++) { replicated[factor, Start + t] = inverted[factor, Start + t]; }
            }

            Assert.True(solver.Solve(replicated, First, Start + 40).IsSolved);
            for (int t = 1; t <= 40; t++)
            {
                Assert.Equal(1.0, replicated["consumption", Start + t] / observed["consumption", Start + t], 1e-11);
                Assert.Equal(1.0, replicated["investment", Start + t] / observed["investment", Start + t], 1e-11);
            }
        }, iter: 20);

    [Fact]
    public void Solving_again_allocates_next_to_nothing()
    {
        var baseline = Baseline(out var solver);
        var scenario = baseline.Copy();
        var change = new PathChange(baseline.Model.Find("spending")!.Column, ChangeKind.Times, 1.05, First, Last, PathChange.Ramp(4));
        long before = 0;
        for (int i = 0; i < 3; i++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            scenario.CopyFrom(baseline);
            change.Apply(scenario);
            Assert.True(solver.Solve(scenario, First, Last).IsSolved);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4096);
    }

    [Fact]
    public void Implicit_equation_is_solved_by_iteration()
    {
        var model = Models.Bind("""
            endogenous x
            exogenous a
            equation balance
              x + exp(x) = a
            """);
        var paths = new Paths(model, Start, 2);
        paths["x", Start] = 0.0;
        paths["a", Start + 1] = 1.0 + Math.E;
        var outcome = new PeriodSolver(model).Solve(paths, First, First);
        Assert.True(outcome.IsSolved, outcome.ToString());
        Assert.Equal(1.0, paths["x", First], 1e-12);
    }

    /// <summary>The first Newton step is a million wide, and halving it a dozen times still overflows the exponential.</summary>
    [Fact]
    public void Homotopy_reaches_what_newton_alone_does_not()
    {
        var model = Models.Bind("""
            endogenous x
            exogenous a
            equation balance
              x + exp(x) = a
            """);
        Assert.False(Solve(0.0).Outcome.IsSolved);
        var (outcome, paths) = Solve(1.0 / 256.0);
        Assert.Equal(1, Assert.IsType<SolveOutcome.Converged>(outcome).HomotopyPeriods);
        Assert.Equal(1e6, paths["x", First] + Math.Exp(paths["x", First]), 1e-6);

        (SolveOutcome Outcome, Paths Paths) Solve(double smallestStep)
        {
            var paths = new Paths(model, Start, 2);
            (paths["x", Start], paths["a", Start], paths["a", First]) = (0.0, 1.0, 1e6);
            return (new PeriodSolver(model, new SolverOptions { SmallestHomotopyStep = smallestStep }).Solve(paths, First, First), paths);
        }
    }

    [Fact]
    public void Cancelled_solve_stops_between_periods()
    {
        var paths = Baseline(out var solver);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => solver.Solve(paths, First, Last, cancellation: source.Token));
    }

    private static Paths Baseline(out PeriodSolver solver)
    {
        var model = Models.Bind(Multiplier);
        var paths = StartOf(model);
        solver = new PeriodSolver(model);
        Assert.True(solver.Solve(paths, First, Last).IsSolved);
        return paths;
    }

    private static Paths Solved(BoundModel model)
    {
        var paths = StartOf(model);
        Assert.True(new PeriodSolver(model).Solve(paths, First, Last).IsSolved);
        return paths;
    }

    private static Paths StartOf(BoundModel model)
    {
        var paths = new Paths(model, Start, Last - Start + 1);
        paths["consumption", Start] = 75.0;
        paths["investment", Start] = 20.0;
        paths["income", Start] = 100.0;
        paths["wealth", Start] = 300.0;
        for (int t = 0; t < paths.Count; t++) { paths["spending", Start + t] = 5.0 + (0.1 * t); }
        return paths;
    }

    private static double[] Response(BoundModel model, double a, double b)
    {
        var paths = new Paths(model, Start, 13);
        foreach (string name in new[] { "y", "z" }) { paths[name, Start] = 0.0; }
        for (int t = 0; t < 13; t++) { (paths["a", Start + t], paths["b", Start + t]) = (t == 1 ? a : 0.0, t == 1 ? b : 0.0); }
        Assert.True(new PeriodSolver(model).Solve(paths, Start + 1, Start + 12).IsSolved);
        return paths.Column(model.Find("y")!.Column);
    }
}
