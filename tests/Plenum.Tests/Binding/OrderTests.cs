using Plenum.Language.Binding;
using Plenum.Language.Expressions;

namespace Plenum.Tests.Binding;

public class OrderTests
{
    private static readonly string[] s_statements =
    [
        "set partner = us, eu, asean",
        "subset far of partner = asean, us",
        "unit yuan = currency",
        "unit rate = yuan/quarter",
        "exogenous demand[partner] : rate",
        "exogenous cost : rate",
        "parameter weight[partner] = { us: 0.5, eu: 0.3, asean: 0.2 }",
        "parameter speed = 0.25",
        "endogenous price : rate",
        "behavioural exports[p in far] : rate\n  exports[p] = speed * (demand[p] * weight[p] - cost(-1)) + price",
        "identity exports[eu] : rate\n  exports[eu] = max(demand[eu], cost, price(-1))",
        "identity total : rate\n  total = sum(p in partner: weight[p] * exports[p]) - diff4(cost) / 2 * 1",
        "behavioural price\n  price = ma(price(-1), 3) + pos(total - cost, width 0.1)",
    ];

    [Fact]
    public void The_order_of_statements_changes_nothing_but_the_order_of_columns()
    {
        var expected = Residuals(Models.Bind(string.Join('\n', s_statements)));
        Gen.Shuffle(s_statements).Sample(statements =>
        {
            var residuals = Residuals(Models.Bind(string.Join('\n', statements)));
            Assert.Equal(expected.Keys, residuals.Keys);
            Assert.All(expected, e => Assert.Equal(e.Value, residuals[e.Key], 1e-12));
        }, iter: 200);
    }

    /// <summary>Left minus right of every equation, where each name has a value of its own that does not depend on its column.</summary>
    private static SortedDictionary<string, double> Residuals(BoundModel model)
    {
        var values = new double[model.Graph.Count];
        for (int i = 0; i < values.Length; i++) { values[i] = Evaluate(model, model.Graph[new ExpressionId(i)], values); }
        var residuals = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var equation in model.Equations) { residuals.Add(equation.Name, values[equation.Left.Index] - values[equation.Right.Index]); }
        return residuals;
    }

    private static double Evaluate(BoundModel model, ExpressionNode node, double[] values) => node.Operation switch
    {
        Operation.Constant => node.Value,
        Operation.Symbol => 1.0 + model.Symbols[node.Symbol].Name.Sum(c => c * 0.01) + 0.1 * node.Lag,
        _ when node.B.IsNone => Evaluation.Apply(node.Operation, values[node.A.Index]),
        _ => Evaluation.Apply(node.Operation, values[node.A.Index], values[node.B.Index]),
    };
}
