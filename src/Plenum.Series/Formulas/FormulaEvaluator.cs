namespace Plenum.Series.Formulas;

/// <summary>Computes formulas; a value is a <see cref="TimeSeries"/>, a <see cref="double"/> or a <see cref="Period"/>.</summary>
internal static class FormulaEvaluator
{
    /// <exception cref="FormulaException">A part has no value.</exception>
    /// <exception cref="ArgumentException">A series does not fit a method.</exception>
    public static object Evaluate(FormulaSyntax syntax, DataSet data) => syntax switch
    {
        FormulaSyntax.Number number => number.Value,
        FormulaSyntax.PeriodLiteral period => period.Value,
        FormulaSyntax.Name name => Find(name.Text, data),
        FormulaSyntax.Negation negation => Apply('-', 0.0, Evaluate(negation.Operand, data)),
        FormulaSyntax.Binary binary => Apply(binary.Operator, Evaluate(binary.Left, data), Evaluate(binary.Right, data)),
        FormulaSyntax.Call call => call.Function.Compute(new FormulaArguments(call.Function, [.. call.Arguments.Select(a => Evaluate(a, data))])),
        _ => throw new InvalidOperationException($"No value is defined for {syntax.GetType().Name}."),
    };

    private static TimeSeries Find(string name, DataSet data) =>
        data.TryFind(name, out var series, out var finding) ? series.Values : throw new FormulaException($"{finding.Message} {finding.Help}");

    private static object Apply(char symbol, object left, object right) => (left, right) switch
    {
        (double a, double b) => Number(symbol, a, b),
        (TimeSeries a, double b) => a.Select(x => Number(symbol, x, b)),
        (double a, TimeSeries b) => b.Select(x => Number(symbol, a, x)),
        (TimeSeries a, TimeSeries b) => TimeSeries.Combine(a, b, (x, y) => Number(symbol, x, y)),
        _ => throw new FormulaException("a period cannot be added or multiplied; it belongs into a function, as in at(x, 2014Q4)."),
    };

    private static double Number(char symbol, double a, double b) => symbol switch
    {
        '+' => a + b,
        '-' => a - b,
        '*' => a * b,
        _ => b == 0 ? double.NaN : a / b,
    };
}
