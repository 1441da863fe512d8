using Plenum.Language.Diagnostics;

namespace Plenum.Language.Syntax;

/// <content>Balance sheets and flow accounts.</content>
internal sealed partial class StatementParser
{
    private AccountSyntax ParseAccount(Token first, bool isBalanceSheet)
    {
        var title = cursor.TryTakeText();
        FinishHead();
        var comments = cursor.TakeCommentsInside();
        var sectors = new List<WordSyntax>();
        var beforeSectors = cursor.IsWord("sectors") ? cursor.TakeCommentsAbove() : [];
        if (cursor.IsWord("sectors"))
        {
            using (cursor.BeginItem()) { ParseSectors(sectors); }
        }
        else { cursor.Report(SyntaxErrors.NoSectors(cursor.SpanFrom(first))); }

        var afterSectors = cursor.TakeCommentsInside();
        var lines = ParseStatements(StatementPlace.Account);
        return new AccountSyntax(isBalanceSheet, title, sectors, lines, cursor.SpanFrom(first)) { Comments = Join(comments, beforeSectors, afterSectors) };
    }

    private void ParseSectors(List<WordSyntax> sectors)
    {
        cursor.Take();
        do
        {
            if (cursor.ExpectName("a sector", "write: sectors households, firms, government") is not { } sector) { return; }
            sectors.Add(sector);
        }
        while (cursor.TryTake(TokenKind.Comma));
    }

    private AccountRowSyntax? ParseRealRow(Token first) => cursor.ExpectWord("row", "write: real row NAME \"label\" : SECTOR +EXPRESSION") ? ParseRow(first, isReal: true) : null;

    private AccountRowSyntax? ParseRow(Token first, bool isReal)
    {
        const string help = "write: row deposits \"Deposits\" : households +, banks -";
        if (cursor.ExpectName("the name of the row", help) is not { } name) { return null; }
        var label = cursor.TryTakeText();
        if (!cursor.Expect(TokenKind.Colon, "':' and the cells", help)) { return null; }
        var cells = new List<AccountCellSyntax>();
        do
        {
            if (ParseCell() is not { } cell) { break; }
            cells.Add(cell);
        }
        while (cursor.TryTake(TokenKind.Comma));
        return new AccountRowSyntax(name, label, isReal, cells, Finish(first));
    }

    private AccountCellSyntax? ParseCell()
    {
        const string help = "a cell is a sector, '+' or '-', and what it holds: households -price*consumption";
        var first = cursor.Current;
        if (cursor.ExpectName("a sector", help) is not { } sector) { return null; }
        var sign = cursor.Current;
        if (!cursor.Is(TokenKind.Minus) && !cursor.Is(TokenKind.Plus))
        {
            cursor.FailExpected($"'+' or '-' after '{sector.Value}'", help);
            return null;
        }

        cursor.Take();
        bool isEmpty = cursor.AtEnd || cursor.Is(TokenKind.Comma);
        var expression = isEmpty ? null : _expressions.ParseTerm();
        if (cursor.Current.Kind is TokenKind.Plus or TokenKind.Minus && expression is not null)
        {
            int end = cursor.FindInItem(TokenKind.Comma)?.Start ?? cursor.ItemEnd;
            var cell = new SourceSpan(cursor.Source, first.Start, end - first.Start);
            cursor.Fail(SyntaxErrors.CellSign(cell, cursor.Text(sign), cursor.Source.Text[sign.End..end].Trim()));
            return null;
        }

        return new AccountCellSyntax(sector, sign.Kind == TokenKind.Minus, expression, cursor.SpanFrom(first));
    }

    private AccountTotalSyntax? ParseTotal(Token first)
    {
        const string help = "write: total households = household_net_worth";
        if (cursor.ExpectName("a sector", help) is not { } sector || !cursor.Expect(TokenKind.Equals, "'='", help)) { return null; }
        var total = _expressions.Parse();
        return new AccountTotalSyntax(sector, total, Finish(first));
    }
}
