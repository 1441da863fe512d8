namespace Plenum.Engine.Ensembles;

/// <summary>A covariance matrix estimated from fewer periods than there are variables.</summary>
/// <param name="Matrix">The estimate, variables x variables, row-major; positive definite where no variable is constant.</param>
/// <param name="Shrinkage">The weight of independence in it, from 0 to 1.</param>
public sealed record ShrunkCovariance(double[] Matrix, double Shrinkage)
{
    /// <summary>Estimates the covariance of variables whose means are zero.</summary>
    /// <param name="rows">One array a period, one number a variable.</param>
    /// <returns>A weighted mean of the sample's covariance and of the same variances without correlation.</returns>
    /// <remarks>
    /// The sample's matrix overstates the strongest correlations and is singular where variables outnumber periods. Source: O. Ledoit and M. Wolf (2004), "A
    /// well-conditioned estimator for large-dimensional covariance matrices", J. Multivariate Analysis 88(2), lemma 3.2 to 3.5, on variables
    /// divided by their standard deviations, so that units do not matter and variances stay those of the sample.
    /// </remarks>
    public static ShrunkCovariance Of(IReadOnlyList<double[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        int n = rows.Count, p = n == 0 ? 0 : rows[0].Length;
        double[] deviation = [.. Enumerable.Range(0, p).Select(j => Math.Sqrt(rows.Sum(r => r[j] * r[j]) / n))];
        double[][] standard = [.. rows.Select(r => r.Select((x, j) => deviation[j] > 0.0 ? x / deviation[j] : 0.0).ToArray())];
        var sample = new double[p * p];
        foreach (double[] row in standard)
        {
            for (int i = 0; i < p; i++)
            {
                for (int j = 0; j < p; j++) { sample[(i * p) + j] += row[i] * row[j] / n; }
            }
        }

        double shrinkage = Intensity(standard, sample, p);
        var matrix = new double[p * p];
        for (int i = 0; i < p; i++)
        {
            for (int j = 0; j < p; j++) { matrix[(i * p) + j] = deviation[i] * deviation[j] * (i == j ? 1.0 : (1.0 - shrinkage) * sample[(i * p) + j]); }
        }

        return new ShrunkCovariance(matrix, shrinkage);
    }

    /// <summary>The error of the sample's matrix relative to its distance from the identity.</summary>
    private static double Intensity(double[][] standard, double[] sample, int p)
    {
        double distance = 0.0, error = 0.0;
        for (int i = 0; i < p; i++)
        {
            for (int j = 0; j < p; j++)
            {
                double entry = sample[(i * p) + j];
                distance += Square(entry - (i == j ? 1.0 : 0.0));
                foreach (double[] row in standard) { error += Square((row[i] * row[j]) - entry); }
            }
        }

        return distance > 0.0 ? Math.Min(1.0, error / ((double)standard.Length * standard.Length) / distance) : 1.0;
    }

    private static double Square(double x) => x * x;
}
