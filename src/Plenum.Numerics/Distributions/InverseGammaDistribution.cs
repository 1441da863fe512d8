namespace Plenum.Numerics.Distributions;

/// <summary>The distribution of one over a gamma variable: positive numbers with a long tail to the right, as for standard deviations.</summary>
/// <param name="Shape">The shape, positive; the mean is finite above 1, the standard deviation above 2.</param>
/// <param name="Scale">The scale, positive, in the unit of the number.</param>
public sealed record InverseGammaDistribution(double Shape, double Scale) : Distribution
{
    /// <inheritdoc/>
    public override double Lowest => 0.0;

    /// <inheritdoc/>
    public override double Mean => Shape > 1.0 ? Scale / (Shape - 1.0) : double.PositiveInfinity;

    /// <inheritdoc/>
    public override double StandardDeviation => Shape > 2.0 ? Mean / Math.Sqrt(Shape - 2.0) : double.PositiveInfinity;

    /// <summary>The inverse gamma distribution with a mean and a standard deviation, both positive.</summary>
    public static InverseGammaDistribution Of(double mean, double deviation)
    {
        double ratio = mean / deviation, shape = 2.0 + (ratio * ratio);
        return new InverseGammaDistribution(shape, mean * (shape - 1.0));
    }

    /// <inheritdoc/>
    public override (double Below, double Above) At(double x)
    {
        var (below, above) = x > 0.0 ? IncompleteGamma.At(Shape, Scale / x) : (1.0, 0.0);
        return (above, below);
    }

    /// <inheritdoc/>
    public override double Density(double x) => IncompleteGamma.Density(Shape, Scale / x) * Scale / (x * x);

    private protected override double Guess(double probability) => 1.0 / new GammaDistribution(Shape, 1.0 / Scale).Quantile(1.0 - probability) is var guess && double.IsFinite(guess) && guess > 0.0 ? guess : Scale / Shape;
}
