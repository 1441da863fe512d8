namespace Plenum.Engine.Ensembles;

/// <summary>What one of several groups of shocks that move together has of a variance.</summary>
/// <param name="Share">The covariance of its own effect with the whole, as a share of the variance; negative where it offsets others.</param>
/// <param name="Alone">The variance of its own effect, as a share of the whole.</param>
/// <param name="SamplingError">The standard error of <paramref name="Share"/>.</param>
/// <remarks>
/// <para>
/// Shocks of history are correlated, so that no group of them can be drawn anew while the others stay. Instead a group's own effect is what its shocks do while all others are
/// zero. In a linear model the shares sum to 1, and each is the Shapley value of the game in which a set of groups is worth the variance of what they do
/// together. What is missing from 1 is interplay.
/// </para>
/// <para>
/// Source: G. Li and others (2010), "Global sensitivity analysis for systems with independent and/or correlated inputs", J. Physical Chemistry A 114(19), whose
/// structural and correlative parts this adds up.
/// </para>
/// </remarks>
public sealed record CovarianceShare(double Share, double Alone, double SamplingError)
{
    /// <summary>Measures a group.</summary>
    /// <param name="own">The number in each draw with the group's shocks alone.</param>
    /// <param name="whole">The number in the same draws with all shocks.</param>
    /// <remarks>A draw that lacks one of the two is left out.</remarks>
    public static CovarianceShare Of(IReadOnlyList<double> own, IReadOnlyList<double> whole)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(whole);
        var pairs = own.Zip(whole).Where(p => double.IsFinite(p.First) && double.IsFinite(p.Second)).ToList();
        if (pairs.Count < 2) { return new CovarianceShare(double.NaN, double.NaN, double.NaN); }
        double ownMean = pairs.Average(p => p.First), mean = pairs.Average(p => p.Second);
        double variance = pairs.Average(p => (p.Second - mean) * (p.Second - mean));
        double alone = pairs.Average(p => (p.First - ownMean) * (p.First - ownMean)) / variance;
        double share = pairs.Average(p => (p.First - ownMean) * (p.Second - mean)) / variance;

        // The error of a ratio of two means, by its linear part.
        double[] influence = [.. pairs.Select(p => (((p.First - ownMean) * (p.Second - mean)) - (share * (p.Second - mean) * (p.Second - mean))) / variance)];
        return new CovarianceShare(share, alone, Math.Sqrt(influence.Average(i => i * i) / pairs.Count));
    }
}
