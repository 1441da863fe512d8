using Plenum.Numerics.Sparse;

namespace Plenum.Tests.Numerics;

/// <summary>A sparse matrix for properties.</summary>
/// <param name="Pattern">Its pattern.</param>
/// <param name="Values">Its values.</param>
internal sealed record SparseCase(SparsePattern Pattern, double[] Values)
{
    public int Order => Pattern.ColumnCount;

    /// <summary>The matrix as a table, for comparison.</summary>
    public double[,] ToDense()
    {
        var a = new double[Pattern.RowCount, Pattern.ColumnCount];
        for (int j = 0; j < Pattern.ColumnCount; j++)
        {
            for (int p = Pattern.Starts[j]; p < Pattern.Starts[j + 1]; p++) { a[Pattern.Rows[p], j] = Values[p]; }
        }
        return a;
    }
}

/// <summary>Random sparse matrices.</summary>
internal static class SparseGenerators
{
    /// <summary>
    /// Square matrices with a hidden full diagonal, so that the pattern is not deficient, a few entries more in each column,
    /// and rows and columns that may differ in size by many powers of ten.
    /// </summary>
    public static Gen<SparseCase> Regular(int most) =>
        from n in Gen.Int[1, most]
        from seed in Gen.Int
        from density in Gen.Double[0, 4]
        from powers in Gen.Int[0, 6]
        select Build(n, new Random(seed), density, powers);

    /// <summary>One such matrix with about <paramref name="density"/> entries a column besides the hidden diagonal.</summary>
    public static SparseCase Build(int n, Random random, double density, int powers)
    {
        int[] hidden = [.. Enumerable.Range(0, n)];
        random.Shuffle(hidden);
        int extra = (int)(density * n);
        int[] rows = [.. hidden, .. Enumerable.Range(0, extra).Select(_ => random.Next(n))];
        int[] columns = [.. Enumerable.Range(0, n), .. Enumerable.Range(0, extra).Select(_ => random.Next(n))];
        var pattern = SparsePattern.FromEntries(n, n, rows, columns);
        return new SparseCase(pattern, Values(pattern, random, powers));
    }

    /// <summary>Irregular values for a pattern.</summary>
    public static double[] Values(SparsePattern pattern, Random random, int powers)
    {
        double[] rowSize = [.. Enumerable.Range(0, pattern.RowCount).Select(_ => Math.Pow(10, random.Next(-powers, powers + 1)))];
        var values = new double[pattern.EntryCount];
        for (int j = 0; j < pattern.ColumnCount; j++)
        {
            double columnSize = Math.Pow(10, random.Next(-powers, powers + 1));
            for (int p = pattern.Starts[j]; p < pattern.Starts[j + 1]; p++)
            {
                values[p] = (2 * random.NextDouble() - 1) * rowSize[pattern.Rows[p]] * columnSize;
            }
        }
        return values;
    }
}
