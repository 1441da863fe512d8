using Plenum.Language.Diagnostics;

namespace Plenum.Language.Syntax;

/// <summary>The kinds of token.</summary>
internal enum TokenKind : byte
{
    /// <summary>Stands at the end of an item; never in the list of tokens.</summary>
    End,
    Word,
    Number,
    Text,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Comma,
    Colon,
    Equals,
    Plus,
    Minus,
    Star,
    Slash,
    Caret,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    EqualEqual,
    NotEqual,
    Dot,
    DotDot,

    /// <summary>Characters without a meaning, which were reported; a mistake here is not reported again.</summary>
    Unknown,
}

/// <summary>One token and its place in the layout.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Column">Column counted from 1, with tabs expanded: the indentation where it is the first on its line.</param>
/// <param name="IsFirstOnLine">Whether only white space stands before it on its line.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, int Column, bool IsFirstOnLine)
{
    /// <summary>Offset one past the last character.</summary>
    public int End => Start + Length;

    /// <summary>Its place.</summary>
    public SourceSpan Span(SourceText source) => new(source, Start, Length);
}

/// <summary>A comment and its place among the tokens.</summary>
/// <param name="Text">What stands after the slashes, without the blank before it and those after it.</param>
/// <param name="TokensBefore">The number of tokens before it.</param>
/// <param name="Column">Column of its slashes, counted from 1.</param>
/// <param name="IsAlone">Whether it has its line to itself.</param>
/// <param name="IsDetached">Whether the line below it is blank.</param>
internal readonly record struct Comment(string Text, int TokensBefore, int Column, bool IsAlone, bool IsDetached);
