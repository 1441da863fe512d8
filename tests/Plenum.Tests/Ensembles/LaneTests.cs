using Plenum.Engine;
using Plenum.Engine.Closures;
using Plenum.Engine.Ensembles;
using Plenum.Engine.Kernels;
using Plenum.Engine.Scenarios;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using static Plenum.Tests.Ensembles.EnsembleModels;

namespace Plenum.Tests.Ensembles;

/// <summary>Draws that are solved side by side, against the same draws solved one by one.</summary>
public sealed class LaneTests
{
    /// <summary>Two equations that need each other and bend, with a third after them; shocks of usual size leave the region where straight lines serve.</summary>
    private const string Bent = """
        behavioural wage
          log(wage) = 0.6 * log(price) + 0.3 * log(wage(-1)) + push
        behavioural price
          log(price) = 0.5 * log(wage) + 0.1 * max(wage - 1.2, 0) ^ 2 + 0.2 * wage / price - 0.2
        identity real
          real = sqrt(wage) / price(-1)
        exogenous push
        """;

    private const int Draws = 300;
    private static readonly string[] s_all = ["wage", "price", "real", "push", "add_factor(wage)", "add_factor(price)"];

    [Theory]
    [InlineData(0.02, false)]
    [InlineData(0.3, true)]
    [InlineData(0.6, true)]
    public void Draws_in_lanes_are_those_solved_one_by_one(double sd, bool someHaveNoSolution) => AssertSame(BentEnsemble(Normal(sd)), someHaveNoSolution);

    [Fact]
    public void Events_parameters_bootstraps_and_swaps_work_in_lanes()
    {
        var baseline = Baseline();
        var risk = new EventRisk("push", [new PathChange(Column(baseline.Model, "push"), ChangeKind.Add, 0.1, Start + 2, baseline.End, [0.5, 1.0])], 0.4);
        var past = new Paths(baseline.Model, Start, 20);
        for (int t = 0; t < 20; t++) { (past["add_factor(wage)", Start + t], past["add_factor(price)", Start + t]) = (0.05 * Math.Sin(t * t), 0.05 * Math.Cos(3.0 * t * t)); }
        var history = ShockHistory.Of(past, Start, Start + 19, [Rule(baseline.Model, "wage", 0.5), Rule(baseline.Model, "price")]);
        AssertSame(BentEnsemble(new BootstrappedShocks(history, 5), [risk]));

        var closure = Closure.Declared(baseline.Model).Swap("price", "add_factor(price)", Start + 4, Start + 6);
        var swapped = BentEnsemble(Normal(0.05), [risk], closure);
        AssertSame(swapped);
        var result = swapped.Run(new EnsembleOptions { Draws = Draws });
        Assert.All(Values(result, 1, 3), price => Assert.Equal(baseline["price", Start + 5], price));

        var multiplier = Solved(Multiplier, 6, ("spending", 10.0), ("income", 20.0), ("consumption", 10.0));
        var propensity = UncertainParameter.Within(Column(multiplier.Model, "propensity"), "propensity", 0.4, 0.5, 0.6);
        AssertSame(Of(multiplier, new NormalShocks([Rule(multiplier.Model, "consumption", 0.9)], ["consumption"], [1.0], 2), ["income", "consumption"], [propensity]));
    }

    [Fact]
    public void The_equations_hold_in_every_draw()
    {
        var result = BentEnsemble(Normal(0.02)).Run(new EnsembleOptions { Draws = Draws });
        var paths = Baseline();
        var evaluator = new ResidualEvaluator(paths.Model);
        var residuals = new double[paths.Model.Equations.Count];
        int periods = result.Ensemble.Periods, width = periods * s_all.Length;
        for (int draw = 0; draw < Draws; draw++)
        {
            for (int k = 0; k < periods; k++)
            {
                for (int j = 0; j < s_all.Length; j++) { paths[s_all[j], Start + 2 + k] = result.Values[(draw * width) + (k * s_all.Length) + j]; }
                evaluator.Evaluate(paths, 2 + k, residuals);
                Assert.All(residuals, r => Assert.Equal(0.0, r, 1e-11));
            }
        }
    }

    [Fact]
    public void A_draw_does_not_depend_on_how_many_others_there_are()
    {
        var ensemble = BentEnsemble(Normal(0.3));
        double[] many = ensemble.Run(new EnsembleOptions { Draws = 61, Threads = 2 }).Values.ToArray();
        foreach (int draws in new[] { 1, 3, 8, 9, 15, 17, 60 })
        {
            double[] few = ensemble.Run(new EnsembleOptions { Draws = draws, Threads = 3 }).Values.ToArray();
            Assert.Equal(many[..few.Length].Select(BitConverter.DoubleToInt64Bits), few.Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Theory]
    [InlineData("wage > 1.05 or price < 0.97")]
    [InlineData("log(wage / wage(-1)) > 0.03 and not price > 1.02")]
    [InlineData("max(wage, price) > 1.1 * real")]
    public void Conditions_hold_in_lanes_where_they_hold_one_by_one(string text)
    {
        var ensemble = BentEnsemble(Normal(0.05));
        var graph = ensemble.Baseline.Model.Graph.Copy();
        var id = new ExpressionBinder(ensemble.Baseline.Model, graph) { ChecksUnits = false }.Bind(new SourceText("", text), [])!.Id;
        var tried = new Ensemble(ensemble.Baseline, ensemble.From, ensemble.To, ensemble.Uncertainty) { Conditions = [new("any", graph, id, ensemble.From, ensemble.To, false), new("year", graph, id, ensemble.From + 1, ensemble.To, true)] };
        var (lanes, alone) = (tried.Run(new EnsembleOptions { Draws = Draws }), tried.Run(new EnsembleOptions { Draws = Draws, Vectorised = false }));
        for (int condition = 0; condition < 2; condition++) { Assert.Equal(Held(alone, condition), Held(lanes, condition)); }
        Assert.Contains(new[] { 0, 1 }, condition => Held(lanes, condition).Distinct().Count() == 2);

        static bool[] Held(EnsembleResult result, int condition) => [.. Enumerable.Range(0, Draws).Select(draw => result.Held(draw, condition))];
    }

    [Fact]
    public void What_the_draws_came_to_is_counted()
    {
        var ensemble = BentEnsemble(Normal(0.02));
        var options = new EnsembleOptions { Draws = 60, Threads = 2 };
        var work = ensemble.Run(options).Work;
        Assert.Equal((8, 15 * ensemble.Periods), (work.Groups, work.Solves));
        Assert.Equal(work.Solves + work.Steps, work.Evaluations);
        Assert.InRange(work.Jacobians, 0, work.Steps);
        Assert.InRange(work.StepsPerSolve, 1.0, 50.0);
        Assert.Equal(new EnsembleWork(0, 60, 0, 0, 0, 0), ensemble.Run(options with { Vectorised = false }).Work);
        Assert.Equal(work, ensemble.Take(options, new DrawRange(0, 24)).Work + ensemble.Take(options, new DrawRange(24, 36)).Work);

        // Doing a part once more leaves the draws as they are counted.
        var anatomy = DrawAnatomy.Of(ensemble, options)!;
        Assert.Equal(work, anatomy.Work);
        Assert.All(anatomy.Operations, o => o.Once());
        Assert.Equal(work.Steps, 2 * ensemble.Periods * anatomy.Operations.Single(o => o.Name == "steps").Times, 1e-9);
        Assert.Null(DrawAnatomy.Of(ensemble, options with { Vectorised = false }));
    }

    /// <summary>A draw that leaves the domain must not disturb those beside it.</summary>
    [Fact]
    public void A_draw_that_fails_leaves_its_neighbours_as_they_are()
    {
        const string text = """
            behavioural stock
              stock = 1
            identity size
              size = log(stock) + exp(stock)
            """;
        var baseline = Solved(text, 4, ("stock", 1.0), ("size", Math.E));
        AssertSame(Of(baseline, new NormalShocks([Rule(baseline.Model, "stock")], ["stock"], [0.36], 1), ["size"]), failures: true);
    }

    private static Paths Baseline() => Solved(Bent, 10, ("wage", 1.0), ("price", 1.0), ("real", 1.0), ("push", 0.01));

    private static NormalShocks Normal(double sd)
    {
        var model = Baseline().Model;
        return new NormalShocks([Rule(model, "wage", 0.5), Rule(model, "price")], ["wage", "price"], [sd * sd, 0.3 * sd * sd, 0.3 * sd * sd, sd * sd], 7);
    }

    private static Ensemble BentEnsemble(ShockSource shocks, IReadOnlyList<EventRisk>? risks = null, Closure? closure = null)
    {
        var baseline = Baseline();
        return new Ensemble(baseline, Start + 2, baseline.End, new Uncertainty(shocks, [], risks ?? []))
        {
            Tracked = [.. s_all.Select(n => Column(baseline.Model, n))],
            Closure = closure is null ? null : closure.Swaps.Aggregate(Closure.Declared(baseline.Model), (c, s) => c.Swap(s.Exogenised, s.Endogenised, s.From, s.To)),
        };
    }

    private static void AssertSame(Ensemble ensemble, bool failures = false)
    {
        var lanes = ensemble.Run(new EnsembleOptions { Draws = Draws });
        var alone = ensemble.Run(new EnsembleOptions { Draws = Draws, Vectorised = false });
        Assert.Equal(alone.Failures.Select(f => f.Draw), lanes.Failures.Select(f => f.Draw));
        Assert.Equal(alone.FailureKinds.Select(k => (k.Code, k.Count)), lanes.FailureKinds.Select(k => (k.Code, k.Count)));
        Assert.Equal(failures, lanes.Failures.Count > 0);
        for (int i = 0; i < lanes.Values.Length; i++)
        {
            if (double.IsNaN(alone.Values[i])) { Assert.True(double.IsNaN(lanes.Values[i])); }
            else { Assert.Equal(alone.Values[i], lanes.Values[i], 1e-9 * Math.Max(1.0, Math.Abs(alone.Values[i]))); }
        }

        // Solved draws must differ from each other, or nothing was compared.
        Assert.True(lanes.Values.ToArray().Where(double.IsFinite).Distinct().Count() > ensemble.Periods * ensemble.Tracked.Count);
    }
}
