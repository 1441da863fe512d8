using Plenum.Language.Binding;
using Plenum.Language.Expressions;

namespace Plenum.Engine.Solving.PeriodByPeriod;

/// <summary>Follows a value that is not finite to the operation that made it, and from there to the names whose values are at fault.</summary>
internal sealed class DomainTrace
{
    private const int MostCauses = 3;

    private readonly Paths _paths;
    private readonly ExpressionGraph _graph;
    private readonly int _t;
    private readonly ExpressionId[] _roots;
    private readonly GraphEvaluator _values;

    /// <summary>Evaluates expressions in one period.</summary>
    /// <param name="paths">Values of every name; those of the period as the solver left them.</param>
    /// <param name="graph">The graph of the expressions.</param>
    /// <param name="t">Position of the period in the paths.</param>
    /// <param name="roots">The expressions to look into, in order.</param>
    public DomainTrace(Paths paths, ExpressionGraph graph, int t, params ExpressionId[] roots)
    {
        (_paths, _graph, _t, _roots) = (paths, graph, t, roots);
        _values = new GraphEvaluator(graph, roots);
        _values.Evaluate((column, lag) => paths.Row(t + lag)[column]);
    }

    /// <summary>The operation with finite operands that gave no finite value; none where every root is finite or reads such a value.</summary>
    /// <remarks>Of a condition only the branch that was taken counts, since the other one may fail and do no harm.</remarks>
    public ExpressionId FindFailure() => _roots.Select(FindFailure).FirstOrDefault(found => !found.IsNone, ExpressionId.None);

    /// <summary>What went wrong in an operation that <see cref="FindFailure()"/> found.</summary>
    public DomainFault FaultOf(ExpressionId failure)
    {
        var node = _graph[failure];
        return node.Operation switch
        {
            Operation.Log => DomainFault.Logarithm,
            Operation.Sqrt => DomainFault.SquareRoot,
            Operation.Divide when _values[node.B] == 0.0 => DomainFault.Division,
            Operation.Power when double.IsNaN(_values[failure]) || _values[node.A] == 0.0 => DomainFault.Power,
            _ => DomainFault.Overflow,
        };
    }

    /// <summary>The operation with its numbers, such as "log(-0.12)".</summary>
    public string Describe(ExpressionId failure)
    {
        var node = _graph[failure];
        string a = Phrase.Number(_values[node.A]);
        if (node.B.IsNone) { return $"{node.Operation.ToString().ToLowerInvariant()}({a})"; }
        string b = Phrase.Number(_values[node.B]);
        return node.Operation switch
        {
            Operation.Add => $"{a} + {b}",
            Operation.Subtract => $"{a} - {b}",
            Operation.Multiply => $"{a} * {b}",
            Operation.Divide => $"{a} / {b}",
            Operation.Power => $"({a}) ^ {b}",
            _ => $"{node.Operation.ToString().ToLowerInvariant()}({a}, {b})",
        };
    }

    /// <summary>The names to blame, the one most at fault first; a parameter is named only where nothing else is.</summary>
    public IReadOnlyList<NamedValue> CausesOf(ExpressionId failure)
    {
        var node = _graph[failure];
        var fault = FaultOf(failure);
        var symbols = new HashSet<(int Column, int Lag)>();
        if (fault == DomainFault.Overflow) { _graph.CollectSymbols([failure], symbols); }
        else { Blame(fault == DomainFault.Division ? node.B : node.A, symbols); }

        var values = symbols
            .Select(s => new NamedValue(_paths.Model.Symbols[s.Column], _paths.Start + _t + s.Lag, _paths.Row(_t + s.Lag)[s.Column]))
            .OrderBy(v => fault switch
            {
                DomainFault.Overflow => -Math.Abs(v.Value),
                DomainFault.Division => Math.Abs(v.Value),
                _ => v.Value,
            })
            .ThenBy(v => v.Symbol.Column).ToList();
        var variables = values.Where(v => v.Symbol.Role != Role.Parameter).ToList();
        return [.. (variables.Count > 0 ? variables : values).Take(MostCauses)];
    }

    private ExpressionId FindFailure(ExpressionId root)
    {
        var at = root;
        while (!at.IsNone && !double.IsFinite(_values[at]))
        {
            var node = _graph[at];
            if (node.Operation is Operation.Symbol or Operation.Constant) { return ExpressionId.None; }
            var next = node.Operation == Operation.If && double.IsFinite(_values[node.A])
                ? (_values[node.A] != 0.0 ? node.B : node.C)
                : FirstNotFinite(node.A, node.B);
            if (next.IsNone) { return at; }
            at = next;
        }

        return ExpressionId.None;
    }

    private ExpressionId FirstNotFinite(ExpressionId a, ExpressionId b) =>
        !double.IsFinite(_values[a]) ? a : !b.IsNone && !double.IsFinite(_values[b]) ? b : ExpressionId.None;

    /// <summary>Collects the names that make an expression zero or negative: of a product the factor that is, of a sum the terms that are.</summary>
    private void Blame(ExpressionId root, HashSet<(int Column, int Lag)> symbols)
    {
        var pending = new Stack<ExpressionId>();
        pending.Push(root);
        while (pending.TryPop(out var id))
        {
            var node = _graph[id];
            double a = node.A.IsNone ? 0.0 : _values[node.A];
            double b = node.B.IsNone ? 0.0 : _values[node.B];
            switch (node.Operation)
            {
                case Operation.Symbol:
                    symbols.Add((node.Symbol, node.Lag));
                    break;
                case Operation.Add when _values[id] < 0.0 && (a > 0.0 || b > 0.0):
                case Operation.Multiply when (a <= 0.0) != (b <= 0.0):
                    pending.Push(a <= 0.0 ? node.A : node.B);
                    break;
                case Operation.Subtract when a <= 0.0 && b >= 0.0 && _values[id] < 0.0:
                case Operation.Divide when b > 0.0:
                case Operation.Power:
                    pending.Push(node.A);
                    break;
                case Operation.Divide when a > 0.0:
                    pending.Push(node.B);
                    break;
                case Operation.If:
                    pending.Push(_values[node.A] != 0.0 ? node.B : node.C);
                    break;
                case Operation.Min:
                    pending.Push(a <= b ? node.A : node.B);
                    break;
                default:
                    _graph.CollectSymbols([id], symbols);
                    break;
            }
        }
    }
}
