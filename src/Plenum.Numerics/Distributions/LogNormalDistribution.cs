using Plenum.Numerics.Random;

namespace Plenum.Numerics.Distributions;

/// <summary>The distribution of a positive number whose logarithm is normal.</summary>
/// <param name="LogMean">The mean of the logarithm.</param>
/// <param name="LogDeviation">The standard deviation of the logarithm, positive.</param>
public sealed record LogNormalDistribution(double LogMean, double LogDeviation) : Distribution
{
    /// <inheritdoc/>
    public override double Lowest => 0.0;

    /// <inheritdoc/>
    public override double Mean => Math.Exp(LogMean + (0.5 * LogDeviation * LogDeviation));

    /// <inheritdoc/>
    public override double StandardDeviation => Mean * Math.Sqrt(Math.Exp(LogDeviation * LogDeviation) - 1.0);

    /// <summary>The lognormal distribution with a mean and a standard deviation of the number itself, both positive.</summary>
    public static LogNormalDistribution Of(double mean, double deviation)
    {
        double variance = Math.Log(1.0 + (deviation / mean * (deviation / mean)));
        return new LogNormalDistribution(Math.Log(mean) - (0.5 * variance), Math.Sqrt(variance));
    }

    /// <inheritdoc/>
    public override (double Below, double Above) At(double x) => x > 0.0 ? GaussianDistribution.Standard((Math.Log(x) - LogMean) / LogDeviation) : (0.0, 1.0);

    /// <inheritdoc/>
    public override double Density(double x) => GaussianDistribution.StandardDensity((Math.Log(x) - LogMean) / LogDeviation) / (LogDeviation * x);

    /// <inheritdoc/>
    public override double Quantile(double probability) => Math.Exp(LogMean + (LogDeviation * NormalDistribution.Quantile(probability)));
}
