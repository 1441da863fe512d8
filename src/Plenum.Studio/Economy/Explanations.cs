using Plenum.Language.Diagnostics;
using Plenum.Workspace;
using Plenum.Workspace.Explanations;

namespace Plenum.Studio.Economy;

/// <summary>An answer to why a variable differs, or what keeps it from being had.</summary>
/// <param name="Answer">The answer; null after an error.</param>
/// <param name="Channels">By which terms of its own equation the variable differs; null where they cannot be told apart.</param>
/// <param name="Findings">What went wrong.</param>
public sealed record ExplainedWorld(Explanation? Answer, ExplainedChannels? Channels, IReadOnlyList<Diagnostic> Findings);

/// <summary>Explains scenarios, one at a time, with a compiled model of its own.</summary>
public sealed class Explanations : IDisposable
{
    private const int MostKept = 64;
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Lazy<Explainer> _explainer;
    private readonly OpenedModel _economy;
    private readonly Dictionary<(ScenarioRun Run, ExplainedValue Value), ExplainedWorld> _kept = [];

    /// <summary>Prepares to explain; nothing is compiled yet.</summary>
    public Explanations(OpenedModel economy)
    {
        _economy = economy;
        _explainer = new Lazy<Explainer>(() => new Explainer(new Runner(economy.Project, economy.Model, TimeProvider.System)));
    }

    /// <summary>Why a variable differs from the baseline in a period of a scenario.</summary>
    /// <param name="run">The scenario, solved.</param>
    /// <param name="value">The question.</param>
    /// <param name="cancellation">Gives up waiting, and stops between two periods.</param>
    public async Task<ExplainedWorld> ExplainAsync(ScenarioRun run, ExplainedValue value, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_kept.TryGetValue((run, value), out var kept)) { return kept; }
            var found = await Task.Run(() => Explain(run, value, cancellation), cancellation).ConfigureAwait(false);
            if (_kept.Count >= MostKept) { _kept.Clear(); }
            _kept.Add((run, value), found);
            return found;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private ExplainedWorld Explain(ScenarioRun run, ExplainedValue value, CancellationToken cancellation)
    {
        var findings = new DiagnosticBag();
        var answer = _explainer.Value.ExplainScenario(_economy.Paths, run.Plan, [value], findings, cancellation);
        if (answer is not null) { findings.AddRange(answer.Diagnostics); }
        return new ExplainedWorld(answer, answer?.ChannelsOf(value), [.. findings]);
    }
}
