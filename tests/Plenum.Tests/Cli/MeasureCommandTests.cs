using System.Text.Json;
using Plenum.Cli;
using Plenum.Tests.Workspace;

namespace Plenum.Tests.Cli;

/// <summary>The verbs that measure scenarios and mechanisms.</summary>
public class MeasureCommandTests
{
    private const string Expected = """
        expected:
          - variable: income
            at: 1
            low: 9
            high: 11
            source: Nobody (2000)
          - variable: income
            at: 2
            high: 12
            note: the second round is strong.

        """;

    [Fact]
    public void Measured_is_set_beside_expected()
    {
        var run = Tiny("scenarios", "--measure");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Snapshot.Match(run.Output, "Cli/tiny_measure.txt");
    }

    [Fact]
    public void Only_when_strict_a_number_outside_is_a_negative_answer()
    {
        Assert.Equal(ExitCode.Done, Tiny("scenarios", "S1", "--measure").Code);
        Assert.Equal(ExitCode.Negative, Tiny("scenarios", "S1", "--measure", "--strict").Code);
    }

    [Fact]
    public void Measured_for_programs_says_where_each_number_lies()
    {
        var run = Tiny("scenarios", "S1", "--measure", "--json").Json;
        Assert.Equal((1, 2), (run.GetProperty("inside").GetInt32(), run.GetProperty("measured").GetInt32()));
        var expected = run.GetProperty("scenarios")[0].GetProperty("expected");
        CommandRun.HasKeys(expected[0], "variable", "unit", "at", "low", "high", "measured", "holds", "source", "note");
        Assert.Equal(10.0, expected[0].GetProperty("measured").GetDouble(), 9);
        Assert.Equal([true, false], expected.EnumerateArray().Select(e => e.GetProperty("holds").GetBoolean()));
        Assert.Equal(JsonValueKind.Null, expected[1].GetProperty("low").ValueKind);
    }

    [Fact]
    public void Comma_separated_values_have_one_line_a_number()
    {
        string[] lines = Tiny("scenarios", "--measure", "--csv").Output.TrimEnd('\n').Split('\n');
        Assert.Equal("scenario,variable,over,at,unit,low,high,measured,quarter,verdict,source,note", lines[0]);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("S1,income,,q1,%,9,11,10", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_tells_each_scenario()
    {
        using var tiny = Project();
        Assert.Equal(ExitCode.Done, CommandRun.In(tiny.Folder, null, "scenarios", "--markdown", "scenarios.md").Code);
        Snapshot.Match(File.ReadAllText(Path.Combine(tiny.Folder, "scenarios.md")), "Cli/tiny_scenarios.md.txt");
        Assert.Equal(ExitCode.BadInput, CommandRun.In(tiny.Folder, null, "scenarios", "--markdown", "no/such/folder.md").Code);
    }

    [Theory]
    [InlineData("run", "--scenario")]
    [InlineData("export", "--scenario")]
    [InlineData("compare", "S1")]
    [InlineData("scenarios", "--measure")]
    public void A_scenario_may_be_the_path_of_a_file(string verb, string before)
    {
        using var tiny = Project();
        tiny.Write("own/mine.yaml", "id: mine\ntitle: My own\nchanges:\n  - exogenous: rate\n    add: 0.01\n");
        var run = CommandRun.In(tiny.Folder, null, verb, before, "own/mine.yaml");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.NotEmpty(run.Output);
        var wrong = CommandRun.In(tiny.Folder, null, verb, before, "own/none.yaml");
        Assert.Equal(ExitCode.BadInput, wrong.Code);
        Assert.Contains("PL0511", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_that_looks_like_a_percentage_is_doubted_on_the_error_output()
    {
        using var tiny = Project();
        tiny.WriteScenario("S2", "  - exogenous: rate\n    set: 100");
        var run = CommandRun.In(tiny.Folder, null, "run", "--scenario", "S2");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("warning PL0522", run.Error, StringComparison.Ordinal);
        Assert.Equal("", CommandRun.In(tiny.Folder, null, "run", "--scenario", "S2", "--json").Error);
    }

    [Fact]
    public void Mechanisms_are_listed_with_what_was_measured()
    {
        var run = Tiny("show", "mechanisms");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Snapshot.Match(run.Output, "Cli/tiny_mechanisms.txt");
    }

    [Theory]
    [InlineData("M1")]
    [InlineData("m1")]
    [InlineData("mechanism M1")]
    public void One_mechanism_is_told_in_full(string words)
    {
        var run = Tiny(["show", .. words.Split(' ')]);
        Assert.Equal(ExitCode.Done, run.Code);
        Snapshot.Match(run.Output, "Cli/tiny_mechanism.txt");
    }

    [Fact]
    public void Mechanisms_for_programs_hold_the_contract_s_keys()
    {
        var mechanism = Tiny("show", "mechanisms", "--json").Json.GetProperty("mechanisms")[0];
        CommandRun.HasKeys(mechanism, "id", "cause", "effect", "sign", "horizon", "measured", "holds", "measures");
        Assert.Equal(("positive", false), (mechanism.GetProperty("sign").GetString(), mechanism.GetProperty("holds").GetBoolean()));
    }

    [Fact]
    public void A_mark_that_is_not_needed_is_reported()
    {
        using var tiny = MechanismTests.WithMap(MechanismTests.Map.Replace("at: [1, 4]\n            sign: positive", "at: 1\n            sign: positive\n            known: nothing.", StringComparison.Ordinal));
        var run = CommandRun.In(tiny.Folder, null, "show", "mechanisms");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("warning PL0523", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("M2", "PL0519")]
    [InlineData("mechanism nonsense", "PL0519")]
    [InlineData("nonsense", "PL0507")]
    public void An_unknown_mechanism_is_reported(string words, string code)
    {
        var run = Tiny(["show", .. words.Split(' ')]);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_mechanisms_says_so()
    {
        using var tiny = new TinyProject();
        Assert.Contains("PL0519: the project describes no mechanisms.", CommandRun.In(tiny.Folder, null, "show", "mechanisms").Error, StringComparison.Ordinal);
    }

    private static CommandRun Tiny(params string[] args)
    {
        using var tiny = Project();
        return CommandRun.In(tiny.Folder, null, args);
    }

    private static TinyProject Project()
    {
        var tiny = MechanismTests.WithMap(MechanismTests.Map);
        tiny.Write("scenarios/spending.yaml", TinyProject.Scenario + Expected);
        return tiny;
    }
}
