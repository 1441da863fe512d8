namespace Plenum.Series.Conversion;

/// <summary>Small dense linear systems.</summary>
internal static class DenseSystem
{
    /// <summary>Solves <c>A x = b</c> by Gaussian elimination with partial pivoting; false where <c>A</c> is singular to working precision.</summary>
    /// <param name="a">Row-major square matrix; destroyed.</param>
    /// <param name="b">The right-hand side; becomes the solution.</param>
    /// <remarks>Source: G. Golub and C. Van Loan (2013), "Matrix Computations", 4th edition, algorithm 3.4.1. Cost: cubic.</remarks>
    public static bool TrySolve(double[][] a, double[] b)
    {
        int n = b.Length;
        double scale = a.Max(row => row.Max(Math.Abs));
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
            {
                if (Math.Abs(a[i][k]) > Math.Abs(a[pivot][k])) { pivot = i; }
            }

            if (Math.Abs(a[pivot][k]) <= 1e-14 * scale) { return false; }
            (a[k], a[pivot]) = (a[pivot], a[k]);
            (b[k], b[pivot]) = (b[pivot], b[k]);
            for (int i = k + 1; i < n; i++)
            {
                if (a[i][k] == 0) { continue; }
                double factor = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) { a[i][j] -= factor * a[k][j]; }
                b[i] -= factor * b[k];
            }
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++) { b[i] -= a[i][j] * b[j]; }
            b[i] /= a[i][i];
        }

        return true;
    }

    /// <summary>The lower Cholesky factor of a symmetric positive definite matrix, in place of its lower triangle; false where it is not positive definite.</summary>
    /// <remarks>Source: G. Golub and C. Van Loan (2013), "Matrix Computations", 4th edition, section 4.2.</remarks>
    public static bool TryCholesky(double[][] a)
    {
        for (int j = 0; j < a.Length; j++)
        {
            for (int i = j; i < a.Length; i++)
            {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) { sum -= a[i][k] * a[j][k]; }
                if (i > j) { a[i][j] = sum / a[j][j]; }
                else if (sum > 1e-14 * Math.Abs(a[j][j])) { a[j][j] = Math.Sqrt(sum); }
                else { return false; }
            }
        }

        return true;
    }

    /// <summary>Solves <c>L y = b</c> in place, forward.</summary>
    public static void Forward(double[][] l, double[] b)
    {
        for (int i = 0; i < b.Length; i++)
        {
            for (int j = 0; j < i; j++) { b[i] -= l[i][j] * b[j]; }
            b[i] /= l[i][i];
        }
    }

    /// <summary>Solves <c>L' x = b</c> in place, backward.</summary>
    public static void Backward(double[][] l, double[] b)
    {
        for (int i = b.Length - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < b.Length; j++) { b[i] -= l[j][i] * b[j]; }
            b[i] /= l[i][i];
        }
    }
}
