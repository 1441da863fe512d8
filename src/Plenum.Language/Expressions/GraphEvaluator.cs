namespace Plenum.Language.Expressions;

/// <summary>Works out expressions for given values of the symbols, node by node: the plain reference for every compiled kernel.</summary>
/// <remarks>Shared parts are computed once; the depth of an expression costs no stack. Not safe for concurrent use.</remarks>
public sealed class GraphEvaluator
{
    private readonly ExpressionGraph _graph;
    private readonly int[] _order;
    private readonly double[] _values;
    private readonly Dictionary<int, int> _slotOfNode = [];

    /// <summary>Prepares the evaluation of some expressions and all they consist of.</summary>
    public GraphEvaluator(ExpressionGraph graph, IEnumerable<ExpressionId> roots)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(roots);
        _graph = graph;
        var reached = new HashSet<int>();
        var stack = new Stack<ExpressionId>(roots);
        while (stack.TryPop(out var id))
        {
            if (id.IsNone || !reached.Add(id.Index)) { continue; }
            stack.Push(graph[id].A);
            stack.Push(graph[id].B);
            stack.Push(graph[id].C);
        }

        _order = [.. reached.Order()];
        _values = new double[_order.Length];
        for (int slot = 0; slot < _order.Length; slot++) { _slotOfNode[_order[slot]] = slot; }
    }

    /// <summary>The value of a prepared expression after the last <see cref="Evaluate(Func{int, int, double})"/>.</summary>
    /// <exception cref="KeyNotFoundException">The expression was not among those prepared.</exception>
    public double this[ExpressionId id] => _values[_slotOfNode[id.Index]];

    /// <summary>The value of one expression.</summary>
    /// <param name="graph">The graph it stands in.</param>
    /// <param name="id">The expression.</param>
    /// <param name="value">The value of a symbol by column and lag.</param>
    public static double Evaluate(ExpressionGraph graph, ExpressionId id, Func<int, int, double> value)
    {
        var evaluator = new GraphEvaluator(graph, [id]);
        evaluator.Evaluate(value);
        return evaluator[id];
    }

    /// <summary>Works out all prepared expressions.</summary>
    /// <param name="value">The value of a symbol by column and lag (negative) or lead (positive).</param>
    public void Evaluate(Func<int, int, double> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        for (int slot = 0; slot < _order.Length; slot++)
        {
            var node = _graph[new ExpressionId(_order[slot])];
            _values[slot] = node.Operation switch
            {
                Operation.Constant => node.Value,
                Operation.Symbol => value(node.Symbol, node.Lag),
                Operation.If => this[node.A] != 0.0 ? this[node.B] : this[node.C],
                _ when node.B.IsNone => Evaluation.Apply(node.Operation, this[node.A]),
                _ => Evaluation.Apply(node.Operation, this[node.A], this[node.B]),
            };
        }
    }
}
