namespace Plenum.Language.Syntax;

/// <summary>How large and how deep a model text may be, so that no text can exhaust memory or stack.</summary>
public static class SyntaxLimits
{
    /// <summary>The most characters in one file: 4 MB.</summary>
    public const int Characters = 4 * 1024 * 1024;

    /// <summary>The most parentheses, signs and powers inside one another.</summary>
    public const int Nesting = 64;

    /// <summary>The most operators one after another in one expression, which bounds the height of its tree.</summary>
    public const int Chain = 1000;

    /// <summary>The farthest lag or lead, in periods.</summary>
    public const int Lag = 40;
}
