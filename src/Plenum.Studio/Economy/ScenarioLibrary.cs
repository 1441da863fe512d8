using System.Collections.Concurrent;
using Plenum.Language.Diagnostics;
using Plenum.Workspace;
using Plenum.Workspace.Scenarios;

namespace Plenum.Studio.Economy;

/// <summary>The scenarios of the project, each solved when somebody first asks for it and kept for all.</summary>
public sealed class ScenarioLibrary(OpenedModel economy)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ScenarioRun?>>> _runs = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<Scenario>> _all = new(economy.Scenarios);

    /// <summary>All of them, in order of id.</summary>
    public IReadOnlyList<Scenario> All => _all.Value;

    /// <summary>The solution of a scenario; null where it does not fit the model.</summary>
    /// <param name="id">Its id.</param>
    public Task<ScenarioRun?> SolveAsync(string id) => All.FirstOrDefault(s => s.Id == id) is { } scenario
        ? _runs.GetOrAdd(id, _ => new Lazy<Task<ScenarioRun?>>(() => Task.Run(() => economy.Solve(scenario, new DiagnosticBag())))).Value
        : Task.FromResult<ScenarioRun?>(null);
}
