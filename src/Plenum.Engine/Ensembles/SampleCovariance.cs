namespace Plenum.Engine.Ensembles;

/// <summary>The covariance of innovations as it was in history.</summary>
public static class SampleCovariance
{
    /// <summary>The part of each variance that is its own: enough to have a matrix factorised whose variables outnumber its periods, too little to matter.</summary>
    private const double Own = 0.01;

    /// <summary>Finds the covariance of innovations whose means are zero.</summary>
    /// <param name="rows">One array a period, one number a variable; at least one period, and no variable is always zero.</param>
    /// <returns>Variables x variables, row-major, positive definite.</returns>
    /// <remarks>
    /// Correlations are not shrunk any further, as O. Ledoit and M. Wolf (2004), "A well-conditioned estimator for large-dimensional covariance
    /// matrices", J. Multivariate Analysis 88(2), would for a matrix that is to be inverted. Draws need the variance of sums: those of the sample are
    /// unbiased for every sum of shocks, those of a shrunk matrix are not.
    /// </remarks>
    public static double[] Of(IReadOnlyList<double[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Count, 1, nameof(rows));
        int p = rows[0].Length;
        var matrix = new double[p * p];
        for (int i = 0; i < p; i++)
        {
            for (int j = 0; j < p; j++) { matrix[(i * p) + j] = (i == j ? 1.0 : 1.0 - Own) * rows.Sum(r => r[i] * r[j]) / rows.Count; }
        }

        return matrix;
    }
}
