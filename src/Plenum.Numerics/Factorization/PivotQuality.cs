namespace Plenum.Numerics.Factorization;

/// <summary>What a numeric refactorisation found about the pivots it reused.</summary>
public enum PivotQuality
{
    /// <summary>The factors may be used.</summary>
    Good,

    /// <summary>The factors may be used but lose accuracy; factorise afresh when convenient.</summary>
    Poor,

    /// <summary>A pivot is zero or not finite: the factors must not be used; factorise afresh.</summary>
    Unusable,
}
