using Plenum.Language.Diagnostics;

namespace Plenum.Language.Syntax;

/// <content>Findings about statements and clauses.</content>
internal static partial class SyntaxErrors
{
    public static Diagnostic NoStatement(Token found, SourceText source) => Diagnostic.Error(
        SyntaxCodes.UnknownStatement,
        $"{Describe(found, source)} cannot begin a statement.",
        found.Span(source),
        "a statement begins with a word that says what it is, such as exogenous, parameter, identity or behavioural.",
        "indent the line deeper if it continues the statement above it.");

    public static Diagnostic NotIndented(Token found, SourceText source) => Diagnostic.Error(
        SyntaxCodes.NotIndented,
        $"the line begins with {Describe(found, source)}, but is not indented deeper than the line it continues.",
        found.Span(source),
        "a statement or an equation goes on only on lines indented deeper than its first.",
        "indent the line deeper.");

    public static Diagnostic UnknownStatement(SourceSpan span, string word, string? nearest) => Diagnostic.Error(
        SyntaxCodes.UnknownStatement,
        $"{Quote(word)} does not begin a statement.",
        span,
        "a statement begins with a word that says what it is, such as exogenous, parameter, identity or behavioural.",
        nearest is null ? "indent the line deeper if it continues the statement above it." : $"did you mean '{nearest}'?");

    public static Diagnostic StrayClause(SourceSpan span, string clause) => Diagnostic.Error(
        SyntaxCodes.MisplacedStatement,
        $"'{clause}' belongs to no declaration.",
        span,
        "a clause is indented deeper than the declaration it belongs to.",
        "indent the line deeper than the declaration above it.");

    public static Diagnostic StrayEquation(SourceSpan span, string name) => Diagnostic.Error(
        SyntaxCodes.StrayEquation,
        $"an equation that begins with {Quote(name)} has no declaration above it.",
        span,
        "an equation stands below the declaration that says what it is, and is indented deeper.",
        $"write above it: identity {Shorten(name)}, or behavioural {Shorten(name)}; and indent the equation.");

    public static Diagnostic MisplacedStatement(SourceSpan span, string keyword, StatementPlace place) => Diagnostic.Error(
        SyntaxCodes.MisplacedStatement,
        $"'{keyword}' cannot stand in {Name(place)}.",
        span,
        $"it belongs {Home(keyword)}.",
        place == StatementPlace.Top ? $"indent it below {(keyword is "replace" or "let" ? "a variant" : "a balance-sheet or flows")}." : "begin the line further left, or move it.");

    private static string Name(StatementPlace place) => place switch
    {
        StatementPlace.Top => "a model text at the top level",
        StatementPlace.Block => "a block",
        StatementPlace.Variant => "a variant",
        _ => "an account",
    };

    private static string Home(string keyword)
    {
        var places = Keywords.Statements[keyword];
        return places.Contains(StatementPlace.Block) ? "at the top level, in a block or in a variant"
            : places.Contains(StatementPlace.Top) ? "at the top level"
            : places.Contains(StatementPlace.Variant) ? "in a variant"
            : "in a balance-sheet or flows account";
    }

    public static Diagnostic IndentedStatement(Token found, SourceText source, string owner) => Diagnostic.Error(
        SyntaxCodes.MisplacedStatement,
        $"{Describe(found, source)} is indented below '{owner}', as if it belonged to it.",
        found.Span(source),
        "lines indented deeper than a statement belong to it.",
        $"begin the line in the same column as '{owner}'.");

    public static Diagnostic UnknownChoice(WordSyntax word, string what, IReadOnlyList<string> choices) => Diagnostic.Error(
        SyntaxCodes.UnknownChoice,
        $"{Quote(word.Value)} is not a {what}.",
        word.Span,
        $"a {what} is {string.Join(", ", choices.SkipLast(1))} or {choices[^1]}.",
        Suggestion.Nearest(word.Value, choices) is { } nearest ? $"did you mean '{nearest}'?" : "write one of these words in its place.");

    public static Diagnostic ReservedName(WordSyntax name) => Diagnostic.Error(
        SyntaxCodes.ReservedName,
        $"'{name.Value}' cannot name a variable or parameter.",
        name.Span,
        $"'{name.Value}' is {(Functions.IsCallable(name.Value) ? "a function" : "a word of the language")}, so an expression could not tell them apart.",
        $"choose a longer name, such as {name.Value}_rate.");

    public static Diagnostic UnitOfCondition(SourceSpan span, WordSyntax name) => Diagnostic.Error(
        SyntaxCodes.MisplacedClause,
        $"the equation '{Shorten(name.Value)}' has a unit.",
        span,
        "'equation' names a condition, not a variable; its two sides have units of their own.",
        $"remove the unit, or write 'identity {Shorten(name.Value)}' if it defines the variable of that name.");

    public static Diagnostic ValueOfVariable(SourceSpan span, string keyword, WordSyntax name) => Diagnostic.Error(
        SyntaxCodes.MisplacedClause,
        $"'{keyword} {Shorten(name.Value)}' has a value or an equation in its head line.",
        span,
        "only a parameter has its value in the model; an equation stands on a line below its declaration.",
        keyword is "behavioural" or "identity" or "equation" ? "write the equation on the next line, indented deeper." : $"write: parameter {Shorten(name.Value)} = ..., or give the path in the data or a scenario.");

    public static Diagnostic NoValue(WordSyntax name, int indices) => Diagnostic.Error(
        SyntaxCodes.MisplacedClause,
        $"the parameter '{Shorten(name.Value)}' has no value.",
        name.Span,
        "a parameter has its value in the model; a scenario may change it.",
        indices == 0 ? $"write: parameter {Shorten(name.Value)} = 0.5" : "write '= value' for all members, '= { member: value, ... }', or a table below it.");

    public static Diagnostic NoEquation(WordSyntax name, string keyword) => Diagnostic.Error(
        SyntaxCodes.EquationCount,
        $"'{keyword} {Shorten(name.Value)}' has no equation.",
        name.Span,
        $"the equation of '{keyword}' stands on the lines below it, indented deeper.",
        keyword is "behavioural" or "identity" ? $"add below it: {Shorten(name.Value)} = ..., or write 'endogenous' if other equations determine it." : "add it below: left = right");

    public static Diagnostic TwoEquations(SourceSpan span, WordSyntax name) => Diagnostic.Error(
        SyntaxCodes.EquationCount,
        $"'{Shorten(name.Value)}' has a second equation.",
        span,
        "each declaration has one equation; a line that continues the one above is indented deeper than it.",
        "indent the line deeper if it continues the equation, or declare another name for it.");

    public static Diagnostic NoLeftSide(SourceSpan span) => Diagnostic.Error(
        SyntaxCodes.EqualsSign,
        "the equation has nothing before '='.",
        span,
        "an equation has two sides.",
        "write what it determines before '='; indent the line deeper if it continues the line above.");

    public static Diagnostic NoEqualsSign(SourceSpan span) => Diagnostic.Error(
        SyntaxCodes.EqualsSign,
        "the equation has no '='.",
        span,
        "an equation has two sides with '=' between them.",
        "write: left = right; indent the line deeper if it continues the line above.");

    public static Diagnostic DoubleEquals(SourceSpan span) => Diagnostic.Error(
        SyntaxCodes.EqualsSign,
        "the equation has '==' between its sides.",
        span,
        "'==' compares; '=' joins the two sides of an equation.",
        "write '='.");

    public static Diagnostic SecondEqualsSign(SourceSpan span) => Diagnostic.Error(
        SyntaxCodes.EqualsSign,
        "the equation has a second '='.",
        span,
        "an equation has two sides with one '=' between them.",
        "write '==' to compare; put a second equation below a declaration of its own.");

    public static Diagnostic UnknownClause(SourceSpan span, ClauseOwner owner, string? nearest) => Diagnostic.Error(
        SyntaxCodes.UnknownClause,
        $"{Quote(span.Text)} is not a clause.",
        span,
        $"below {Name(owner)} may stand: {string.Join(", ", Keywords.Clauses.Where(c => c.Value.HasFlag(owner)).Select(c => c.Key).Order(StringComparer.Ordinal))}.",
        nearest is null ? "remove it, or begin the line further left if it is a statement." : $"did you mean '{nearest}'?");

    public static Diagnostic MisplacedClause(SourceSpan span, string clause, string keyword, ClauseOwner owners) => Diagnostic.Error(
        SyntaxCodes.MisplacedClause,
        $"'{clause}' does not belong to '{keyword}'.",
        span,
        $"it belongs to {Names(owners)}.",
        "remove it.");

    public static Diagnostic RepeatedClause(SourceSpan span, string clause, WordSyntax name) => clause == "table"
        ? Diagnostic.Error(SyntaxCodes.MisplacedClause, $"'{Shorten(name.Value)}' has a table besides another value.", span, "a parameter has its values in one place.", "remove one of them.")
        : Diagnostic.Error(SyntaxCodes.MisplacedClause, $"'{Shorten(name.Value)}' has '{clause}' twice.", span, "each clause stands once.", "remove one of them.");

    private static string Name(ClauseOwner owner) => owner switch
    {
        ClauseOwner.Variable => "a variable",
        ClauseOwner.Parameter => "a parameter",
        ClauseOwner.Behavioural => "a behavioural equation",
        ClauseOwner.Identity => "an identity",
        _ => "an equation",
    };

    private static string Names(ClauseOwner owners)
    {
        ClauseOwner[] each = [ClauseOwner.Variable, ClauseOwner.Parameter, ClauseOwner.Behavioural, ClauseOwner.Identity, ClauseOwner.Condition];
        return string.Join(" or ", each.Where(o => owners.HasFlag(o)).Select(Name));
    }

    public static Diagnostic EquationBelowData(SourceSpan span, string keyword, WordSyntax name) => Diagnostic.Error(
        SyntaxCodes.MisplacedClause,
        $"'{keyword} {Shorten(name.Value)}' has an equation below it.",
        span,
        "only behavioural, identity and equation have one.",
        $"write 'identity' or 'behavioural' in place of '{keyword}', or begin the line further left.");

    public static Diagnostic IndexInData(SourceSpan span, string set) => Diagnostic.Error(
        SyntaxCodes.BadIndex,
        $"{Quote(span.Text)} names an index, and the declaration does not need one.",
        span,
        "a declaration of data names its sets; an equation names indices.",
        $"write [{Shorten(set)}]; a label names the index by its set: {{{Shorten(set)}}}.");

    public static Diagnostic EntryMembers(IReadOnlyList<WordSyntax> members, WordSyntax name, int indices) => Diagnostic.Error(
        SyntaxCodes.TableShape,
        indices == 0 ? $"'{Shorten(name.Value)}' has values for members, but no set." : $"the entry '{Shorten(string.Join(' ', members.Select(m => m.Value)))}' names {members.Count} of {indices} members.",
        members[0].Span.To(members[^1].Span),
        "an entry names one member of each set of its parameter.",
        indices == 0 ? $"name the set: parameter {Shorten(name.Value)}[partner] = {{ ... }}" : null);

    public static Diagnostic TableWithoutSets(SourceSpan span, WordSyntax name) => Diagnostic.Error(
        SyntaxCodes.TableShape,
        $"'{Shorten(name.Value)}' has a table, but no sets.",
        span,
        "a table has a row for each member of one set and a column for each member of another.",
        $"name them: parameter {Shorten(name.Value)}[industry, demand]");

    public static Diagnostic EmptyTable(SourceSpan span, WordSyntax name) => Diagnostic.Error(
        SyntaxCodes.TableShape,
        $"the table of '{Shorten(name.Value)}' has no values.",
        span,
        "the members of the last set stand on the line of 'table', the rows on lines below it, indented deeper.",
        "add the rows, or indent them deeper than 'table'.");

    public static Diagnostic RowLength(SourceSpan span, int values, int columns) => Diagnostic.Error(
        SyntaxCodes.TableShape,
        $"the row has {values} {(values == 1 ? "value" : "values")}, and the table {columns} {(columns == 1 ? "column" : "columns")}.",
        span,
        "white space separates the values, so that an expression in a table has none outside parentheses.",
        values > columns ? "write 1/3 or (a + b), not 1 / 3." : "add the missing values.");

    public static Diagnostic RepeatedMember(SourceSpan span, string what) => Diagnostic.Error(
        SyntaxCodes.TableShape,
        $"the table has a second {what} {Quote(span.Text)}.",
        span,
        "a table gives each value once.",
        $"remove one {what}, or write the member that was meant.");

    public static Diagnostic NoSectors(SourceSpan span) => Diagnostic.Error(
        SyntaxCodes.EquationCount,
        "the account does not begin with its sectors.",
        span,
        "the sectors are the columns of an account.",
        "add as its first line: sectors households, firms, government");

    public static Diagnostic SpaceInCell(Token sign, SourceText source) => Diagnostic.Error(
        SyntaxCodes.TableShape,
        $"'{source.Text.AsSpan(sign.Start, sign.Length)}' stands alone in the row.",
        sign.Span(source),
        "white space separates the values, so that an expression in a table has none outside parentheses.",
        "write 1/3 or (a + b), not 1 / 3.");

    public static Diagnostic CellSign(SourceSpan span, ReadOnlySpan<char> sign, string sum) => Diagnostic.Error(
        SyntaxCodes.CellSign,
        "the cell is a sum without parentheses.",
        span,
        $"the leading '{sign}' binds the whole cell, so that '{sign}a+b' could be read in two ways.",
        $"write +({(sign is "-" ? "-" : "")}{Shorten(sum)}), if that is meant.");
}
