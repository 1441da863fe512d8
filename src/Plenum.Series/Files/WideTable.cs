using System.Text;

namespace Plenum.Series.Files;

/// <summary>Complete or gappy series over the same periods: the quick way to load a baseline.</summary>
/// <remarks>
/// Reads text of the form <c>name,2012Q3,2012Q4,...</c> in one pass, without reflection or further libraries. A blank cell is NaN.
/// Use <see cref="CsvFile"/> where provenance and checks matter.
/// </remarks>
public sealed class WideTable
{
    /// <summary>Takes names and rows.</summary>
    /// <param name="names">One a row.</param>
    /// <param name="start">The period of the first column.</param>
    /// <param name="rows">names x periods; not copied.</param>
    /// <exception cref="ArgumentException">Names and rows differ in count, or rows in length.</exception>
    public WideTable(IReadOnlyList<string> names, Period start, double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(rows);
        if (names.Count != rows.Length) { throw new ArgumentException($"There are {names.Count} names and {rows.Length} rows.", nameof(rows)); }
        if (rows.Any(row => row.Length != rows[0].Length)) { throw new ArgumentException("The rows differ in length.", nameof(rows)); }
        (Names, Start, Rows, Count) = (names, start, rows, rows.Length > 0 ? rows[0].Length : 0);
    }

    /// <summary>The names, one a row.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The period of the first column.</summary>
    public Period Start { get; }

    /// <summary>The number of periods.</summary>
    public int Count { get; }

    /// <summary>The values, names x periods.</summary>
    public double[][] Rows { get; }

    /// <summary>Reads a file; null where a finding is an error.</summary>
    public static WideTable? Read(string path, out IReadOnlyList<DataFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(path);
        var list = new FindingList();
        var table = SourceFile.ReadText(path, list) is { } text ? Parse(text, path, list) : null;
        findings = list.ToList();
        return table;
    }

    /// <summary>Reads text; null where a finding is an error.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The path that findings shall show.</param>
    /// <param name="findings">What was found.</param>
    public static WideTable? Parse(string text, string file, out IReadOnlyList<DataFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        var list = new FindingList();
        var table = Parse(text, file, list);
        findings = list.ToList();
        return table;
    }

    /// <summary>The table as text; every number reads back as the same number.</summary>
    public string Format()
    {
        var text = new StringBuilder();
        CsvText.AppendRow(text, ["name", .. Enumerable.Range(0, Count).Select(i => (Start + i).ToString())]);
        for (int i = 0; i < Names.Count; i++) { CsvText.AppendRow(text, [Names[i], .. Rows[i].Select(CellText.Number)]); }
        return text.ToString();
    }

    /// <summary>Writes the table to a file, in UTF-8.</summary>
    public void Write(string path) => File.WriteAllText(path, Format());

    private static WideTable? Parse(string text, string file, FindingList findings)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            SourceFile.AddEmpty(file, findings);
            return null;
        }

        var grid = Grid.FromCsv(text, file, findings);
        var start = GridLabels.Periods(grid, grid.Top, grid.TopPlace, findings);
        GridLabels.CheckNames(grid.Left, grid.LeftPlace, findings);
        return findings.HasErrors || start is null ? null : new WideTable(grid.Left, start.Value, [.. grid.Rows]);
    }
}
