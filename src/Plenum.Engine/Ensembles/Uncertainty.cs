namespace Plenum.Engine.Ensembles;

/// <summary>What is not known: what differs from draw to draw.</summary>
/// <param name="Shocks">Innovations of add-factors; null for none.</param>
/// <param name="Parameters">Parameters that are drawn; empty for none.</param>
/// <param name="Risks">What may happen; empty for nothing.</param>
public sealed record Uncertainty(ShockSource? Shocks, IReadOnlyList<UncertainParameter> Parameters, IReadOnlyList<EventRisk> Risks)
{
    /// <summary>Whether anything differs from draw to draw.</summary>
    public bool IsAny => Shocks is { Rules.Count: > 0 } || Parameters.Count > 0 || Risks.Count > 0;
}
