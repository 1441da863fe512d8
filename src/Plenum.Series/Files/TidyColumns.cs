namespace Plenum.Series.Files;

/// <summary>Where the columns of the tidy layout stand, counted from 0; -1 where a column is absent.</summary>
internal sealed record TidyColumns(int Series, int Period, int Value, int Unit, int Publisher, int SourceSeries, int Vintage, int Confidence, int Flag, int Note)
{
    /// <summary>All columns in the order in which they are written.</summary>
    public static readonly IReadOnlyList<string> Names = ["series", "period", "value", "unit", "publisher", "source_series", "vintage", "confidence", "flag", "note"];

    private const int Required = 3;

    /// <summary>Finds the columns in a header; null with findings where one is missing, unknown or there twice.</summary>
    public static TidyColumns? Find(string[] header, DataPlace line, FindingList findings)
    {
        int[] at = [.. Enumerable.Repeat(-1, Names.Count)];
        bool isGood = true;
        for (int i = 0; i < header.Length; i++)
        {
            string name = header[i].Trim().ToLowerInvariant();
            int known = Names.ToList().IndexOf(name);
            if (known >= 0 && at[known] < 0)
            {
                at[known] = i;
                continue;
            }

            isGood = false;
            var place = line with { Column = i + 1 };
            string fact = known >= 0 ? $"column '{name}' is there twice." : name.Length == 0 ? "a column has no name." : $"column '{CellText.Shorten(header[i])}' is not known.";
            string? near = known < 0 ? NearestName.Of(name, Names) : null;
            findings.Add(DataFinding.Error(DataCode.Columns, fact, place, help: near is not null ? $"did you mean '{near}'?" : known >= 0 ? "delete one of the two." : $"the columns are {string.Join(", ", Names)}; put the rest in a file of its own."));
        }

        for (int i = 0; i < Required; i++)
        {
            if (at[i] >= 0) { continue; }
            isGood = false;
            findings.Add(DataFinding.Error(DataCode.Columns, $"column '{Names[i]}' is missing.", line, "an observation needs series, period and value.",
                header.Length == 1 && header[0].Contains(';') ? "separate the cells with commas, not with semicolons." : "start the file with: series,period,value   (or one row a series: name,2012Q3,2012Q4; or one row a period: period,gdp,consumption)."));
        }

        return isGood ? new TidyColumns(at[0], at[1], at[2], at[3], at[4], at[5], at[6], at[7], at[8], at[9]) : null;
    }

    /// <summary>Where a row's series comes from.</summary>
    public Provenance ProvenanceOf(string[] cells) => new(
        Cell(cells, Publisher), Cell(cells, SourceSeries), Cell(cells, Unit), Cell(cells, Vintage), Cell(cells, Confidence), Cell(cells, Note));

    private static string Cell(string[] cells, int column) => column < 0 ? "" : cells[column];
}
