using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Tests.China;
using Plenum.Workspace;
using Plenum.Workspace.Explanations;
using Plenum.Workspace.Scenarios;

namespace Plenum.Tests.Explanations;

/// <summary>The China model with its solved baseline, once for all tests that explain it.</summary>
public sealed class ChinaExplained
{
    public ChinaExplained()
    {
        var findings = new DiagnosticBag();
        Project = Project.Open(ChinaFiles.Folder, "china").Project!;
        Model = ProjectModel.Load(Project, [], findings)!;
        Runner = new Runner(Project, Model, TimeProvider.System);
        var given = Plenum.Workspace.Baseline.Read(Project, Model, findings);
        Assert.Empty(findings.Select(f => f.ToString()));
        var solution = Runner.SolveBaseline(given!);
        Assert.True(solution.Outcome.IsSolved, solution.Outcome.ToString());
        Baseline = solution.Paths;
        Explainer = new Explainer(Runner);
    }

    public Project Project { get; }

    public BoundModel Model { get; }

    public Runner Runner { get; }

    public Paths Baseline { get; }

    public Explainer Explainer { get; }

    public ScenarioPlan Plan(string combination)
    {
        var findings = new DiagnosticBag();
        var plan = new ScenarioBinder(Model, Project.Scenarios, findings).Bind(combination);
        Assert.Empty(findings.Select(f => f.ToString()));
        return plan!;
    }

    /// <summary>The headline variables that are not zero on a path, at some horizons of the scenarios.</summary>
    public IReadOnlyList<ExplainedValue> Headline(params int[] horizons) =>
        [.. from headline in Project.Headline
            let symbol = Model.Find(headline.Variable.Name)!
            from horizon in horizons
            select new ExplainedValue(symbol, headline.Kind ?? Deviation.KindOf(symbol), Project.ScenarioStart + (horizon - 1))];
}
