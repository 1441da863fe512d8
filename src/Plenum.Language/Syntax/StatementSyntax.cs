using Plenum.Language.Diagnostics;

namespace Plenum.Language.Syntax;

/// <summary>All statements of one file.</summary>
/// <param name="Source">The file.</param>
/// <param name="Statements">Its top-level statements, in order.</param>
/// <param name="TrailingComments">Comment lines after the last statement.</param>
/// <param name="Diagnostics">What is wrong with the text itself.</param>
public sealed record ModelSyntax(SourceText Source, IReadOnlyList<StatementSyntax> Statements, IReadOnlyList<string> TrailingComments, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The comment lines at the top that a blank line parts from the first statement: they speak of the whole file.</summary>
    public IReadOnlyList<string> LeadingComments { get; init; } = [];
}

/// <summary>One statement.</summary>
/// <param name="Span">Where it stands, from its first word to the end of its last line.</param>
public abstract record StatementSyntax(SourceSpan Span)
{
    /// <summary>The comment lines above it and at the end of its head line, without the slashes, which the formatter keeps.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>The comment lines below the last of the statements it holds, indented deeper than its head; they stay there.</summary>
    public IReadOnlyList<string> TrailingComments { get; init; } = [];
}

/// <summary>A text in quotes and its place.</summary>
/// <param name="Value">The text without quotes and escapes.</param>
/// <param name="Span">Where it stands, quotes included.</param>
public sealed record TextSyntax(string Value, SourceSpan Span);

/// <summary>A word and its place.</summary>
/// <param name="Value">The word.</param>
/// <param name="Span">Where it stands.</param>
public sealed record WordSyntax(string Value, SourceSpan Span);

/// <summary><c>model china "Title"</c>.</summary>
public sealed record ModelDeclarationSyntax(WordSyntax Name, TextSyntax? Title, SourceSpan Span) : StatementSyntax(Span);

/// <summary><c>frequency quarterly</c>.</summary>
public sealed record FrequencySyntax(WordSyntax Frequency, SourceSpan Span) : StatementSyntax(Span);

/// <summary>A member of a set, with its label.</summary>
public sealed record MemberSyntax(WordSyntax Name, TextSyntax? Label, TextSyntax? LabelZh);

/// <summary><c>set NAME "label" = members</c>, or <c>subset NAME of PARENT "label" = members</c>.</summary>
public sealed record SetSyntax(WordSyntax Name, WordSyntax? Parent, TextSyntax? Label, IReadOnlyList<MemberSyntax> Members, SourceSpan Span) : StatementSyntax(Span);

/// <summary>One entry of a map: <c>us: west</c>.</summary>
public sealed record MapEntrySyntax(WordSyntax From, WordSyntax To);

/// <summary><c>map NAME of FROM to TO = entries</c>.</summary>
public sealed record MapSyntax(WordSyntax Name, WordSyntax From, WordSyntax To, IReadOnlyList<MapEntrySyntax> Entries, SourceSpan Span) : StatementSyntax(Span);

/// <summary>A factor of a unit expression: a name to a power, negative below the fraction bar.</summary>
public sealed record UnitFactorSyntax(WordSyntax Name, double Power);

/// <summary>A unit expression such as <c>yuan/quarter</c>; <c>1/quarter</c> has one factor of power -1.</summary>
public sealed record UnitSyntax(IReadOnlyList<UnitFactorSyntax> Factors, SourceSpan Span);

/// <summary>What a declared base unit measures.</summary>
public enum BaseUnitKind
{
    /// <summary>Not a base unit: a short name for an expression.</summary>
    None,

    /// <summary>Money.</summary>
    Currency,

    /// <summary>Goods at the prices of a base period.</summary>
    Volume,

    /// <summary>Things or people.</summary>
    Count,
}

/// <summary><c>unit yuan = currency "label"</c>, <c>unit yuan2015 = volume of yuan</c>, <c>unit price = yuan/yuan2015</c>.</summary>
public sealed record UnitDeclarationSyntax(WordSyntax Name, BaseUnitKind Kind, WordSyntax? VolumeOf, UnitSyntax? Definition, TextSyntax? Label, SourceSpan Span) : StatementSyntax(Span);

/// <summary><c>block NAME "Title"</c> and the statements indented below it.</summary>
public sealed record BlockSyntax(WordSyntax Name, TextSyntax? Title, IReadOnlyList<StatementSyntax> Statements, SourceSpan Span) : StatementSyntax(Span);

/// <summary>The roles that a plain declaration can give to a name.</summary>
public enum DeclaredRole
{
    /// <summary><c>endogenous</c>.</summary>
    Endogenous,

    /// <summary><c>exogenous</c>.</summary>
    Exogenous,

    /// <summary><c>shock</c>.</summary>
    Shock,
}

/// <summary><c>exogenous demand[partner] : index "label"</c> and its clauses.</summary>
public sealed record VariableSyntax(DeclaredRole Role, WordSyntax Name, IReadOnlyList<BinderSyntax> Indices, UnitSyntax? Unit, TextSyntax? Label, TextSyntax? LabelZh, TextSyntax? SourceNote, ExpressionSyntax? Observed, SourceSpan Span) : StatementSyntax(Span);

/// <summary>One value of a parameter over sets: the members, in the order of the sets, and the value.</summary>
public sealed record ParameterEntrySyntax(IReadOnlyList<WordSyntax> Members, ExpressionSyntax Value);

/// <summary>
/// <c>parameter speed = 0.25</c>, with entries in braces, or with a table. Exactly one of <paramref name="Value"/> (one for all
/// members) and <paramref name="Entries"/> is given when the text is right.
/// </summary>
public sealed record ParameterSyntax(WordSyntax Name, IReadOnlyList<BinderSyntax> Indices, UnitSyntax? Unit, TextSyntax? Label, TextSyntax? LabelZh, ExpressionSyntax? Value, IReadOnlyList<ParameterEntrySyntax>? Entries, bool IsTable, (ExpressionSyntax Low, ExpressionSyntax High)? Range, TextSyntax? SourceNote, SourceSpan Span) : StatementSyntax(Span);

/// <summary>The kinds of equation statement.</summary>
public enum DeclaredEquation
{
    /// <summary><c>behavioural</c>.</summary>
    Behavioural,

    /// <summary><c>identity</c>.</summary>
    Identity,

    /// <summary><c>equation</c>.</summary>
    Condition,
}

/// <summary>The two sides of an equation and its place.</summary>
public sealed record EquationBodySyntax(ExpressionSyntax Left, ExpressionSyntax Right, SourceSpan Span);

/// <summary><c>behavioural NAME[p in partner] : unit "label"</c>, its equation and its clauses.</summary>
public sealed record EquationSyntax(DeclaredEquation Kind, WordSyntax Name, IReadOnlyList<BinderSyntax> Indices, UnitSyntax? Unit, TextSyntax? Label, TextSyntax? LabelZh, EquationBodySyntax? Body, WordSyntax? AddFactor, TextSyntax? UncheckedUnits, TextSyntax? SourceNote, ExpressionSyntax? Observed, SourceSpan Span) : StatementSyntax(Span);

/// <summary>One cell of an account row: a sector, a sign, and an expression or null for the row's own variable.</summary>
public sealed record AccountCellSyntax(WordSyntax Sector, bool IsNegative, ExpressionSyntax? Expression, SourceSpan Span);

/// <summary><c>row NAME "label" : cells</c> or <c>real row ...</c>.</summary>
public sealed record AccountRowSyntax(WordSyntax Name, TextSyntax? Label, bool IsReal, IReadOnlyList<AccountCellSyntax> Cells, SourceSpan Span) : StatementSyntax(Span);

/// <summary><c>total SECTOR = expression</c>.</summary>
public sealed record AccountTotalSyntax(WordSyntax Sector, ExpressionSyntax Total, SourceSpan Span) : StatementSyntax(Span);

/// <summary><c>balance-sheet "Title"</c> or <c>flows "Title"</c>; its rows and totals in the order written.</summary>
public sealed record AccountSyntax(bool IsBalanceSheet, TextSyntax? Title, IReadOnlyList<WordSyntax> Sectors, IReadOnlyList<StatementSyntax> Lines, SourceSpan Span) : StatementSyntax(Span);

/// <summary><c>replace NAME[...] with EQUATION</c>.</summary>
public sealed record ReplaceSyntax(WordSyntax Name, IReadOnlyList<BinderSyntax> Indices, EquationBodySyntax? Body, SourceSpan Span) : StatementSyntax(Span);

/// <summary><c>let NAME[...] = NUMBER</c>.</summary>
public sealed record LetSyntax(WordSyntax Name, IReadOnlyList<BinderSyntax> Indices, ExpressionSyntax Value, SourceSpan Span) : StatementSyntax(Span);

/// <summary><c>variant NAME "Title"</c>; its replacements, values and own declarations.</summary>
public sealed record VariantSyntax(WordSyntax Name, TextSyntax? Title, IReadOnlyList<StatementSyntax> Statements, SourceSpan Span) : StatementSyntax(Span);
