using System.Globalization;

namespace Plenum.Report;

/// <summary>Writes comma-separated values as RFC 4180 has them, with line ends of one character.</summary>
public static class Csv
{
    /// <summary>Writes one line.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<string> cells)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(cells);
        for (int c = 0; c < cells.Count; c++)
        {
            if (c > 0) { writer.Write(','); }
            writer.Write(Cell(cells[c]));
        }

        writer.Write('\n');
    }

    /// <summary>A number that reads back to the same bits; empty where it is missing or not finite.</summary>
    public static string Number(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
