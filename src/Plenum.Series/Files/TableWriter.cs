namespace Plenum.Series.Files;

/// <summary>Turns a data set into rows of text.</summary>
internal static class TableWriter
{
    /// <summary>The header and the rows.</summary>
    /// <exception cref="ArgumentException">A wide or transposed table of several frequencies or vintages.</exception>
    public static IEnumerable<string[]> Rows(DataSet data, TableLayout layout)
    {
        if (layout == TableLayout.Tidy) { return TidyTable.Rows(data); }
        RequireOneTable(data);
        if (data.Count == 0) { return [[layout == TableLayout.Wide ? "name" : "period"]]; }
        var start = data.Select(s => s.Values.Start).Min();
        var end = data.Select(s => s.Values.End).Max();
        Period[] periods = [.. Enumerable.Range(0, end - start + 1).Select(i => start + i)];
        return layout == TableLayout.Wide
            ? [["name", .. periods.Select(p => p.ToString())], .. data.Select(s => (string[])[s.Name, .. periods.Select(p => CellText.Number(s.Values[p]))])]
            : [["period", .. data.Names], .. periods.Select(p => (string[])[p.ToString(), .. data.Select(s => CellText.Number(s.Values[p]))])];
    }

    private static void RequireOneTable(DataSet data)
    {
        if (data.Names.Count != data.Count) { throw new ArgumentException("A wide table holds one vintage of each name. Take DataSet.Latest() or AsKnownOn, or write the tidy layout.", nameof(data)); }
        if (data.Select(s => s.Values.Frequency).Distinct().Count() > 1) { throw new ArgumentException("A wide table holds one frequency. Convert the series, or write the tidy layout.", nameof(data)); }
    }
}
