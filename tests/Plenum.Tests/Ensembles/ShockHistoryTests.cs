using Plenum.Engine;
using Plenum.Engine.Ensembles;
using Plenum.Numerics.Dense;
using Plenum.Numerics.Random;
using Plenum.Tests.Binding;
using static Plenum.Tests.Ensembles.EnsembleModels;

namespace Plenum.Tests.Ensembles;

public sealed class ShockHistoryTests
{
    private const int Odd = 12;

    [Fact]
    public void A_quarter_in_which_everything_errs_counts_as_an_ordinary_one()
    {
        Assert.Empty(Past(1.0).Calmed);
        var history = Past(40.0);
        var calmed = Assert.Single(history.Calmed);
        Assert.Equal(Start + Odd, calmed.Period);
        Assert.InRange(calmed.Divisor, 4.0, 100.0);

        // The pattern gives 0.2 and -3 there, before means are taken off.
        double[] calm = history.Innovations[Odd - 1];
        Assert.InRange(calm[0], 0.1, 0.4);
        Assert.InRange(calm[1], -6.0, -1.5);
        Assert.Equal(0.0, history.Innovations.Average(e => e[1]), 1e-12);
    }

    [Theory]
    [InlineData(0.7, 1.0, 0.7)]
    [InlineData(0.7, 0.5, 0.5)]
    [InlineData(-0.6, 0.97, -0.6)]
    [InlineData(0.7, 0.0, 0.0)]
    public void What_is_left_of_news_is_measured_up_to_what_the_outlook_leaves(double truth, double most, double expected)
    {
        var paths = new Paths(Models.Bind(Linear), Start, 4000);
        var stream = new RandomStream(3, 3);
        string name = "add_factor(x)";
        for (int t = 1; t < 4000; t++) { paths[name, Start + t] = (truth * paths[name, Start + (t - 1)]) + stream.NormalAt((ulong)t); }
        var history = ShockHistory.Of(paths, Start, paths.End, [Rule(paths.Model, "x", most)]);
        Assert.Equal(expected, Assert.Single(history.Rules).Left, 4.0 / Math.Sqrt(4000));
        Assert.Equal(0.0, history.Innovations.Average(e => e[0]), 1e-12);
        if (most > 0.9) { Assert.Equal(1.0, history.Innovations.Average(e => e[0] * e[0]), 0.1); }
    }

    [Fact]
    public void An_add_factor_that_never_moves_has_no_shock()
    {
        var paths = new Paths(Models.Bind(Linear), Start, 12);
        for (int t = 0; t < 12; t++) { (paths["add_factor(x)", Start + t], paths["add_factor(y)", Start + t]) = (0.7, t % 3); }
        var history = ShockHistory.Of(paths, Start, Start + 11, [Rule(paths.Model, "x"), Rule(paths.Model, "y")]);
        Assert.Equal(Column(paths.Model, "add_factor(y)"), Assert.Single(history.Rules).Column);
    }

    [Fact]
    public void An_index_that_grows_is_drawn_by_its_logarithm_around_its_trend()
    {
        const int count = 2000;
        var paths = new Paths(Models.Bind(Multiplier), Start, count);
        var stream = new RandomStream(3, 9);
        double deviation = 0.0;
        for (int t = 0; t < count; t++)
        {
            deviation = (0.8 * deviation) + (0.02 * stream.NormalAt((ulong)t));
            paths["spending", Start + t] = Math.Exp((0.01 * t) + deviation);
        }

        var rule = new ShockRule(Column(paths.Model, "spending"), 1.0) { IsRelative = true, HasTrend = true };
        var history = ShockHistory.Of(paths, Start, paths.End, [rule]);
        Assert.Equal(0.8, Assert.Single(history.Rules).Left, 4.0 * 0.6 / Math.Sqrt(count));
        Assert.Equal(0.02, Math.Sqrt(history.Innovations.Average(e => e[0] * e[0])), 4.0 * 0.02 / Math.Sqrt(2.0 * count));
        Assert.Equal(3.0 * Math.Exp(0.1), rule.Shift(3.0, 0.1), 1e-14);

        // Without deviations there is nothing to draw.
        for (int t = 0; t < count; t++) { paths["spending", Start + t] = Math.Exp(0.01 * t); }
        Assert.Empty(ShockHistory.Of(paths, Start, paths.End, [rule]).Rules);
    }

    [Fact]
    public void What_follows_a_trend_does_not_decide_which_quarters_are_unusual()
    {
        var paths = new Paths(Models.Bind(Linear), Start, 24);
        for (int t = 0; t < 24; t++) { (paths["add_factor(x)", Start + t], paths["add_factor(y)", Start + t]) = (0.1 * ((t * 7 % 5) - 2), t == Odd ? 50.0 : t % 3); }
        Assert.NotEmpty(ShockHistory.Of(paths, Start, Start + 23, [Rule(paths.Model, "x"), Rule(paths.Model, "y")]).Calmed);
        Assert.Empty(ShockHistory.Of(paths, Start, Start + 23, [Rule(paths.Model, "x"), Rule(paths.Model, "y") with { HasTrend = true }]).Calmed);
    }

    [Fact]
    public void The_factor_gives_the_matrix_back()
    {
        Gen.Double[-2, 2].Array[9].Sample(b =>
        {
            // B B' + I is positive definite.
            var a = new double[9];
            for (int i = 0; i < 9; i++) { a[i] = Enumerable.Range(0, 3).Sum(k => b[(i / 3 * 3) + k] * b[(i % 3 * 3) + k]) + (i / 3 == i % 3 ? 1.0 : 0.0); }
            var l = (double[])a.Clone();
            Assert.True(Cholesky.TryFactorise(l, 3));
            for (int i = 0; i < 9; i++) { Assert.Equal(a[i], Enumerable.Range(0, 3).Sum(k => l[(i / 3 * 3) + k] * l[(i % 3 * 3) + k]), 1e-12); }
            double[] x = [1.0, -2.0, 0.5];
            double[] expected = [.. Enumerable.Range(0, 3).Select(i => Enumerable.Range(0, 3).Sum(k => l[(i * 3) + k] * x[k]))];
            Cholesky.Multiply(l, 3, x);
            for (int i = 0; i < 3; i++) { Assert.Equal(expected[i], x[i], 1e-12); }
        }, iter: 200);
        Assert.False(Cholesky.TryFactorise([1.0, 2.0, 2.0, 1.0], 2));
    }

    /// <summary>Two add-factors that go up and down in a pattern, with one quarter made larger.</summary>
    private static ShockHistory Past(double factor)
    {
        var paths = new Paths(Models.Bind(Linear), Start, 24);
        for (int t = 0; t < 24; t++)
        {
            double size = t == Odd ? factor : 1.0;
            (paths["add_factor(x)", Start + t], paths["add_factor(y)", Start + t]) = (0.1 * size * ((t * 7 % 5) - 2), -size * ((t * 11 % 7) - 3));
        }

        return ShockHistory.Of(paths, Start, Start + 23, [Rule(paths.Model, "x"), Rule(paths.Model, "y")]);
    }
}
