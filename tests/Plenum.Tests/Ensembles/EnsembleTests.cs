using Plenum.Engine;
using Plenum.Engine.Ensembles;
using Plenum.Engine.Scenarios;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Numerics.Random;
using static Plenum.Tests.Ensembles.EnsembleModels;

namespace Plenum.Tests.Ensembles;

/// <summary>Draws around a baseline: their distribution, their independence of threads, and what becomes of those that fail.</summary>
public sealed class EnsembleTests
{
    private const int Draws = 20_000;
    private const double Sd = 0.3;

    /// <summary>Shocks of two equations with correlation 0.6.</summary>
    private static readonly double[] s_covariance = [Sd * Sd, 0.6 * Sd, 0.6 * Sd, 1.0];

    private static Ensemble LinearEnsemble(ulong seed = 1, double left = 0.0)
    {
        var baseline = Solved(Linear, 12, ("x", 2.0), ("y", 10.0));
        var rules = new[] { Rule(baseline.Model, "x", left), Rule(baseline.Model, "y") };
        return Of(baseline, new NormalShocks(rules, ["x", "y"], s_covariance, seed), ["x", "y", "total"]);
    }

    /// <summary>x(t) - baseline is the sum of 0.5^k e(t-k), so normal with variance Sd^2 (1 - 0.25^t) / 0.75.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(12)]
    public void Quantiles_of_a_linear_model_are_the_analytic_ones(int quarter)
    {
        var result = LinearEnsemble().Run(new EnsembleOptions { Draws = Draws });
        double sd = Sd * Math.Sqrt((1.0 - Math.Pow(0.25, quarter)) / 0.75);
        double[] sorted = result.Sorted(0, Start + 1 + quarter);
        foreach (double p in new[] { 0.05, 0.25, 0.5, 0.75, 0.95 })
        {
            double z = NormalDistribution.Quantile(p);
            double density = Math.Exp(-0.5 * z * z) / Math.Sqrt(2.0 * Math.PI) / sd;
            double samplingError = Math.Sqrt(p * (1.0 - p) / Draws) / density;
            Assert.Equal(2.0 + (z * sd), EnsembleResult.Quantile(sorted, p), 4.0 * samplingError);
        }
    }

    [Fact]
    public void Shocks_move_together_as_the_covariance_says()
    {
        var result = LinearEnsemble().Run(new EnsembleOptions { Draws = Draws });
        double[] x = [.. Values(result, 0, 0).Select(v => v - 2.0)];

        // In the first quarter y moves by the shock of x, which it reads, and by its own.
        double[] own = [.. Values(result, 1, 0).Select((v, i) => v - 10.0 - x[i])];
        double correlation = x.Zip(own, (a, b) => a * b).Sum() / Math.Sqrt(x.Sum(a => a * a) * own.Sum(b => b * b));
        Assert.Equal(0.6, correlation, 4.0 * (1.0 - 0.36) / Math.Sqrt(Draws));
    }

    [Fact]
    public void News_lives_on_as_the_rule_says()
    {
        // With all of it left the add-factor is a random walk: after t quarters its variance is t Sd^2, and x filters it.
        var result = LinearEnsemble(left: 1.0).Run(new EnsembleOptions { Draws = Draws });
        double variance = Enumerable.Range(1, 8).Sum(age => Math.Pow(Sd * (1.0 - Math.Pow(0.5, age)) / 0.5, 2));
        double measured = Values(result, 0, 7).Average(v => (v - 2.0) * (v - 2.0));
        Assert.Equal(variance, measured, 4.0 * variance * Math.Sqrt(2.0 / Draws));
    }

    /// <summary>log price(t) is normal with variance t Sd^2, so E price = exp(t Sd^2 / 2) and Var price = (exp(t Sd^2) - 1) exp(t Sd^2).</summary>
    [Fact]
    public void Moments_of_a_nonlinear_model_are_the_closed_form()
    {
        const double sd = 0.1;
        var baseline = Solved(LogNormal, 8, ("price", 1.0), ("twice", 2.0));
        var shocks = new NormalShocks([Rule(baseline.Model, "price")], ["price"], [sd * sd], 5);
        var result = Of(baseline, shocks, ["price", "twice"]).Run(new EnsembleOptions { Draws = Draws });
        double s = 8 * sd * sd;
        double mean = Math.Exp(s / 2), variance = (Math.Exp(s) - 1) * Math.Exp(s);
        double[] values = Values(result, 0, 7);
        double fourth = variance * variance * ((Math.Exp(4 * s) + (2 * Math.Exp(3 * s)) + (3 * Math.Exp(2 * s))) - 3);
        Assert.Equal(mean, values.Average(), 4 * Math.Sqrt(variance / Draws));
        Assert.Equal(variance, values.Average(v => (v - mean) * (v - mean)), 4 * Math.Sqrt((fourth - (variance * variance)) / Draws));
        Assert.Equal(2.0 * values[17], Values(result, 1, 7)[17], 1e-12);
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        var ensemble = LinearEnsemble();
        string one = ensemble.Run(new EnsembleOptions { Draws = 500, Threads = 1 }).Digest();
        Assert.All(new[] { 2, 3, 7 }, threads => Assert.Equal(one, ensemble.Run(new EnsembleOptions { Draws = 500, Threads = threads }).Digest()));
    }

    [Fact]
    public void The_seed_changes_the_draws() =>
        Assert.NotEqual(LinearEnsemble(1).Run(new EnsembleOptions { Draws = 50 }).Digest(), LinearEnsemble(2).Run(new EnsembleOptions { Draws = 50 }).Digest());

    [Fact]
    public void A_longer_run_begins_with_a_shorter_one()
    {
        var few = LinearEnsemble().Run(new EnsembleOptions { Draws = 40 });
        var many = LinearEnsemble().Run(new EnsembleOptions { Draws = 100 });
        Assert.Equal(few.Values.ToArray(), many.Values[..few.Values.Length].ToArray());
    }

    [Fact]
    public void Draws_that_fail_are_counted_and_named()
    {
        const string text = """
            behavioural stock
              stock = 1
            identity size
              size = log(stock)
            """;
        var baseline = Solved(text, 4, ("stock", 1.0), ("size", 0.0));
        var shocks = new NormalShocks([Rule(baseline.Model, "stock")], ["stock"], [0.36], 1);
        var result = Of(baseline, shocks, ["size"]).Run(new EnsembleOptions { Draws = 2000 });

        // A shock below -1 is one below -1.667 standard deviations; a draw fails where one of four is.
        double expected = 1.0 - Math.Pow(1.0 - 0.04779, 4);
        Assert.Equal(expected, (double)result.Failures.Count / 2000, 4 * Math.Sqrt(expected * (1 - expected) / 2000));
        var kind = Assert.Single(result.FailureKinds);
        Assert.Equal(("PL0604", result.Failures.Count, result.Failures[0].Draw), (kind.Code, kind.Count, kind.FirstDraw));
        Assert.Contains("log(", kind.Example.Message, StringComparison.Ordinal);
        Assert.Equal(result.Solved, result.Sorted(0, baseline.End).Count(double.IsFinite));
        Assert.Equal(result.Digest(), Of(baseline, shocks, ["size"]).Run(new EnsembleOptions { Draws = 2000, Threads = 1 }).Digest());
    }

    [Fact]
    public void Blocks_of_the_bootstrap_are_pieces_of_history()
    {
        var baseline = Solved(Linear, 8, ("x", 2.0), ("y", 10.0));
        var past = new Paths(baseline.Model, Start, 20);
        for (int t = 0; t < 20; t++) { (past["add_factor(x)", Start + t], past["add_factor(y)", Start + t]) = (Math.Sin(t * t), Math.Cos(3.0 * t * t)); }
        var history = ShockHistory.Of(past, Start, Start + 19, [Rule(baseline.Model, "x"), Rule(baseline.Model, "y")]);
        var source = new BootstrappedShocks(history, 3);
        var drawn = new double[2];
        for (int draw = 0; draw < 50; draw++)
        {
            int before = -1;
            for (int period = 0; period < 8; period++)
            {
                source.Fill(draw, period, drawn);
                int at = Enumerable.Range(0, history.Innovations.Count).Single(k => history.Innovations[k].SequenceEqual(drawn));
                if (period % BootstrappedShocks.UsualBlock > 0) { Assert.Equal((before + 1) % history.Innovations.Count, at); }
                before = at;
            }
        }
    }

    [Fact]
    public void Parameters_change_the_answer_to_an_event_but_not_the_baseline()
    {
        var baseline = Solved(Multiplier, 4, ("spending", 10.0), ("income", 20.0), ("consumption", 10.0));
        var propensity = UncertainParameter.Within(Column(baseline.Model, "propensity"), "propensity", 0.4, 0.5, 0.6);
        var still = Of(baseline, null, ["income"], [propensity]).Run(new EnsembleOptions { Draws = 200 });
        Assert.All(still.Values.ToArray(), v => Assert.Equal(20.0, v, 1e-9));

        // One more of spending from the first quarter on gives 1 / (1 - propensity) more of income; nearly certain to come at once.
        var event_ = new EventRisk("push", [new PathChange(Column(baseline.Model, "spending"), ChangeKind.Add, 1.0, Start + 2, baseline.End, [])], 0.999999999999);
        var moved = Of(baseline, null, ["income"], [propensity], [event_]).Run(new EnsembleOptions { Draws = Draws });
        double[] multipliers = [.. Values(moved, 0, 3).Select(v => v - 20.0)];
        Assert.All(multipliers, m => Assert.InRange(m, 1.0 / 0.6, 1.0 / 0.4));
        double[] drawn = [.. multipliers.Select(m => 1.0 - (1.0 / m))];

        // A triangle from 0.4 to 0.6 around 0.5 has the standard deviation 0.1 / sqrt 6.
        Assert.Equal(0.5, drawn.Average(), 4 * 0.1 / Math.Sqrt(6.0 * Draws));
    }

    [Fact]
    public void An_event_comes_as_often_as_its_probability_says_and_stays()
    {
        var baseline = Solved(Multiplier, 8, ("spending", 10.0), ("income", 20.0), ("consumption", 10.0));
        var risk = new EventRisk("push", [new PathChange(Column(baseline.Model, "spending"), ChangeKind.Add, 1.0, Start + 2, baseline.End, [0.5, 1.0])], 0.15);
        var result = Of(baseline, null, ["income"], risks: [risk]).Run(new EnsembleOptions { Draws = Draws });
        double afterOneYear = (double)Values(result, 0, 3).Count(v => v > 20.5) / Draws;
        double afterTwoYears = (double)Values(result, 0, 7).Count(v => v > 20.5) / Draws;
        Assert.Equal(0.15, afterOneYear, 4 * Math.Sqrt(0.15 * 0.85 / Draws));
        Assert.Equal(1.0 - (0.85 * 0.85), afterTwoYears, 4 * Math.Sqrt(0.2775 * 0.7225 / Draws));

        // Each draw goes from 20 over 21 to 22 and never back.
        for (int draw = 0; draw < 500; draw++)
        {
            double[] path = result.Values.Slice(draw * 8, 8).ToArray();
            Assert.Equal(path.Order(), path);
            Assert.All(path, v => Assert.Contains(Math.Round(v, 9), new[] { 20.0, 21.0, 22.0 }));
        }
    }

    [Fact]
    public void Conditions_are_counted_at_their_moments()
    {
        var baseline = Solved(Linear, 12, ("x", 2.0), ("y", 10.0));
        var graph = baseline.Model.Graph.Copy();
        var id = new ExpressionBinder(baseline.Model, graph).Bind(new SourceText("", "x < 2"), [])!.Id;
        var from = Start + 2;
        PathCondition[] conditions =
        [
            new("at", graph, id, from, from, false),
            new("any", graph, id, from, from + 1, false),
            new("year", graph, id, from, baseline.End, true),
        ];
        var shocks = new NormalShocks([Rule(baseline.Model, "x")], ["x"], [1.0], 1);
        var result = Of(baseline, shocks, ["x"], conditions: conditions).Run(new EnsembleOptions { Draws = Draws });
        Assert.Equal(0.5, result.Probability(0)!.Value, 4 * result.SamplingError(0.5));

        // Two normal numbers with correlation r are both above zero with probability 1/4 + asin(r) / (2 pi); here r = 0.5 / sqrt 1.25.
        double both = 0.25 + (Math.Asin(0.5 / Math.Sqrt(1.25)) / (2 * Math.PI));
        Assert.Equal(1.0 - both, result.Probability(1)!.Value, 4 * result.SamplingError(both));

        // 2020Q3 to 2023Q2 hold two whole years.
        int[] years = [2, 6];
        double counted = (double)Enumerable.Range(0, Draws).Count(draw => years.Any(first => Enumerable.Range(first, 4).Average(k => result.Values[(draw * 12) + k]) < 2.0)) / Draws;
        Assert.Equal(counted, result.Probability(2)!.Value, 1e-12);
    }

    [Fact]
    public void A_run_that_is_cancelled_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => LinearEnsemble().Run(new EnsembleOptions { Draws = 1000 }, null, source.Token));
    }
}
