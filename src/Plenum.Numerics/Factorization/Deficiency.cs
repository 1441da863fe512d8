namespace Plenum.Numerics.Factorization;

/// <summary>Why a system cannot be factorised.</summary>
public enum DeficiencyKind
{
    /// <summary>Its pattern alone makes it singular, whatever the values.</summary>
    Structural,

    /// <summary>With these values, rows or columns depend on each other to within rounding.</summary>
    Numerical,

    /// <summary>Some values are not finite, or elimination leaves the range of numbers.</summary>
    NotFinite,
}

/// <summary>The part of a system that keeps it from having one solution.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Rows">
/// Rows at fault, ascending: those that contain too few columns (structural), that combine to zero (numerical), or that hold such values (not finite).
/// </param>
/// <param name="Columns">
/// Columns at fault, ascending: those that stand in too few rows (structural), that combine to zero (numerical), or that hold such values (not finite).
/// </param>
public sealed record Deficiency(DeficiencyKind Kind, IReadOnlyList<int> Rows, IReadOnlyList<int> Columns);
