using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plenum.Numerics.Dense;

/// <summary>LU factorisation with partial pivoting of a small dense matrix, in place and without allocation.</summary>
/// <remarks>
/// Matrices are n x n, row-major. The factors satisfy P A = L U with L unit lower triangular; both overwrite A.
/// <c>pivots[k]</c> is the row that was swapped with row k in step k.
/// Source: G. Golub and C. Van Loan (2013), "Matrix Computations", 4th ed., section 3.4. Cost: n^3/3 multiply-adds; a solve n^2.
/// Use a sparse factorisation where most entries are zero.
/// </remarks>
public static partial class DenseLu
{
    /// <summary>Factorises a matrix in place.</summary>
    /// <param name="a">The matrix, n x n, row-major; overwritten by its factors.</param>
    /// <param name="n">Its order.</param>
    /// <param name="pivots">Receives the row swapped in each step; n entries.</param>
    /// <param name="deficientColumn">The first column that depends on those before it (its pivot is zero or not finite); -1 if none.</param>
    /// <returns>False where the matrix is singular or holds a value that is not finite; the factors are then incomplete.</returns>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static bool TryFactorise(Span<double> a, int n, Span<int> pivots, out int deficientColumn)
    {
        Require(a.Length >= n * n && pivots.Length >= n, n);
        ref double origin = ref MemoryMarshal.GetReference(a);
        for (int k = 0; k < n; k += 2)
        {
            // Two pivots at a time: each row below is then loaded and stored half as often.
            if (!TakePivot(a, n, k, pivots)) { return Deficient(k, out deficientColumn); }
            if (k + 1 == n) { break; }
            DivideColumn(ref origin, n, k, alsoUpdateNext: true);
            if (!TakePivot(a, n, k + 1, pivots)) { return Deficient(k + 1, out deficientColumn); }
            DivideColumn(ref origin, n, k + 1, alsoUpdateNext: false);
            UpdateRest(ref origin, n, k);
        }
        deficientColumn = -1;
        return true;
    }

    /// <summary>Solves A x = b.</summary>
    /// <param name="lu">Factors from <see cref="TryFactorise"/>.</param>
    /// <param name="n">Order of the matrix.</param>
    /// <param name="pivots">Row swaps from <see cref="TryFactorise"/>.</param>
    /// <param name="b">Right-hand side, n entries; overwritten by the solution.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void Solve(ReadOnlySpan<double> lu, int n, ReadOnlySpan<int> pivots, Span<double> b)
    {
        Require(lu.Length >= n * n && pivots.Length >= n && b.Length >= n, n);
        for (int k = 0; k < n; k++)
        {
            if (pivots[k] != k) { (b[k], b[pivots[k]]) = (b[pivots[k]], b[k]); }
        }
        ref double factors = ref MemoryMarshal.GetReference(lu);
        ref double x = ref MemoryMarshal.GetReference(b);
        for (int i = 1; i < n; i++)
        {
            Unsafe.Add(ref x, i) -= RowOperations.Dot(ref Unsafe.Add(ref factors, i * n), ref x, i);
        }
        for (int i = n - 1; i >= 0; i--)
        {
            ref double row = ref Unsafe.Add(ref factors, i * n);
            double sum = RowOperations.Dot(ref Unsafe.Add(ref row, i + 1), ref Unsafe.Add(ref x, i + 1), n - i - 1);
            Unsafe.Add(ref x, i) = (Unsafe.Add(ref x, i) - sum) / Unsafe.Add(ref row, i);
        }
    }

    /// <summary>Solves A X = B for several right-hand sides at once.</summary>
    /// <param name="lu">Factors from <see cref="TryFactorise"/>.</param>
    /// <param name="n">Order of the matrix.</param>
    /// <param name="pivots">Row swaps from <see cref="TryFactorise"/>.</param>
    /// <param name="b">Right-hand sides, n x columns, row-major; overwritten by the solutions.</param>
    /// <param name="columns">Count of right-hand sides.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void Solve(ReadOnlySpan<double> lu, int n, ReadOnlySpan<int> pivots, Span<double> b, int columns)
    {
        Require(lu.Length >= n * n && pivots.Length >= n && b.Length >= n * columns, n);
        for (int k = 0; k < n; k++)
        {
            if (pivots[k] != k) { RowOperations.Swap(b.Slice(k * columns, columns), b.Slice(pivots[k] * columns, columns)); }
        }
        ref double x = ref MemoryMarshal.GetReference(b);
        for (int i = 1; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                RowOperations.Subtract(ref Unsafe.Add(ref x, i * columns), lu[i * n + j], ref Unsafe.Add(ref x, j * columns), columns);
            }
        }
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++)
            {
                RowOperations.Subtract(ref Unsafe.Add(ref x, i * columns), lu[i * n + j], ref Unsafe.Add(ref x, j * columns), columns);
            }
            double pivot = lu[i * n + i];
            foreach (ref double value in b.Slice(i * columns, columns)) { value /= pivot; }
        }
    }

    /// <summary>Solves A' x = b, the transposed system.</summary>
    /// <param name="lu">Factors from <see cref="TryFactorise"/>.</param>
    /// <param name="n">Order of the matrix.</param>
    /// <param name="pivots">Row swaps from <see cref="TryFactorise"/>.</param>
    /// <param name="b">Right-hand side, n entries; overwritten by the solution.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void SolveTransposed(ReadOnlySpan<double> lu, int n, ReadOnlySpan<int> pivots, Span<double> b)
    {
        Require(lu.Length >= n * n && pivots.Length >= n && b.Length >= n, n);
        ref double factors = ref MemoryMarshal.GetReference(lu);
        ref double x = ref MemoryMarshal.GetReference(b);
        for (int i = 0; i < n; i++)
        {
            ref double row = ref Unsafe.Add(ref factors, i * n);
            double solved = Unsafe.Add(ref x, i) / Unsafe.Add(ref row, i);
            Unsafe.Add(ref x, i) = solved;
            RowOperations.Subtract(ref Unsafe.Add(ref x, i + 1), solved, ref Unsafe.Add(ref row, i + 1), n - i - 1);
        }
        for (int i = n - 1; i > 0; i--)
        {
            RowOperations.Subtract(ref x, Unsafe.Add(ref x, i), ref Unsafe.Add(ref factors, i * n), i);
        }
        for (int k = n - 1; k >= 0; k--)
        {
            if (pivots[k] != k) { (b[k], b[pivots[k]]) = (b[pivots[k]], b[k]); }
        }
    }

    private static bool Deficient(int column, out int deficientColumn)
    {
        deficientColumn = column;
        return false;
    }

    /// <summary>Brings the largest entry of column k at or below the diagonal to the diagonal; false where none serves.</summary>
    private static bool TakePivot(Span<double> a, int n, int k, Span<int> pivots)
    {
        int pivotRow = k;
        double largest = Math.Abs(a[k * n + k]);
        for (int i = k + 1; i < n; i++)
        {
            double size = Math.Abs(a[i * n + k]);
            if (size > largest)
            {
                largest = size;
                pivotRow = i;
            }
        }
        if (!(largest > 0) || double.IsPositiveInfinity(largest)) { return false; }
        pivots[k] = pivotRow;
        if (pivotRow != k) { RowOperations.Swap(a.Slice(k * n, n), a.Slice(pivotRow * n, n)); }
        return true;
    }

    /// <summary>Turns column k below the diagonal into multipliers and, on request, brings the next column up to date.</summary>
    private static void DivideColumn(ref double a, int n, int k, bool alsoUpdateNext)
    {
        double pivot = Unsafe.Add(ref a, k * n + k);
        double beside = alsoUpdateNext ? Unsafe.Add(ref a, k * n + k + 1) : 0;
        for (int i = k + 1; i < n; i++)
        {
            ref double entry = ref Unsafe.Add(ref a, i * n + k);
            entry /= pivot;
            if (alsoUpdateNext) { Unsafe.Add(ref entry, 1) -= entry * beside; }
        }
    }

    /// <summary>Applies pivots k and k + 1 to the columns after them.</summary>
    private static void UpdateRest(ref double a, int n, int k)
    {
        int tail = n - k - 2;
        ref double first = ref Unsafe.Add(ref a, k * n + k + 2);
        ref double second = ref Unsafe.Add(ref a, (k + 1) * n + k + 2);
        RowOperations.Subtract(ref second, Unsafe.Add(ref a, (k + 1) * n + k), ref first, tail);
        for (int i = k + 2; i < n; i++)
        {
            ref double multipliers = ref Unsafe.Add(ref a, i * n + k);
            RowOperations.Subtract(ref Unsafe.Add(ref multipliers, 2), multipliers, ref first, Unsafe.Add(ref multipliers, 1), ref second, tail);
        }
    }

    private static void Require(bool isLongEnough, int n)
    {
        if (!isLongEnough || n < 0) { throw new ArgumentException($"A span is too short for a system of order {n}."); }
    }
}
