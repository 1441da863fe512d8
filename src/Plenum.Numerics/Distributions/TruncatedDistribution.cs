namespace Plenum.Numerics.Distributions;

/// <summary>A distribution of which only the numbers of an interval are drawn, in the same proportions.</summary>
/// <remarks>Source: L. Devroye (1986), "Non-Uniform Random Variate Generation", Springer, section II.2.2: the probability is rescaled before the quantile is taken.</remarks>
public sealed record TruncatedDistribution : Distribution
{
    /// <summary>Pieces of the probability over which moments are summed.</summary>
    private const int Pieces = 4000;

    private readonly double _below;
    private readonly double _above;

    /// <summary>Cuts a distribution.</summary>
    /// <param name="whole">The distribution.</param>
    /// <param name="low">The lowest number that is drawn.</param>
    /// <param name="high">The highest.</param>
    /// <exception cref="ArgumentException">No number of the distribution lies in the interval.</exception>
    public TruncatedDistribution(Distribution whole, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(whole);
        (Whole, Lowest, Highest) = (whole, Math.Max(low, whole.Lowest), Math.Min(high, whole.Highest));
        (_below, _above) = (whole.At(Lowest).Below, whole.At(Highest).Above);
        if (!(Share > 0.0)) { throw new ArgumentException("No number of the distribution lies in the interval.", nameof(low)); }
    }

    /// <summary>The distribution before it was cut.</summary>
    public Distribution Whole { get; }

    /// <summary>The probability that a number of the whole lies in the interval.</summary>
    public double Share => 1.0 - _below - _above;

    /// <inheritdoc/>
    public override double Lowest { get; }

    /// <inheritdoc/>
    public override double Highest { get; }

    /// <inheritdoc/>
    /// <remarks>Summed over quantiles at the middle of equal pieces of the probability, to about four digits.</remarks>
    public override double Mean => Quantiles().Average();

    /// <inheritdoc/>
    /// <remarks>As of <see cref="Mean"/>.</remarks>
    public override double StandardDeviation
    {
        get
        {
            double mean = Mean;
            return Math.Sqrt(Quantiles().Average(x => (x - mean) * (x - mean)));
        }
    }

    /// <inheritdoc/>
    public override (double Below, double Above) At(double x)
    {
        var (below, above) = Whole.At(Math.Clamp(x, Lowest, Highest));
        return (Math.Max(0.0, below - _below) / Share, Math.Max(0.0, above - _above) / Share);
    }

    /// <inheritdoc/>
    public override double Density(double x) => Whole.Density(x) / Share;

    /// <inheritdoc/>
    public override double Quantile(double probability) => probability switch
    {
        0.0 => Lowest,
        1.0 => Highest,
        _ => Math.Clamp(Whole.Quantile(_below + (probability * Share)), Lowest, Highest),
    };

    private IEnumerable<double> Quantiles() => Enumerable.Range(0, Pieces).Select(k => Quantile((k + 0.5) / Pieces));
}
