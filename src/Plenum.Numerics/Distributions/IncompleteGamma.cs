namespace Plenum.Numerics.Distributions;

/// <summary>The incomplete gamma function, divided by the gamma function: the distribution of a gamma variable with scale 1.</summary>
/// <remarks>
/// Source: W. Gautschi (1979), "A computational procedure for incomplete gamma functions", ACM TOMS 5(4): the series below the mean, the continued fraction
/// above it, here evaluated by <see cref="ContinuedFraction"/>.
/// Cost: in proportion to the root of the shape.
/// </remarks>
public static class IncompleteGamma
{
    /// <summary>Far more terms than the shapes of priors need.</summary>
    private const int MostTerms = 100_000;

    /// <summary>The probabilities below and above a number; they add up to 1, and the smaller one keeps its digits.</summary>
    /// <param name="shape">The shape, positive.</param>
    /// <param name="x">The number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The shape is not positive.</exception>
    public static (double Below, double Above) At(double shape, double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        if (!(x > 0.0)) { return (0.0, 1.0); }
        if (double.IsPositiveInfinity(x)) { return (1.0, 0.0); }
        double front = x * Density(shape, x);
        if (x < shape + 1.0)
        {
            double below = front * Series(shape, x);
            return (below, 1.0 - below);
        }

        double above = front * Fraction(shape, x);
        return (1.0 - above, above);
    }

    /// <summary>The density, x^(shape - 1) exp(-x) / gamma(shape).</summary>
    /// <remarks>
    /// The large terms of its logarithm cancel near the mean; written by log(x / shape) - (x / shape - 1) they keep their digits. Source: C. Loader (2000), "Fast and accurate
    /// computation of binomial probabilities".
    /// </remarks>
    internal static double Density(double shape, double x)
    {
        return Math.Exp((shape * LogLess(x / shape, (x - shape) / shape)) - GammaFunction.Correction(shape)) * Math.Sqrt(shape / (2.0 * Math.PI)) / x;
    }

    /// <summary>The logarithm of a ratio less <paramref name="u"/>, by which it is above 1: about -u² / 2 near 1.</summary>
    internal static double LogLess(double ratio, double u)
    {
        if (Math.Abs(u) > 0.25) { return Math.Log(ratio) - u; }

        // With s = u / (2 + u), log(1 + u) = 2 (s + s³/3 + ...) and 2 s - u = -s u.
        double s = u / (2.0 + u), square = s * s, sum = 0.0;
        for (int k = 27; k >= 3; k -= 2) { sum = (sum * square) + (1.0 / k); }
        return (2.0 * s * square * sum) - (s * u);
    }

    private static double Series(double shape, double x)
    {
        double term = 1.0 / shape, sum = term;
        for (int k = 1; k < MostTerms; k++)
        {
            term *= x / (shape + k);
            sum += term;
            if (term < sum * 1e-17) { break; }
        }

        return sum;
    }

    private static double Fraction(double shape, double x) => ContinuedFraction.Reciprocal(x + 1.0 - shape, n => (-n * (n - shape), x + 1.0 - shape + (2.0 * n)));
}
