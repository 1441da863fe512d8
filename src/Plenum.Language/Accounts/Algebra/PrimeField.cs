namespace Plenum.Language.Accounts.Algebra;

/// <summary>Arithmetic modulo the prime 2^61 - 1.</summary>
internal static class PrimeField
{
    /// <summary>The Mersenne prime 2^61 - 1: large enough that two different polynomials agree at a random point by less than one chance in 10^14.</summary>
    public const ulong Prime = (1UL << 61) - 1;

    private const long LargestNumerator = 1L << 29;

    public static ulong Add(ulong a, ulong b)
    {
        ulong sum = a + b;
        return sum >= Prime ? sum - Prime : sum;
    }

    public static ulong Multiply(ulong a, ulong b)
    {
        ulong high = Math.BigMul(a, b, out ulong low);
        ulong sum = (low & Prime) + ((low >> 61) | (high << 3));
        return sum >= Prime ? sum - Prime : sum;
    }

    public static ulong Power(ulong a, ulong exponent)
    {
        ulong result = 1;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0) { result = Multiply(result, a); }
            a = Multiply(a, a);
        }

        return result;
    }

    /// <summary>A power with an exponent of either sign; 0 to a negative power is 0.</summary>
    public static ulong Power(ulong a, int exponent) => exponent >= 0 ? Power(a, (ulong)exponent) : Power(Inverse(a), (ulong)-(long)exponent);

    /// <summary>The inverse by Fermat's little theorem; that of 0 is 0.</summary>
    public static ulong Inverse(ulong a) => Power(a, Prime - 2);

    /// <summary>The fraction of small numbers that has this residue, or null; 0 gives null as well.</summary>
    /// <remarks>Source: P. S. Wang (1981), "A p-adic algorithm for univariate partial fractions", SYMSAC '81, by Euclid's algorithm stopped half way.</remarks>
    public static Rational? Fraction(ulong residue)
    {
        long remainder = (long)residue, lastRemainder = (long)Prime;
        long denominator = 1, lastDenominator = 0;
        while (remainder > LargestNumerator)
        {
            long quotient = lastRemainder / remainder;
            (remainder, lastRemainder) = (lastRemainder - quotient * remainder, remainder);
            (denominator, lastDenominator) = (lastDenominator - quotient * denominator, denominator);
        }

        return remainder == 0 || Math.Abs(denominator) > LargestNumerator ? null : new Rational(remainder, denominator);
    }

    /// <summary>Mixes a value into a running digest; equal sequences give equal digests.</summary>
    /// <remarks>Source: G. Steele, D. Lea and C. Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA, the finaliser of SplitMix64.</remarks>
    public static ulong Mix(ulong digest, ulong value)
    {
        ulong z = (digest ^ value) + 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
