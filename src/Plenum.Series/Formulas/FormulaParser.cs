using System.Globalization;

namespace Plenum.Series.Formulas;

/// <summary>Reads a formula by recursive descent: sums of products of numbers, periods, names and calls.</summary>
internal sealed class FormulaParser
{
    private const int Deepest = 64;
    private readonly string _text;
    private int _place;
    private int _depth;

    private FormulaParser(string text) => _text = text;

    /// <summary>Reads all of the text.</summary>
    /// <exception cref="FormulaException">It is not a formula; the message says where and why.</exception>
    public static FormulaSyntax Parse(string text)
    {
        var parser = new FormulaParser(text);
        var formula = parser.ParseSum();
        return parser.Peek() == '\0' ? formula : throw parser.Unexpected("an operator or the end");
    }

    private FormulaSyntax ParseSum()
    {
        if (++_depth > Deepest) { throw new FormulaException("it is nested too deeply."); }
        var left = ParseProduct();
        while (Peek() is '+' or '-') { left = new FormulaSyntax.Binary(Take(), left, ParseProduct()); }
        _depth--;
        return left;
    }

    private FormulaSyntax ParseProduct()
    {
        var left = ParseFactor();
        while (Peek() is '*' or '/') { left = new FormulaSyntax.Binary(Take(), left, ParseFactor()); }
        return left;
    }

    private FormulaSyntax ParseFactor()
    {
        char next = Peek();
        if (next == '(')
        {
            Take();
            var inner = ParseSum();
            Expect(')');
            return inner;
        }

        if (next == '-')
        {
            Take();
            if (++_depth > Deepest) { throw new FormulaException("it is nested too deeply."); }
            var operand = ParseFactor();
            _depth--;
            return new FormulaSyntax.Negation(operand);
        }

        return char.IsAsciiLetterOrDigit(next) || next is '.' or '_' ? ParseWord() : throw Unexpected("a series, a number or a function");
    }

    private FormulaSyntax ParseWord()
    {
        int start = _place;
        while (_place < _text.Length && (char.IsAsciiLetterOrDigit(_text[_place]) || _text[_place] is '_' or '.')) { _place++; }
        string word = _text[start.._place];
        if (Period.TryParse(word, out var period) && period.Frequency != Frequency.Annual) { return new FormulaSyntax.PeriodLiteral(period); }
        if (char.IsAsciiDigit(word[0]) || word[0] == '.')
        {
            return double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
                ? new FormulaSyntax.Number(number)
                : throw new FormulaException($"'{word}' is neither a number nor a period such as 2014Q4.");
        }

        return Peek() == '(' ? ParseCall(word) : new FormulaSyntax.Name(word);
    }

    private FormulaSyntax.Call ParseCall(string name)
    {
        var function = FormulaFunctions.Find(name) ?? throw new FormulaException(
            $"there is no function '{name}'{(NearestName.Of(name, FormulaFunctions.Names) is { } near ? $"; did you mean '{near}'?" : $"; the functions are {string.Join(", ", FormulaFunctions.Names)}.")}");
        Take();
        var arguments = new List<FormulaSyntax>();
        do { arguments.Add(ParseSum()); } while (TryTake(','));
        Expect(')');
        return arguments.Count == function.Arguments
            ? new FormulaSyntax.Call(function, arguments)
            : throw new FormulaException($"'{name}' takes {function.Arguments} argument{(function.Arguments == 1 ? "" : "s")}, not {arguments.Count}: {function.Form}.");
    }

    private char Peek()
    {
        while (_place < _text.Length && char.IsWhiteSpace(_text[_place])) { _place++; }
        return _place < _text.Length ? _text[_place] : '\0';
    }

    private char Take() => _text[_place++];

    private bool TryTake(char symbol)
    {
        if (Peek() != symbol) { return false; }
        _place++;
        return true;
    }

    private void Expect(char symbol)
    {
        if (!TryTake(symbol)) { throw Unexpected($"'{symbol}'"); }
    }

    private FormulaException Unexpected(string wanted) =>
        new(Peek() is '\0' ? $"it ends where {wanted} is expected." : $"'{_text[_place]}' stands where {wanted} is expected, at character {_place + 1}.");
}
