using Plenum.Engine.Solving;

namespace Plenum.Workspace.Experiments;

/// <summary>What an experiment showed.</summary>
/// <param name="Bound">The expectation.</param>
/// <param name="Value">The measured number; of several quarters the one that decides. Null where it cannot be had.</param>
/// <param name="Quarter">The quarter it belongs to; null for a sum, a mean and where there is no number.</param>
/// <param name="Values">The numbers of the single quarters, in order; one for a sum, a mean, a peak or a share.</param>
/// <param name="Holds">Whether it lies where it is expected.</param>
/// <param name="Failure">How the solve ended that failed; null where all were solved.</param>
public sealed record Measured(BoundExpectation Bound, double? Value, int? Quarter, IReadOnlyList<double?> Values, bool Holds, SolveOutcome? Failure)
{
    /// <summary>What was expected.</summary>
    public Expectation Expectation => Bound.Expectation;
}
