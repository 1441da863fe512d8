using Plenum.Language.Diagnostics;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Drafts;
using Plenum.Workspace.Explanations;
using Plenum.Workspace.Instruments;

namespace Plenum.Studio.Economy;

/// <summary>What each instrument, and each scenario taken in, contributes to the change of a variable.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Period">The period.</param>
/// <param name="Total">The change, in per cent or percentage points.</param>
/// <param name="Parts">What contributes, in the order of the scenario.</param>
/// <param name="Notes">What its reader should know; what failed where there are no parts.</param>
public sealed record DraftExplanation(ShownVariable Variable, Period Period, double Total, IReadOnlyList<Contribution> Parts, IReadOnlyList<Diagnostic> Notes);

/// <summary>Explains drafts, one after the other, with a solver of its own; that is compiled when the first is explained.</summary>
public sealed class DraftExplainer(OpenedModel economy) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private Explainer? _explainer;

    /// <summary>Explains a draft away from the caller's thread.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="period">The period.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<DraftExplanation> ExplainAsync(ScenarioDraft draft, ShownVariable variable, Period period, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(variable);
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try { return await Task.Run(() => Explain(draft, variable, period, cancellation), cancellation).ConfigureAwait(false); }
        finally { _turn.Release(); }
    }

    /// <summary>Releases what keeps turns apart.</summary>
    public void Dispose() => _turn.Dispose();

    private DraftExplanation Explain(ScenarioDraft draft, ShownVariable variable, Period period, CancellationToken cancellation)
    {
        var findings = new DiagnosticBag();
        var plan = economy.Bind(draft, findings);
        _explainer ??= new Explainer(new Runner(economy.Project, economy.Model, economy.Clock));
        var explanation = plan is null ? null : _explainer.ExplainScenario(economy.Paths, plan, [new ExplainedValue(variable.Symbol, variable.Kind, period)], findings, cancellation);
        if (explanation is null) { return new DraftExplanation(variable, period, double.NaN, [], [.. findings]); }
        var change = explanation.Changes[0];
        var own = draft.Moves.Select(m => economy.Instruments.FirstOrDefault(i => i.Id == m.Instrument)).OfType<Instrument>().ToList();
        string ownId = DraftText.IdOf(draft.Name);
        var parts = explanation.Drivers.Select((driver, d) => (Part: PartOf(driver, own, ownId), Value: change.Contributions[d])).ToList();
        // An instrument that moves several variables is one cause, and so is a scenario that was taken in.
        return new DraftExplanation(variable, period, change.Total, [.. parts.GroupBy(p => p.Part).Select(g => new Contribution(g.Key.Name, g.Sum(p => p.Value), g.Key.Note))], explanation.Diagnostics);
    }

    /// <summary>The instrument or the scenario that a cause belongs to.</summary>
    private (string Name, string Note) PartOf(ExplainedDriver driver, IReadOnlyList<Instrument> own, string ownId)
    {
        if (driver.Scenario is { } id && id != ownId) { return (economy.TitleOf(id), id); }
        var instrument = own.FirstOrDefault(i => i.Names.Any(n => n.Name == driver.Name || $"add_factor({n.Name})" == driver.Name));
        return instrument is null ? (driver.Label.Length > 0 ? driver.Label : driver.Name, "") : (instrument.Label, "");
    }
}
