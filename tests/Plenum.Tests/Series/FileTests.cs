using System.Text;
using Plenum.Series;
using Plenum.Series.Files;

namespace Plenum.Tests.Series;

public sealed class FileTests
{
    [Theory]
    [InlineData("2025-09-30", "2025M09")]
    [InlineData("2025-09-01", "2025M09")]
    [InlineData("2024-02-29", "2024M02")]
    [InlineData("2025-09", "2025M09")]
    [InlineData("2025-Q3", "2025Q3")]
    [InlineData("2025", "2025")]
    public void Dates_stand_for_their_period(string written, string period)
    {
        var data = CsvFile.Parse($"series,period,value\nx,{written},1\n", "x.csv").Data!;
        Assert.Equal(Period.Parse(period), data["x"].Values.Start);
    }

    [Fact]
    public void A_byte_order_mark_and_Windows_line_ends_do_not_matter() => WithBytes([0xEF, 0xBB, 0xBF, .. "series,period,value\r\ngdp,2024Q1,1\r\n"u8], path =>
        Assert.Equal(1, CsvFile.Read(path).Data!["gdp"].Values[0]));

    [Fact]
    public void A_binary_file_is_said_to_be_one() => WithBytes([80, 75, 3, 4, 0, 0], path =>
        Assert.Contains("error PL0402: the file is binary, not text.", Assert.Single(CsvFile.Read(path).Findings).ToString(), StringComparison.Ordinal));

    [Fact]
    public void Another_encoding_is_said_to_be_one() => WithBytes([.. "series,period,value\n"u8, 0xB9, 0xFA, 0xC4, 0xDA], path =>
        Assert.Contains("error PL0402: the file is not text in UTF-8.", Assert.Single(CsvFile.Read(path).Findings).ToString(), StringComparison.Ordinal));

    [Fact]
    public void A_file_that_is_not_there_is_said_to_be_missing() =>
        Assert.StartsWith("no/such.csv: error PL0402: the file cannot be opened.", Assert.Single(CsvFile.Read("no/such.csv").Findings).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_file_above_the_limit_is_not_read() => WithBytes([], path =>
    {
        using (var file = File.OpenWrite(path)) { file.SetLength((256L << 20) + 1); }
        Assert.Equal(DataCode.TooLarge, Assert.Single(CsvFile.Read(path).Findings).Code);
    });

    [Fact]
    public async Task What_is_no_workbook_or_Parquet_file_is_said_not_to_be()
    {
        await File.WriteAllTextAsync(Temporary("not-a.xlsx"), "series,period,value", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Temporary("not-a.parquet"), "series,period,value", TestContext.Current.CancellationToken);
        Assert.Equal(DataCode.NotReadable, Assert.Single(XlsxFile.Read(Temporary("not-a.xlsx")).Findings).Code);
        Assert.Equal(DataCode.NotReadable, Assert.Single((await ParquetFile.ReadAsync(Temporary("not-a.parquet"), TestContext.Current.CancellationToken)).Findings).Code);
        Assert.Equal(DataCode.NotReadable, Assert.Single((await DataFile.ReadAsync("gdp.doc", TestContext.Current.CancellationToken)).Findings).Code);
    }

    [Fact]
    public void A_missing_sheet_names_those_there_are()
    {
        XlsxFile.Write(Temporary("sheets.xlsx"), new DataSet([new DataSeries(TimeSeries.Of(Period.Annual(2024), 1).Named("x"))]), sheet: "annual");
        Assert.EndsWith("sheets.xlsx: error PL0402: the workbook has no sheet 'quarterly'.\n  help: its sheets are 'annual'.", Assert.Single(XlsxFile.Read(Temporary("sheets.xlsx"), "quarterly").Findings).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sdmx_of_either_version_is_read()
    {
        const string Version1 = "DATAFLOW,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT,DECIMALS\nX:F(1.0),Q,CN,2024-Q1,1.5,A,CNY,8,1\nX:F(1.0),Q,CN,2024-Q2,,M,CNY,8,1\nX:F(1.0),Q,CN,2024-Q3,2,P,CNY,8,1\nX:F(1.0),Q,CN,2024-Q4,3,F,CNY,8,1\n";
        var found = CsvFile.Parse(Version1, "x.csv");
        var series = found.Data!["Q.CN"];
        Assert.Equal(TimeSeries.Of(Period.Quarter(2024, 1), 1.5, double.NaN, 2, 3).Named("Q.CN"), series.Values);
        Assert.Equal("CNY x 10^8", series.Provenance.Unit);
        Assert.Equal(ObservationFlag.Estimated, series.Flags[3]);
        Assert.Equal(["x.csv:1: info PL0419: the column DECIMALS is not kept.", "x.csv: info PL0419: OBS_STATUS P is read as observed."], found.Findings.Take(2).Select(f => f.ToString().Split('\n')[0]));

        const string Version2 = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ: Frequency,TIME_PERIOD: Time,OBS_VALUE: Value\ndataflow,X:F(1.0),I,M: Monthly,2024-01,1\n";
        Assert.Equal(TimeSeries.Of(Period.Month(2024, 1), 1).Named("M"), CsvFile.Parse(Version2, "x.csv").Data!["M"].Values);
        Assert.Equal(DataCode.BadCell, CsvFile.Parse(Version2.Replace(",I,", ",D,", StringComparison.Ordinal), "x.csv").Findings[0].Code);
        Assert.Equal("x.csv:1: error PL0403: column 'TIME_PERIOD' is missing.", CsvFile.Parse("DATAFLOW,FREQ,OBS_VALUE\nx,Q,1\n", "x.csv").Findings[0].ToString().Split('\n')[0]);
    }

    [Fact]
    public void Sdmx_dimensions_may_be_named()
    {
        var data = new DataSet([new DataSeries(TimeSeries.Of(Period.Month(2024, 1), 1).Named("M.CN"))]);
        string text = SdmxCsvFile.Format(data, "A:B(2.0)", ["FREQ", "REF_AREA"]);
        Assert.StartsWith("DATAFLOW,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,", text, StringComparison.Ordinal);
        Assert.Contains("A:B(2.0),M,CN,2024-01,1,A,", text, StringComparison.Ordinal);
        Assert.Equal(data, SdmxCsvFile.Parse(text, "x.csv").Data);
        Assert.Throws<ArgumentException>(() => SdmxCsvFile.Format(data, "A:B(2.0)", ["FREQ", "REF_AREA", "ITEM"]));
    }

    [Fact]
    public void A_wide_table_tells_where_it_is_wrong()
    {
        Assert.Null(WideTable.Parse("name,2024Q1,2024Q2\na,1,2\nb,1,x\n", "x.csv", out var findings));
        Assert.Equal("x.csv:3:3: error PL0404: 'x' is not a number.", Assert.Single(findings).ToString().Split('\n')[0]);
        Assert.Null(WideTable.Parse("", "x.csv", out findings));
        Assert.Equal(DataCode.EmptyFile, Assert.Single(findings).Code);
    }

    [Fact]
    public void Every_code_has_a_page()
    {
        string docs = Path.Combine(Root(), "docs", "diagnostics");
        var codes = typeof(DataCode).GetFields().Select(f => (string)f.GetRawConstantValue()!);
        Assert.All(codes, code => Assert.StartsWith($"# {code} ", File.ReadAllText(Path.Combine(docs, $"{code}.md"), Encoding.UTF8), StringComparison.Ordinal));
    }

    /// <summary>A file beside the test program, so that nothing else writes to it.</summary>
    private static string Temporary(string name) => Path.Combine(AppContext.BaseDirectory, name);

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Plenum.slnx"))) { folder = Path.GetDirectoryName(folder); }
        return folder ?? throw new DirectoryNotFoundException("Plenum.slnx");
    }

    private static void WithBytes(byte[] bytes, Action<string> test)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        try
        {
            File.WriteAllBytes(path, bytes);
            test(path);
        }
        finally { File.Delete(path); }
    }
}
