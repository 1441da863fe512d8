using System.Text.Json;
using Plenum.Cli;
using Plenum.Tests.Workspace;

namespace Plenum.Tests.Cli;

/// <summary>The command on the China model, which it finds beside itself.</summary>
public class ChinaCommandTests
{
    private static CommandRun China(params string[] args) => CommandRun.In(Path.GetTempPath(), Repository.Root, args);

    [Fact]
    public void The_headline_scenarios_solve_and_their_accounts_balance()
    {
        var run = China("--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var scenarios = run.Json.GetProperty("scenarios").EnumerateArray().ToList();
        Assert.Equal(["S01", "S05", "S08a", "S10", "S11", "S16"], scenarios.Select(s => s.GetProperty("name").GetString()));
        Assert.All(scenarios, scenario =>
        {
            Assert.True(scenario.GetProperty("account_error").GetDouble() < 1e-9);
            Assert.All(scenario.GetProperty("deviations").EnumerateArray().SelectMany(d => d.GetProperty("at").EnumerateObject()), at => Assert.Equal(JsonValueKind.Number, at.Value.ValueKind));
        });
    }

    [Fact]
    public void The_table_fits_eighty_columns()
    {
        var run = China("run", "--scenario", "S01", "--scenario", "S16");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void The_check_has_no_findings()
    {
        var check = China("check", "--json");
        Assert.Equal(ExitCode.Done, check.Code);
        Assert.Equal(0, check.Json.GetProperty("diagnostics").GetArrayLength());
        Assert.True(check.Json.GetProperty("accounts").GetProperty("balance_sheet").GetProperty("proven").GetBoolean());
        Assert.True(check.Json.GetProperty("accounts").GetProperty("flows").GetProperty("proven").GetBoolean());
    }

    [Fact]
    public void The_accounts_can_be_shown() => Assert.Equal((ExitCode.Done, ""), China("show", "accounts") is var show ? (show.Code, show.Error) : default);
}
