using System.Globalization;
using Plenum.Language.Expressions;

namespace Plenum.Tests.Accounts;

/// <summary>Reads the formulas of tests by recursive descent into a graph.</summary>
internal sealed class FormulaReader(ExpressionGraph graph, Func<string, int> columnOf, Func<int, bool> isParameter)
{
    private string _text = "";
    private int _at;

    public ExpressionId Read(string text)
    {
        (_text, _at) = (string.Concat(text.Where(c => !char.IsWhiteSpace(c))), 0);
        var result = Sum();
        return _at == _text.Length ? result : throw new FormatException($"'{_text[_at..]}' is left of '{_text}'.");
    }

    private ExpressionId Sum()
    {
        bool negative = Take('-');
        if (!negative) { Take('+'); }
        var sum = Product();
        if (negative) { sum = graph.Negate(sum); }
        while (true)
        {
            if (Take('+')) { sum = graph.Add(sum, Product()); }
            else if (Take('-')) { sum = graph.Subtract(sum, Product()); }
            else { return sum; }
        }
    }

    private ExpressionId Product()
    {
        var product = Power();
        while (true)
        {
            if (Take('*')) { product = graph.Multiply(product, Power()); }
            else if (Take('/')) { product = graph.Divide(product, Power()); }
            else { return product; }
        }
    }

    private ExpressionId Power()
    {
        if (Take('-')) { return graph.Negate(Power()); }
        var power = Primary();
        return Take('^') ? graph.Power(power, Power()) : power;
    }

    private ExpressionId Primary()
    {
        if (Take('(')) { return Closed(Sum()); }
        int start = _at;
        if (char.IsDigit(_text[_at]))
        {
            while (_at < _text.Length && (char.IsDigit(_text[_at]) || _text[_at] == '.')) { _at++; }
            return graph.Constant(double.Parse(_text[start.._at], CultureInfo.InvariantCulture));
        }

        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_')) { _at++; }
        if (_at == start) { throw new FormatException($"'{_text[_at..]}' in '{_text}'."); }
        string name = _text[start.._at];
        if (!Take('(')) { return graph.Symbol(columnOf(name)); }
        return name is "log" or "exp" or "max" or "min" or "pos" or "dlog" or "dlog4" or "diff" ? Function(name) : Lagged(name);
    }

    private ExpressionId Lagged(string name)
    {
        int close = _text.IndexOf(')', _at);
        int lag = int.Parse(_text[_at..close], CultureInfo.InvariantCulture);
        _at = close + 1;
        return graph.Symbol(columnOf(name), lag);
    }

    private ExpressionId Function(string name)
    {
        var a = Sum();
        var b = Take(',') ? Sum() : ExpressionId.None;
        Closed(a);
        return name switch
        {
            "log" => graph.Log(a),
            "exp" => graph.Exp(a),
            "max" => graph.Binary(Operation.Max, a, b),
            "min" => graph.Binary(Operation.Min, a, b),
            "pos" => Pos(a, b.IsNone ? graph.Constant(0.004) : b),
            "dlog" => graph.Subtract(graph.Log(a), graph.Log(Before(a, 1))),
            "dlog4" => graph.Subtract(graph.Log(a), graph.Log(Before(a, 4))),
            _ => graph.Subtract(a, Before(a, 1)),
        };
    }

    private ExpressionId Pos(ExpressionId a, ExpressionId width) => graph.Multiply(width, graph.Unary(Operation.Softplus, graph.Divide(a, width)));

    private ExpressionId Before(ExpressionId a, int periods) => graph.Shift(a, -periods, c => !isParameter(c));

    private ExpressionId Closed(ExpressionId inner) => Take(')') ? inner : throw new FormatException($"No ')' at '{_text[_at..]}' in '{_text}'.");

    private bool Take(char c)
    {
        if (_at >= _text.Length || _text[_at] != c) { return false; }
        _at++;
        return true;
    }
}
