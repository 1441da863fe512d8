using System.Runtime.Intrinsics;

namespace Plenum.Numerics.Random;

/// <summary>The counter-based generator Philox4x32-10: a fixed scrambling of a 128-bit counter by a 64-bit key.</summary>
/// <remarks>
/// Any number of a sequence can be had directly, so results do not depend on how work is divided.
/// Source: J. Salmon, M. Moraes, R. Dror and D. Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", SC11, section 4.3.
/// </remarks>
public static class Philox
{
    private const int Rounds = 10;
    private const uint FirstMultiplier = 0xD2511F53;
    private const uint SecondMultiplier = 0xCD9E8D57;
    private const uint FirstWeyl = 0x9E3779B9;
    private const uint SecondWeyl = 0xBB67AE85;

    /// <summary>Scrambles one counter.</summary>
    /// <param name="counter">Four words, the lowest first.</param>
    /// <param name="key">Two words, the lowest first.</param>
    /// <returns>Four words of random bits.</returns>
    public static (uint A, uint B, uint C, uint D) Scramble((uint A, uint B, uint C, uint D) counter, (uint A, uint B) key)
    {
        var (a, b, c, d) = counter;
        var (first, second) = key;
        for (int round = 0; round < Rounds; round++)
        {
            ulong left = (ulong)FirstMultiplier * a;
            ulong right = (ulong)SecondMultiplier * c;
            (a, b, c, d) = ((uint)(right >> 32) ^ b ^ first, (uint)right, (uint)(left >> 32) ^ d ^ second, (uint)left);
            first += FirstWeyl;
            second += SecondWeyl;
        }
        return (a, b, c, d);
    }

    /// <summary>Scrambles four counters that share their upper two words.</summary>
    /// <param name="low">The lower two words of each counter.</param>
    /// <param name="high">The upper two words of all.</param>
    /// <param name="key">Two words, the lowest first.</param>
    /// <returns>The lower two words of random bits of each.</returns>
    internal static Vector256<ulong> Scramble(Vector256<ulong> low, ulong high, (uint A, uint B) key)
    {
        var word = Vector256.Create(0xFFFFFFFFUL);
        var (a, b) = (low & word, low >> 32);
        var (c, d) = (Vector256.Create(high & 0xFFFFFFFF), Vector256.Create(high >> 32));
        var (first, second) = key;
        for (int round = 0; round < Rounds; round++)
        {
            var left = a * Vector256.Create((ulong)FirstMultiplier);
            var right = c * Vector256.Create((ulong)SecondMultiplier);
            (a, b, c, d) = ((right >> 32) ^ b ^ Vector256.Create((ulong)first), right & word, (left >> 32) ^ d ^ Vector256.Create((ulong)second), left & word);
            first += FirstWeyl;
            second += SecondWeyl;
        }
        return (b << 32) | a;
    }
}
