using Plenum.Studio.Economy;
using Plenum.Workspace;

namespace Plenum.Studio.Desk;

/// <summary>A world that a page can show.</summary>
/// <param name="Key">What stands for it in addresses and lists.</param>
/// <param name="Label">What it is called.</param>
/// <param name="IsOwn">Whether it is the user's own, from the desk.</param>
public sealed record World(string Key, string Label, bool IsOwn);

/// <summary>The worlds that a user can choose from: the baseline, the scenarios of the desk, those of the project.</summary>
public sealed class Worlds(OpenedModel economy, ScenarioLibrary library, WhatIfDesk desk)
{
    /// <summary>The key of the baseline.</summary>
    public const string Baseline = "";

    private const string OwnPrefix = "desk-";

    /// <summary>The scenarios: the user's own first.</summary>
    public IReadOnlyList<World> Scenarios =>
    [
        .. desk.Scenarios.Select((s, i) => (Scenario: s, Index: i)).Where(p => p.Scenario.IsSolved && !p.Scenario.Draft.IsEmpty).Select(p => new World(OwnPrefix + p.Index.ToString(System.Globalization.CultureInfo.InvariantCulture), p.Scenario.Draft.Name, true)),
        .. library.All.Select(s => new World(s.Id, $"{s.Id} {s.Title}", false)),
    ];

    /// <summary>The baseline, which all are compared with.</summary>
    public Solution BaselineSolution => economy.Baseline;

    /// <summary>The solution of a scenario; null for the baseline, for what does not exist, and for what could not be solved.</summary>
    public async Task<ScenarioRun?> SolveAsync(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length == 0) { return null; }
        var run = key.StartsWith(OwnPrefix, StringComparison.Ordinal) && int.TryParse(key[OwnPrefix.Length..], out int index)
            ? desk.Scenarios.ElementAtOrDefault(index)?.Run
            : await library.SolveAsync(key).ConfigureAwait(false);
        return run is { Solution.Outcome.IsSolved: true } ? run : null;
    }
}
