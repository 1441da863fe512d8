using Plenum.Engine.Structure;
using Plenum.Language.Expressions;

namespace Plenum.Tests.Engine;

public sealed class IsolationTests
{
    [Fact]
    public void Isolated_variable_satisfies_its_equation() =>
        Gen.Select(Gen.Int[0, 1_000_000], RandomExpressions.Values).Sample((seed, values) =>
        {
            var graph = new ExpressionGraph();
            var random = new Random(seed);
            var left = graph.Symbol(0);
            for (int i = 0; i < 6; i++) { left = Wrap(graph, random, left); }
            double at = RandomExpressions.Evaluate(graph, left, values);
            if (!double.IsFinite(at)) { return; }
            var solved = Isolation.Solve(graph, left, graph.Constant(at), 0);
            Assert.False(solved.IsNone);
            double found = RandomExpressions.Evaluate(graph, solved, values);
            Assert.Equal(values[RandomExpressions.Symbols], found, 1e-7);
        }, iter: 2000);

    [Fact]
    public void Log_change_becomes_growth_from_the_lag_without_a_logarithm()
    {
        var graph = new ExpressionGraph();
        var change = graph.Subtract(graph.Log(graph.Symbol(0)), graph.Log(graph.Symbol(0, -1)));
        var solved = Isolation.Solve(graph, change, graph.Symbol(1), 0);
        Assert.Equal(graph.Multiply(graph.Symbol(0, -1), graph.Exp(graph.Symbol(1))), solved);
    }

    [Fact]
    public void Variable_in_two_places_is_left_to_iteration()
    {
        var graph = new ExpressionGraph();
        var twice = graph.Add(graph.Symbol(0), graph.Log(graph.Symbol(0)));
        Assert.True(Isolation.Solve(graph, twice, graph.Symbol(1), 0).IsNone);
    }

    private static ExpressionId Wrap(ExpressionGraph g, Random random, ExpressionId a) => random.Next(8) switch
    {
        0 => g.Add(a, g.Symbol(1)),
        1 => g.Subtract(g.Symbol(2), a),
        2 => g.Multiply(g.Symbol(3), a),
        3 => g.Divide(a, g.Symbol(1, -1)),
        4 => g.Exp(g.Multiply(g.Constant(0.1), a)),
        5 => g.Subtract(g.Log(g.Unary(Operation.Exp, g.Multiply(g.Constant(0.1), a))), g.Log(g.Symbol(2, -1))),
        6 => g.Negate(a),
        _ => g.Subtract(a, g.Symbol(3, -1)),
    };
}
