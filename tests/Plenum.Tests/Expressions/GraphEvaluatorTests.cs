using Plenum.Language.Expressions;

namespace Plenum.Tests.Expressions;

public sealed class GraphEvaluatorTests
{
    [Fact]
    public void An_expression_has_the_value_of_its_formula() => Gen.Select(Gen.Double[0.1, 5.0], Gen.Double[0.1, 5.0]).Sample((x, before) =>
    {
        var graph = new ExpressionGraph();
        var (now, lagged) = (graph.Symbol(3), graph.Symbol(3, -1));
        var growth = graph.Log(graph.Divide(now, lagged));
        var sum = graph.Add(graph.Power(growth, graph.Constant(2.0)), graph.If(graph.Binary(Operation.Less, now, lagged), graph.Negate(now), graph.Exp(lagged)));
        double expected = Math.Pow(Math.Log(x / before), 2.0) + (x < before ? -x : Math.Exp(before));
        Assert.Equal(expected, GraphEvaluator.Evaluate(graph, sum, (column, lag) => (column, lag) == (3, 0) ? x : before), 12);
    });

    [Fact]
    public void Parts_can_be_read_after_one_pass()
    {
        var graph = new ExpressionGraph();
        var (a, b) = (graph.Symbol(0), graph.Symbol(1));
        var (sum, product) = (graph.Add(a, b), graph.Multiply(a, b));
        var evaluator = new GraphEvaluator(graph, [sum, product]);
        evaluator.Evaluate((column, _) => column + 2.0);
        Assert.Equal((5.0, 6.0), (evaluator[sum], evaluator[product]));
        Assert.Throws<KeyNotFoundException>(() => evaluator[graph.Constant(99.0)]);
    }

    [Fact]
    public void Depth_costs_no_stack()
    {
        var graph = new ExpressionGraph();
        var nested = graph.Symbol(0);
        for (int k = 0; k < 50_001; k++) { nested = graph.Unary(Operation.Abs, graph.Subtract(nested, graph.One)); }
        Assert.Equal(1.0, GraphEvaluator.Evaluate(graph, nested, (_, _) => 0.0));
    }
}
