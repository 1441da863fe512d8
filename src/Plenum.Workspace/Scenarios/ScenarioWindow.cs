using Plenum.Series;

namespace Plenum.Workspace.Scenarios;

/// <summary>The periods in which scenarios may differ from the baseline.</summary>
/// <param name="Start">First period, where a change begins unless it says otherwise.</param>
/// <param name="End">Last period, where a change ends unless it says otherwise.</param>
public readonly record struct ScenarioWindow(Period Start, Period End);
