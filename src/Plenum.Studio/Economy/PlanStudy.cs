using System.Collections.Concurrent;
using Plenum.Engine.Ensembles;
using Plenum.Language.Diagnostics;
using Plenum.Report;
using Plenum.Report.Contents;
using Plenum.Workspace;
using Plenum.Workspace.Plans;
using Plenum.Workspace.Reports;

namespace Plenum.Studio.Economy;

/// <summary>Reads and solves plans; the comparison and the frontier are kept once they are there.</summary>
/// <remarks>Whatever reads plan files does so with a compiled model and a project of its own, one at a time.</remarks>
internal sealed class PlanStudy(OpenedModel economy, RunnerPool runners, RunGate gate, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentDictionary<bool, PlansSide> _kept = [];
    private Runner? _runner;

    /// <summary>The plans of the project, with what is wrong in their files.</summary>
    public Task<PlanShelf> ShelfAsync() => UseAsync((runner, findings, _) => new PlanShelf([.. runner.Project.Plans.All(findings)], [.. findings]), CancellationToken.None);

    /// <summary>Binds a plan, so that its numbers can be told in their units; of one that lies behind, what came of it.</summary>
    public Task<PlanReading> ReadAsync(Plan plan, CancellationToken cancellation) => UseAsync((runner, findings, stop) =>
    {
        var binder = new PlanBinder(runner.Project, economy.Paths, findings);
        var status = binder.IsOver(plan) ? PlanStatus.Of(runner, economy.Paths, plan, plan.To, new EnsembleOptions(), findings, stop) : null;
        return new PlanReading(binder.IsOver(plan) ? null : binder.Bind(plan), status is null ? null : PlanStatusTable.Of(status), [.. findings]);
    }, cancellation);

    /// <summary>Seeks the instruments of a plan when its turn has come.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="asker">Whose run it is.</param>
    /// <param name="cancellation">Gives up waiting, and stops between two periods.</param>
    public Task<SolvedPlan> SolveAsync(Plan plan, Asker asker, CancellationToken cancellation)
    {
        var findings = new DiagnosticBag();
        return gate.Run(asker, stop => Task.FromResult(runners.Use(runner => Solve(runner, plan, findings, stop))), cancellation) ?? Task.FromResult(new SolvedPlan(null, [gate.NoRoom()]));
    }

    /// <summary>All plans that lie ahead side by side, or the frontier that the report of the project names; found once, then kept.</summary>
    /// <param name="isFrontier">Whether the frontier is wanted.</param>
    /// <param name="asker">Whose run it is.</param>
    /// <param name="cancellation">Gives up waiting, and stops between two periods; what was begun is not kept.</param>
    public Task<PlansSide> SideAsync(bool isFrontier, Asker asker, CancellationToken cancellation)
    {
        if (_kept.TryGetValue(isFrontier, out var kept)) { return Task.FromResult(kept); }
        return gate.Run(asker, stop => UseAsync((runner, findings, ending) => _kept.TryGetValue(isFrontier, out var found) ? found : _kept[isFrontier] = Side(runner, isFrontier, findings, ending), stop), cancellation)
            ?? Task.FromResult(new PlansSide(null, [gate.NoRoom()]));
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private SolvedPlan Solve(Runner runner, Plan plan, DiagnosticBag findings, CancellationToken cancellation)
    {
        var bound = economy.Read(project => new PlanBinder(project, economy.Paths, findings).Bind(plan));
        var answer = bound is null ? null : new Planner(runner).Solve(bound, findings, cancellation);
        return new SolvedPlan(answer is null ? null : PlanComparison.Of(runner.Project, [answer]), [.. findings]);
    }

    private PlansSide Side(Runner runner, bool isFrontier, DiagnosticBag findings, CancellationToken cancellation)
    {
        var project = runner.Project;
        var ahead = project.Plans.All(findings).Where(p => p.To >= project.ScenarioStart);
        var wanted = isFrontier
            ? ReportPlan.Read(project, runner.Model, findings).Plans is { Frontier: not null } named ? named with { Compared = [], Chance = null } : null
            : new PlannedPlans([.. ahead.Select(p => new PlacedName(p.Id, new SourceSpan(p.File, 0, 0)))], null, null);
        var evidence = wanted is null ? null : PlanEvidence.Gather(runner, economy.Paths, wanted, findings, cancellation);
        return new PlansSide(evidence, [.. findings.Where(f => f.Severity == Severity.Error)]);
    }

    private async Task<T> UseAsync<T>(Func<Runner, DiagnosticBag, CancellationToken, T> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await Task.Run(() =>
            {
                _runner ??= new Runner(Project.Open(economy.Project.Folder).Project ?? economy.Project, economy.Model, clock);
                return work(_runner, [], cancellation);
            }, cancellation).ConfigureAwait(false);
        }
        finally { _turn.Release(); }
    }
}

/// <summary>The plans of a project.</summary>
/// <param name="Plans">Those that could be read.</param>
/// <param name="Findings">What is wrong with the others.</param>
public sealed record PlanShelf(IReadOnlyList<Plan> Plans, IReadOnlyList<Diagnostic> Findings);

/// <summary>A plan as it was bound.</summary>
/// <param name="Bound">The plan with its quantities; null after an error, or where it lies behind.</param>
/// <param name="Outcome">What came of a plan that lies behind; null for others.</param>
/// <param name="Findings">What is wrong, or looks so.</param>
public sealed record PlanReading(BoundPlan? Bound, Table? Outcome, IReadOnlyList<Diagnostic> Findings);

/// <summary>A plan that was solved.</summary>
/// <param name="Comparison">The answer, with what it moves; null where there is none.</param>
/// <param name="Findings">Conflicts, targets out of reach, and what went wrong.</param>
public sealed record SolvedPlan(PlanComparison? Comparison, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>The answer; null where there is none.</summary>
    public PlanAnswer? Answer => Comparison?.Answers[0];
}

/// <summary>Plans side by side, or a frontier.</summary>
/// <param name="Evidence">What was found; null where the project names none.</param>
/// <param name="Findings">What went wrong.</param>
public sealed record PlansSide(PlanEvidence? Evidence, IReadOnlyList<Diagnostic> Findings);
