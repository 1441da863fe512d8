using Plenum.Numerics.Random;

namespace Plenum.Numerics.Distributions;

/// <summary>The gamma distribution: positive numbers, skewed to the right.</summary>
/// <param name="Shape">The shape, positive.</param>
/// <param name="Scale">The scale, positive, in the unit of the number.</param>
public sealed record GammaDistribution(double Shape, double Scale) : Distribution
{
    /// <inheritdoc/>
    public override double Lowest => 0.0;

    /// <inheritdoc/>
    public override double Mean => Shape * Scale;

    /// <inheritdoc/>
    public override double StandardDeviation => Math.Sqrt(Shape) * Scale;

    /// <summary>The gamma distribution with a mean and a standard deviation, both positive.</summary>
    public static GammaDistribution Of(double mean, double deviation) => new(mean / deviation * (mean / deviation), deviation * (deviation / mean));

    /// <inheritdoc/>
    public override (double Below, double Above) At(double x) => IncompleteGamma.At(Shape, x / Scale);

    /// <inheritdoc/>
    public override double Density(double x) => IncompleteGamma.Density(Shape, x / Scale) / Scale;

    /// <remarks>Source: E. Wilson and M. Hilferty (1931), "The distribution of chi-square", PNAS 17(12); near zero the first term of the series.</remarks>
    private protected override double Guess(double probability)
    {
        double cube = 1.0 - (1.0 / (9.0 * Shape)) + (NormalDistribution.Quantile(probability) / (3.0 * Math.Sqrt(Shape)));
        double first = Math.Exp((Math.Log(probability) + GammaFunction.Log(Shape + 1.0)) / Shape);
        double guess = cube > 0.3 || first > Shape ? Shape * cube * cube * cube : first;
        return Scale * Math.Max(guess > 0.0 ? guess : first, double.Epsilon);
    }
}
