using System.Runtime.InteropServices;
using System.Text.Json;
using Plenum.Engine;
using Plenum.Engine.Closures;
using Plenum.Engine.Ensembles;
using Plenum.Engine.Solving;
using Plenum.Language.Diagnostics;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Plans;
using Plenum.Workspace.Runs;
using Plenum.Workspace.Scenarios;

namespace Plenum.Cluster.Draws;

/// <summary>Takes draws on a silo.</summary>
internal static class DrawWork
{
    /// <summary>Takes a range of draws, or says what keeps the silo from it.</summary>
    public static SiloAnswer<RangeDraws> Do(Workshop workshop, DrawJob job, int first, int count) =>
        workshop.Do<Ready, RangeDraws>(job.Origin, (project, findings) => Prepare(project, job, findings), ready =>
        {
            var portion = ready.Ensemble.Take(new EnsembleOptions { Seed = job.Seed, Threads = workshop.Threads }, new DrawRange(first, count));
            FailureText[] failures = [.. portion.Failures.Select(f => FailureText.Of(f, ready.Files))];
            return new RangeDraws(MemoryMarshal.AsBytes(portion.Values.Span).ToArray(), portion.Events.ToArray(), JsonSerializer.SerializeToUtf8Bytes(failures));
        });

    private static Ready? Prepare(SolvedProject project, DrawJob job, DiagnosticBag findings)
    {
        if (Centre(project, job, findings) is not var (paths, closure)) { return null; }
        var runner = project.Runner;
        var request = new SimulationRequest(job.Horizon, job.Seed, [.. job.Variables.Select(v => runner.Model.Find(v)!)])
        {
            Bootstraps = job.Bootstraps,
            With = [.. job.With.Select(Enum.Parse<UncertainPart>)],
            Without = [.. job.Without.Select(Enum.Parse<UncertainPart>)],
            Conditions = job.Conditions,
            Given = job.Holding,
            Risks = job.Risks,
        };
        if (Simulation.Prepare(runner, paths, closure, request, findings) is not { } simulation) { return null; }
        return RunDescription.Of(runner.Project, "", request, simulation).Digest == job.Origin.Digest ? new Ready(simulation.Ensemble, project.Files) : Workshop.Differs<Ready>(findings);
    }

    /// <summary>The path around which draws are taken; null where an error was found.</summary>
    private static (Paths Paths, Closure? Closure)? Centre(SolvedProject project, DrawJob job, DiagnosticBag findings)
    {
        var runner = project.Runner;
        if (job.Scenario is { } scenario)
        {
            if (new ScenarioBinder(runner.Model, runner.Project.Scenarios, findings).Bind(scenario) is not { } change) { return null; }
            var solution = runner.SolveScenario(project.Baseline, change).Solution;
            return IsSolved(solution.Outcome, findings) ? (solution.Paths, change.Closure) : null;
        }

        if (job.Plan is not { } named) { return (project.Baseline, null); }
        if (runner.Project.Plans.Find(named, findings) is not { } plan || new PlanBinder(runner.Project, project.Baseline, findings).Bind(plan) is not { } bound) { return null; }
        var (paths, failure) = PlannedDraws.Centre(runner, bound, job.Sizes);
        return failure is null || IsSolved(failure, findings) ? (paths, null) : null;
    }

    private static bool IsSolved(SolveOutcome outcome, DiagnosticBag findings)
    {
        findings.AddRange(outcome.Diagnostics);
        return outcome.IsSolved;
    }

    /// <summary>Draws that are ready to be taken.</summary>
    private sealed record Ready(Ensemble Ensemble, IReadOnlyList<SourceText> Files);
}
