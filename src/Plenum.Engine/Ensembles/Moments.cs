namespace Plenum.Engine.Ensembles;

/// <summary>The first moments of a sample.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">The root of the mean square from the mean, over one number fewer than there are.</param>
/// <param name="Skewness">The mean cube from the mean in units of the standard deviation: 0 for a symmetric sample, negative where low values lie further out.</param>
public sealed record Moments(double Mean, double StandardDeviation, double Skewness)
{
    /// <summary>Measures a sample; not a number where it is too small or does not vary.</summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        double mean = 0.0, square = 0.0, cube = 0.0;
        foreach (double value in values) { mean += value; }
        mean /= values.Length;
        foreach (double value in values)
        {
            double distance = value - mean;
            square += distance * distance;
            cube += distance * distance * distance;
        }

        return new Moments(mean, Math.Sqrt(square / (values.Length - 1)), cube / values.Length / Math.Pow(square / values.Length, 1.5));
    }
}
