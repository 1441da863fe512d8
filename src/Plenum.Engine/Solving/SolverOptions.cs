namespace Plenum.Engine.Solving;

/// <summary>How hard a solver tries.</summary>
public sealed record SolverOptions
{
    /// <summary>Largest residual, relative to the size of the iterated variable, at which a period counts as solved. Default 1e-13.</summary>
    public double Tolerance { get; init; } = 1e-13;

    /// <summary>
    /// Residual at which a period is accepted when rounding stops further progress before <see cref="Tolerance"/> is met. Default 1e-9.
    /// </summary>
    public double RoundingTolerance { get; init; } = 1e-9;

    /// <summary>Newton steps allowed in a period. Default 50.</summary>
    public int MaxIterations { get; init; } = 50;

    /// <summary>Halvings of a Newton step that does not reduce the residual. Default 12.</summary>
    public int MaxHalvings { get; init; } = 12;

    /// <summary>
    /// Smallest part of the way from the period before that a homotopy takes at once before it gives up; 0 switches homotopy off. Default 1/256.
    /// </summary>
    public double SmallestHomotopyStep { get; init; } = 1.0 / 256.0;
}
