using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Plenum.Numerics.Lanes;
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

    /// <summary>The same, columns x periods, row-major, history twice over so that a stretch that begins anywhere is one run.</summary>
    private readonly double[] _byColumn;
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
        _byColumn = new double[Rules.Count * 2 * _innovations.Count];
        for (int at = 0; at < _byColumn.Length; at++) { _byColumn[at] = _innovations[at % _innovations.Count][at / (2 * _innovations.Count)]; }
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

    /// <inheritdoc/>
    public override void FillLanes(int first, int period, Span<double> innovations)
    {
        int periods = _innovations.Count, step = period % _block % periods;
        Span<double> multipliers = periods <= 256 ? stackalloc double[periods * Lane.Count] : new double[periods * Lane.Count];
        ulong counter = Counter(first, period / _block);
        for (int t = 0; t < periods; t++) { _multipliers[t].NormalLanes(counter, MostPeriods, multipliers.Slice(t * Lane.Count, Lane.Count)); }
        ref double numbers = ref MemoryMarshal.GetReference(multipliers);
        var scale = Vector256.Create(_scale);
        for (int j = 0; j < Rules.Count; j++)
        {
            var past = _byColumn.AsSpan((j * 2 * periods) + step, periods);
            for (int v = 0; v < Lane.Count; v += Lane.Width)
            {
                // Two sums at a time, because each step of one waits for the step before.
                var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
                int t = 0;
                for (; t + 1 < periods; t += 2)
                {
                    even = Vector256.FusedMultiplyAdd(Vector256.Create(past[t]), Vector256.LoadUnsafe(ref numbers, (nuint)((t * Lane.Count) + v)), even);
                    odd = Vector256.FusedMultiplyAdd(Vector256.Create(past[t + 1]), Vector256.LoadUnsafe(ref numbers, (nuint)(((t + 1) * Lane.Count) + v)), odd);
                }

                if (t < periods) { even = Vector256.FusedMultiplyAdd(Vector256.Create(past[t]), Vector256.LoadUnsafe(ref numbers, (nuint)((t * Lane.Count) + v)), even); }
                (scale * (even + odd)).CopyTo(innovations.Slice((j * Lane.Count) + v, Lane.Width));
            }
        }
    }
}
