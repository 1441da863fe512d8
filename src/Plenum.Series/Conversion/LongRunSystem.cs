namespace Plenum.Series.Conversion;

/// <summary>The regression of <see cref="ChowLin"/> in the long periods, for a given autoregressive coefficient.</summary>
/// <remarks>
/// Legend: V is the covariance of the short-period errors up to scale, C sums up to long periods, L L' = C V C', X the regressors, y the known values.
/// Generalised least squares is ordinary least squares of L^-1 y on L^-1 C X, solved by Gram-Schmidt orthogonalisation.
/// </remarks>
internal sealed class LongRunSystem(Benchmarks benchmarks, double[][] regressors)
{
    /// <summary>A residual this small against y means that the regression holds exactly, and the likelihood has no maximum.</summary>
    private const double ExactFit = 1e-12;

    private readonly double[][] _summedRegressors = [.. regressors.Select(x => SumUp(benchmarks, x))];

    public Benchmarks Benchmarks => benchmarks;

    public int Observations => benchmarks.Value.Length;

    /// <summary>Estimates for one autoregressive coefficient; null where the regressors are collinear.</summary>
    public Estimates? Fit(double rho)
    {
        double[] powers = [.. Enumerable.Range(0, benchmarks.Count).Select(distance => Math.Pow(rho, distance) / (1 - (rho * rho)))];
        double[][] covariance = LongCovariance(powers);
        if (!DenseSystem.TryCholesky(covariance)) { return null; }
        double[] y = [.. benchmarks.Value];
        DenseSystem.Forward(covariance, y);
        double[][] q = [.. _summedRegressors.Select(x => (double[])x.Clone())];
        foreach (double[] column in q) { DenseSystem.Forward(covariance, column); }

        if (LeastSquares(q, y) is not { } squares) { return null; }
        int n = Observations;
        int k = regressors.Length;
        double rss = Dot(squares.Residual, squares.Residual);
        double logDeterminant = covariance.Select((row, i) => 2 * Math.Log(row[i])).Sum();
        double likelihood = rss <= ExactFit * ExactFit * Dot(y, y) ? double.PositiveInfinity : -0.5 * ((n * (Math.Log(2 * Math.PI * rss / n) + 1)) + logDeterminant);
        double variance = n > k ? rss / (n - k) : double.NaN;
        double[] errors = [.. squares.InverseDiagonal.Select(d => Math.Sqrt(variance * d))];

        double[] weights = squares.Residual;
        DenseSystem.Backward(covariance, weights);
        return new Estimates(squares.Coefficients, errors, likelihood, Path(powers, squares.Coefficients, weights));
    }

    /// <summary>The regression path plus <c>V C' (C V C')^-1 u</c>, the residuals spread over the short periods.</summary>
    private double[] Path(double[] powers, double[] coefficients, double[] weights)
    {
        var path = new double[benchmarks.Count];
        for (int t = 0; t < path.Length; t++)
        {
            for (int i = 0; i < coefficients.Length; i++) { path[t] += coefficients[i] * regressors[i][t]; }
            for (int j = 0; j < weights.Length; j++) { path[t] += CrossCovariance(powers, t, j) * weights[j]; }
        }

        return path;
    }

    private double[][] LongCovariance(double[] powers)
    {
        int n = Observations;
        double[][] covariance = [.. Enumerable.Range(0, n).Select(_ => new double[n])];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                for (int k = 0; k < benchmarks.Ratio; k++)
                {
                    if (benchmarks.Weight(k) != 0) { covariance[i][j] += benchmarks.Weight(k) * CrossCovariance(powers, benchmarks.First[i] + k, j); }
                }
            }
        }

        return covariance;
    }

    /// <summary>The covariance of short period t with long period j: rho to the distance, over 1 - rho squared.</summary>
    private double CrossCovariance(double[] powers, int t, int j)
    {
        double sum = 0;
        for (int k = 0; k < benchmarks.Ratio; k++)
        {
            if (benchmarks.Weight(k) != 0) { sum += benchmarks.Weight(k) * powers[Math.Abs(t - benchmarks.First[j] - k)]; }
        }

        return sum;
    }

    /// <summary>Modified Gram-Schmidt with one repetition; the columns become orthonormal.</summary>
    /// <remarks>Source: Å. Björck (1996), "Numerical Methods for Least Squares Problems", section 2.4.</remarks>
    private static Squares? LeastSquares(double[][] q, double[] y)
    {
        int k = q.Length;
        double[][] r = [.. Enumerable.Range(0, k).Select(_ => new double[k])];
        var projected = new double[k];
        double[] residual = [.. y];
        for (int j = 0; j < k; j++)
        {
            double before = Math.Sqrt(Dot(q[j], q[j]));
            for (int pass = 0; pass < 2; pass++)
            {
                for (int i = 0; i < j; i++) { r[i][j] += TakeOut(q[i], q[j]); }
            }

            r[j][j] = Math.Sqrt(Dot(q[j], q[j]));
            if (r[j][j] <= 1e-12 * before || r[j][j] == 0) { return null; }
            for (int t = 0; t < q[j].Length; t++) { q[j][t] /= r[j][j]; }
        }

        for (int pass = 0; pass < 2; pass++)
        {
            for (int j = 0; j < k; j++) { projected[j] += TakeOut(q[j], residual); }
        }

        double[] coefficients = SolveUpper(r, projected);
        var inverseDiagonal = new double[k];
        for (int j = 0; j < k; j++)
        {
            double[] column = SolveUpper(r, [.. Enumerable.Range(0, k).Select(i => i == j ? 1.0 : 0.0)]);
            for (int i = 0; i < k; i++) { inverseDiagonal[i] += column[i] * column[i]; }
        }

        return new Squares(coefficients, inverseDiagonal, residual);
    }

    private static double TakeOut(double[] direction, double[] from)
    {
        double size = Dot(direction, from);
        for (int t = 0; t < from.Length; t++) { from[t] -= size * direction[t]; }
        return size;
    }

    private static double[] SolveUpper(double[][] r, double[] b)
    {
        double[] x = [.. b];
        for (int i = x.Length - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < x.Length; j++) { x[i] -= r[i][j] * x[j]; }
            x[i] /= r[i][i];
        }

        return x;
    }

    private static double[] SumUp(Benchmarks benchmarks, double[] x) => [.. Enumerable.Range(0, benchmarks.Value.Length).Select(j => benchmarks.Apply(j, x))];

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) { sum += a[i] * b[i]; }
        return sum;
    }

    /// <summary>What the regression yields.</summary>
    internal sealed record Estimates(double[] Coefficients, double[] StandardErrors, double LogLikelihood, double[] Path);

    private sealed record Squares(double[] Coefficients, double[] InverseDiagonal, double[] Residual);
}
