using Plenum.Engine.Closures;
using Plenum.Engine.Scenarios;

namespace Plenum.Workspace.Scenarios;

/// <summary>One or several scenarios, bound to a model: what is changed on a copy of the baseline, and what is found.</summary>
/// <param name="Name">The ids, joined by '+'.</param>
/// <param name="Title">The titles, joined by '; '.</param>
/// <param name="Scenarios">The scenarios, those included first, each once.</param>
/// <param name="Changes">The changes in order.</param>
/// <param name="Closure">The model's closure with the swaps of the scenarios.</param>
public sealed record ScenarioPlan(string Name, string Title, IReadOnlyList<Scenario> Scenarios, IReadOnlyList<PathChange> Changes, Closure Closure)
{
    /// <summary>Where each of <see cref="Changes"/> comes from, in the same order.</summary>
    public IReadOnlyList<ChangeOrigin> Origins { get; init; } = [];
}

/// <summary>Where a change comes from.</summary>
/// <param name="Scenario">The scenario whose file gives it.</param>
/// <param name="Name">The name as the file writes it; one over a set stands for all members.</param>
/// <param name="Role">What the file takes the name to be.</param>
public sealed record ChangeOrigin(Scenario Scenario, string Name, ChangedRole Role);
