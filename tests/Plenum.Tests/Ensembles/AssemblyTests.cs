using Plenum.Engine.Ensembles;
using static Plenum.Tests.Ensembles.EnsembleModels;

namespace Plenum.Tests.Ensembles;

/// <summary>Ranges of draws, taken in any order and by anybody, give the run in one go.</summary>
public sealed class AssemblyTests
{
    private const int Draws = 137;

    private static readonly Ensemble s_ensemble = Failing();

    private static readonly EnsembleResult s_whole = s_ensemble.Run(new EnsembleOptions { Draws = Draws, Threads = 1 });

    /// <summary>A model some of whose draws cannot be solved.</summary>
    private static Ensemble Failing()
    {
        var baseline = Solved("behavioural stock\n  stock = 1\nidentity size\n  size = log(stock)\n", 4, ("stock", 1.0), ("size", 0.0));
        return Of(baseline, new NormalShocks([Rule(baseline.Model, "stock")], ["stock"], [0.36], 1), ["size", "stock"]);
    }

    [Fact]
    public void Portions_in_any_order_give_the_bytes_of_one_run() => Gen.Int[0, Draws - 1].Array[0, 6].Select(Gen.Int[0, 1000]).Sample((cuts, seed) =>
    {
        int[] ends = [.. cuts.Append(Draws).Where(c => c > 0).Distinct().Order()];
        var ranges = ends.Select((end, i) => i == 0 ? new DrawRange(0, end) : new DrawRange(ends[i - 1], end - ends[i - 1])).ToArray();
        new Random(seed).Shuffle(ranges);
        var assembly = new EnsembleAssembly(s_ensemble, new EnsembleOptions { Draws = Draws });
        foreach (var range in ranges) { Assert.Equal(range.Count, assembly.Add(s_ensemble.Take(assembly.Options with { Threads = 2 }, range))); }
        Assert.True(assembly.IsComplete);
        AssertSame(assembly.Result());
    }, iter: 30);

    [Fact]
    public void A_draw_that_comes_twice_counts_once()
    {
        var assembly = new EnsembleAssembly(s_ensemble, new EnsembleOptions { Draws = Draws });
        var first = s_ensemble.Take(assembly.Options, new DrawRange(16, 48));
        Assert.Equal(48, assembly.Add(first));
        Assert.Equal(0, assembly.Add(first));
        Assert.Equal(16, assembly.Add(s_ensemble.Take(assembly.Options, new DrawRange(0, 32))));
        Assert.Equal(64, assembly.Done);
        Assert.Equal([new DrawRange(64, Draws - 64)], assembly.Missing());
        Assert.Throws<InvalidOperationException>(assembly.Result);

        // Draws beyond those wanted are left aside.
        Assert.Equal(Draws - 64, assembly.Add(s_ensemble.Take(assembly.Options, new DrawRange(60, Draws))));
        AssertSame(assembly.Result());
    }

    [Fact]
    public void What_is_there_gives_quantiles_already()
    {
        var assembly = new EnsembleAssembly(s_ensemble, new EnsembleOptions { Draws = Draws });
        Assert.Empty(assembly.Sorted(0, s_ensemble.To));
        assembly.Add(s_ensemble.Take(assembly.Options, new DrawRange(32, 64)));
        int failed = s_whole.Failures.Count(f => f.Draw is >= 32 and < 96);
        double[] sorted = assembly.Sorted(0, s_ensemble.To);
        Assert.Equal(64 - failed, sorted.Length);
        Assert.Equal(sorted.Order(), sorted);
        assembly.Add(s_ensemble.Take(assembly.Options, new DrawRange(0, Draws)));
        Assert.Equal(s_whole.Sorted(1, s_ensemble.To), assembly.Sorted(1, s_ensemble.To));
    }

    [Fact]
    public void A_portion_of_another_ensemble_is_refused()
    {
        var assembly = new EnsembleAssembly(s_ensemble, new EnsembleOptions { Draws = Draws });
        Assert.Throws<ArgumentException>(() => assembly.Add(new EnsemblePortion(new DrawRange(0, 2), new double[3], Array.Empty<bool>(), [])));
    }

    [Fact]
    public void Parts_of_a_range_end_at_multiples() => Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 500], Gen.Int[1, 100]).Sample((first, count, most) =>
    {
        var parts = new DrawRange(first, count).Split(most).ToList();
        Assert.Equal(count, parts.Sum(p => p.Count));
        Assert.Equal(Enumerable.Range(first, count), parts.SelectMany(p => Enumerable.Range(p.First, p.Count)));
        Assert.All(parts, p => Assert.InRange(p.Count, 1, most));
        Assert.All(parts.SkipLast(1), p => Assert.Equal(0, p.End % most));
    });

    private static void AssertSame(EnsembleResult result)
    {
        Assert.NotEmpty(s_whole.Failures);
        Assert.Equal(s_whole.Digest(), result.Digest());
        Assert.Equal(s_whole.Failures.Select(f => (f.Draw, f.Reason.ToString())), result.Failures.Select(f => (f.Draw, f.Reason.ToString())));
    }
}
