namespace Plenum.Numerics.Distributions;

/// <summary>The logarithm of the gamma function.</summary>
public static class GammaFunction
{
    /// <summary>From here on Stirling's series with eight terms has an error below 1e-17.</summary>
    private const double Large = 12.0;

    /// <summary>Half the logarithm of 2 pi.</summary>
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>B(2k) / (2k (2k - 1)), with Bernoulli's numbers B, for k = 1, 2, ...</summary>
    private static ReadOnlySpan<double> Series =>
        [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360360.0, 1.0 / 156.0, -3617.0 / 122400.0];

    /// <summary>The logarithm of the gamma function of a positive number, to about 15 digits of the larger of the result and 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    /// <remarks>Source: M. Abramowitz and I. Stegun (1964), "Handbook of Mathematical Functions", 6.1.15 and 6.1.41: the recurrence up to where Stirling's series holds.</remarks>
    public static double Log(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        double product = 1.0;
        while (x < Large) { product *= x++; }
        double inverse = 1.0 / x;
        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + (inverse * Tail(inverse * inverse)) - Math.Log(product);
    }

    /// <summary>What Stirling's formula without its series lacks of the logarithm: log gamma(x) - (x - 1/2) log x + x - log(2 pi) / 2.</summary>
    /// <remarks>It is small, so that whoever adds it to terms that cancel loses no digits.</remarks>
    internal static double Correction(double x) =>
        x >= Large ? Tail(1.0 / (x * x)) / x : Log(x) - (((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi);

    private static double Tail(double inverseSquare)
    {
        double sum = 0.0;
        for (int k = Series.Length - 1; k >= 0; k--) { sum = (sum * inverseSquare) + Series[k]; }
        return sum;
    }
}
