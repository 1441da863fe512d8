using System.Numerics;

namespace Plenum.Engine.Ensembles;

/// <summary>How much of the variance of a number each of several independent sources has.</summary>
/// <remarks>
/// <para>
/// Two samples of all sources are mixed: for every set of sources, the draws of those in the set are taken from the first sample and the others from the
/// second. V is half the mean square difference of the two samples, and the part of V that a set has is 1 - mean (f(first) - f(mixed))² / 2V, which is 0 for no source and 1
/// for all. A source alone has its first-order index; what all others leave is its total index; and the Shapley value averages what a source adds to every set
/// of others, so that the values sum to 1 and no interplay is counted twice.
/// </para>
/// <para>
/// Sources: M. Jansen (1999), "Analysis of variance designs for model output", Computer Physics Communications 117(1), for the estimator; A. Saltelli and others (2010),
/// "Variance based sensitivity analysis of model output", Computer Physics Communications 181(2), for the design; A. Owen (2014), "Sobol' indices and Shapley value", SIAM/ASA J.
/// Uncertainty Quantification 2(1), for the value. Cost: 2^sources samples.
/// </para>
/// </remarks>
public sealed class VarianceEffects
{
    /// <summary>The most sources: 64 samples.</summary>
    public const int MostSources = 6;

    private VarianceEffects(double variance, IReadOnlyList<VarianceEffect> sources, int draws) => (Variance, Sources, Draws) = (variance, sources, draws);

    /// <summary>The variance.</summary>
    public double Variance { get; }

    /// <summary>The effect of each source, in the order of the sources.</summary>
    public IReadOnlyList<VarianceEffect> Sources { get; }

    /// <summary>Draws that gave a number in every sample.</summary>
    public int Draws { get; }

    /// <summary>Measures the effects.</summary>
    /// <param name="sources">The number of sources, from 1 to <see cref="MostSources"/>.</param>
    /// <param name="sample">
    /// Gives the numbers of all draws: source i is drawn from the first sample where bit i of the argument is set, and from the second where it is not. A draw without a number is not a
    /// number, and is left out of all samples.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">There are no sources, or too many.</exception>
    public static VarianceEffects Of(int sources, Func<uint, double[]> sample)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sources, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sources, MostSources);
        ArgumentNullException.ThrowIfNull(sample);
        uint all = (1U << sources) - 1U;
        double[][] values = [.. Enumerable.Range(0, (int)all + 1).Select(set => sample((uint)set))];
        int[] draws = [.. Enumerable.Range(0, values[0].Length).Where(d => values.All(v => double.IsFinite(v[d])))];
        double variance = draws.Select(d => 0.5 * Square(values[all][d] - values[0][d])).DefaultIfEmpty(double.NaN).Average();
        return new VarianceEffects(variance, [.. Enumerable.Range(0, sources).Select(i => Effect(1U << i))], draws.Length);

        // What a set has of the variance in one draw; its mean over draws is what it has of it.
        double Part(uint set, int draw) => 1.0 - (0.5 * Square(values[all][draw] - values[set][draw]) / variance);

        VarianceEffect Effect(uint source)
        {
            double[] shapley = [.. draws.Select(draw => Subsets(all & ~source).Sum(set => Weight(set) * (Part(set | source, draw) - Part(set, draw))))];
            double first = draws.Select(d => Part(source, d)).DefaultIfEmpty(double.NaN).Average();
            double total = draws.Select(d => 1.0 - Part(all & ~source, d)).DefaultIfEmpty(double.NaN).Average();
            var moments = Moments.Of(shapley);
            return new VarianceEffect(first, total, moments.Mean, moments.StandardDeviation / Math.Sqrt(draws.Length));
        }

        // The share of orders of all sources in which exactly this set comes before one that is not in it.
        double Weight(uint set)
        {
            int before = BitOperations.PopCount(set);
            double weight = 1.0 / sources;
            for (int k = 1; k <= before; k++) { weight *= (double)k / (sources - k); }
            return weight;
        }
    }

    private static IEnumerable<uint> Subsets(uint set)
    {
        for (uint subset = set; ; subset = (subset - 1U) & set)
        {
            yield return subset;
            if (subset == 0U) { yield break; }
        }
    }

    private static double Square(double value) => value * value;
}

/// <summary>What one source has of a variance; shares of it.</summary>
/// <param name="First">What the source has alone.</param>
/// <param name="Total">What would be gone if it were known: its own part, and its interplay with others.</param>
/// <param name="Shapley">Its fair part; those of all sources sum to 1.</param>
/// <param name="SamplingError">The standard error of <paramref name="Shapley"/>.</param>
public sealed record VarianceEffect(double First, double Total, double Shapley, double SamplingError);
