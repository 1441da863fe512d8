using Plenum.Engine;
using Plenum.Engine.Closures;
using Plenum.Engine.Ensembles;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;

namespace Plenum.Workspace.Ensembles;

/// <summary>What a simulation is asked for.</summary>
/// <param name="Horizon">Periods from the scenarios' start on.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Tracked">The variables whose values are kept.</param>
public sealed record SimulationRequest(int Horizon, ulong Seed, IReadOnlyList<Symbol> Tracked)
{
    /// <summary>Whether innovations are drawn from history in blocks, instead of from a normal distribution.</summary>
    public bool Bootstraps { get; init; }

    /// <summary>Whether parameters are drawn from their ranges.</summary>
    public bool DrawsParameters { get; init; }

    /// <summary>Statements whose frequency is counted; see <see cref="ConditionReader"/>.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>What may happen; see <see cref="RiskReader"/>.</summary>
    public IReadOnlyList<string> Risks { get; init; } = [];
}

/// <summary>An ensemble of a project, and where its uncertainty comes from.</summary>
/// <param name="Ensemble">The ensemble.</param>
/// <param name="History">The innovations of history; null where there are none to draw from.</param>
public sealed record Simulation(Ensemble Ensemble, ShockHistory? History)
{
    /// <summary>The fewest periods of history from which innovations are drawn.</summary>
    private const int ShortestHistory = 8;

    /// <summary>Sets up a simulation.</summary>
    /// <param name="runner">The project.</param>
    /// <param name="paths">The solved baseline or scenario around which draws are taken.</param>
    /// <param name="closure">Who is found and who is given in it.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="findings">Takes what is wrong; all at once.</param>
    /// <returns>The simulation; null where an error was found.</returns>
    public static Simulation? Prepare(Runner runner, Paths paths, Closure? closure, SimulationRequest request, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(findings);
        var (project, model) = (runner.Project, runner.Model);
        if (model.Reach.Lead > 0)
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.SimulatesNoLeads, "draws are not offered for a model that looks ahead.", null, "its expectations would have to be formed anew in every period of every draw.", "switch off the variant that brings the lead in."));
            return null;
        }

        var to = project.ScenarioStart + (request.Horizon - 1);
        var conditions = new ConditionReader(paths, project.ScenarioStart, to, findings);
        var risks = new RiskReader(project, model, findings);
        IReadOnlyList<PathCondition> counted = [.. request.Conditions.Select(conditions.Read).OfType<PathCondition>()];
        IReadOnlyList<EventRisk> possible = [.. request.Risks.Select(risks.Read).OfType<EventRisk>()];
        IReadOnlyList<ParameterRange> ranges = request.DrawsParameters ? Ranges(model) : [];
        var history = HistoryOf(project, paths, findings);
        if (findings.HasErrors) { return null; }

        ShockSource? shocks = history is null ? null
            : request.Bootstraps ? new BootstrappedShocks(history, request.Seed)
            : new NormalShocks(history.Rules, [.. history.Rules.Select(r => model.Symbols[r.Column].Name)], SampleCovariance.Of(history.Innovations), request.Seed);
        var uncertainty = new Uncertainty(shocks, ranges, possible);
        if (!uncertainty.IsAny)
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.NothingUncertain, "nothing differs from draw to draw.", null, $"no add-factor moves from {project.Start} to {LastOfHistory(project)}{(request.DrawsParameters ? ", and no parameter has a range" : "")}.", "give add-factors of at least eight periods of history, say what may happen with --risk, or draw parameters with --parameters."));
            return null;
        }

        var ensemble = new Ensemble(paths, project.ScenarioStart, to, uncertainty, runner.Solver.Periods) { Closure = closure, Tracked = [.. request.Tracked.Select(s => s.Column)], Conditions = counted };
        return new Simulation(ensemble, history);
    }

    /// <summary>The innovations of history; null where it is too short, or no add-factor moves.</summary>
    private static ShockHistory? HistoryOf(Project project, Paths paths, DiagnosticBag findings)
    {
        var rules = OutlookRules.Of(project, paths.Model, findings);
        var to = LastOfHistory(project);
        if (to - project.Start < ShortestHistory) { return null; }
        var history = ShockHistory.Of(paths, project.Start, to, rules);
        return history.Rules.Count > 0 ? history : null;
    }

    /// <summary>History ends before scenarios begin, whatever the project calls its end.</summary>
    private static Period LastOfHistory(Project project) => project.HistoryEnd < project.ScenarioStart ? project.HistoryEnd : project.ScenarioStart - 1;

    /// <summary>The parameters that have a range and that no identity reads: an identity has no add-factor that would keep the baseline where it is.</summary>
    private static List<ParameterRange> Ranges(BoundModel model)
    {
        var inIdentities = new HashSet<(int Column, int Lag)>();
        model.Graph.CollectSymbols([.. model.Equations.Where(e => e.AddFactor < 0).SelectMany(e => new[] { e.Left, e.Right })], inIdentities);
        var held = inIdentities.Select(s => s.Column).ToHashSet();
        return [.. model.Symbols.Where(s => s.Role == Role.Parameter && !held.Contains(s.Column) && s is { Value: not null, Range: not null })
            .Select(s => new ParameterRange(s.Column, s.Name, s.Range!.Value.Low, Math.Clamp(s.Value!.Value, s.Range.Value.Low, s.Range.Value.High), s.Range.Value.High))];
    }
}
