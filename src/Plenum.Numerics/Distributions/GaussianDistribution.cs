using Plenum.Numerics.Random;

namespace Plenum.Numerics.Distributions;

/// <summary>The normal distribution with any mean and standard deviation.</summary>
/// <param name="Centre">The mean.</param>
/// <param name="Deviation">The standard deviation, positive.</param>
public sealed record GaussianDistribution(double Centre, double Deviation) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => Centre;

    /// <inheritdoc/>
    public override double StandardDeviation => Deviation;

    /// <inheritdoc/>
    public override (double Below, double Above) At(double x) => Standard((x - Centre) / Deviation);

    /// <inheritdoc/>
    public override double Density(double x) => StandardDensity((x - Centre) / Deviation) / Deviation;

    /// <inheritdoc/>
    public override double Quantile(double probability) => Centre + (Deviation * NormalDistribution.Quantile(probability));

    /// <summary>The probabilities below and above a standard normal number: half its square is a gamma variable of shape 1/2.</summary>
    internal static (double Below, double Above) Standard(double z)
    {
        double tail = 0.5 * IncompleteGamma.At(0.5, 0.5 * z * z).Above;
        return z < 0.0 ? (tail, 1.0 - tail) : (1.0 - tail, tail);
    }

    internal static double StandardDensity(double z) => Math.Exp(-0.5 * z * z) / Math.Sqrt(2.0 * Math.PI);
}
