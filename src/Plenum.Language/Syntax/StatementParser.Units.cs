namespace Plenum.Language.Syntax;

/// <content>Units and their declarations.</content>
internal sealed partial class StatementParser
{
    private UnitDeclarationSyntax? ParseUnitDeclaration(Token first)
    {
        const string help = "write: unit yuan = currency, unit yuan2015 = volume of yuan, or unit price = yuan/yuan2015";
        if (cursor.ExpectName("the name of the unit", help) is not { } name || !cursor.Expect(TokenKind.Equals, "'='", help)) { return null; }
        var kind = TakeBaseKind();
        WordSyntax? volumeOf = null;
        UnitSyntax? definition = null;
        if (kind == BaseUnitKind.Volume)
        {
            cursor.ExpectWord("of", "a volume names the money it is measured in: unit yuan2015 = volume of yuan");
            volumeOf = cursor.ExpectName("the currency");
        }
        else if (kind == BaseUnitKind.None) { definition = ParseUnit(); }

        var label = cursor.TryTakeText();
        return new UnitDeclarationSyntax(name, kind, volumeOf, definition, label, Finish(first));
    }

    private BaseUnitKind TakeBaseKind()
    {
        var next = cursor.Peek(1).Kind;
        bool isAlone = next is TokenKind.End or TokenKind.Text or TokenKind.Word;
        var kind = !isAlone ? BaseUnitKind.None
            : cursor.IsWord("currency") ? BaseUnitKind.Currency
            : cursor.IsWord("volume") ? BaseUnitKind.Volume
            : cursor.IsWord("count") ? BaseUnitKind.Count
            : BaseUnitKind.None;
        if (kind != BaseUnitKind.None) { cursor.Take(); }
        return kind;
    }

    /// <summary>Reads a product of powers of names, such as <c>yuan/quarter</c> or <c>1/year</c>.</summary>
    private UnitSyntax? ParseUnit()
    {
        const string help = "a unit is made of names, '*', '/' and '^': yuan/quarter, 1/year, yuan/person/quarter";
        var first = cursor.Current;
        var factors = new List<UnitFactorSyntax>();
        int sign = 1;
        if (cursor.Is(TokenKind.Number) && cursor.Text(first) is "1")
        {
            cursor.Take();
            if (!cursor.TryTake(TokenKind.Slash)) { return new UnitSyntax(factors, cursor.Span(first)); }
            sign = -1;
        }

        while (true)
        {
            if (cursor.ExpectName("a unit", help) is not { } name) { return null; }
            if (ParseUnitPower() is not { } power) { return null; }
            factors.Add(new UnitFactorSyntax(name, sign * power));
            if (cursor.TryTake(TokenKind.Star)) { sign = 1; }
            else if (cursor.TryTake(TokenKind.Slash)) { sign = -1; }
            else { return new UnitSyntax(factors, cursor.SpanFrom(first)); }
        }
    }

    private double? ParseUnitPower()
    {
        if (!cursor.TryTake(TokenKind.Caret)) { return 1; }
        int sign = cursor.TryTake(TokenKind.Minus) ? -1 : 1;
        if (cursor.Is(TokenKind.Number)) { return sign * Lexer.Value(cursor.Text(cursor.Take())); }
        cursor.FailExpected("a number after '^'");
        return null;
    }
}
