namespace Plenum.Series.Formulas;

/// <summary>A function that formulas can call.</summary>
public sealed class FormulaFunction
{
    internal FormulaFunction(string name, string form, string says, int arguments, Func<FormulaArguments, object> compute) =>
        (Name, Form, Says, Arguments, Compute) = (name, form, says, arguments, compute);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>A call as the documentation prints it.</summary>
    public string Form { get; }

    /// <summary>What it gives, in a few words.</summary>
    public string Says { get; }

    /// <summary>How many arguments it takes.</summary>
    public int Arguments { get; }

    internal Func<FormulaArguments, object> Compute { get; }
}

/// <summary>The arguments of one call, taken by place and kind.</summary>
internal readonly struct FormulaArguments(FormulaFunction function, object[] values)
{
    public TimeSeries Series(int place) => values[place] as TimeSeries ?? throw Wrong(place, "a series");

    public TimeSeries Series(int place, Frequency frequency) => Series(place) is var series && series.Frequency == frequency
        ? series
        : throw Wrong(place, $"a {frequency.ToString().ToLowerInvariant()} series, not a {series.Frequency.ToString().ToLowerInvariant()} one");

    public double Number(int place) => values[place] is double number ? number : throw Wrong(place, "a number");

    public Period Period(int place) => values[place] is Period period ? period : throw Wrong(place, "a period such as 2014Q4");

    private FormulaException Wrong(int place, string wanted) => new($"argument {place + 1} of {function.Form} must be {wanted}.");
}
