using Plenum.Language.Expressions;

namespace Plenum.Tests.Engine;

/// <summary>Random expressions over a few symbols, smooth and inside their domains for values near 1.</summary>
internal static class RandomExpressions
{
    public const int Symbols = 4;

    /// <summary>A graph with one random expression of some ten to a hundred operations.</summary>
    public static Gen<(ExpressionGraph Graph, ExpressionId Root)> Any { get; } =
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[8, 60]).Select((seed, size) => Build(new Random(seed), size));

    /// <summary>Values between 0.5 and 2 for every symbol at lags 0 and -1.</summary>
    public static Gen<double[]> Values { get; } = Gen.Double[0.5, 2.0].Array[2 * Symbols];

    /// <summary>Evaluates by the reference meaning of each operation; row 1 of the values is the present.</summary>
    public static double Evaluate(ExpressionGraph graph, ExpressionId root, double[] values)
    {
        var node = graph[root];
        return node.Operation switch
        {
            Operation.Constant => node.Value,
            Operation.Symbol => values[((1 + node.Lag) * Symbols) + node.Symbol],
            Operation.If => Evaluate(graph, node.A, values) != 0.0 ? Evaluate(graph, node.B, values) : Evaluate(graph, node.C, values),
            _ when node.B.IsNone => Evaluation.Apply(node.Operation, Evaluate(graph, node.A, values)),
            _ => Evaluation.Apply(node.Operation, Evaluate(graph, node.A, values), Evaluate(graph, node.B, values)),
        };
    }

    private static (ExpressionGraph Graph, ExpressionId Root) Build(Random random, int size)
    {
        var graph = new ExpressionGraph();
        var pool = new List<ExpressionId> { graph.Constant(0.5), graph.Constant(1.25) };
        for (int s = 0; s < Symbols; s++)
        {
            pool.Add(graph.Symbol(s));
            pool.Add(graph.Symbol(s, -1));
        }

        for (int i = 0; i < size; i++) { pool.Add(Grow(graph, random, Pick(), Pick())); }
        return (graph, pool[^1]);

        ExpressionId Pick() => pool[random.Next(Math.Max(0, pool.Count - 12), pool.Count)];
    }

    /// <summary>Keeps every part between about 0.1 and 10, so that random compositions neither explode nor leave a domain.</summary>
    private static ExpressionId Grow(ExpressionGraph g, Random random, ExpressionId a, ExpressionId b) => random.Next(12) switch
    {
        0 => g.Multiply(g.Constant(0.5), g.Add(a, b)),
        1 => g.Add(g.One, Squash(g, g.Subtract(a, b))),
        2 => g.Add(g.Constant(0.25), Squash(g, g.Multiply(a, b))),
        3 => g.Divide(a, g.Add(g.One, Squash(g, b))),
        4 => g.Log(g.Add(g.Constant(1.5), Squash(g, a))),
        5 => g.Exp(Squash(g, g.Negate(a))),
        6 => g.Unary(Operation.Sqrt, g.Add(g.One, Squash(g, a))),
        7 => g.Power(g.Add(g.One, Squash(g, a)), Squash(g, b)),
        8 => g.Unary(Operation.Softplus, a),
        9 => g.Binary(Operation.Max, a, g.Multiply(g.Constant(0.9), b)),
        10 => g.If(g.Binary(Operation.Less, a, b), g.Add(g.One, Squash(g, b)), g.Add(g.One, Squash(g, a))),
        _ => g.Power(g.Add(g.One, Squash(g, a)), g.Constant(random.Next(-3, 4))),
    };

    private static ExpressionId Squash(ExpressionGraph g, ExpressionId a) => g.Unary(Operation.Logistic, a);
}
