using Plenum.Series;

namespace Plenum.Studio.Desk;

/// <summary>Data as they leave the studio for a spreadsheet.</summary>
internal static class SpreadsheetData
{
    /// <summary>The same data with no text that a spreadsheet takes for a formula; see <see cref="PlainText.ForSpreadsheet"/>.</summary>
    public static DataSet Of(IEnumerable<DataSeries> series) => new(series.Select(Of));

    private static DataSeries Of(DataSeries series)
    {
        var source = series.Provenance;
        return new DataSeries(series.Values.Named(PlainText.ForSpreadsheet(series.Name)), new Provenance(PlainText.ForSpreadsheet(source.Publisher), PlainText.ForSpreadsheet(source.SeriesCode),
            PlainText.ForSpreadsheet(source.Unit), PlainText.ForSpreadsheet(source.Vintage), PlainText.ForSpreadsheet(source.Confidence), PlainText.ForSpreadsheet(source.Note)), series.Flags);
    }
}
