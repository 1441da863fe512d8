using Plenum.Language.Diagnostics;

namespace Plenum.Language.Syntax;

/// <summary>Walks through the tokens item by item, and sees to it that one mistake in an item gives one finding.</summary>
/// <remarks>
/// An item (a statement, a clause, a row) is its first token and all tokens up to the next one that begins a line at the same
/// column or further left. Inside an item nothing beyond its end can be seen, so that no mistake reaches into the next one.
/// </remarks>
internal sealed class TokenCursor
{
    private readonly List<Token> _tokens;
    private readonly List<Comment> _comments;
    private readonly DiagnosticBag _diagnostics;
    private int _end;
    private int _comment;

    public TokenCursor(SourceText source, DiagnosticBag diagnostics)
    {
        Source = source;
        _diagnostics = diagnostics;
        (_tokens, _comments, bool isReadable) = Lexer.Read(source, diagnostics);
        _end = _tokens.Count;
        Failed = !isReadable;
    }

    public SourceText Source { get; }

    /// <summary>The number of tokens already passed.</summary>
    public int Position { get; private set; }

    /// <summary>Whether a mistake was already reported in this item, so that what follows from it is not.</summary>
    public bool Failed { get; private set; }

    /// <summary>Whether no token of the item is left.</summary>
    public bool AtEnd => Position >= _end;

    /// <summary>Whether the head line of the statement is over: what follows stands on a line of its own.</summary>
    public bool AtLineEnd => AtEnd || _tokens[Position].IsFirstOnLine;

    /// <summary>Whether so much was reported already that the rest of the text is not worth reading.</summary>
    public bool IsFull => _diagnostics.Count >= DiagnosticBag.Limit;

    /// <summary>The token at the cursor, or one of kind End just after the token before it.</summary>
    public Token Current => Peek(0);

    /// <summary>The token so many places ahead of the cursor.</summary>
    public Token Peek(int ahead)
    {
        int at = Position + ahead;
        if (at < _end) { return _tokens[at]; }
        return new Token(TokenKind.End, ItemEnd, 0, 0, false);
    }

    /// <summary>Offset one past the last token of the item.</summary>
    public int ItemEnd => _end == 0 ? 0 : _tokens[_end - 1].End;

    /// <summary>The token just passed.</summary>
    public Token Previous => _tokens[Position - 1];

    public ReadOnlySpan<char> Text(Token token) => Source.Text.AsSpan(token.Start, token.Length);

    public SourceSpan Span(Token token) => token.Span(Source);

    /// <summary>From the start of a token to the end of the token just passed.</summary>
    public SourceSpan SpanFrom(Token first)
    {
        int end = Position == 0 ? first.End : Math.Max(first.Start, Previous.End);
        return new SourceSpan(Source, first.Start, end - first.Start);
    }

    public Token Take()
    {
        var token = Current;
        if (!AtEnd) { Position++; }
        return token;
    }

    public bool Is(TokenKind kind) => Current.Kind == kind;

    public bool IsWord(ReadOnlySpan<char> word) => Current.Kind == TokenKind.Word && Text(Current).SequenceEqual(word);

    /// <summary>Whether nothing stands between the token so many places ahead and the one after it.</summary>
    public bool IsAdjacent(int ahead) => Peek(ahead).End == Peek(ahead + 1).Start && Peek(ahead + 1).Kind != TokenKind.End;

    public bool TryTake(TokenKind kind)
    {
        if (!Is(kind)) { return false; }
        Position++;
        return true;
    }

    public bool TryTakeWord(ReadOnlySpan<char> word)
    {
        if (!IsWord(word)) { return false; }
        Position++;
        return true;
    }

    /// <summary>Passes a token of that kind, or reports what was expected.</summary>
    public bool Expect(TokenKind kind, string what, string? help = null)
    {
        if (TryTake(kind)) { return true; }
        FailExpected(what, help);
        return false;
    }

    /// <summary>Passes that word, or reports that it was expected.</summary>
    public bool ExpectWord(string word, string? help = null)
    {
        if (TryTakeWord(word)) { return true; }
        FailExpected($"'{word}'", help);
        return false;
    }

    /// <summary>Passes a name, or reports what was expected.</summary>
    public WordSyntax? ExpectName(string what, string? help = null)
    {
        if (Is(TokenKind.Word)) { return Word(Take()); }
        FailExpected(what, help);
        return null;
    }

    public WordSyntax Word(Token token) => new(Text(token).ToString(), Span(token));

    /// <summary>Passes a text in quotes, if one stands here.</summary>
    public TextSyntax? TryTakeText() => Is(TokenKind.Text) ? UnquoteText(Take()) : null;

    private TextSyntax UnquoteText(Token token)
    {
        var inner = Text(token)[1..];
        if (inner.Length > 0 && inner[^1] is '"' or '\'' or '\u201d') { inner = inner[..^1]; }
        if (!inner.Contains('\\')) { return new TextSyntax(inner.ToString(), Span(token)); }
        var plain = new System.Text.StringBuilder(inner.Length);
        for (int i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '\\' && i + 1 < inner.Length) { i++; }
            plain.Append(inner[i]);
        }

        return new TextSyntax(plain.ToString(), Span(token));
    }

    /// <summary>Reports a finding that leaves the meaning clear, unless the item has failed.</summary>
    public void Report(Diagnostic diagnostic)
    {
        if (!Failed && !Is(TokenKind.Unknown)) { _diagnostics.Add(diagnostic); }
    }

    /// <summary>Reports a finding after which the rest of the item cannot be trusted.</summary>
    public void Fail(Diagnostic diagnostic)
    {
        Report(diagnostic);
        Failed = true;
    }

    /// <summary>Reports that something else was expected here.</summary>
    public void FailExpected(string what, string? help = null)
    {
        if (Failed) { return; }
        bool cutByLayout = AtEnd && _end < _tokens.Count;
        Fail(SyntaxErrors.Expected(what, Current, Source, cutByLayout, help));
    }

    /// <summary>Gives up the rest of the item.</summary>
    public void SkipToEnd() => Position = _end;

    /// <summary>Gives up the rest of the line.</summary>
    public void SkipToNextLine()
    {
        while (!AtLineEnd) { Position++; }
    }

    /// <summary>Begins the item at the cursor; disposing of it moves the cursor to its end and reports what was left over.</summary>
    public Item BeginItem()
    {
        int column = Current.Column;
        int end = Position + 1;
        while (end < _end && !(_tokens[end].IsFirstOnLine && _tokens[end].Column <= column)) { end++; }
        return BeginRange(end);
    }

    /// <summary>Begins an item of tokens with nothing between them, white space inside parentheses apart: a cell of a table.</summary>
    public Item BeginCell()
    {
        int end = Position;
        int depth = 0;
        do
        {
            depth += _tokens[end].Kind switch
            {
                TokenKind.OpenParenthesis or TokenKind.OpenBracket => 1,
                TokenKind.CloseParenthesis or TokenKind.CloseBracket => -1,
                _ => 0,
            };
            end++;
        }
        while (end < _end && (depth > 0 || _tokens[end].Start == _tokens[end - 1].End));
        return BeginRange(end);
    }

    private Item BeginRange(int end)
    {
        var item = new Item(this, _end, Failed);
        _end = end;
        Failed = false;
        return item;
    }

    /// <summary>The first token in the item that satisfies a condition at no depth of parentheses, or null.</summary>
    public Token? FindInItem(TokenKind kind)
    {
        int depth = 0;
        for (int i = Position; i < _end; i++)
        {
            var found = _tokens[i].Kind;
            if (found is TokenKind.OpenParenthesis or TokenKind.OpenBracket or TokenKind.OpenBrace) { depth++; }
            else if (found is TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.CloseBrace) { depth--; }
            else if (found == kind && depth <= 0) { return _tokens[i]; }
        }

        return null;
    }

    /// <summary>The comments at the top of the text that a blank line parts from its first statement.</summary>
    public IReadOnlyList<string> TakeLeadingComments()
    {
        int last = AtEnd ? -1 : _comments.FindLastIndex(c => c.TokensBefore == 0 && c.IsDetached);
        int taken = 0;
        return TakeComments(_ => taken++ <= last) ?? (IReadOnlyList<string>)[];
    }

    /// <summary>The comments above the token at the cursor that belong to no statement yet.</summary>
    public IReadOnlyList<string> TakeCommentsAbove() => TakeComments(c => c.TokensBefore <= Position) ?? (IReadOnlyList<string>)[];

    /// <summary>The comments before the token just passed, behind it, and below it where they are indented deeper than a column.</summary>
    public IReadOnlyList<string> TakeCommentsInside(int column = int.MaxValue) =>
        TakeComments(c => c.TokensBefore < Position || (c.TokensBefore == Position && (!c.IsAlone || c.Column > column))) ?? (IReadOnlyList<string>)[];

    private List<string>? TakeComments(Func<Comment, bool> belongs)
    {
        List<string>? taken = null;
        while (_comment < _comments.Count && belongs(_comments[_comment])) { (taken ??= []).Add(_comments[_comment++].Text); }
        return taken;
    }

    /// <summary>The extent of an item; ends with the block that holds it.</summary>
    internal readonly ref struct Item(TokenCursor cursor, int outerEnd, bool outerFailed)
    {
        public void Dispose()
        {
            if (!cursor.AtEnd && !cursor.Failed) { cursor.Fail(SyntaxErrors.Unexpected(cursor.Current, cursor.Source)); }
            cursor.Position = cursor._end;
            cursor._end = outerEnd;
            cursor.Failed = outerFailed;
        }
    }
}
