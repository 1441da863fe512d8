namespace Plenum.Language.Syntax;

/// <content>Tables of parameter values.</content>
internal sealed partial class StatementParser
{
    /// <summary>Reads the members of the last set from the head line, then a line for each combination of members of the others.</summary>
    private void ParseTable(Parts parts, Token keyword)
    {
        parts.IsTable = true;
        parts.Entries = [];
        if (parts.Indices.Count == 0)
        {
            cursor.Fail(SyntaxErrors.TableWithoutSets(cursor.Span(keyword), parts.Name));
            return;
        }

        var columns = new List<WordSyntax>();
        while (!cursor.AtLineEnd && !cursor.Failed)
        {
            if (cursor.ExpectName("a member of the last set") is not { } column) { break; }
            if (columns.Any(c => c.Value == column.Value)) { cursor.Fail(SyntaxErrors.RepeatedMember(column.Span, "column")); }
            columns.Add(column);
        }

        if (cursor.Failed) { return; }
        if (columns.Count == 0 || cursor.AtEnd)
        {
            cursor.Fail(SyntaxErrors.EmptyTable(cursor.Span(keyword), parts.Name));
            return;
        }

        var rows = new HashSet<string>(StringComparer.Ordinal);
        while (!cursor.AtEnd)
        {
            using (cursor.BeginItem()) { ParseTableRow(parts, columns, rows); }
        }
    }

    private void ParseTableRow(Parts parts, List<WordSyntax> columns, HashSet<string> rows)
    {
        var first = cursor.Current;
        var members = new List<WordSyntax>();
        while (members.Count < parts.Indices.Count - 1)
        {
            if (cursor.ExpectName("a member, then the values") is not { } member) { return; }
            members.Add(member);
        }

        if (!rows.Add(string.Join(' ', members.Select(m => m.Value))))
        {
            cursor.Fail(SyntaxErrors.RepeatedMember(cursor.SpanFrom(first), "row"));
            return;
        }

        var values = new List<ExpressionSyntax>();
        while (!cursor.AtEnd && !cursor.Failed)
        {
            if (StandsAlone(cursor.Current))
            {
                cursor.Fail(SyntaxErrors.SpaceInCell(cursor.Current, cursor.Source));
                return;
            }

            bool isBroken;
            using (cursor.BeginCell())
            {
                values.Add(_expressions.Parse());
                isBroken = cursor.Failed;
            }

            if (isBroken)
            {
                cursor.SkipToEnd();
                return;
            }
        }

        if (values.Count != columns.Count)
        {
            cursor.Fail(SyntaxErrors.RowLength(cursor.SpanFrom(first), values.Count, columns.Count));
            return;
        }

        for (int i = 0; i < columns.Count; i++) { parts.Entries!.Add(new ParameterEntrySyntax([.. members, columns[i]], values[i])); }
    }

    /// <summary>Whether a token is an operator between two values, or a sign with white space behind it.</summary>
    private bool StandsAlone(Token token) => token.Kind is TokenKind.Star or TokenKind.Slash or TokenKind.Caret
        || (token.Kind is TokenKind.Plus or TokenKind.Minus && !cursor.IsAdjacent(0));
}
