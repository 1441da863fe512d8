using Plenum.Numerics.Dense;
using Plenum.Numerics.Lanes;
using Plenum.Numerics.Random;

namespace Plenum.Engine.Ensembles;

/// <summary>Normal innovations with a given covariance, independent from period to period.</summary>
/// <remarks>
/// Each add-factor has a stream of its own, named by it, and each period of each draw a number in it. So two scenarios, or a longer
/// horizon, meet the same luck.
/// </remarks>
public sealed class NormalShocks : ShockSource
{
    private readonly RandomStream[] _streams;
    private readonly double[] _factor;

    /// <summary>Prepares the draws.</summary>
    /// <param name="rules">The add-factors.</param>
    /// <param name="names">Their names, in the same order.</param>
    /// <param name="covariance">Of their innovations, row-major.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentException">The covariance is not positive definite, or of another order.</exception>
    public NormalShocks(IReadOnlyList<ShockRule> rules, IReadOnlyList<string> names, ReadOnlySpan<double> covariance, ulong seed)
        : base(rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(names);
        if (covariance.Length != rules.Count * rules.Count || names.Count != rules.Count) { throw new ArgumentException($"There are {rules.Count} add-factors.", nameof(covariance)); }
        _factor = covariance.ToArray();
        if (!Cholesky.TryFactorise(_factor, rules.Count)) { throw new ArgumentException("The covariance is not positive definite.", nameof(covariance)); }
        _streams = [.. names.Select(n => RandomStream.Named(seed, $"shocks/{n}"))];
    }

    /// <inheritdoc/>
    public override void Fill(int draw, int period, Span<double> innovations)
    {
        ulong counter = Counter(draw, period);
        for (int j = 0; j < _streams.Length; j++) { innovations[j] = _streams[j].NormalAt(counter); }
        Cholesky.Multiply(_factor, _streams.Length, innovations);
    }

    /// <inheritdoc/>
    public override void FillLanes(int first, int period, Span<double> innovations)
    {
        for (int j = 0; j < _streams.Length; j++) { _streams[j].NormalLanes(Counter(first, period), MostPeriods, innovations.Slice(j * Lane.Count, Lane.Count)); }
        Cholesky.MultiplyLanes(_factor, _streams.Length, innovations);
    }
}
