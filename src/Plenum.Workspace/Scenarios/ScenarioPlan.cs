using Plenum.Engine.Closures;
using Plenum.Engine.Scenarios;

namespace Plenum.Workspace.Scenarios;

/// <summary>One or several scenarios, bound to a model: what is changed on a copy of the baseline, and what is found.</summary>
/// <param name="Name">The ids, joined by '+'.</param>
/// <param name="Title">The titles, joined by '; '.</param>
/// <param name="Scenarios">The scenarios, those included first, each once.</param>
/// <param name="Changes">The changes in order.</param>
/// <param name="Closure">The model's closure with the swaps of the scenarios.</param>
public sealed record ScenarioPlan(string Name, string Title, IReadOnlyList<Scenario> Scenarios, IReadOnlyList<PathChange> Changes, Closure Closure);
