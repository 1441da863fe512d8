using Plenum.Numerics.Random;

namespace Plenum.Numerics.Distributions;

/// <summary>The beta distribution over an interval.</summary>
/// <param name="A">The first shape, positive: the larger, the less there is near the lower end.</param>
/// <param name="B">The second shape, positive: the larger, the less there is near the upper end.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public sealed record BetaDistribution(double A, double B, double Low = 0.0, double High = 1.0) : Distribution
{
    /// <inheritdoc/>
    public override double Lowest => Low;

    /// <inheritdoc/>
    public override double Highest => High;

    /// <inheritdoc/>
    public override double Mean => Low + (Width * A / (A + B));

    /// <inheritdoc/>
    public override double StandardDeviation => Width * Math.Sqrt(A * B / (A + B + 1.0)) / (A + B);

    private double Width => High - Low;

    /// <summary>The beta distribution over an interval with a mean within it and a standard deviation below that of its two ends alone.</summary>
    public static BetaDistribution Of(double mean, double deviation, double low = 0.0, double high = 1.0)
    {
        double share = (mean - low) / (high - low), spread = deviation / (high - low);
        double sum = (share * (1.0 - share) / (spread * spread)) - 1.0;
        return new BetaDistribution(share * sum, (1.0 - share) * sum, low, high);
    }

    /// <inheritdoc/>
    public override (double Below, double Above) At(double x) => IncompleteBeta.At(A, B, (x - Low) / Width);

    /// <inheritdoc/>
    public override double Density(double x) => IncompleteBeta.Density(A, B, (x - Low) / Width) / Width;

    /// <remarks>Source: M. Abramowitz and I. Stegun (1964), "Handbook of Mathematical Functions", 26.5.22; where a shape is below 1, the first terms of the series at the two ends.</remarks>
    private protected override double Guess(double probability)
    {
        double share = A >= 1.0 && B >= 1.0 ? FromNormal(probability) : FromEnds(probability);
        double guess = Low + (Width * share);
        return guess > Low && guess < High ? guess : Mean;
    }

    private double FromNormal(double probability)
    {
        double y = -NormalDistribution.Quantile(probability), lambda = ((y * y) - 3.0) / 6.0;
        double a = 1.0 / ((2.0 * A) - 1.0), b = 1.0 / ((2.0 * B) - 1.0), h = 2.0 / (a + b);
        double w = (y * Math.Sqrt(Math.Max(0.0, h + lambda)) / h) - ((b - a) * (lambda + (5.0 / 6.0) - (2.0 / (3.0 * h))));
        return A / (A + (B * Math.Exp(2.0 * w)));
    }

    private double FromEnds(double probability)
    {
        double left = Math.Exp(A * Math.Log(A / (A + B))) / A, right = Math.Exp(B * Math.Log(B / (A + B))) / B, sum = left + right;
        return probability < left / sum ? Math.Pow(A * sum * probability, 1.0 / A) : 1.0 - Math.Pow(B * sum * (1.0 - probability), 1.0 / B);
    }
}
