using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Plenum.Numerics.Lanes;

namespace Plenum.Engine.Solving.PeriodByPeriod.Lanes;

/// <summary>Inverts a small matrix in every lane.</summary>
/// <remarks>
/// Gauss-Jordan elimination with partial pivoting; a lane whose matrix is singular gets numbers that are not finite. Source: G. Golub and
/// C. Van Loan (2013), "Matrix Computations", 4th ed., section 3.4. Cost: n^3 multiply-adds in each lane.
/// </remarks>
internal static class LaneInverse
{
    /// <summary>Inverts.</summary>
    /// <param name="matrix">n x n x lanes, row-major; overwritten.</param>
    /// <param name="n">Order of the matrix.</param>
    /// <param name="inverse">Receives the inverse in the same shape.</param>
    /// <param name="lanes">The lanes in which it is wanted; a vector without any is left out.</param>
    public static void Of(Span<double> matrix, int n, Span<double> inverse, LaneMask lanes)
    {
        inverse[..(n * n * Lane.Count)].Clear();
        for (int i = 0; i < n; i++) { inverse.Slice(((i * n) + i) * Lane.Count, Lane.Count).Fill(1.0); }
        for (int v = 0; v < Lane.Count; v += Lane.Width)
        {
            if (!lanes.IsEmptyAt(v)) { Eliminate(ref matrix[v], ref inverse[v], n); }
        }
    }

    private static void Eliminate(ref double a, ref double b, int n)
    {
        for (int k = 0; k < n; k++)
        {
            for (int i = k + 1; i < n; i++)
            {
                var swaps = Vector256.GreaterThan(Vector256.Abs(At(ref a, n, i, k)), Vector256.Abs(At(ref a, n, k, k)));
                if (swaps.AsInt64() == Vector256<long>.Zero) { continue; }
                for (int j = k; j < n; j++) { Swap(ref a, n, i, k, j, swaps); }
                for (int j = 0; j < n; j++) { Swap(ref b, n, i, k, j, swaps); }
            }

            var factor = Vector256<double>.One / At(ref a, n, k, k);
            for (int j = k + 1; j < n; j++) { Set(ref a, n, k, j, At(ref a, n, k, j) * factor); }
            for (int j = 0; j < n; j++) { Set(ref b, n, k, j, At(ref b, n, k, j) * factor); }
            for (int i = 0; i < n; i++)
            {
                if (i == k) { continue; }
                var times = -At(ref a, n, i, k);
                for (int j = k + 1; j < n; j++) { Set(ref a, n, i, j, Vector256.FusedMultiplyAdd(times, At(ref a, n, k, j), At(ref a, n, i, j))); }
                for (int j = 0; j < n; j++) { Set(ref b, n, i, j, Vector256.FusedMultiplyAdd(times, At(ref b, n, k, j), At(ref b, n, i, j))); }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Swap(ref double matrix, int n, int i, int k, int j, Vector256<double> swaps)
    {
        var (one, other) = (At(ref matrix, n, i, j), At(ref matrix, n, k, j));
        Set(ref matrix, n, i, j, Vector256.ConditionalSelect(swaps, other, one));
        Set(ref matrix, n, k, j, Vector256.ConditionalSelect(swaps, one, other));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> At(ref double matrix, int n, int i, int j) => Vector256.LoadUnsafe(ref matrix, (nuint)(((i * n) + j) * Lane.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Set(ref double matrix, int n, int i, int j, Vector256<double> value) => value.StoreUnsafe(ref matrix, (nuint)(((i * n) + j) * Lane.Count));
}
