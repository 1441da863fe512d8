using Plenum.Language.Diagnostics;

namespace Plenum.Language.Syntax;

/// <summary>An expression as it was written.</summary>
/// <param name="Span">Where it stands.</param>
public abstract record ExpressionSyntax(SourceSpan Span);

/// <summary>A literal number.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Text">Its digits as written, which the formatter keeps.</param>
/// <param name="Span">Where it stands.</param>
public sealed record NumberSyntax(double Value, string Text, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>An index in square brackets: an index name or member, or a map applied to one.</summary>
/// <param name="Name">Index name, member, or map.</param>
/// <param name="Argument">What the map is applied to; null for a plain index.</param>
/// <param name="Span">Where it stands.</param>
public sealed record IndexSyntax(string Name, IndexSyntax? Argument, SourceSpan Span);

/// <summary>A name with indices and a lag: <c>exports[p](-1)</c>, or a data series <c>file.series</c> in an observed clause.</summary>
/// <param name="Name">The name; in an observed clause it may contain dots.</param>
/// <param name="Indices">What stands in square brackets, in order; empty for none.</param>
/// <param name="Lag">Periods ahead; negative is a lag.</param>
/// <param name="NameSpan">Where the bare name stands.</param>
/// <param name="Span">Where all of it stands.</param>
public sealed record NameSyntax(string Name, IReadOnlyList<IndexSyntax> Indices, int Lag, SourceSpan NameSpan, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>An operator before one operand.</summary>
/// <param name="Operator"><see cref="SyntaxOperator.Negate"/> or <see cref="SyntaxOperator.Not"/>.</param>
/// <param name="Operand">The operand.</param>
/// <param name="Span">Where it stands.</param>
public sealed record UnarySyntax(SyntaxOperator Operator, ExpressionSyntax Operand, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>An operator between two operands.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Left">Left operand.</param>
/// <param name="Right">Right operand.</param>
/// <param name="OperatorSpan">Where the operator stands.</param>
/// <param name="Span">Where all of it stands.</param>
public sealed record BinarySyntax(SyntaxOperator Operator, ExpressionSyntax Left, ExpressionSyntax Right, SourceSpan OperatorSpan, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>A function of the language applied to arguments.</summary>
/// <param name="Function">Its name as written.</param>
/// <param name="Arguments">The arguments, without the width.</param>
/// <param name="Width">The expression after <c>width</c>, or null.</param>
/// <param name="NameSpan">Where the function's name stands.</param>
/// <param name="Span">Where all of it stands.</param>
public sealed record CallSyntax(string Function, IReadOnlyList<ExpressionSyntax> Arguments, ExpressionSyntax? Width, SourceSpan NameSpan, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary><c>sum(i in industry: ...)</c> or <c>prod(...)</c>.</summary>
/// <param name="IsProduct">Whether it multiplies.</param>
/// <param name="Binders">The indices and their sets, in order.</param>
/// <param name="Body">What is added or multiplied.</param>
/// <param name="Span">Where it stands.</param>
public sealed record AggregateSyntax(bool IsProduct, IReadOnlyList<BinderSyntax> Binders, ExpressionSyntax Body, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>Stands where an expression could not be read; a diagnostic has been made, and the binder keeps silent about it.</summary>
/// <param name="Span">Where it stands.</param>
public sealed record MissingSyntax(SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>An index over a set, <c>p in partner</c>, or a single member, <c>us</c>.</summary>
/// <param name="Index">The index name; null for a member or a bare set.</param>
/// <param name="Set">The set; the member (or the bare set) where <paramref name="Index"/> is null.</param>
/// <param name="Span">Where it stands.</param>
public sealed record BinderSyntax(string? Index, string Set, SourceSpan Span);

/// <summary>The operators of the language.</summary>
public enum SyntaxOperator
{
    /// <summary><c>-a</c>.</summary>
    Negate,

    /// <summary><c>not a</c>.</summary>
    Not,

    /// <summary><c>a + b</c>.</summary>
    Add,

    /// <summary><c>a - b</c>.</summary>
    Subtract,

    /// <summary><c>a * b</c>.</summary>
    Multiply,

    /// <summary><c>a / b</c>.</summary>
    Divide,

    /// <summary><c>a ^ b</c>.</summary>
    Power,

    /// <summary><c>a &lt; b</c>.</summary>
    Less,

    /// <summary><c>a &lt;= b</c>.</summary>
    LessOrEqual,

    /// <summary><c>a &gt; b</c>.</summary>
    Greater,

    /// <summary><c>a &gt;= b</c>.</summary>
    GreaterOrEqual,

    /// <summary><c>a == b</c>.</summary>
    Equal,

    /// <summary><c>a != b</c>.</summary>
    NotEqual,

    /// <summary><c>a and b</c>.</summary>
    And,

    /// <summary><c>a or b</c>.</summary>
    Or,
}
