using System.Text;

namespace Plenum.Series.Files;

/// <summary>Writes comma-separated text: lines end in a line feed, cells are quoted only where they must be.</summary>
internal static class CsvText
{
    public static void AppendRow(StringBuilder text, params IEnumerable<string> cells)
    {
        bool first = true;
        foreach (string cell in cells)
        {
            if (!first) { text.Append(','); }
            AppendCell(text, cell);
            first = false;
        }

        text.Append('\n');
    }

    private static void AppendCell(StringBuilder text, string cell)
    {
        if (cell.AsSpan().ContainsAny("\",\r\n")) { text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"'); }
        else { text.Append(cell); }
    }
}
