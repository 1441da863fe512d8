using Plenum.Engine.Derivatives;
using Plenum.Language.Expressions;

namespace Plenum.Tests.Engine;

public sealed class DerivativeTests
{
    [Fact]
    public void Derivative_is_the_limit_of_finite_differences() =>
        Gen.Select(RandomExpressions.Any, RandomExpressions.Values, Gen.Int[0, RandomExpressions.Symbols - 1]).Sample((expression, values, symbol) =>
        {
            var (graph, root) = expression;
            var derivative = new Differentiator(graph).Derivative(root, symbol);
            if (!IsSmoothNear(graph, root, values)) { return; }
            double exact = RandomExpressions.Evaluate(graph, derivative, values);
            double approximate = FourthOrderDifference(graph, root, values, symbol);
            Assert.Equal(exact, approximate, 2e-6 * Math.Max(1.0, Math.Abs(exact)));
        }, iter: 2000);

    [Fact]
    public void Derivative_by_a_lag_leaves_the_present_alone()
    {
        var graph = new ExpressionGraph();
        var product = graph.Multiply(graph.Symbol(0), graph.Symbol(0, -1));
        var differentiator = new Differentiator(graph);
        Assert.Equal(graph.Symbol(0, -1), differentiator.Derivative(product, 0));
        Assert.Equal(graph.Symbol(0), differentiator.Derivative(product, 0, -1));
    }

    [Fact]
    public void Deep_expression_does_not_overflow_the_stack()
    {
        var graph = new ExpressionGraph();
        var root = graph.Symbol(0);
        for (int i = 0; i < 200_000; i++) { root = graph.Unary(Operation.Logistic, graph.Add(root, graph.Symbol(1))); }
        Assert.False(new Differentiator(graph).Derivative(root, 0).IsNone);
    }

    private static double FourthOrderDifference(ExpressionGraph graph, ExpressionId root, double[] values, int symbol)
    {
        const double Step = 1e-3;
        return ((8.0 * (At(Step) - At(-Step))) - (At(2 * Step) - At(-2 * Step))) / (12.0 * Step);

        double At(double change)
        {
            var moved = (double[])values.Clone();
            moved[RandomExpressions.Symbols + symbol] += change;
            return RandomExpressions.Evaluate(graph, root, moved);
        }
    }

    /// <summary>Whether no kink (max, if) switches side within the steps of the finite difference.</summary>
    private static bool IsSmoothNear(ExpressionGraph graph, ExpressionId root, double[] values)
    {
        var seen = new HashSet<ExpressionId>();
        var pending = new Stack<ExpressionId>([root]);
        while (pending.TryPop(out var id))
        {
            if (id.IsNone || !seen.Add(id)) { continue; }
            var node = graph[id];
            if (node.Operation is Operation.Max or Operation.Less && Math.Abs(RandomExpressions.Evaluate(graph, node.A, values) - RandomExpressions.Evaluate(graph, node.B, values)) < 0.05) { return false; }
            pending.Push(node.A);
            pending.Push(node.B);
            pending.Push(node.C);
        }

        return true;
    }
}
