using Plenum.Series;
using Plenum.Series.Files;

namespace Plenum.Tests.Series;

/// <summary>What a reader is told about broken files.</summary>
public sealed class BrokenFileTests
{
    [Fact]
    public void An_empty_file() => Says(" \n", "gdp.csv: error PL0401: the file is empty.\n  help: the first line names the columns: series,period,value");

    [Fact]
    public void A_header_without_observations() => Says("series,period,value\n", "gdp.csv: error PL0401: the file has a header and no observations.");

    [Fact]
    public void A_decimal_comma() => Says("series,period,value\ngdp,2024Q1,\"1,5\"\n",
        "gdp.csv:2:3: error PL0404: '1,5' is not a number.\n  why:  a comma neither marks decimals nor groups digits here.\n  help: write 1.5.");

    [Fact]
    public void Grouped_digits() => Says("name,2024Q1,2024Q2\ngdp,1,\"31,846\"\n",
        "gdp.csv:2:3: error PL0404: '31,846' is not a number.\n  why:  a comma neither marks decimals nor groups digits here.\n  help: write 31846.");

    [Fact]
    public void A_word_for_missing() => Says("series,period,value\ngdp,2024Q1,1\n\ngdp,2024Q2,n.a.\n",
        "gdp.csv:4:3: error PL0404: 'n.a.' is not a number.\n  why:  a value is written like 1234.5 or 1.2e3.\n  help: leave the cell of a missing value blank.");

    [Fact]
    public void A_bad_period() => Says("series,period,value\ngdp,2024Q5,1\ngdp,2024-05-17,1\n",
        "gdp.csv:2:2: error PL0405: '2024Q5' is not a period.\n  why:  a period is a year, a quarter or a month.\n  help: write 2025, 2025Q3, 2025M09, 2025-09 or 2025-09-30.",
        "gdp.csv:3:2: error PL0405: '2024-05-17' is not a period.\n  why:  a day stands for its month only if it is the first or the last one.\n  help: write 2025, 2025Q3, 2025M09, 2025-09 or 2025-09-30.");

    [Fact]
    public void A_misspelt_and_an_unknown_column() => Says("series,peroid,value,colour\ngdp,2024Q1,1,red\n",
        "gdp.csv:1:2: error PL0403: column 'peroid' is not known.\n  help: did you mean 'period'?",
        "gdp.csv:1:4: error PL0403: column 'colour' is not known.\n  help: the columns are series, period, value, unit, publisher, source_series, vintage, confidence, flag, note; put the rest in a file of its own.",
        "gdp.csv:1: error PL0403: column 'period' is missing.\n  why:  an observation needs series, period and value.\n  help: start the file with: series,period,value   (or one row a series: name,2012Q3,2012Q4; or one row a period: period,gdp,consumption).");

    [Fact]
    public void Semicolons() => Assert.Contains("help: separate the cells with commas, not with semicolons.", Read("series;period;value\ngdp;2024Q1;1\n").Findings[^1].ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_second_value_for_a_period() => Says("series,period,value,vintage\ngdp,2024Q1,1,2025-01-17\ngdp,2024Q2,2,2025-01-17\ngdp,2024Q1,3,2025-01-17\n",
        "gdp.csv:4: error PL0406: 'gdp' has a second value for 2024Q1 in vintage '2025-01-17'; the first is in line 2.\n  why:  a series has one value a period and vintage.\n  help: delete one, or name the vintage of each in the column 'vintage'.");

    [Fact]
    public void Mixed_frequencies() => Says("series,period,value\ngdp,2024Q1,1\ngdp,2024M04,2\n",
        "gdp.csv:3: error PL0409: 'gdp' has 2024M04 here and 2024Q1 in line 2.\n  why:  a series has one frequency.\n  help: give each frequency a name of its own.");

    [Fact]
    public void Mixed_units() => Says("series,period,value,unit\ngdp,2024Q1,1,yuan\ngdp,2024Q2,2,dollar\n",
        "gdp.csv:3: error PL0417: 'gdp' has unit 'dollar' here and 'yuan' in line 2.\n  why:  one vintage of a series has one unit, publisher, source, confidence and note.\n  help: give these rows a vintage or a name of their own.");

    [Fact]
    public void A_cut_off_last_line() => Says("series,period,value\ngdp,2024Q1,1\ngdp,2024Q2",
        "gdp.csv:3: error PL0410: the last line stops after 2 of 3 cells.\n  why:  the file may be cut off.\n  help: load the file again, or complete or delete the line.");

    [Fact]
    public void A_cut_off_wide_table() => Says("name,2024Q1,2024Q2\ngdp,1,2\ncons,1",
        "gdp.csv:3: error PL0410: the last line stops after 2 of 3 cells.\n  why:  the file may be cut off.\n  help: load the file again, or complete or delete the line.");

    [Fact]
    public void A_ragged_row() => Says("series,period,value\ngdp,2024Q1,1,2\n",
        "gdp.csv:2: error PL0413: the line has 4 cells, the header 3.\n  help: give it as many; a missing value is a blank cell between commas.");

    [Fact]
    public void Numbers_that_are_not_finite() => Says("series,period,value\ngdp,2024Q1,1e999\ngdp,2024Q2,NaN\n",
        "gdp.csv:2:3: error PL0411: '1e999' is not a finite number.\n  why:  numbers reach up to 1.8e308.\n  help: leave the cell of a missing value blank.",
        "gdp.csv:3:3: warning PL0411: 'NaN' is read as missing.\n  help: leave the cell of a missing value blank.");

    [Fact]
    public void An_unknown_flag() => Says("series,period,value,flag\ngdp,2024Q1,1,estimate\n",
        "gdp.csv:2:4: error PL0416: 'estimate' is not a flag.\n  why:  a flag is observed, interpolated or estimated.\n  help: did you mean 'estimated'?");

    [Fact]
    public void A_series_without_a_name() => Says("name,2024Q1\n,1\n", "gdp.csv:2:1: error PL0416: the series has no name.\n  help: write its name here.");

    [Fact]
    public void A_wide_header_with_a_hole() => Says("name,2024Q1,2024Q3\ngdp,1,2\n",
        "gdp.csv:1:3: error PL0408: 2024Q3 follows 2024Q1.\n  why:  the periods of this layout follow one another.\n  help: put 2024Q2 there, with blank cells where nothing is known.");

    [Fact]
    public void A_name_twice_in_a_transposed_table() => Says("date,gdp,gdp\n2024-01-31,1,2\n",
        "gdp.csv:1:3: error PL0406: 'gdp' is there twice, first in column 2.\n  help: rename or delete one.");

    [Fact]
    public void An_open_quote() => Assert.True(Read("series,period,value\ngdp,2024Q1,\"1\n").HasErrors);

    [Fact]
    public void A_jump_shows_its_line()
    {
        var found = Read("series,period,value,unit,vintage\ngdp,2024Q2,30.5,bn,2025-01-17\ngdp,2024Q3,31.2,bn,2025-01-17\ngdp,2024Q4,31846,bn,2025-01-17\n");
        Assert.NotNull(found.Data);
        Assert.Equal(["gdp.csv:4:3: warning PL0407: 'gdp' jumps from 31.2 to 31,846 between 2024Q3 and 2024Q4.\n  why:  a factor near 1,000 usually means a change of unit.\n  help: check the unit for vintage 2025-01-17."], found.Findings.Select(f => f.ToString()));
    }

    [Fact]
    public void A_gap_shows_the_line_after_it() => Says("series,period,value\ngdp,2024Q1,1\ngdp,2024Q4,2\n",
        "gdp.csv:3:3: warning PL0408: 'gdp' has no value in 2024Q2..2024Q3.\n  why:  values stand before and after.\n  help: fill the gap, or interpolate and flag the values.");

    [Fact]
    public void A_hostile_file_does_not_flood_the_reader()
    {
        var found = Read("series,period,value\n" + string.Concat(Enumerable.Repeat("gdp,2024Q9,x\n", 1000)));
        Assert.Equal("error PL0420: there are 1800 more findings.\n  help: mend these first.", found.Findings[^1].ToString());
        Assert.Equal(201, found.Findings.Count);
    }

    [Fact]
    public void Periods_far_apart_do_not_fill_the_memory()
    {
        string rows = string.Concat(Enumerable.Range(0, 1000).Select(i => $"x{i},0001M01,1\nx{i},9999M12,1\n"));
        Assert.Equal(DataCode.TooLarge, Assert.Single(Read("series,period,value\n" + rows).Findings).Code);
    }

    [Fact]
    public void Zero_character_is_not_taken_for_a_comment() => Assert.True(Read("series,period,value\n\0gdp,2024,1\ngdp,2025,2\n").HasErrors);

    [Fact]
    public void Text_that_is_anything_gives_findings_and_no_exception() => Gen.Select(Gen.OneOf("series,period,value\n", "name,2024Q1,2024Q2\n", "period,a,b\n", "DATAFLOW,F,TIME_PERIOD,OBS_VALUE\n", ""), Gen.Char[" ,\"\n\r-.2014QMx;#\0é"].Array[0, 60]).Sample((header, noise) =>
    {
        var found = Read(header + new string(noise));
        Assert.True(found.Data is not null || found.HasErrors);
    });

    private static ReadResult Read(string text) => CsvFile.Parse(text, "gdp.csv");

    private static void Says(string text, params string[] expected) => Assert.Equal(expected, Read(text).Findings.Select(f => f.ToString()));
}
