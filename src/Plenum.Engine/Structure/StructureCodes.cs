namespace Plenum.Engine.Structure;

/// <summary>Codes of the findings about structure; each has a page in <c>docs/diagnostics/</c>.</summary>
public static class StructureCodes
{
    /// <summary>Some equations contain fewer unknowns than they are.</summary>
    public const string TooManyEquations = "PL0301";

    /// <summary>Some unknowns stand in fewer equations than they are.</summary>
    public const string TooFewEquations = "PL0302";
}
