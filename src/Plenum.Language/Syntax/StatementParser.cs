using Plenum.Language.Diagnostics;

namespace Plenum.Language.Syntax;

/// <summary>Where a statement stands, which decides what it may be.</summary>
internal enum StatementPlace
{
    Top,
    Block,
    Variant,
    Account,
}

/// <summary>Reads statements: this part finds out which statement it is, and reads those that declare no variable.</summary>
internal sealed partial class StatementParser(TokenCursor cursor)
{
    private const int DeepestBlock = 2;

    private readonly ExpressionParser _expressions = new(cursor);
    private int _blocks;

    /// <summary>Reads statements up to the end of the item that holds them.</summary>
    public List<StatementSyntax> ParseStatements(StatementPlace place)
    {
        var statements = new List<StatementSyntax>();
        while (!cursor.AtEnd && !cursor.IsFull)
        {
            var comments = cursor.TakeCommentsAbove();
            int column = cursor.Current.Column;
            StatementSyntax? statement;
            using (cursor.BeginItem())
            {
                statement = ParseStatement(place);
                if (cursor.Failed) { cursor.SkipToEnd(); }
            }

            var below = cursor.TakeCommentsInside(column);
            if (statement is null) { continue; }
            comments = Join(comments, statement.Comments);
            statements.Add(HoldsStatements(statement)
                ? statement with { Comments = comments, TrailingComments = below }
                : statement with { Comments = Join(comments, below) });
        }

        return statements;
    }

    private static bool HoldsStatements(StatementSyntax statement) => statement switch
    {
        BlockSyntax block => block.Statements.Count > 0,
        VariantSyntax variant => variant.Statements.Count > 0,
        AccountSyntax account => account.Lines.Count > 0,
        _ => false,
    };

    private static IReadOnlyList<string> Join(params ReadOnlySpan<IReadOnlyList<string>> parts)
    {
        IReadOnlyList<string> joined = [];
        foreach (var part in parts)
        {
            if (part.Count > 0) { joined = joined.Count == 0 ? part : [.. joined, .. part]; }
        }

        return joined;
    }

    private StatementSyntax? ParseStatement(StatementPlace place)
    {
        var first = cursor.Current;
        string keyword = ReadPhrase(out int tokens);
        if (!Keywords.Statements.ContainsKey(keyword))
        {
            var (finding, meant) = UnknownStatement(first, keyword, place);
            cursor.Report(finding);
            if (meant is null)
            {
                cursor.SkipToEnd();
                return null;
            }

            keyword = meant;
        }

        if (!Keywords.Statements[keyword].Contains(place)) { cursor.Report(SyntaxErrors.MisplacedStatement(cursor.Span(first), keyword, place)); }
        for (int i = 0; i < tokens; i++) { cursor.Take(); }
        return keyword switch
        {
            "model" => ParseModel(first),
            "frequency" => ParseFrequency(first),
            "set" => ParseSet(first),
            "subset" => ParseSubset(first),
            "map" => ParseMap(first),
            "unit" => ParseUnitDeclaration(first),
            "block" => ParseBlock(first),
            "endogenous" => ParseVariable(first, DeclaredRole.Endogenous),
            "exogenous" => ParseVariable(first, DeclaredRole.Exogenous),
            "shock" => ParseVariable(first, DeclaredRole.Shock),
            "parameter" => ParseParameter(first),
            "behavioural" => ParseEquation(first, DeclaredEquation.Behavioural),
            "identity" => ParseEquation(first, DeclaredEquation.Identity),
            "equation" => ParseEquation(first, DeclaredEquation.Condition),
            "balance-sheet" => ParseAccount(first, isBalanceSheet: true),
            "flows" => ParseAccount(first, isBalanceSheet: false),
            "row" => ParseRow(first, isReal: false),
            "real" => ParseRealRow(first),
            "total" => ParseTotal(first),
            "variant" => ParseVariant(first),
            "replace" => ParseReplace(first),
            "let" => ParseLet(first),
            _ => throw new InvalidOperationException($"The statement '{keyword}' is listed but not read."),
        };
    }

    /// <summary>Whether a phrase of so many tokens at the cursor begins a statement, rather than an expression.</summary>
    private bool BeginsStatement(string phrase, int tokens)
    {
        var next = cursor.Peek(tokens);
        return Keywords.Statements.ContainsKey(phrase) && (next.Kind == TokenKind.Text || (next.Kind == TokenKind.Word && cursor.Text(next) is not ("and" or "or")));
    }

    /// <summary>The word at the cursor, with hyphens and the words after them: <c>balance-sheet</c>; empty where no word stands.</summary>
    private string ReadPhrase(out int tokens)
    {
        tokens = cursor.Is(TokenKind.Word) ? 1 : 0;
        if (tokens == 0) { return ""; }
        int start = cursor.Current.Start;
        while (cursor.Peek(tokens).Kind == TokenKind.Minus && cursor.IsAdjacent(tokens - 1) && cursor.IsAdjacent(tokens) && cursor.Peek(tokens + 1).Kind == TokenKind.Word) { tokens += 2; }
        return cursor.Source.Text[start..cursor.Peek(tokens - 1).End];
    }

    /// <summary>What is wrong with a line that begins no statement, and the statement that was meant where a slip is plain.</summary>
    private (Diagnostic Finding, string? Meant) UnknownStatement(Token first, string phrase, StatementPlace place)
    {
        bool hasEqualsSign = cursor.FindInItem(TokenKind.Equals) is not null;
        if (IsContinuation(first)) { return (SyntaxErrors.NotIndented(first, cursor.Source), null); }
        if (phrase.Length == 0) { return (SyntaxErrors.NoStatement(first, cursor.Source), null); }
        var span = new SourceSpan(cursor.Source, first.Start, phrase.Length);
        if (Keywords.Clauses.ContainsKey(phrase) && !hasEqualsSign) { return (SyntaxErrors.StrayClause(span, phrase), null); }
        string? nearest = Suggestion.Nearest(phrase, Keywords.Statements.Where(s => s.Value.Contains(place)).Select(s => s.Key));
        bool isPlain = nearest is not null && cursor.Peek(1).Kind is TokenKind.Word or TokenKind.Text;
        if (!isPlain && hasEqualsSign) { return (SyntaxErrors.StrayEquation(cursor.Span(first), phrase), null); }
        return (SyntaxErrors.UnknownStatement(span, phrase, nearest), isPlain ? nearest : null);
    }

    /// <summary>Ends the head line: what is left of it is reported, and the cursor moves to the next line.</summary>
    /// <returns>Whether the head could be read.</returns>
    private bool FinishHead()
    {
        if (!cursor.AtLineEnd && !cursor.Failed) { cursor.Fail(SyntaxErrors.Unexpected(cursor.Current, cursor.Source)); }
        cursor.SkipToNextLine();
        return !cursor.Failed;
    }

    /// <summary>Ends a statement that has no lines below its head.</summary>
    private SourceSpan Finish(Token first)
    {
        bool isRead = FinishHead();
        if (isRead && !cursor.AtEnd)
        {
            string owner = cursor.Text(first).ToString();
            cursor.Fail(BeginsStatement(ReadPhrase(out int tokens), tokens) ? SyntaxErrors.IndentedStatement(cursor.Current, cursor.Source, owner) : SyntaxErrors.Unexpected(cursor.Current, cursor.Source));
        }

        cursor.SkipToEnd();
        return cursor.SpanFrom(first);
    }

    private ModelDeclarationSyntax? ParseModel(Token first)
    {
        if (cursor.ExpectName("the name of the model", "write: model china \"Title\"") is not { } name) { return null; }
        var title = cursor.TryTakeText();
        return new ModelDeclarationSyntax(name, title, Finish(first));
    }

    private FrequencySyntax? ParseFrequency(Token first)
    {
        if (cursor.ExpectName("annual, quarterly or monthly") is not { } frequency) { return null; }
        CheckChoice(frequency, "frequency", ["annual", "quarterly", "monthly"]);
        return new FrequencySyntax(frequency, Finish(first));
    }

    private void CheckChoice(WordSyntax word, string what, string[] choices)
    {
        if (!choices.Contains(word.Value)) { cursor.Report(SyntaxErrors.UnknownChoice(word, what, choices)); }
    }

    private SetSyntax? ParseSet(Token first) =>
        cursor.ExpectName("the name of the set", "write: set partner \"Trading partners\" = us, eu") is { } name ? ParseMembers(first, name, null) : null;

    private SetSyntax? ParseSubset(Token first)
    {
        const string help = "write: subset manufacturing of industry = traditional, emerging";
        if (cursor.ExpectName("the name of the subset", help) is not { } name || !cursor.ExpectWord("of", help)) { return null; }
        return cursor.ExpectName("the set it is part of", help) is { } parent ? ParseMembers(first, name, parent) : null;
    }

    private SetSyntax ParseMembers(Token first, WordSyntax name, WordSyntax? parent)
    {
        var label = cursor.TryTakeText();
        var members = new List<MemberSyntax>();
        if (cursor.Expect(TokenKind.Equals, "'=' and the members", $"write: {cursor.Text(first)} {name.Value} = first, second"))
        {
            do
            {
                if (cursor.ExpectName("a member") is not { } member) { break; }
                var memberLabel = cursor.TryTakeText();
                members.Add(new MemberSyntax(member, memberLabel, TryTakeLabelZh()));
            }
            while (cursor.TryTake(TokenKind.Comma));
        }

        return new SetSyntax(name, parent, label, members, Finish(first));
    }

    private TextSyntax? TryTakeLabelZh()
    {
        if (!cursor.IsWord("zh") || cursor.Peek(1).Kind != TokenKind.Text) { return null; }
        cursor.Take();
        return cursor.TryTakeText();
    }

    private MapSyntax? ParseMap(Token first)
    {
        const string help = "write: map bloc of partner to region = us: west, eu: west";
        if (cursor.ExpectName("the name of the map", help) is not { } name || !cursor.ExpectWord("of", help)) { return null; }
        if (cursor.ExpectName("the set it maps from", help) is not { } from || !cursor.ExpectWord("to", help)) { return null; }
        if (cursor.ExpectName("the set it maps to", help) is not { } to) { return null; }
        var entries = new List<MapEntrySyntax>();
        if (cursor.Expect(TokenKind.Equals, "'=' and the entries", help))
        {
            do
            {
                if (cursor.ExpectName("a member") is not { } member || !cursor.Expect(TokenKind.Colon, "':'", help)) { break; }
                if (cursor.ExpectName($"the member of '{to.Value}' that '{member.Value}' goes to", help) is not { } image) { break; }
                entries.Add(new MapEntrySyntax(member, image));
            }
            while (cursor.TryTake(TokenKind.Comma));
        }

        return new MapSyntax(name, from, to, entries, Finish(first));
    }

    private BlockSyntax? ParseBlock(Token first)
    {
        if (cursor.ExpectName("the name of the block", "write: block exports \"Exports by partner\"") is not { } name) { return null; }
        var title = cursor.TryTakeText();
        var (comments, statements) = ParseBody(StatementPlace.Block);
        return new BlockSyntax(name, title, statements, cursor.SpanFrom(first)) { Comments = comments };
    }

    /// <summary>Ends a head line and reads the statements indented below it.</summary>
    /// <returns>The comments at the end of the head line, and the statements.</returns>
    private (IReadOnlyList<string> HeadComments, List<StatementSyntax> Statements) ParseBody(StatementPlace place)
    {
        FinishHead();
        var comments = cursor.TakeCommentsInside();
        if (++_blocks > DeepestBlock) { cursor.SkipToEnd(); }
        var statements = ParseStatements(place);
        _blocks--;
        return (comments, statements);
    }

    private VariantSyntax? ParseVariant(Token first)
    {
        if (cursor.ExpectName("the name of the variant", "write: variant fixed_rate \"The exchange rate is fixed\"") is not { } name) { return null; }
        var title = cursor.TryTakeText();
        var (comments, statements) = ParseBody(StatementPlace.Variant);
        return new VariantSyntax(name, title, statements, cursor.SpanFrom(first)) { Comments = comments };
    }

    private ReplaceSyntax? ParseReplace(Token first)
    {
        const string help = "write: replace NAME with, and the new equation on the line below.";
        if (cursor.ExpectName("the name of an equation", help) is not { } name) { return null; }
        var indices = ParseIndices(IndexPlace.Equation);
        cursor.ExpectWord("with", help);
        if (cursor.Failed) { return null; }
        if (cursor.AtEnd)
        {
            cursor.Fail(SyntaxErrors.NoEquation(name, "replace"));
            return null;
        }

        EquationBodySyntax? body;
        using (cursor.BeginItem()) { body = ParseEquationBody(); }
        return new ReplaceSyntax(name, indices, body, Finish(first));
    }

    private LetSyntax? ParseLet(Token first)
    {
        const string help = "write: let NAME = NUMBER";
        if (cursor.ExpectName("a parameter or an exogenous name", help) is not { } name) { return null; }
        var indices = ParseIndices(IndexPlace.Equation);
        if (!cursor.Expect(TokenKind.Equals, "'='", help)) { return null; }
        var value = _expressions.Parse();
        return new LetSyntax(name, indices, value, Finish(first));
    }
}
