using Plenum.Engine;
using Plenum.Engine.Planning;
using Plenum.Engine.Sensitivities;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Plans;

/// <summary>Makes a plan anew from some period on, when something has happened that it did not know of.</summary>
/// <remarks>
/// Until then instruments and outcomes stay as the plan made them; from then on the instruments are sought again, within the same bounds and at
/// the same costs, for the targets still ahead. Since nothing else is news later on, one revision stands for one in every later year.
/// Source: J. Rawlings, D. Mayne and M. Diehl (2017), "Model Predictive Control", 2nd ed., section 1.2: a plan with a moving horizon. Use it from one thread at a
/// time, and not while its runner solves.
/// </remarks>
/// <param name="runner">Solves the model.</param>
public sealed class Replanner(Runner runner)
{
    /// <summary>Revises a plan.</summary>
    /// <param name="first">The plan as first made.</param>
    /// <param name="from">First period in which instruments may be moved anew.</param>
    /// <param name="shock">What happens in that period, unannounced, as if scenarios began there; null for nothing.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <returns>The revision; null where an error was found, or the model could not be solved.</returns>
    public PlanRevision? Revise(PlanAnswer first, Period from, ScenarioPlan? shock, DiagnosticBag findings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(findings);
        var plan = first.Plan;
        if (!IsUsable(plan, from, shock, findings)) { return null; }
        double[] sizes = [.. first.Found.Sizes];
        var later = Later(plan, from);
        var start = first.Paths.Copy();
        foreach (int j in later) { Remove(plan.Problem.Instruments[j], sizes[j], start); }
        foreach (var change in shock?.Changes ?? []) { change.Apply(start, from - runner.Project.ScenarioStart); }
        if (!IsSolved(start, from, plan, findings, cancellation)) { return null; }
        var shocked = start.Copy();
        var unheard = plan.Problem with { Baseline = start, From = from, Instruments = [.. later.Select(j => plan.Problem.Instruments[j])] };
        if (later.Count > 0 && !IsSolved(unheard, [.. later.Select(j => sizes[j])], shocked, findings, cancellation)) { return null; }
        var before = start.Copy();
        var open = new List<int>();
        var instruments = new List<PlanInstrument>();
        for (int j = 0; j < plan.Handles.Count; j++)
        {
            if (later.Contains(j)) { instruments.Add(plan.Problem.Instruments[j]); }
            else if (Ahead(plan, j, sizes[j], from, start) is { } ahead) { instruments.Add(ahead); }
            else { continue; }
            open.Add(j);
        }

        var goals = Enumerable.Range(0, plan.Goals.Count).Where(i => plan.Goals[i].Goal.Quantity.Periods[^1] >= from).ToList();
        if (open.Count == 0 || goals.Count == 0)
        {
            Report(findings, $"from {from} on the plan has nothing left to decide.", "revise it earlier.");
            return null;
        }

        if (!IsSolved(start, from, plan, findings, cancellation)) { return null; }
        var limits = Limits(plan, sizes, from, start, before, later, open, instruments);
        var problem = plan.Problem with { Baseline = start, From = from, Instruments = instruments, Goals = [.. goals.Select(i => plan.Goals[i].Goal)], Limits = limits };
        var outcome = PlanSolver.Solve(problem, runner.Solver, [.. open.Select(j => sizes[j])], cancellation);
        if (outcome is PlanOutcome.NotSolved failed)
        {
            findings.AddRange(failed.Outcome.Diagnostics);
            return null;
        }

        var found = outcome as PlanOutcome.Found ?? ((PlanOutcome.Stalled)outcome).Last;
        var revised = start.Copy();
        if (!IsSolved(problem, [.. found.Sizes], revised, findings, cancellation)) { return null; }
        return new PlanRevision(first, from, shock, shocked, revised, outcome is PlanOutcome.Found,
            [.. plan.Goals.Select((g, i) => new RevisedGoal(g, first.Found.Goals[i].Value, g.Goal.Quantity.Evaluate(shocked), g.Goal.Quantity.Evaluate(revised), goals.Contains(i) ? found.Goals[goals.IndexOf(i)] : null))],
            [.. plan.Handles.Select((h, j) => new RevisedHandle(h, first.Found.Sizes[j], open.Contains(j) ? found.Sizes[open.IndexOf(j)] : null))]);
    }

    /// <summary>What nobody has heard of when the plan is made anew; nothing where the model looks back alone.</summary>
    private static List<int> Later(BoundPlan plan, Period from) =>
        plan.Problem.Baseline.Model.Reach.Lead == 0 ? [] : [.. Enumerable.Range(0, plan.Handles.Count).Where(j => plan.Problem.Instruments[j].Announced is { } announced && announced > from)];

    private static void Remove(PlanInstrument instrument, double size, Paths paths)
    {
        foreach (var change in instrument.Direction.Changes) { paths[change.Column, change.Period] -= size * change.Change; }
    }

    /// <summary>The largest steps from the first open period on, from where the plan left the instruments.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="sizes">Its sizes as first planned.</param>
    /// <param name="from">The first period that is open.</param>
    /// <param name="start">The path without what is open.</param>
    /// <param name="before">The same path while it still held what was planned, but for what nobody has heard of.</param>
    /// <param name="later">The places of that.</param>
    /// <param name="open">The places of the handles that are open.</param>
    /// <param name="instruments">What they can still do.</param>
    private static List<PlanLimit> Limits(BoundPlan plan, double[] sizes, Period from, Paths start, Paths before, List<int> later, List<int> open, List<PlanInstrument> instruments)
    {
        var limits = new List<PlanLimit>();
        foreach (var instrument in plan.Plan.Instruments)
        {
            var own = Enumerable.Range(0, open.Count).Where(k => plan.Handles[open[k]].Instrument == instrument).Select(k => (k, instruments[k].Direction)).ToList();
            if (instrument.LargestStep is not { } largest || own.Count == 0) { continue; }
            int column = own[0].Direction.Changes[0].Column;
            var planned = Enumerable.Range(0, plan.Handles.Count).Where(j => plan.Handles[j].Instrument == instrument && !later.Contains(j)).ToList();
            limits.AddRange(InstrumentSteps.Of(largest, own, from, plan.Plan.To, Kept).Select(s => s.Limit));

            double Kept(Period period) =>
                planned.Sum(j => sizes[j] * plan.Problem.Instruments[j].Direction.Changes.Where(c => c.Column == column && c.Period == period).Sum(c => c.Change))
                + start[column, period] - before[column, period];
        }

        return limits;
    }

    /// <summary>What an instrument can still do: its whole size counts, as before, and what was done until now stays while the rest comes.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="handle">Which of its handles.</param>
    /// <param name="size">Its size as first planned.</param>
    /// <param name="from">The first period that is open.</param>
    /// <param name="start">Takes out what was planned from then on, but for what stays.</param>
    /// <returns>The instrument from then on; null where it lies behind.</returns>
    private static PlanInstrument? Ahead(BoundPlan plan, int handle, double size, Period from, Paths start)
    {
        var instrument = plan.Problem.Instruments[handle];
        var changes = instrument.Direction.Changes;
        if (changes.All(c => c.Period < from)) { return null; }
        if (plan.Handles[handle].From >= from)
        {
            foreach (var change in changes) { start[change.Column, change.Period] -= size * change.Change; }
            return instrument;
        }

        int ramp = plan.Handles[handle].Instrument.Ramp;
        var ahead = new List<ValueChange>();
        foreach (var own in changes.GroupBy(c => c.Column))
        {
            double reached = own.First(c => c.Period == from - 1).Change;
            double whole = own.MaxBy(c => c.Period)!.Change;
            foreach (var change in own.Where(c => c.Period >= from))
            {
                double come = Math.Min(1.0, (change.Period - from + 1) / (double)ramp);
                start[change.Column, change.Period] += size * ((reached * (1.0 - come)) - change.Change);
                ahead.Add(new ValueChange(change.Column, change.Period, whole * come));
            }
        }

        return instrument with { Direction = new Perturbation(ahead) };
    }

    private bool IsUsable(BoundPlan plan, Period from, ScenarioPlan? shock, DiagnosticBag findings)
    {
        if (from <= runner.Project.ScenarioStart || from > plan.Plan.To)
        {
            Report(findings, $"the plan cannot be made anew from {from} on.", $"name a period after {runner.Project.ScenarioStart} and up to {plan.Plan.To}.");
            return false;
        }

        if (shock is not { Closure.Swaps.Count: > 0 }) { return true; }
        findings.Add(Diagnostic.Error(WorkspaceCodes.WrongRisk, $"'{shock.Name}' exogenises a variable, so it cannot come as news.", null, "a swap changes which equations are solved; news changes numbers.", "name a scenario that changes exogenous paths, add-factors or parameters."));
        return false;
    }

    private bool IsSolved(Paths paths, Period from, BoundPlan plan, DiagnosticBag findings, CancellationToken cancellation)
    {
        var solution = runner.Solve(paths, from, runner.Project.End, plan.Problem.Closure, null, cancellation);
        if (!solution.Outcome.IsSolved) { findings.AddRange(solution.Outcome.Diagnostics); }
        return solution.Outcome.IsSolved;
    }

    private bool IsSolved(PlanProblem problem, double[] sizes, Paths paths, DiagnosticBag findings, CancellationToken cancellation)
    {
        if (PlanSystem.Solve(problem, runner.Solver, sizes, paths, runner.Project.End, cancellation) is not { } broken) { return true; }
        findings.AddRange(broken.Diagnostics);
        return false;
    }

    private static void Report(DiagnosticBag findings, string fact, string help) => findings.Add(Diagnostic.Error(WorkspaceCodes.WrongPeriod, fact, null, null, help));
}

/// <summary>A plan as it was first made, and as it was made anew.</summary>
/// <param name="First">The plan as first made.</param>
/// <param name="From">First period in which instruments were moved anew.</param>
/// <param name="Shock">What happened; null for nothing.</param>
/// <param name="Shocked">The path on which it happens and the plan stays as it was.</param>
/// <param name="Revised">The path with the plan made anew.</param>
/// <param name="IsOptimal">Whether the conditions of a minimum hold.</param>
/// <param name="Goals">Targets and conditions, in the order of the plan.</param>
/// <param name="Handles">The instruments, in the order of the plan.</param>
public sealed record PlanRevision(PlanAnswer First, Period From, ScenarioPlan? Shock, Paths Shocked, Paths Revised, bool IsOptimal, IReadOnlyList<RevisedGoal> Goals, IReadOnlyList<RevisedHandle> Handles)
{
    /// <summary>Whether every target that must be met and lies ahead is met.</summary>
    public bool IsFeasible => Goals.All(g => g.Result is null || !g.Goal.Goal.IsHard || g.Result.Miss == 0.0);
}

/// <summary>A target before and after a revision.</summary>
/// <param name="Goal">The target.</param>
/// <param name="Planned">Its value as first planned.</param>
/// <param name="Shocked">Its value where the plan stays as it was.</param>
/// <param name="Revised">Its value with the plan made anew.</param>
/// <param name="Result">What became of it in the new plan; null where it lies behind.</param>
public sealed record RevisedGoal(BoundTarget Goal, double Planned, double Shocked, double Revised, GoalResult? Result);

/// <summary>An instrument before and after a revision.</summary>
/// <param name="Handle">The instrument.</param>
/// <param name="Planned">Its size as first planned.</param>
/// <param name="Revised">Its size anew; null where it lies behind.</param>
public sealed record RevisedHandle(Handle Handle, double Planned, double? Revised);
