using Plenum.Engine;
using Plenum.Engine.Attribution;
using Plenum.Engine.Closures;
using Plenum.Engine.Sensitivities;
using Plenum.Engine.Solving;
using Plenum.Language.Binding;
using Plenum.Series;
using Plenum.Tests.Binding;

namespace Plenum.Tests.Attribution;

public sealed class AttributorTests
{
    private static readonly Period Start = Period.Quarter(2020, 1);
    private static readonly Period First = Start + 1;
    private static readonly Gen<double> Size = Gen.Double[0.5, 3.0];

    [Fact]
    public void Each_of_two_factors_gets_its_change_times_the_mean_of_the_other() =>
        Gen.Select(Size, Size, Size, Size).Sample((a0, b0, a1, b1) =>
        {
            var (shares, total) = Shares("a * b", (a0, b0), (a1, b1));
            Assert.Equal((a1 - a0) * 0.5 * (b0 + b1), shares[0], 1e-12);
            Assert.Equal((b1 - b0) * 0.5 * (a0 + a1), shares[1], 1e-12);
            Assert.Equal((a1 * b1) - (a0 * b0), total, 1e-12);
        }, iter: 50);

    /// <summary>Of a / b on the straight way the integrals are known: with r = b1 / b0, that of 1 / b is log(r) / (b1 - b0).</summary>
    [Fact]
    public void A_ratio_is_divided_as_the_integrals_say() =>
        Gen.Select(Size, Size, Size, Size).Where((a0, b0, a1, b1) => Math.Abs(b1 - b0) > 0.2).Sample((a0, b0, a1, b1) =>
        {
            var (shares, total) = Shares("a / b", (a0, b0), (a1, b1));
            double numerator = (a1 - a0) * Math.Log(b1 / b0) / (b1 - b0);
            Assert.Equal(numerator, shares[0], 1e-8);
            Assert.Equal(total - numerator, shares[1], 1e-8);
        }, iter: 50);

    [Fact]
    public void Effects_that_add_are_the_contributions() =>
        Gen.Select(Size, Size, Size, Size).Sample((a0, b0, a1, b1) =>
        {
            var (shares, _) = Shares("exp(a) + b ^ 3", (a0, b0), (a1, b1));
            Assert.Equal(Math.Exp(a1) - Math.Exp(a0), shares[0], 1e-8);
            Assert.Equal((b1 * b1 * b1) - (b0 * b0 * b0), shares[1], 1e-10);
        }, iter: 50);

    [Fact]
    public void Names_that_play_the_same_part_get_the_same() =>
        Gen.Select(Size, Size).Sample((before, after) =>
        {
            var (shares, _) = Shares("log(a * b) + sqrt(a + b)", (before, before), (after, after));
            Assert.Equal(shares[0], shares[1], 1e-13);
        }, iter: 50);

    [Fact]
    public void A_name_without_effect_gets_nothing() =>
        Gen.Select(Size, Size, Size, Size).Sample((a0, b0, a1, b1) => Assert.Equal(0.0, Shares("exp(a) + 0 * b", (a0, b0), (a1, b1)).Shares[1]), iter: 20);

    [Fact]
    public void A_kink_is_found_and_both_sides_are_explained() =>
        Gen.Select(Gen.Double[-2.0, -0.1], Gen.Double[0.1, 2.0], Size, Size).Sample((a0, a1, b0, b1) =>
        {
            // On the way a passes zero at share s; from there on the product is divided as usual.
            var (shares, total) = Shares("max(a, 0) * b", (a0, b0), (a1, b1));
            double s = a0 / (a0 - a1);
            double turn = b0 + (s * (b1 - b0));
            Assert.Equal(a1 * 0.5 * (turn + b1), shares[0], 1e-9);
            Assert.Equal((b1 - turn) * 0.5 * a1, shares[1], 1e-9);
            Assert.Equal(a1 * b1, total, 1e-12);
        }, iter: 50);

    [Fact]
    public void A_jump_stays_unexplained_and_is_reported()
    {
        var attribution = Attribute(Bind("if(a > 1, 5, 0) + b"), "y", (0.0, 0.0), (2.0, 1.0), new AttributionOptions { MostPoints = 400 });
        Assert.Equal(5.0, attribution.Unexplained[0], 1e-9);
        Assert.Equal(1.0, attribution[0, 1], 1e-9);
    }

    /// <summary>What accumulates over periods with feedback adds up as well, whatever the closure.</summary>
    [Fact]
    public void Contributions_of_a_dynamic_model_add_up_under_any_closure() =>
        Gen.Select(Gen.Double[-0.2, 0.2], Gen.Double[-0.2, 0.2], Gen.Double[-0.3, 0.3], Gen.Bool).Sample((spending, mood, start, isSwapped) =>
        {
            var model = Models.Bind("""
                behavioural demand
                  log(demand) = 0.6 * log(demand(-1)) + 0.4 * log(supply) - 2 * max(rate, 0.01) + mood
                identity supply
                  supply = demand ^ 0.5 * spending
                identity rate
                  rate = 0.9 * rate(-1) + 0.05 * log(demand)
                exogenous spending
                exogenous mood
                """);
            var paths = new Paths(model, Start, 9);
            for (int t = 0; t < 9; t++) { (paths["spending", Start + t], paths["mood", Start + t]) = (1.0, 0.0); }
            (paths["demand", Start], paths["supply", Start], paths["rate", Start]) = (1.0, 1.0, 0.0);
            var solver = new ModelSolver(model);
            Assert.True(solver.Solve(paths, First, Start + 8).IsSolved);
            var closure = isSwapped ? Closure.Declared(model).Swap("demand", "mood", Start + 3, Start + 5) : Closure.Declared(model);
            Driver[] drivers =
            [
                new("spending", Over("spending", 1, 8, spending)),
                new("mood", Over("mood", 1, 8, mood)),
                new("start", new Perturbation([new ValueChange(Column("demand"), Start, start)])),
                new("demand", Over("demand", 3, 5, 0.1)),
            ];
            Outcome[] outcomes = [.. from name in new[] { "demand", "supply", "rate" } from k in new[] { 1, 4, 8 } select new Outcome(Column(name), Start + k, 100.0)];
            Assert.True(new Attributor(model, solver).TryAttribute(paths, First, drivers, outcomes, closure, out var attribution, out var failure), failure?.ToString());
            for (int o = 0; o < outcomes.Length; o++)
            {
                Assert.InRange(Math.Abs(attribution.Unexplained[o]), 0.0, 1e-8);
                if (!isSwapped) { Assert.Equal(0.0, attribution[o, 3]); }
            }

            Perturbation Over(string name, int from, int to, double change) => new([.. Enumerable.Range(from, to - from + 1).Select(k => new ValueChange(Column(name), Start + k, change))]);
            int Column(string name) => model.Find(name)!.Column;
        }, iter: 40);

    /// <summary>Seven points of Kronrod integrate the derivative of a twelfth power, and no higher one.</summary>
    [Fact]
    public void Seven_points_are_exact_up_to_the_twelfth_power()
    {
        var options = new AttributionOptions { Tolerance = double.MaxValue, SplitTolerance = double.MaxValue };
        for (int power = 1; power <= 14; power++)
        {
            var attribution = Attribute(Bind(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a ^ {power} + b")), "y", (0.0, 0.0), (1.0, 1.0), options);
            Assert.Equal(8, attribution.Points);
            Assert.Equal(power <= 12, Math.Abs(attribution.Unexplained[0]) < 1e-13);
        }
    }

    private static (double[] Shares, double Total) Shares(string formula, (double A, double B) before, (double A, double B) after)
    {
        var attribution = Attribute(Bind(formula), "y", before, after);
        Assert.InRange(Math.Abs(attribution.Unexplained[0]), 0.0, 1e-9);
        return ([attribution[0, 0], attribution[0, 1]], attribution.Totals[0]);
    }

    private static BoundModel Bind(string formula) => Models.Bind($"identity y\n  y = {formula}\nexogenous a\nexogenous b\n");

    private static PathAttribution Attribute(BoundModel model, string outcome, (double A, double B) before, (double A, double B) after, AttributionOptions? options = null)
    {
        int a = model.Find("a")!.Column, b = model.Find("b")!.Column;
        var paths = new Paths(model, First, 1);
        (paths[a, First], paths[b, First]) = before;
        var solver = new ModelSolver(model);
        Assert.True(solver.Solve(paths, First, First).IsSolved);
        Driver[] drivers =
        [
            new("a", new Perturbation([new ValueChange(a, First, after.A - before.A)])),
            new("b", new Perturbation([new ValueChange(b, First, after.B - before.B)])),
        ];
        Assert.True(new Attributor(model, solver, options).TryAttribute(paths, First, drivers, [new Outcome(model.Find(outcome)!.Column, First)], null, out var attribution, out var failure), failure?.ToString());
        return attribution;
    }
}
