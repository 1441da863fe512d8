using Plenum.Engine.Solving;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Engine.Solving.StackedTime;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Scenarios;

namespace Plenum.Tests.China;

/// <summary>The variants of the China model that look ahead, and the model without them in stacked time.</summary>
public sealed class LeadTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("consistent_expectations")]
    [InlineData("forward_house_prices")]
    [InlineData("forward_exchange_rate")]
    [InlineData("forward_consumption")]
    public void Baseline_and_tariff_are_solved_with_expectations_of_the_model(string variant)
    {
        var (project, runner, baseline, plan) = Prepare(variant);
        output.WriteLine($"baseline: {baseline.Outcome}, accounts {baseline.AccountError}, {baseline.SolveSeconds:F2} s");
        Assert.True(baseline.Outcome.IsSolved, baseline.Outcome.ToString());
        Assert.InRange(baseline.AccountError!.Size, 0.0, 1e-10);

        var run = runner.SolveScenario(baseline.Paths, plan).Solution;
        output.WriteLine($"S01: {run.Outcome}, accounts {run.AccountError}, {run.SolveSeconds:F2} s");
        var converged = Assert.IsType<SolveOutcome.Converged>(run.Outcome);
        Assert.InRange(converged.MaxIterations, 1, 10);
        Assert.InRange(run.AccountError!.Size, 0.0, 1e-10);
        Assert.InRange(run.Paths["gdp_real", project.ScenarioStart] / baseline.Paths["gdp_real", project.ScenarioStart], 0.8, 0.9999);
    }

    [Fact]
    public void Model_without_leads_has_the_period_by_period_solution()
    {
        var (_, _, baseline, plan) = Prepare();
        var (from, to) = (Period.Quarter(2026, 1), Period.Quarter(2030, 4));
        var byPeriod = baseline.Paths.Copy();
        foreach (var change in plan.Changes) { change.Apply(byPeriod); }
        var stacked = byPeriod.Copy();
        Assert.True(new PeriodSolver(byPeriod.Model).Solve(byPeriod, from, to, plan.Closure).IsSolved);
        var outcome = new StackedTimeSolver(byPeriod.Model).Solve(stacked, from, to, TerminalCondition.ConstantGrowth, plan.Closure);
        Assert.True(outcome.IsSolved, outcome.ToString());
        for (int t = byPeriod.IndexOf(from); t <= byPeriod.IndexOf(to); t++)
        {
            for (int c = 0; c < byPeriod.Columns; c++)
            {
                double expected = byPeriod.Row(t)[c];
                if (double.IsFinite(expected)) { Assert.Equal(expected, stacked.Row(t)[c], 1e-11 * Math.Max(1.0, Math.Abs(expected))); }
            }
        }
    }

    private static (Project Project, Runner Runner, Solution Baseline, ScenarioPlan Tariff) Prepare(params string[] variants)
    {
        var findings = new DiagnosticBag();
        var project = Project.Open(ChinaFiles.Folder).Project!;
        var model = ProjectModel.Load(project, variants, findings)!;
        var runner = new Runner(project, model, TimeProvider.System);
        var baseline = runner.SolveBaseline(Baseline.Read(project, model, findings)!);
        var plan = new ScenarioBinder(model, project.Scenarios, findings).Bind("S01")!;
        Assert.Empty(findings);
        return (project, runner, baseline, plan);
    }
}
