namespace Plenum.Numerics.Factorization;

/// <summary>How a sparse LU factorisation chooses and judges its pivots; sizes are relative to the largest entry of each row.</summary>
public sealed record LuOptions
{
    /// <summary>The defaults.</summary>
    public static LuOptions Default { get; } = new();

    /// <summary>The diagonal entry is the pivot if it is at least this part of the largest candidate in its column. Default 0.01; 1 is partial pivoting.</summary>
    public double DiagonalThreshold { get; init; } = 0.01;

    /// <summary>A reused pivot is poor when it falls below this part of the largest entry beneath it. Default 1e-5.</summary>
    public double PoorPivot { get; init; } = 1e-5;
}
