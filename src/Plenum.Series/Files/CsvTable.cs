using Sylvan.Data.Csv;

namespace Plenum.Series.Files;

/// <summary>Streams the rows of comma-separated text.</summary>
internal static class CsvTable
{
    private const int LongestRow = 1 << 20;

    /// <summary>Every row, the header included; stops with a finding where a quote does not close.</summary>
    public static IEnumerable<TableRow> Rows(string text, string file, FindingList findings)
    {
        using var source = new StringReader(text);
        // A line that starts with '#' is data here, so the mark of a comment is a character that text does not hold.
        var options = new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',', Comment = '\0', BufferSize = 1 << 16, MaxBufferSize = LongestRow };
        using var reader = CsvDataReader.Create(source, options);
        bool endsInside = text.Length > 0 && text[^1] is not ('\n' or '\r');
        int line = 1;
        long length = 0;
        while (TryRead(reader, line, file, findings))
        {
            var raw = reader.GetRawRecordSpan();
            int start = line + LeadingBreaks(raw);
            line += raw.Count('\n');
            length += raw.Length;
            string[] cells = new string[reader.RowFieldCount];
            for (int i = 0; i < cells.Length; i++) { cells[i] = reader.GetString(i); }
            if (cells.Length == 1 && string.IsNullOrWhiteSpace(cells[0])) { continue; }
            yield return new TableRow(start, cells, endsInside && length >= text.Length);
        }
    }

    private static bool TryRead(CsvDataReader reader, int line, string file, FindingList findings)
    {
        try { return reader.Read(); }
        catch (CsvRecordTooLargeException)
        {
            findings.Add(DataFinding.Error(DataCode.TooLarge, $"the line has more than {LongestRow} characters.", new DataPlace(file, line), "a quote that never closes swallows the lines after it.", "close the quote, or use the wide layout."));
        }
        catch (CsvFormatException)
        {
            findings.Add(DataFinding.Error(DataCode.RaggedRow, "the quotes of the line do not match.", new DataPlace(file, line), "a cell that starts with a quote ends with one; inside, a quote is written twice.", "close the quote, or load the file again if it is cut off."));
        }

        return false;
    }

    private static int LeadingBreaks(ReadOnlySpan<char> raw) => raw[..(raw.Length - raw.TrimStart("\r\n").Length)].Count('\n');
}
