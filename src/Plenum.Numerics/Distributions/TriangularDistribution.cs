namespace Plenum.Numerics.Distributions;

/// <summary>The triangular distribution: numbers of an interval, most likely at one of them.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="Mode">The most likely number, from the lower end to the upper.</param>
/// <param name="High">The upper end.</param>
/// <remarks>Source: S. Kotz and J. van Dorp (2004), "Beyond Beta", World Scientific, section 1.2.</remarks>
public sealed record TriangularDistribution(double Low, double Mode, double High) : Distribution
{
    /// <inheritdoc/>
    public override double Lowest => Low;

    /// <inheritdoc/>
    public override double Highest => High;

    /// <inheritdoc/>
    public override double Mean => (Low + Mode + High) / 3.0;

    /// <inheritdoc/>
    public override double StandardDeviation => Math.Sqrt(((Low * Low) + (Mode * Mode) + (High * High) - (Low * Mode) - (Low * High) - (Mode * High)) / 18.0);

    private double Width => High - Low;

    /// <inheritdoc/>
    public override (double Below, double Above) At(double x)
    {
        if (x <= Low) { return (0.0, 1.0); }
        if (x >= High) { return (1.0, 0.0); }
        if (x < Mode)
        {
            double below = (x - Low) * (x - Low) / (Width * (Mode - Low));
            return (below, 1.0 - below);
        }

        double above = (High - x) * (High - x) / (Width * (High - Mode));
        return (1.0 - above, above);
    }

    /// <inheritdoc/>
    public override double Density(double x) => x < Mode ? 2.0 * (x - Low) / (Width * (Mode - Low)) : 2.0 * (High - x) / (Width * (High - Mode));

    /// <inheritdoc/>
    public override double Quantile(double probability)
    {
        if (!(probability >= 0.0 && probability <= 1.0)) { return double.NaN; }
        if (Width <= 0.0) { return Mode; }
        double below = (Mode - Low) / Width;
        return probability < below
            ? Low + Math.Sqrt(probability * Width * (Mode - Low))
            : High - Math.Sqrt((1.0 - probability) * Width * (High - Mode));
    }
}
