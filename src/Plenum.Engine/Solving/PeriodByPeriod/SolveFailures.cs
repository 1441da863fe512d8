using System.Globalization;
using Plenum.Engine.Structure;
using Plenum.Language.Binding;
using Plenum.Language.Expressions;

namespace Plenum.Engine.Solving.PeriodByPeriod;

/// <summary>Finds out, after a period could not be solved, what a reader needs to know about it.</summary>
internal static class SolveFailures
{
    private const int MostNamed = 5;

    /// <summary>A run of substitutions produced a value that is not finite.</summary>
    public static SolveOutcome.OutOfDomain Straight(Paths paths, SolutionPlan plan, SolutionStep step, int t)
    {
        foreach (var solved in step.Equations)
        {
            if (!double.IsFinite(paths.Row(t)[solved.Unknown])) { return OutOfDomain(paths, plan.Structure.Graph, solved, t, 0); }
        }

        throw new InvalidOperationException("No equation of the run failed.");
    }

    /// <summary>A simultaneous block was not solved.</summary>
    public static SolveOutcome Block(Paths paths, SolutionPlan plan, TornBlock block, BlockResult result, int t, SolverOptions options)
    {
        var model = paths.Model;
        var equations = block.Structure.Explicit.Concat(block.Structure.Feedback).ToList();
        if (result.Status == BlockStatus.OutOfDomain)
        {
            foreach (var solved in equations)
            {
                if (FailingOperation(paths, plan.Structure.Graph, solved, t) is not null) { return OutOfDomain(paths, plan.Structure.Graph, solved, t, result.Iterations); }
            }
        }

        if (result.Status == BlockStatus.Singular)
        {
            var feedback = block.Structure.Feedback;
            var ordered = feedback.Skip(Math.Max(0, block.DeficientFeedback)).Concat(feedback).DistinctBy(s => s.Unknown);
            return new SolveOutcome.Singular(paths.Start + t, [.. equations.Select(s => model.Equations[s.Equation].Name)], [.. ordered.Select(s => model.Symbols[s.Unknown].Name)]);
        }

        var evaluator = Evaluator(paths, plan.Structure.Graph, t);
        var residuals = equations.Select(s => model.Equations[s.Equation]).Select(e => new EquationResidual(e.Name, e.Span.ToString(), evaluator(e.Left) - evaluator(e.Right)))
            .OrderByDescending(r => double.IsNaN(r.Residual) ? double.PositiveInfinity : Math.Abs(r.Residual)).Take(MostNamed);
        return new SolveOutcome.Stalled(paths.Start + t, result.Iterations, result.Residual, options.Tolerance, [.. residuals]);
    }

    /// <summary>Lists the values that are missing from here to the end of the window.</summary>
    public static SolveOutcome.MissingValues Missing(Paths paths, SolutionPlan plan, int first, int last)
    {
        var missing = new SortedSet<(int Row, int Column)>();
        foreach (var (column, lag) in plan.Given)
        {
            bool isGiven = paths.Model.Symbols[column].Role != Role.Endogenous;
            for (int t = first; t <= (isGiven ? last : first); t++)
            {
                if (!double.IsFinite(paths.Row(t + lag)[column])) { missing.Add((t + lag, column)); }
            }
        }

        var named = missing.Take(MostNamed).Select(m => (paths.Model.Symbols[m.Column].Name, paths.Start + m.Row)).ToList();
        return new SolveOutcome.MissingValues(named, missing.Count);
    }

    /// <summary>An equation could not be computed.</summary>
    public static SolveOutcome.OutOfDomain OutOfDomain(Paths paths, ExpressionGraph graph, SolvedEquation solved, int t, int iterations)
    {
        var model = paths.Model;
        var equation = model.Equations[solved.Equation];
        var failing = FailingOperation(paths, graph, solved, t);
        var (operation, variable, value) = failing ?? ("a number too large", model.Symbols[solved.Unknown].Name, paths.Row(t)[solved.Unknown]);
        return new SolveOutcome.OutOfDomain(paths.Start + t, equation.Name, equation.Span.ToString(), operation, variable, value, iterations);
    }

    /// <summary>The first operation of an equation whose operands are finite and whose result is not.</summary>
    private static (string Operation, string Variable, double Value)? FailingOperation(Paths paths, ExpressionGraph graph, SolvedEquation solved, int t)
    {
        var equation = paths.Model.Equations[solved.Equation];
        var roots = solved.Assignment.IsNone ? new[] { equation.Left, equation.Right } : [solved.Assignment, equation.Left, equation.Right];
        var evaluate = Evaluator(paths, graph, t);
        foreach (var id in Below(graph, roots).Order())
        {
            var node = graph[id];
            if (node.Operation is Operation.Constant or Operation.Symbol || double.IsFinite(evaluate(id))) { continue; }
            double a = evaluate(node.A);
            double b = node.B.IsNone ? 0.0 : evaluate(node.B);
            if (!double.IsFinite(a) || !double.IsFinite(b)) { continue; }
            var culprit = node.Operation is Operation.Divide or Operation.Power && b is <= 0.0 && node.Operation == Operation.Divide ? node.B : node.A;
            var (name, value) = Variable(paths, graph, culprit, t);
            return (Describe(node.Operation, a, b), name, value);
        }

        return null;
    }

    private static string Describe(Operation operation, double a, double b) => operation switch
    {
        Operation.Divide => string.Create(CultureInfo.InvariantCulture, $"{a:G4} / {b:G4}"),
        Operation.Power => string.Create(CultureInfo.InvariantCulture, $"({a:G4}) ^ {b:G4}"),
        Operation.Add or Operation.Subtract or Operation.Multiply => string.Create(CultureInfo.InvariantCulture, $"a number too large ({a:G4} and {b:G4})"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{operation.ToString().ToLowerInvariant()}({a:G4})"),
    };

    /// <summary>The variable to name: the one at fault itself, or of those in the expression the one that is least positive.</summary>
    private static (string Name, double Value) Variable(Paths paths, ExpressionGraph graph, ExpressionId id, int t)
    {
        var symbols = new HashSet<(int Column, int Lag)>();
        graph.CollectSymbols([id], symbols);
        return symbols
            .Select(s => (Symbol: paths.Model.Symbols[s.Column], s.Lag, Value: paths.Row(t + s.Lag)[s.Column]))
            .Where(s => s.Symbol.Role != Role.Parameter)
            .OrderBy(s => s.Value)
            .Select(s => (s.Lag == 0 ? s.Symbol.Name : string.Create(CultureInfo.InvariantCulture, $"{s.Symbol.Name}({s.Lag})"), s.Value))
            .FirstOrDefault(("a constant", double.NaN));
    }

    private static HashSet<ExpressionId> Below(ExpressionGraph graph, IEnumerable<ExpressionId> roots)
    {
        var seen = new HashSet<ExpressionId>();
        var pending = new Stack<ExpressionId>(roots);
        while (pending.TryPop(out var id))
        {
            if (id.IsNone || !seen.Add(id)) { continue; }
            var node = graph[id];
            pending.Push(node.A);
            pending.Push(node.B);
            pending.Push(node.C);
        }

        return seen;
    }

    /// <summary>Evaluates expressions at one period by the reference meaning of each operation.</summary>
    private static Func<ExpressionId, double> Evaluator(Paths paths, ExpressionGraph graph, int t)
    {
        var known = new Dictionary<ExpressionId, double>();
        return root =>
        {
            foreach (var id in Below(graph, [root]).Order())
            {
                if (known.ContainsKey(id)) { continue; }
                var node = graph[id];
                known[id] = node.Operation switch
                {
                    Operation.Constant => node.Value,
                    Operation.Symbol => paths.Row(t + node.Lag)[node.Symbol],
                    Operation.If => known[node.A] != 0.0 ? known[node.B] : known[node.C],
                    _ when node.B.IsNone => Evaluation.Apply(node.Operation, known[node.A]),
                    _ => Evaluation.Apply(node.Operation, known[node.A], known[node.B]),
                };
            }

            return known[root];
        };
    }
}
