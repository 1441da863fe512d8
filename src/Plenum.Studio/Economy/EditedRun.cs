using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Workspace;
using Plenum.Workspace.History;
using Plenum.Workspace.Scenarios;

namespace Plenum.Studio.Economy;

/// <summary>A scenario under the model of the project and under an edited one.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Original">Its path under the model of the project.</param>
/// <param name="Edited">Its path under the edited model; null where that could not be solved.</param>
public sealed record EditedScenario(Scenario Scenario, Paths Original, Paths? Edited);

/// <summary>What an edited model says.</summary>
/// <param name="Baseline">Its baseline, with the history of the project; null where it could not be had.</param>
/// <param name="Scenarios">The scenarios that the project shows first.</param>
/// <param name="Findings">What went wrong.</param>
public sealed record EditedRun(Solution? Baseline, IReadOnlyList<EditedScenario> Scenarios, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>Solves baseline and headline scenarios with an edited model, whose add-factors are found again so that history stays what it was.</summary>
    /// <param name="economy">The project.</param>
    /// <param name="library">Its scenarios, solved.</param>
    /// <param name="model">The edited model.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    public static async Task<EditedRun> SolveAsync(OpenedModel economy, ScenarioLibrary library, BoundModel model, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(economy);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(model);
        var findings = new DiagnosticBag();
        var given = economy.Read(project => Plenum.Workspace.Baseline.Read(project, model, findings));
        if (given is null || model.Reach.Lead == 0 && economy.Read(project => VariantBaseline.Prepare(project, model, given, findings, cancellation)) is null) { return new EditedRun(null, [], [.. findings]); }
        var runner = new Runner(economy.Project, model, TimeProvider.System);
        var baseline = runner.SolveBaseline(given, null, cancellation);
        findings.AddRange(baseline.Outcome.Diagnostics);
        if (!baseline.Outcome.IsSolved) { return new EditedRun(null, [], [.. findings]); }
        var scenarios = new List<EditedScenario>();
        foreach (var name in economy.Project.HeadlineScenarios)
        {
            if (economy.Read(project => project.Scenarios.Find(name.Name, name.Span, findings)) is not { } scenario || await library.SolveAsync(scenario.Id).ConfigureAwait(false) is not { Solution.Outcome.IsSolved: true } original) { continue; }
            var plan = economy.Read(project => new ScenarioBinder(model, project.Scenarios, findings).Bind([scenario]));
            var run = plan is null ? null : runner.SolveScenario(baseline.Paths, plan, null, cancellation);
            if (run is { Solution.Outcome.IsSolved: false }) { findings.AddRange(run.Solution.Outcome.Diagnostics); }
            scenarios.Add(new EditedScenario(scenario, original.Solution.Paths, run is { Solution.Outcome.IsSolved: true } ? run.Solution.Paths : null));
        }

        return new EditedRun(baseline, scenarios, [.. findings]);
    }
}
