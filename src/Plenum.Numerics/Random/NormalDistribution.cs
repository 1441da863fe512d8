using System.Runtime.Intrinsics;
using Plenum.Numerics.Lanes;

namespace Plenum.Numerics.Random;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    /// <summary>How far a probability lies from a half before other polynomials serve better.</summary>
    private const double Middle = 0.425;

    private const double MiddleSquare = 0.180625;

    private static ReadOnlySpan<double> MiddleNumerator =>
        [3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
         4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3];

    private static ReadOnlySpan<double> MiddleDenominator =>
        [1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
         2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3];

    /// <summary>The number below which a standard normal number falls with this probability, to about 16 digits.</summary>
    /// <returns>Minus infinity at 0, infinity at 1, and not a number outside.</returns>
    /// <remarks>Source: M. Wichura (1988), "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37(3), PPND16.</remarks>
    public static double Quantile(double probability)
    {
        double centred = probability - 0.5;
        if (Math.Abs(centred) <= Middle) { return centred * Ratio(MiddleSquare - centred * centred, MiddleNumerator, MiddleDenominator); }
        double tail = centred < 0 ? probability : 1 - probability;
        if (tail == 0) { return centred < 0 ? double.NegativeInfinity : double.PositiveInfinity; }
        double depth = Math.Sqrt(-Math.Log(tail));
        double size = depth <= 5
            ? Ratio(
                depth - 1.6,
                [1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
                 1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4],
                [1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
                 1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9])
            : Ratio(
                depth - 5,
                [6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
                 2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7],
                [1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
                 7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15]);
        return centred < 0 ? -size : size;
    }

    /// <summary>The same of four probabilities, each to the bit that of <see cref="Quantile(double)"/>.</summary>
    public static Vector256<double> Quantile(Vector256<double> probability)
    {
        var centred = probability - Vector256.Create(0.5);
        var x = Vector256.Create(MiddleSquare) - centred * centred;
        var (above, below) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (int power = MiddleNumerator.Length - 1; power >= 0; power--)
        {
            above = above * x + Vector256.Create(MiddleNumerator[power]);
            below = below * x + Vector256.Create(MiddleDenominator[power]);
        }
        var result = centred * (above / below);
        var inMiddle = Vector256.LessThanOrEqual(Vector256.Abs(centred), Vector256.Create(Middle));
        if (Vector256.EqualsAll(inMiddle.AsInt64(), Vector256<long>.AllBitsSet)) { return result; }

        // Three numbers in twenty lie in the tails.
        for (int i = 0; i < Lane.Width; i++)
        {
            if (inMiddle.AsInt64()[i] == 0) { result = result.WithElement(i, Quantile(probability[i])); }
        }
        return result;
    }

    /// <summary>The ratio of two polynomials of degree seven, lowest power first.</summary>
    private static double Ratio(double x, ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator)
    {
        double above = 0, below = 0;
        for (int power = numerator.Length - 1; power >= 0; power--)
        {
            above = above * x + numerator[power];
            below = below * x + denominator[power];
        }
        return above / below;
    }
}
