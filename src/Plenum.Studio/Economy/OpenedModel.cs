using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Report.Figures;
using Plenum.Workspace;
using Plenum.Workspace.Drafts;
using Plenum.Workspace.Instruments;
using Plenum.Workspace.Scenarios;

namespace Plenum.Studio.Economy;

/// <summary>The project that the studio serves: its model, its solved baseline and its instruments. Shared by all users; nothing in it changes.</summary>
public sealed class OpenedModel : IDisposable
{
    private readonly Lock _reading = new();
    private readonly SolverPool _pool;
    private readonly SemaphoreSlim _solving = new(Environment.ProcessorCount);

    private OpenedModel(Runner runner, Solution baseline, IReadOnlyList<ShownVariable> headline, IReadOnlyList<Instrument> instruments, TimeProvider clock)
    {
        (Runner, Baseline, Headline, Instruments, Clock) = (runner, baseline, headline, instruments, clock);
        _pool = new SolverPool(runner, baseline.Paths);
        Window = new ScenarioWindow(Project.ScenarioStart, Project.End);
    }

    /// <summary>The project.</summary>
    public Project Project => Runner.Project;

    /// <summary>Its model.</summary>
    public BoundModel Model => Runner.Model;

    /// <summary>The solved baseline.</summary>
    public Solution Baseline { get; }

    /// <summary>The paths of the baseline.</summary>
    public Paths Paths => Baseline.Paths;

    /// <summary>The variables to show first.</summary>
    public IReadOnlyList<ShownVariable> Headline { get; }

    /// <summary>What can be moved, in the order of the project's file.</summary>
    public IReadOnlyList<Instrument> Instruments { get; }

    /// <summary>The periods in which scenarios may differ from the baseline.</summary>
    public ScenarioWindow Window { get; }

    /// <summary>Measures how long things take.</summary>
    internal TimeProvider Clock { get; }

    /// <summary>The compiled model; the pool alone solves with it.</summary>
    internal Runner Runner { get; }

    /// <summary>Opens a project: binds and compiles its model and solves its baseline.</summary>
    /// <param name="project">The project.</param>
    /// <param name="variants">Variants to switch on.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="clock">Measures solving.</param>
    /// <returns>The opened model; null where an error was found.</returns>
    public static OpenedModel? Open(Project project, IReadOnlyList<string> variants, DiagnosticBag findings, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(variants);
        ArgumentNullException.ThrowIfNull(findings);
        if (ProjectModel.Load(project, variants, findings) is not { } model) { return null; }
        var runner = new Runner(project, model, clock);
        var instruments = InstrumentReader.Read(project, model, findings);
        var given = Workspace.Baseline.Read(project, model, findings);
        if (given is null || findings.HasErrors) { return null; }
        var baseline = runner.SolveBaseline(given);
        if (baseline.Outcome.IsSolved) { return new OpenedModel(runner, baseline, HeadlineOf(project, model), instruments, clock); }
        findings.AddRange(baseline.Outcome.Diagnostics);
        return null;
    }

    /// <summary>The drafts that users keep beside the project.</summary>
    public DraftStore OpenDrafts() => new(Project.Folder, Instruments, Window);

    /// <summary>Reads the scenarios of the project; those with errors are left out.</summary>
    public IReadOnlyList<Scenario> Scenarios()
    {
        lock (_reading) { return [.. Project.Scenarios.All([])]; }
    }

    /// <summary>Binds and solves a scenario of the project.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <returns>The solution, whether it converged or not; null where the scenario does not fit the model.</returns>
    public ScenarioRun? Solve(Scenario scenario, DiagnosticBag findings, CancellationToken cancellation = default) =>
        Read(project => new ScenarioBinder(Model, project.Scenarios, findings).Bind([scenario])) is { } plan ? Solve(plan, cancellation) : null;

    /// <summary>The title of a scenario of the project; its id where there is none.</summary>
    public string TitleOf(string id) => Scenarios().FirstOrDefault(s => string.Equals(s.Id, id, StringComparison.OrdinalIgnoreCase))?.Title ?? id;

    /// <summary>Binds and solves a scenario that a text describes.</summary>
    /// <param name="text">The scenario file.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <returns>The solution, whether it converged or not; null where the text has an error.</returns>
    public ScenarioRun? Solve(SourceText text, DiagnosticBag findings, CancellationToken cancellation = default) =>
        Bind(text, findings) is { } plan ? Solve(plan, cancellation) : null;

    /// <summary>Solves a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    public ScenarioRun? Solve(ScenarioDraft draft, DiagnosticBag findings, CancellationToken cancellation = default) => Solve(TextOf(draft), findings, cancellation);

    /// <summary>The file of a draft.</summary>
    public SourceText TextOf(ScenarioDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new SourceText($"{DraftText.IdOf(draft.Name)}.yaml", DraftText.Write(draft, Instruments, Window));
    }

    /// <summary>The level of an instrument in the baseline when scenarios begin.</summary>
    public double LevelOf(Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        return Model.Find(instrument.Names[0].Name) is { } symbol ? Paths[symbol.Column, Window.Start] : double.NaN;
    }

    /// <summary>The size of an instrument at which nothing changes: for a level, the baseline's own, on the grid of its steps.</summary>
    public double NeutralOf(Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        return instrument.IsLevel ? LevelOf(instrument) : instrument.Neutral;
    }

    /// <summary>Binds a draft without solving it.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public ScenarioPlan? Bind(ScenarioDraft draft, DiagnosticBag findings) => Bind(TextOf(draft), findings);

    /// <summary>Reads files of the project, or binds to its catalog of scenarios; one caller at a time may do that.</summary>
    /// <param name="reading">Reads; the project must not be kept.</param>
    public T Read<T>(Func<Project, T> reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        lock (_reading) { return reading(Project); }
    }

    /// <summary>Binds scenarios of the project that are joined by '+'.</summary>
    /// <param name="combination">Their ids.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public ScenarioPlan? Bind(string combination, DiagnosticBag findings) => Read(project => new ScenarioBinder(Model, project.Scenarios, findings).Bind(combination));

    /// <summary>Solves a scenario that was bound; as many at once as there are processors.</summary>
    /// <param name="plan">The scenario.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    public ScenarioRun Solve(ScenarioPlan plan, CancellationToken cancellation = default)
    {
        _solving.Wait(cancellation);
        try { return _pool.Solve(plan, cancellation); }
        finally { _solving.Release(); }
    }

    /// <summary>Binds a scenario that a text describes.</summary>
    /// <param name="text">The scenario file.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public ScenarioPlan? Bind(SourceText text, DiagnosticBag findings)
    {
        // Reading files of the project fills its catalog, which one caller at a time may do.
        lock (_reading)
        {
            return ScenarioReader.Read(text, Window, findings) is { } scenario && !findings.HasErrors ? new ScenarioBinder(Model, Project.Scenarios, findings).Bind([scenario]) : null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _solving.Dispose();

    private static List<ShownVariable> HeadlineOf(Project project, BoundModel model)
    {
        var shown = new List<ShownVariable>();
        foreach (var variable in project.Headline)
        {
            if (model.Find(variable.Variable.Name) is { } symbol) { shown.Add(new ShownVariable(symbol, variable.Kind ?? Deviation.KindOf(symbol), variable.Label)); }
        }

        return shown.Count > 0 ? shown : [.. model.Symbols.Where(s => s.Role == Role.Endogenous).Take(12).Select(s => new ShownVariable(s, Deviation.KindOf(s)))];
    }
}
