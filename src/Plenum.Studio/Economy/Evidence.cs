using Plenum.Engine.Ensembles;
using Plenum.Language.Diagnostics;
using Plenum.Report.Contents;
using Plenum.Workspace;
using Plenum.Workspace.Claims;
using Plenum.Workspace.Data;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Reports;

namespace Plenum.Studio.Economy;

/// <summary>What the studio knows besides the baseline and what is alike for all users: data, indicators, scored claims, draws around the baseline. Each is computed once, when first asked for.</summary>
/// <remarks>It reads the project and solves for itself, beside the scenarios of users.</remarks>
public sealed class Evidence
{
    /// <summary>Draws around the baseline: enough for bands of 90 per cent that an eye cannot tell from exact ones.</summary>
    public const int Draws = 300;

    private readonly OpenedModel _economy;
    private readonly TimeProvider _clock;
    private readonly Lazy<Task<StateOfEconomy>> _state;
    private readonly Lazy<Task<ScoredEvidence>> _claims;
    private readonly Lazy<Task<EnsembleResult?>> _outlook;

    /// <summary>Prepares to compute; nothing is read yet.</summary>
    /// <param name="economy">The project.</param>
    /// <param name="clock">Measures solving.</param>
    public Evidence(OpenedModel economy, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(economy);
        ArgumentNullException.ThrowIfNull(clock);
        (_economy, _clock) = (economy, clock);
        _state = new(() => Task.Run(ReadState));
        _claims = new(() => Task.Run(ScoreAsync));
        _outlook = new(() => Task.Run(DrawAsync));
    }

    /// <summary>The data, and the indicators read off them.</summary>
    public Task<StateOfEconomy> StateAsync() => _state.Value;

    /// <summary>The claims of the project with their verdicts.</summary>
    public Task<ScoredEvidence> ClaimsAsync() => _claims.Value;

    /// <summary>Draws around the baseline for the variables of the indicators; null where nothing is uncertain, or the model looks ahead.</summary>
    public Task<EnsembleResult?> OutlookAsync() => _outlook.Value;

    /// <summary>A model compiled anew and a project read anew, so that nothing is shared with the scenarios of users.</summary>
    private Runner OpenRunner() => new(Project.Open(_economy.Project.Folder).Project ?? _economy.Project, _economy.Model, _clock);

    private StateOfEconomy ReadState()
    {
        var findings = new DiagnosticBag();
        var data = ProjectData.Read(_economy.Project);
        var plan = ReportPlan.Read(_economy.Project, _economy.Model, findings);
        IReadOnlyList<IndicatorGroup> groups = plan.Indicators.Count > 0 ? plan.Indicators
            : [new IndicatorGroup("Headline", [.. _economy.Headline.Select(v => new Indicator(v.Symbol, v.Label, v.Kind == DeviationKind.Points ? ShownAs.Percent : ShownAs.GrowthOverYear, null))])];
        return new StateOfEconomy(data, [.. groups.Select(g => new StateGroup(g.Title, [.. g.Indicators.Select(i => IndicatorReading.Of(_economy.Project, _economy.Paths, data, i, findings))]))], plan.Indicators.Count > 0, [.. findings]);
    }

    private async Task<ScoredEvidence> ScoreAsync()
    {
        var state = await StateAsync().ConfigureAwait(false);
        var findings = new DiagnosticBag();
        var runner = OpenRunner();
        var claims = ClaimSet.Read(runner.Project, findings);
        var binder = new ClaimBinder(runner.Project, runner.Model, state.Data.WithDerived, findings);
        if (claims.Simulation is { } simulation) { binder.Check(simulation); }
        List<BoundClaim> bound = [.. claims.Claims.Select(binder.Bind)];
        if (findings.HasErrors) { return new ScoredEvidence(null, [.. findings]); }
        var scorecard = new Scorecard(new Laboratory(runner, _economy.Paths), claims.Simulation?.Options);
        return new ScoredEvidence(new ScoredClaims(claims, [.. bound.Select(scorecard.Score)]), [.. findings]);
    }

    private async Task<EnsembleResult?> DrawAsync()
    {
        var state = await StateAsync().ConfigureAwait(false);
        var runner = OpenRunner();
        var request = new SimulationRequest(runner.Project.End - runner.Project.ScenarioStart + 1, new EnsembleOptions().Seed, [.. state.Readings.Select(r => r.Indicator.Symbol).DistinctBy(s => s.Column)]);
        var simulation = Simulation.Prepare(runner, _economy.Paths, null, request, new DiagnosticBag());
        return simulation?.Ensemble.Run(new EnsembleOptions { Draws = Draws, Threads = 1 });
    }
}

/// <summary>The data of the project and what they say about the state of the economy.</summary>
/// <param name="Data">The data.</param>
/// <param name="Groups">The readings of the indicators.</param>
/// <param name="IsPlanned">Whether the project names its indicators; else those of its headline stand in.</param>
/// <param name="Findings">What is wrong with the file that names them.</param>
public sealed record StateOfEconomy(ProjectData Data, IReadOnlyList<StateGroup> Groups, bool IsPlanned, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>All readings.</summary>
    public IEnumerable<IndicatorReading> Readings => Groups.SelectMany(g => g.Readings);
}

/// <summary>The claims of the project with their verdicts.</summary>
/// <param name="Claims">The claims, none where the project makes none; null where they cannot be bound.</param>
/// <param name="Findings">What is wrong with the file that makes them.</param>
public sealed record ScoredEvidence(ScoredClaims? Claims, IReadOnlyList<Diagnostic> Findings);

/// <summary>Readings that belong together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Readings">The readings.</param>
public sealed record StateGroup(string Title, IReadOnlyList<IndicatorReading> Readings);
