using Plenum.Numerics.LeastSquares;

namespace Plenum.Tests.Numerics;

public class HouseholderQrTests
{
    /// <summary>Tall matrices whose columns may differ in size by many powers of ten, and observations.</summary>
    private static readonly Gen<(int Rows, int Columns, double[] A, double[] B)> Cases =
        from columns in Gen.Int[1, 8]
        from more in Gen.Int[0, 30]
        from seed in Gen.Int
        select Build(columns + more, columns, new Random(seed));

    [Fact]
    public void Residuals_are_orthogonal_to_every_column() =>
        Cases.Sample((rows, columns, a, b) =>
        {
            var fit = HouseholderQr.Factorise(a, rows, columns).Solve(b);
            double[] residual = Residual(rows, columns, a, b, fit.Coefficients);
            double size = Math.Sqrt(b.Sum(x => x * x));
            for (int j = 0; j < columns; j++)
            {
                double[] column = [.. Enumerable.Range(0, rows).Select(i => a[i * columns + j])];
                double length = Math.Sqrt(column.Sum(x => x * x));
                Assert.InRange(Math.Abs(column.Zip(residual, (x, y) => x * y).Sum()), 0, 1e-13 * length * (size + Scale(rows, columns, a, fit.Coefficients)));
            }
        });

    [Fact]
    public void The_sum_of_squares_splits_into_fit_and_residual() =>
        Cases.Sample((rows, columns, a, b) =>
        {
            var fit = HouseholderQr.Factorise(a, rows, columns).Solve(b);
            double total = b.Sum(x => x * x);
            return Math.Abs(fit.RotatedObservations.Sum(x => x * x) + fit.ResidualSumOfSquares - total) <= 1e-12 * total;
        });

    [Fact]
    public void The_triangle_has_the_same_cross_products_as_the_matrix() =>
        Cases.Sample((rows, columns, a, _) =>
        {
            var qr = HouseholderQr.Factorise(a, rows, columns);
            for (int j = 0; j < columns; j++)
            {
                for (int k = 0; k < columns; k++)
                {
                    double expected = 0, size = 0, found = 0;
                    for (int i = 0; i < rows; i++)
                    {
                        double term = a[i * columns + qr.ColumnOrder[j]] * a[i * columns + qr.ColumnOrder[k]];
                        expected += term;
                        size += Math.Abs(term);
                    }
                    for (int i = 0; i < columns; i++) { found += qr.R[i * columns + j] * qr.R[i * columns + k]; }
                    double lengths = Math.Sqrt(Enumerable.Range(0, columns).Sum(i => qr.R[i * columns + j] * qr.R[i * columns + j]))
                        * Math.Sqrt(Enumerable.Range(0, columns).Sum(i => qr.R[i * columns + k] * qr.R[i * columns + k]));
                    Assert.InRange(Math.Abs(found - expected), 0, 1e-13 * (size + lengths));
                }
            }
        });

    [Fact]
    public void A_dependent_column_is_left_out_and_the_fit_stays_the_best() =>
        Cases.Where(c => c.Columns >= 3 && c.Rows > c.Columns).Sample((rows, columns, a, b) =>
        {
            double[] dependent = [.. a];
            for (int i = 0; i < rows; i++) { dependent[i * columns + 2] = 3 * a[i * columns] - a[i * columns + 1]; }
            var qr = HouseholderQr.Factorise(dependent, rows, columns, tolerance: 1e-11);
            Assert.Equal(columns - 1, qr.Rank);
            Assert.InRange(qr.ColumnOrder[columns - 1], 0, 2);
            Assert.Equal(0, qr.Solve(b).Coefficients[qr.ColumnOrder[columns - 1]]);
        });

    /// <summary>
    /// Anscombe (1973), "Graphs in statistical analysis", The American Statistician 27(1), set I: y = 3.00 + 0.500 x, residual sum of squares 13.75.
    /// </summary>
    [Fact]
    public void Anscombes_first_set_has_its_published_line()
    {
        double[] x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
        double[] y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
        var fit = HouseholderQr.Factorise([.. x.SelectMany(value => new[] { 1, value })], x.Length, 2).Solve(y);
        Assert.Equal(3.00, fit.Coefficients[0], 0.005);
        Assert.Equal(0.500, fit.Coefficients[1], 0.0005);
        Assert.Equal(13.75, fit.ResidualSumOfSquares, 0.05);
    }

    private static (int Rows, int Columns, double[] A, double[] B) Build(int rows, int columns, Random random)
    {
        double[] size = [.. Enumerable.Range(0, columns).Select(_ => Math.Pow(10, random.Next(-6, 7)))];
        return (rows, columns, [.. Enumerable.Range(0, rows * columns).Select(k => (2 * random.NextDouble() - 1) * size[k % columns])], [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())]);
    }

    private static double[] Residual(int rows, int columns, double[] a, double[] b, IReadOnlyList<double> x) =>
        [.. Enumerable.Range(0, rows).Select(i => b[i] - Enumerable.Range(0, columns).Sum(j => a[i * columns + j] * x[j]))];

    private static double Scale(int rows, int columns, double[] a, IReadOnlyList<double> x) =>
        Enumerable.Range(0, rows * columns).Max(k => Math.Abs(a[k] * x[k % columns])) * rows;
}
