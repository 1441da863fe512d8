using Plenum.Engine;
using Plenum.Engine.Ensembles;
using Plenum.Language.Diagnostics;
using Plenum.Workspace.Reports;

namespace Plenum.Workspace.Plans;

/// <summary>What a report shows of a project's plans, solved.</summary>
/// <param name="Comparison">Plans side by side; null where none is wanted.</param>
/// <param name="Frontier">A trade-off; null where none is wanted.</param>
/// <param name="Chance">A plan over an ensemble; null where none is wanted.</param>
public sealed record PlanEvidence(PlanComparison? Comparison, TradeOff? Frontier, ChanceAnswer? Chance)
{
    /// <summary>Solves what is wanted; what cannot be solved is left out and told of.</summary>
    /// <param name="runner">Solves the model.</param>
    /// <param name="baseline">The solved baseline.</param>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    public static PlanEvidence Gather(Runner runner, Paths baseline, PlannedPlans wanted, DiagnosticBag findings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(findings);
        var answers = wanted.Compared.Select(n => Bind(n.Name) is { } plan ? new Planner(runner).Solve(plan, Own(), cancellation) : null).OfType<PlanAnswer>().ToList();
        var frontier = wanted.Frontier is { } traded && Bind(traded.Plan.Name) is { } between ? TradeOff.Trace(runner, between, traded.First, traded.Second, traded.Points, findings, cancellation: cancellation) : null;
        var chance = wanted.Chance is { } asked && Bind(asked.Plan.Name) is { } over ? new ChancePlanner(runner).Solve(over, asked.Probability, new EnsembleOptions { Draws = asked.Draws }, findings, cancellation) : null;
        return new PlanEvidence(answers.Count > 0 ? PlanComparison.Of(runner.Project, answers) : null, frontier, chance);

        // An error in one plan must not keep the others from being bound.
        BoundPlan? Bind(string name)
        {
            var own = new DiagnosticBag();
            var bound = runner.Project.Plans.Find(name, own) is { } plan ? new PlanBinder(runner.Project, baseline, own).Bind(plan) : null;
            findings.AddRange(own.Where(f => f.Severity == Severity.Error));
            return bound;
        }

        // Targets that are missed stand in the tables.
        static DiagnosticBag Own() => [];
    }
}
