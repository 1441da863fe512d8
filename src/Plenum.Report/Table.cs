namespace Plenum.Report;

/// <summary>Where the text of a column stands.</summary>
public enum Alignment
{
    /// <summary>At the left, as words do.</summary>
    Left,

    /// <summary>At the right, as numbers do.</summary>
    Right,
}

/// <summary>One column of a table.</summary>
/// <param name="Header">Its heading; empty where it needs none.</param>
/// <param name="Alignment">Where its cells stand.</param>
/// <param name="Gap">Blanks before it; a wider one sets a group of columns apart.</param>
/// <param name="MaySqueeze">Whether its cells may be cut where the line is too narrow.</param>
public sealed record TableColumn(string Header, Alignment Alignment = Alignment.Right, int Gap = 2, bool MaySqueeze = false);

/// <summary>A heading over several columns; it may take several lines.</summary>
/// <param name="First">Index of the first column.</param>
/// <param name="Count">Number of columns.</param>
/// <param name="Text">The heading, wrapped to the width of the columns.</param>
public sealed record ColumnGroup(int First, int Count, string Text);

/// <summary>A table as rows of texts, for a terminal, a page or a file.</summary>
/// <param name="Title">A line above it; empty for none.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, each with one text a column.</param>
public sealed record Table(string Title, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Headings over groups of columns; empty for none.</summary>
    public IReadOnlyList<ColumnGroup> Groups { get; init; } = [];
}
