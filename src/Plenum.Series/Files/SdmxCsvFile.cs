using System.Text;

namespace Plenum.Series.Files;

/// <summary>Data sets as SDMX-CSV.</summary>
/// <remarks>
/// Source: SDMX Technical Working Group (2018), "SDMX-CSV 1.0 field guide", for reading and writing; (2021), "SDMX-CSV 2.0 field guide", for reading.
/// The columns before TIME_PERIOD are dimensions, and their values joined with '.' name the series. OBS_STATUS E and F become estimated, I interpolated.
/// The attributes UNIT_MEASURE, UNIT_MULT, PUBLISHER, SOURCE_SERIES, VINTAGE, CONFIDENCE and OBS_COMMENT go to the provenance; a finding names the others.
/// </remarks>
public static class SdmxCsvFile
{
    /// <summary>The dataflow written where none is given.</summary>
    public const string DefaultDataflow = "PLENUM:SERIES(1.0)";

    /// <summary>Reads a file.</summary>
    public static ReadResult Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var findings = new FindingList();
        return SourceFile.ReadText(path, findings) is { } text ? Parse(text, path, findings) : findings.Nothing();
    }

    /// <summary>Reads text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The path that findings shall show.</param>
    public static ReadResult Parse(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        var findings = new FindingList();
        if (!string.IsNullOrWhiteSpace(text)) { return Parse(text, file, findings); }
        SourceFile.AddEmpty(file, findings);
        return findings.Nothing();
    }

    /// <summary>The data as SDMX-CSV 1.0 with everything a data set knows.</summary>
    /// <param name="data">The data.</param>
    /// <param name="dataflow">The dataflow, as "AGENCY:ID(VERSION)".</param>
    /// <param name="dimensions">The names of the dimensions; each series name then has as many parts, joined with '.'. Default: the one dimension SERIES.</param>
    /// <exception cref="ArgumentException">A series name has another number of parts than there are dimensions.</exception>
    public static string Format(DataSet data, string dataflow = DefaultDataflow, IReadOnlyList<string>? dimensions = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(dataflow);
        dimensions ??= ["SERIES"];
        var text = new StringBuilder();
        CsvText.AppendRow(text, ["DATAFLOW", .. dimensions, "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", .. SdmxColumns.WrittenAttributes]);
        foreach (var series in data)
        {
            string[] key = dimensions.Count == 1 ? [series.Name] : series.Name.Split('.');
            if (key.Length != dimensions.Count) { throw new ArgumentException($"'{series.Name}' has {key.Length} parts, and there are {dimensions.Count} dimensions ({string.Join('.', dimensions)}).", nameof(data)); }
            string[] attributes = SdmxColumns.Attributes(series.Provenance);
            for (int i = 0; i < series.Values.Count; i++)
            {
                string status = SdmxColumns.Status(series.Flags[i], double.IsNaN(series.Values[i]));
                CsvText.AppendRow(text, [dataflow, .. key, SdmxColumns.TimePeriod(series.Values.Start + i), CellText.Number(series.Values[i]), status, .. attributes]);
            }
        }

        return text.ToString();
    }

    /// <summary>Writes the data to a file, in UTF-8.</summary>
    /// <param name="path">The file.</param>
    /// <param name="data">The data.</param>
    /// <param name="dataflow">The dataflow, as "AGENCY:ID(VERSION)".</param>
    /// <param name="dimensions">The names of the dimensions; see <see cref="Format"/>.</param>
    /// <exception cref="ArgumentException">A series name has another number of parts than there are dimensions.</exception>
    public static void Write(string path, DataSet data, string dataflow = DefaultDataflow, IReadOnlyList<string>? dimensions = null) =>
        File.WriteAllText(path, Format(data, dataflow, dimensions));

    /// <summary>Whether a header is that of SDMX-CSV.</summary>
    internal static bool IsHeader(IReadOnlyList<string> header) => header.Count > 0 && SdmxColumns.Id(header[0]) is "DATAFLOW" or "STRUCTURE";

    internal static ReadResult Parse(string text, string file, FindingList findings)
    {
        SdmxColumns? columns = null;
        TidyBuilder? builder = null;
        foreach (var row in CsvTable.Rows(text, file, findings))
        {
            if (columns is null || builder is null)
            {
                columns = SdmxColumns.Find(row.Cells, new DataPlace(file, row.Line), findings);
                if (columns is null) { return findings.Nothing(); }
                builder = new TidyBuilder(file, columns.Value + 1, findings);
            }
            else if (Grid.WrongWidth(row.Cells.Length, columns.Width, row.Line, row.IsTextEnd, file) is { } finding) { findings.Add(finding); }
            else { columns.AddTo(builder, row, file, findings); }
        }

        columns?.ReportNotKept(file, findings);
        return builder is null ? findings.Nothing() : builder.Finish();
    }
}
