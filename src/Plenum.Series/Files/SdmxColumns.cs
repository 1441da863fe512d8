namespace Plenum.Series.Files;

/// <summary>The columns of an SDMX-CSV file and what they become in a data set.</summary>
internal sealed class SdmxColumns
{
    /// <summary>The attributes written, in the order of <see cref="Attributes"/>.</summary>
    public static readonly IReadOnlyList<string> WrittenAttributes = ["UNIT_MEASURE", "PUBLISHER", "SOURCE_SERIES", "VINTAGE", "CONFIDENCE", "OBS_COMMENT"];

    private static readonly string[] s_structural = ["DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "LAST UPDATE", "LAST_UPDATE"];

    private readonly string[] _ids;
    private readonly int[] _dimensions;
    private readonly SortedSet<string> _unknownStatuses = new(StringComparer.Ordinal);

    private SdmxColumns(string[] ids, int[] dimensions, int time, int value)
    {
        (_ids, _dimensions, Time, Value) = (ids, dimensions, time, value);
    }

    public int Width => _ids.Length;

    public int Time { get; }

    public int Value { get; }

    /// <summary>The identifier in a cell that may also carry a label, as in "FREQ: Frequency".</summary>
    public static string Id(string cell) => cell.IndexOf(": ", StringComparison.Ordinal) is var at && at > 0 ? cell[..at].Trim() : cell.Trim();

    public static SdmxColumns? Find(string[] header, DataPlace line, FindingList findings)
    {
        string[] ids = [.. header.Select(Id)];
        int time = Array.IndexOf(ids, "TIME_PERIOD");
        int value = Array.IndexOf(ids, "OBS_VALUE");
        foreach (string missing in (string[])[.. time < 0 ? ["TIME_PERIOD"] : Array.Empty<string>(), .. value < 0 ? ["OBS_VALUE"] : Array.Empty<string>()])
        {
            findings.Add(DataFinding.Error(DataCode.Columns, $"column '{missing}' is missing.", line, "the first column says that this is SDMX-CSV.", NearestName.Of(missing, ids) is { } near ? $"did you mean it with '{near}'?" : "ask the provider for 'dimension at observation' TIME_PERIOD."));
        }

        if (time < 0 || value < 0) { return null; }
        int[] dimensions = [.. Enumerable.Range(0, time).Where(i => i != value && !s_structural.Contains(ids[i], StringComparer.OrdinalIgnoreCase))];
        if (dimensions.Length > 0) { return new SdmxColumns(ids, dimensions, time, value); }
        findings.Add(DataFinding.Error(DataCode.Columns, "there is no dimension before TIME_PERIOD.", line, "the dimensions name the series."));
        return null;
    }

    /// <summary>Adds the observation of one row.</summary>
    public void AddTo(TidyBuilder builder, TableRow row, string file, FindingList findings)
    {
        var place = new DataPlace(file, row.Line);
        int action = Array.IndexOf(_ids, "ACTION");
        if (action >= 0 && Id(row.Cells[action]) == "D")
        {
            findings.Add(DataFinding.Error(DataCode.BadCell, "the row deletes an observation.", place with { Column = action + 1 }, "a data set holds what is known; it has no history to delete from.", "ask the provider for the whole data, not for changes."));
            return;
        }

        string name = string.Join('.', _dimensions.Select(d => Id(row.Cells[d])));
        var period = CellText.RequirePeriod(row.Cells[Time].Replace("-A1", "", StringComparison.Ordinal), place with { Column = Time + 1 }, findings);
        string cell = row.Cells[Value];
        double value = cell.Equals("NaN", StringComparison.OrdinalIgnoreCase) ? double.NaN : CellText.Number(cell, place with { Column = Value + 1 }, findings);
        if (period is { } known) { builder.Add(row.Line, name, known, value, Flag(Id(Cell(row, "OBS_STATUS"))), ProvenanceOf(row)); }
    }

    /// <summary>Names the attributes and statuses that a data set has no place for.</summary>
    public void ReportNotKept(string file, FindingList findings)
    {
        string[] kept = [.. s_structural, .. WrittenAttributes, "UNIT_MULT", "OBS_STATUS"];
        string[] left = [.. _ids.Where((id, i) => i != Time && i != Value && !_dimensions.Contains(i) && !kept.Contains(id, StringComparer.OrdinalIgnoreCase))];
        if (left.Length > 0) { findings.Add(DataFinding.Info(DataCode.NotKept, $"the {(left.Length == 1 ? "column" : "columns")} {string.Join(", ", left)} {(left.Length == 1 ? "is" : "are")} not kept.", new DataPlace(file, 1))); }
        if (_unknownStatuses.Count > 0) { findings.Add(DataFinding.Info(DataCode.NotKept, $"OBS_STATUS {string.Join(", ", _unknownStatuses)} is read as observed.", new DataPlace(file), "a flag is observed, interpolated or estimated.")); }
    }

    /// <summary>The values of <see cref="WrittenAttributes"/>.</summary>
    public static string[] Attributes(Provenance p) => [p.Unit, p.Publisher, p.SeriesCode, p.Vintage, p.Confidence, p.Note];

    /// <summary>The code of an observation status.</summary>
    public static string Status(ObservationFlag flag, bool isMissing) => flag switch
    {
        ObservationFlag.Interpolated => "I",
        ObservationFlag.Estimated => "E",
        _ => isMissing ? "M" : "A",
    };

    /// <summary>A period in the form of SDMX: 2025, 2025-Q3 or 2025-09.</summary>
    public static string TimePeriod(Period period) => period.Frequency switch
    {
        Frequency.Annual => period.ToString(),
        Frequency.Quarterly => period.ToString().Insert(4, "-"),
        _ => period.ToString().Replace('M', '-'),
    };

    private ObservationFlag Flag(string status)
    {
        switch (status)
        {
            case "" or "A" or "M" or "O" or "L": return ObservationFlag.Observed;
            case "E" or "F": return ObservationFlag.Estimated;
            case "I": return ObservationFlag.Interpolated;
            default:
                _unknownStatuses.Add(CellText.Shorten(status));
                return ObservationFlag.Observed;
        }
    }

    private Provenance ProvenanceOf(TableRow row)
    {
        string unit = Cell(row, "UNIT_MEASURE");
        string power = Id(Cell(row, "UNIT_MULT"));
        if (power is not ("" or "0")) { unit = $"{unit} x 10^{power}".TrimStart(); }
        return new Provenance(Cell(row, "PUBLISHER"), Cell(row, "SOURCE_SERIES"), unit, Cell(row, "VINTAGE"), Cell(row, "CONFIDENCE"), Cell(row, "OBS_COMMENT"));
    }

    /// <summary>The cell of an attribute; empty where the column is absent or is a dimension.</summary>
    private string Cell(TableRow row, string id) => Array.IndexOf(_ids, id) is var at && at >= 0 && !_dimensions.Contains(at) ? row.Cells[at] : "";
}
