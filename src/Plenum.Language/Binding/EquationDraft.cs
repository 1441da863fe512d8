using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;

namespace Plenum.Language.Binding;

/// <summary>One scalar equation before its expressions are bound.</summary>
internal sealed class EquationDraft
{
    public required string Name { get; init; }

    public required EquationKind Kind { get; init; }

    public required AddFactorKind AddFactorKind { get; init; }

    /// <summary>The variable it determines; null for a condition.</summary>
    public required SymbolDraft? Determines { get; init; }

    public required string? Block { get; init; }

    public required string? UnitEscape { get; init; }

    public required string? Source { get; init; }

    /// <summary>Where its head stands.</summary>
    public required SourceSpan HeadSpan { get; init; }

    /// <summary>The text it is an instance of; a variant may replace it.</summary>
    public required TextDraft Text { get; set; }

    /// <summary>The members that the indices of the text have here.</summary>
    public required IndexValue[] Indices { get; set; }

    /// <summary>The variant that declared it or replaced its text, or null.</summary>
    public string? Variant { get; set; }

    /// <summary>Whether a variant has replaced its text.</summary>
    public bool IsReplaced { get; set; }
}

/// <summary>An equation text and the name it goes by.</summary>
/// <param name="Name">Name with its indices, such as "exports_real[p in partner]".</param>
/// <param name="Body">The equation.</param>
/// <param name="Kind">Theory or accounting.</param>
internal sealed record TextDraft(string Name, EquationBodySyntax Body, EquationKind Kind);

/// <summary>The member that an index has in one instance of a text.</summary>
/// <param name="Index">The index as written.</param>
/// <param name="Member">The number of the member.</param>
internal readonly record struct IndexValue(string Index, int Member);
