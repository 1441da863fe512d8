using Plenum.Cli;
using Plenum.Tests.Workspace;

namespace Plenum.Tests.Cli;

public class DataCommandTests
{
    private static CommandRun China(params string[] args) => CommandRun.In(Path.GetTempPath(), Repository.Root, ["data", .. args]);

    [Fact]
    public void The_list_fits_eighty_columns_and_cuts_no_name()
    {
        var run = China();
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 80 && !line.Contains('…', StringComparison.Ordinal), line));
    }

    [Fact]
    public void A_series_is_told_in_full()
    {
        var run = China("capacity_utilisation");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("National Bureau of Statistics", run.Output, StringComparison.Ordinal);
        Assert.Contains("measures: capacity_utilisation", run.Output, StringComparison.Ordinal);
        Assert.Contains("2025   74.1     74   74.6", run.Output, StringComparison.Ordinal);
        Assert.Contains("2016                       ~73.8", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_has_its_values_and_flags_in_json_and_csv()
    {
        var vintage = China("capacity_utilisation", "--json").Json.GetProperty("vintages")[0];
        CommandRun.HasKeys(vintage, "name", "subject", "file", "frequency", "first", "last", "observations", "not_observed", "gaps", "unit", "publisher", "source_series", "vintage", "confidence", "values", "flags");
        Assert.Equal(74.6, vintage.GetProperty("values").GetProperty("2025Q3").GetDouble());
        Assert.Equal("estimated", vintage.GetProperty("flags").GetProperty("2016Q4").GetString());
        Assert.Contains("capacity_utilisation,2025Q3,74.6,per cent,as first published,official,\n", China("capacity_utilisation", "--csv").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_lists_its_series() =>
        Assert.All(China("tariffs", "--json").Json.GetProperty("series").EnumerateArray(), s => Assert.Equal("tariffs", s.GetProperty("subject").GetString()));

    [Theory]
    [InlineData("capacity_utilization", "did you mean 'capacity_utilisation'?")]
    [InlineData("us_tarif", "names that contain it: us_tariff_on_china")]
    public void An_unknown_name_is_answered_with_a_near_one(string name, string help)
    {
        var run = China(name);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(help, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_check_of_sound_data_succeeds_and_says_what_adds_up()
    {
        var run = China("--check", "--json");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.All(run.Json.GetProperty("identities").EnumerateArray(), i => Assert.True(i.GetProperty("holds").GetBoolean()));
    }

    [Fact]
    public void The_check_of_broken_data_has_a_negative_answer()
    {
        using var tiny = new TinyProject();
        tiny.Write("data/trade.csv", "series,period,value\nexports,2020M01,many\n");
        var run = CommandRun.In(tiny.Folder, null, "data", "--check");
        Assert.Equal(ExitCode.Negative, run.Code);
        Assert.Contains("PL0404", run.Output, StringComparison.Ordinal);
        var list = CommandRun.In(tiny.Folder, null, "data");
        Assert.Equal(ExitCode.Done, list.Code);
        Assert.Contains("plenum data --check lists them", list.Error, StringComparison.Ordinal);
    }
}
