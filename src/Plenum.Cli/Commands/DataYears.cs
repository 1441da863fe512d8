using System.Globalization;
using Plenum.Report;
using Plenum.Series;

namespace Plenum.Cli.Commands;

/// <summary>Lays a series out by year: one line a year, or half a year of months, so that eighty columns hold it.</summary>
internal static class DataYears
{
    private const int MostColumns = 6;

    public static Table Of(DataSeries series)
    {
        var values = series.Values;
        int columns = Math.Min((int)values.Frequency, MostColumns);
        var rows = new List<IReadOnlyList<string>>();
        for (int year = values.Start.Year; year <= values.End.Year; year++)
        {
            for (int from = 1; from <= (int)values.Frequency; from += columns)
            {
                string[] cells = [.. Enumerable.Range(from, columns).Select(n => Cell(series, Period.Of(values.Frequency, year, n)))];
                if (Array.TrueForAll(cells, c => c.Length == 0)) { continue; }
                rows.Add([RowName(values.Frequency, year, from), .. cells]);
            }
        }

        string[] headers = values.Frequency switch
        {
            Frequency.Annual => [""],
            Frequency.Quarterly => ["Q1", "Q2", "Q3", "Q4"],
            _ => ["M01/07", "M02/08", "M03/09", "M04/10", "M05/11", "M06/12"],
        };
        return new Table("", [new TableColumn("", Alignment.Left), .. headers.Select(h => new TableColumn(h))], rows);
    }

    private static string RowName(Frequency frequency, int year, int from) => frequency == Frequency.Monthly
        ? string.Create(CultureInfo.InvariantCulture, $"{year} {(from == 1 ? "M01" : "M07")}")
        : year.ToString(CultureInfo.InvariantCulture);

    private static string Cell(DataSeries series, Period period)
    {
        double value = series.Values[period];
        if (double.IsNaN(value)) { return ""; }
        bool isObserved = series.Flags[period - series.Values.Start] == ObservationFlag.Observed;
        return (isObserved ? "" : "~") + value.ToString("#,0.######", CultureInfo.InvariantCulture);
    }
}
