namespace Plenum.Engine.Attribution;

/// <summary>How exact an attribution shall be.</summary>
public sealed record AttributionOptions
{
    /// <summary>The largest part of a change that may stay unexplained, in the unit shown. Default 1e-9.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>The largest estimated error of a single contribution, in the unit shown. Default 1e-7.</summary>
    public double SplitTolerance { get; init; } = 1e-7;

    /// <summary>Points of the way at which the model may be solved. Default 6000.</summary>
    public int MostPoints { get; init; } = 6000;
}
