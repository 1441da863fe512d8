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
    [InlineData("high: 0.9", "high: 0.9, probability: 80", "PL0557")]
    [InlineData("value: 30", "value: 30, probability: 0.8", "PL0557")]
    public void What_does_not_fit_is_told_with_its_place(string text, string instead, string code)
    {
        var run = Solve(Plan.Replace(text, instead, StringComparison.Ordinal));
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Contains("plans/hundred.yaml:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Plans_side_by_side_show_the_targets_of_all_under_each()
    {
        using var project = new TinyProject();
        project.Write("plans/hundred.yaml", Plan);
        project.Write("plans/other.yaml", Plan.Replace("id: P1", "id: P2", StringComparison.Ordinal).Replace("value: 30", "value: 31", StringComparison.Ordinal).Replace("at: 2022Q4", "at: 2022Q3", StringComparison.Ordinal));
        var run = CommandRun.In(project.Folder, null, "plan", "compare", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Equal(["P1", "P2"], run.Json.GetProperty("plans").EnumerateArray().Select(p => p.GetProperty("id").GetString()!));
        var own = run.Json.GetProperty("outcomes")[0].GetProperty("values");
        Assert.Equal(30.0, own[0].GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(0.0, own[0].GetProperty("miss").GetDouble());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, own[1].GetProperty("miss").ValueKind);
        var uses = run.Json.GetProperty("instruments")[0].GetProperty("uses");
        Assert.Equal(2, uses.GetArrayLength());
        Assert.All(uses.EnumerateArray(), u => Assert.True(u.GetProperty("cost").GetDouble() > 0.0));
        string text = CommandRun.In(project.Folder, null, "plan", "compare").Output;
        Assert.Contains("2022Q3", text, StringComparison.Ordinal);
        Assert.Contains("the treasury", text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, CommandRun.In(project.Folder, null, "plan", "compare", "p2", "--markdown", "plans.md", "--csv").Code);
        Assert.Contains("| the treasury |", File.ReadAllText(Path.Combine(project.Folder, "plans.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_frontier_names_its_ends_and_a_target_that_is_not_there()
    {
        const string twoPlaces = """
            id: P3
            title: North against the budget
            to: 2022Q4
            targets:
              - {variable: income, label: Income, at: 2022Q4, low: 30}
              - {variable: "spending[north] + spending[south]", label: Budget, at: 2022Q4, high: 5}
            instruments:
              - {exogenous: "spending[north]", low: -1, high: 1, from: 2022Q4}
              - {exogenous: "spending[south]", low: -1, high: 1, from: 2022Q4}

            """;
        using var project = new TinyProject();
        project.Write("plans/two.yaml", twoPlaces);
        var run = CommandRun.In(project.Folder, null, "plan", "P3", "--frontier", "income", "budget", "--points", "5", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var points = run.Json.GetProperty("frontier").GetProperty("points").EnumerateArray().ToList();
        // A yuan in the south brings two of income, one in the north brings one: first the south gives way, then the north.
        Assert.Equal(5, points.Count);
        Assert.Equal([0.5, 0.5, 1.0], points.Skip(1).SkipLast(1).Select(p => Math.Round(p.GetProperty("slope").GetDouble(), 6)));
        var unknown = CommandRun.In(project.Folder, null, "plan", "P3", "--frontier", "incme", "budget");
        Assert.Equal(ExitCode.BadInput, unknown.Code);
        Assert.Contains("PL0556", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'Income'?", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_without_ranges_has_no_probability()
    {
        var run = Solve(Plan.Replace("  - {variable: consumption / income, at: 2022, high: 0.9}", "  - {variable: consumption, at: 2022, high: 900}", StringComparison.Ordinal), "--probability", "0.8");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("PL0557", run.Error, StringComparison.Ordinal);
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
