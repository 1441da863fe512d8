using Plenum.Engine;
using Plenum.Language.Diagnostics;
using Plenum.Tests.China;
using Plenum.Workspace;
using Plenum.Workspace.Plans;
using Plenum.Workspace.Scenarios;

namespace Plenum.Tests.Planning;

/// <summary>Plans of the China model.</summary>
public sealed class ChinaPlanTests(ITestOutputHelper output)
{
    private const string GrowthAndConsumption = """
        id: two-by-two
        title: Growth and the consumption share
        to: 2030Q4
        targets:
          - {variable: gdp_growth, at: 2026..2030, against: baseline, value: 0.002}
          - {variable: consumption_share, at: 2030, against: baseline, value: 0.02}
        instruments:
          - {exogenous: central_infrastructure_impulse}
          - {exogenous: household_transfer_ratio, shape: ramp, ramp: 4}
        """;

    private const string Growth2026 = """
        id: growth-2026
        title: Growth of 5 % by extra special bonds
        to: 2026Q4
        targets:
          - {variable: gdp_growth_annual, at: 2026Q4, value: 0.05}
        instruments:
          - exogenous: special_bond_ratio
            to: 2026Q4
            with: {central_infrastructure_impulse: 10}
        """;

    public static TheoryData<string> Shipped => [.. Directory.GetFiles(Path.Combine(ChinaFiles.Folder, "plans"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Shipped))]
    public void A_shipped_plan_is_solved_and_its_scenario_gives_the_same_path(string name)
    {
        var (runner, baseline) = Solved(null);
        var findings = new DiagnosticBag();
        var plan = runner.Project.Plans.Find(name, findings)!;
        if (plan.To < runner.Project.ScenarioStart) { return; }
        var answer = Solve(runner, baseline, plan);
        Assert.Empty(answer.Unmet);
        string file = Path.Combine(Path.GetTempPath(), $"plenum-{Guid.NewGuid():N}.yaml");
        try
        {
            File.WriteAllText(file, PlanScenario.Write(answer));
            runner.Project.Scenarios.Open(file, file, findings);
            var scenario = new ScenarioBinder(runner.Model, runner.Project.Scenarios, findings).Bind(file);
            Assert.Empty(findings);
            var run = runner.SolveScenario(baseline, scenario!).Solution;
            Assert.True(run.Outcome.IsSolved);
            Assert.True(run.AccountError!.Size <= 1e-12, run.AccountError.ToString());
            for (int k = 0; k < answer.Paths.Values.Length; k++)
            {
                double expected = answer.Paths.Values[k];
                if (!double.IsNaN(expected)) { Assert.Equal(expected, run.Paths.Values[k], 1e-9 * Math.Max(1.0, Math.Abs(expected))); }
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>On the paths of the reference solution, which reached these targets by 6 Newton steps with household transfers of 3.6 % of GDP and an impulse to infrastructure of -0.987.</summary>
    /// <remarks>It does not say which mean of growth it took; the usual ones move the impulse by some hundredths, and the transfers by less than the digits given.</remarks>
    [Fact]
    public void More_growth_and_a_higher_consumption_share_take_transfers_and_less_infrastructure()
    {
        var (runner, baseline) = Solved(ChinaFiles.Working);
        var answer = Solve(runner, baseline, Read(runner, GrowthAndConsumption));
        output.WriteLine($"infrastructure {answer.Found.Sizes[0]:R}, transfers {answer.Found.Sizes[1]:R}, steps {answer.Found.Steps}");
        Assert.All(answer.Plan.Goals.Zip(answer.Found.Goals), pair => Assert.Equal(pair.First.Goal.Low, pair.Second.Value, 1e-9));
        Assert.InRange(answer.Found.Steps, 1, 8);
        Assert.Equal(0.036, answer.Found.Sizes[1], 0.0005);
        Assert.Equal(-0.987, answer.Found.Sizes[0], 0.03);
    }

    /// <summary>On the paths of the reference solution, which found special bonds of 4.33 % of GDP for four quarters.</summary>
    [Fact]
    public void Growth_of_five_per_cent_takes_special_bonds_with_infrastructure_tied()
    {
        var (runner, baseline) = Solved(ChinaFiles.Working);
        var answer = Solve(runner, baseline, Read(runner, Growth2026));
        output.WriteLine($"bonds {answer.Found.Sizes[0]:R}, steps {answer.Found.Steps}");
        Assert.Equal(0.05, answer.Found.Goals[0].Value, 1e-9);
        Assert.InRange(answer.Found.Steps, 1, 8);
        var paths = answer.Paths;
        double bonds = paths["special_bond_ratio", runner.Project.ScenarioStart] - baseline["special_bond_ratio", runner.Project.ScenarioStart];
        double infrastructure = paths["central_infrastructure_impulse", runner.Project.ScenarioStart] - baseline["central_infrastructure_impulse", runner.Project.ScenarioStart];
        Assert.Equal(10.0 * bonds, infrastructure, 1e-12);
        Assert.Equal(0.0433, bonds, 0.00005);
    }

    [Fact]
    public void A_target_beyond_the_bounds_is_named_with_what_is_left()
    {
        var (runner, baseline) = Solved(ChinaFiles.Working);
        var findings = new DiagnosticBag();
        string text = Growth2026.Replace("    to: 2026Q4\n    with", "    to: 2026Q4\n    high: 0.01\n    with", StringComparison.Ordinal);
        var bound = new PlanBinder(runner.Project, baseline, findings).Bind(Read(runner, text))!;
        var answer = new Planner(runner).Solve(bound, findings)!;
        var unmet = Assert.Single(answer.Unmet);
        Assert.True(unmet.IsOutOfReach);
        Assert.Equal(answer.Found.Goals[0].Miss, unmet.MissAlone!.Value, 1e-9);
        Assert.Equal(0.01, answer.Found.Sizes[0], 1e-12);
        Assert.Equal(WorkspaceCodes.OutOfReach, Assert.Single(findings).Code);
    }

    /// <summary>Where a target is further away than the bounds allow for, goals curve and Gauss-Newton steps alone do not end.</summary>
    [Theory]
    [InlineData(0.005)]
    [InlineData(0.01)]
    public void A_share_of_emerging_industry_that_is_out_of_reach_still_has_a_best_plan(double share)
    {
        var (runner, baseline) = Solved(null);
        string text = runner.Project.Plans.Find("fifteenth_plan_supply", [])!.File.Text;
        var plan = PlanReader.Read(new SourceText("plan.yaml", text), runner.Project.Scenarios.Window, [])!;
        plan = plan with { Targets = [.. plan.Targets.Select(t => t.Quantity.Name == "emerging_share" ? t with { Low = share, High = share } : t)] };
        var answer = Solve(runner, baseline, plan);
        Assert.InRange(answer.Found.Steps, 1, 60);
        Assert.True(answer.Found.Goals[2].Value > answer.Plan.Goals[2].Baseline);
    }

    /// <summary>Adopted a year after scenarios begin, a plan is unknown for four quarters, and foreseen from then on.</summary>
    [Fact]
    public void In_a_variant_that_looks_ahead_nothing_moves_before_the_plan_is_adopted()
    {
        var (runner, baseline) = Solved(null, "consistent_expectations");
        string text = runner.Project.Plans.Find("fifteenth_plan_consumption", [])!.File.Text.Replace("2026-03-12", "2027-03-12", StringComparison.Ordinal);
        var answer = Solve(runner, baseline, PlanReader.Read(new SourceText("plan.yaml", text), runner.Project.Scenarios.Window, [])!);
        Assert.Empty(answer.Unmet);
        output.WriteLine($"steps {answer.Found.Steps}, loss {answer.Found.Loss:R}");
        var adopted = Plenum.Series.Period.Quarter(2027, 1);
        Assert.All(runner.Model.Symbols.Where(s => s.Role == Plenum.Language.Binding.Role.Endogenous), s => Assert.Equal(baseline[s.Column, adopted - 1], answer.Paths[s.Column, adopted - 1], 1e-9 * Math.Max(1.0, Math.Abs(baseline[s.Column, adopted - 1]))));
        Assert.NotEqual(baseline["expected_inflation", adopted], answer.Paths["expected_inflation", adopted], 1e-9);
    }

    private static PlanAnswer Solve(Runner runner, Paths baseline, Plan plan)
    {
        var findings = new DiagnosticBag();
        var bound = new PlanBinder(runner.Project, baseline, findings).Bind(plan);
        Assert.True(bound is not null, string.Join("\n", findings));
        var answer = new Planner(runner).Solve(bound, findings);
        Assert.Empty(findings.Select(f => f.ToString()));
        Assert.True(answer!.IsOptimal);
        return answer;
    }

    private static Plan Read(Runner runner, string text)
    {
        var findings = new DiagnosticBag();
        var plan = PlanReader.Read(new SourceText("plan.yaml", text), runner.Project.Scenarios.Window, findings);
        Assert.Empty(findings.Select(f => f.ToString()));
        return plan!;
    }

    private static (Runner Runner, Paths Baseline) Solved(BaselineFiles? files, params string[] variants)
    {
        var findings = new DiagnosticBag();
        var project = Project.Open(ChinaFiles.Folder).Project!;
        var model = ProjectModel.Load(project, variants, findings)!;
        var runner = new Runner(project, model, TimeProvider.System);
        var baseline = runner.SolveBaseline(Baseline.ReadFrom(project, files ?? project.Baseline, model, findings)!);
        Assert.Empty(findings);
        Assert.True(baseline.Outcome.IsSolved, baseline.Outcome.ToString());
        return (runner, baseline.Paths);
    }
}
