using Plenum.Engine;
using Plenum.Engine.Closures;
using Plenum.Engine.Solving;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Engine.Solving.StackedTime;
using Plenum.Language.Accounts;
using Plenum.Language.Binding;
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

    /// <summary>With the add-factor of the replaced equation found on the reference baseline, the variant has that baseline, and the tariff is felt against it.</summary>
    [Theory]
    [InlineData("forward_exchange_rate", "exchange_rate")]
    [InlineData("forward_consumption", "core_consumption")]
    public void Inverted_add_factors_keep_the_reference_baseline(string variant, string replaced)
    {
        var (project, _, reference, _) = Prepare();
        var model = ProjectModel.Load(project, [variant], [])!;
        var from = Period.Quarter(2025, 4);
        var solver = new StackedTimeSolver(model);
        var baseline = Translate(reference.Paths, model);
        var closure = Closure.Declared(model).InvertAddFactors([model.Find(replaced)!.Column], from, project.End);
        Assert.True(solver.Solve(baseline, from, project.End, TerminalCondition.Constant, closure).IsSolved);
        foreach (var symbol in model.Symbols.Where(s => s.Role == Role.Endogenous))
        {
            double expected = reference.Paths[symbol.Name, project.End];
            Assert.Equal(expected, baseline[symbol.Column, project.End], 1e-9 * Math.Max(1.0, Math.Abs(expected)));
        }

        var tariff = baseline.Copy();
        foreach (var change in new ScenarioBinder(model, project.Scenarios, []).Bind("S01")!.Changes) { change.Apply(tariff); }
        var outcome = solver.Solve(tariff, from, project.End, TerminalCondition.Constant);
        output.WriteLine($"{outcome}; GDP in the fourth quarter {(tariff["gdp_real", from + 4] / baseline["gdp_real", from + 4]) - 1.0:P2}");
        Assert.InRange(Assert.IsType<SolveOutcome.Converged>(outcome).MaxIterations, 1, 10);
        Assert.Equal(0, solver.WholeFactorisations);
        Assert.InRange(tariff["gdp_real", from + 4] / baseline["gdp_real", from + 4], 0.98, 0.999);
        Assert.InRange(LargestAccountError(tariff, from, project.End), 0.0, 1e-10);
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

    /// <summary>The same paths under the names of a model with a variant.</summary>
    private static Paths Translate(Paths reference, BoundModel model)
    {
        var paths = new Paths(model, reference.Start, reference.Count);
        foreach (var symbol in model.Symbols.Where(s => reference.Model.Find(s.Name) is not null))
        {
            for (var period = reference.Start; period <= reference.End; period += 1) { paths[symbol.Column, period] = reference[symbol.Name, period]; }
        }

        return paths;
    }

    private static double LargestAccountError(Paths paths, Period from, Period to)
    {
        double largest = 0.0;
        foreach (var account in new[] { paths.Model.BalanceSheet!, paths.Model.Flows! })
        {
            var check = new AccountCheck(paths.Model, account);
            for (var period = from; period <= to; period += 1) { largest = Math.Max(largest, check.LargestError((column, lag) => paths[column, period + lag]).Size); }
        }

        return largest;
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
