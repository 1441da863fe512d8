using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Workspace.Experiments;

namespace Plenum.Workspace.Mechanisms;

/// <summary>A causal chain of the model, and the experiments that test it.</summary>
/// <param name="Id">Short name, such as "M4".</param>
/// <param name="Title">What it is called.</param>
/// <param name="Cause">What sets it off, in a few words.</param>
/// <param name="Effect">What it brings about, in a few words.</param>
/// <param name="Chain">The chain in sentences.</param>
/// <param name="Equations">The variables whose equations carry it; a name over a set stands for all its members.</param>
/// <param name="Observable">What one would look at in the world to test it; null where nothing is named.</param>
/// <param name="Expectations">What its experiments are expected to show; the first one stands for the mechanism.</param>
/// <param name="Span">Where it is written.</param>
public sealed record Mechanism(
    string Id,
    string Title,
    string Cause,
    string Effect,
    string Chain,
    IReadOnlyList<PlacedName> Equations,
    string? Observable,
    IReadOnlyList<Expectation> Expectations,
    SourceSpan Span)
{
    /// <summary>Which variable drives which, as arrows of a map; empty where the file draws none.</summary>
    public IReadOnlyList<MechanismLink> Links { get; init; } = [];
}

/// <summary>An arrow from the variable that drives to the one that is driven.</summary>
/// <param name="From">The variable that drives.</param>
/// <param name="To">The variable that is driven.</param>
public readonly record struct MechanismLink(PlacedName From, PlacedName To);

/// <summary>A mechanism bound to a model.</summary>
/// <param name="Mechanism">The mechanism.</param>
/// <param name="Equations">The equations that carry it.</param>
/// <param name="Expectations">Its expectations, ready to be measured.</param>
public sealed record BoundMechanism(Mechanism Mechanism, IReadOnlyList<BoundEquation> Equations, IReadOnlyList<BoundExpectation> Expectations)
{
    /// <summary>Its arrows, in the order of the file.</summary>
    public IReadOnlyList<BoundLink> Links { get; init; } = [];
}

/// <summary>An arrow between two variables of a model.</summary>
/// <param name="From">The variable that drives.</param>
/// <param name="To">The variable that is driven.</param>
public sealed record BoundLink(Symbol From, Symbol To);

/// <summary>A mechanism with what its experiments showed.</summary>
/// <param name="Bound">The mechanism.</param>
/// <param name="Measures">What was measured, in the order of its expectations.</param>
public sealed record MeasuredMechanism(BoundMechanism Bound, IReadOnlyList<Measured> Measures)
{
    /// <summary>The mechanism.</summary>
    public Mechanism Mechanism => Bound.Mechanism;

    /// <summary>Whether all its expectations hold.</summary>
    public bool Holds => Measures.All(m => m.Holds);
}
