namespace Plenum.Series.Files;

/// <summary>Makes sense of the labels of a <see cref="Grid"/>.</summary>
internal static class GridLabels
{
    /// <summary>The first of a row of periods that follow one another; null with findings where they do not.</summary>
    public static Period? Periods(Grid grid, List<string> labels, Func<int, DataPlace> placeOf, FindingList findings)
    {
        if (labels.Count == 0)
        {
            findings.Add(DataFinding.Error(DataCode.EmptyFile, "the table has no periods.", new DataPlace(grid.File), help: "write one period a column after the name: name,2012Q3,2012Q4"));
            return null;
        }

        Period? start = null;
        bool isWhole = true;
        for (int i = 0; i < labels.Count; i++)
        {
            if (CellText.RequirePeriod(labels[i], placeOf(i), findings) is not { } period)
            {
                isWhole = false;
                continue;
            }

            start ??= period - i;
            if (!isWhole || period == start.Value + i) { continue; }
            findings.Add(OutOfOrder(start.Value + i - 1, period, placeOf(i)));
            return null;
        }

        return isWhole ? start : null;
    }

    /// <summary>Every name must be there, once.</summary>
    public static void CheckNames(List<string> names, Func<int, DataPlace> placeOf, FindingList findings)
    {
        var first = new Dictionary<string, int>();
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i].Length == 0) { findings.Add(DataFinding.Error(DataCode.BadCell, "the series has no name.", placeOf(i), help: "write its name here.")); }
            else if (!first.TryAdd(names[i], i))
            {
                var before = placeOf(first[names[i]]);
                string where = before.Line == placeOf(i).Line ? $"column {before.Column}" : $"line {before.Line}";
                findings.Add(DataFinding.Error(DataCode.DuplicateObservation, $"'{names[i]}' is there twice, first in {where}.", placeOf(i), help: "rename or delete one."));
            }
        }
    }

    /// <summary>The data set of a grid: names on the left and periods at the top, or the other way round.</summary>
    public static ReadResult ToDataSet(Grid grid, TableLayout layout, FindingList findings)
    {
        bool isWide = layout == TableLayout.Wide;
        var names = isWide ? grid.Left : grid.Top;
        var start = isWide ? Periods(grid, grid.Top, grid.TopPlace, findings) : Periods(grid, grid.Left, grid.LeftPlace, findings);
        CheckNames(names, isWide ? grid.LeftPlace : grid.TopPlace, findings);
        if (names.Count == 0) { findings.Add(DataFinding.Error(DataCode.EmptyFile, "the table has no series.", new DataPlace(grid.File))); }
        if (findings.HasErrors || start is not { } first) { return findings.Nothing(); }

        double[][] rows = isWide ? [.. grid.Rows] : grid.Transposed();
        var rowOfName = names.Select((name, row) => (name, row)).ToDictionary(x => x.name, x => x.row);
        var data = new DataSet(rows.Select((row, i) => new DataSeries(Trimmed(new TimeSeries(first, row, names[i])))));
        return findings.Result(data, (series, period) => isWide
            ? new DataPlace(grid.File, grid.Lines[rowOfName[series.Name]], period - first + 2)
            : new DataPlace(grid.File, grid.Lines[period - first], rowOfName[series.Name] + 2));
    }

    /// <summary>Blank cells before and after the values only fill the table; a series of blanks alone keeps its periods.</summary>
    private static TimeSeries Trimmed(TimeSeries series) => series.Observations == 0 ? series : series.Trim();

    private static DataFinding OutOfOrder(Period before, Period period, DataPlace place)
    {
        if (before.Frequency != period.Frequency) { return DataFinding.Error(DataCode.MixedFrequencies, $"{period} follows {before}: the one is {period.Frequency}, the other {before.Frequency}.", place, help: "keep each frequency in a file of its own."); }
        return period == before
            ? DataFinding.Error(DataCode.DuplicateObservation, $"{period} is there twice.", place, help: "delete one.")
            : DataFinding.Error(DataCode.Gaps, $"{period} follows {before}.", place, "the periods of this layout follow one another.", $"put {before + 1} there, with blank cells where nothing is known.");
    }
}
