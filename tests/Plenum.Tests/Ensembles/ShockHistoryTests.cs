using Plenum.Engine;
using Plenum.Engine.Ensembles;
using Plenum.Numerics.Dense;
using Plenum.Numerics.Random;
using static Plenum.Tests.Ensembles.EnsembleModels;

namespace Plenum.Tests.Ensembles;

public sealed class ShockHistoryTests
{
    [Fact]
    public void A_quarter_in_which_everything_errs_is_made_calmer_and_keeps_its_proportions()
    {
        var history = Past((t, noise) => t == 11 ? 40.0 * noise : noise);
        var calmed = Assert.Single(history.Calmed);
        Assert.Equal(Start + 11, calmed.Period);
        Assert.InRange(calmed.Divisor, 5.0, 100.0);
        double[] plain = Past((_, noise) => noise).Innovations[10];
        Assert.Equal(Math.Sign(plain[0]), Math.Sign(history.Innovations[10][0]));
        Assert.True(Math.Abs(history.Innovations[10][0]) < Math.Abs(40.0 * plain[0]));
    }

    [Theory]
    [InlineData(0.7, 1.0, 0.7)]
    [InlineData(0.7, 0.5, 0.5)]
    [InlineData(-0.6, 0.97, -0.6)]
    [InlineData(0.7, 0.0, 0.0)]
    public void What_is_left_of_news_is_measured_up_to_what_the_outlook_leaves(double truth, double most, double expected)
    {
        var paths = new Paths(Plenum.Tests.Binding.Models.Bind(Linear), Start, 4000);
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
        var paths = new Paths(Plenum.Tests.Binding.Models.Bind(Linear), Start, 12);
        for (int t = 0; t < 12; t++) { (paths["add_factor(x)", Start + t], paths["add_factor(y)", Start + t]) = (0.7, t % 3); }
        var history = ShockHistory.Of(paths, Start, Start + 11, [Rule(paths.Model, "x"), Rule(paths.Model, "y")]);
        Assert.Equal(Column(paths.Model, "add_factor(y)"), Assert.Single(history.Rules).Column);
    }

    [Fact]
    public void A_long_sample_is_hardly_shrunk_and_a_short_one_can_be_factorised()
    {
        var stream = new RandomStream(1, 2);
        var many = ShrunkCovariance.Of(Rows(5000, 3));
        Assert.InRange(many.Shrinkage, 0.0, 0.01);
        Assert.Equal(0.5, many.Matrix[1] / Math.Sqrt(many.Matrix[0] * many.Matrix[4]), 0.05);
        var few = ShrunkCovariance.Of(Rows(12, 30));
        Assert.InRange(few.Shrinkage, 0.01, 1.0);
        Assert.True(Cholesky.TryFactorise(few.Matrix, 30));

        // Neighbours have correlation 0.5.
        List<double[]> Rows(int n, int p) => [.. Enumerable.Range(0, n).Select(t =>
        {
            double[] z = [.. Enumerable.Range(0, p + 1).Select(j => stream.NormalAt((ulong)((t * 100) + j)))];
            return Enumerable.Range(0, p).Select(j => (j + 1) * (z[j] + z[j + 1])).ToArray();
        })];
    }

    [Fact]
    public void Variances_stay_those_of_the_sample()
    {
        Gen.Double[-3, 3].Array[4].List[6, 20].Sample(rows =>
        {
            var covariance = ShrunkCovariance.Of(rows);
            for (int j = 0; j < 4; j++) { Assert.Equal(rows.Average(r => r[j] * r[j]), covariance.Matrix[(j * 4) + j], 1e-9); }
        }, iter: 200);
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

    private static ShockHistory Past(Func<int, double, double> size)
    {
        var paths = new Paths(Plenum.Tests.Binding.Models.Bind(Linear), Start, 24);
        var stream = new RandomStream(7, 1);
        for (int t = 0; t < 24; t++) { (paths["add_factor(x)", Start + t], paths["add_factor(y)", Start + t]) = (size(t, 0.1 * stream.UniformAt((ulong)t) + 0.1), size(t, -stream.UniformAt((ulong)t + 100) - 1.0)); }
        return ShockHistory.Of(paths, Start, Start + 23, [Rule(paths.Model, "x"), Rule(paths.Model, "y")]);
    }
}
