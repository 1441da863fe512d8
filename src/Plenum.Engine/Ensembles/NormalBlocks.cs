using Plenum.Numerics.Random;

namespace Plenum.Engine.Ensembles;

/// <summary>Normal innovations that go together as those of history did, within a period and from one period to the next of a block.</summary>
/// <remarks>
/// <para>
/// A block of n periods is a sum of all stretches of n periods in history, each times a standard normal number of its own, divided by the root of their
/// number. So its variances and covariances, over columns and over the periods of the block, are those of the circular block bootstrap
/// (<see cref="BootstrappedShocks"/>), and the two differ in shape alone. What history took back within a year, a draw takes back. Blocks are
/// independent, and nothing is inverted or factorised, so that there may be more columns than periods of history.
/// </para>
/// <para>
/// Each period of history has a stream of its own, named by it, so that two scenarios, or a longer horizon, meet the same luck. Source: D. Politis and J. Romano
/// (1992), "A circular block-resampling procedure for stationary data", with the normal multipliers of R. Wu (1986), "Jackknife, bootstrap and other
/// resampling methods in regression analysis", Annals of Statistics 14(4). Cost of a period: periods of history x columns.
/// </para>
/// </remarks>
public sealed class NormalBlocks : ShockSource
{
    private readonly IReadOnlyList<double[]> _innovations;
    private readonly RandomStream[] _multipliers;
    private readonly int _block;
    private readonly double _scale;

    /// <summary>Prepares the draws.</summary>
    /// <param name="history">The innovations.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="block">Periods in a block; 1 makes innovations independent from period to period.</param>
    /// <exception cref="ArgumentException">There is no history.</exception>
    public NormalBlocks(ShockHistory history, ulong seed, int block = BootstrappedShocks.UsualBlock)
        : base((history ?? throw new ArgumentNullException(nameof(history))).Rules)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(block, 1);
        if (history.Innovations.Count == 0) { throw new ArgumentException("There is no history.", nameof(history)); }
        (_innovations, _block) = (history.Innovations, block);
        _multipliers = [.. Enumerable.Range(0, _innovations.Count).Select(t => RandomStream.Named(seed, $"shocks/{history.Start + t}"))];
        _scale = 1.0 / Math.Sqrt(_innovations.Count);
    }

    /// <inheritdoc/>
    public override void Fill(int draw, int period, Span<double> innovations)
    {
        ulong counter = Counter(draw, period / _block);
        int step = period % _block;
        innovations.Clear();
        for (int t = 0; t < _multipliers.Length; t++)
        {
            double multiplier = _scale * _multipliers[t].NormalAt(counter);
            double[] past = _innovations[(t + step) % _innovations.Count];
            for (int j = 0; j < past.Length; j++) { innovations[j] += multiplier * past[j]; }
        }
    }
}
