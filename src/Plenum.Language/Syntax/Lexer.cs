using System.Buffers;
using System.Globalization;
using Plenum.Language.Diagnostics;

namespace Plenum.Language.Syntax;

/// <summary>Cuts a text into tokens and comments in one pass.</summary>
/// <remarks>A slip that can only mean one thing, such as a full-width comma, is reported and read as what it means, so that it gives one finding.</remarks>
internal sealed class Lexer
{
    private const int TabWidth = 4;

    /// <summary>Control characters, and the character that decoders put where bytes are not UTF-8.</summary>
    private static readonly SearchValues<char> s_notText = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f\ufffd");

    private readonly SourceText _source;
    private readonly string _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<Token> _tokens = [];
    private readonly List<Comment> _comments = [];
    private HashSet<string>? _reportedNames;
    private int _position;
    private int _column = 1;
    private bool _atLineStart = true;
    private bool _tabReported;

    private Lexer(SourceText source, DiagnosticBag diagnostics)
    {
        _source = source;
        _text = source.Text;
        _diagnostics = diagnostics;
    }

    /// <summary>The tokens and comments of a text; it is not readable, and has none, where it is too large or not a text.</summary>
    public static (List<Token> Tokens, List<Comment> Comments, bool IsReadable) Read(SourceText source, DiagnosticBag diagnostics)
    {
        var lexer = new Lexer(source, diagnostics);
        bool isReadable = lexer.IsReadable();
        if (isReadable) { lexer.ReadAll(); }
        return (lexer._tokens, lexer._comments, isReadable);
    }

    private bool IsReadable()
    {
        if (_text.Length > SyntaxLimits.Characters)
        {
            _diagnostics.Add(SyntaxErrors.TooLarge(_source));
            return false;
        }

        int strange = _text.AsSpan().IndexOfAny(s_notText);
        if (strange >= 0)
        {
            _diagnostics.Add(SyntaxErrors.NotText(new SourceSpan(_source, strange, 1)));
            return false;
        }

        return true;
    }

    private void ReadAll()
    {
        if (_text.Length > 0 && _text[0] == '\ufeff') { _position = 1; }
        while (_position < _text.Length && _diagnostics.Count < DiagnosticBag.Limit)
        {
            char c = _text[_position];
            switch (c)
            {
                case '\n':
                    _position++;
                    _column = 1;
                    _atLineStart = true;
                    break;
                case ' ' or '\r' or '\f':
                    Skip(1);
                    break;
                case '\t':
                    SkipTab();
                    break;
                case '/' when Next == '/':
                    ReadComment(2);
                    break;
                case '"':
                    ReadText('"');
                    break;
                case >= '0' and <= '9':
                    ReadNumber();
                    break;
                default:
                    if (IsNameStart(c)) { ReadWord(); }
                    else if (c == '.' && char.IsAsciiDigit(Next)) { ReadNumber(); }
                    else { ReadSign(c); }
                    break;
            }
        }
    }

    private char Next => _position + 1 < _text.Length ? _text[_position + 1] : '\0';

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || (c > '\u007f' && char.IsLetter(c));

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || (c > '\u007f' && char.IsLetterOrDigit(c));

    private SourceSpan Span(int length) => new(_source, _position, length);

    private void Skip(int characters)
    {
        _position += characters;
        _column += characters;
    }

    private void SkipTab()
    {
        if (!_tabReported)
        {
            _diagnostics.Add(SyntaxErrors.Tab(Span(1)));
            _tabReported = true;
        }

        _position++;
        _column = (_column - 1) / TabWidth * TabWidth + TabWidth + 1;
    }

    private void Emit(TokenKind kind, int length)
    {
        _tokens.Add(new Token(kind, _position, length, _column, _atLineStart));
        _atLineStart = false;
        Skip(length);
    }

    private int LineEnd()
    {
        int end = _text.IndexOf('\n', _position);
        return end < 0 ? _text.Length : end;
    }

    private void ReadComment(int slashes)
    {
        int end = LineEnd();
        var text = _text.AsSpan(_position + slashes, Math.Max(0, end - _position - slashes)).TrimEnd();
        if (text.StartsWith(' ')) { text = text[1..]; }
        bool isAlone = _atLineStart;
        int column = _column;
        Skip(end - _position);
        var below = _text.AsSpan(Math.Min(end + 1, _text.Length));
        int lineEnd = below.IndexOf('\n');
        _comments.Add(new Comment(text.ToString(), _tokens.Count, column, isAlone, lineEnd >= 0 && below[..lineEnd].IsWhiteSpace()));
    }

    private void ReadText(char quote)
    {
        int end = _position + 1;
        while (end < _text.Length && _text[end] is not '\n' && _text[end] != quote)
        {
            if (_text[end] == '\\' && end + 1 < _text.Length && _text[end + 1] is not ('\n' or '\r'))
            {
                if (_text[end + 1] is not ('"' or '\\')) { _diagnostics.Add(SyntaxErrors.UnknownEscape(new SourceSpan(_source, end, 2))); }
                end++;
            }

            end++;
        }

        if (end < _text.Length && _text[end] == quote)
        {
            Emit(TokenKind.Text, end + 1 - _position);
            return;
        }

        while (end > _position + 1 && char.IsWhiteSpace(_text[end - 1])) { end--; }
        _diagnostics.Add(SyntaxErrors.UnterminatedText(Span(end - _position)));
        Emit(TokenKind.Text, end - _position);
    }

    private void ReadWord()
    {
        int end = _position;
        bool plain = _text[_position] != '_';
        while (end < _text.Length && IsNamePart(_text[end]))
        {
            if (_text[end] > '\u007f') { plain = false; }
            end++;
        }

        int length = end - _position;
        if (!plain && (_reportedNames ??= new HashSet<string>(StringComparer.Ordinal)).Add(_text.Substring(_position, length)))
        {
            _diagnostics.Add(SyntaxErrors.BadName(Span(length)));
        }

        Emit(TokenKind.Word, length);
    }

    /// <summary>Reads digits, a fraction and an exponent; whatever clings to them is reported and swallowed.</summary>
    private void ReadNumber()
    {
        int end = SkipDigits(_position);
        bool regular = end > _position;
        if (end < _text.Length && _text[end] == '.' && end + 1 < _text.Length && char.IsAsciiDigit(_text[end + 1])) { end = SkipDigits(end + 1); }
        if (end < _text.Length && _text[end] is 'e' or 'E')
        {
            int digits = end + 1 < _text.Length && _text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (digits < _text.Length && char.IsAsciiDigit(_text[digits])) { end = SkipDigits(digits); }
        }

        int regularEnd = end;
        if (end < _text.Length && _text[end] == '.' && !(end + 1 < _text.Length && _text[end + 1] == '.')) { end++; }
        while (end < _text.Length && (IsNamePart(_text[end]) || _text[end] == '%')) { end++; }
        if (!regular || end > regularEnd) { _diagnostics.Add(SyntaxErrors.BadNumber(Span(end - _position), Span(regularEnd - _position))); }
        else if (!double.IsFinite(Value(_text.AsSpan(_position, end - _position)))) { _diagnostics.Add(SyntaxErrors.NumberTooLarge(Span(end - _position))); }
        Emit(TokenKind.Number, end - _position);
    }

    private int SkipDigits(int from)
    {
        while (from < _text.Length && char.IsAsciiDigit(_text[from])) { from++; }
        return from;
    }

    /// <summary>The value of a number token; 0 for one that was reported as badly written.</summary>
    public static double Value(ReadOnlySpan<char> digits) => double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : 0;

    private void ReadSign(char c)
    {
        var (kind, length) = Sign(c, Next);
        if (kind != TokenKind.End)
        {
            Emit(kind, length);
            return;
        }

        if (Foreign(c, Next) is { } foreign)
        {
            _diagnostics.Add(SyntaxErrors.ForeignSpelling(Span(foreign.Length), foreign.Ours));
            if (foreign.Kind == TokenKind.Text) { ReadText(c == '\'' ? '\'' : '\u201d'); }
            else if (foreign.IsComment) { ReadComment(foreign.Length); }
            else if (foreign.Kind == TokenKind.End) { Skip(foreign.Length); }
            else { Emit(foreign.Kind, foreign.Length); }
            return;
        }

        int end = _position + 1;
        while (end < _text.Length && IsUnknown(_text[end])) { end++; }
        if (char.IsWhiteSpace(c))
        {
            Skip(1);
            return;
        }

        _diagnostics.Add(SyntaxErrors.UnknownCharacter(Span(end - _position)));
        Emit(TokenKind.Unknown, end - _position);
    }

    private static bool IsUnknown(char c) => !IsNamePart(c) && !char.IsWhiteSpace(c) && c is not ('"' or '/') && Sign(c, '\0').Kind == TokenKind.End && Foreign(c, '\0') is null;

    private static (TokenKind Kind, int Length) Sign(char c, char next) => c switch
    {
        '(' => (TokenKind.OpenParenthesis, 1),
        ')' => (TokenKind.CloseParenthesis, 1),
        '[' => (TokenKind.OpenBracket, 1),
        ']' => (TokenKind.CloseBracket, 1),
        '{' => (TokenKind.OpenBrace, 1),
        '}' => (TokenKind.CloseBrace, 1),
        ',' => (TokenKind.Comma, 1),
        ':' when next != '=' => (TokenKind.Colon, 1),
        '=' when next == '=' => (TokenKind.EqualEqual, 2),
        '=' => (TokenKind.Equals, 1),
        '+' => (TokenKind.Plus, 1),
        '-' => (TokenKind.Minus, 1),
        '*' when next != '*' => (TokenKind.Star, 1),
        '/' => (TokenKind.Slash, 1),
        '^' => (TokenKind.Caret, 1),
        '<' when next == '=' => (TokenKind.LessOrEqual, 2),
        '<' when next != '>' => (TokenKind.Less, 1),
        '>' when next == '=' => (TokenKind.GreaterOrEqual, 2),
        '>' => (TokenKind.Greater, 1),
        '!' when next == '=' => (TokenKind.NotEqual, 2),
        '.' when next == '.' => (TokenKind.DotDot, 2),
        '.' => (TokenKind.Dot, 1),
        _ => (TokenKind.End, 0),
    };

    /// <summary>A sign as other languages and East Asian keyboards write it, and how it is written here; kind End skips it.</summary>
    private static (TokenKind Kind, int Length, string Ours, bool IsComment)? Foreign(char c, char next) => (c, next) switch
    {
        ('*', '*') => (TokenKind.Caret, 2, "^", false),
        (':', '=') => (TokenKind.Equals, 2, "=", false),
        ('<', '>') => (TokenKind.NotEqual, 2, "!=", false),
        ('#', _) => (TokenKind.End, 1, "//", true),
        ('%', _) => (TokenKind.End, 1, "//", true),
        (';', _) => (TokenKind.End, 1, "", false),
        ('\'', _) => (TokenKind.Text, 1, "\"", false),
        ('\u201c', _) => (TokenKind.Text, 1, "\"", false),
        ('\uff0c' or '\u3001', _) => (TokenKind.Comma, 1, ",", false),
        ('\uff1a', _) => (TokenKind.Colon, 1, ":", false),
        ('\uff08', _) => (TokenKind.OpenParenthesis, 1, "(", false),
        ('\uff09', _) => (TokenKind.CloseParenthesis, 1, ")", false),
        ('\uff1d', _) => (TokenKind.Equals, 1, "=", false),
        ('\uff0b', _) => (TokenKind.Plus, 1, "+", false),
        ('\u2212' or '\u2013' or '\uff0d', _) => (TokenKind.Minus, 1, "-", false),
        ('\u00d7' or '\u00b7' or '\uff0a', _) => (TokenKind.Star, 1, "*", false),
        ('\u00f7' or '\uff0f', _) => (TokenKind.Slash, 1, "/", false),
        ('\u2264', _) => (TokenKind.LessOrEqual, 1, "<=", false),
        ('\u2265', _) => (TokenKind.GreaterOrEqual, 1, ">=", false),
        ('\u2260', _) => (TokenKind.NotEqual, 1, "!=", false),
        _ => null,
    };
}
