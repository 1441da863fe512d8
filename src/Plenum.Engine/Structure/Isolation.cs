using Plenum.Language.Expressions;

namespace Plenum.Engine.Structure;

/// <summary>Solves an equation for one variable by undoing its operations, where the variable stands in one place.</summary>
public static class Isolation
{
    /// <summary>Rewrites <c>left = right</c> as <c>variable = expression</c>.</summary>
    /// <param name="graph">The graph, to which the rewritten expression is added.</param>
    /// <param name="left">Left-hand side.</param>
    /// <param name="right">Right-hand side.</param>
    /// <param name="column">The variable, at lag 0.</param>
    /// <returns>The expression, or <see cref="ExpressionId.None"/> where the variable stands in several places or under an operation that has no single inverse.</returns>
    public static ExpressionId Solve(ExpressionGraph graph, ExpressionId left, ExpressionId right, int column)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var occurrences = new Dictionary<ExpressionId, int>();
        int inLeft = Occurrences(graph, left, column, occurrences);
        int inRight = Occurrences(graph, right, column, occurrences);
        if (inLeft + inRight != 1) { return ExpressionId.None; }
        var (holder, other) = inLeft == 1 ? (left, right) : (right, left);
        while (true)
        {
            var node = graph[holder];
            if (node.Operation == Operation.Symbol) { return other; }
            bool inA = occurrences[node.A] == 1;
            switch (node.Operation)
            {
                case Operation.Add: other = graph.Subtract(other, inA ? node.B : node.A); break;
                case Operation.Subtract when inA && IsLog(graph, node.A) && IsLog(graph, node.B):
                    // log(x) - log(y) = c is x = y * exp(c): one logarithm less, and no rounding through it.
                    other = graph.Multiply(graph[node.B].A, graph.Exp(other));
                    holder = graph[node.A].A;
                    continue;
                case Operation.Subtract: other = inA ? graph.Add(other, node.B) : graph.Subtract(node.A, other); break;
                case Operation.Multiply: other = graph.Divide(other, inA ? node.B : node.A); break;
                case Operation.Divide: other = inA ? graph.Multiply(other, node.B) : graph.Divide(node.A, other); break;
                case Operation.Negate: other = graph.Negate(other); break;
                case Operation.Log: other = graph.Exp(other); break;
                case Operation.Exp: other = graph.Log(other); break;
                case Operation.Sqrt: other = graph.Multiply(other, other); break;
                default: return ExpressionId.None;
            }

            holder = inA ? node.A : node.B;
        }
    }

    private static bool IsLog(ExpressionGraph graph, ExpressionId id) => graph[id].Operation == Operation.Log;

    /// <summary>In how many places of the written expression the variable stands; counting stops at two.</summary>
    private static int Occurrences(ExpressionGraph graph, ExpressionId root, int column, Dictionary<ExpressionId, int> counts)
    {
        var pending = new Stack<(ExpressionId Id, bool Ready)>();
        pending.Push((root, false));
        while (pending.TryPop(out var item))
        {
            if (item.Id.IsNone || counts.ContainsKey(item.Id)) { continue; }
            var node = graph[item.Id];
            if (node.Operation is Operation.Symbol or Operation.Constant)
            {
                counts[item.Id] = node.Operation == Operation.Symbol && node.Symbol == column && node.Lag == 0 ? 1 : 0;
            }
            else if (item.Ready)
            {
                int count = counts[node.A] + (node.B.IsNone ? 0 : counts[node.B]) + (node.C.IsNone ? 0 : counts[node.C]);
                counts[item.Id] = Math.Min(2, count);
            }
            else
            {
                pending.Push((item.Id, true));
                pending.Push((node.A, false));
                pending.Push((node.B, false));
                pending.Push((node.C, false));
            }
        }

        return counts[root];
    }
}
