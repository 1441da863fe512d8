using Plenum.Engine;
using Plenum.Engine.Ensembles;
using Plenum.Numerics.Random;
using Plenum.Tests.Binding;
using static Plenum.Tests.Ensembles.EnsembleModels;

namespace Plenum.Tests.Ensembles;

/// <summary>Normal innovations with the covariances of history within a block.</summary>
public sealed class NormalBlocksTests
{
    private const int Draws = 20_000;

    /// <summary>Add-factors of which half of what comes in one quarter is taken back in the next, and which move together.</summary>
    private static ShockHistory TakingBack()
    {
        var paths = new Paths(Models.Bind(Linear), Start, 41);
        var stream = new RandomStream(7, 7);
        for (int t = 0; t < 41; t++)
        {
            double now = stream.NormalAt((ulong)t), before = stream.NormalAt((ulong)(t - 1 + 1000));
            (paths["add_factor(x)", Start + t], paths["add_factor(y)", Start + t]) = (now - (t == 0 ? 0.0 : stream.NormalAt((ulong)(t - 1))), (0.5 * now) + before);
        }

        return ShockHistory.Of(paths, Start, Start + 40, [Rule(paths.Model, "x"), Rule(paths.Model, "y")]);
    }

    [Fact]
    public void Covariances_within_a_block_are_those_of_history()
    {
        var history = TakingBack();
        var (normal, bootstrap) = (Sample(new NormalBlocks(history, 3)), Sample(new BootstrappedShocks(history, 3)));
        int count = history.Innovations.Count;
        for (int lag = 0; lag < 4; lag++)
        {
            for (int i = 0; i < 2; i++)
            {
                for (int j = 0; j < 2; j++)
                {
                    double expected = Enumerable.Range(0, count).Average(t => history.Innovations[t][i] * history.Innovations[(t + lag) % count][j]);
                    double size = Math.Sqrt(history.Innovations.Average(e => e[i] * e[i]) * history.Innovations.Average(e => e[j] * e[j]));
                    Assert.Equal(expected, normal.Average(d => d[0][i] * d[lag][j]), 4.0 * size * Math.Sqrt(2.0 / Draws));
                    Assert.Equal(expected, bootstrap.Average(d => d[0][i] * d[lag][j]), 8.0 * size * Math.Sqrt(2.0 / Draws));
                }
            }
        }

        // The next block is another matter.
        Assert.Equal(0.0, normal.Average(d => d[3][0] * d[4][0]), 4.0 * history.Innovations.Average(e => e[0] * e[0]) / Math.Sqrt(Draws));
    }

    [Fact]
    public void What_history_took_back_makes_a_year_less_uncertain_than_four_quarters()
    {
        var history = TakingBack();
        double year = Sample(new NormalBlocks(history, 3)).Average(d => Math.Pow(d.Take(4).Sum(e => e[0]), 2));
        double independent = Sample(new NormalBlocks(history, 3, block: 1)).Average(d => Math.Pow(d.Take(4).Sum(e => e[0]), 2));
        Assert.InRange(year, 0.0, 0.6 * independent);
        Assert.Equal(4.0 * history.Innovations.Average(e => e[0] * e[0]), independent, 4.0 * independent * Math.Sqrt(2.0 / Draws));
    }

    [Fact]
    public void A_part_has_the_luck_of_the_whole()
    {
        var history = TakingBack();
        var whole = new NormalBlocks(history, 5);
        var part = new PartOfShocks(whole, r => r.Column == history.Rules[1].Column);
        Assert.Equal([history.Rules[1]], part.Rules);
        var (all, one) = (new double[2], new double[1]);
        for (int k = 0; k < 9; k++)
        {
            whole.Fill(11, k, all);
            part.Fill(11, k, one);
            Assert.Equal(all[1], one[0]);
        }
    }

    /// <summary>Five periods of each draw.</summary>
    private static List<double[][]> Sample(ShockSource source) => [.. Enumerable.Range(0, Draws).Select(draw => Enumerable.Range(0, 5).Select(k =>
    {
        var drawn = new double[2];
        source.Fill(draw, k, drawn);
        return drawn;
    }).ToArray())];
}
