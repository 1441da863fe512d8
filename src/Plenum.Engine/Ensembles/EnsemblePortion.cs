namespace Plenum.Engine.Ensembles;

/// <summary>The outcome of some of the draws.</summary>
/// <param name="Range">Which draws.</param>
/// <param name="Values">The tracked values: draws x periods x variables, row-major; not a number where a draw could not be solved.</param>
/// <param name="Events">Whether each condition holds: draws x conditions, row-major; false where a draw could not be solved.</param>
/// <param name="Failures">The draws that could not be solved, in order.</param>
public sealed record EnsemblePortion(DrawRange Range, ReadOnlyMemory<double> Values, ReadOnlyMemory<bool> Events, IReadOnlyList<DrawFailure> Failures)
{
    /// <summary>What taking it came to; nothing where it comes from a file or from another machine.</summary>
    public EnsembleWork Work { get; init; } = EnsembleWork.None;
}
