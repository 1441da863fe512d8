using Plenum.Series;
using Plenum.Series.Files;

namespace Plenum.Tests.Series;

public sealed class RoundTripTests
{
    [Fact]
    public void Tidy_text_keeps_everything() => Any.DataSet.Sample(data => AssertSame(data, CsvFile.Parse(CsvFile.Format(data), "x.csv")));

    [Fact]
    public void Sdmx_text_keeps_everything() => Any.DataSet.Sample(data => AssertSame(data, CsvFile.Parse(SdmxCsvFile.Format(data), "x.csv")));

    [Fact]
    public void Wide_text_keeps_the_values() => Any.Table.Sample(data => AssertSame(data, CsvFile.Parse(CsvFile.Format(data, TableLayout.Wide), "x.csv")));

    [Fact]
    public void Transposed_text_keeps_the_values() => Any.Table.Sample(data => AssertSame(data, CsvFile.Parse(CsvFile.Format(data, TableLayout.Transposed), "x.csv")));

    [Fact]
    public void A_tidy_workbook_keeps_everything() => InFile(".xlsx", path => Any.DataSet.Sample(data =>
    {
        XlsxFile.Write(path, data);
        AssertSame(data, XlsxFile.Read(path));
    }, iter: 12, threads: 1));

    [Theory]
    [InlineData(TableLayout.Wide)]
    [InlineData(TableLayout.Transposed)]
    public void A_workbook_of_a_table_keeps_the_values(TableLayout layout) => InFile(".xlsx", path => Any.Table.Sample(data =>
    {
        XlsxFile.Write(path, data, layout, "numbers");
        AssertSame(data, XlsxFile.Read(path, "numbers"));
    }, iter: 10, threads: 1));

    [Fact]
    public void Parquet_keeps_everything() => InFile(".parquet", path => Any.DataSet.Sample(data =>
    {
        DataFile.WriteAsync(path, data).GetAwaiter().GetResult();
        AssertSame(data, DataFile.ReadAsync(path).GetAwaiter().GetResult());
    }, iter: 20, threads: 1));

    [Fact]
    public void A_file_on_disk_keeps_everything() => InFile(".csv", path => Any.DataSet.Sample(data =>
    {
        CsvFile.Write(path, data);
        AssertSame(data, DataFile.ReadAsync(path).GetAwaiter().GetResult());
    }, iter: 20, threads: 1));

    [Fact]
    public void A_wide_table_keeps_every_bit() => Gen.Select(Any.AnyPeriod, Gen.Int[1, 20]).SelectMany(x => Any.NumberOrMissing.Array[x.Item2].Array[1, 10], (x, rows) => new WideTable([.. rows.Select((_, i) => $"x\"{i}, y")], x.Item1, rows)).Sample(table =>
    {
        var back = WideTable.Parse(table.Format(), "x.csv", out var findings);
        Assert.Empty(findings);
        Assert.Equal((table.Start, table.Count), (back!.Start, back.Count));
        Assert.Equal(table.Names, back.Names);
        for (int i = 0; i < table.Rows.Length; i++) { Assert.Equal(table.Rows[i].Select(BitConverter.DoubleToInt64Bits), back.Rows[i].Select(BitConverter.DoubleToInt64Bits)); }
    });

    [Fact]
    public void A_wide_table_of_two_frequencies_or_vintages_is_refused()
    {
        var year = new DataSeries(TimeSeries.Of(Period.Annual(2024), 1).Named("x"));
        var quarter = new DataSeries(TimeSeries.Of(Period.Quarter(2024, 1), 1).Named("y"));
        var revised = new DataSeries(year.Values, new Provenance(Vintage: "2025-01-17"));
        Assert.Throws<ArgumentException>(() => CsvFile.Format(new DataSet([year, quarter]), TableLayout.Wide));
        Assert.Throws<ArgumentException>(() => CsvFile.Format(new DataSet([year, revised]), TableLayout.Wide));
    }

    private static void AssertSame(DataSet expected, ReadResult found)
    {
        Assert.False(found.HasErrors, string.Join('\n', found.Findings));
        Assert.Equal(expected.Names, found.Data!.Names);
        foreach (var (one, other) in expected.Zip(found.Data))
        {
            Assert.Equal(one.Values, other.Values);
            Assert.Equal(one.Flags, other.Flags);
            Assert.Equal(one.Provenance, other.Provenance);
        }

        Assert.Equal(expected, found.Data);
    }

    private static void InFile(string ending, Action<string> test)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}{ending}");
        try { test(path); }
        finally { File.Delete(path); }
    }
}
