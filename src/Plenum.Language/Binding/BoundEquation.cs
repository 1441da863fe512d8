using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;

namespace Plenum.Language.Binding;

/// <summary>Whether an equation is theory, accounting, or neither said.</summary>
public enum EquationKind
{
    /// <summary>Theory: it owns an add-factor.</summary>
    Behavioural,

    /// <summary>True by definition: it has no add-factor.</summary>
    Identity,

    /// <summary>An equation that names no variable of its own, such as a market-clearing condition.</summary>
    Condition,
}

/// <summary>How an add-factor enters a behavioural equation.</summary>
public enum AddFactorKind
{
    /// <summary>The equation has none.</summary>
    None,

    /// <summary>Added to the right-hand side.</summary>
    Additive,

    /// <summary>The right-hand side is multiplied by its exponential.</summary>
    Multiplicative,
}

/// <summary>One scalar equation <c>Left = Right</c>; an indexed text gives one for each combination of members.</summary>
/// <param name="Name">Unique name: that of the variable it determines, or its own for a condition.</param>
/// <param name="Kind">Theory or accounting.</param>
/// <param name="Determines">Column of the variable it is written for; -1 for a condition.</param>
/// <param name="Left">Left-hand side.</param>
/// <param name="Right">Right-hand side, the add-factor included.</param>
/// <param name="AddFactorKind">How the add-factor enters.</param>
/// <param name="AddFactor">Column of the add-factor; -1 where there is none.</param>
/// <param name="Text">Index of the equation text in <see cref="BoundModel.Texts"/>.</param>
/// <param name="Block">Name of the block it was written in, or null.</param>
/// <param name="UnitEscape">Why its units are not checked, in the author's words; null where they are.</param>
/// <param name="Source">Author, year, table, or null.</param>
/// <param name="Span">Where the equation stands.</param>
public sealed record BoundEquation(
    string Name,
    EquationKind Kind,
    int Determines,
    ExpressionId Left,
    ExpressionId Right,
    AddFactorKind AddFactorKind,
    int AddFactor,
    int Text,
    string? Block,
    string? UnitEscape,
    string? Source,
    SourceSpan Span);
