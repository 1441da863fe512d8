namespace Plenum.Engine.Solving;

/// <summary>Codes of the ways in which a solve ends without a solution; each has a page in <c>docs/diagnostics/</c>.</summary>
public static class SolveCodes
{
    /// <summary>The residuals stopped falling.</summary>
    public const string Stalled = "PL0601";

    /// <summary>The equations leave a variable undetermined.</summary>
    public const string Singular = "PL0602";

    /// <summary>A value that the equations read is missing.</summary>
    public const string MissingValues = "PL0603";

    /// <summary>A function left its domain, or a number became too large.</summary>
    public const string OutOfDomain = "PL0604";

    /// <summary>The window begins before the lags that the equations read.</summary>
    public const string NoHistory = "PL0605";

    /// <summary>The equations look ahead.</summary>
    public const string LooksAhead = "PL0606";
}
