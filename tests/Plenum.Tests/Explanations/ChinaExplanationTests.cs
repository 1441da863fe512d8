using Plenum.Engine;
using Plenum.Engine.Sensitivities;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Explanations;

namespace Plenum.Tests.Explanations;

/// <summary>Explanations of the China model add up.</summary>
public sealed class ChinaExplanationTests(ChinaExplained china) : IClassFixture<ChinaExplained>
{
    private readonly PeriodSolver _solver = new(china.Model);

    [Fact]
    public void Contributions_add_up_for_every_headline_variable_in_every_scenario_at_every_horizon()
    {
        var values = china.Headline(1, 4, 12, 20, 40);
        var findings = new DiagnosticBag();
        var scenarios = china.Project.Scenarios.All(findings);
        Assert.NotEmpty(scenarios);
        foreach (var scenario in scenarios)
        {
            var explanation = china.Explainer.ExplainScenario(china.Baseline, china.Plan(scenario.Id), values, findings);
            Assert.True(explanation is not null, string.Join("\n", findings));
            Assert.NotEmpty(explanation.Drivers);
            AddUp(explanation);
        }
    }

    [Fact]
    public void Channels_add_up_for_every_headline_variable()
    {
        var values = china.Headline(1, 12);
        foreach (string scenario in new[] { "S01", "S11", "S16" })
        {
            var explanation = china.Explainer.ExplainScenario(china.Baseline, china.Plan(scenario), values, [])!;
            Assert.All(values, value =>
            {
                var channels = explanation.ChannelsOf(value);
                Assert.NotNull(channels);
                Assert.InRange(Math.Abs(channels.Unexplained), 0.0, Explainer.LargestUnexplained);
            });
        }
    }

    /// <summary>A scenario of one small change is explained by it to the first order.</summary>
    [Fact]
    public void Tangents_of_china_are_finite_differences()
    {
        string[] given = ["household_transfer_ratio", "import_demand[us]", "add_factor(core_consumption)", "okun"];
        int[] columns = [.. given.Select(n => china.Model.Find(n)!.Column)];
        var from = china.Project.ScenarioStart;
        var to = from + 11;
        var solver = new SensitivitySolver(china.Model, columns);
        Perturbation[] directions = [.. columns.Select(c => new Perturbation([.. Enumerable.Range(0, 12).Select(k => new ValueChange(c, from + k, 0.1 * Math.Abs(china.Baseline[c, from]) + 0.01))]))];
        Assert.True(solver.TryTangents(china.Baseline, from, to, directions, out var tangents, out _));
        int[] outcomes = [.. china.Project.Headline.Select(h => china.Model.Find(h.Variable.Name)!.Column)];
        for (int d = 0; d < directions.Length; d++)
        {
            const double step = 1e-3;
            var near = new[] { -2, -1, 1, 2 }.ToDictionary(k => k, k => Moved(directions[d], k * step, to));
            foreach (int column in outcomes)
            {
                double difference = ((8.0 * (near[1][column, to] - near[-1][column, to])) - (near[2][column, to] - near[-2][column, to])) / (12.0 * step);
                Assert.Equal(difference, tangents[d, column, to], 1e-6 * Math.Max(1e-3, Math.Abs(difference)));
                Assert.True(solver.TryGradient(china.Baseline, from, [new ValueChange(column, to, 1.0)], out var gradient, out _));
                Assert.Equal(tangents[d, column, to], gradient.Along(directions[d]), 1e-10 * Math.Max(1.0, Math.Abs(difference)));
            }
        }
    }

    private Paths Moved(Perturbation direction, double step, Period to)
    {
        var paths = china.Baseline.Copy();
        foreach (var change in direction.Changes) { paths[change.Column, change.Period] += step * change.Change; }
        var outcome = _solver.Solve(paths, china.Project.ScenarioStart, to);
        Assert.True(outcome.IsSolved, outcome.ToString());
        return paths;
    }

    private static void AddUp(Explanation explanation) => Assert.All(explanation.Changes, change =>
    {
        Assert.Equal(change.Total, change.Contributions.Sum() + change.Unexplained, 1e-10);
        Assert.InRange(Math.Abs(change.Unexplained), 0.0, Explainer.LargestUnexplained);
    });
}
