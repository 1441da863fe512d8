namespace Plenum.Report;

/// <summary>How a terminal marks headings; plain text marks nothing.</summary>
/// <param name="IsColoured">Whether the terminal understands the escape sequences of ECMA-48.</param>
public readonly record struct TextStyle(bool IsColoured)
{
    /// <summary>Marks a heading.</summary>
    public string Strong(string text) => IsColoured ? $"\e[1m{text}\e[0m" : text;

    /// <summary>Marks what may be overlooked.</summary>
    public string Faint(string text) => IsColoured ? $"\e[2m{text}\e[0m" : text;

    /// <summary>Marks an error.</summary>
    public string Alarm(string text) => IsColoured ? $"\e[31m{text}\e[0m" : text;
}

/// <summary>Draws a table in fixed-width text, without rules: blanks and alignment carry it.</summary>
public static class TextTable
{
    private const int NarrowestSqueezed = 12;
    private const int MostGroupLines = 3;

    /// <summary>Writes the table.</summary>
    /// <param name="writer">Takes the lines.</param>
    /// <param name="table">The table.</param>
    /// <param name="width">Cells of a line; columns that may be squeezed give way.</param>
    /// <param name="style">How headings are marked.</param>
    public static void Write(TextWriter writer, Table table, int width, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(table);
        int[] widths = Widths(table, width);
        if (table.Title.Length > 0) { writer.WriteLine(style.Strong(table.Title)); }
        WriteGroups(writer, table, widths, style);
        if (table.Columns.Any(c => c.Header.Length > 0)) { writer.WriteLine(style.Faint(Line(table, widths, [.. table.Columns.Select(c => c.Header)]))); }
        foreach (var row in table.Rows) { writer.WriteLine(Line(table, widths, row)); }
    }

    private static int[] Widths(Table table, int width)
    {
        var widths = new int[table.Columns.Count];
        for (int c = 0; c < widths.Length; c++)
        {
            widths[c] = TextWidth.Of(table.Columns[c].Header);
            foreach (var row in table.Rows) { widths[c] = Math.Max(widths[c], TextWidth.Of(row[c])); }
        }

        int excess = widths.Sum() + table.Columns.Skip(1).Sum(c => c.Gap) - width;
        for (int c = widths.Length - 1; c >= 0 && excess > 0; c--)
        {
            if (!table.Columns[c].MaySqueeze) { continue; }
            int squeezed = Math.Max(Math.Min(widths[c], NarrowestSqueezed), widths[c] - excess);
            excess -= widths[c] - squeezed;
            widths[c] = squeezed;
        }

        return widths;
    }

    private static string Line(Table table, int[] widths, IReadOnlyList<string> cells)
    {
        var line = new System.Text.StringBuilder();
        for (int c = 0; c < widths.Length; c++)
        {
            if (c > 0) { line.Append(' ', table.Columns[c].Gap); }
            line.Append(TextWidth.Fit(cells[c], widths[c], table.Columns[c].Alignment));
        }

        return line.ToString().TrimEnd();
    }

    private static void WriteGroups(TextWriter writer, Table table, int[] widths, TextStyle style)
    {
        if (table.Groups.Count == 0) { return; }
        var places = table.Groups.Select(g => (Start: StartOf(g.First), End: StartOf(g.First + g.Count - 1) + widths[g.First + g.Count - 1])).ToList();
        var texts = table.Groups.Select((g, i) => TextWidth.Wrap(g.Text, places[i].End - places[i].Start, MostGroupLines)).ToList();
        int lines = texts.Max(t => t.Count);
        for (int line = 0; line < lines; line++)
        {
            string text = "";
            for (int g = 0; g < texts.Count; g++)
            {
                if (line < texts[g].Count) { text = TextWidth.Fit(text, places[g].Start, Alignment.Left) + texts[g][line]; }
            }

            writer.WriteLine(style.Strong(text));
        }

        int StartOf(int column)
        {
            int start = 0;
            for (int c = 1; c <= column; c++) { start += widths[c - 1] + table.Columns[c].Gap; }
            return start;
        }
    }
}
