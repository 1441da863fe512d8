using Plenum.Language.Diagnostics;
using Plenum.Workspace.Explanations;

namespace Plenum.Tests.Explanations;

/// <summary>Explanations of the China model add up.</summary>
public sealed class ChinaExplanationTests(ChinaExplained china, ITestOutputHelper output) : IClassFixture<ChinaExplained>
{
    [Fact]
    public void Contributions_add_up_for_every_headline_variable_in_every_scenario_at_every_horizon()
    {
        var values = china.Headline(1, 4, 12, 20, 40);
        var findings = new DiagnosticBag();
        foreach (var scenario in china.Project.Scenarios.All(findings))
        {
            long started = TimeProvider.System.GetTimestamp();
            var plan = china.Plan(scenario.Id);
            var explanation = china.Explainer.ExplainScenario(china.Baseline, plan, values, findings);
            Assert.True(explanation is not null, string.Join("\n", findings));
            output.WriteLine($"{scenario.Id} {explanation.Drivers.Count} drivers, {explanation.Points} points, {explanation.Kinks} kinks, {explanation.Changes.Max(c => Math.Abs(c.Unexplained)):e1}, split {explanation.Changes.Max(c => c.SplitError):e1}, {TimeProvider.System.GetElapsedTime(started).TotalSeconds:f2} s");
            AddUp(explanation);
        }
    }

    private static void AddUp(Explanation explanation) => Assert.All(explanation.Changes, change =>
    {
        Assert.Equal(change.Total, change.Contributions.Sum() + change.Unexplained, 1e-10);
        Assert.InRange(Math.Abs(change.Unexplained), 0.0, Explainer.LargestUnexplained);
    });
}
