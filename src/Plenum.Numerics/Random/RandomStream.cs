using System.Runtime.Intrinsics;
using System.Text;
using Plenum.Numerics.Lanes;

namespace Plenum.Numerics.Random;

/// <summary>One of many independent sequences of random numbers under a seed; number k of it is always the same.</summary>
/// <param name="Seed">The seed: different seeds give unrelated sequences.</param>
/// <param name="Stream">The sequence under that seed.</param>
/// <remarks>It holds no state: the caller counts, and one counter gives one number. See <see cref="Philox"/> for the source.</remarks>
public readonly record struct RandomStream(ulong Seed, ulong Stream)
{
    /// <summary>The sequence with a name, such as "shocks/draw 12".</summary>
    /// <remarks>Source of the hash: G. Fowler, L. Noll and P. Vo, FNV-1a, 64 bits, over the UTF-8 text.</remarks>
    public static RandomStream Named(ulong seed, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ulong hash = 0xCBF29CE484222325;
        foreach (byte letter in Encoding.UTF8.GetBytes(name)) { hash = (hash ^ letter) * 0x100000001B3; }
        return new RandomStream(seed, hash);
    }

    /// <summary>Sixty-four random bits.</summary>
    public ulong BitsAt(ulong counter)
    {
        var block = Philox.Scramble(((uint)counter, (uint)(counter >> 32), (uint)Stream, (uint)(Stream >> 32)), ((uint)Seed, (uint)(Seed >> 32)));
        return (ulong)block.B << 32 | block.A;
    }

    /// <summary>A number uniform between 0 and 1, neither of which it can be.</summary>
    public double UniformAt(ulong counter) => ((BitsAt(counter) >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>A standard normal number, by the inverse of its distribution.</summary>
    public double NormalAt(ulong counter) => NormalDistribution.Quantile(UniformAt(counter));

    /// <summary>Fills a span with the uniform numbers that begin at <paramref name="counter"/>.</summary>
    public void FillUniform(ulong counter, Span<double> numbers)
    {
        foreach (ref double number in numbers) { number = UniformAt(counter++); }
    }

    /// <summary>Fills a span with the standard normal numbers that begin at <paramref name="counter"/>.</summary>
    public void FillNormal(ulong counter, Span<double> numbers)
    {
        foreach (ref double number in numbers) { number = NormalAt(counter++); }
    }

    /// <summary>Fills lanes with standard normal numbers, each the same to the bit as <see cref="NormalAt"/>.</summary>
    /// <param name="counter">The number in the first lane.</param>
    /// <param name="stride">How far on the number in the next lane is.</param>
    /// <param name="lanes">Receives the numbers of <see cref="Lane.Count"/> lanes.</param>
    public void NormalLanes(ulong counter, ulong stride, Span<double> lanes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lanes.Length, Lane.Count, nameof(lanes));
        for (int v = 0; v < Lane.Count; v += Lane.Width)
        {
            var counters = Vector256.Create(counter) + (Vector256.Create(stride) * Vector256.Create((ulong)v, (ulong)v + 1, (ulong)v + 2, (ulong)v + 3));
            var bits = Philox.Scramble(counters, Stream, ((uint)Seed, (uint)(Seed >> 32)));
            NormalDistribution.Quantile(UniformOf(bits)).StoreUnsafe(ref lanes[v]);
        }
    }

    /// <summary>The number of <see cref="UniformAt"/> for some bits.</summary>
    private static Vector256<double> UniformOf(Vector256<ulong> bits)
    {
        // Fifty-two bits become the last bits of a double from 2^52 on, so that the difference is exact.
        var whole = ((bits >> 12) | Vector256.Create(0x4330000000000000UL)).AsDouble() - Vector256.Create(4503599627370496.0);
        return (whole + Vector256.Create(0.5)) * Vector256.Create(1.0 / (1UL << 52));
    }
}
