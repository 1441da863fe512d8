using Plenum.Engine.Solving;
using Plenum.Engine.Structure;
using Plenum.Language.Diagnostics;
using Plenum.Workspace;
using Plenum.Workspace.Scenarios;

namespace Plenum.Tests.China;

/// <summary>The counts that the documentation gives of the China model.</summary>
public sealed class StructureTests
{
    [Fact]
    public void One_block_is_simultaneous_and_six_variables_are_iterated()
    {
        var model = ChinaFiles.Bind().Model!;
        var block = Assert.Single(ModelStructure.Analyse(model).Structure!.Blocks, b => b.IsSimultaneous);
        Assert.Equal(113, block.Size);
        Assert.Equal(6, block.Feedback.Count);
    }

    [Fact]
    public void Its_core_is_written_in_198_texts_of_which_few_escape_the_units()
    {
        var model = ChinaFiles.Bind().Model!;
        Assert.Equal(198, model.Equations.Where(e => e.Block != ReportingTests.Block).Select(e => e.Text).Distinct().Count());
        Assert.Equal(16, model.Equations.Count(e => e.UnitEscape is not null));
    }

    [Fact]
    public void A_quarter_takes_three_newton_steps_at_the_median_and_four_at_most()
    {
        var findings = new DiagnosticBag();
        var project = Project.Open(ChinaFiles.Folder).Project!;
        var model = ProjectModel.Load(project, [], findings)!;
        var runner = new Runner(project, model, TimeProvider.System);
        var baseline = runner.SolveBaseline(Baseline.Read(project, model, findings)!);
        var scenarios = new ScenarioBinder(model, project.Scenarios, findings);
        var outcomes = new[] { "S01", "S05", "S10", "S11", "S16" }.Select(id => runner.SolveScenario(baseline.Paths, scenarios.Bind(id)!).Solution.Outcome).Prepend(baseline.Outcome);
        Assert.All(outcomes.Select(Assert.IsType<SolveOutcome.Converged>), converged =>
        {
            Assert.InRange(converged.MedianIterations, 2, 3);
            Assert.InRange(converged.MaxIterations, 3, 4);
            Assert.Equal(0, converged.HomotopyPeriods);
        });
    }
}
