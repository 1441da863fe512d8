using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;
using Plenum.Language.Units;

namespace Plenum.Language.Binding;

/// <summary>A scalar name while its model is being bound.</summary>
internal sealed class SymbolDraft
{
    public required string Name { get; init; }

    public required Role Role { get; init; }

    public required Family Family { get; init; }

    public required IReadOnlyList<string> Members { get; init; }

    public required SourceSpan Span { get; set; }

    /// <summary>Position among all symbols; known once everything is declared.</summary>
    public int Column { get; set; } = -1;

    public Unit? Unit { get; set; }

    public string Label { get; set; } = "";

    public string? LabelZh { get; set; }

    public string? Block { get; set; }

    public string? Source { get; set; }

    public double? Value { get; set; }

    public (double Low, double High)? Range { get; set; }

    public string? Observed { get; set; }

    /// <summary>The declaration <c>endogenous</c>, or null where the equation itself declares the name.</summary>
    public VariableSyntax? Declaration { get; set; }

    /// <summary>The equation that determines it, or null.</summary>
    public EquationDraft? Equation { get; set; }

    /// <summary>The add-factor of its equation, or null.</summary>
    public SymbolDraft? AddFactor { get; set; }

    /// <summary>What a parameter's value is computed from; null for other roles.</summary>
    public ExpressionSyntax? ValueSyntax { get; set; }

    /// <summary>Whether a variant set the value, so that the declared range does not bind it.</summary>
    public bool IsLet { get; set; }

    public Symbol Finish() => new(Name, Role, Column, Unit, Label, LabelZh, Block, Source, Family.Name, Members, Role == Role.Parameter ? Value ?? double.NaN : null, Range, Observed, Span);
}
