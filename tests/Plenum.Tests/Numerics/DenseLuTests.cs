using Plenum.Numerics.Dense;

namespace Plenum.Tests.Numerics;

public class DenseLuTests
{
    private const double UnitRoundoff = 1.1102230246251565e-16;

    /// <summary>Square matrices whose rows and columns may differ in size by many powers of ten.</summary>
    private static readonly Gen<(int N, double[] A)> AnyMatrix =
        from n in Gen.Int[1, 40]
        from entries in Entries(n * n)
        from rowPowers in Gen.Int[-8, 8].Array[n]
        from columnPowers in Gen.Int[-8, 8].Array[n]
        select (n, entries.Select((value, k) => value * Math.Pow(10, rowPowers[k / n] + columnPowers[k % n])).ToArray());

    /// <summary>Irregular numbers between -1 and 1, so that a singular matrix does not come up by chance.</summary>
    private static Gen<double[]> Entries(int count) =>
        Gen.Int.Select(seed =>
        {
            var random = new Random(seed);
            return Enumerable.Range(0, count).Select(_ => 2 * random.NextDouble() - 1).ToArray();
        });

    [Fact]
    public void Factors_multiply_back_to_the_permuted_matrix() =>
        AnyMatrix.Sample((n, a) =>
        {
            var lu = a.ToArray();
            var pivots = new int[n];
            Assert.True(DenseLu.TryFactorise(lu, n, pivots, out int deficient));
            Assert.Equal(-1, deficient);
            int[] rows = RowOrder(pivots);
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    double product = 0, size = 0;
                    for (int k = 0; k <= Math.Min(i, j); k++)
                    {
                        double term = (k == i ? 1 : lu[i * n + k]) * lu[k * n + j];
                        product += term;
                        size += Math.Abs(term);
                    }
                    Assert.InRange(Math.Abs(product - a[rows[i] * n + j]), 0, 2 * n * UnitRoundoff * size);
                }
            }
        });

    [Fact]
    public void Multipliers_do_not_exceed_one() =>
        AnyMatrix.Sample((n, a) =>
        {
            var lu = a.ToArray();
            DenseLu.TryFactorise(lu, n, new int[n], out _);
            return Enumerable.Range(0, n * n).All(k => k % n >= k / n || Math.Abs(lu[k]) <= 1);
        });

    [Fact]
    public void The_solution_has_a_residual_at_the_level_of_rounding() =>
        AnyMatrix.Sample((n, a) => AssertSmallResidual(n, a, isTransposed: false));

    [Fact]
    public void The_transposed_solution_has_a_residual_at_the_level_of_rounding() =>
        AnyMatrix.Sample((n, a) => AssertSmallResidual(n, a, isTransposed: true));

    [Fact]
    public void Many_right_hand_sides_give_what_single_ones_give() =>
        Gen.Select(AnyMatrix, Gen.Int[1, 9]).Sample((matrix, columns) =>
        {
            var (n, lu, pivots) = Factorised(matrix.N, matrix.A);
            double[] b = [.. Enumerable.Range(0, n * columns).Select(k => Math.Sin(k + 1.0))];
            double[] together = [.. b];
            DenseLu.Solve(lu, n, pivots, together, columns);
            for (int c = 0; c < columns; c++)
            {
                double[] single = [.. Enumerable.Range(0, n).Select(i => b[i * columns + c])];
                DenseLu.Solve(lu, n, pivots, single);
                double size = single.Max(Math.Abs);
                double reciprocal = DenseLu.ReciprocalCondition(lu, n, pivots, DenseLu.OneNorm(matrix.A, n));
                for (int i = 0; i < n; i++)
                {
                    Assert.InRange(Math.Abs(single[i] - together[i * columns + c]), 0, 100 * n * n * UnitRoundoff * size / reciprocal);
                }
            }
        });

    [Fact]
    public void A_dependent_column_is_named()
    {
        // Column 2 is column 0 plus column 1; whole numbers keep elimination exact.
        double[] a = [4, 2, 6, 1, 2, 3, 5, 1, 1, 1, 2, 5, 0, 2, 2, 7];
        Assert.False(DenseLu.TryFactorise(a, 4, new int[4], out int deficient));
        Assert.Equal(2, deficient);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_that_is_not_finite_is_refused(double value) =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 143]).Sample((n, place) =>
        {
            double[] a = [.. Enumerable.Range(0, n * n).Select(k => Math.Cos(3.0 * k) + (k % (n + 1) == 0 ? 3 : 0))];
            a[place % (n * n)] = value;
            return !DenseLu.TryFactorise(a, n, new int[n], out _);
        });

    [Fact]
    public void The_condition_estimate_lies_near_the_true_condition() =>
        (from n in Gen.Int[1, 12] from a in Entries(n * n) select (n, a)).Sample((n, a) =>
        {
            var (_, lu, pivots) = Factorised(n, a);
            double inverseNorm = 0;
            for (int j = 0; j < n; j++)
            {
                var column = new double[n];
                column[j] = 1;
                DenseLu.Solve(lu, n, pivots, column);
                inverseNorm = Math.Max(inverseNorm, column.Sum(Math.Abs));
            }
            double norm = DenseLu.OneNorm(a, n);
            double truth = 1 / (norm * inverseNorm);
            // The estimate is a lower bound of the condition, so its reciprocal is an upper bound; Higham reports factors below 3.
            Assert.InRange(DenseLu.ReciprocalCondition(lu, n, pivots, norm), truth * (1 - 1e-10), truth * 10);
        });

    [Fact]
    public void Factorising_and_solving_allocate_nothing()
    {
        const int N = 30;
        double[] a = [.. Enumerable.Range(0, N * N).Select(k => Math.Sin(k * k))];
        var lu = new double[N * N];
        var b = new double[N * 2];
        var pivots = new int[N];
        long before = 0;
        for (int round = 0; round < 3; round++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            a.CopyTo(lu, 0);
            DenseLu.TryFactorise(lu, N, pivots, out _);
            DenseLu.Solve(lu, N, pivots, b);
            DenseLu.SolveTransposed(lu, N, pivots, b);
            DenseLu.Solve(lu, N, pivots, b, 2);
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void AssertSmallResidual(int n, double[] a, bool isTransposed)
    {
        var (_, lu, pivots) = Factorised(n, a);
        double[] b = [.. Enumerable.Range(0, n).Select(i => Math.Cos(i))];
        double[] x = [.. b];
        if (isTransposed) { DenseLu.SolveTransposed(lu, n, pivots, x); }
        else { DenseLu.Solve(lu, n, pivots, x); }
        double[] bound = ResidualBound(n, lu, pivots, x, isTransposed);
        for (int i = 0; i < n; i++)
        {
            double residual = b[i];
            for (int j = 0; j < n; j++) { residual -= a[isTransposed ? j * n + i : i * n + j] * x[j]; }
            Assert.InRange(Math.Abs(residual), 0, bound[i]);
        }
    }

    /// <summary>4 n u |L| |U| |x|, or its transpose (Higham 2002, "Accuracy and Stability of Numerical Algorithms", theorem 9.4), by original row.</summary>
    private static double[] ResidualBound(int n, double[] lu, int[] pivots, double[] x, bool isTransposed)
    {
        int[] rows = RowOrder(pivots);
        var bound = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double size = 0;
                for (int k = 0; k <= Math.Min(i, j); k++) { size += Math.Abs((k == i ? 1 : lu[i * n + k]) * lu[k * n + j]); }
                if (isTransposed) { bound[j] += size * Math.Abs(x[rows[i]]); }
                else { bound[rows[i]] += size * Math.Abs(x[j]); }
            }
        }
        return [.. bound.Select(size => 4 * n * UnitRoundoff * size)];
    }

    private static (int N, double[] Lu, int[] Pivots) Factorised(int n, double[] a)
    {
        var lu = a.ToArray();
        var pivots = new int[n];
        Assert.True(DenseLu.TryFactorise(lu, n, pivots, out _));
        return (n, lu, pivots);
    }

    private static int[] RowOrder(int[] pivots)
    {
        int[] rows = [.. Enumerable.Range(0, pivots.Length)];
        for (int k = 0; k < pivots.Length; k++) { (rows[k], rows[pivots[k]]) = (rows[pivots[k]], rows[k]); }
        return rows;
    }
}
