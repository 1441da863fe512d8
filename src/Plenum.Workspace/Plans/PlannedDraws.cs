using Plenum.Engine;
using Plenum.Engine.Planning;
using Plenum.Engine.Solving;
using Plenum.Workspace.Ensembles;

namespace Plenum.Workspace.Plans;

/// <summary>The draws around the path of a plan that are wanted next, and all that somebody else needs to take them.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Sizes">The sizes of its instruments.</param>
/// <param name="Request">What is asked for.</param>
/// <param name="Simulation">What was made of it here.</param>
/// <param name="Round">How often the plan has been sought again; null for the draws of another seed that check it in the end.</param>
public sealed record PlannedDraws(BoundPlan Plan, IReadOnlyList<double> Sizes, SimulationRequest Request, Simulation Simulation, int? Round)
{
    /// <summary>Solves the path around which the draws are taken: the same numbers, to the bit, as the search for the plan has.</summary>
    /// <param name="runner">Solves the model.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="sizes">The sizes of its instruments.</param>
    /// <returns>The path; with how solving failed, where it did.</returns>
    public static (Paths Paths, SolveOutcome? Failure) Centre(Runner runner, BoundPlan plan, IReadOnlyList<double> sizes)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(sizes);
        var paths = plan.Problem.Baseline.Copy();
        return (paths, PlanSystem.Solve(plan.Problem, runner.Solver, [.. sizes], paths, plan.Problem.To));
    }
}
