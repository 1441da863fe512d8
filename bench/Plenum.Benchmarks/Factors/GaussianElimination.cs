namespace Plenum.Benchmarks.Factors;

/// <summary>Gaussian elimination as textbooks print it.</summary>
/// <remarks>Source: G. Golub and C. Van Loan (2013), "Matrix Computations", 4th ed., algorithm 3.4.1.</remarks>
internal static class GaussianElimination
{
    /// <summary>Solves A x = b; <paramref name="a"/> (n x n, row-major) is overwritten by its factors, <paramref name="b"/> by the solution.</summary>
    public static void Solve(double[] a, int n, double[] b)
    {
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
            {
                if (Math.Abs(a[(i * n) + k]) > Math.Abs(a[(pivot * n) + k])) { pivot = i; }
            }

            if (pivot != k)
            {
                for (int j = 0; j < n; j++) { (a[(k * n) + j], a[(pivot * n) + j]) = (a[(pivot * n) + j], a[(k * n) + j]); }
                (b[k], b[pivot]) = (b[pivot], b[k]);
            }

            for (int i = k + 1; i < n; i++)
            {
                double multiplier = a[(i * n) + k] / a[(k * n) + k];
                a[(i * n) + k] = multiplier;
                for (int j = k + 1; j < n; j++) { a[(i * n) + j] -= multiplier * a[(k * n) + j]; }
                b[i] -= multiplier * b[k];
            }
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++) { b[i] -= a[(i * n) + j] * b[j]; }
            b[i] /= a[(i * n) + i];
        }
    }
}
