using Plenum.Numerics.Factorization;
using Plenum.Numerics.Sparse;

namespace Plenum.Tests.Numerics;

public class SparseLuTests
{
    private const double UnitRoundoff = 1.1102230246251565e-16;

    private static readonly Gen<SparseCase> AnyMatrix = SparseGenerators.Regular(40);

    [Fact]
    public void Factors_multiply_back_to_the_reordered_matrix() =>
        AnyMatrix.Sample(c =>
        {
            SparseLu lu = Factorised(c);
            var (product, size) = lu.Multiply();
            double[,] a = c.ToDense();
            for (int i = 0; i < c.Order; i++)
            {
                for (int j = 0; j < c.Order; j++)
                {
                    double expected = a[lu.RowOfStep[i], lu.Symbolic.ColumnOrder[j]];
                    Assert.InRange(Math.Abs(product[i, j] - expected), 0, 2 * c.Order * UnitRoundoff * size[i, j]);
                }
            }
        });

    [Fact]
    public void The_reordered_matrix_is_block_upper_triangular() =>
        AnyMatrix.Sample(c =>
        {
            var symbolic = SymbolicLu.Analyse(c.Pattern);
            double[,] a = c.ToDense();
            for (int b = 0; b < symbolic.BlockCount; b++)
            {
                for (int j = symbolic.BlockStarts[b]; j < symbolic.BlockStarts[b + 1]; j++)
                {
                    Assert.NotEqual(0, a[symbolic.RowOrder[j], symbolic.ColumnOrder[j]]);
                    for (int i = symbolic.BlockStarts[b + 1]; i < c.Order; i++) { Assert.Equal(0, a[symbolic.RowOrder[i], symbolic.ColumnOrder[j]]); }
                }
            }
        });

    [Fact]
    public void The_solution_has_a_residual_at_the_level_of_rounding() => AnyMatrix.Sample(c => AssertSmallResidual(c, isTransposed: false));

    [Fact]
    public void The_transposed_solution_has_a_residual_at_the_level_of_rounding() => AnyMatrix.Sample(c => AssertSmallResidual(c, isTransposed: true));

    [Fact]
    public void Refactorising_the_same_values_changes_nothing() =>
        AnyMatrix.Sample(c =>
        {
            SparseLu lu = Factorised(c);
            double[] before = Solution(lu);
            Assert.NotEqual(PivotQuality.Unusable, lu.Refactorise(c.Values));
            return before.SequenceEqual(Solution(lu));
        });

    [Fact]
    public void Refactorising_new_values_solves_the_new_system() =>
        (from c in AnyMatrix from seed in Gen.Int select (c, seed)).Sample((c, seed) =>
        {
            SparseLu lu = Factorised(c);
            var random = new Random(seed);
            double[] values = [.. c.Values.Select(v => v * (0.5 + random.NextDouble()))];
            Assert.NotEqual(PivotQuality.Unusable, lu.Refactorise(values));
            AssertSmallResidual(c with { Values = values }, lu, isTransposed: false);
        });

    [Fact]
    public void A_pivot_that_becomes_tiny_is_called_poor()
    {
        var pattern = SparsePattern.FromEntries(2, 2, [0, 1, 0, 1], [0, 0, 1, 1]);
        Assert.True(SparseLu.TryFactorise(SymbolicLu.Analyse(pattern), [1, 1, 2, 5], out var lu, out _));
        Assert.Equal(PivotQuality.Good, lu.Refactorise([0.5, 1, 2, 5]));
        Assert.Equal(PivotQuality.Poor, lu.Refactorise([1e-9, 1, 2, 5]));
        Assert.Equal(PivotQuality.Unusable, lu.Refactorise([0, 1, 2, 5]));
        Assert.Equal(PivotQuality.Good, lu.Refactorise([0.5, 1, 2, 5]));
    }

    [Fact]
    public void The_diagonal_gives_way_only_when_it_is_small()
    {
        var pattern = SparsePattern.FromEntries(2, 2, [0, 1, 0, 1], [0, 0, 1, 1]);
        var symbolic = SymbolicLu.Analyse(pattern);
        Assert.True(SparseLu.TryFactorise(symbolic, [0.1, 1, 1, 1], out var kept, out _));
        Assert.Equal(symbolic.RowOrder.ToArray(), kept.RowOfStep.ToArray());
        Assert.True(SparseLu.TryFactorise(symbolic, [0.001, 1, 1, 0.001], out var exchanged, out _));
        Assert.NotEqual(symbolic.RowOrder.ToArray(), exchanged.RowOfStep.ToArray());
    }

    [Fact]
    public void A_pattern_with_too_few_columns_names_its_rows()
    {
        // Rows 0, 1 and 2 contain only columns 0 and 1; columns 2 and 3 stand in row 3 alone.
        var pattern = SparsePattern.FromEntries(4, 4, [0, 0, 1, 2, 3, 3, 3], [0, 1, 0, 1, 1, 2, 3]);
        Assert.False(SparseLu.TryFactorise(SymbolicLu.Analyse(pattern), new double[7], out var lu, out var deficiency));
        Assert.Null(lu);
        Assert.Equal(DeficiencyKind.Structural, deficiency.Kind);
        Assert.Equal([0, 1, 2], deficiency.Rows);
        Assert.Equal([2, 3], deficiency.Columns);
    }

    /// <summary>One column is the sum of two others; all entries are nonzero, so that the matrix is one block.</summary>
    [Fact]
    public void Rows_and_columns_that_depend_on_each_other_are_named() =>
        (from n in Gen.Int[6, 25] from seed in Gen.Int select (n, seed)).Sample((n, seed) =>
        {
            var random = new Random(seed);
            int[] pick = [.. Enumerable.Range(0, n)];
            random.Shuffle(pick);
            var a = new double[n, n];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++) { a[i, j] = random.Next(1, 1000); }
            }
            for (int i = 0; i < n; i++) { a[i, pick[0]] = a[i, pick[1]] + a[i, pick[2]]; }
            var c = FromDense(a);
            bool isRegular = SparseLu.TryFactorise(SymbolicLu.Analyse(c.Pattern), c.Values, out _, out var deficiency);
            Assert.False(isRegular);
            Assert.Equal(DeficiencyKind.Numerical, deficiency!.Kind);
            Assert.Equal(pick[..3].Order(), deficiency.Columns);
            Assert.NotEmpty(deficiency.Rows);

            var transposed = FromDense(Transpose(a));
            Assert.False(SparseLu.TryFactorise(SymbolicLu.Analyse(transposed.Pattern), transposed.Values, out _, out deficiency));
            Assert.Equal(pick[..3].Order(), deficiency!.Rows);
        }, iter: 50);

    [Fact]
    public void A_zero_on_the_diagonal_of_a_single_block_names_its_row_and_column()
    {
        var pattern = SparsePattern.FromEntries(3, 3, [0, 1, 1, 2], [0, 0, 1, 2]);
        Assert.False(SparseLu.TryFactorise(SymbolicLu.Analyse(pattern), [1, 1, 0, 1], out _, out var deficiency));
        Assert.Equal([1], deficiency.Rows);
        Assert.Equal([1], deficiency.Columns);
    }

    [Fact]
    public void Values_that_are_not_finite_are_named()
    {
        var pattern = SparsePattern.FromEntries(3, 3, [0, 1, 1, 2], [0, 0, 1, 2]);
        Assert.False(SparseLu.TryFactorise(SymbolicLu.Analyse(pattern), [1, double.NaN, 1, 1], out _, out var deficiency));
        Assert.Equal(DeficiencyKind.NotFinite, deficiency.Kind);
        Assert.Equal([1], deficiency.Rows);
        Assert.Equal([0], deficiency.Columns);
    }

    [Fact]
    public void The_condition_of_a_badly_conditioned_matrix_is_seen()
    {
        // The inverse of [[1, 1], [1, 1 + e]] has norm (2 + e) / e, and so has the matrix without the division.
        const double E = 1e-9;
        var pattern = SparsePattern.FromEntries(2, 2, [0, 1, 0, 1], [0, 0, 1, 1]);
        double[] values = [1, 1, 1, 1 + E];
        Assert.True(SparseLu.TryFactorise(SymbolicLu.Analyse(pattern), values, out var lu, out _));
        Assert.InRange(lu.ReciprocalCondition(values), 0.99 * E / 4, 3 * E / 4);
    }

    [Fact]
    public void Solving_allocates_nothing_and_neither_does_refactorising()
    {
        var c = SparseGenerators.Build(40, new Random(1), density: 3, powers: 0);
        SparseLu lu = Factorised(c);
        var b = new double[c.Order];
        long before = 0;
        for (int round = 0; round < 3; round++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            lu.Refactorise(c.Values);
            lu.Solve(b);
            lu.SolveTransposed(b);
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void An_empty_system_has_an_empty_solution()
    {
        var pattern = SparsePattern.FromEntries(0, 0, [], []);
        Assert.True(SparseLu.TryFactorise(SymbolicLu.Analyse(pattern), [], out var lu, out _));
        lu.Solve([]);
        Assert.Equal(1, lu.ReciprocalCondition([]));
    }

    private static SparseLu Factorised(SparseCase c)
    {
        Assert.True(SparseLu.TryFactorise(SymbolicLu.Analyse(c.Pattern), c.Values, out var lu, out var deficiency), deficiency?.ToString());
        return lu!;
    }

    private static double[] Solution(SparseLu lu)
    {
        double[] b = [.. Enumerable.Range(0, lu.Symbolic.Order).Select(i => Math.Cos(i))];
        lu.Solve(b);
        return b;
    }

    private static void AssertSmallResidual(SparseCase c, bool isTransposed) => AssertSmallResidual(c, Factorised(c), isTransposed);

    /// <summary>The bound is 4 n u |L| |U| |x| (Higham 2002, "Accuracy and Stability of Numerical Algorithms", theorem 9.4).</summary>
    private static void AssertSmallResidual(SparseCase c, SparseLu lu, bool isTransposed)
    {
        int n = c.Order;
        double[] b = [.. Enumerable.Range(0, n).Select(i => Math.Cos(i))];
        double[] x = [.. b];
        var product = new double[n];
        if (isTransposed)
        {
            lu.SolveTransposed(x);
            SparseMatrix.MultiplyTransposed(c.Pattern, c.Values, x, product);
        }
        else
        {
            lu.Solve(x);
            SparseMatrix.Multiply(c.Pattern, c.Values, x, product);
        }
        var (_, size) = lu.Multiply();
        var bound = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                int row = lu.RowOfStep[i], column = lu.Symbolic.ColumnOrder[j];
                if (isTransposed) { bound[column] += size[i, j] * Math.Abs(x[row]); }
                else { bound[row] += size[i, j] * Math.Abs(x[column]); }
            }
        }
        for (int i = 0; i < n; i++) { Assert.InRange(Math.Abs(product[i] - b[i]), 0, 4 * n * UnitRoundoff * (bound[i] + Math.Abs(b[i]))); }
    }

    private static SparseCase FromDense(double[,] a)
    {
        int n = a.GetLength(0);
        var entries = (from j in Enumerable.Range(0, n) from i in Enumerable.Range(0, n) where a[i, j] != 0 select (i, j)).ToArray();
        var pattern = SparsePattern.FromEntries(n, n, [.. entries.Select(e => e.i)], [.. entries.Select(e => e.j)]);
        return new SparseCase(pattern, [.. entries.Select(e => a[e.i, e.j])]);
    }

    private static double[,] Transpose(double[,] a)
    {
        int n = a.GetLength(0);
        var t = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) { t[j, i] = a[i, j]; }
        }
        return t;
    }
}
