namespace Plenum.Language.Expressions;

/// <summary>
/// All expressions of a model as one directed acyclic graph in which equal expressions are one node, so that
/// whatever is computed from it computes a shared part once.
/// </summary>
/// <remarks>
/// Operands stand before their users, so a loop over the indices visits them in an order of evaluation. Building an
/// expression folds constants and drops neutral elements (x + 0, x * 1, x - x), and nothing that could change a result
/// by more than rounding. Source: A. P. Ershov (1958), "On programming of arithmetic operations", CACM 1(8), for
/// hash-consing. Not safe for concurrent building; a finished graph may be read by any number of threads.
/// </remarks>
public sealed class ExpressionGraph
{
    private readonly List<ExpressionNode> _nodes;
    private readonly Dictionary<ExpressionNode, ExpressionId> _index;
    private readonly Dictionary<(ExpressionId, int), ExpressionId> _shifted = [];

    /// <summary>An empty graph.</summary>
    public ExpressionGraph()
    {
        _nodes = [];
        _index = [];
    }

    private ExpressionGraph(ExpressionGraph other)
    {
        _nodes = [.. other._nodes];
        _index = new Dictionary<ExpressionNode, ExpressionId>(other._index);
    }

    /// <summary>The number 0.</summary>
    public ExpressionId Zero => Constant(0.0);

    /// <summary>The number 1.</summary>
    public ExpressionId One => Constant(1.0);

    /// <summary>The number of nodes.</summary>
    public int Count => _nodes.Count;

    /// <summary>The operation and operands of a node.</summary>
    public ExpressionNode this[ExpressionId id] => _nodes[id.Index];

    /// <summary>An independent graph with the same nodes under the same ids, to which more can be added.</summary>
    public ExpressionGraph Copy() => new(this);

    /// <summary>A number.</summary>
    public ExpressionId Constant(double value) => Intern(new ExpressionNode(Operation.Constant, ExpressionId.None, ExpressionId.None, ExpressionId.None, value == 0.0 ? 0.0 : value, -1, 0));

    /// <summary>The value of a symbol, by its column, at a lag (negative) or lead (positive).</summary>
    public ExpressionId Symbol(int column, int lag = 0) => Intern(new ExpressionNode(Operation.Symbol, ExpressionId.None, ExpressionId.None, ExpressionId.None, 0.0, column, lag));

    /// <summary>An operation on one operand.</summary>
    public ExpressionId Unary(Operation operation, ExpressionId a)
    {
        var node = this[a];
        if (node.Operation == Operation.Constant) { return Constant(Evaluation.Apply(operation, node.Value)); }
        if (operation == Operation.Negate && node.Operation == Operation.Negate) { return node.A; }
        if (operation == Operation.Negate && node.Operation == Operation.Subtract) { return Binary(Operation.Subtract, node.B, node.A); }
        return Intern(new ExpressionNode(operation, a, ExpressionId.None, ExpressionId.None, 0.0, -1, 0));
    }

    /// <summary>An operation on two operands.</summary>
    public ExpressionId Binary(Operation operation, ExpressionId a, ExpressionId b)
    {
        if (TryNumber(a, out double x) && TryNumber(b, out double y))
        {
            double folded = Evaluation.Apply(operation, x, y);
            if (double.IsFinite(folded)) { return Constant(folded); }
        }

        if (Simplify(operation, a, b) is { IsNone: false } simpler) { return simpler; }
        if (operation is Operation.Add or Operation.Multiply or Operation.Equal && b < a) { (a, b) = (b, a); }
        return Intern(new ExpressionNode(operation, a, b, ExpressionId.None, 0.0, -1, 0));
    }

    /// <summary><c>if(condition, then, otherwise)</c>.</summary>
    public ExpressionId If(ExpressionId condition, ExpressionId then, ExpressionId otherwise)
    {
        if (TryNumber(condition, out double truth)) { return truth != 0.0 ? then : otherwise; }
        return then == otherwise ? then : Intern(new ExpressionNode(Operation.If, condition, then, otherwise, 0.0, -1, 0));
    }

    /// <summary><c>a + b</c>.</summary>
    public ExpressionId Add(ExpressionId a, ExpressionId b) => Binary(Operation.Add, a, b);

    /// <summary><c>a - b</c>.</summary>
    public ExpressionId Subtract(ExpressionId a, ExpressionId b) => Binary(Operation.Subtract, a, b);

    /// <summary><c>a * b</c>.</summary>
    public ExpressionId Multiply(ExpressionId a, ExpressionId b) => Binary(Operation.Multiply, a, b);

    /// <summary><c>a / b</c>.</summary>
    public ExpressionId Divide(ExpressionId a, ExpressionId b) => Binary(Operation.Divide, a, b);

    /// <summary><c>a ^ b</c>.</summary>
    public ExpressionId Power(ExpressionId a, ExpressionId b) => Binary(Operation.Power, a, b);

    /// <summary><c>-a</c>.</summary>
    public ExpressionId Negate(ExpressionId a) => Unary(Operation.Negate, a);

    /// <summary>Natural logarithm.</summary>
    public ExpressionId Log(ExpressionId a) => Unary(Operation.Log, a);

    /// <summary>Exponential.</summary>
    public ExpressionId Exp(ExpressionId a) => Unary(Operation.Exp, a);

    /// <summary>Whether the expression is a number, and which.</summary>
    public bool TryNumber(ExpressionId id, out double value)
    {
        var node = this[id];
        value = node.Value;
        return node.Operation == Operation.Constant;
    }

    /// <summary>The same expression with every symbol for which <paramref name="moves"/> is true moved by <paramref name="leads"/> periods.</summary>
    /// <remarks>Walks without recursion, so that a sum of thousands of terms cannot exhaust the stack; one graph takes one <paramref name="moves"/>.</remarks>
    /// <param name="id">The expression.</param>
    /// <param name="leads">Periods to move ahead; negative is a lag.</param>
    /// <param name="moves">Whether a symbol's column changes over time; null moves all.</param>
    public ExpressionId Shift(ExpressionId id, int leads, Func<int, bool>? moves = null)
    {
        if (leads == 0 || id.IsNone) { return id; }
        var pending = new Stack<ExpressionId>();
        pending.Push(id);
        while (pending.TryPeek(out var next))
        {
            if (_shifted.ContainsKey((next, leads))) { pending.Pop(); continue; }
            var node = this[next];
            bool isReady = IsShifted(node.A, leads, pending) & IsShifted(node.B, leads, pending) & IsShifted(node.C, leads, pending);
            if (!isReady) { continue; }
            pending.Pop();
            _shifted[(next, leads)] = node.Operation switch
            {
                Operation.Constant => next,
                Operation.Symbol => moves is null || moves(node.Symbol) ? Symbol(node.Symbol, node.Lag + leads) : next,
                _ => Rebuild(node, Shifted(node.A, leads), Shifted(node.B, leads), Shifted(node.C, leads)),
            };
        }

        return _shifted[(id, leads)];
    }

    /// <summary>Whether an operand has been moved already; if not, puts it in line.</summary>
    private bool IsShifted(ExpressionId operand, int leads, Stack<ExpressionId> pending)
    {
        if (operand.IsNone || _shifted.ContainsKey((operand, leads))) { return true; }
        pending.Push(operand);
        return false;
    }

    private ExpressionId Shifted(ExpressionId operand, int leads) => operand.IsNone ? operand : _shifted[(operand, leads)];

    /// <summary>The same operation on other operands, simplified where that is possible.</summary>
    public ExpressionId Rebuild(ExpressionNode node, ExpressionId a, ExpressionId b, ExpressionId c) => node.Operation switch
    {
        Operation.Constant or Operation.Symbol => Intern(node),
        Operation.If => If(a, b, c),
        _ when b.IsNone => Unary(node.Operation, a),
        _ => Binary(node.Operation, a, b),
    };

    /// <summary>Adds every symbol that the expressions read, as (column, lag), to <paramref name="found"/>.</summary>
    /// <remarks>Cost: linear in the number of distinct nodes reached.</remarks>
    public void CollectSymbols(IEnumerable<ExpressionId> roots, ISet<(int Column, int Lag)> found)
    {
        ArgumentNullException.ThrowIfNull(roots);
        ArgumentNullException.ThrowIfNull(found);
        var seen = new HashSet<int>();
        var stack = new Stack<ExpressionId>(roots);
        while (stack.TryPop(out var id))
        {
            if (id.IsNone || !seen.Add(id.Index)) { continue; }
            var node = this[id];
            if (node.Operation == Operation.Symbol) { found.Add((node.Symbol, node.Lag)); continue; }
            stack.Push(node.A);
            stack.Push(node.B);
            stack.Push(node.C);
        }
    }

    private ExpressionId Simplify(Operation operation, ExpressionId a, ExpressionId b)
    {
        bool aIsNumber = TryNumber(a, out double x);
        bool bIsNumber = TryNumber(b, out double y);
        return operation switch
        {
            Operation.Add when aIsNumber && x == 0.0 => b,
            Operation.Add when bIsNumber && y == 0.0 => a,
            Operation.Add when this[b].Operation == Operation.Negate => Subtract(a, this[b].A),
            Operation.Subtract when bIsNumber && y == 0.0 => a,
            Operation.Subtract when aIsNumber && x == 0.0 => Negate(b),
            Operation.Subtract when a == b => Zero,
            Operation.Subtract when this[b].Operation == Operation.Negate => Add(a, this[b].A),
            Operation.Multiply when (aIsNumber && x == 0.0) || (bIsNumber && y == 0.0) => Zero,
            Operation.Multiply when aIsNumber && x == 1.0 => b,
            Operation.Multiply when bIsNumber && y == 1.0 => a,
            Operation.Multiply when aIsNumber && x == -1.0 => Negate(b),
            Operation.Multiply when bIsNumber && y == -1.0 => Negate(a),
            Operation.Divide when bIsNumber && y == 1.0 => a,
            Operation.Divide when aIsNumber && x == 0.0 && !(bIsNumber && y == 0.0) => Zero,
            Operation.Power when bIsNumber && y == 1.0 => a,
            Operation.Power when bIsNumber && y == 0.0 => One,
            Operation.Power when bIsNumber && y == 0.5 => Unary(Operation.Sqrt, a),
            _ => ExpressionId.None,
        };
    }

    private ExpressionId Intern(ExpressionNode node)
    {
        if (_index.TryGetValue(node, out var known)) { return known; }
        var id = new ExpressionId(_nodes.Count);
        _nodes.Add(node);
        _index.Add(node, id);
        return id;
    }
}
