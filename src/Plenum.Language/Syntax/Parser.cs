using Plenum.Language.Diagnostics;

namespace Plenum.Language.Syntax;

/// <summary>Reads model text into a syntax tree; every mistake becomes a finding, and no text makes it throw or hang.</summary>
public static class Parser
{
    /// <summary>Reads one file. What could not be read is left out of the tree, and a diagnostic says why.</summary>
    /// <remarks>Cost: linear in the length of the text. Reading stops after <see cref="DiagnosticBag.Limit"/> findings.</remarks>
    public static ModelSyntax Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var diagnostics = new DiagnosticBag();
        var cursor = new TokenCursor(source, diagnostics);
        var leading = cursor.TakeLeadingComments();
        var statements = new StatementParser(cursor).ParseStatements(StatementPlace.Top);
        var trailing = cursor.TakeCommentsAbove();
        return new ModelSyntax(source, statements, trailing, [.. diagnostics.OrderBy(d => d.Span?.Start ?? 0)]) { LeadingComments = leading };
    }

    /// <summary>Reads a single expression, such as a condition typed by a user; line ends and indentation mean nothing in it.</summary>
    /// <param name="source">The text of the expression.</param>
    /// <param name="diagnostics">Receives what is wrong with it.</param>
    /// <param name="allowSeries">Whether names may have dots, as data series in an observed clause do.</param>
    public static ExpressionSyntax ParseExpression(SourceText source, DiagnosticBag diagnostics, bool allowSeries = false)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var cursor = new TokenCursor(source, diagnostics);
        var expression = new ExpressionParser(cursor) { AllowSeries = allowSeries }.Parse();
        ReportLeftover(cursor);
        return expression;
    }

    /// <summary>Reads a single equation, such as one given on the command line; null where it is not one.</summary>
    /// <param name="source">The text of the equation.</param>
    /// <param name="diagnostics">Receives what is wrong with it.</param>
    public static EquationBodySyntax? ParseEquation(SourceText source, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var cursor = new TokenCursor(source, diagnostics);
        var body = new StatementParser(cursor).ParseEquationBody();
        ReportLeftover(cursor);
        return cursor.Failed ? null : body;
    }

    private static void ReportLeftover(TokenCursor cursor)
    {
        if (!cursor.AtEnd) { cursor.Fail(SyntaxErrors.Unexpected(cursor.Current, cursor.Source)); }
    }
}
