namespace Plenum.Numerics.Distributions;

/// <summary>Continued fractions, evaluated from the front until they settle.</summary>
/// <remarks>
/// Source: W. Lentz (1976), "Generating Bessel functions in Mie scattering calculations using continued fractions", Applied Optics 15(3), with zeros
/// moved away as by I. Thompson and A. Barnett (1986), "Coulomb and Bessel functions of complex arguments and order", J. Computational Physics 64.
/// </remarks>
internal static class ContinuedFraction
{
    private const double Tiny = 1e-300;
    private const double Settled = 1e-16;
    private const int MostTerms = 100_000;

    /// <summary>1 / (b(0) + a(1) / (b(1) + a(2) / (b(2) + ...))).</summary>
    /// <param name="first">The first denominator, b(0).</param>
    /// <param name="term">The numerator a(n) and the denominator b(n), for n = 1, 2, ...</param>
    public static double Reciprocal(double first, Func<int, (double Numerator, double Denominator)> term)
    {
        double c = 1.0 / Tiny, d = 1.0 / Away(first), product = d;
        for (int n = 1; n < MostTerms; n++)
        {
            var (a, b) = term(n);
            d = 1.0 / Away((a * d) + b);
            c = Away(b + (a / c));
            double factor = c * d;
            product *= factor;
            if (Math.Abs(factor - 1.0) < Settled) { break; }
        }

        return product;
    }

    /// <summary>The number, or one that is tiny where it is zero.</summary>
    private static double Away(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
