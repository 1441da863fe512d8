namespace Plenum.Numerics.Distributions;

/// <summary>The incomplete beta function, divided by the beta function: the distribution of a beta variable between 0 and 1.</summary>
/// <remarks>
/// Source: A. DiDonato and A. Morris (1992), "Algorithm 708: significant digit computation of the incomplete beta function ratios", ACM TOMS 18(3), equation 9 for the continued
/// fraction, here evaluated by <see cref="ContinuedFraction"/>. Cost: in proportion to the root of the larger shape.
/// </remarks>
public static class IncompleteBeta
{
    /// <summary>The probabilities below and above a number; they add up to 1, and the smaller one keeps its digits.</summary>
    /// <param name="a">The first shape, positive.</param>
    /// <param name="b">The second shape, positive.</param>
    /// <param name="x">The number.</param>
    /// <exception cref="ArgumentOutOfRangeException">A shape is not positive.</exception>
    public static (double Below, double Above) At(double a, double b, double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
        if (!(x > 0.0)) { return (0.0, 1.0); }
        if (x >= 1.0) { return (1.0, 0.0); }
        double front = x * (1.0 - x) * Density(a, b, x);
        if (x <= a / (a + b))
        {
            double below = front * Fraction(a, b, x);
            return (below, 1.0 - below);
        }

        double above = front * Fraction(b, a, 1.0 - x);
        return (1.0 - above, above);
    }

    /// <summary>The density, x^(a - 1) (1 - x)^(b - 1) / beta(a, b).</summary>
    /// <remarks>As of <see cref="IncompleteGamma.Density"/>: around a / (a + b) the large terms cancel before they are computed.</remarks>
    internal static double Density(double a, double b, double x)
    {
        double n = a + b, p = a / n, q = b / n, y = 1.0 - x;
        double logs = (a * IncompleteGamma.LogLess(x / p, (x - p) / p)) + (b * IncompleteGamma.LogLess(y / q, (p - x) / q));
        double corrections = GammaFunction.Correction(n) - GammaFunction.Correction(a) - GammaFunction.Correction(b);
        return Math.Exp(logs + corrections) * Math.Sqrt(a * q / (2.0 * Math.PI)) / (x * y);
    }

    private static double Fraction(double a, double b, double x)
    {
        double y = 1.0 - x, lambda = a - ((a + b) * x);

        // alpha(1), beta(1), alpha(2), ... of equation 9; the fraction begins with alpha(1) = 1.
        return ContinuedFraction.Reciprocal(a / (a + 1.0) * (lambda + 1.0), n =>
        {
            double twice = a + (2.0 * n);
            double alpha = (a + n - 1.0) * (a + b + n - 1.0) * n * (b - n) * x * x / ((twice - 1.0) * (twice - 1.0));
            double beta = n + (n * (b - n) * x / (twice - 1.0)) + ((a + n) / (twice + 1.0) * (lambda + 1.0 + (n * (1.0 + y))));
            return (alpha, beta);
        });
    }
}
