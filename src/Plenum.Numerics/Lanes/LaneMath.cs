using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Plenum.Numerics.Lanes;

/// <summary>Elementary functions of four numbers at once, each independent of the other three to the last bit.</summary>
/// <remarks>
/// <para>
/// The functions of the base class library take another way for all four numbers where one of them is out of range, so that a lane's last bit would depend on
/// its neighbours. Here a number out of range is handed to <see cref="Math"/> alone. Errors are below 1 unit in the last place for logarithm and exponential, and
/// below 2 for powers, and one more for each 60 of the exponent's size, since it multiplies what the logarithm lacks; results may differ from those of <see cref="Math"/> in that place.
/// </para>
/// <para>
/// Sources: P. Tang (1990), "Table-driven implementation of the logarithm function in IEEE floating-point arithmetic", ACM TOMS 16(4), for the reduction;
/// the polynomials are those of K. Ng and D. Bindel, FDLIBM (Sun Microsystems, 1993), e_log.c and e_exp.c. T. Dekker (1971), "A floating-point technique
/// for extending the available precision", Numerische Mathematik 18, for the sums of two parts in powers.
/// </para>
/// </remarks>
public static class LaneMath
{
    /// <summary>The natural logarithm of 2 in two parts; the first has 21 zero bits at the end, so that whole multiples of it are exact.</summary>
    private const double Ln2High = 6.93147180369123816490e-01;

    private const double Ln2Low = 1.90821492927058770002e-10;

    private const double InverseLn2 = 1.44269504088896338700;

    /// <summary>Added to a whole number below 2^51, it leaves that number in the last bits.</summary>
    private const double Shifter = 6755399441055744.0;

    /// <summary>The exponential of a number that is no larger in size is finite and normal.</summary>
    private const double MostExponent = 708.0;

    /// <summary>Natural logarithm.</summary>
    public static Vector256<double> Log(Vector256<double> x)
    {
        var (k, f) = Reduce(x);
        var s = f / (Vector256.Create(2.0) + f);
        var z = s * s;
        var half = Vector256.Create(0.5) * f * f;

        // log(1 + f) = f - f^2/2 + s (f^2/2 + R), with R the tail of the series in s.
        var tail = s * (half + (z * LogTail(z)));
        var result = (k * Vector256.Create(Ln2High)) - (half - (tail + (k * Vector256.Create(Ln2Low))) - f);
        return Vector256.EqualsAll(IsNormal(x), Vector256<double>.AllBitsSet.AsInt64()) ? result : Alone(x, IsNormal(x), result, Math.Log);
    }

    /// <summary>Exponential.</summary>
    public static Vector256<double> Exp(Vector256<double> x)
    {
        var result = ExpOfSum(x, Vector256<double>.Zero);
        var inRange = Vector256.LessThanOrEqual(Vector256.Abs(x), Vector256.Create(MostExponent)).AsInt64();
        return Vector256.EqualsAll(inRange, Vector256<long>.AllBitsSet) ? result : Alone(x, inRange, result, Math.Exp);
    }

    /// <summary>A power, as <see cref="Math.Pow"/> defines it.</summary>
    public static Vector256<double> Pow(Vector256<double> x, Vector256<double> y)
    {
        // log x in two parts, times y in two parts: an error of the logarithm is multiplied by the size of the result's exponent.
        var (k, f) = Reduce(x);
        var below = Vector256.Create(2.0) + f;
        var lost = f - (below - Vector256.Create(2.0));
        var s = f / below;
        var rest = (Fma(-s, below, f) - (s * lost)) / below;
        var z = s * s;
        var first = k * Vector256.Create(Ln2High);
        var second = s + s;
        var high = first + second;
        var carried = high - first;
        var low = (first - (high - carried)) + (second - carried);
        low += rest + rest + (s * z * LogTail(z)) + (k * Vector256.Create(Ln2Low));
        var whole = high + low;
        low -= whole - high;
        var product = y * whole;
        var error = Fma(y, whole, -product) + (y * low);
        var result = ExpOfSum(product, error);
        var inRange = IsNormal(x) & Vector256.LessThanOrEqual(Vector256.Abs(product), Vector256.Create(MostExponent)).AsInt64();
        return Vector256.EqualsAll(inRange, Vector256<long>.AllBitsSet) ? result : Alone(x, y, inRange, result);
    }

    /// <summary><c>1 / (1 + exp(-x))</c>.</summary>
    public static Vector256<double> Logistic(Vector256<double> x) => Vector256<double>.One / (Vector256<double>.One + Exp(-x));

    /// <summary><c>log(1 + exp(x))</c>, which tends to x on the right and to exp(x) on the left.</summary>
    public static Vector256<double> Softplus(Vector256<double> x)
    {
        var power = Exp(-Vector256.Abs(x));
        var sum = Vector256<double>.One + power;

        // The logarithm of 1 + a, by W. Kahan, as given by D. Goldberg (1991), "What every computer scientist should know about floating-point arithmetic", theorem 4.
        var small = Vector256.Equals(sum, Vector256<double>.One);
        var logarithm = Vector256.ConditionalSelect(small, power, power * (Log(sum) / (sum - Vector256<double>.One)));
        return Vector256.Max(x, Vector256<double>.Zero) + logarithm;
    }

    /// <summary>-1, 0 or 1; not a number stays so.</summary>
    public static Vector256<double> Sign(Vector256<double> x)
    {
        var negative = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<double>.Zero), -Vector256<double>.One, x);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256<double>.Zero), Vector256<double>.One, negative);
    }

    /// <summary>Splits a positive number into 2^k (1 + f), with 1 + f between the square roots of 1/2 and 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> K, Vector256<double> F) Reduce(Vector256<double> x)
    {
        const long HalfRoot = 0x3FE6A09E667F3BCD;
        const long Biased = 0x4330000000000000;
        var bits = x.AsInt64() - Vector256.Create(HalfRoot);

        // The exponent less that of the root, moved up so that it is positive, is the last bits of a double between 2^52 and 2^53.
        var raised = ((bits + Vector256.Create(1024L << 52)).AsUInt64() >> 52).AsInt64();
        var k = (raised | Vector256.Create(Biased)).AsDouble() - Vector256.Create(4503599627370496.0 + 1024.0);
        var mantissa = ((bits & Vector256.Create(0x000FFFFFFFFFFFFFL)) + Vector256.Create(HalfRoot)).AsDouble();
        return (k, mantissa - Vector256<double>.One);
    }

    /// <summary>(log(1 + f) - 2 s) / (s z) with s = f / (2 + f) and z = s^2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LogTail(Vector256<double> z)
    {
        var w = z * z;
        var odd = Fma(w, Fma(w, Fma(w, Vector256.Create(1.479819860511658591e-01), Vector256.Create(1.818357216161805012e-01)), Vector256.Create(2.857142874366239149e-01)), Vector256.Create(6.666666666666735130e-01));
        var even = Fma(w, Fma(w, Vector256.Create(1.531383769920937332e-01), Vector256.Create(2.222219843214978396e-01)), Vector256.Create(3.999999999940941908e-01));
        return Fma(z, even, odd);
    }

    /// <summary>The exponential of a number and a small correction of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExpOfSum(Vector256<double> x, Vector256<double> correction)
    {
        var shifted = Fma(x, Vector256.Create(InverseLn2), Vector256.Create(Shifter));
        var k = shifted - Vector256.Create(Shifter);
        var high = Fma(-k, Vector256.Create(Ln2High), x);
        var low = (k * Vector256.Create(Ln2Low)) - correction;
        var r = high - low;
        var t = r * r;
        var c = r - (t * Fma(t, Fma(t, Fma(t, Fma(t, Vector256.Create(4.13813679705723846039e-08), Vector256.Create(-1.65339022054652515390e-06)), Vector256.Create(6.61375632143793436117e-05)), Vector256.Create(-2.77777777770155933842e-03)), Vector256.Create(1.66666666666666019037e-01)));
        var power = Vector256<double>.One - (low - (r * c / (Vector256.Create(2.0) - c)) - high);

        // The last bits of the shifted number are k; as the exponent of a double they are 2^k.
        var scale = ((shifted.AsInt64() + Vector256.Create(1023L)) << 52).AsDouble();
        return power * scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Fma(Vector256<double> a, Vector256<double> b, Vector256<double> c) => Vector256.FusedMultiplyAdd(a, b, c);

    /// <summary>All bits where a number is positive, finite and not subnormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> IsNormal(Vector256<double> x) =>
        (Vector256.GreaterThanOrEqual(x, Vector256.Create(2.2250738585072014E-308)) & Vector256.LessThanOrEqual(x, Vector256.Create(double.MaxValue))).AsInt64();

    /// <summary>Replaces the results of the lanes that are out of range, one by one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> Alone(Vector256<double> x, Vector256<long> inRange, Vector256<double> result, Func<double, double> function)
    {
        for (int i = 0; i < Lane.Width; i++)
        {
            if (inRange[i] == 0) { result = result.WithElement(i, function(x[i])); }
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> Alone(Vector256<double> x, Vector256<double> y, Vector256<long> inRange, Vector256<double> result)
    {
        for (int i = 0; i < Lane.Width; i++)
        {
            if (inRange[i] == 0) { result = result.WithElement(i, Math.Pow(x[i], y[i])); }
        }

        return result;
    }
}
