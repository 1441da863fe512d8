using System.Globalization;
using System.Numerics;

namespace Plenum.Language.Accounts.Algebra;

/// <summary>An exact fraction in lowest terms with a positive denominator.</summary>
internal readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private const int ExactDigits = 15;
    private const int RoundDigits = 12;
    private const int LargestSimpleDenominator = 10_000;
    private const double RoundingError = 1e-15;

    private readonly BigInteger _denominatorLessOne;

    /// <summary>A whole number.</summary>
    public Rational(BigInteger numerator)
        : this(numerator, BigInteger.One)
    {
    }

    /// <summary>A fraction, brought to lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) { throw new DivideByZeroException(); }
        if (!denominator.IsOne)
        {
            var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
            if (denominator.Sign < 0) { common = -common; }
            if (!common.IsOne) { (numerator, denominator) = (numerator / common, denominator / common); }
        }

        Numerator = numerator;
        _denominatorLessOne = denominator - 1;
    }

    public static Rational Zero => default;

    public static Rational One => new(BigInteger.One);

    public BigInteger Numerator { get; }

    public BigInteger Denominator => _denominatorLessOne + 1;

    public bool IsZero => Numerator.IsZero;

    public bool IsOne => Numerator.IsOne && IsWhole;

    public bool IsWhole => _denominatorLessOne.IsZero;

    public int Sign => Numerator.Sign;

    /// <summary>Bits in numerator and denominator together.</summary>
    public long BitLength => BigInteger.Abs(Numerator).GetBitLength() + _denominatorLessOne.GetBitLength();

    public static Rational operator +(Rational a, Rational b) => a.IsWhole && b.IsWhole
        ? new(a.Numerator + b.Numerator)
        : new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator *(Rational a, Rational b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    /// <summary>A power of a whole, not negative exponent.</summary>
    public Rational Power(int exponent) => new(BigInteger.Pow(Numerator, exponent), BigInteger.Pow(Denominator, exponent));

    /// <summary>Reads a number as the decimal that its author wrote, not as the binary fraction that stores it.</summary>
    /// <param name="value">A finite number.</param>
    /// <remarks>
    /// Up to fifteen digits, the shortest decimal that prints the number is what was written. More digits are the trace of
    /// a calculation such as 0.1 + 0.2 or 1/3; those are read as the round decimal or the simple fraction within rounding
    /// error, if there is one. Source: D. E. Knuth (1997), "The Art of Computer Programming", vol. 2, section 4.5.3, for
    /// continued fractions.
    /// </remarks>
    public static Rational Read(double value)
    {
        string written = value.ToString("R", CultureInfo.InvariantCulture);
        var exact = ReadDecimal(written);
        if (SignificantDigits(written) <= ExactDigits) { return exact; }
        string rounded = value.ToString("G15", CultureInfo.InvariantCulture);
        return SignificantDigits(rounded) <= RoundDigits ? ReadDecimal(rounded) : SimpleFraction(value) ?? exact;
    }

    /// <summary>The value modulo a prime that does not divide the denominator.</summary>
    public ulong Modulo(ulong prime)
    {
        var numerator = BigInteger.Remainder(Numerator, prime);
        ulong top = (ulong)(numerator.Sign < 0 ? numerator + prime : numerator);
        return IsWhole ? top : PrimeField.Multiply(top, PrimeField.Inverse((ulong)BigInteger.Remainder(Denominator, prime)));
    }

    public bool Equals(Rational other) => Numerator == other.Numerator && _denominatorLessOne == other._denominatorLessOne;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorLessOne);

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>Reads as a decimal where that is exact and short, else as a fraction.</summary>
    public override string ToString()
    {
        if (IsWhole) { return Numerator.ToString(CultureInfo.InvariantCulture); }
        double value = (double)Numerator / (double)Denominator;
        string text = value.ToString("0.############", CultureInfo.InvariantCulture);
        return double.IsFinite(value) && ReadDecimal(text).Equals(this) ? text : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
    }

    private static Rational ReadDecimal(string text)
    {
        int mark = text.IndexOf('E', StringComparison.Ordinal);
        int exponent = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), CultureInfo.InvariantCulture);
        string mantissa = mark < 0 ? text : text[..mark];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }

        var digits = BigInteger.Parse(mantissa, CultureInfo.InvariantCulture);
        var power = BigInteger.Pow(10, Math.Abs(exponent));
        return exponent >= 0 ? new(digits * power) : new(digits, power);
    }

    private static int SignificantDigits(string text)
    {
        int mark = text.IndexOf('E', StringComparison.Ordinal);
        string digits = new([.. (mark < 0 ? text : text[..mark]).Where(char.IsAsciiDigit)]);
        return digits.Trim('0').Length;
    }

    /// <summary>The first convergent of the continued fraction that lies within rounding error, if its denominator is small.</summary>
    private static Rational? SimpleFraction(double value)
    {
        double rest = Math.Abs(value);
        if (rest is < 1e-4 or > 1e6) { return null; }
        long top = 1, bottom = 0, lastTop = 0, lastBottom = 1;
        while (bottom <= LargestSimpleDenominator)
        {
            long whole = (long)Math.Floor(rest);
            (top, lastTop) = (whole * top + lastTop, top);
            (bottom, lastBottom) = (whole * bottom + lastBottom, bottom);
            if (bottom > LargestSimpleDenominator) { return null; }
            if (Math.Abs((double)top / bottom - Math.Abs(value)) <= RoundingError * Math.Abs(value)) { return new(value < 0 ? -top : top, bottom); }
            if (rest - whole < 1e-9) { return null; }
            rest = 1.0 / (rest - whole);
        }

        return null;
    }
}
