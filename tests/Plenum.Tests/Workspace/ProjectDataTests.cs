using Plenum.Language.Diagnostics;
using Plenum.Workspace.Data;

namespace Plenum.Tests.Workspace;

public class ProjectDataTests
{
    private const string Trade = """
        series,period,value,unit
        exports,2020M01,5,million
        exports,2020M02,7,million
        exports,2020M03,6,million
        imports,2020M01,3,million
        imports,2020M02,3,million
        imports,2020M03,4,million

        """;

    private const string Balance = "series,period,value,unit\nbalance,2020Q1,0.008,billion\n";

    private static ProjectData Read(params (string File, string Text)[] files)
    {
        using var tiny = new TinyProject();
        foreach (var (file, text) in files) { tiny.Write($"data/{file}", text); }
        return ProjectData.Read(tiny.Open().Project!);
    }

    [Fact]
    public void A_project_without_a_data_folder_has_no_data() => Assert.Equal((0, false), Read() is var data ? (data.Series.Count, data.HasErrors) : default);

    [Fact]
    public void Months_add_up_to_a_quarter_in_another_unit()
    {
        var data = Read(("trade.csv", Trade), ("balance.csv", Balance), ("identities.yaml", "identities:\n- name: balance\n  parts: [exports, -imports]\n  total: balance\n  scale: 0.001\n  tolerance: 1/2000\n"));
        Assert.Empty(data.Findings.Select(f => f.ToString()));
        var check = Assert.Single(data.Identities);
        Assert.True(check.Holds);
        Assert.Equal((1, 0.0), (check.Compared, Math.Round(check.Difference, 12)));
        Assert.Equal(["exports", "imports"], data.Find("trade").Select(s => s.Name));
    }

    [Fact]
    public void What_does_not_add_up_is_an_error_that_names_the_period()
    {
        var data = Read(("trade.csv", Trade), ("balance.csv", Balance.Replace("0.008", "0.018", StringComparison.Ordinal)), ("identities.yaml", "identities:\n- name: balance\n  parts: [exports, -imports]\n  total: balance\n  scale: 0.001\n  tolerance: 0.0005\n"));
        var finding = Assert.Single(data.Findings);
        Assert.Equal(("PL0421", Severity.Error), (finding.Code, finding.Severity));
        Assert.Contains("-0.01 in 2020Q1", finding.Message, StringComparison.Ordinal);
        Assert.True(data.HasErrors);
    }

    [Fact]
    public void Every_mistake_in_data_and_their_maps_is_reported_at_once() => Snapshot.Match(string.Join("\n\n", Read(
        ("a.csv", Trade),
        ("b.csv", "series,period,value,unit\nexports,2020M01,5,million\n"),
        ("c.csv", "series,period,value\n\"some, gdp\",2020,1\nother,2020,x\n"),
        ("identities.yaml", "identities:\n- name: balance\n  parts: [exports, -import]\n  total: imports\n  tolerance: 1\n- name: unfinished\n  part: [exports]\n- wrong\n"),
        ("observed.yaml", "derived:\n  exports: exports * 2\n  quarter: sum_of_month(exports)\n  empty: sum_of_months(lag(other, 2))\nmeasurements:\n- variable: income\n  value: sum_of_months(export)\n- variable: cost\n  value: (exports\n- variable: cost\n  value: sum_of_months(exports)\n  endogenise: rate\n  implied: true\n- variable: cost\n  series: [exports]\n")).Findings), "Workspace/data_mistakes.txt");

    [Fact]
    public void Files_with_an_error_are_left_out_and_the_others_kept()
    {
        var data = Read(("good.csv", Trade), ("bad.csv", "series,period,value\nx,2020M13,1\n"));
        Assert.True(data.HasErrors);
        Assert.Equal(["exports", "imports"], data.Data.Names);
    }
}
