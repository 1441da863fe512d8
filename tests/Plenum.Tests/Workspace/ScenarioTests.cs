using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Scenarios;

namespace Plenum.Tests.Workspace;

public class ScenarioTests
{
    private static readonly Period Start = Period.Quarter(2021, 1);

    [Fact]
    public void Every_mistake_of_a_scenario_is_reported_at_once()
    {
        using var tiny = new TinyProject();
        tiny.Write("scenarios/bad.yaml", """
            id: bad
            titel: A misspelt key
            include: [S9]
            changes:
              - exogenous: spendin[north]
                add: 1
              - exogenous: rate
                add: 5 %
              - exogenous: rate
                add: 3 points
              - exogenous: rate
                add: 0.01
                times: 2
              - exogenous: rate
              - exogenous: income
                add: 1
              - parameter: rate
                set: 1
              - add_factor: income
                add: 1
              - exogenous: rate
                add: 0.01
                from: 2020Q1
                to: 2024Q1
              - exogenous: rate
                add: 0.01
                from: 2022Q1
                to: 2021Q1
              - exogenous: rate
                add: 0.01
                ramp: 4
                profile: [1/2, 1]
              - exogenous: rate
                set: 0.01
                ramp: 4
              - exogenous: rate
                add: 0.01
                ramp: 0
              - exogenous: rate
                add: 0.01
                profile: [1/0]
              - exogenise: income
                path: [1]
              - exogenise: income
                endogenise: cost
                path: [1]
              - endogenise: rate
                set: 1
              - exogenous: rate
                parameter: propensity
                add: 1
              - more
            """);
        Snapshot.Match(tiny.Findings(), "Workspace/scenario_mistakes.txt");
    }

    [Theory]
    [InlineData("add: 2", 6, 6)]
    [InlineData("times: 0.5", 2, 2)]
    [InlineData("set: 10", 10, 10)]
    [InlineData("move_to: 10", 10, 10)]
    [InlineData("add: 2\n    ramp: 2", 5, 6)]
    [InlineData("move_to: 10\n    ramp: 3", 6, 8)]
    [InlineData("times: 2\n    profile: [1/4, 1/2]", 5, 6)]
    [InlineData("path: [7, 9]", 7, 9)]
    [InlineData("add: 2\n    from: 2021Q2", 4, 6)]
    [InlineData("add: 2\n    to: 2021Q1", 6, 4)]
    public void A_change_alters_the_given_path(string amount, double first, double second)
    {
        using var tiny = new TinyProject();
        tiny.WriteScenario("S2", $"  - exogenous: spending[north]\n    {amount}");
        var paths = tiny.Run("S2").Scenarios[0].Solution.Paths;
        Assert.Equal(4.0, paths["spending[north]", Start - 1]);
        Assert.Equal(first, paths["spending[north]", Start], 12);
        Assert.Equal(second, paths["spending[north]", Start + 1], 12);
        Assert.Equal(paths["spending[north]", Start], paths["income", Start] - paths["consumption", Start] - 6.0, 12);
    }

    [Fact]
    public void The_baseline_stays_as_it_was()
    {
        using var tiny = new TinyProject();
        var run = tiny.Run("S1");
        Assert.Equal(20.0, run.Baseline.Paths["income", Start], 12);
        Assert.Equal(22.0, run.Scenarios[0].Solution.Paths["income", Start], 12);
        Assert.Equal(23.0, run.Scenarios[0].Solution.Paths["income", Start + 1], 12);
    }

    [Fact]
    public void A_name_over_a_set_stands_for_all_members()
    {
        using var tiny = new TinyProject();
        tiny.WriteScenario("S2", "  - exogenous: spending\n    add: 1");
        Assert.Equal(23.0, tiny.Run("S2").Scenarios[0].Solution.Paths["income", Start], 12);
    }

    [Fact]
    public void Parameters_and_add_factors_can_be_changed()
    {
        using var tiny = new TinyProject();
        tiny.WriteScenario("S2", "  - parameter: propensity\n    set: 0.6\n  - add_factor: consumption\n    add: 1");
        var paths = tiny.Run("S2").Scenarios[0].Solution.Paths;
        Assert.Equal((0.6 * 20.0) + 1.0, paths["consumption", Start], 12);
        Assert.Equal(0.5, paths["propensity", Start - 1]);
    }

    [Fact]
    public void A_swap_reaches_the_given_path_and_finds_the_other_name()
    {
        using var tiny = new TinyProject();
        tiny.WriteScenario("S2", "  - exogenise: income\n    endogenise: add_factor(consumption)\n    path: [25, 30]\n    to: 2021Q2");
        var paths = tiny.Run("S2").Scenarios[0].Solution.Paths;
        Assert.Equal(25.0, paths["income", Start], 9);
        Assert.Equal(30.0, paths["income", Start + 1], 9);
        Assert.Equal(5.0, paths["add_factor(consumption)", Start], 9);
        Assert.Equal(0.0, paths["add_factor(consumption)", Start + 2]);
        Assert.Equal(25.0, paths["income", Start + 2], 9);
    }

    [Fact]
    public void Scenarios_combine_in_order_and_each_included_one_counts_once()
    {
        using var tiny = new TinyProject();
        tiny.WriteScenario("S2", "  - exogenous: spending[north]\n    times: 2");
        tiny.Write("scenarios/S3.yaml", "id: S3\ntitle: Both\ninclude: [S1, s2]\n");
        Assert.Equal(12.0, tiny.Run("S1+S2").Scenarios[0].Solution.Paths["spending[north]", Start]);
        Assert.Equal(10.0, tiny.Run("S2+S1").Scenarios[0].Solution.Paths["spending[north]", Start]);
        var both = tiny.Run("S3+S1").Scenarios[0];
        Assert.Equal("S3+S1", both.Plan.Name);
        Assert.Equal(12.0, both.Solution.Paths["spending[north]", Start]);
    }

    [Fact]
    public void A_scenario_that_includes_itself_is_reported()
    {
        using var tiny = new TinyProject();
        tiny.Write("scenarios/S2.yaml", "id: S2\ntitle: Two\ninclude: [S3]\n");
        tiny.Write("scenarios/S3.yaml", "id: S3\ntitle: Three\ninclude: [S2]\n");
        Assert.Contains("why:  S2 includes S3 includes S2.", tiny.Findings(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_scenarios_with_one_id_are_reported()
    {
        using var tiny = new TinyProject();
        tiny.Write("scenarios/again.yaml", TinyProject.Scenario);
        Assert.Contains("error PL0513: the id 'S1' belongs to two scenarios.", tiny.Findings(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s1")]
    [InlineData("spending")]
    [InlineData("SPENDING")]
    public void A_scenario_goes_by_its_id_or_its_file(string name)
    {
        using var tiny = new TinyProject();
        Assert.Equal("S1", tiny.Open().Project!.Scenarios.Find(name, null, [])!.Id);
    }

    [Fact]
    public void An_unknown_scenario_is_reported_with_the_nearest_name()
    {
        using var tiny = new TinyProject();
        var findings = new DiagnosticBag();
        Assert.Null(tiny.Open().Project!.Scenarios.Find("spendig", null, findings));
        Assert.Equal(WorkspaceCodes.UnknownScenario, Assert.Single(findings).Code);
        Assert.Contains("'spending'", findings.Single().Help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_file_may_lie_anywhere_and_joins_those_of_the_project()
    {
        using var tiny = new TinyProject();
        using var elsewhere = new TinyProject();
        elsewhere.Write("mine.yaml", "id: mine\ntitle: Mine\ninclude: [S1]\nchanges:\n  - exogenous: rate\n    add: 0.01\n");
        var findings = new DiagnosticBag();
        var project = tiny.Open().Project!;
        string path = Path.Combine(elsewhere.Folder, "mine.yaml");
        project.Scenarios.Open("../mine.yaml", path, findings);
        project.Scenarios.Open("../mine.yaml", path, findings);
        var plan = new ScenarioBinder(tiny.Bind(), project.Scenarios, findings).Bind("../mine.yaml+S1");
        Assert.Empty(findings.Select(f => f.ToString()));
        Assert.Equal("mine+S1", plan!.Name);
        Assert.Equal(2, plan.Changes.Count);
        Assert.Equal(["S1"], project.Scenarios.All(findings).Select(s => s.Id));
    }

    [Fact]
    public void A_scenario_file_that_takes_an_id_of_the_project_is_reported_unless_it_is_that_very_file()
    {
        using var tiny = new TinyProject();
        using var elsewhere = new TinyProject();
        elsewhere.Write("copy.yaml", TinyProject.Scenario);
        var findings = new DiagnosticBag();
        var project = tiny.Open().Project!;
        project.Scenarios.Open("scenarios/spending.yaml", Path.Combine(tiny.Folder, "scenarios", "spending.yaml"), findings);
        Assert.Equal("S1", project.Scenarios.Find("scenarios/spending.yaml", null, findings)!.Id);
        Assert.Empty(findings);
        project.Scenarios.Open("copy.yaml", Path.Combine(elsewhere.Folder, "copy.yaml"), findings);
        Assert.Equal(WorkspaceCodes.Duplicate, Assert.Single(findings).Code);
    }

    [Fact]
    public void A_scenario_file_that_is_not_there_is_reported()
    {
        using var tiny = new TinyProject();
        var findings = new DiagnosticBag();
        tiny.Open().Project!.Scenarios.Open("none.yaml", Path.Combine(tiny.Folder, "none.yaml"), findings);
        Assert.Equal(WorkspaceCodes.WrongFile, Assert.Single(findings).Code);
    }

    [Theory]
    [InlineData("set: 5", true)]
    [InlineData("add: -3", true)]
    [InlineData("move_to: 100", true)]
    [InlineData("path: [0.02, 4]", true)]
    [InlineData("set: 1.5", false)]
    [InlineData("times: 5", false)]
    public void A_share_that_looks_like_a_percentage_is_doubted_but_used(string amount, bool isDoubted)
    {
        using var tiny = new TinyProject();
        tiny.WriteScenario("S2", $"  - exogenous: rate\n    {amount}");
        var findings = new DiagnosticBag();
        var plan = new ScenarioBinder(tiny.Bind(), tiny.Open().Project!.Scenarios, findings).Bind("S2");
        Assert.NotNull(plan);
        Assert.Equal(isDoubted ? [WorkspaceCodes.LargeShare] : [], findings.Select(f => f.Code));
    }

    [Fact]
    public void The_doubt_says_what_the_number_means_and_what_may_be_meant()
    {
        using var tiny = new TinyProject();
        tiny.WriteScenario("S2", "  - exogenous: rate\n    set: 100");
        Assert.Contains("warning PL0522: 'rate' is a share, and 100 is 10,000 per cent.", tiny.Findings(), StringComparison.Ordinal);
        Assert.Contains("help: write 1 if 100 per cent is meant; otherwise leave it.", tiny.Findings(), StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_line_ends_and_wide_characters_leave_places_right()
    {
        using var tiny = new TinyProject();
        tiny.Write("scenarios/wide.yaml", "id: W\r\ntitle: 进口关税 百分之百\r\nchanges:\r\n  - exogenous: 利率\r\n    add: 1\r\n");
        Assert.Contains("tiny/scenarios/wide.yaml:4:16: error PL0507", tiny.Findings(), StringComparison.Ordinal);
    }
}
