using System.Diagnostics.CodeAnalysis;

namespace Plenum.Series.Formulas;

/// <summary>A series computed from others, as text: <c>seasonally_adjusted(sum_of_months(exports)) / 10</c>.</summary>
/// <remarks>Operators are <c>+ - * /</c>; a number stands for itself in every period; the functions are those of <see cref="FormulaFunctions"/>.</remarks>
public sealed class SeriesFormula
{
    private readonly FormulaSyntax _syntax;

    private SeriesFormula(string text, FormulaSyntax syntax) => (Text, _syntax) = (text, syntax);

    /// <summary>The formula as it was written.</summary>
    public string Text { get; }

    /// <summary>The series that it names, each once, in the order of the text.</summary>
    public IReadOnlyList<string> Names => [.. NamesIn(_syntax).Distinct()];

    /// <summary>Reads a formula.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="formula">The formula, when it could be read.</param>
    /// <param name="finding">What is wrong with it, when not.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out SeriesFormula? formula, [NotNullWhen(false)] out DataFinding? finding)
    {
        ArgumentNullException.ThrowIfNull(text);
        (formula, finding) = (null, null);
        try
        {
            formula = new SeriesFormula(text, FormulaParser.Parse(text));
            return true;
        }
        catch (FormulaException unreadable)
        {
            finding = DataFinding.Error(DataCode.UnreadableFormula, $"the formula '{text}' cannot be read: {unreadable.Message}", help: "write for instance:  seasonally_adjusted(sum_of_months(exports)) / 10");
            return false;
        }
    }

    /// <summary>Computes the formula.</summary>
    /// <param name="data">The series that it names, each in its latest vintage.</param>
    /// <param name="series">The result, when there is one.</param>
    /// <param name="finding">Why there is none, when not.</param>
    public bool TryEvaluate(DataSet data, [NotNullWhen(true)] out TimeSeries? series, [NotNullWhen(false)] out DataFinding? finding)
    {
        ArgumentNullException.ThrowIfNull(data);
        (series, finding) = (null, null);
        try
        {
            series = FormulaEvaluator.Evaluate(_syntax, data) as TimeSeries ?? throw new FormulaException("it is a number, not a series.");
            return true;
        }
        catch (Exception failure) when (failure is FormulaException or ArgumentException)
        {
            finding = DataFinding.Error(DataCode.FailedFormula, $"the formula '{Text}' has no value: {Sentence(failure.Message)}", help: "check the names, frequencies and spans of its series; 'plenum data' lists them.");
            return false;
        }
    }

    /// <summary>The message without the name of the parameter that the runtime appends.</summary>
    private static string Sentence(string message) => message.Split(" (Parameter", 2)[0];

    private static IEnumerable<string> NamesIn(FormulaSyntax syntax) => syntax switch
    {
        FormulaSyntax.Name name => [name.Text],
        FormulaSyntax.Negation negation => NamesIn(negation.Operand),
        FormulaSyntax.Binary binary => NamesIn(binary.Left).Concat(NamesIn(binary.Right)),
        FormulaSyntax.Call call => call.Arguments.SelectMany(NamesIn),
        _ => [],
    };
}
