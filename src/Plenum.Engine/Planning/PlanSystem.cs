using Plenum.Engine.Sensitivities;
using Plenum.Engine.Solving;

namespace Plenum.Engine.Planning;

/// <summary>The goals of a plan as functions of its instruments, with exact derivatives.</summary>
public sealed class PlanSystem
{
    /// <summary>One backward pass costs about as much as this many forward directions, since both factorise every period.</summary>
    private const int DirectionsPerPass = 8;

    private readonly ModelSolver _solver;
    private readonly SensitivitySolver _sensitivities;

    /// <summary>Prepares a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="solver">Solves its model.</param>
    public PlanSystem(PlanProblem problem, ModelSolver solver)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(solver);
        (Problem, _solver) = (problem, solver);
        var movable = problem.Instruments.SelectMany(i => i.Direction.Changes).Select(c => c.Column).Concat(problem.Goals.SelectMany(g => g.Quantity.Columns));
        _sensitivities = new SensitivitySolver(problem.Baseline.Model, movable, problem.Closure);
        Paths = problem.Baseline.Copy();
    }

    /// <summary>The problem.</summary>
    public PlanProblem Problem { get; }

    /// <summary>The path at the sizes last evaluated.</summary>
    public Paths Paths { get; }

    /// <summary>How many paths were solved.</summary>
    public int Solves { get; private set; }

    /// <summary>Solves the path for some sizes.</summary>
    /// <param name="sizes">The sizes of the instruments.</param>
    /// <param name="values">The values of the goals' quantities; NaN where a value cannot be had.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <returns>Null, or how the solve failed.</returns>
    public SolveOutcome? Evaluate(ReadOnlySpan<double> sizes, double[] values, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        Solves++;
        var outcome = Solve(Problem, _solver, sizes, Paths, cancellation);
        for (int i = 0; i < values.Length; i++) { values[i] = outcome.IsSolved ? Problem.Goals[i].Quantity.Evaluate(Paths) : double.NaN; }
        return outcome.IsSolved ? null : outcome;
    }

    /// <summary>Solves the path for some sizes: the same numbers, to the bit, as the search for a plan has at these sizes.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="solver">Solves its model.</param>
    /// <param name="sizes">The sizes of the instruments.</param>
    /// <param name="paths">Receives the path; a window like that of the baseline.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    public static SolveOutcome Solve(PlanProblem problem, ModelSolver solver, ReadOnlySpan<double> sizes, Paths paths, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(paths);
        paths.CopyFrom(problem.Baseline);
        Apply(problem, sizes, paths);
        return solver.Solve(paths, problem.From, problem.To, problem.Closure, null, cancellation);
    }

    /// <summary>Moves what the instruments move, by their sizes.</summary>
    public static void Apply(PlanProblem problem, ReadOnlySpan<double> sizes, Paths paths)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(paths);
        for (int j = 0; j < sizes.Length; j++)
        {
            foreach (var change in problem.Instruments[j].Direction.Changes)
            {
                if (change.Period <= paths.End) { paths[change.Column, change.Period] += sizes[j] * change.Change; }
            }
        }
    }

    /// <summary>The derivatives of the goals by the sizes at the path last evaluated.</summary>
    /// <param name="jacobian">Receives them, goals x instruments, row-major.</param>
    /// <returns>Null, or why there are none.</returns>
    /// <remarks>Forward for few instruments, backward for many.</remarks>
    public SolveOutcome? Differentiate(double[] jacobian)
    {
        ArgumentNullException.ThrowIfNull(jacobian);
        return Problem.Instruments.Count <= DirectionsPerPass * Problem.Goals.Count ? Forward(jacobian) : Backward(jacobian);
    }

    /// <summary>The derivatives by tangents, one direction an instrument: the cheaper way for few instruments.</summary>
    /// <param name="jacobian">Receives them, goals x instruments, row-major.</param>
    /// <returns>Null, or why there are none.</returns>
    public SolveOutcome? Forward(double[] jacobian)
    {
        ArgumentNullException.ThrowIfNull(jacobian);
        var directions = Problem.Instruments.Select(i => i.Direction).ToList();
        if (!_sensitivities.TryTangents(Paths, Problem.From, Problem.To, directions, out var tangents, out var failure)) { return failure; }
        for (int i = 0; i < Problem.Goals.Count; i++)
        {
            var gradient = Problem.Goals[i].Quantity.Gradient(Paths);
            for (int j = 0; j < directions.Count; j++)
            {
                double sum = 0.0;
                foreach (var part in gradient)
                {
                    // What lies before the lags of the first solved period cannot move.
                    if (part.Period >= tangents.Start && part.Change != 0.0) { sum += part.Change * tangents[j, part.Column, part.Period]; }
                }

                jacobian[(i * directions.Count) + j] = sum;
            }
        }

        return null;
    }

    /// <summary>The derivatives by gradients, one pass a goal: the cheaper way for many instruments.</summary>
    /// <param name="jacobian">Receives them, goals x instruments, row-major.</param>
    /// <returns>Null, or why there are none.</returns>
    public SolveOutcome? Backward(double[] jacobian)
    {
        ArgumentNullException.ThrowIfNull(jacobian);
        int count = Problem.Instruments.Count;
        var earliest = Problem.From + Problem.Baseline.Model.Reach.Lag;
        for (int i = 0; i < Problem.Goals.Count; i++)
        {
            var outcome = Problem.Goals[i].Quantity.Gradient(Paths).Where(p => p.Period >= earliest).ToList();
            if (outcome.Count == 0) { jacobian.AsSpan(i * count, count).Clear(); continue; }
            if (!_sensitivities.TryGradient(Paths, Problem.From, outcome, out var gradient, out var failure)) { return failure; }
            for (int j = 0; j < count; j++) { jacobian[(i * count) + j] = gradient.Along(Problem.Instruments[j].Direction); }
        }

        return null;
    }
}
