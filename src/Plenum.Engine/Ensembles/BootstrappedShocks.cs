using Plenum.Numerics.Lanes;
using Plenum.Numerics.Random;

namespace Plenum.Engine.Ensembles;

/// <summary>Innovations of history, drawn in blocks of periods that follow one another.</summary>
/// <remarks>
/// All innovations of a period stay together, and so does what follows within a block; no distribution is assumed. History goes round in a
/// circle, so that its first and last periods come up as often as the others. Source: D. Politis and J. Romano (1992), "A circular
/// block-resampling procedure for stationary data", in "Exploring the Limits of Bootstrap", Wiley.
/// </remarks>
public sealed class BootstrappedShocks : ShockSource
{
    /// <summary>The default length of a block: a year of quarters.</summary>
    public const int UsualBlock = 4;

    private readonly IReadOnlyList<double[]> _innovations;
    private readonly RandomStream _starts;
    private readonly int _block;

    /// <summary>Prepares the draws.</summary>
    /// <param name="history">The innovations.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="block">Periods in a block.</param>
    /// <exception cref="ArgumentException">There is no history.</exception>
    public BootstrappedShocks(ShockHistory history, ulong seed, int block = UsualBlock)
        : base((history ?? throw new ArgumentNullException(nameof(history))).Rules)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(block, 1);
        if (history.Innovations.Count == 0) { throw new ArgumentException("There is no history.", nameof(history)); }
        (_innovations, _block) = (history.Innovations, block);
        _starts = RandomStream.Named(seed, "shocks/blocks");
    }

    /// <inheritdoc/>
    public override void Fill(int draw, int period, Span<double> innovations)
    {
        PeriodOf(draw, period).CopyTo(innovations);
    }

    /// <inheritdoc/>
    public override void FillLanes(int first, int period, Span<double> innovations)
    {
        for (int lane = 0; lane < Lane.Count; lane++)
        {
            double[] source = PeriodOf(first + lane, period);
            for (int j = 0; j < source.Length; j++) { innovations[(j * Lane.Count) + lane] = source[j]; }
        }
    }

    /// <summary>The innovations of the period of history that a draw meets.</summary>
    private double[] PeriodOf(int draw, int period)
    {
        double place = _starts.UniformAt(Counter(draw, period / _block)) * _innovations.Count;
        return _innovations[((int)place + (period % _block)) % _innovations.Count];
    }
}
