using System.Globalization;
using Plenum.Engine.Ensembles;
using Plenum.Engine.Planning;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Workspace.Ensembles;

namespace Plenum.Workspace.Plans;

/// <summary>Solves plans whose targets must be met with some probability.</summary>
/// <remarks>Use it from one thread at a time, and not while its runner solves.</remarks>
/// <param name="runner">Solves the model.</param>
/// <param name="takers">Finds who takes the draws around the path of a plan; the threads of this machine where null.</param>
public sealed class ChancePlanner(Runner runner, Func<PlannedDraws, IDrawTaker>? takers = null)
{
    /// <summary>Solves a plan over an ensemble.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="probability">The probability of targets with a range whose file gives none; null to leave them as they are.</param>
    /// <param name="options">How many draws, from which seed; the next seed checks the outcome.</param>
    /// <param name="findings">Takes what is wrong, and warnings of probabilities that cannot be had.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <returns>The plan; null where it could not be found.</returns>
    public ChanceAnswer? Solve(BoundPlan plan, double? probability, EnsembleOptions options, DiagnosticBag findings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(findings);
        List<ChanceGoal> chances = [.. plan.Goals.Select((g, i) => (g, i)).Where(x => !x.g.Goal.IsPoint)
            .Select(x => (x.i, P: x.g.Target.Probability ?? (x.g.IsCondition ? null : probability))).Where(x => x.P is not null).Select(x => new ChanceGoal(x.i, x.P!.Value))];
        if (chances.Count == 0)
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.WrongProbability, $"no target of '{plan.Plan.Id}' has a probability.", new SourceSpan(plan.Plan.File, 0, 0), "a single value is hit with probability zero; a probability belongs to a target with 'low', 'high' or both.", "add for instance 'probability: 0.8' to a target with a range, or ask with --probability 0.8."));
            return null;
        }

        if (Simulation.Prepare(runner, plan.Problem.Baseline, null, Request(plan, options.Seed, []), findings) is null) { return null; }
        int round = 0;
        var outcome = new ChancePlanSolver(plan.Problem, chances, runner.Solver, (found, quantities, isOther) =>
            Draw(plan, found, quantities, isOther ? options with { Seed = options.Seed + 1 } : options, isOther ? null : round++, cancellation))
        { Joint = plan.Plan.IsJoint ? chances.Min(c => c.Probability) : null }.Solve(cancellation, out var failure);
        if (outcome is null)
        {
            if (failure is PlanOutcome.NotSolved failed) { findings.AddRange(failed.Outcome.Diagnostics); }
            else { findings.Add(Diagnostic.Error(WorkspaceCodes.ChanceNotMet, $"no draw around '{plan.Plan.Id}' could be solved.", null, null, "plenum simulate says why draws fail.")); }
            return null;
        }

        if (!outcome.IsJointMet) { findings.Add(NotMetAtOnce(plan, outcome)); }
        else if (outcome.JointWanted is null) { AddNotMet(plan, outcome, findings); }
        return new ChanceAnswer(plan, outcome, options);
    }

    private static void AddNotMet(BoundPlan plan, ChanceOutcome outcome, DiagnosticBag findings)
    {
        foreach (var result in outcome.Results.Where(r => !IsMet(outcome, r)).DistinctBy(r => plan.Goals[r.Goal.Goal].Target)) { findings.Add(NotMet(plan, result)); }
    }

    /// <summary>Whether a probability is reached but for two standard errors of sampling, or for a draw.</summary>
    public static bool IsMet(ChanceOutcome outcome, ChanceResult result)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(result);
        double p = result.Goal.Probability;
        return result.After >= p - Math.Max(1.0 / outcome.Draws, 2.0 * Math.Sqrt(p * (1.0 - p) / outcome.Draws));
    }

    /// <summary>Draws around the path of a plan; what may happen besides is that of the project, as around its baseline.</summary>
    private double[][] Draw(BoundPlan plan, PlanOutcome.Found found, IReadOnlyList<PathQuantity> quantities, EnsembleOptions options, int? round, CancellationToken cancellation)
    {
        var request = Request(plan, options.Seed, [.. GoalSample.Columns(quantities).Select(c => plan.Problem.Baseline.Model.Symbols[c])]);
        var simulation = Simulation.Prepare(runner, found.Paths, null, request, []) ?? throw new InvalidOperationException("What could be drawn around the baseline cannot be drawn around a plan.");
        var assembly = new EnsembleAssembly(simulation.Ensemble, options);
        var taker = takers?.Invoke(new PlannedDraws(plan, found.Sizes, request, simulation, round)) ?? new LocalDraws(int.MaxValue);
        taker.Complete(assembly, null, cancellation);
        return GoalSample.Of(assembly.Result(), quantities);
    }

    private static SimulationRequest Request(BoundPlan plan, ulong seed, IReadOnlyList<Symbol> tracked) => new(plan.Problem.To - plan.Problem.From + 1, seed, tracked);

    private static Diagnostic NotMetAtOnce(BoundPlan plan, ChanceOutcome outcome)
    {
        var least = outcome.Results.MinBy(r => r.After)!;
        var goal = plan.Goals[least.Goal.Goal];
        return Diagnostic.Warning(
            WorkspaceCodes.ChanceNotMet,
            string.Create(CultureInfo.InvariantCulture, $"all targets with a probability are met at once in {100.0 * outcome.JointAfter:0} % of the draws, not in {100.0 * outcome.JointWanted:0} %; no plan was found that does so more often."),
            goal.Target.Span,
            string.Create(CultureInfo.InvariantCulture, $"'{goal.Label}' in {goal.When} is met least often, in {100.0 * least.After:0} %; all at once cannot be met more often than any one of them."),
            "widen a range or the bounds of an instrument, or ask for a lower probability.");
    }

    private static Diagnostic NotMet(BoundPlan plan, ChanceResult result)
    {
        var goal = plan.Goals[result.Goal.Goal];
        string why = result.Band.IsMet
            ? "the bounds of the instruments, other targets or costs keep the path from lying far enough inside."
            : string.Create(CultureInfo.InvariantCulture, $"the range is narrow beside the spread of the draws: wherever the path lies, at most {100.0 * result.Band.Attainable:0} % of them fall into it.");
        return Diagnostic.Warning(WorkspaceCodes.ChanceNotMet, string.Create(CultureInfo.InvariantCulture, $"'{goal.Label}' in {goal.When} is met with a probability of {100.0 * result.After:0} %, not of {100.0 * result.Goal.Probability:0} %."), goal.Target.Span, why, "widen the range or the bounds of an instrument, or ask for a lower probability.");
    }
}

/// <summary>A plan that was solved over an ensemble.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Outcome">What was found.</param>
/// <param name="Options">The draws.</param>
public sealed record ChanceAnswer(BoundPlan Plan, ChanceOutcome Outcome, EnsembleOptions Options)
{
    /// <summary>What the instruments cost in the plan that knows no uncertainty.</summary>
    public double CostBefore => Cost(Outcome.Before);

    /// <summary>The same in the plan that was found; the difference is the price of certainty.</summary>
    public double CostAfter => Cost(Outcome.Found);

    /// <summary>What the plan found costs where misses are counted from the ranges as they are wanted.</summary>
    public double LossAfter => Plan.Problem.Loss([.. Outcome.Found.Sizes], [.. Outcome.Found.Goals.Select(g => g.Value)]);

    private double Cost(PlanOutcome.Found found) => found.Sizes.Select((s, j) => Plan.Problem.Instruments[j].Cost * s * s).Sum();
}
