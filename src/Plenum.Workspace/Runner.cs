using Plenum.Engine;
using Plenum.Engine.Closures;
using Plenum.Engine.Solving;
using Plenum.Engine.Solving.StackedTime;
using Plenum.Engine.Structure;
using Plenum.Language.Binding;
using Plenum.Series;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace;

/// <summary>Solves a project's baseline and its scenarios, one after the other, with one compiled model.</summary>
/// <remarks>A model with leads is solved from start to end as one window of perfect foresight, with growth constant after the end. Use it from one thread at a time.</remarks>
public sealed class Runner
{
    private readonly ModelSolver _solver;
    private readonly PathAccounts _accounts;
    private readonly TimeProvider _clock;

    /// <summary>Prepares to run a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="model">Its model.</param>
    /// <param name="clock">Measures solving.</param>
    public Runner(Project project, BoundModel model, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(clock);
        (Project, Model, _clock) = (project, model, clock);
        _solver = new ModelSolver(model);
        _accounts = new PathAccounts(model);
    }

    /// <summary>The project.</summary>
    public Project Project { get; }

    /// <summary>Its model.</summary>
    public BoundModel Model { get; }

    /// <summary>What holds after the project's end; null where the model has no leads and needs no such condition.</summary>
    public TerminalCondition? Terminal => _solver.Terminal;

    /// <summary>The compiled model, for what else is asked of it.</summary>
    internal ModelSolver Solver => _solver;

    /// <summary>Measures solving.</summary>
    internal TimeProvider Clock => _clock;

    /// <summary>Compiles the model.</summary>
    /// <returns>Its structure, or what is wrong with it.</returns>
    public StructureResult Compile() => _solver.Compile();

    /// <summary>Solves the baseline in place, from the project's start to its end.</summary>
    /// <param name="given">Start values and given paths, as <see cref="Baseline.Read"/> returns them.</param>
    /// <param name="progress">Told of each period solved.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    public Solution SolveBaseline(Paths given, IProgress<Period>? progress = null, CancellationToken cancellation = default) =>
        Solve(given, Project.Start, Project.End, Closure.Declared(Model), progress, cancellation);

    /// <summary>Solves a scenario on a copy of the baseline, from the scenarios' start to the project's end.</summary>
    /// <param name="baseline">The solved baseline, which stays as it is.</param>
    /// <param name="plan">The scenario.</param>
    /// <param name="progress">Told of each period solved.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    public ScenarioRun SolveScenario(Paths baseline, ScenarioPlan plan, IProgress<Period>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(plan);
        var paths = baseline.Copy();
        foreach (var change in plan.Changes) { change.Apply(paths); }
        return new ScenarioRun(plan, Solve(paths, Project.ScenarioStart, Project.End, plan.Closure, progress, cancellation));
    }

    /// <summary>Solves a window in place, such as a stretch of history.</summary>
    /// <param name="paths">Given names, and what lies before the window, in; the unknowns of the window out.</param>
    /// <param name="from">First period solved.</param>
    /// <param name="to">Last period solved.</param>
    /// <param name="closure">Who is found and who is given.</param>
    /// <param name="progress">Told of each period solved.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    public Solution Solve(Paths paths, Period from, Period to, Closure closure, IProgress<Period>? progress = null, CancellationToken cancellation = default)
    {
        long started = _clock.GetTimestamp();
        var outcome = _solver.Solve(paths, from, to, closure, progress, cancellation);
        double seconds = _clock.GetElapsedTime(started).TotalSeconds;
        return new Solution(paths, outcome, outcome.IsSolved ? _accounts.LargestError(paths, from, to) : null, seconds);
    }
}

/// <summary>A scenario and its solution.</summary>
/// <param name="Plan">The scenario as it was bound.</param>
/// <param name="Solution">Its solution.</param>
public sealed record ScenarioRun(ScenarioPlan Plan, Solution Solution);

/// <summary>A baseline and the scenarios solved against it.</summary>
/// <param name="Project">The project.</param>
/// <param name="Model">Its model.</param>
/// <param name="Baseline">The baseline.</param>
/// <param name="Scenarios">The scenarios, in the order they were asked for.</param>
public sealed record Run(Project Project, BoundModel Model, Solution Baseline, IReadOnlyList<ScenarioRun> Scenarios)
{
    /// <summary>What holds after the project's end; null where the model has no leads and needs no such condition.</summary>
    public TerminalCondition? Terminal { get; init; }
}
