using Plenum.Cli;
using Plenum.Tests.Cli;

namespace Plenum.Tests.Workspace;

/// <summary>Plan files and the verb that solves them, on a project of three equations.</summary>
public sealed class PlanTests
{
    private const string Plan = """
        id: P1
        title: Income of a hundred
        to: 2022Q4
        targets:
          - {variable: income, at: 2022Q4, value: 30}
        conditions:
          - {variable: consumption / income, at: 2022, high: 0.9}
        instruments:
          - exogenous: spending[north]
            held_by: the treasury
            shape: yearly
            low: -5
            high: 50

        """;

    [Fact]
    public void A_plan_for_programs_has_the_promised_keys()
    {
        var run = Solve(Plan, "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        CommandRun.HasKeys(run.Json, "targets", "instruments", "optimality", "seconds");
        var target = run.Json.GetProperty("targets")[0];
        CommandRun.HasKeys(target, "name", "period", "wanted", "reached", "shadow_price");
        Assert.Equal(30.0, target.GetProperty("reached").GetDouble(), 1e-9);
        var instrument = run.Json.GetProperty("instruments")[0];
        CommandRun.HasKeys(instrument, "name", "path");
        Assert.Equal(8, instrument.GetProperty("path").GetArrayLength());
        Assert.Equal(["2021Q1", "2022Q1"], instrument.GetProperty("sizes").EnumerateArray().Select(s => s.GetProperty("from").GetString()!));
        Assert.True(run.Json.GetProperty("optimality").GetProperty("stationarity").GetDouble() <= 1e-8);
    }

    [Fact]
    public void A_plan_is_listed_and_found_by_id_and_by_file()
    {
        using var project = new TinyProject();
        project.Write("plans/hundred.yaml", Plan);
        Assert.Contains("P1  hundred  Income of a hundred", CommandRun.In(project.Folder, null, "plan").Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, CommandRun.In(project.Folder, null, "plan", "p1").Code);
        Assert.Equal(ExitCode.Done, CommandRun.In(project.Folder, null, "plan", "hundred").Code);
        var unknown = CommandRun.In(project.Folder, null, "plan", "hundrd");
        Assert.Equal(ExitCode.BadInput, unknown.Code);
        Assert.Contains("PL0550", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'hundred'?", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_plan_runs_as_a_scenario()
    {
        using var project = new TinyProject();
        project.Write("plans/hundred.yaml", Plan);
        Assert.Equal(ExitCode.Done, CommandRun.In(project.Folder, null, "plan", "P1", "--save", "found.yaml").Code);
        var run = CommandRun.In(project.Folder, null, "run", "--scenario", "found.yaml", "--variables", "income", "--csv");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        string line = run.Output.Split('\n').Single(l => l.Contains(",2022Q4,", StringComparison.Ordinal));
        Assert.Equal(30.0, double.Parse(line.Split(',')[6], System.Globalization.CultureInfo.InvariantCulture), 1e-9);
    }

    [Fact]
    public void Targets_that_conflict_are_named_and_the_answer_is_negative()
    {
        var run = Solve(Plan.Replace("conditions:", "  - {variable: income, label: Lower income, at: 2022Q4, value: 29}\nconditions:", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Negative, run.Code);
        Assert.Contains("PL0553", run.Error, StringComparison.Ordinal);
        Assert.Contains("it conflicts with", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("value: 30", "value: 30, low: 3", "PL0551")]
    [InlineData("at: 2022Q4", "at: 2023Q4", "PL0551")]
    [InlineData("at: 2022Q4", "at: soon", "PL0551")]
    [InlineData("variable: income,", "variable: rate,", "PL0551")]
    [InlineData("value: 30", "value: 30, weight: 0", "PL0551")]
    [InlineData("low: -5", "low: 60", "PL0552")]
    [InlineData("shape: yearly", "shape: yearly\n    ramp: 3", "PL0552")]
    [InlineData("shape: yearly", "cost: -1", "PL0552")]
    [InlineData("exogenous: spending[north]", "label: nothing", "PL0552")]
    [InlineData("exogenous: spending[north]", "exogenous: income", "PL0508")]
    [InlineData("exogenous: spending[north]", "exogenous: spnding", "PL0507")]
    [InlineData("to: 2022Q4", "to: 2032Q4", "PL0506")]
    [InlineData("targets:", "goals:", "PL0503")]
    public void What_does_not_fit_is_told_with_its_place(string text, string instead, string code)
    {
        var run = Solve(Plan.Replace(text, instead, StringComparison.Ordinal));
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Contains("plans/hundred.yaml:", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exogenous: spending[north]", "exogenous: spnding", "PL0507")]
    [InlineData("variable: income,", "variable: incme,", "PL0203")]
    [InlineData("variable: income,", "variable: rate,", "PL0551")]
    [InlineData("{variable: consumption / income, at: 2022, high: 0.9}", "{variable: cost, at: 2022, high: 90}", "PL0522")]
    [InlineData("exogenous: spending[north]", "exogenous: rate", "PL0522")]
    public void A_check_reads_every_plan_and_names_the_place(string text, string instead, string code)
    {
        using var project = new TinyProject();
        project.Write("plans/hundred.yaml", Plan.Replace(text, instead, StringComparison.Ordinal));
        string findings = project.Findings();
        Assert.Contains(code, findings, StringComparison.Ordinal);
        Assert.Contains("plans/hundred.yaml:", findings, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_plan_leaves_a_check_without_findings()
    {
        using var project = new TinyProject();
        project.Write("plans/hundred.yaml", Plan);
        Assert.Empty(project.Findings());
    }

    private static CommandRun Solve(string plan, params string[] options)
    {
        using var project = new TinyProject();
        project.Write("plans/hundred.yaml", plan);
        return CommandRun.In(project.Folder, null, ["plan", "P1", .. options]);
    }
}
