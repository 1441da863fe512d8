using Plenum.Numerics.Factorization;
using Plenum.Numerics.Sparse;

namespace Plenum.Tests.Numerics;

/// <summary>Multiplies sparse factors out, for comparison with the matrix.</summary>
internal static class SparseFactors
{
    /// <summary>The product of the factors by pivot step and analysed column, and the sum of absolute values of its terms.</summary>
    public static (double[,] Product, double[,] Size) Multiply(this SparseLu lu)
    {
        int n = lu.Symbolic.Order;
        var product = new double[n, n];
        var size = new double[n, n];
        for (int j = 0; j < n; j++)
        {
            Add(lu.AboveColumn(j), 1, j);
            var upper = lu.UpperColumn(j);
            for (int p = 0; p < upper.Rows.Length; p++) { AddLower(upper.Rows[p], upper.Values[p], j); }
            AddLower(j, lu.Pivots[j], j);
        }
        return (product, size);

        void AddLower(int step, double factor, int column)
        {
            product[step, column] += factor;
            size[step, column] += Math.Abs(factor);
            Add(lu.LowerColumn(step), factor, column);
        }

        void Add(SparseColumn entries, double factor, int column)
        {
            for (int p = 0; p < entries.Rows.Length; p++)
            {
                product[entries.Rows[p], column] += entries.Values[p] * factor;
                size[entries.Rows[p], column] += Math.Abs(entries.Values[p] * factor);
            }
        }
    }
}
