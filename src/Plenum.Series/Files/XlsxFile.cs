using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;

namespace Plenum.Series.Files;

/// <summary>Data sets as sheets of an Excel workbook, in any <see cref="TableLayout"/>.</summary>
public static class XlsxFile
{
    /// <summary>The sheet written where none is named.</summary>
    public const string DefaultSheet = "data";

    /// <summary>Reads one sheet; its first row says which layout it has.</summary>
    /// <param name="path">The workbook.</param>
    /// <param name="sheet">The name of the sheet; null takes the first.</param>
    /// <remarks>Findings count the rows and columns of the sheet from 1.</remarks>
    public static ReadResult Read(string path, string? sheet = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var findings = new FindingList();
        return SourceFile.ReadBytes(path, findings) is { } bytes ? Parse(bytes, path, sheet, findings) : findings.Nothing();
    }

    /// <summary>Reads one sheet of a workbook that is in memory.</summary>
    /// <param name="bytes">The workbook.</param>
    /// <param name="file">The path that findings shall show.</param>
    /// <param name="sheet">The name of the sheet; null takes the first.</param>
    /// <param name="limits">How much it may ask for; those of <see cref="ReadLimits.Files"/> where null.</param>
    public static ReadResult Parse(byte[] bytes, string file, string? sheet = null, ReadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(file);
        return Parse(bytes, file, sheet, new FindingList(limits));
    }

    private static ReadResult Parse(byte[] bytes, string path, string? sheet, FindingList findings)
    {
        if (Rows(path, bytes, sheet, findings) is not { } rows) { return findings.Nothing(); }
        if (rows.Count == 0)
        {
            SourceFile.AddEmpty(path, findings);
            return findings.Nothing();
        }

        var layout = TableHeader.Layout(rows[0].Cells);
        return layout == TableLayout.Tidy
            ? TidyTable.Read(rows, path, findings)
            : GridLabels.ToDataSet(Grid.FromRows(rows, path, findings), layout, findings);
    }

    /// <summary>Writes the data as the only sheet of a workbook.</summary>
    /// <param name="path">The workbook; one that is there is replaced.</param>
    /// <param name="data">The data.</param>
    /// <param name="layout">The layout; tidy keeps everything, the others the values alone.</param>
    /// <param name="sheet">The name of the sheet.</param>
    /// <exception cref="ArgumentException">A wide or transposed table of several frequencies or vintages.</exception>
    public static void Write(string path, DataSet data, TableLayout layout = TableLayout.Tidy, string sheet = DefaultSheet)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(data);
        MiniExcel.SaveAs(path, Sheet(data, layout), printHeader: false, sheetName: sheet, overwriteFile: true);
    }

    /// <summary>The data as the only sheet of a workbook in memory, in the tidy layout.</summary>
    public static byte[] Format(DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        using var workbook = new MemoryStream();
        workbook.SaveAs(Sheet(data, TableLayout.Tidy), printHeader: false, sheetName: DefaultSheet);
        return workbook.ToArray();
    }

    private static IEnumerable<Dictionary<string, object?>> Sheet(DataSet data, TableLayout layout)
    {
        string[][] rows = [.. TableWriter.Rows(data, layout)];
        bool[] isNumber = [.. rows[0].Select((name, column) => layout == TableLayout.Tidy ? name == "value" : column > 0)];
        return rows.Select((row, i) => Row(row, isNumber, isHeader: i == 0));
    }

    private static Dictionary<string, object?> Row(string[] cells, bool[] isNumber, bool isHeader)
    {
        var row = new Dictionary<string, object?>();
        for (int i = 0; i < cells.Length; i++)
        {
            row[i.ToString(CultureInfo.InvariantCulture)] = cells[i].Length == 0 ? null : isNumber[i] && !isHeader ? double.Parse(cells[i], CultureInfo.InvariantCulture) : cells[i];
        }

        return row;
    }

    /// <summary>The rows as text, each as wide as the header or as its own last cell; null with a finding where the workbook cannot be read.</summary>
    private static List<TableRow>? Rows(string path, byte[] bytes, string? sheet, FindingList findings)
    {
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            if (Unpacks(bytes, findings.Limits.MostUnpacked) is false)
            {
                findings.Add(DataFinding.Error(DataCode.TooLarge, $"the workbook has more than {findings.Limits.MostUnpacked >> 20} MB when it is unpacked.", new DataPlace(path), help: "save the sheet alone, without pictures and formats."));
                return null;
            }

            if (sheet is not null && !HasSheet(path, stream, sheet, findings)) { return null; }
            return Texts(stream.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>(), path, findings);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The workbook is foreign text: whatever its parser throws means that it is not a workbook.
            findings.Add(DataFinding.Error(DataCode.NotReadable, "the file is not an Excel workbook.", new DataPlace(path), e.Message, "save it as .xlsx, without a password."));
            return null;
        }
    }

    /// <summary>Whether a workbook unpacks to no more than a limit; what it says of its own size is not believed.</summary>
    private static bool Unpacks(byte[] bytes, long limit)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            for (int read = content.Read(buffer); read > 0; read = content.Read(buffer))
            {
                unpacked += read;
                if (unpacked > limit) { return false; }
            }
        }

        return true;
    }

    private static bool HasSheet(string path, MemoryStream stream, string sheet, FindingList findings)
    {
        var sheets = stream.GetSheetNames();
        if (sheets.Contains(sheet)) { return true; }
        findings.Add(DataFinding.Error(DataCode.NotReadable, $"the workbook has no sheet '{sheet}'.", new DataPlace(path), help: $"its sheets are {string.Join(", ", sheets.Select(s => $"'{s}'"))}."));
        return false;
    }

    private static List<TableRow>? Texts(IEnumerable<IDictionary<string, object?>> rows, string path, FindingList findings)
    {
        var texts = new List<TableRow>();
        int line = 0;
        long read = 0;
        foreach (var row in rows)
        {
            line++;
            read += row.Count + 1;
            if (read > findings.Limits.MostCells)
            {
                findings.Add(DataFinding.Error(DataCode.TooLarge, $"the sheet has more than {findings.Limits.MostCells} cells.", new DataPlace(path, line), "blank cells before the last one count.", "delete blank rows and columns beyond the data."));
                return null;
            }

            string[] cells = [.. row.Values.Select(Text)];
            int last = Array.FindLastIndex(cells, c => c.Length > 0);
            if (last < 0) { continue; }
            int width = texts.Count == 0 ? last + 1 : Math.Max(last + 1, texts[0].Cells.Length);
            texts.Add(new TableRow(line, [.. Enumerable.Range(0, width).Select(i => i < cells.Length ? cells[i] : "")]));
        }

        return texts;
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
