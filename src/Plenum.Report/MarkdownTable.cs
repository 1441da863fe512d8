namespace Plenum.Report;

/// <summary>Writes a table as Markdown.</summary>
public static class MarkdownTable
{
    /// <summary>Writes the table, with its title as a line above it.</summary>
    /// <param name="writer">Takes the lines.</param>
    /// <param name="table">The table; headings over groups of columns are left out.</param>
    public static void Write(TextWriter writer, Table table)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(table);
        if (table.Title.Length > 0) { writer.Write($"{table.Title}\n\n"); }
        Line(writer, table.Columns.Select(c => c.Header));
        writer.Write($"|{string.Concat(table.Columns.Select(c => c.Alignment == Alignment.Left ? "---|" : "---:|"))}\n");
        foreach (var row in table.Rows) { Line(writer, row); }
        writer.Write('\n');
    }

    /// <summary>A text as it must stand in Markdown to be read as written.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);
    }

    private static void Line(TextWriter writer, IEnumerable<string> cells) => writer.Write($"| {string.Join(" | ", cells.Select(Plain))} |\n");
}
