using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Plenum.Numerics.Lanes;

namespace Plenum.Numerics.Dense;

/// <summary>Cholesky factorisation of a small symmetric positive definite matrix, in place and without allocation.</summary>
/// <remarks>
/// Matrices are n x n, row-major; A = L L' with L lower triangular. Source: G. Golub and C. Van Loan (2013), "Matrix Computations", 4th ed.,
/// section 4.2. Cost: n^3/6 multiply-adds.
/// </remarks>
public static class Cholesky
{
    /// <summary>Factorises a matrix in place.</summary>
    /// <param name="a">The matrix, of which the lower triangle is read; it is overwritten by L, and the rest by zeros.</param>
    /// <param name="n">Its order.</param>
    /// <returns>False where the matrix is not positive definite; the factor is then incomplete.</returns>
    /// <exception cref="ArgumentException">The span is too short.</exception>
    public static bool TryFactorise(Span<double> a, int n)
    {
        if (a.Length < n * n) { throw new ArgumentException($"A matrix of order {n} has {n * n} entries.", nameof(a)); }
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = a[(i * n) + j];
                for (int k = 0; k < j; k++) { rest -= a[(i * n) + k] * a[(j * n) + k]; }
                if (j < i) { a[(i * n) + j] = rest / a[(j * n) + j]; }
                else if (rest > 0.0 && double.IsFinite(rest)) { a[(i * n) + i] = Math.Sqrt(rest); }
                else { return false; }
            }

            a.Slice((i * n) + i + 1, n - i - 1).Clear();
        }

        return true;
    }

    /// <summary>Replaces independent numbers of unit variance by correlated ones: x becomes L x.</summary>
    /// <param name="factor">L from <see cref="TryFactorise"/>.</param>
    /// <param name="n">Its order.</param>
    /// <param name="x">n numbers; overwritten.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void Multiply(ReadOnlySpan<double> factor, int n, Span<double> x)
    {
        if (factor.Length < n * n || x.Length < n) { throw new ArgumentException($"A factor of order {n} has {n * n} entries.", nameof(factor)); }
        ref double entries = ref MemoryMarshal.GetReference(factor);
        ref double numbers = ref MemoryMarshal.GetReference(x);

        // From the last row up: each reads only numbers that have not been replaced yet.
        for (int i = n - 1; i >= 0; i--) { x[i] = RowOperations.Dot(ref Unsafe.Add(ref entries, i * n), ref numbers, i + 1); }
    }

    /// <summary>Replaces independent numbers by correlated ones in every lane.</summary>
    /// <param name="factor">L from <see cref="TryFactorise"/>.</param>
    /// <param name="n">Its order.</param>
    /// <param name="x">n x lanes, row-major; overwritten.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void MultiplyLanes(ReadOnlySpan<double> factor, int n, Span<double> x)
    {
        if (factor.Length < n * n || x.Length < n * Lane.Count) { throw new ArgumentException($"A factor of order {n} has {n * n} entries.", nameof(factor)); }
        ref double entries = ref MemoryMarshal.GetReference(factor);
        ref double numbers = ref MemoryMarshal.GetReference(x);
        for (int i = n - 1; i >= 0; i--)
        {
            ref double row = ref Unsafe.Add(ref entries, i * n);
            for (nuint v = 0; v < Lane.Count; v += Lane.Width)
            {
                // Two sums at a time, because each step of one waits for the step before.
                var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
                int j = 0;
                for (; j < i; j += 2)
                {
                    even = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref row, j)), Vector256.LoadUnsafe(ref numbers, (nuint)(j * Lane.Count) + v), even);
                    odd = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref row, j + 1)), Vector256.LoadUnsafe(ref numbers, (nuint)((j + 1) * Lane.Count) + v), odd);
                }

                if (j == i) { even = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref row, j)), Vector256.LoadUnsafe(ref numbers, (nuint)(j * Lane.Count) + v), even); }
                (even + odd).StoreUnsafe(ref numbers, (nuint)(i * Lane.Count) + v);
            }
        }
    }
}
