namespace Plenum.Workspace.History;

/// <summary>What becomes of an add-factor in a simulation of history.</summary>
public enum AddFactorRule
{
    /// <summary>Its mean over the years before.</summary>
    Mean,

    /// <summary>Its value in the period before the simulation begins.</summary>
    Hold,

    /// <summary>Zero: the equation stands alone.</summary>
    Zero,
}
