using Plenum.Engine;
using Plenum.Engine.Ensembles;
using Plenum.Engine.Planning;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Ensembles;

namespace Plenum.Workspace.Plans;

/// <summary>Where a plan stands: each target against outcomes so far, the baseline ahead, and the probability of reaching it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="At">The last period whose outcomes count as known.</param>
/// <param name="Stage">The last stage reached by then; null where there is none.</param>
/// <param name="Targets">Targets and conditions.</param>
/// <param name="Draws">Draws that could be solved; 0 where nothing is ahead, or nothing is uncertain.</param>
public sealed record PlanStatus(Plan Plan, Period At, PlanStage? Stage, IReadOnlyList<TargetStatus> Targets, int Draws)
{
    /// <summary>Finds out where a plan stands.</summary>
    /// <param name="runner">Solves the model.</param>
    /// <param name="baseline">The solved baseline: history, and the outlook.</param>
    /// <param name="plan">The plan; its instruments play no part.</param>
    /// <param name="at">The last period whose outcomes count as known.</param>
    /// <param name="options">The draws from which probabilities are taken.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellation">Stops between two draws.</param>
    /// <returns>The status; null where an error was found.</returns>
    public static PlanStatus? Of(Runner runner, Paths baseline, Plan plan, Period at, EnsembleOptions options, DiagnosticBag findings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(findings);
        var goals = new PlanBinder(runner.Project, baseline, findings).BindTargets(plan, at);
        if (goals is null) { return null; }
        var ahead = goals.Where(g => g.Target.Goal.Quantity.Periods[^1] > at && !g.Target.Goal.IsPoint).ToList();
        double[][] drawn = ahead.Count == 0 ? [] : Draw(runner, baseline, at + 1, ahead, options, cancellation);
        var targets = goals.Select(g =>
        {
            int place = ahead.IndexOf(g);
            var goal = g.Target.Goal;
            double? probability = place >= 0 && drawn.Length > 0 && drawn[place].Length > 0 ? ChanceBand.Probability(drawn[place], goal.Low, goal.High) : null;
            bool isDone = goal.Quantity.Periods[^1] <= at;
            bool isKnown = g.Target.Target.Stage is not { } stage || stage.Period <= at;
            return new TargetStatus(g.Target, g.SoFar?.Evaluate(baseline), g.Ahead?.Evaluate(baseline), g.Target.Baseline, probability,
                !isKnown ? TargetState.NotAnnounced : (goal.Miss(g.Target.Baseline) == 0.0, isDone) switch
                {
                    (true, true) => TargetState.Met,
                    (false, true) => TargetState.Missed,
                    (true, false) => TargetState.OnCourse,
                    _ => TargetState.OffCourse,
                });
        }).ToList();
        return new PlanStatus(plan, at, plan.Stages.LastOrDefault(s => s.Period <= at), targets, drawn.Length == 0 ? 0 : drawn[0].Length);
    }

    /// <summary>Draws from the period after the last known one on; empty where nothing is uncertain.</summary>
    private static double[][] Draw(Runner runner, Paths baseline, Period from, List<StatusGoal> goals, EnsembleOptions options, CancellationToken cancellation)
    {
        var to = goals.Max(g => g.Target.Goal.Quantity.Periods[^1]);
        var uncertainty = Simulation.Prepare(runner, baseline, null, new SimulationRequest(1, options.Seed, []), [])?.Ensemble.Uncertainty;
        return uncertainty is null ? [] : GoalSample.Of(baseline, from, to, [.. goals.Select(g => g.Target.Goal.Quantity)], uncertainty, runner.Solver.Periods, options, cancellation);
    }
}

/// <summary>Where a target stands.</summary>
/// <param name="Target">The target.</param>
/// <param name="SoFar">Its value over its periods that are known; null where none is.</param>
/// <param name="Ahead">Its value in the baseline over the others; null where there is none.</param>
/// <param name="Whole">Its value over all of them, those ahead as in the baseline.</param>
/// <param name="Probability">The share of the draws in which it is met; null where it is decided, where a single value is wanted, or nothing is uncertain.</param>
/// <param name="State">How it stands.</param>
public sealed record TargetStatus(BoundTarget Target, double? SoFar, double? Ahead, double Whole, double? Probability, TargetState State);

/// <summary>How a target stands.</summary>
public enum TargetState
{
    /// <summary>Its periods are known, and it was met.</summary>
    Met,

    /// <summary>Its periods are known, and it was missed.</summary>
    Missed,

    /// <summary>The baseline meets it.</summary>
    OnCourse,

    /// <summary>The baseline misses it.</summary>
    OffCourse,

    /// <summary>Nobody has heard of it yet.</summary>
    NotAnnounced,
}

/// <summary>A target with its periods before and after the last known one.</summary>
internal sealed record StatusGoal(BoundTarget Target, PathQuantity? SoFar, PathQuantity? Ahead);
