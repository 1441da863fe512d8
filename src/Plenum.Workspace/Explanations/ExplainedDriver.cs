using Plenum.Engine.Attribution;

namespace Plenum.Workspace.Explanations;

/// <summary>One cause with the words that show it.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Label">What it is, in words; empty where the model gives none.</param>
/// <param name="Scenario">Id of the scenario that it comes from; null where it comes from none.</param>
public sealed record ExplainedDriver(Driver Cause, string Label, string? Scenario = null)
{
    /// <summary>Its name, as a list of causes shows it.</summary>
    public string Name => Cause.Name;
}
