using Plenum.Engine.Closures;
using Plenum.Engine.Structure;
using Plenum.Language.Binding;
using Plenum.Language.Expressions;

namespace Plenum.Engine.Solving.PeriodByPeriod;

/// <summary>Finds out, when a window could not be solved, what a reader needs to know about it.</summary>
internal static class SolveFailures
{
    private const int MostNamed = 5;

    /// <summary>A run of substitutions produced a value that is not finite.</summary>
    public static SolveOutcome.OutOfDomain Straight(Paths paths, SolutionPlan plan, SolutionStep step, int t) =>
        OutOfDomain(paths, plan.Structure.Graph, step.Equations, t, 0) ?? throw new InvalidOperationException("No equation of the run failed.");

    /// <summary>A simultaneous block was not solved.</summary>
    public static SolveOutcome Block(Paths paths, SolutionPlan plan, TornBlock block, BlockResult result, int t, SolverOptions options)
    {
        var model = paths.Model;
        var equations = block.Structure.Explicit.Concat(block.Structure.Feedback).ToList();
        if (result.Status == BlockStatus.OutOfDomain && OutOfDomain(paths, plan.Structure.Graph, equations, t, result.Iterations) is { } outside) { return outside; }
        if (result.Status == BlockStatus.Singular)
        {
            var feedback = block.Structure.Feedback;
            var deficient = feedback[Math.Max(0, block.DeficientFeedback)];
            return new SolveOutcome.Singular(
                paths.Start + t,
                [.. equations.Prepend(deficient).Select(s => model.Equations[s.Equation]).Distinct()],
                [.. feedback.Prepend(deficient).Select(s => model.Symbols[s.Unknown]).Distinct()]);
        }

        var evaluator = new GraphEvaluator(model.Graph, equations.Select(s => model.Equations[s.Equation]).SelectMany(e => new[] { e.Left, e.Right }));
        evaluator.Evaluate((column, lag) => paths.Row(t + lag)[column]);
        var residuals = equations.Select(s => model.Equations[s.Equation]).Select(e => new EquationResidual(e, evaluator[e.Left] - evaluator[e.Right]))
            .OrderByDescending(r => double.IsNaN(r.Residual) ? double.PositiveInfinity : Math.Abs(r.Residual)).ToList();
        double accepted = options.RoundingTolerance;
        var worst = residuals.TakeWhile((r, rank) => rank == 0 || !(Math.Abs(r.Residual) <= accepted)).Take(MostNamed);
        return new SolveOutcome.Stalled(paths.Start + t, result.Iterations, result.Residual, accepted, [.. worst]);
    }

    /// <summary>Lists the values that are missing from here to the end of the window.</summary>
    /// <remarks>What a later period determines itself is not missing there.</remarks>
    public static SolveOutcome.MissingValues Missing(Paths paths, SolutionPlan plan, Closure? closure, int first, int last)
    {
        var model = paths.Model;
        var endogenised = (closure?.Swaps ?? []).Select(s => s.Endogenised).ToHashSet();
        var missing = new SortedSet<(int Row, int Column, int Lag)>(Comparer<(int Row, int Column, int Lag)>.Create((a, b) => (a.Row, a.Column).CompareTo((b.Row, b.Column))));
        foreach (var (column, lag) in plan.Given)
        {
            bool isGivenThroughout = model.Symbols[column].Role != Role.Endogenous && !endogenised.Contains(column);
            for (int t = first; t <= (isGivenThroughout ? last : first); t++)
            {
                if (!double.IsFinite(paths.Row(t + lag)[column])) { missing.Add((t + lag, column, lag)); }
            }
        }

        return new SolveOutcome.MissingValues([.. missing.Take(MostNamed).Select(m => new MissingValue(paths.Start + m.Row, FindRead(model, m.Column, m.Lag)))], missing.Count);
    }

    /// <summary>The window begins before the model's deepest lag can be read.</summary>
    public static SolveOutcome.NoHistory NoHistory(Paths paths, int first)
    {
        var deepest = Reads(paths.Model).First(r => r.Lag == paths.Model.Reach.Lag);
        return new SolveOutcome.NoHistory(paths.Start + first, paths.Start, deepest);
    }

    /// <summary>The first few equations with leads, each with one.</summary>
    public static SolveOutcome.LooksAhead LooksAhead(BoundModel model) =>
        new([.. Reads(model).Where(r => r.Lag > 0).DistinctBy(r => r.Equation).Take(MostNamed)]);

    /// <summary>The first of some equations that could not be computed, and why; null where all can be.</summary>
    public static SolveOutcome.OutOfDomain? OutOfDomain(Paths paths, ExpressionGraph graph, IEnumerable<SolvedEquation> candidates, int t, int iterations)
    {
        foreach (var solved in candidates)
        {
            var equation = paths.Model.Equations[solved.Equation];
            var trace = solved.Assignment.IsNone
                ? new DomainTrace(paths, graph, t, equation.Left, equation.Right)
                : new DomainTrace(paths, graph, t, solved.Assignment);
            var failure = trace.FindFailure();
            if (failure.IsNone) { continue; }
            bool isWritten = failure.Index < paths.Model.Graph.Count;
            string operation = trace.Describe(failure) + (isWritten ? "" : $" when solved for '{paths.Model.Symbols[solved.Unknown].Name}'");
            return new SolveOutcome.OutOfDomain(paths.Start + t, equation, trace.FaultOf(failure), operation, trace.CausesOf(failure), iterations);
        }

        return null;
    }

    /// <summary>The first equation that reads a name at a lag.</summary>
    public static EquationRead FindRead(BoundModel model, int column, int lag) => Reads(model).First(r => r.Symbol.Column == column && r.Lag == lag);

    /// <summary>Every name that every equation reads, in order of the equations.</summary>
    private static IEnumerable<EquationRead> Reads(BoundModel model)
    {
        foreach (var equation in model.Equations)
        {
            var symbols = new HashSet<(int Column, int Lag)>();
            model.Graph.CollectSymbols([equation.Left, equation.Right], symbols);
            foreach (var (column, lag) in symbols.Order()) { yield return new EquationRead(equation, model.Symbols[column], lag); }
        }
    }
}
