using System.Globalization;
using Plenum.Language.Diagnostics;

namespace Plenum.Language.Syntax;

/// <summary>Findings about characters, tokens and expressions: fact, why, and an edit that mends it.</summary>
internal static partial class SyntaxErrors
{
    private const int LongestQuote = 40;

    public static Diagnostic TooLarge(SourceText source) => Diagnostic.Error(
        SyntaxCodes.TooLarge,
        string.Create(CultureInfo.InvariantCulture, $"the file has {source.Text.Length / (1024.0 * 1024.0):0.0} MB; a model text may have at most 4 MB."),
        new SourceSpan(source, 0, 0),
        "a limit on size keeps a text from a stranger safe to open.",
        "write the model over sets, or split it into several files.");

    public static Diagnostic NotText(SourceSpan span)
    {
        bool isDecoded = span.Text == "\ufffd";
        return Diagnostic.Error(
            SyntaxCodes.NotText,
            isDecoded ? "the file is not in UTF-8." : $"the file is not a text: it has the control character U+{(int)span.Text[0]:X4}.",
            span,
            "a model is plain text in UTF-8.",
            isDecoded ? "save the file as UTF-8 (Chinese labels are often saved as GBK)." : "check that this is the right file.");
    }

    public static Diagnostic UnknownCharacter(SourceSpan span) => Diagnostic.Error(
        SyntaxCodes.UnknownCharacter,
        $"{Quote(span.Text)} has no meaning here.",
        span,
        "outside texts and comments a model has names, numbers and the signs ( ) [ ] { } , : = + - * / ^ < > .",
        "remove it, or put it into a text in double quotes.");

    public static Diagnostic Tab(SourceSpan span) => Diagnostic.Warning(
        SyntaxCodes.Tab,
        "the file has tabs.",
        span,
        "indentation says what belongs together, and a tab looks different in each editor; here it moves on to the next multiple of 4 columns.",
        "indent with spaces; 'plenum format' does so.");

    public static Diagnostic UnterminatedText(SourceSpan span) => Diagnostic.Error(
        SyntaxCodes.UnterminatedText,
        "the text has no closing quote.",
        span,
        "a text stands on one line, in double quotes.",
        "add '\"' where the text ends.");

    public static Diagnostic UnknownEscape(SourceSpan span) => Diagnostic.Error(
        SyntaxCodes.UnknownEscape,
        $"{Quote(span.Text)} means nothing in a text.",
        span,
        "a backslash only stands before a quote or another backslash.",
        $"write '\\{span.Text}' for a backslash.");

    public static Diagnostic BadNumber(SourceSpan span, SourceSpan regular)
    {
        string text = span.Text;
        string rest = text[regular.Length..];
        string help = text.StartsWith('.') ? $"write 0{regular.Text}."
            : rest == "." ? $"write {regular.Text}, or {regular.Text}.0."
            : rest == "%" && double.TryParse(regular.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double percent) ? string.Create(CultureInfo.InvariantCulture, $"write {percent / 100} for {text}.")
            : text.All(c => char.IsAsciiDigit(c) || c == '_') ? $"write {text.Replace("_", "", StringComparison.Ordinal)}."
            : $"write {regular.Text} * {Shorten(rest)} to multiply; a name begins with a letter.";
        return Diagnostic.Error(SyntaxCodes.BadNumber, $"{Quote(text)} is not a number.", span, "numbers are written 12, 0.5 or 1e-4.", help);
    }

    public static Diagnostic NumberTooLarge(SourceSpan span) => Diagnostic.Error(
        SyntaxCodes.BadNumber,
        $"{Quote(span.Text)} is too large.",
        span,
        "numbers are double precision, up to 1.8e308.",
        "choose a larger unit.");

    public static Diagnostic BadName(SourceSpan span)
    {
        bool isUnderscore = span.Text[0] == '_';
        return Diagnostic.Error(
            SyntaxCodes.BadName,
            $"{Quote(span.Text)} cannot be a name.",
            span,
            "names start with a letter from a to z and go on with letters, digits and '_', so that they can be typed on every keyboard.",
            isUnderscore && span.Text.TrimStart('_') is { Length: > 0 } bare && bare.All(char.IsAscii) ? $"write '{Shorten(bare)}'." : "choose a name in Latin letters, and give the other one as a label: zh \"...\".");
    }

    public static Diagnostic ForeignSpelling(SourceSpan span, string ours) => Diagnostic.Error(
        SyntaxCodes.ForeignSpelling,
        ours.Length == 0 ? $"'{span.Text}' is not needed." : $"'{span.Text}' is written '{ours}' here.",
        span,
        ours switch
        {
            "" => "a statement ends where the next line is not indented deeper.",
            "//" => "comments begin with '//'.",
            "\"" => "texts stand in straight double quotes.",
            _ when span.Text.All(char.IsAscii) => "each operation has one sign here, whatever other languages use.",
            _ => "signs are those of a plain keyboard, so that everyone can type them.",
        },
        ours.Length == 0 ? "remove it." : $"write '{ours}'.");

    public static Diagnostic Expected(string what, Token found, SourceText source, bool isCutByLayout, string? help) => Diagnostic.Error(
        SyntaxCodes.Expected,
        found.Kind == TokenKind.End ? $"expected {what}, but the line ends here." : $"expected {what}, but found {Describe(found, source)}.",
        found.Span(source),
        isCutByLayout ? "a statement goes on only on lines indented deeper than its first." : "what stands before it is not complete without it.",
        help ?? (isCutByLayout ? "indent the next line deeper, or complete this one." : $"write {what} here."));

    public static Diagnostic Unexpected(Token found, SourceText source) => Diagnostic.Error(
        SyntaxCodes.Expected,
        $"{Describe(found, source)} does not belong here.",
        found.Span(source),
        "what stands before it is already complete.",
        found.Kind == TokenKind.Equals ? "to compare, write '=='." : found.Kind is TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.CloseBrace ? $"remove '{source.Text[found.Start]}', or open it before." : "remove it, or begin a new line with it.");

    public static Diagnostic MissingOperator(Token left, Token right, SourceText source)
    {
        string before = Shorten(left.Span(source).Text);
        string after = Shorten(right.Span(source).Text);
        return Diagnostic.Error(
            SyntaxCodes.MissingOperator,
            $"there is no operator between '{before}' and '{after}'.",
            right.Span(source),
            "multiplication is always written with '*'.",
            right.Kind == TokenKind.OpenParenthesis ? $"write {before} * (...)." : $"write {before} * {after}, or put a comma between two arguments.");
    }

    public static Diagnostic SingleEquals(SourceSpan span) => Diagnostic.Error(
        SyntaxCodes.SingleEquals,
        "'=' stands where two values are compared.",
        span,
        "'=' joins the two sides of an equation; '==' compares.",
        "write '=='.");

    public static Diagnostic ChainedComparison(BinarySyntax left, SourceSpan sign, ExpressionSyntax right) => Diagnostic.Error(
        SyntaxCodes.ChainedComparison,
        $"'{sign.Text}' follows another comparison.",
        sign,
        "a comparison is true or false, and that is not compared with a number.",
        $"write {Shorten(left.Span.Text)} and {Shorten(left.Right.Span.Text)} {sign.Text} {Shorten(right.Span.Text)}.");

    public static Diagnostic NotNeedsParentheses(SourceSpan span) => Diagnostic.Error(
        SyntaxCodes.Expected,
        "'not' needs parentheses here.",
        span,
        "'not' binds looser than a comparison and than + - * /.",
        "write (not ...).");

    public static Diagnostic TooDeep(SourceSpan span) => Diagnostic.Error(
        SyntaxCodes.TooDeep,
        $"the expression has more than {SyntaxLimits.Nesting} parentheses, signs or powers inside one another.",
        span,
        "a limit on depth keeps a text from a stranger safe to open.",
        "give the inner part a name with an identity of its own.");

    public static Diagnostic TooLong(SourceSpan span) => Diagnostic.Error(
        SyntaxCodes.TooDeep,
        string.Create(CultureInfo.InvariantCulture, $"the expression has more than {SyntaxLimits.Chain:N0} operators one after another."),
        span,
        "a limit on length keeps a text from a stranger safe to open.",
        "use sum(i in ...: ...), or give parts names with identities of their own.");

    public static Diagnostic MisplacedWidth(SourceSpan span, string function) => Diagnostic.Error(
        SyntaxCodes.MisplacedWidth,
        $"'width' does not stand last in '{function}'.",
        span,
        "the width follows the arguments.",
        Functions.Find(function) is { } signature ? $"write {signature.Form}." : null);

    public static Diagnostic FunctionWithoutArguments(string word, SourceSpan span) => Functions.IsCallable(word)
        ? Diagnostic.Error(SyntaxCodes.FunctionWithoutArguments, $"'{word}' is a function, but has no arguments.", span, "the arguments of a function stand in parentheses.", $"write {Form(word)}.")
        : Diagnostic.Error(SyntaxCodes.FunctionWithoutArguments, $"'{word}' cannot stand here.", span, $"'{word}' is a word of the language, not a name.", word == "width" ? "write it as the last argument of a smooth function: pos(x, width 0.1)." : null);

    public static Diagnostic UnknownFunction(SourceSpan span, string name, string nearest) => Diagnostic.Error(
        SyntaxCodes.UnknownFunction,
        $"{Quote(name)} is not a function.",
        span,
        "parentheses follow a function, or hold the lag of a name: x(-1).",
        $"did you mean '{nearest}'? It is written {Form(nearest)}.");

    public static Diagnostic BadLag(SourceSpan span, string name, IReadOnlyList<Token> inside, string? meant)
    {
        string shown = Shorten(name);
        string content = inside.Count == 0 ? "" : Shorten(span.Source.Text[inside[0].Start..inside[^1].End]);
        return Diagnostic.Error(
            SyntaxCodes.BadLag,
            content.Length == 0 ? $"the parentheses after '{shown}' are empty." : $"'{content}' is not a lag of '{shown}'.",
            span,
            "parentheses after a name hold its lag or lead: a whole number of periods.",
            meant is not null ? $"write {shown}({meant})." : content.Length == 0 ? $"write {shown}, or {shown}(-1) for the period before." : $"write {shown}(-1) for the period before, or {shown} * ({content}) to multiply.");
    }

    public static Diagnostic LagTooFar(SourceSpan span, string name) => Diagnostic.Error(
        SyntaxCodes.BadLag,
        $"the lag of '{Shorten(name)}' is longer than {SyntaxLimits.Lag} periods.",
        span,
        "a limit on lags keeps the memory of a model bounded.",
        "carry a distant past in a variable of its own.");

    public static Diagnostic LagOfExpression(SourceSpan span) => Diagnostic.Error(
        SyntaxCodes.BadLag,
        $"{Quote(span.Text)} is followed by parentheses.",
        span,
        "a lag applies to a name, and multiplication is written with '*'.",
        "lag each name inside, as in log(x(-1)), or write '*'.");

    public static Diagnostic BadIndex(Token found, SourceText source, string owner)
    {
        bool isLag = found.Kind is TokenKind.Minus or TokenKind.Plus or TokenKind.Number or TokenKind.Word;
        return Diagnostic.Error(
            SyntaxCodes.BadIndex,
            $"{Describe(found, source)} cannot begin an index of '{Shorten(owner)}'.",
            found.Span(source),
            "square brackets hold an index, a member, or a map applied to one.",
            isLag ? $"a lag stands in parentheses: {Shorten(owner)}(-1)." : $"write {Shorten(owner)}[p].");
    }

    public static Diagnostic SeriesOutsideObserved(SourceSpan span) => Diagnostic.Error(
        SyntaxCodes.SeriesOutsideObserved,
        $"{Quote(span.Text)} is a data series, and stands in an equation.",
        span,
        "equations speak of the names a model declares; data series (file.series) stand in 'observed' clauses.",
        "declare an exogenous variable, and below it: observed " + Shorten(span.Text));

    private static string Form(string function) => function switch
    {
        "sum" => "sum(i in industry: x[i])",
        "prod" => "prod(i in industry: x[i])",
        _ => Functions.Find(function)!.Form,
    };

    private static string Describe(Token token, SourceText source) => token.Kind switch
    {
        TokenKind.End => "the end of the line",
        TokenKind.Text => $"the text {Shorten(token.Span(source).Text)}",
        TokenKind.Number => $"the number {Shorten(token.Span(source).Text)}",
        _ => Quote(token.Span(source).Text),
    };

    private static string Quote(string text) => $"'{Shorten(text)}'";

    private static string Shorten(string text)
    {
        int lineEnd = text.AsSpan().IndexOfAny('\r', '\n');
        if (lineEnd >= 0) { text = text[..lineEnd].TrimEnd() + " ..."; }
        return text.Length <= LongestQuote ? text : string.Concat(text.AsSpan(0, LongestQuote - 4), " ...");
    }
}
