namespace Plenum.Series.Files;

/// <summary>The tidy layout, whatever file it comes from.</summary>
internal static class TidyTable
{
    /// <summary>Reads rows, the first of which is the header.</summary>
    public static ReadResult Read(IEnumerable<TableRow> rows, string file, FindingList findings)
    {
        TidyColumns? columns = null;
        TidyBuilder? builder = null;
        int width = 0;
        foreach (var row in rows)
        {
            if (columns is null || builder is null)
            {
                columns = TidyColumns.Find(row.Cells, new DataPlace(file, row.Line), findings);
                if (columns is null) { return findings.Nothing(); }
                width = row.Cells.Length;
                builder = new TidyBuilder(file, columns.Value + 1, findings);
            }
            else if (Grid.WrongWidth(row.Cells.Length, width, row.Line, row.IsTextEnd, file) is { } finding) { findings.Add(finding); }
            else { AddRow(row, columns, builder, file, findings); }
        }

        return builder is null ? findings.Nothing() : builder.Finish();
    }

    /// <summary>The header and one row an observation; columns that say nothing are left out.</summary>
    public static IEnumerable<string[]> Rows(DataSet data)
    {
        bool[] isUsed = [.. TidyColumns.Names.Select((_, column) => column < 3 || data.Any(s => Says(s, column)))];
        yield return Chosen([.. TidyColumns.Names], isUsed);
        foreach (var series in data)
        {
            for (int i = 0; i < series.Values.Count; i++) { yield return Chosen(Cells(series, i), isUsed); }
        }
    }

    private static void AddRow(TableRow row, TidyColumns columns, TidyBuilder builder, string file, FindingList findings)
    {
        var place = new DataPlace(file, row.Line);
        string name = row.Cells[columns.Series].Trim();
        if (name.Length == 0) { findings.Add(DataFinding.Error(DataCode.BadCell, "the series has no name.", place with { Column = columns.Series + 1 }, help: "write its name here.")); }
        var period = CellText.RequirePeriod(row.Cells[columns.Period], place with { Column = columns.Period + 1 }, findings);
        double value = CellText.Number(row.Cells[columns.Value], place with { Column = columns.Value + 1 }, findings);
        var flag = columns.Flag < 0 ? ObservationFlag.Observed : Flag(row.Cells[columns.Flag], place with { Column = columns.Flag + 1 }, findings);
        if (name.Length > 0 && period is { } known) { builder.Add(row.Line, name, known, value, flag, columns.ProvenanceOf(row.Cells)); }
    }

    private static ObservationFlag Flag(string cell, DataPlace place, FindingList findings)
    {
        switch (cell.Trim().ToLowerInvariant())
        {
            case "" or "observed": return ObservationFlag.Observed;
            case "interpolated": return ObservationFlag.Interpolated;
            case "estimated": return ObservationFlag.Estimated;
            default:
                string? near = NearestName.Of(cell.Trim(), ["observed", "interpolated", "estimated"]);
                findings.Add(DataFinding.Error(DataCode.BadCell, $"'{CellText.Shorten(cell)}' is not a flag.", place, "a flag is observed, interpolated or estimated.", near is null ? "leave the cell blank for observed." : $"did you mean '{near}'?"));
                return ObservationFlag.Observed;
        }
    }

    private static bool Says(DataSeries series, int column) => column == 8
        ? series.Flags.Any(f => f != ObservationFlag.Observed)
        : Text(series.Provenance, column).Length > 0;

    private static string[] Cells(DataSeries series, int i) => [.. TidyColumns.Names.Select((_, column) => column switch
    {
        0 => series.Name,
        1 => (series.Values.Start + i).ToString(),
        2 => CellText.Number(series.Values[i]),
        8 => series.Flags[i] == ObservationFlag.Observed ? "" : series.Flags[i].ToString().ToLowerInvariant(),
        _ => Text(series.Provenance, column),
    })];

    private static string Text(Provenance provenance, int column) => column switch
    {
        3 => provenance.Unit,
        4 => provenance.Publisher,
        5 => provenance.SeriesCode,
        6 => provenance.Vintage,
        7 => provenance.Confidence,
        _ => provenance.Note,
    };

    private static string[] Chosen(string[] cells, bool[] isUsed) => [.. cells.Where((_, column) => isUsed[column])];
}
