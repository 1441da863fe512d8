using Plenum.Language.Expressions;

namespace Plenum.Engine.Derivatives;

/// <summary>Symbolic derivatives on the expression graph; equal parts of a function and its derivatives stay one node.</summary>
/// <remarks>
/// A kink (abs, min, max, if, comparisons) is differentiated on the side where the point lies. Cost of one derivative:
/// linear in the nodes between the root and the symbol. Iterative, so that a deep expression cannot overflow the stack.
/// Source: A. Griewank and A. Walther (2008), "Evaluating Derivatives", 2nd ed., chapter 2, for the rules.
/// </remarks>
public sealed class Differentiator
{
    private readonly ExpressionGraph _graph;
    private readonly Dictionary<(ExpressionId, int, int), ExpressionId> _known = [];

    /// <summary>Adds derivatives to <paramref name="graph"/>.</summary>
    public Differentiator(ExpressionGraph graph) => _graph = graph;

    /// <summary>The partial derivative of an expression by a symbol at a lag.</summary>
    public ExpressionId Derivative(ExpressionId root, int column, int lag = 0)
    {
        var pending = new Stack<(ExpressionId Id, bool Ready)>();
        pending.Push((root, false));
        while (pending.TryPop(out var item))
        {
            if (_known.ContainsKey((item.Id, column, lag))) { continue; }
            var node = _graph[item.Id];
            if (node.Operation is Operation.Constant or Operation.Symbol)
            {
                bool same = node.Operation == Operation.Symbol && node.Symbol == column && node.Lag == lag;
                _known[(item.Id, column, lag)] = same ? _graph.One : _graph.Zero;
            }
            else if (item.Ready)
            {
                _known[(item.Id, column, lag)] = Combine(item.Id, node, column, lag);
            }
            else
            {
                pending.Push((item.Id, true));
                pending.Push((node.A, false));
                if (!node.B.IsNone) { pending.Push((node.B, false)); }
                if (!node.C.IsNone) { pending.Push((node.C, false)); }
            }
        }

        return _known[(root, column, lag)];
    }

    private ExpressionId Combine(ExpressionId self, ExpressionNode node, int column, int lag)
    {
        var g = _graph;
        var (a, b) = (node.A, node.B);
        var da = _known[(a, column, lag)];
        var db = b.IsNone ? g.Zero : _known[(b, column, lag)];
        bool aMoves = da != g.Zero;
        bool bMoves = db != g.Zero;
        if (!aMoves && !bMoves && (node.C.IsNone || _known[(node.C, column, lag)] == g.Zero)) { return g.Zero; }
        return node.Operation switch
        {
            Operation.Negate => g.Negate(da),
            Operation.Log => g.Divide(da, a),
            Operation.Exp => g.Multiply(da, self),
            Operation.Sqrt => g.Divide(g.Multiply(g.Constant(0.5), da), self),
            Operation.Abs => g.Multiply(da, g.Unary(Operation.Sign, a)),
            Operation.Softplus => g.Multiply(da, g.Unary(Operation.Logistic, a)),
            Operation.Logistic => g.Multiply(da, g.Multiply(self, g.Subtract(g.One, self))),
            Operation.Add => g.Add(da, db),
            Operation.Subtract => g.Subtract(da, db),
            Operation.Multiply => g.Add(g.Multiply(da, b), g.Multiply(a, db)),
            Operation.Divide when !bMoves => g.Divide(da, b),
            Operation.Divide => g.Divide(g.Subtract(da, g.Multiply(self, db)), b),
            Operation.Power when !bMoves => g.Multiply(da, g.Multiply(b, g.Power(a, g.Subtract(b, g.One)))),
            Operation.Power when !aMoves => g.Multiply(db, g.Multiply(self, g.Log(a))),
            Operation.Power => g.Multiply(self, g.Add(g.Multiply(db, g.Log(a)), g.Divide(g.Multiply(b, da), a))),
            Operation.Min => g.If(g.Binary(Operation.LessOrEqual, a, b), da, db),
            Operation.Max => g.If(g.Binary(Operation.LessOrEqual, b, a), da, db),
            Operation.If => g.If(a, db, _known[(node.C, column, lag)]),
            _ => g.Zero,
        };
    }
}
