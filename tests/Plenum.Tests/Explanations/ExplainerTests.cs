using Plenum.Engine;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Tests.Workspace;
using Plenum.Workspace;
using Plenum.Workspace.Explanations;
using Plenum.Workspace.Scenarios;

namespace Plenum.Tests.Explanations;

/// <summary>Explanations of a project of three equations, whose answers are known: income = 0.5 income(-1) + north + 2 south.</summary>
public sealed class ExplainerTests : IDisposable
{
    private readonly TinyProject _tiny = new();

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public void Each_name_that_a_scenario_changes_is_a_cause()
    {
        _tiny.WriteScenario("S2", "  - exogenous: spending[south]\n    add: 1\n  - exogenous: spending[north]\n    times: 2\n  - parameter: propensity\n    add: 0.1");
        var explanation = Scenario("S2", "2021Q1");
        Assert.Equal(["spending[south]", "spending[north]", "propensity"], explanation.Drivers.Select(d => d.Name));
        double income = explanation.Reference["income", Period.Quarter(2021, 1)];
        double past = explanation.Reference["income", Period.Quarter(2020, 4)];
        Assert.Equal([100.0 * 2.0 / income, 100.0 * 4.0 / income, 10.0 * past / income], explanation.Changes[0].Contributions.Select(c => Math.Round(c, 9)), (a, b) => Math.Abs(a - b) < 1e-8);
    }

    [Fact]
    public void A_name_over_a_set_is_one_cause_and_a_name_changed_twice_is_one()
    {
        _tiny.WriteScenario("S2", "  - exogenous: spending\n    add: 1\n  - exogenous: spending\n    add: 2\n    from: 2021Q3\n  - add_factor: consumption\n    add: 1");
        Assert.Equal(["spending", "add_factor(consumption)"], Scenario("S2", "2022Q1").Drivers.Select(d => d.Name));
    }

    [Fact]
    public void Of_scenarios_together_each_cause_tells_where_it_comes_from()
    {
        _tiny.WriteScenario("S2", "  - exogenous: spending[north]\n    times: 2");
        var explanation = Scenario("S1+S2", "2021Q1");
        Assert.Equal(["S1", "S2"], explanation.Drivers.Select(d => d.Scenario));
        double income = explanation.Reference["income", Period.Quarter(2021, 1)];

        // First 4 + 2, then that times 2: the second scenario adds 6.
        Assert.Equal([200.0 / income, 600.0 / income], explanation.Changes[0].Contributions.Select(c => Math.Round(c, 9)), (a, b) => Math.Abs(a - b) < 1e-8);
    }

    [Fact]
    public void The_path_that_a_swap_gives_is_a_cause_and_what_is_found_is_none()
    {
        _tiny.WriteScenario("S2", "  - exogenise: consumption\n    endogenise: add_factor(consumption)\n    path: [12, 13]\n  - exogenous: spending[south]\n    add: 1");
        var explanation = Scenario("S2", "2021Q2");
        Assert.Equal(["consumption", "spending[south]"], explanation.Drivers.Select(d => d.Name));
        var at = Period.Quarter(2021, 2);
        double income = explanation.Reference["income", at];
        Assert.Equal(100.0 * (13.0 - explanation.Reference["consumption", at]) / income, explanation.Changes[0].Contributions[0], 1e-9);
        Assert.Equal(100.0 * 2.0 / income, explanation.Changes[0].Contributions[1], 1e-9);
    }

    [Fact]
    public void History_goes_on_as_before_but_for_what_is_new()
    {
        // Nothing is new until 2022Q2, when the north spends 6 instead of 4, and the equation of consumption is off by 1 in 2022Q3.
        _tiny.Write("exogenous.csv", $"name,{string.Join(',', TinyProject.Periods)}\n{Row("spending[north]", p => p >= Period.Quarter(2022, 2) ? "6" : "4")}{Row("spending[south]", _ => "3")}{Row("rate", _ => "0.02")}");
        _tiny.Write("add.csv", $"name,{string.Join(',', TinyProject.Periods)}\n{Row("consumption", p => p == Period.Quarter(2022, 3) ? "1" : "0")}");
        _tiny.Write("project.yaml", TinyProject.Settings.Replace("  exogenous: exogenous.csv", "  exogenous: exogenous.csv\n  add_factors: add.csv", StringComparison.Ordinal));
        var (explainer, model, paths, _) = Open();
        var findings = new DiagnosticBag();
        var at = Period.Quarter(2022, 4);
        var explanation = explainer.ExplainHistory(paths, Period.Quarter(2022, 1), [new ExplainedValue(model.Find("income")!, DeviationKind.Percent, at)], findings)!;
        Assert.Empty(findings.Select(f => f.ToString()));
        double income = explanation.Reference["income", at];
        var parts = explanation.Drivers.Select((d, i) => (d.Name, explanation.Changes[0].Contributions[i])).ToDictionary();
        Assert.Equal(["add_factor(consumption)", "spending[north]"], parts.Keys.Order());
        Assert.Equal(100.0 * 2.0 * (1.0 + 0.5 + 0.25) / income, parts["spending[north]"], 1e-9);
        Assert.Equal(100.0 * 0.5 / income, parts["add_factor(consumption)"], 1e-9);
    }

    [Fact]
    public void Trends_and_levels_go_on_as_the_rule_says()
    {
        // The north grows by 2 % a period, the south doubles every period, the rate rises.
        _tiny.Write("exogenous.csv", $"name,{string.Join(',', TinyProject.Periods)}\n{Row("spending[north]", p => $"{4.0 * Math.Pow(1.02, p - Period.Quarter(2020, 1)):R}")}{Row("spending[south]", p => $"{Math.Pow(2, p - Period.Quarter(2020, 1)):R}")}{Row("rate", p => $"{0.001 * (p - Period.Quarter(2020, 1)):R}")}");
        var (_, _, paths, _) = Open();
        var reference = HistoryReference.Build(paths, Period.Quarter(2022, 1));
        for (var period = Period.Quarter(2022, 1); period <= Period.Quarter(2023, 4); period += 1)
        {
            Assert.Equal(paths["spending[north]", period], reference["spending[north]", period], 1e-12);
            Assert.Equal((16.0 + 32.0 + 64.0 + 128.0) / 4.0, reference["spending[south]", period], 1e-12);
            Assert.Equal(0.0055, reference["rate", period], 1e-12);
        }
    }

    [Fact]
    public void History_needs_two_years_before()
    {
        var (explainer, model, paths, _) = Open();
        var findings = new DiagnosticBag();
        Assert.Null(explainer.ExplainHistory(paths, Period.Quarter(2021, 4), [new ExplainedValue(model.Find("income")!, DeviationKind.Percent, Period.Quarter(2022, 4))], findings));
        Assert.Equal([WorkspaceCodes.ShortHistory], findings.Select(f => f.Code));
    }

    [Fact]
    public void Two_baselines_differ_by_paths_and_start_values()
    {
        var (explainer, model, paths, project) = Open();
        var findings = new DiagnosticBag();
        using var older = new TinyProject();
        older.Write("start.csv", "name,2019Q4\nincome,12\n");
        older.Write("exogenous.csv", $"name,{string.Join(',', TinyProject.Periods)}\n{TinyProject.Row("spending[north]", "3")}{TinyProject.Row("spending[south]", "3")}{TinyProject.Row("rate", "0.02")}");
        var other = Plenum.Workspace.Baseline.Read(older.Open().Project!, model, findings)!;
        var at = Period.Quarter(2020, 2);
        var explanation = explainer.ExplainVintage(paths, other, [new ExplainedValue(model.Find("income")!, DeviationKind.Percent, at)], findings)!;
        Assert.Empty(findings.Select(f => f.ToString()));
        double income = explanation.Reference["income", at];
        Assert.Equal(["spending[north]", PathDrivers.StartValues], explanation.Drivers.Select(d => d.Name));
        Assert.Equal(100.0 * 1.5 / income, explanation.Changes[0].Contributions[0], 1e-9);
        Assert.Equal(100.0 * 8.0 * 0.25 / income, explanation.Changes[0].Contributions[1], 1e-9);
        Assert.Equal(project.Start, explanation.From);
    }

    [Fact]
    public void A_per_cent_of_zero_is_refused()
    {
        _tiny.Write("start.csv", "name,2019Q4\nincome,0\n");
        _tiny.Write("exogenous.csv", $"name,{string.Join(',', TinyProject.Periods)}\n{TinyProject.Row("spending[north]", "0")}{TinyProject.Row("spending[south]", "0")}{TinyProject.Row("rate", "0.02")}");
        Assert.Equal([WorkspaceCodes.NoPercentage], Refusal("S1"));
    }

    [Fact]
    public void A_way_on_which_the_model_cannot_be_solved_is_refused()
    {
        _tiny.Write("model.plenum", TinyProject.Model.Replace("cost = rate + 0.01", "cost = log((rate - 0.5) ^ 2)", StringComparison.Ordinal));
        _tiny.WriteScenario("S2", "  - exogenous: rate\n    move_to: 0.98");
        Assert.Equal([WorkspaceCodes.NoWay, "PL0604"], Refusal("S2"));
    }

    [Fact]
    public void A_jump_on_the_way_is_told()
    {
        _tiny.Write("model.plenum", TinyProject.Model.Replace("cost = rate + 0.01", "cost = if(rate > 0.03, 0.1, 0)", StringComparison.Ordinal));
        _tiny.WriteScenario("S2", "  - exogenous: rate\n    add: 0.02");
        var (explainer, model, paths, project) = Open();
        var findings = new DiagnosticBag();
        var plan = new ScenarioBinder(model, project.Scenarios, findings).Bind("S2")!;
        var explanation = explainer.ExplainScenario(paths, plan, [new ExplainedValue(model.Find("cost")!, DeviationKind.Points, Period.Quarter(2021, 1))], findings)!;
        Assert.Equal([WorkspaceCodes.Unexplained], explanation.Diagnostics.Select(d => d.Code));
        Assert.Equal(10.0, explanation.Changes[0].Unexplained, 1e-9);
    }

    private static string Row(string name, Func<Period, string> value) => $"{name},{string.Join(',', TinyProject.Periods.Select(p => value(Period.Parse(p))))}\n";

    private string[] Refusal(string scenario)
    {
        var (explainer, model, paths, project) = Open();
        var findings = new DiagnosticBag();
        var plan = new ScenarioBinder(model, project.Scenarios, findings).Bind(scenario)!;
        Assert.Null(explainer.ExplainScenario(paths, plan, [new ExplainedValue(model.Find("income")!, DeviationKind.Percent, Period.Quarter(2021, 1))], findings));
        return [.. findings.Select(f => f.Code)];
    }

    private Explanation Scenario(string combination, string at)
    {
        var (explainer, model, paths, project) = Open();
        var findings = new DiagnosticBag();
        var plan = new ScenarioBinder(model, project.Scenarios, findings).Bind(combination)!;
        var explanation = explainer.ExplainScenario(paths, plan, [new ExplainedValue(model.Find("income")!, DeviationKind.Percent, Period.Parse(at))], findings);
        Assert.Empty(findings.Select(f => f.ToString()));
        Assert.InRange(Math.Abs(explanation!.Changes[0].Unexplained), 0.0, Explainer.LargestUnexplained);
        return explanation;
    }

    private (Explainer Explainer, Plenum.Language.Binding.BoundModel Model, Paths Paths, Project Project) Open()
    {
        var findings = new DiagnosticBag();
        var project = _tiny.Open().Project!;
        var model = ProjectModel.Load(project, [], findings);
        Assert.True(model is not null, string.Join('\n', findings));
        var runner = new Runner(project, model, TimeProvider.System);
        var solution = runner.SolveBaseline(Plenum.Workspace.Baseline.Read(project, model, findings)!);
        Assert.True(solution.Outcome.IsSolved, solution.Outcome.ToString());
        return (new Explainer(runner), model, solution.Paths, project);
    }
}
