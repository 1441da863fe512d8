using Plenum.Language.Diagnostics;

namespace Plenum.Language.Syntax;

/// <summary>Where indices stand, which decides how they are written.</summary>
internal enum IndexPlace
{
    Data,
    Equation,
}

/// <content>Variables, parameters and equations, with their clauses.</content>
internal sealed partial class StatementParser
{
    /// <summary>What the head line and the clauses of a declaration can say; each declaration takes what it may have.</summary>
    private sealed class Parts
    {
        public required WordSyntax Name { get; init; }
        public required ClauseOwner Owner { get; init; }
        public required Token Keyword { get; init; }
        public List<BinderSyntax> Indices { get; init; } = [];
        public UnitSyntax? Unit { get; set; }
        public TextSyntax? Label { get; set; }
        public TextSyntax? LabelZh { get; set; }
        public TextSyntax? Source { get; set; }
        public ExpressionSyntax? Observed { get; set; }
        public ExpressionSyntax? Value { get; set; }
        public List<ParameterEntrySyntax>? Entries { get; set; }
        public bool IsTable { get; set; }
        public (ExpressionSyntax Low, ExpressionSyntax High)? Range { get; set; }
        public EquationBodySyntax? Body { get; set; }
        public WordSyntax? AddFactor { get; set; }
        public TextSyntax? UncheckedUnits { get; set; }
        public bool IsFaulty { get; set; }
    }

    private VariableSyntax? ParseVariable(Token first, DeclaredRole role)
    {
        if (ParseParts(first, ClauseOwner.Variable, IndexPlace.Data) is not { } parts) { return null; }
        return new VariableSyntax(role, parts.Name, parts.Indices, parts.Unit, parts.Label, parts.LabelZh, parts.Source, parts.Observed, cursor.SpanFrom(first));
    }

    private ParameterSyntax? ParseParameter(Token first)
    {
        if (ParseParts(first, ClauseOwner.Parameter, IndexPlace.Data) is not { } parts) { return null; }
        if (parts is { Value: null, Entries: null, IsFaulty: false }) { cursor.Report(SyntaxErrors.NoValue(parts.Name, parts.Indices.Count)); }
        return new ParameterSyntax(parts.Name, parts.Indices, parts.Unit, parts.Label, parts.LabelZh, parts.Value, parts.Entries, parts.IsTable, parts.Range, parts.Source, cursor.SpanFrom(first));
    }

    private EquationSyntax? ParseEquation(Token first, DeclaredEquation kind)
    {
        var owner = kind switch
        {
            DeclaredEquation.Behavioural => ClauseOwner.Behavioural,
            DeclaredEquation.Identity => ClauseOwner.Identity,
            _ => ClauseOwner.Condition,
        };
        if (ParseParts(first, owner, IndexPlace.Equation) is not { } parts) { return null; }
        if (parts is { Body: null, IsFaulty: false }) { cursor.Report(SyntaxErrors.NoEquation(parts.Name, cursor.Text(first).ToString())); }
        return new EquationSyntax(kind, parts.Name, parts.Indices, parts.Unit, parts.Label, parts.LabelZh, parts.Body, parts.AddFactor, parts.UncheckedUnits, parts.Source, parts.Observed, cursor.SpanFrom(first));
    }

    private Parts? ParseParts(Token first, ClauseOwner owner, IndexPlace place)
    {
        if (cursor.ExpectName("a name") is not { } name) { return null; }
        if (Functions.IsReserved(name.Value)) { cursor.Report(SyntaxErrors.ReservedName(name)); }
        var parts = new Parts { Name = name, Owner = owner, Keyword = first, Indices = ParseIndices(place) };
        ParseHead(parts);
        parts.IsFaulty = !FinishHead();
        bool isSilent = parts.IsFaulty;
        while (!cursor.AtEnd)
        {
            using (cursor.BeginItem())
            {
                ParseClause(parts, isSilent);
                if (!cursor.Failed) { continue; }
                parts.IsFaulty = true;

                // A line that broke off at its end probably goes on in the next one, which then says nothing new.
                isSilent |= cursor.AtEnd;
                cursor.SkipToEnd();
            }
        }

        return parts;
    }

    /// <summary>Reads value, unit and labels of a head line, in any order.</summary>
    private void ParseHead(Parts parts)
    {
        while (!cursor.AtEnd && !cursor.Failed)
        {
            var at = cursor.Current;
            if (parts.Value is null && parts.Entries is null && cursor.Is(TokenKind.Equals) && !(at.IsFirstOnLine && (parts.Owner & ClauseOwner.AnyEquation) != 0)) { ParseValue(parts); }
            else if (parts.Unit is null && cursor.TryTake(TokenKind.Colon)) { parts.Unit = CheckUnitAllowed(parts, at, ParseUnit()); }
            else if (parts.Label is null && cursor.TryTakeText() is { } label) { parts.Label = label; }
            else if (parts.LabelZh is null && TryTakeLabelZh() is { } labelZh) { parts.LabelZh = labelZh; }
            else { break; }
        }
    }

    private UnitSyntax? CheckUnitAllowed(Parts parts, Token colon, UnitSyntax? unit)
    {
        if (parts.Owner == ClauseOwner.Condition) { cursor.Report(SyntaxErrors.UnitOfCondition(cursor.SpanFrom(colon), parts.Name)); }
        return unit;
    }

    private void ParseValue(Parts parts)
    {
        var sign = cursor.Take();
        if (parts.Owner != ClauseOwner.Parameter)
        {
            cursor.Fail(SyntaxErrors.ValueOfVariable(cursor.Span(sign), cursor.Text(parts.Keyword).ToString(), parts.Name));
        }
        else if (cursor.Is(TokenKind.OpenBrace)) { parts.Entries = ParseEntries(parts); }
        else { parts.Value = _expressions.Parse(); }
    }

    private List<ParameterEntrySyntax> ParseEntries(Parts parts)
    {
        var entries = new List<ParameterEntrySyntax>();
        cursor.Take();
        do
        {
            var members = new List<WordSyntax>();
            do
            {
                if (cursor.ExpectName("a member", "write: { us: 1.9, eu: 1.2 }") is not { } member) { return entries; }
                members.Add(member);
            }
            while (cursor.Is(TokenKind.Word));
            if (members.Count != parts.Indices.Count) { cursor.Report(SyntaxErrors.EntryMembers(members, parts.Name, parts.Indices.Count)); }
            if (!cursor.Expect(TokenKind.Colon, "':' and the value", "write: { us: 1.9, eu: 1.2 }")) { return entries; }
            var value = _expressions.Parse();
            if (members.Count == parts.Indices.Count) { entries.Add(new ParameterEntrySyntax(members, value)); }
        }
        while (cursor.TryTake(TokenKind.Comma));
        cursor.Expect(TokenKind.CloseBrace, "',' or '}'");
        return entries;
    }

    private List<BinderSyntax> ParseIndices(IndexPlace place)
    {
        var indices = new List<BinderSyntax>();
        if (!cursor.TryTake(TokenKind.OpenBracket)) { return indices; }
        do
        {
            var first = cursor.Current;
            if (cursor.ExpectName(place == IndexPlace.Data ? "a set" : "an index and its set, or a member") is not { } name) { return indices; }
            if (!cursor.TryTakeWord("in"))
            {
                indices.Add(new BinderSyntax(null, name.Value, name.Span));
                continue;
            }

            if (cursor.ExpectName("a set") is not { } set) { return indices; }
            var span = cursor.SpanFrom(first);
            if (place == IndexPlace.Data) { cursor.Report(SyntaxErrors.IndexInData(span, set.Value)); }
            indices.Add(new BinderSyntax(place == IndexPlace.Data ? null : name.Value, set.Value, span));
        }
        while (cursor.TryTake(TokenKind.Comma));
        cursor.Expect(TokenKind.CloseBracket, "']'");
        return indices;
    }

    private void ParseClause(Parts parts, bool isSilent)
    {
        var first = cursor.Current;
        string phrase = ReadPhrase(out int tokens);
        bool hasEqualsSign = cursor.FindInItem(TokenKind.Equals) is not null;
        if (Keywords.Clauses.ContainsKey(phrase) && !hasEqualsSign) { ParseClause(parts, phrase, tokens); }
        else if (BeginsStatement(phrase, tokens)) { cursor.Fail(SyntaxErrors.IndentedStatement(first, cursor.Source, cursor.Text(parts.Keyword).ToString())); }
        else if (isSilent && !hasEqualsSign) { cursor.SkipToEnd(); }
        else if (IsContinuation(first) && !hasEqualsSign) { cursor.Fail(SyntaxErrors.NotIndented(first, cursor.Source)); }
        else if (!hasEqualsSign && IsMisspeltClause(phrase, tokens, parts.Owner, out string? nearest))
        {
            cursor.Report(SyntaxErrors.UnknownClause(new SourceSpan(cursor.Source, first.Start, Math.Max(phrase.Length, first.Length)), parts.Owner, nearest));
            if (nearest is null) { cursor.SkipToEnd(); }
            else { ParseClause(parts, nearest, tokens); }
        }
        else { ParseEquationLine(parts, first); }
    }

    private static bool IsContinuation(Token first) => first.Kind is >= TokenKind.Plus and <= TokenKind.NotEqual or TokenKind.Comma or TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.CloseBrace;

    /// <summary>Whether a line without a known clause is a clause with a slip, rather than an equation that lacks its <c>=</c>.</summary>
    private bool IsMisspeltClause(string phrase, int tokens, ClauseOwner owner, out string? nearest)
    {
        nearest = phrase.Length == 0 ? null : Suggestion.Nearest(phrase, Keywords.Clauses.Where(c => c.Value.HasFlag(owner)).Select(c => c.Key));
        if (cursor.FindInItem(TokenKind.EqualEqual) is not null) { return false; }
        return nearest is not null || (owner & ClauseOwner.AnyEquation) == 0 || cursor.Peek(tokens).Kind == TokenKind.Text;
    }

    private void ParseClause(Parts parts, string keyword, int tokens)
    {
        var first = cursor.Current;
        for (int i = 0; i < tokens; i++) { cursor.Take(); }
        var owners = Keywords.Clauses[keyword];
        if (owners.HasFlag(parts.Owner)) { ParseKnownClause(parts, first, keyword); }
        else { cursor.Fail(SyntaxErrors.MisplacedClause(cursor.SpanFrom(first), keyword, cursor.Text(parts.Keyword).ToString(), owners)); }
    }

    private void ParseEquationLine(Parts parts, Token first)
    {
        if ((parts.Owner & ClauseOwner.AnyEquation) == 0)
        {
            cursor.Fail(SyntaxErrors.EquationBelowData(cursor.Span(first), cursor.Text(parts.Keyword).ToString(), parts.Name));
            return;
        }

        var body = ParseEquationBody();
        if (parts.Body is not null) { cursor.Report(SyntaxErrors.TwoEquations(body?.Span ?? cursor.Span(first), parts.Name)); }
        else { parts.Body = body; }
    }

    /// <summary>Reads <c>left = right</c>; null where there are not two sides.</summary>
    public EquationBodySyntax? ParseEquationBody()
    {
        var first = cursor.Current;
        if (cursor.Is(TokenKind.Equals)) { cursor.Fail(SyntaxErrors.NoLeftSide(cursor.Span(first))); }
        var left = _expressions.Parse();
        if (!cursor.TryTake(TokenKind.Equals))
        {
            if (cursor.AtEnd && left is BinarySyntax { Operator: SyntaxOperator.Equal } comparison) { cursor.Fail(SyntaxErrors.DoubleEquals(comparison.OperatorSpan)); }
            else if (cursor.AtEnd) { cursor.Fail(SyntaxErrors.NoEqualsSign(cursor.SpanFrom(first))); }
            else { cursor.FailExpected("an operator or '='"); }
            return null;
        }

        var right = _expressions.Parse();
        if (cursor.Is(TokenKind.Equals)) { cursor.Fail(SyntaxErrors.SecondEqualsSign(cursor.Span(cursor.Current))); }
        return new EquationBodySyntax(left, right, cursor.SpanFrom(first));
    }

    private void ParseKnownClause(Parts parts, Token first, string keyword)
    {
        bool isRepeated = keyword switch
        {
            "zh" => parts.LabelZh is not null,
            "source" => parts.Source is not null,
            "range" => parts.Range is not null,
            "table" => parts.Entries is not null || parts.Value is not null,
            "observed" => parts.Observed is not null,
            "add-factor" => parts.AddFactor is not null,
            _ => parts.UncheckedUnits is not null,
        };
        if (isRepeated)
        {
            cursor.Fail(SyntaxErrors.RepeatedClause(cursor.SpanFrom(first), keyword, parts.Name));
            return;
        }

        switch (keyword)
        {
            case "zh":
                parts.LabelZh = ExpectText(keyword);
                break;
            case "source":
                parts.Source = ExpectText(keyword);
                break;
            case "unchecked-units":
                parts.UncheckedUnits = ExpectText(keyword);
                break;
            case "range":
                parts.Range = ParseRange();
                break;
            case "table":
                ParseTable(parts, first);
                break;
            case "add-factor":
                parts.AddFactor = cursor.ExpectName("additive or multiplicative");
                if (parts.AddFactor is not null) { CheckChoice(parts.AddFactor, "form of add-factor", ["additive", "multiplicative"]); }
                break;
            default:
                _expressions.AllowSeries = true;
                parts.Observed = _expressions.Parse();
                _expressions.AllowSeries = false;
                break;
        }
    }

    private TextSyntax? ExpectText(string keyword)
    {
        var text = cursor.TryTakeText();
        if (text is null) { cursor.FailExpected("a text in double quotes", $"write: {keyword} \"...\""); }
        return text;
    }

    private (ExpressionSyntax Low, ExpressionSyntax High) ParseRange()
    {
        var low = _expressions.Parse();
        cursor.Expect(TokenKind.DotDot, "'..'", "write: range 0.7 .. 2.8");
        return (low, _expressions.Parse());
    }
}
