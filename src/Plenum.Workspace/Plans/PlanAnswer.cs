using Plenum.Engine;
using Plenum.Engine.Planning;

namespace Plenum.Workspace.Plans;

/// <summary>A plan that was solved.</summary>
/// <param name="Plan">The plan as it was bound.</param>
/// <param name="Found">The sizes of the instruments, and what they reach.</param>
/// <param name="IsOptimal">Whether the conditions of a minimum hold.</param>
/// <param name="Paths">The path with the instruments moved, solved to the end of the project.</param>
/// <param name="Unmet">The targets that must be met and are not.</param>
public sealed record PlanAnswer(BoundPlan Plan, PlanOutcome.Found Found, bool IsOptimal, Paths Paths, IReadOnlyList<UnmetTarget> Unmet);

/// <summary>A target that must be met and cannot be.</summary>
/// <param name="Goal">Its place among the goals.</param>
/// <param name="MissAlone">How far it is missed if it is the only target: what the bounds of the instruments leave; null where it could not be found out.</param>
/// <param name="Against">The places of the targets and conditions that keep it from being met.</param>
public sealed record UnmetTarget(int Goal, double? MissAlone, IReadOnlyList<int> Against)
{
    /// <summary>Whether the bounds and the largest steps of the instruments alone put it out of reach.</summary>
    public bool IsOutOfReach => MissAlone is { } miss && miss != 0.0;

    /// <summary>How far it is missed if it is the only target and no step is limited; null where no step is, or where this could not be found out.</summary>
    public double? MissWithoutSteps { get; init; }
}
