namespace Plenum.Numerics.Sparse;

/// <summary>Products and norms of a matrix given as a pattern and its values, in the order of <see cref="SparsePattern.Rows"/>.</summary>
public static class SparseMatrix
{
    /// <summary>product = A x.</summary>
    /// <param name="pattern">Pattern of A.</param>
    /// <param name="values">Values of A.</param>
    /// <param name="x">One number for each column.</param>
    /// <param name="product">Receives one number for each row.</param>
    public static void Multiply(SparsePattern pattern, ReadOnlySpan<double> values, ReadOnlySpan<double> x, Span<double> product)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        product[..pattern.RowCount].Clear();
        for (int j = 0; j < pattern.ColumnCount; j++)
        {
            for (int p = pattern.Starts[j]; p < pattern.Starts[j + 1]; p++) { product[pattern.Rows[p]] += values[p] * x[j]; }
        }
    }

    /// <summary>product = A' x.</summary>
    /// <param name="pattern">Pattern of A.</param>
    /// <param name="values">Values of A.</param>
    /// <param name="x">One number for each row.</param>
    /// <param name="product">Receives one number for each column.</param>
    public static void MultiplyTransposed(SparsePattern pattern, ReadOnlySpan<double> values, ReadOnlySpan<double> x, Span<double> product)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        for (int j = 0; j < pattern.ColumnCount; j++)
        {
            double sum = 0;
            for (int p = pattern.Starts[j]; p < pattern.Starts[j + 1]; p++) { sum += values[p] * x[pattern.Rows[p]]; }
            product[j] = sum;
        }
    }

    /// <summary>The largest column sum of absolute values.</summary>
    public static double OneNorm(SparsePattern pattern, ReadOnlySpan<double> values)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        double largest = 0;
        for (int j = 0; j < pattern.ColumnCount; j++)
        {
            double sum = 0;
            foreach (double value in values[pattern.Starts[j]..pattern.Starts[j + 1]]) { sum += Math.Abs(value); }
            largest = Math.Max(largest, sum);
        }
        return largest;
    }
}
