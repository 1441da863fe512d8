using System.Globalization;

namespace Plenum.Report.Contents;

/// <summary>Readings of indicators in words; every number is that of the reading.</summary>
public static class IndicatorText
{
    /// <summary>From here on numbers are written in figures.</summary>
    private static readonly string[] s_small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>The state of the economy in a sentence: the readings that are named in it, in their order.</summary>
    public static string Lead(IEnumerable<IndicatorReading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        string text = string.Join("; ", readings.Where(r => r.Indicator.Lead is not null && double.IsFinite(r.Value)).Select(Clause));
        return text.Length == 0 ? "" : $"{Wording.Alone(text)}.";
    }

    /// <summary>A value with its unit.</summary>
    public static string Value(IndicatorReading reading, double value)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Numbers.Typeset(Numbers.Fixed(value, reading.Unit.Decimals)) + (reading.Unit.Text.StartsWith('%') ? $"{Wording.Joint}%" : "");
    }

    /// <summary>The move since the period before, such as "down 0.4 from 2025Q2"; empty where there is nothing to compare.</summary>
    public static string Move(IndicatorReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Change is not { } change) { return ""; }
        string size = Numbers.Fixed(Math.Abs(change), reading.Unit.Decimals);
        return size.All(c => c is '0' or '.') ? $"as in {reading.At - 1}" : $"{(change > 0.0 ? "up" : "down")} {size} from {reading.At - 1}";
    }

    /// <summary>For how long it has been below zero, such as "below zero for ten quarters"; empty for less than two periods.</summary>
    public static string Run(IndicatorReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.BelowZero < 2) { return ""; }
        string count = reading.BelowZero < s_small.Length ? s_small[reading.BelowZero] : reading.BelowZero.ToString(CultureInfo.InvariantCulture);
        return $"below zero for {count} {reading.At.Frequency switch { Series.Frequency.Annual => "years", Series.Frequency.Quarterly => "quarters", _ => "months" }}";
    }

    private static string Clause(IndicatorReading reading, int index)
    {
        string value = $"{reading.Indicator.Lead} {Value(reading, reading.Value)}{(reading.Unit.Text.EndsWith("of GDP", StringComparison.Ordinal) ? " of GDP" : "")}";
        string when = index == 0 ? $" in {reading.At}" : "";
        string target = reading.TargetNow is { } wanted ? $" against a target of {Numbers.Given(wanted)}{Wording.Joint}%" : "";
        string run = Run(reading) is { Length: > 0 } below ? $", {below}" : "";
        return value + when + target + run;
    }
}
