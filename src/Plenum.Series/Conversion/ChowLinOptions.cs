namespace Plenum.Series.Conversion;

/// <summary>Choices of <see cref="ChowLin"/>.</summary>
public sealed record ChowLinOptions
{
    /// <summary>Whether the regression has a constant. Default true.</summary>
    public bool HasConstant { get; init; } = true;

    /// <summary>A known autoregressive coefficient; null, the default, estimates it by maximum likelihood.</summary>
    public double? Autocorrelation { get; init; }

    /// <summary>The lowest autoregressive coefficient tried. Default 0, because a negative one makes the path saw-toothed; the highest is 0.999.</summary>
    public double LowestAutocorrelation { get; init; }
}
