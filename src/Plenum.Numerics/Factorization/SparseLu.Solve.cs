using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Plenum.Numerics.Dense;
using Plenum.Numerics.Sparse;

namespace Plenum.Numerics.Factorization;

public sealed partial class SparseLu
{
    /// <summary>Solves A x = b without allocation.</summary>
    /// <param name="b">Right-hand side by row; overwritten by the solution, by column.</param>
    /// <exception cref="ArgumentException"><paramref name="b"/> has not one entry for each row.</exception>
    public void Solve(Span<double> b)
    {
        RequireOrder(b);
        var x = _work.AsSpan();
        for (int k = 0; k < x.Length; k++) { x[k] = b[_structure.RowOfStep[k]]; }
        for (int block = _symbolic.BlockCount - 1; block >= 0; block--)
        {
            int begin = _symbolic.BlockStarts[block];
            int end = _symbolic.BlockStarts[block + 1];
            for (int k = begin; k < end - 1; k++) { SubtractColumn(x, x[k], _lower, _structure.LowerStarts, _structure.LowerRows, k); }
            for (int k = end - 1; k >= begin; k--)
            {
                x[k] /= _diagonal[k];
                SubtractColumn(x, x[k], _upper, _structure.UpperStarts, _structure.UpperRows, k);
                SubtractColumn(x, x[k], _above, _structure.Above.Starts, _structure.Above.Rows, k);
            }
        }
        for (int k = 0; k < x.Length; k++) { b[_symbolic.ColumnOrder[k]] = x[k]; }
        x.Clear();
    }

    /// <summary>Solves A' x = b, the transposed system, without allocation.</summary>
    /// <param name="b">Right-hand side by column; overwritten by the solution, by row.</param>
    /// <exception cref="ArgumentException"><paramref name="b"/> has not one entry for each column.</exception>
    public void SolveTransposed(Span<double> b)
    {
        RequireOrder(b);
        var x = _work.AsSpan();
        for (int k = 0; k < x.Length; k++) { x[k] = b[_symbolic.ColumnOrder[k]]; }
        for (int block = 0; block < _symbolic.BlockCount; block++)
        {
            int begin = _symbolic.BlockStarts[block];
            int end = _symbolic.BlockStarts[block + 1];
            for (int k = begin; k < end; k++)
            {
                double sum = DotColumn(x, _above, _structure.Above.Starts, _structure.Above.Rows, k)
                    + DotColumn(x, _upper, _structure.UpperStarts, _structure.UpperRows, k);
                x[k] = (x[k] - sum) / _diagonal[k];
            }
            for (int k = end - 2; k >= begin; k--) { x[k] -= DotColumn(x, _lower, _structure.LowerStarts, _structure.LowerRows, k); }
        }
        for (int k = 0; k < x.Length; k++) { b[_structure.RowOfStep[k]] = x[k]; }
        x.Clear();
    }

    /// <summary>Estimates 1 / (norm of A * norm of its inverse), in the 1-norm: near 1 is well conditioned, near 1e-16 is singular to rounding.</summary>
    /// <param name="values">The values last factorised.</param>
    /// <exception cref="ArgumentException">There is not one value for each entry.</exception>
    /// <remarks>Source: N. Higham (1988), "FORTRAN codes for estimating the one-norm", ACM TOMS 14(4). Cost: up to eleven solves.</remarks>
    public double ReciprocalCondition(ReadOnlySpan<double> values)
    {
        RequireValues(_symbolic, values);
        if (_diagonal.Length == 0) { return 1; }
        double product = SparseMatrix.OneNorm(_symbolic.Pattern, values) * OneNormEstimate.OfInverse(_diagonal.Length, Solve, SolveTransposed);
        return product > 0 && double.IsFinite(product) ? 1 / product : 0;
    }

    /// <summary>x -= factor * column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SubtractColumn(Span<double> x, double factor, double[] values, int[] starts, int[] rows, int column)
    {
        if (factor == 0) { return; }
        ref double target = ref MemoryMarshal.GetReference(x);
        ref double value = ref MemoryMarshal.GetArrayDataReference(values);
        ref int row = ref MemoryMarshal.GetArrayDataReference(rows);
        int end = starts[column + 1];
        for (int p = starts[column]; p < end; p++) { Unsafe.Add(ref target, Unsafe.Add(ref row, p)) -= Unsafe.Add(ref value, p) * factor; }
    }

    /// <summary>The inner product of x and a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double DotColumn(ReadOnlySpan<double> x, double[] values, int[] starts, int[] rows, int column)
    {
        ref double source = ref MemoryMarshal.GetReference(x);
        ref double value = ref MemoryMarshal.GetArrayDataReference(values);
        ref int row = ref MemoryMarshal.GetArrayDataReference(rows);
        double sum = 0;
        int end = starts[column + 1];
        for (int p = starts[column]; p < end; p++) { sum += Unsafe.Add(ref source, Unsafe.Add(ref row, p)) * Unsafe.Add(ref value, p); }
        return sum;
    }

    private void RequireOrder(ReadOnlySpan<double> b)
    {
        if (b.Length != _diagonal.Length) { throw new ArgumentException($"The system has order {_diagonal.Length} but the right-hand side {b.Length} entries.", nameof(b)); }
    }
}
