using System.Globalization;
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
    /// <summary>Whether innovations are drawn from history in blocks, whatever the project's own plan says.</summary>
    public bool Bootstraps { get; init; }

    /// <summary>Parts of the uncertainty that are drawn besides those of the project's plan.</summary>
    public IReadOnlyList<UncertainPart> With { get; init; } = [];

    /// <summary>Parts of the uncertainty that are not drawn.</summary>
    public IReadOnlyList<UncertainPart> Without { get; init; } = [];

    /// <summary>Statements whose frequency is counted; see <see cref="ConditionReader"/>.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Statements that hold in every draw that is shown.</summary>
    public IReadOnlyList<string> Given { get; init; } = [];

    /// <summary>What may happen besides what the project's plan declares; see <see cref="RiskReader"/>.</summary>
    public IReadOnlyList<string> Risks { get; init; } = [];
}

/// <summary>An ensemble of a project, and where its uncertainty comes from.</summary>
/// <param name="Ensemble">The ensemble; the conditions whose frequency is counted come first, and then those that are given.</param>
/// <param name="Sources">What is not known.</param>
/// <param name="Events">How many conditions are counted.</param>
public sealed record Simulation(Ensemble Ensemble, UncertainSources Sources, int Events)
{
    /// <summary>The fewest periods of history from which innovations are drawn.</summary>
    private const int ShortestHistory = 8;

    /// <summary>The fewest draws of which conditional quantiles are shown.</summary>
    private const int FewestGiven = 100;

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
        var events = Read(request.Conditions, new ConditionReader(paths, project.ScenarioStart, to, findings));
        var given = Read(request.Given, new ConditionReader(paths, project.ScenarioStart, to, findings, "--given"));
        if (SourcesOf(project, paths, request, findings) is not { } sources) { return null; }
        if (!sources.All.IsAny)
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.NothingUncertain, "nothing differs from draw to draw.", null, $"no add-factor that is drawn moves from {project.Start} to {LastOfHistory(project)}, no parameter with a range is drawn, and nothing may happen.", "give add-factors of at least eight periods of history, say what may happen with --risk, or draw parameters with --parameters."));
            return null;
        }

        var ensemble = new Ensemble(paths, project.ScenarioStart, to, sources.All, runner.Solver.Periods) { Closure = closure, Tracked = [.. request.Tracked.Select(s => s.Column)], Conditions = [.. events, .. given] };
        return new Simulation(ensemble, sources, events.Count);
    }

    /// <summary>The draws that are shown: those that were solved and in which everything given holds.</summary>
    /// <param name="result">The draws of the ensemble.</param>
    /// <param name="findings">Takes the error where too few are left.</param>
    /// <returns>The draws; null where they are too few to show.</returns>
    public DrawSelection? Select(EnsembleResult result, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(findings);
        var draws = DrawSelection.Solved(result);
        for (int i = Events; i < Ensemble.Conditions.Count; i++) { draws = draws.Where(i); }
        if (Ensemble.Conditions.Count == Events || draws.Count >= FewestGiven) { return draws; }
        string given = string.Join("' and '", Ensemble.Conditions.Skip(Events).Select(c => c.Text));
        string help = draws.Count == 0 ? "loosen the condition, or take more draws with --draws." : string.Create(CultureInfo.InvariantCulture, $"take about {Math.Ceiling(1.5 * FewestGiven * result.Solved / draws.Count / 1000.0) * 1000.0:N0} draws with --draws, or loosen the condition.");
        findings.Add(Diagnostic.Error(WorkspaceCodes.TooFewGiven, string.Create(CultureInfo.InvariantCulture, $"'{given}' holds in {draws.Count:N0} of {result.Solved:N0} draws, too few to show."), null, $"quantiles of fewer than {FewestGiven} draws are mostly chance.", help));
        return null;
    }

    private static List<PathCondition> Read(IReadOnlyList<string> texts, ConditionReader reader) => [.. texts.Select(reader.Read).OfType<PathCondition>()];

    private static UncertainSources? SourcesOf(Project project, Paths paths, SimulationRequest request, DiagnosticBag findings)
    {
        var model = paths.Model;
        var plan = UncertaintyPlan.Read(project, model, findings);
        var reader = new RiskReader(project, model, findings);
        List<EventRisk> named = [.. request.Risks.Select(reader.Read).OfType<EventRisk>()];
        var drawn = plan.Drawn.Concat(request.With).Except(request.Without).ToHashSet();
        var declared = drawn.Contains(UncertainPart.Risks) ? plan.Risks.Select(r => r.Risk).Where(r => !named.Exists(n => n.Name == r.Name)) : [];
        var history = HistoryOf(project, paths, plan, findings);
        if (findings.HasErrors) { return null; }
        var columns = (history?.Rules ?? []).Select(r => r.Column).Where(c => drawn.Contains(model.Symbols[c].Role == Role.AddFactor ? UncertainPart.Shocks : UncertainPart.Exogenous)).ToHashSet();
        var priors = drawn.Contains(UncertainPart.Parameters) ? plan.Priors : [];
        return new UncertainSources(history, columns, plan.Bootstraps || request.Bootstraps, drawn.Contains(UncertainPart.Parameters) ? DrawnParameters.Of(model, priors) : [], [.. declared, .. named], request.Seed) { Priors = priors, Yardsticks = plan.Yardsticks };
    }

    /// <summary>The innovations of history, those of exogenous paths with those of add-factors; null where history is too short, or nothing moves.</summary>
    private static ShockHistory? HistoryOf(Project project, Paths paths, UncertaintyPlan plan, DiagnosticBag findings)
    {
        var rules = OutlookRules.Of(project, paths.Model, findings);
        var last = LastOfHistory(project);
        if (findings.HasErrors || last - project.Start < ShortestHistory) { return null; }
        var history = ShockHistory.Of(paths, project.Start, last, [.. rules, .. plan.Paths.Select(p => p.Rule)]);
        foreach (var path in plan.Paths.Where(p => history.Rules.All(r => r.Column != p.Symbol.Column)))
        {
            bool hasLogarithm = !path.IsRelative || Enumerable.Range(0, last - project.Start + 1).All(k => paths[path.Symbol.Column, project.Start + k] > 0.0);
            findings.Add(Diagnostic.Error(WorkspaceCodes.WrongUncertainPath, $"'{path.Symbol.Name}' cannot be drawn from its history.", path.Span,
                hasLogarithm ? $"it does not move, or is not known throughout, from {project.Start} to {last}." : $"it is not above zero throughout from {project.Start} to {last}, so that it has no logarithm.",
                hasLogarithm ? "leave it out, or make what may happen to it a risk." : "write 'in: level'."));
        }

        return history.Rules.Count > 0 ? history : null;
    }

    /// <summary>History ends before scenarios begin, whatever the project calls its end.</summary>
    private static Period LastOfHistory(Project project) => project.HistoryEnd < project.ScenarioStart ? project.HistoryEnd : project.ScenarioStart - 1;
}
