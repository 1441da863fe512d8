namespace Plenum.Numerics.Dense;

public static partial class DenseLu
{
    /// <summary>The largest column sum of absolute values of a matrix, n x n, row-major.</summary>
    public static double OneNorm(ReadOnlySpan<double> a, int n)
    {
        Require(a.Length >= n * n, n);
        double largest = 0;
        for (int j = 0; j < n; j++)
        {
            double sum = 0;
            for (int i = 0; i < n; i++) { sum += Math.Abs(a[i * n + j]); }
            largest = Math.Max(largest, sum);
        }
        return largest;
    }

    /// <summary>Estimates 1 / (norm of A * norm of its inverse), in the 1-norm: near 1 is well conditioned, near 1e-16 is singular to rounding.</summary>
    /// <param name="lu">Factors from <see cref="TryFactorise"/>.</param>
    /// <param name="n">Order of the matrix.</param>
    /// <param name="pivots">Row swaps from <see cref="TryFactorise"/>.</param>
    /// <param name="oneNorm"><see cref="OneNorm"/> of the matrix before it was factorised.</param>
    /// <remarks>Source: N. Higham (1988), "FORTRAN codes for estimating the one-norm", ACM TOMS 14(4). Cost: up to eleven solves; allocates a copy of the factors.</remarks>
    public static double ReciprocalCondition(ReadOnlySpan<double> lu, int n, ReadOnlySpan<int> pivots, double oneNorm)
    {
        Require(lu.Length >= n * n && pivots.Length >= n, n);
        double[] factors = lu[..(n * n)].ToArray();
        int[] swaps = pivots[..n].ToArray();
        double inverseNorm = OneNormEstimate.OfInverse(n, b => Solve(factors, n, swaps, b), b => SolveTransposed(factors, n, swaps, b));
        double product = oneNorm * inverseNorm;
        return product > 0 && double.IsFinite(product) ? 1 / product : n == 0 ? 1 : 0;
    }
}
