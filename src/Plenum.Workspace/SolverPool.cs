using System.Collections.Concurrent;
using Plenum.Engine;
using Plenum.Engine.Solving;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Series;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace;

/// <summary>Solves scenarios of one baseline for many callers at once; a solver that is free is used again.</summary>
/// <remarks>Results are those of <see cref="Runner"/>. A model with leads is solved by one caller at a time.</remarks>
public sealed class SolverPool
{
    private readonly ConcurrentBag<Bench> _free = [];
    private readonly Lock _gate = new();
    private readonly Runner _runner;
    private readonly Paths _baseline;

    /// <summary>Sets up a pool; it takes the runner over, which nobody else may use for solving from here on.</summary>
    /// <param name="runner">The project, its model compiled.</param>
    /// <param name="baseline">The solved baseline, which stays as it is.</param>
    public SolverPool(Runner runner, Paths baseline)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(baseline);
        (_runner, _baseline) = (runner, baseline);
    }

    /// <summary>Solves a scenario on a copy of the baseline, from the scenarios' start to the project's end.</summary>
    /// <param name="plan">The scenario.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    public ScenarioRun Solve(ScenarioPlan plan, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (_runner.Solver.Periods is null)
        {
            lock (_gate) { return _runner.SolveScenario(_baseline, plan, null, cancellation); }
        }

        var paths = _baseline.Copy();
        foreach (var change in plan.Changes) { change.Apply(paths); }
        if (!_free.TryTake(out var bench))
        {
            lock (_gate) { bench = new Bench(_runner.Solver.Periods.Twin(), new PathAccounts(_runner.Model)); }
        }

        try
        {
            var (from, to) = (_runner.Project.ScenarioStart, _runner.Project.End);
            var (outcome, seconds) = bench.Solve(paths, from, to, plan, _runner.Clock, cancellation);
            return new ScenarioRun(plan, new Solution(paths, outcome, outcome.IsSolved ? bench.Accounts.LargestError(paths, from, to) : null, seconds));
        }
        finally
        {
            _free.Add(bench);
        }
    }

    /// <summary>What one caller needs to solve.</summary>
    private sealed record Bench(PeriodSolver Solver, PathAccounts Accounts)
    {
        public (SolveOutcome Outcome, double Seconds) Solve(Paths paths, Period from, Period to, ScenarioPlan plan, TimeProvider clock, CancellationToken cancellation)
        {
            long started = clock.GetTimestamp();
            var outcome = Solver.Solve(paths, from, to, plan.Closure, null, cancellation);
            return (outcome, clock.GetElapsedTime(started).TotalSeconds);
        }
    }
}
