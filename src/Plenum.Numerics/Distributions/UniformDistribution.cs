namespace Plenum.Numerics.Distributions;

/// <summary>The distribution under which all numbers of an interval are as likely.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public sealed record UniformDistribution(double Low, double High) : Distribution
{
    /// <inheritdoc/>
    public override double Lowest => Low;

    /// <inheritdoc/>
    public override double Highest => High;

    /// <inheritdoc/>
    public override double Mean => 0.5 * (Low + High);

    /// <inheritdoc/>
    public override double StandardDeviation => (High - Low) / Math.Sqrt(12.0);

    /// <inheritdoc/>
    public override (double Below, double Above) At(double x)
    {
        double inside = Math.Clamp(x, Low, High);
        return ((inside - Low) / (High - Low), (High - inside) / (High - Low));
    }

    /// <inheritdoc/>
    public override double Density(double x) => 1.0 / (High - Low);

    /// <inheritdoc/>
    public override double Quantile(double probability) => probability is >= 0.0 and <= 1.0 ? Low + (probability * (High - Low)) : double.NaN;
}
