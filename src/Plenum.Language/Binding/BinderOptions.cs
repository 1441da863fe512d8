namespace Plenum.Language.Binding;

/// <summary>What to bind, and how large it may grow.</summary>
public sealed record BinderOptions
{
    /// <summary>Names of the variants to switch on; none by default.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>The most scalar names; 20,000 by default.</summary>
    public int MaxSymbols { get; init; } = 20_000;

    /// <summary>The most scalar equations; 20,000 by default.</summary>
    public int MaxEquations { get; init; } = 20_000;

    /// <summary>The most nodes in all expressions, counted before equal ones are shared; 2,000,000 by default.</summary>
    public int MaxNodes { get; init; } = 2_000_000;
}
