using System.Text;

namespace Plenum.Benchmarks;

/// <summary>A table of results as it is committed.</summary>
/// <param name="Name">Name of its file, without the ending.</param>
/// <param name="Title">Its title.</param>
/// <param name="Introduction">What was measured.</param>
/// <param name="Heads">Heads of the columns; all but the first are aligned to the right.</param>
internal sealed record ResultTable(string Name, string Title, string Introduction, IReadOnlyList<string> Heads)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Sentences below the table.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>The table in Markdown.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Title).Append("\n\n").Append(Introduction).Append("\n\n").Append(Machine.Description).Append("\n\n");
        Row(text, Heads);
        Row(text, [.. Heads.Select((_, i) => i == 0 ? "---" : "--:")]);
        foreach (string[] row in _rows) { Row(text, row); }
        if (Notes.Count > 0) { text.Append('\n').AppendJoin("\n\n", Notes).Append('\n'); }
        return text.ToString();
    }

    private static void Row(StringBuilder text, IReadOnlyList<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
