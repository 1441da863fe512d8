namespace Plenum.Language.Syntax;

/// <summary>The codes of findings about the text itself; each has a page in <c>docs/diagnostics/</c>.</summary>
public static class SyntaxCodes
{
    /// <summary>The file is larger than the limit.</summary>
    public const string TooLarge = "PL0101";

    /// <summary>The file is not a text.</summary>
    public const string NotText = "PL0102";

    /// <summary>A character has no meaning in the language.</summary>
    public const string UnknownCharacter = "PL0103";

    /// <summary>A tab stands in the text.</summary>
    public const string Tab = "PL0104";

    /// <summary>A text in quotes does not end on its line.</summary>
    public const string UnterminatedText = "PL0105";

    /// <summary>A backslash in a text stands before something other than a quote or a backslash.</summary>
    public const string UnknownEscape = "PL0106";

    /// <summary>A number is not written as the language writes numbers.</summary>
    public const string BadNumber = "PL0107";

    /// <summary>A name has a character that names may not have.</summary>
    public const string BadName = "PL0108";

    /// <summary>A sign is spelt as in another language.</summary>
    public const string ForeignSpelling = "PL0109";

    /// <summary>A line begins with a word that starts no statement.</summary>
    public const string UnknownStatement = "PL0110";

    /// <summary>A statement stands where it does not belong.</summary>
    public const string MisplacedStatement = "PL0111";

    /// <summary>An equation stands without a declaration above it.</summary>
    public const string StrayEquation = "PL0112";

    /// <summary>Something else was expected here.</summary>
    public const string Expected = "PL0113";

    /// <summary>A line below a declaration begins with an unknown clause.</summary>
    public const string UnknownClause = "PL0114";

    /// <summary>A clause or part of a declaration does not belong to it, or is there twice.</summary>
    public const string MisplacedClause = "PL0115";

    /// <summary>A declaration of an equation has none, or more than one.</summary>
    public const string EquationCount = "PL0116";

    /// <summary>An equation has not exactly one <c>=</c>.</summary>
    public const string EqualsSign = "PL0117";

    /// <summary>A lag is not written as a whole number after a name.</summary>
    public const string BadLag = "PL0118";

    /// <summary>Something is called that is no function.</summary>
    public const string UnknownFunction = "PL0119";

    /// <summary>A function stands without parentheses.</summary>
    public const string FunctionWithoutArguments = "PL0120";

    /// <summary>Two comparisons follow one another.</summary>
    public const string ChainedComparison = "PL0121";

    /// <summary>An expression is nested too deeply or too long.</summary>
    public const string TooDeep = "PL0122";

    /// <summary>A width stands elsewhere than last.</summary>
    public const string MisplacedWidth = "PL0123";

    /// <summary>A table or a list of entries does not fit its sets.</summary>
    public const string TableShape = "PL0124";

    /// <summary>A declared name is a word of the language.</summary>
    public const string ReservedName = "PL0125";

    /// <summary>A word is not one of the few that may stand here.</summary>
    public const string UnknownChoice = "PL0126";

    /// <summary>A name with a dot stands outside an observed clause.</summary>
    public const string SeriesOutsideObserved = "PL0127";

    /// <summary>A cell of an account is a sum without parentheses.</summary>
    public const string CellSign = "PL0128";

    /// <summary>Two operands have no operator between them.</summary>
    public const string MissingOperator = "PL0129";

    /// <summary>An index is not written as the place requires.</summary>
    public const string BadIndex = "PL0130";

    /// <summary>A single <c>=</c> stands where two values are compared.</summary>
    public const string SingleEquals = "PL0131";

    /// <summary>A line begins as if it continued the line above, but is not indented deeper.</summary>
    public const string NotIndented = "PL0132";
}
