namespace Plenum.Series.Seasonal;

/// <summary>How a series is decomposed.</summary>
public sealed record SeasonalOptions
{
    /// <summary>Product or sum. Default product.</summary>
    public SeasonalModel Model { get; init; } = SeasonalModel.Multiplicative;

    /// <summary>Whether the seasonal is the same in every year, so that growth on a year earlier is untouched. Default false: it may change over time.</summary>
    public bool IsStable { get; init; }

    /// <summary>Irregulars up to this many standard deviations keep their full weight. Default 1.5.</summary>
    public double LowerSigma { get; init; } = 1.5;

    /// <summary>Irregulars from this many standard deviations on have no weight when seasonal and trend are estimated. Default 2.5.</summary>
    public double UpperSigma { get; init; } = 2.5;
}
