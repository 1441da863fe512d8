using System.Globalization;
using Plenum.Engine.Planning;
using Plenum.Language.Diagnostics;

namespace Plenum.Workspace.Plans;

/// <summary>Solves plans, and finds out why targets are missed.</summary>
/// <remarks>Use it from one thread at a time, and not while its runner solves.</remarks>
/// <param name="runner">Solves the model.</param>
public sealed class Planner(Runner runner)
{
    /// <summary>A price counts where it is at least this part of the largest.</summary>
    private const double SmallestPrice = 1e-6;

    /// <summary>Solves a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="findings">Takes what keeps it from being solved, and warnings where targets are missed.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <returns>The answer; null where the model could not be solved.</returns>
    public PlanAnswer? Solve(BoundPlan plan, DiagnosticBag findings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(findings);
        var outcome = PlanSolver.Solve(plan.Problem, runner.Solver, cancellation);
        if (outcome is PlanOutcome.NotSolved failed)
        {
            findings.AddRange(failed.Outcome.Diagnostics);
            return null;
        }

        var found = outcome as PlanOutcome.Found ?? ((PlanOutcome.Stalled)outcome).Last;
        if (outcome is PlanOutcome.Stalled) { findings.Add(Stalled(plan, found)); }
        var paths = plan.Problem.Baseline.Copy();
        if (PlanSystem.Solve(plan.Problem, runner.Solver, [.. found.Sizes], paths, runner.Project.End, cancellation) is { } broken)
        {
            findings.AddRange(broken.Diagnostics);
            return null;
        }

        var unmet = Enumerable.Range(0, plan.Goals.Count).Where(i => plan.Goals[i].Goal.IsHard && found.Goals[i].Miss != 0.0).Select(i => Explain(plan, found, i, cancellation)).ToList();
        foreach (var target in unmet.DistinctBy(u => plan.Goals[u.Goal].Target)) { findings.Add(Missed(plan, found, target)); }
        return new PlanAnswer(plan, found, outcome is PlanOutcome.Found, paths, unmet);
    }

    /// <summary>Seeks the target by itself, and names the goals whose prices hold it back.</summary>
    private UnmetTarget Explain(BoundPlan plan, PlanOutcome.Found found, int goal, CancellationToken cancellation)
    {
        double? miss = MissAlone(plan.Problem, plan.Goals[goal].Goal, cancellation);
        double? unlimited = miss is not null && miss != 0.0 && plan.Problem.Limits.Count > 0 ? MissAlone(plan.Problem with { Limits = [] }, plan.Goals[goal].Goal, cancellation) : null;
        double largest = found.Goals.Max(g => Math.Abs(g.Price));
        var against = Enumerable.Range(0, plan.Goals.Count).Where(i => i != goal && plan.Goals[i].Goal.IsHard && Math.Abs(found.Goals[i].Price) > SmallestPrice * largest);
        return new UnmetTarget(goal, miss, [.. against]) { MissWithoutSteps = unlimited };
    }

    private double? MissAlone(PlanProblem problem, PlanGoal goal, CancellationToken cancellation) =>
        PlanSolver.Solve(problem with { Goals = [goal] }, runner.Solver, cancellation) is PlanOutcome.Found { Goals: [var only] } ? only.Miss : null;

    private static Diagnostic Missed(BoundPlan plan, PlanOutcome.Found found, UnmetTarget unmet)
    {
        var goal = plan.Goals[unmet.Goal];
        string fact = string.Create(CultureInfo.InvariantCulture, $"'{goal.Label}' in {goal.When} is missed by {found.Goals[unmet.Goal].Miss:0.######}.");
        string others = string.Join(", ", unmet.Against.Select(i => plan.Goals[i]).DistinctBy(g => g.Target).Select(g => $"'{g.Label}' ({g.When})"));
        bool isHeldBySteps = unmet.MissWithoutSteps is { } without && Math.Abs(without) < Math.Abs(unmet.MissAlone ?? 0.0);
        string why = unmet.IsOutOfReach && isHeldBySteps ? string.Create(CultureInfo.InvariantCulture, $"as the only target it is missed by {unmet.MissAlone:0.######}, and by {unmet.MissWithoutSteps:0.######} if no step were limited: {HeldSteps(plan, found)}.")
            : unmet.IsOutOfReach ? string.Create(CultureInfo.InvariantCulture, $"the bounds of the instruments leave it out of reach: as the only target it is missed by {unmet.MissAlone:0.######}.")
            : others.Length > 0 ? $"by itself it can be reached; it conflicts with {others}."
            : "within the bounds of the instruments no small change brings it nearer.";
        return Diagnostic.Warning(WorkspaceCodes.OutOfReach, fact, goal.Target.Span, why, unmet.IsOutOfReach ? isHeldBySteps ? "allow larger steps, begin earlier, or ask for less." : "widen the bounds of an instrument, add one, or ask for less." : "give one of them a weight, so that it may be missed at a cost; or add an instrument.");
    }

    /// <summary>The instruments whose largest steps bind, in words.</summary>
    private static string HeldSteps(BoundPlan plan, PlanOutcome.Found found)
    {
        var names = plan.Steps.Where((_, l) => found.LimitPrices[l] != 0.0).Select(s => plan.Handles[s.Handle].Instrument).Distinct().Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.LargestStep} of '{i.Name.Name}'")).ToList();
        return names.Count == 0 ? "the largest steps come too late" : $"the largest step binds: {string.Join(", ", names)}";
    }

    private static Diagnostic Stalled(BoundPlan plan, PlanOutcome.Found found) => Diagnostic.Warning(
        WorkspaceCodes.PlanNotFound,
        string.Create(CultureInfo.InvariantCulture, $"the search for '{plan.Plan.Id}' ended after {found.Steps} steps before the conditions of a minimum held."),
        new SourceSpan(plan.Plan.File, 0, 0),
        string.Create(CultureInfo.InvariantCulture, $"of the gradient {found.Optimality.Stationarity:0.0e+0} is left (tolerance {PlanSolver.StationarityTolerance:0e+0}), as happens at a kink of the model."),
        "narrow the bounds of the instruments, or ask for less.");
}
