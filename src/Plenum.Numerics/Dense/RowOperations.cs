using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Plenum.Numerics.Dense;

/// <summary>The few vector operations on contiguous rows that dense algorithms are made of.</summary>
/// <remarks>
/// The last partial vector overlaps the one before it: it is loaded before the loop and stored after it, so that a row is never
/// finished element by element unless it is shorter than one vector. Callers vouch for the lengths.
/// </remarks>
internal static class RowOperations
{
    private const int Width = 4;

    /// <summary>target -= factor * source. The two rows must not overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Subtract(ref double target, double factor, ref double source, int length)
    {
        if (length < Width)
        {
            for (int i = 0; i < length; i++) { Unsafe.Add(ref target, i) -= factor * Unsafe.Add(ref source, i); }
            return;
        }
        var minus = Vector256.Create(-factor);
        nuint last = (nuint)(length - Width);
        var end = Vector256.MultiplyAddEstimate(minus, Vector256.LoadUnsafe(ref source, last), Vector256.LoadUnsafe(ref target, last));
        for (nuint i = 0; i < last; i += Width)
        {
            Vector256.MultiplyAddEstimate(minus, Vector256.LoadUnsafe(ref source, i), Vector256.LoadUnsafe(ref target, i)).StoreUnsafe(ref target, i);
        }
        end.StoreUnsafe(ref target, last);
    }

    /// <summary>target -= factor * source + factor2 * source2. The target must not overlap the sources.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Subtract(ref double target, double factor, ref double source, double factor2, ref double source2, int length)
    {
        if (length < Width)
        {
            for (int i = 0; i < length; i++) { Unsafe.Add(ref target, i) -= factor * Unsafe.Add(ref source, i) + factor2 * Unsafe.Add(ref source2, i); }
            return;
        }
        var minus = Vector256.Create(-factor);
        var minus2 = Vector256.Create(-factor2);
        nuint last = (nuint)(length - Width);
        var end = Combined(ref target, ref source, ref source2, last, minus, minus2);
        for (nuint i = 0; i < last; i += Width) { Combined(ref target, ref source, ref source2, i, minus, minus2).StoreUnsafe(ref target, i); }
        end.StoreUnsafe(ref target, last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Combined(ref double target, ref double source, ref double source2, nuint at, Vector256<double> minus, Vector256<double> minus2) =>
        Vector256.MultiplyAddEstimate(
            minus2,
            Vector256.LoadUnsafe(ref source2, at),
            Vector256.MultiplyAddEstimate(minus, Vector256.LoadUnsafe(ref source, at), Vector256.LoadUnsafe(ref target, at)));

    /// <summary>The inner product of two rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Dot(ref double first, ref double second, int length)
    {
        double sum = 0;
        int i = 0;
        if (length >= Width)
        {
            var even = Vector256<double>.Zero;
            var odd = Vector256<double>.Zero;
            for (; i <= length - 2 * Width; i += 2 * Width)
            {
                even = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref first, (nuint)i), Vector256.LoadUnsafe(ref second, (nuint)i), even);
                odd = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref first, (nuint)(i + Width)), Vector256.LoadUnsafe(ref second, (nuint)(i + Width)), odd);
            }
            if (i <= length - Width)
            {
                even = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref first, (nuint)i), Vector256.LoadUnsafe(ref second, (nuint)i), even);
                i += Width;
            }
            sum = Vector256.Sum(even + odd);
        }
        for (; i < length; i++) { sum += Unsafe.Add(ref first, i) * Unsafe.Add(ref second, i); }
        return sum;
    }

    /// <summary>Exchanges two rows of equal length.</summary>
    public static void Swap(Span<double> first, Span<double> second)
    {
        ref double a = ref MemoryMarshal.GetReference(first);
        ref double b = ref MemoryMarshal.GetReference(second);
        int i = 0;
        for (; i <= first.Length - Width; i += Width)
        {
            var kept = Vector256.LoadUnsafe(ref a, (nuint)i);
            Vector256.LoadUnsafe(ref b, (nuint)i).StoreUnsafe(ref a, (nuint)i);
            kept.StoreUnsafe(ref b, (nuint)i);
        }
        for (; i < first.Length; i++) { (first[i], second[i]) = (second[i], first[i]); }
    }
}
