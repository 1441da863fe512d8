using Plenum.Language.Diagnostics;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Experiments;

/// <summary>Something done to the baseline, whose effect can be measured: scenarios, changes of its own, or both.</summary>
/// <param name="Scenarios">A scenario, or several joined by '+'; null where there are only changes.</param>
/// <param name="Changes">Changes that come after those of the scenarios.</param>
/// <param name="Under">What holds in the reference as well, so that the effect is measured in another world; null for the baseline itself.</param>
/// <param name="Span">Where it is written.</param>
public sealed record Treatment(PlacedName? Scenarios, IReadOnlyList<ScenarioChange> Changes, Treatment? Under, SourceSpan Span);

/// <summary>How the effects of two treatments are put together.</summary>
public enum Contrast
{
    /// <summary>There is one treatment, and its effect is what counts.</summary>
    None,

    /// <summary>The effect of the first less that of the second.</summary>
    Difference,

    /// <summary>The size of the first effect relative to that of the second; signs are left aside.</summary>
    Ratio,
}

/// <summary>One treatment, or two that are contrasted.</summary>
/// <param name="Name">What it is called in answers: the scenarios' names, or a few words.</param>
/// <param name="Of">The treatment.</param>
/// <param name="Contrast">How the second one comes in.</param>
/// <param name="Against">The second treatment; null where there is no contrast.</param>
public sealed record Experiment(string Name, Treatment Of, Contrast Contrast = Contrast.None, Treatment? Against = null)
{
    /// <summary>The effect of one scenario against the baseline.</summary>
    /// <param name="scenario">Its name, or several joined by '+'.</param>
    public static Experiment Scenario(PlacedName scenario) => new(scenario.Name, new Treatment(scenario, [], null, scenario.Span));
}
