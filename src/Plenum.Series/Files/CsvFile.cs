using System.Text;

namespace Plenum.Series.Files;

/// <summary>Data sets as comma-separated text in UTF-8, in any <see cref="TableLayout"/>; SDMX-CSV is recognised by its header.</summary>
public static class CsvFile
{
    /// <summary>Reads a file; the header says which layout it has.</summary>
    public static ReadResult Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var findings = new FindingList();
        return SourceFile.ReadText(path, findings) is { } text ? Parse(text, path, findings) : findings.Nothing();
    }

    /// <summary>Reads text; the header says which layout it has.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The path that findings shall show.</param>
    /// <param name="limits">How much it may ask for; those of <see cref="ReadLimits.Files"/> where null.</param>
    public static ReadResult Parse(string text, string file, ReadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        var findings = new FindingList(limits);
        if (text.Contains('\0', StringComparison.Ordinal)) { SourceFile.AddBinary(file, findings); }
        else if (string.IsNullOrWhiteSpace(text)) { SourceFile.AddEmpty(file, findings); }
        return findings.HasErrors ? findings.Nothing() : Parse(text, file, findings);
    }

    /// <summary>The data as text; every number reads back as the same number.</summary>
    /// <param name="data">The data. A series without periods has no rows and is left out of the tidy layout.</param>
    /// <param name="layout">The layout; tidy keeps everything, the others the values alone.</param>
    /// <exception cref="ArgumentException">A wide or transposed table of several frequencies or vintages.</exception>
    public static string Format(DataSet data, TableLayout layout = TableLayout.Tidy)
    {
        ArgumentNullException.ThrowIfNull(data);
        var text = new StringBuilder();
        foreach (string[] row in TableWriter.Rows(data, layout)) { CsvText.AppendRow(text, row); }
        return text.ToString();
    }

    /// <summary>Writes the data to a file, in UTF-8.</summary>
    /// <param name="path">The file.</param>
    /// <param name="data">The data.</param>
    /// <param name="layout">The layout; tidy keeps everything, the others the values alone.</param>
    /// <exception cref="ArgumentException">A wide or transposed table of several frequencies or vintages.</exception>
    public static void Write(string path, DataSet data, TableLayout layout = TableLayout.Tidy) => File.WriteAllText(path, Format(data, layout));

    private static ReadResult Parse(string text, string file, FindingList findings)
    {
        var header = Header(text);
        if (SdmxCsvFile.IsHeader(header)) { return SdmxCsvFile.Parse(text, file, findings); }
        return TableHeader.Layout(header) is var layout && layout == TableLayout.Tidy
            ? TidyTable.Read(CsvTable.Rows(text, file, findings), file, findings)
            : GridLabels.ToDataSet(Grid.FromCsv(text, file, findings), layout, findings);
    }

    private static List<string> Header(string text)
    {
        var cells = new List<string>();
        var scanner = new CsvScanner(text);
        if (scanner.NextLine())
        {
            while (!scanner.AtLineEnd) { cells.Add(scanner.NextCell().Trim().ToString()); }
        }

        return cells;
    }
}
