using Plenum.Engine.Sensitivities;
using Plenum.Engine.Solving;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Engine.Solving.StackedTime;
using Plenum.Series;

namespace Plenum.Engine.Planning;

/// <summary>The goals of a plan as functions of its instruments, with exact derivatives.</summary>
/// <remarks>
/// <para>
/// In a model that looks ahead each instrument is news in the period of its announcement: until then people expect the path without it, from then on they foresee it. The path
/// is solved once from each announcement on, with what is known by then and with the periods before as they came, and derivatives are taken the same way.
/// </para>
/// <para>
/// Sources: R. Fair and J. Taylor (1983), "Solution and maximum likelihood estimation of dynamic nonlinear rational expectations models", Econometrica 51(4), for paths
/// consistent with what is known; J. Gagnon (1990), "Solving the stochastic growth model by deterministic extended path", J. Bus. Econ. Stat. 8(1), for solving anew in each
/// period that brings news.
/// </para>
/// </remarks>
public sealed class PlanSystem
{
    /// <summary>One backward pass costs about as much as this many forward directions, since both factorise every period.</summary>
    private const int DirectionsPerPass = 8;

    private readonly ModelSolver _solver;
    private readonly SensitivitySolver? _sensitivities;
    private readonly StackedTimeSolver? _foresight;
    private readonly List<Paths> _known = [];

    /// <summary>Prepares a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="solver">Solves its model.</param>
    public PlanSystem(PlanProblem problem, ModelSolver solver)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(solver);
        (Problem, _solver) = (problem, solver);
        var model = problem.Baseline.Model;
        var moved = problem.Instruments.SelectMany(i => i.Direction.Changes).Select(c => c.Column);
        if (model.Reach.Lead > 0) { _foresight = new StackedTimeSolver(model, null, [.. moved.Distinct()]); }
        else { _sensitivities = new SensitivitySolver(model, moved.Concat(problem.Goals.SelectMany(g => g.Quantity.Columns)), problem.Closure); }
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
        Paths.CopyFrom(Problem.Baseline);
        Solves++;
        _known.Clear();
        var failure = Solve(Problem, _solver, sizes, Paths, Problem.To, _foresight is null ? null : _known, cancellation);
        for (int i = 0; i < values.Length; i++) { values[i] = failure is null ? Problem.Goals[i].Quantity.Evaluate(Paths) : double.NaN; }
        return failure;
    }

    /// <summary>Moves the instruments on the paths of the baseline, and solves these up to some period.</summary>
    /// <param name="problem">The plan.</param>
    /// <param name="solver">Solves its model.</param>
    /// <param name="sizes">The sizes of the instruments.</param>
    /// <param name="paths">A copy of the baseline in; the path under the plan out.</param>
    /// <param name="to">Last period solved.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <returns>Null, or how the solve failed.</returns>
    public static SolveOutcome? Solve(PlanProblem problem, ModelSolver solver, ReadOnlySpan<double> sizes, Paths paths, Period to, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(paths);
        return Solve(problem, solver, sizes, paths, to, null, cancellation);
    }

    private static SolveOutcome? Solve(PlanProblem problem, ModelSolver solver, ReadOnlySpan<double> sizes, Paths paths, Period to, List<Paths>? known, CancellationToken cancellation)
    {
        foreach (var (announced, instruments) in problem.News)
        {
            foreach (int j in instruments) { Apply(problem.Instruments[j].Direction, sizes[j], paths); }
            var outcome = solver.Solve(paths, announced, to, problem.Closure, null, cancellation);
            if (!outcome.IsSolved) { return outcome; }
            known?.Add(paths.Copy());
        }

        return null;
    }

    private static void Apply(Perturbation direction, double size, Paths paths)
    {
        foreach (var change in direction.Changes)
        {
            if (change.Period <= paths.End) { paths[change.Column, change.Period] += size * change.Change; }
        }
    }

    /// <summary>The derivatives of the goals by the sizes at the path last evaluated.</summary>
    /// <param name="jacobian">Receives them, goals x instruments, row-major.</param>
    /// <returns>Null, or why there are none.</returns>
    /// <remarks>Forward for few instruments, backward for many; always forward where the model looks ahead.</remarks>
    public SolveOutcome? Differentiate(double[] jacobian)
    {
        ArgumentNullException.ThrowIfNull(jacobian);
        return _foresight is not null || Problem.Instruments.Count <= DirectionsPerPass * Problem.Goals.Count ? Forward(jacobian) : Backward(jacobian);
    }

    /// <summary>The derivatives by tangents, one direction an instrument: the cheaper way for few instruments.</summary>
    /// <param name="jacobian">Receives them, goals x instruments, row-major.</param>
    /// <returns>Null, or why there are none.</returns>
    public SolveOutcome? Forward(double[] jacobian)
    {
        ArgumentNullException.ThrowIfNull(jacobian);
        if (_foresight is not null) { return Foresee(_foresight, jacobian); }
        var directions = Problem.Instruments.Select(i => i.Direction).ToList();
        if (!_sensitivities!.TryTangents(Paths, Problem.From, Problem.To, directions, out var tangents, out var failure)) { return failure; }
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

    /// <summary>The derivatives by tangents where the model looks ahead: anew from each announcement on, with what came before it as it moved.</summary>
    private SolveOutcome? Foresee(StackedTimeSolver foresight, double[] jacobian)
    {
        var tangents = Problem.Instruments.Select(_ => new Paths(Problem.Baseline.Model, Paths.Start, Paths.Count)).ToList();
        foreach (var tangent in tangents) { Array.Clear(tangent.Values); }
        var known = new List<Paths>();
        for (int k = 0; k < Problem.News.Count; k++)
        {
            var (announced, instruments) = Problem.News[k];
            foreach (int j in instruments)
            {
                Apply(Problem.Instruments[j].Direction, 1.0, tangents[j]);
                known.Add(tangents[j]);
            }

            if (foresight.Tangents(_known[k], announced, Problem.To, _solver.Terminal!, Problem.Closure, known) is { } failure) { return failure; }
        }

        for (int i = 0; i < Problem.Goals.Count; i++)
        {
            var gradient = Problem.Goals[i].Quantity.Gradient(Paths);
            for (int j = 0; j < tangents.Count; j++)
            {
                double sum = 0.0;
                foreach (var part in gradient)
                {
                    if (part.Period >= Paths.Start && part.Change != 0.0) { sum += part.Change * tangents[j][part.Column, part.Period]; }
                }

                jacobian[(i * tangents.Count) + j] = sum;
            }
        }

        return null;
    }

    /// <summary>The derivatives by gradients, one pass a goal: the cheaper way for many instruments.</summary>
    /// <param name="jacobian">Receives them, goals x instruments, row-major.</param>
    /// <returns>Null, or why there are none: the model looks ahead, for instance.</returns>
    public SolveOutcome? Backward(double[] jacobian)
    {
        ArgumentNullException.ThrowIfNull(jacobian);
        if (_sensitivities is null) { return SolveFailures.LooksAhead(Problem.Baseline.Model); }
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
