using System.Text.Json;
using Plenum.Cli;
using Plenum.Tests.Workspace;

namespace Plenum.Tests.Cli;

public class CommandLineTests
{
    private static CommandRun Tiny(params string[] args)
    {
        using var tiny = new TinyProject();
        return CommandRun.In(tiny.Folder, null, args);
    }

    [Fact]
    public void Without_a_verb_it_runs_the_project_around() => Assert.Equal(Tiny("run"), Tiny());

    [Fact]
    public void A_run_shows_the_baseline_and_what_scenarios_change()
    {
        var run = Tiny("run");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Snapshot.Match(run.Output, "Cli/tiny_run.txt");
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void A_run_for_programs_holds_the_contract_s_keys()
    {
        var run = Tiny("run", "--json");
        Assert.Equal(ExitCode.Done, run.Code);
        CommandRun.HasKeys(run.Json, "model", "horizon", "scenarios");
        var scenario = run.Json.GetProperty("scenarios")[0];
        CommandRun.HasKeys(scenario, "name", "title", "deviations", "iterations", "account_error", "solve_seconds");
        Assert.Equal(["max", "median"], CommandRun.Keys(scenario.GetProperty("iterations")));
        Assert.Equal(JsonValueKind.Null, scenario.GetProperty("account_error").ValueKind);
        var income = scenario.GetProperty("deviations")[0];
        Assert.Equal(["at", "kind", "label", "variable"], CommandRun.Keys(income));
        Assert.Equal(["1", "12", "20", "4", "40"], CommandRun.Keys(income.GetProperty("at")));
        Assert.Equal("percent", income.GetProperty("kind").GetString());
        Assert.Equal(10.0, income.GetProperty("at").GetProperty("1").GetDouble(), 9);
        Assert.Equal(JsonValueKind.Null, income.GetProperty("at").GetProperty("20").ValueKind);
        var cost = scenario.GetProperty("deviations")[1];
        Assert.Equal(("points", 0.0), (cost.GetProperty("kind").GetString(), cost.GetProperty("at").GetProperty("4").GetDouble()));
    }

    [Fact]
    public void A_check_for_programs_holds_the_contract_s_keys()
    {
        var check = Tiny("check", "--json");
        Assert.Equal(ExitCode.Done, check.Code);
        CommandRun.HasKeys(check.Json, "equations", "behavioural", "texts", "unit_escapes", "blocks", "accounts", "diagnostics");
        Assert.Equal((3, 1, 3), (check.Json.GetProperty("equations").GetInt32(), check.Json.GetProperty("behavioural").GetInt32(), check.Json.GetProperty("texts").GetInt32()));
        Assert.Equal(3, check.Json.GetProperty("blocks").GetArrayLength());
        Assert.Equal(["balance_sheet", "flows"], CommandRun.Keys(check.Json.GetProperty("accounts")));
    }

    [Fact]
    public void A_check_that_fails_ends_with_one_and_places_its_findings()
    {
        using var tiny = new TinyProject();
        tiny.Write("model.plenum", TinyProject.Model.Replace("income(-1)", "incme(-1)", StringComparison.Ordinal));
        var check = CommandRun.In(tiny.Folder, null, "check", "--json");
        Assert.Equal(ExitCode.Negative, check.Code);
        var finding = check.Json.GetProperty("diagnostics")[0];
        CommandRun.HasKeys(finding, "code", "severity", "file", "line", "column", "message");
        Assert.Equal(("PL0203", "model.plenum"), (finding.GetProperty("code").GetString(), finding.GetProperty("file").GetString()));
        Assert.Contains("model.plenum:20:32: error PL0203", CommandRun.In(tiny.Folder, null, "check").Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, CommandRun.In(tiny.Folder, null, "run").Code);
    }

    [Fact]
    public void A_variable_for_programs_holds_the_contract_s_keys()
    {
        var show = Tiny("show", "consumption", "--json");
        CommandRun.HasKeys(show.Json, "name", "label", "unit", "role", "equation", "source", "series");
        Assert.Equal("consumption = propensity * income(-1)", show.Json.GetProperty("equation").GetString());
        var series = show.Json.GetProperty("series");
        Assert.Equal("2019Q4", series.GetProperty("start").GetString());
        Assert.Equal(17, series.GetProperty("values").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, series.GetProperty("values")[0].ValueKind);
        Assert.Equal(10.0, series.GetProperty("values")[1].GetDouble(), 9);
    }

    [Theory]
    [InlineData("income")]
    [InlineData("spending")]
    [InlineData("spending[north]")]
    [InlineData("propensity")]
    [InlineData("demand")]
    [InlineData("accounts")]
    [InlineData("unit-escapes")]
    [InlineData("")]
    public void What_the_model_says_can_be_shown(string what)
    {
        var show = Tiny(["show", .. what.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal((ExitCode.Done, ""), (show.Code, show.Error));
        Snapshot.Match(show.Output, $"Cli/show_{what.Replace("[north]", "_north", StringComparison.Ordinal)}.txt");
    }

    [Fact]
    public void A_name_that_is_not_there_gets_the_nearest()
    {
        var show = Tiny("show", "incone");
        Assert.Equal(ExitCode.BadInput, show.Code);
        Assert.Contains("did you mean 'income'?", show.Error, StringComparison.Ordinal);
        Assert.Equal("PL0507", Tiny("show", "incone", "--json").Json.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void Comparing_with_itself_gives_nothing()
    {
        var compare = Tiny("compare", "S1", "S1", "--json");
        Assert.Equal(ExitCode.Done, compare.Code);
        Assert.All(compare.Json.GetProperty("differences").EnumerateArray(), d => Assert.Equal(0.0, d.GetProperty("at").GetProperty("4").GetDouble()));
    }

    [Fact]
    public void Comparing_the_other_way_round_turns_the_sign()
    {
        double there = Tiny("compare", "baseline", "S1", "--json", "--horizon", "1").Json.GetProperty("differences")[0].GetProperty("at").GetProperty("1").GetDouble();
        double back = Tiny("compare", "S1", "baseline", "--json", "--horizon", "1").Json.GetProperty("differences")[0].GetProperty("at").GetProperty("1").GetDouble();
        Assert.Equal(10.0, there, 9);
        Assert.Equal(100.0 * ((1.0 / 1.1) - 1.0), back, 9);
    }

    [Fact]
    public void Exported_start_values_read_back_as_a_baseline()
    {
        using var tiny = new TinyProject();
        var export = CommandRun.In(tiny.Folder, null, "export", "--variables", "spending", "rate", "-o", "exogenous.csv");
        Assert.Equal((ExitCode.Done, ""), (export.Code, export.Error));
        Assert.StartsWith("name,2020Q1,2020Q2", File.ReadAllText(Path.Combine(tiny.Folder, "exogenous.csv")), StringComparison.Ordinal);
        Assert.Equal("", tiny.Findings());
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("sdmx-csv")]
    [InlineData("xlsx")]
    [InlineData("parquet")]
    public void Every_format_writes_a_file(string format)
    {
        using var tiny = new TinyProject();
        var export = CommandRun.In(tiny.Folder, null, "export", "--scenario", "S1", "--format", format, "-o", $"out.{format}");
        Assert.Equal((ExitCode.Done, ""), (export.Code, export.Error));
        Assert.True(new FileInfo(Path.Combine(tiny.Folder, $"out.{format}")).Length > 100);
    }

    [Fact]
    public void Export_refuses_a_window_outside_the_solution()
    {
        var export = Tiny("export", "--from", "2019Q1");
        Assert.Equal(ExitCode.BadInput, export.Code);
        Assert.Contains("stay within 2020Q1 to 2023Q4", export.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Format_tells_what_is_not_canonical_and_mends_it()
    {
        using var tiny = new TinyProject();
        tiny.Write("wild.plenum", "model   wild    \"Wild\"\nfrequency    quarterly\n");
        Assert.Equal((ExitCode.Negative, "wild.plenum\n"), (Of("--check").Code, Of("--check").Output));
        Assert.Equal(ExitCode.Done, Of("--write").Code);
        Assert.Equal((ExitCode.Done, ""), (Of("--check").Code, Of("--check").Output));

        CommandRun Of(string option) => CommandRun.In(tiny.Folder, null, "format", option, "wild.plenum");
    }

    [Fact]
    public void Scenarios_are_listed_and_told()
    {
        Assert.Contains("S1  spending  More spending in the north", Tiny("scenarios").Output, StringComparison.Ordinal);
        Assert.Contains("2021Q1 to 2023Q4  spending[north]: add 2", Tiny("scenarios", "S1").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rnu", "did you mean 'plenum run'?")]
    [InlineData("--no-such-option", "--no-such-option")]
    [InlineData("run --scenario S9", "there is no scenario 'S9'")]
    [InlineData("run --variant nothing", "the model has no variant 'nothing'")]
    [InlineData("run nowhere", "'nowhere' is not a project")]
    [InlineData("run --horizon four", "four")]
    [InlineData("run --horizon 0", "from 1")]
    [InlineData("format nothing.plenum", "there is no such file")]
    [InlineData("export --format xlsx", "name it with -o FILE.xlsx")]
    [InlineData("export --format parquet -o file.csv", "name it with -o FILE.parquet")]
    public void What_cannot_be_used_ends_with_two_and_says_why(string command, string why)
    {
        var run = Tiny(command.Split(' '));
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void A_scenario_without_solution_ends_with_three_and_leaves_nulls()
    {
        using var tiny = new TinyProject();
        tiny.Write("model.plenum", TinyProject.Model.Replace("cost = rate + 0.01", "cost = log(rate) + 0.01", StringComparison.Ordinal));
        tiny.WriteScenario("S2", "  - exogenous: rate\n    set: -1");
        var run = CommandRun.In(tiny.Folder, null, "run", "--scenario", "S1", "--scenario", "S2", "--json");
        Assert.Equal(ExitCode.NotSolved, run.Code);
        var failed = run.Json.GetProperty("scenarios")[1];
        Assert.Equal(JsonValueKind.Null, failed.GetProperty("deviations")[0].GetProperty("at").GetProperty("1").ValueKind);
        Assert.Contains("PL0604", failed.GetProperty("outcome").GetString(), StringComparison.Ordinal);
        Assert.Contains("log(-1)", CommandRun.In(tiny.Folder, null, "run", "--scenario", "S2").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_without_solution_ends_with_three()
    {
        using var tiny = new TinyProject();
        tiny.Write("start.csv", "name,2019Q4\n");
        var run = CommandRun.In(tiny.Folder, null, "run");
        Assert.Equal((ExitCode.NotSolved, ""), (run.Code, run.Output));
        Assert.Contains("'income' has no value in 2019Q4", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nowhere_there_is_no_project()
    {
        string nowhere = Directory.CreateTempSubdirectory("plenum-").FullName;
        var run = CommandRun.In(nowhere, null, "run");
        Directory.Delete(nowhere);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("PL0514", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    [InlineData("show")]
    [InlineData("compare")]
    [InlineData("scenarios")]
    [InlineData("export")]
    [InlineData("format")]
    public void Every_verb_has_examples_in_its_help_and_a_place_in_the_docs(string verb)
    {
        var help = Tiny(verb, "--help");
        Assert.Equal(ExitCode.Done, help.Code);
        Assert.Contains($"Examples:\n  plenum {verb}", help.Output, StringComparison.Ordinal);
        Assert.Contains($"\n## {verb}\n", File.ReadAllText(Path.Combine(Repository.Root, "docs", "commands.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_shell_can_complete_verbs() => Assert.StartsWith("scenarios\nscorecard\nshow\n", Tiny("[suggest:8]", "plenum s").Output, StringComparison.Ordinal);

    [Fact]
    public void Comma_separated_values_have_one_line_a_period()
    {
        string[] lines = Tiny("run", "--csv").Output.TrimEnd('\n').Split('\n');
        Assert.Equal("scenario,variable,kind,horizon,period,baseline,value,deviation", lines[0]);
        Assert.Equal(1 + (2 * 12), lines.Length);
        Assert.StartsWith("S1,income,percent,1,2021Q1,20,22,10", lines[1], StringComparison.Ordinal);
    }
}
