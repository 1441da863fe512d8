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
        : throw Wrong(place, $"{Word(frequency)} series, not {Word(series.Frequency)} one");

    public double Number(int place) => values[place] is double number ? number : throw Wrong(place, "a number");

    public int Whole(int place) => Number(place) is var number && Math.Floor(number) == number && Math.Abs(number) < 10_000 ? (int)number : throw Wrong(place, "a whole number of periods");

    /// <summary>A period; a plain number is a year where the series is annual.</summary>
    public Period Period(int place, Frequency frequency) => values[place] switch
    {
        Period period => period,
        double year and >= 1 and <= 9999 when frequency == Frequency.Annual && Math.Floor(year) == year => Plenum.Series.Period.Annual((int)year),
        _ => throw Wrong(place, frequency == Frequency.Annual ? "a year such as 2014" : "a period such as 2014Q4"),
    };

    private static string Word(Frequency frequency) => frequency == Frequency.Annual ? "an annual" : $"a {frequency.ToString().ToLowerInvariant()}";

    private FormulaException Wrong(int place, string wanted) => new($"argument {place + 1} of {function.Form} must be {wanted}.");
}
