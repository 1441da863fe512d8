using System.Globalization;
using Plenum.Language.Diagnostics;

namespace Plenum.Language.Syntax;

/// <summary>Reads expressions by operator precedence.</summary>
/// <remarks>Source: V. Pratt (1973), "Top down operator precedence", POPL. Depth is counted, so that no text can exhaust the stack.</remarks>
internal sealed class ExpressionParser(TokenCursor cursor)
{
    private int _nesting;
    private int _parentheses;
    private int _height;

    /// <summary>Whether names may have dots, as data series do.</summary>
    public bool AllowSeries { get; set; }

    /// <summary>Reads a whole expression; a mistake is reported, and gives a part that is missing.</summary>
    public ExpressionSyntax Parse()
    {
        var expression = ParseBinary(Precedence.Lowest);
        var next = cursor.Current;
        bool startsOperand = next.Kind is TokenKind.Word or TokenKind.Number or TokenKind.OpenParenthesis;
        if (startsOperand && (_parentheses > 0 || !next.IsFirstOnLine) && !(next.Kind == TokenKind.Word && cursor.Peek(1).Kind == TokenKind.Text))
        {
            cursor.Fail(SyntaxErrors.MissingOperator(cursor.Previous, next, cursor.Source));
        }

        return expression;
    }

    /// <summary>Reads an expression that has no <c>+</c> or <c>-</c> outside parentheses.</summary>
    public ExpressionSyntax ParseTerm() => ParseBinary(Precedence.Multiplicative);

    private ExpressionSyntax ParseBinary(int minimum)
    {
        var first = cursor.Current;
        var left = ParseUnary(minimum);
        int height = _height;
        while (TryOperator(out var op) && Precedence.Of(op) is int precedence && precedence >= minimum)
        {
            var sign = cursor.Take();
            if (sign.Kind == TokenKind.Equals) { cursor.Report(SyntaxErrors.SingleEquals(cursor.Span(sign))); }
            var right = op == SyntaxOperator.Power ? ParseExponent(sign) : ParseBinary(precedence + 1);
            height = Math.Max(height, _height) + 1;
            if (height > SyntaxLimits.Chain)
            {
                GiveUp(SyntaxErrors.TooLong(cursor.Span(sign)));
                height = 0;
                left = new MissingSyntax(cursor.Span(sign));
                break;
            }

            if (precedence == Precedence.Comparison && left is BinarySyntax { Operator: var previous } chained && Precedence.Of(previous) == precedence && !IsParenthesised(chained))
            {
                cursor.Report(SyntaxErrors.ChainedComparison(chained, cursor.Span(sign), right));
            }

            left = new BinarySyntax(op, left, right, cursor.Span(sign), cursor.SpanFrom(first));
        }

        _height = height;
        return left;
    }

    /// <summary>Whether parentheses stand around a part, which its span then covers.</summary>
    private bool IsParenthesised(BinarySyntax part) => part.Span.Start < part.Left.Span.Start;

    private ExpressionSyntax ParseExponent(Token sign)
    {
        if (!TryNest(sign)) { return Missing(sign); }
        var exponent = ParseBinary(Precedence.Unary);
        _nesting--;
        return exponent;
    }

    private bool TryOperator(out SyntaxOperator op)
    {
        var token = cursor.Current;
        SyntaxOperator? found = token.Kind switch
        {
            TokenKind.Plus => SyntaxOperator.Add,
            TokenKind.Minus => SyntaxOperator.Subtract,
            TokenKind.Star => SyntaxOperator.Multiply,
            TokenKind.Slash => SyntaxOperator.Divide,
            TokenKind.Caret => SyntaxOperator.Power,
            TokenKind.Less => SyntaxOperator.Less,
            TokenKind.LessOrEqual => SyntaxOperator.LessOrEqual,
            TokenKind.Greater => SyntaxOperator.Greater,
            TokenKind.GreaterOrEqual => SyntaxOperator.GreaterOrEqual,
            TokenKind.EqualEqual => SyntaxOperator.Equal,
            TokenKind.Equals when _parentheses > 0 => SyntaxOperator.Equal,
            TokenKind.NotEqual => SyntaxOperator.NotEqual,
            TokenKind.Word when cursor.IsWord("and") => SyntaxOperator.And,
            TokenKind.Word when cursor.IsWord("or") => SyntaxOperator.Or,
            _ => null,
        };
        op = found.GetValueOrDefault();
        return found is not null;
    }

    private ExpressionSyntax ParseUnary(int minimum)
    {
        var sign = cursor.Current;
        if (cursor.IsWord("not")) { return ParseSigned(SyntaxOperator.Not, minimum); }
        if (sign.Kind == TokenKind.Minus) { return ParseSigned(SyntaxOperator.Negate, minimum); }
        if (sign.Kind == TokenKind.Plus)
        {
            // A leading plus says nothing; it is read and left out.
            cursor.Take();
            if (!TryNest(sign)) { return Missing(sign); }
            var operand = ParseBinary(Math.Max(minimum, Precedence.Unary));
            _nesting--;
            return operand;
        }

        return ParsePrimary();
    }

    private ExpressionSyntax ParseSigned(SyntaxOperator op, int minimum)
    {
        var sign = cursor.Take();
        if (op == SyntaxOperator.Not && minimum > Precedence.Not) { cursor.Report(SyntaxErrors.NotNeedsParentheses(cursor.Span(sign))); }
        if (!TryNest(sign)) { return Missing(sign); }
        var operand = ParseBinary(Precedence.Of(op));
        _nesting--;
        _height++;
        return new UnarySyntax(op, operand, cursor.SpanFrom(sign));
    }

    private ExpressionSyntax ParsePrimary()
    {
        _height = 1;
        var token = cursor.Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                cursor.Take();
                return new NumberSyntax(Lexer.Value(cursor.Text(token)), cursor.Text(token).ToString(), cursor.Span(token));
            case TokenKind.OpenParenthesis:
                return ParseParenthesised();
            case TokenKind.Word when !cursor.IsWord("and") && !cursor.IsWord("or"):
                return ParseNamed();
            default:
                cursor.FailExpected("an expression", token.Kind == TokenKind.Text ? "texts in quotes are labels; an expression has numbers and names." : null);
                return Missing(token);
        }
    }

    private ExpressionSyntax ParseParenthesised()
    {
        var open = cursor.Take();
        ExpressionSyntax inner = Missing(open);
        if (TryOpen(open))
        {
            inner = Parse();
            Close(open);
        }

        var span = cursor.SpanFrom(open);
        if (cursor.Is(TokenKind.OpenParenthesis) && cursor.Previous.End == cursor.Current.Start)
        {
            cursor.Fail(SyntaxErrors.LagOfExpression(span));
        }

        return inner with { Span = span };
    }

    private bool TryOpen(Token parenthesis)
    {
        if (!TryNest(parenthesis)) { return false; }
        _parentheses++;
        return true;
    }

    private void Close(Token open)
    {
        _nesting--;
        _parentheses--;
        if (cursor.TryTake(TokenKind.CloseParenthesis)) { return; }
        var (line, column) = cursor.Source.Position(open.Start);
        cursor.FailExpected("')'", string.Create(CultureInfo.InvariantCulture, $"close the parenthesis opened in line {line}, column {column}."));
    }

    private ExpressionSyntax ParseNamed()
    {
        var name = cursor.Take();
        string text = cursor.Text(name).ToString();
        if (!Functions.IsReserved(text)) { return ParseName(name, text); }
        if (!cursor.Is(TokenKind.OpenParenthesis) || !Functions.IsCallable(text))
        {
            cursor.Fail(SyntaxErrors.FunctionWithoutArguments(text, cursor.Span(name)));
            return Missing(name);
        }

        var call = text is "sum" or "prod" ? ParseAggregate(name, text == "prod") : ParseCall(name, text);
        if (cursor.Is(TokenKind.OpenParenthesis) && call is not MissingSyntax) { cursor.Fail(SyntaxErrors.LagOfExpression(call.Span)); }
        return call;
    }

    private ExpressionSyntax ParseCall(Token name, string function)
    {
        var open = cursor.Take();
        if (!TryOpen(open)) { return Missing(name); }
        var arguments = new List<ExpressionSyntax>();
        ExpressionSyntax? width = null;
        int height = 0;
        if (!cursor.Is(TokenKind.CloseParenthesis))
        {
            do
            {
                if (width is not null) { cursor.Report(SyntaxErrors.MisplacedWidth(width.Span, function)); }
                if (cursor.TryTakeWord("width")) { width = Parse(); }
                else { arguments.Add(Parse()); }
                height = Math.Max(height, _height);
            }
            while (cursor.TryTake(TokenKind.Comma));
        }

        Close(open);
        _height = height + 1;
        return new CallSyntax(function, arguments, width, cursor.Span(name), cursor.SpanFrom(name));
    }

    private ExpressionSyntax ParseAggregate(Token name, bool isProduct)
    {
        var open = cursor.Take();
        if (!TryOpen(open)) { return Missing(name); }
        var binders = new List<BinderSyntax>();
        do
        {
            var first = cursor.Current;
            string help = isProduct ? "write prod(i in industry: x[i])." : "write sum(i in industry: x[i]); to add single values, use '+'.";
            if (cursor.ExpectName("an index and its set", help) is not { } index || !cursor.ExpectWord("in", help)) { break; }
            if (cursor.ExpectName("a set", help) is not { } set) { break; }
            binders.Add(new BinderSyntax(index.Value, set.Value, cursor.SpanFrom(first)));
        }
        while (cursor.TryTake(TokenKind.Comma));
        cursor.Expect(TokenKind.Colon, "':'", "a colon stands between the sets and what is added, as in sum(i in industry: x[i]).");
        var body = cursor.Failed ? Missing(cursor.Current) : Parse();
        Close(open);
        _height++;
        return new AggregateSyntax(isProduct, binders, body, cursor.SpanFrom(name));
    }

    private ExpressionSyntax ParseName(Token first, string name)
    {
        if (cursor.Is(TokenKind.Dot)) { name = ParseSeriesName(first); }
        var nameSpan = cursor.SpanFrom(first);
        var indices = new List<IndexSyntax>();
        if (cursor.TryTake(TokenKind.OpenBracket))
        {
            do { indices.Add(ParseIndex(name)); }
            while (cursor.TryTake(TokenKind.Comma));
            cursor.Expect(TokenKind.CloseBracket, "']'");
        }

        int lag = 0;
        if (cursor.Is(TokenKind.OpenParenthesis) && !TryParseLag(first, name, indices.Count > 0, out lag)) { return Missing(first); }
        return new NameSyntax(name, indices, lag, nameSpan, cursor.SpanFrom(first));
    }

    private string ParseSeriesName(Token first)
    {
        while (cursor.Is(TokenKind.Dot) && cursor.Previous.End == cursor.Current.Start && cursor.IsAdjacent(0) && cursor.Peek(1).Kind == TokenKind.Word)
        {
            cursor.Take();
            cursor.Take();
        }

        var span = cursor.SpanFrom(first);
        if (!AllowSeries) { cursor.Report(SyntaxErrors.SeriesOutsideObserved(span)); }
        return span.Text;
    }

    private IndexSyntax ParseIndex(string owner)
    {
        var first = cursor.Current;
        if (first.Kind != TokenKind.Word || cursor.Peek(1).Kind is TokenKind.Plus or TokenKind.Minus)
        {
            cursor.Fail(SyntaxErrors.BadIndex(first, cursor.Source, owner));
            return new IndexSyntax("", null, cursor.Span(first));
        }

        string name = cursor.Word(cursor.Take()).Value;
        IndexSyntax? argument = null;
        if (cursor.Is(TokenKind.OpenBracket))
        {
            if (!TryNest(cursor.Take())) { return new IndexSyntax(name, null, cursor.Span(first)); }
            argument = ParseIndex(owner);
            _nesting--;
            cursor.Expect(TokenKind.CloseBracket, "']'");
        }

        return new IndexSyntax(name, argument, cursor.SpanFrom(first));
    }

    /// <summary>Reads <c>(-1)</c> after a name; anything else in the parentheses is reported and skipped.</summary>
    private bool TryParseLag(Token first, string name, bool isIndexed, out int lag)
    {
        var open = cursor.Take();
        int signs = cursor.Current.Kind is TokenKind.Plus or TokenKind.Minus ? 1 : 0;
        var number = cursor.Peek(signs);
        if (number.Kind == TokenKind.Number && cursor.Peek(signs + 1).Kind == TokenKind.CloseParenthesis && !cursor.Text(number).ContainsAnyExceptInRange('0', '9'))
        {
            bool isLag = cursor.Is(TokenKind.Minus);
            while (cursor.Take().Kind != TokenKind.CloseParenthesis) { }
            int periods = int.TryParse(cursor.Text(number), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : int.MaxValue;
            if (periods > SyntaxLimits.Lag)
            {
                cursor.Report(SyntaxErrors.LagTooFar(cursor.SpanFrom(open), name));
                periods = SyntaxLimits.Lag;
            }

            lag = isLag ? -periods : periods;
            return true;
        }

        lag = 0;
        var inside = ReadParenthesesContent();
        var span = cursor.SpanFrom(first);
        cursor.Report(isIndexed || IsLikeLag(inside) || Suggestion.Nearest(name, Functions.Names) is not { } function
            ? SyntaxErrors.BadLag(span, name, inside, LagMeant(inside))
            : SyntaxErrors.UnknownFunction(new SourceSpan(cursor.Source, first.Start, name.Length), name, function));
        return false;
    }

    /// <summary>Moves past the parenthesis that closes the one just passed, and gives the tokens between.</summary>
    private List<Token> ReadParenthesesContent()
    {
        var inside = new List<Token>();
        for (int depth = 1; !cursor.AtEnd;)
        {
            var token = cursor.Take();
            if (token.Kind == TokenKind.OpenParenthesis) { depth++; }
            if (token.Kind == TokenKind.CloseParenthesis && --depth == 0) { break; }
            inside.Add(token);
        }

        return inside;
    }

    private bool IsLikeLag(List<Token> inside) => inside.Count > 0 && inside.Count <= 3 && (inside[^1].Kind == TokenKind.Number || (inside.Count == 1 && cursor.Text(inside[0]) is "t"));

    /// <summary>The lag that <c>t-1</c> means, as it is written here; null where it cannot be told.</summary>
    private string? LagMeant(List<Token> inside)
    {
        if (inside is not [{ Kind: TokenKind.Word }, { Kind: TokenKind.Plus or TokenKind.Minus } sign, { Kind: TokenKind.Number } number]) { return null; }
        return cursor.Text(number).ContainsAnyExceptInRange('0', '9') ? null : $"{cursor.Text(sign)}{cursor.Text(number)}";
    }

    private bool TryNest(Token at)
    {
        if (++_nesting <= SyntaxLimits.Nesting) { return true; }
        _nesting--;
        GiveUp(SyntaxErrors.TooDeep(cursor.Span(at)));
        return false;
    }

    private void GiveUp(Diagnostic diagnostic)
    {
        cursor.Fail(diagnostic);
        cursor.SkipToEnd();
    }

    private MissingSyntax Missing(Token at) => new(cursor.Span(at));
}
