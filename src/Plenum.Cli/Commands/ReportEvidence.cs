using Plenum.Engine.Ensembles;
using Plenum.Language.Diagnostics;
using Plenum.Report.Contents;
using Plenum.Report.Figures;
using Plenum.Workspace;
using Plenum.Workspace.Claims;
using Plenum.Workspace.Data;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Explanations;
using Plenum.Workspace.Plans;

namespace Plenum.Cli.Commands;

/// <summary>What a report rests on beyond the run: observed data, scored claims, the causes of the scenarios.</summary>
internal sealed class ReportEvidence
{
    private readonly CommandConsole _console;
    private readonly Runner _runner;
    private readonly ProjectData _data;
    private readonly ClaimSet _claims;
    private readonly IReadOnlyList<BoundClaim> _bound;

    /// <summary>Reads data and claims.</summary>
    /// <param name="console">Shows progress.</param>
    /// <param name="runner">The project.</param>
    /// <param name="findings">Takes what is wrong with the claims.</param>
    public ReportEvidence(CommandConsole console, Runner runner, DiagnosticBag findings)
    {
        (_console, _runner) = (console, runner);
        _data = ProjectData.Read(runner.Project);
        _claims = ClaimSet.Read(runner.Project, findings);
        var binder = new ClaimBinder(runner.Project, runner.Model, _data.WithDerived, findings);
        if (_claims.Simulation is { } simulation) { binder.Check(simulation); }
        _bound = [.. _claims.Claims.Select(binder.Bind)];
    }

    /// <summary>The input with all of it.</summary>
    public ReportInput Complete(ReportInput input)
    {
        using var progress = new ProgressLine(_console.Error, _console.Environment);
        return input with { Data = _data, Claims = Score(input.Run, progress), Explanations = Explain(input, progress), Fans = Draw(input, progress), Plans = Plans(input, progress) };
    }

    private ScoredClaims? Score(Run run, ProgressLine progress)
    {
        if (_bound.Count == 0) { return null; }
        progress.Task = "history";
        var scorecard = new Scorecard(new Laboratory(_runner, run.Baseline.Paths), _claims.Simulation?.Options, progress, _console.Environment.Cancellation);
        var scores = new List<ClaimScore>();
        foreach (var claim in _bound)
        {
            progress.Task = claim.Claim.Id;
            scores.Add(scorecard.Score(claim));
        }

        return new ScoredClaims(_claims, scores);
    }

    /// <summary>The plans that the report shows; without probabilities in a model that looks ahead, of which no draws are taken.</summary>
    private PlanEvidence? Plans(ReportInput input, ProgressLine progress)
    {
        if (input.Plan.Plans is not { } wanted) { return null; }
        if (_runner.Model.Reach.Lead > 0) { wanted = wanted with { Chance = null }; }
        progress.Task = "the plans";
        progress.Report(input.Run.Project.ScenarioStart);
        var findings = new DiagnosticBag();
        var evidence = PlanEvidence.Gather(_runner, input.Run.Baseline.Paths, wanted, findings, _console.Environment.Cancellation);
        if (findings.Count > 0) { progress.Dispose(); }
        foreach (var finding in findings) { _console.Error.WriteLine(finding); }
        return evidence;
    }

    /// <summary>Why the scenarios differ; one that cannot be explained is left out, and the reader is told.</summary>
    private List<ScenarioExplanation> Explain(ReportInput input, ProgressLine progress)
    {
        var explanations = new List<ScenarioExplanation>();
        if (_runner.Model.Reach.Lead > 0 || CauseCharts.Questions(input) is not { Count: > 0 } questions) { return explanations; }
        var explainer = new Explainer(_runner);
        foreach (var scenario in input.Run.Scenarios.Where(s => s.Solution.Outcome.IsSolved))
        {
            progress.Task = $"the causes of {scenario.Plan.Name}";
            progress.Report(input.Run.Project.ScenarioStart);
            var findings = new DiagnosticBag();
            if (explainer.ExplainScenario(input.Run.Baseline.Paths, scenario.Plan, questions, findings, _console.Environment.Cancellation) is { } answer) { explanations.Add(new ScenarioExplanation(scenario.Plan.Name, answer)); }
            if (findings.Count == 0) { continue; }
            progress.Dispose();
            foreach (var finding in findings) { _console.Error.WriteLine(finding); }
        }

        return explanations;
    }

    /// <summary>The draws that the plan asks for; what cannot be drawn is left out, and the reader is told.</summary>
    private SimulatedFans? Draw(ReportInput input, ProgressLine progress)
    {
        if (input.Plan.Simulation is not { } planned) { return null; }
        var headline = input.Headline.DistinctBy(h => h.Symbol.Column).ToDictionary(h => h.Symbol.Column);
        IReadOnlyList<ShownVariable> shown = planned.Variables.Count == 0 ? input.Headline : [.. planned.Variables.Select(s => headline.GetValueOrDefault(s.Column, new ShownVariable(s, Deviation.KindOf(s))))];
        var request = new SimulationRequest(input.Comparison.To - _runner.Project.ScenarioStart + 1, planned.Seed, [.. shown.Select(v => v.Symbol)]) { Conditions = planned.Events };
        var findings = new DiagnosticBag();
        progress.Task = "draws";
        progress.Report(_runner.Project.ScenarioStart);
        if (Simulation.Prepare(_runner, input.Run.Baseline.Paths, null, request, findings) is { } simulation)
        {
            var result = simulation.Ensemble.Run(new EnsembleOptions { Draws = planned.Draws, Seed = planned.Seed }, null, _console.Environment.Cancellation);
            if (result.Solved > 0) { return new SimulatedFans(simulation, DrawSelection.Solved(result), shown); }
        }

        progress.Dispose();
        foreach (var finding in findings) { _console.Error.WriteLine(finding); }
        return null;
    }
}
