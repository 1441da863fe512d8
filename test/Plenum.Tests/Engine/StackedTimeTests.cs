using Plenum.Language.Diagnostics;
using Plenum.Tests.China;
using Plenum.Workspace;
using Plenum.Workspace.Scenarios;

namespace Plenum.Tests.Engine;

public sealed class StackedChinaTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("consistent_expectations")]
    [InlineData("forward_house_prices")]
    [InlineData("forward_exchange_rate")]
    [InlineData("forward_consumption")]
    public void China_variants_with_leads_are_solved(string variant)
    {
        var findings = new DiagnosticBag();
        var project = Project.Open(ChinaFiles.Folder).Project!;
        var model = ProjectModel.Load(project, [variant], findings)!;
        var runner = new Runner(project, model, TimeProvider.System);
        var given = Baseline.Read(project, model, findings)!;
        var baseline = runner.SolveBaseline(given);
        output.WriteLine($"{variant}: {baseline.Outcome} {baseline.AccountError} {baseline.SolveSeconds}");
        Assert.True(baseline.Outcome.IsSolved, baseline.Outcome.ToString());
        for (int i = 0; i < 2; i++)
        {
            var run = runner.SolveScenario(baseline.Paths, new ScenarioBinder(model, project.Scenarios, findings).Bind("S01")!).Solution;
            output.WriteLine($"S01: {run.Outcome} {run.AccountError} {run.SolveSeconds}");
        }
    }
}
