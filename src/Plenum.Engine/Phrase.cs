using System.Globalization;
using Plenum.Language.Diagnostics;
using Plenum.Series;

namespace Plenum.Engine;

/// <summary>Turns of phrase that the messages of the engine share.</summary>
internal static class Phrase
{
    /// <summary>Names in a list beyond which the rest are only counted.</summary>
    public const int MostNamed = 6;

    /// <summary>Reads "1 equation", "3 equations".</summary>
    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>Reads "'a'", "'a' and 'b'", "'a', 'b' and 'c'", and beyond <see cref="MostNamed"/> "'a', ... and 12 more".</summary>
    public static string Names(IEnumerable<string> names) => List([.. names.Select(Quote)]);

    /// <summary>Reads "'a', 'b' or 'c'".</summary>
    public static string AnyOf(IEnumerable<string> names) => List([.. names.Select(Quote)], "or");

    /// <summary>Joins parts as <see cref="Names"/> does, without quotes.</summary>
    public static string List(IReadOnlyList<string> parts, string conjunction = "and")
    {
        if (parts.Count <= 1) { return string.Concat(parts); }
        bool isCut = parts.Count > MostNamed;
        string last = isCut ? string.Create(CultureInfo.InvariantCulture, $"{parts.Count - MostNamed} more") : parts[^1];
        return $"{string.Join(", ", parts.Take(isCut ? MostNamed : parts.Count - 1))} {conjunction} {last}";
    }

    /// <summary>Reads "line 4", "lines 4, 7 and 9"; each line once.</summary>
    public static string Lines(IEnumerable<SourceSpan> spans)
    {
        string[] lines = [.. spans.Select(s => s.Source.Position(s.Start).Line).Distinct().Select(line => line.ToString(CultureInfo.InvariantCulture))];
        return $"{(lines.Length == 1 ? "line" : "lines")} {List(lines)}";
    }

    /// <summary>Reads "1 quarter", "2 years".</summary>
    public static string Periods(int count, Frequency frequency) => Count(count, frequency switch
    {
        Frequency.Annual => "year",
        Frequency.Monthly => "month",
        _ => "quarter",
    });

    /// <summary>A number as messages show it: "0.125", "1.13e4", "1e-9".</summary>
    public static string Number(double value, int digits = 6)
    {
        double size = Math.Abs(value);
        bool isPlain = size == 0.0 || (size >= 1e-4 && size < Math.Pow(10.0, digits));
        return value.ToString(isPlain ? $"G{digits}" : $"0.{new string('#', digits - 1)}e0", CultureInfo.InvariantCulture);
    }

    private static string Quote(string name) => $"'{name}'";
}
