using Plenum.Language.Binding;
using Plenum.Language.Expressions;

namespace Plenum.Language.Accounts.Algebra;

/// <summary>Reads expressions of a model as sums of monomials, each node once.</summary>
/// <param name="model">The model whose graph is read; it is not changed.</param>
/// <param name="atoms">Where atoms get their numbers.</param>
internal sealed class ExpressionReader(BoundModel model, AtomTable atoms)
{
    private readonly Dictionary<(int Node, int Leads), Polynomial> _read = [];

    /// <summary>The expression moved by some periods; parameters have no time.</summary>
    /// <param name="root">The expression.</param>
    /// <param name="leads">Periods to move ahead; negative is a lag.</param>
    public Polynomial Read(ExpressionId root, int leads = 0)
    {
        var stack = new Stack<(ExpressionId Id, List<(ExpressionId Id, Rational Factor)> Parts)>([(root, PartsOf(root))]);
        while (stack.TryPeek(out var top))
        {
            int waiting = stack.Count;
            // The last pushed is read first, so that names are met in the order written.
            foreach (var (part, _) in Enumerable.Reverse(top.Parts))
            {
                if (!_read.ContainsKey((part.Index, leads))) { stack.Push((part, PartsOf(part))); }
            }

            if (stack.Count > waiting) { continue; }
            stack.Pop();
            _read.TryAdd((top.Id.Index, leads), Combine(model.Graph[top.Id], top.Parts, leads));
        }

        return _read[(root.Index, leads)];
    }

    /// <summary>The atom of a name; a parameter is the same at every lag.</summary>
    public int NameAt(int column, int lag) => atoms.Number(new Atom.Name(column, model.Symbols[column].Role == Role.Parameter ? 0 : lag));

    /// <summary>A number as a sum.</summary>
    public Polynomial ReadNumber(double value) => double.IsFinite(value)
        ? Polynomial.Number(Rational.Read(value))
        : Polynomial.Atom(atoms.Number(new Atom.Undefined(BitConverter.DoubleToInt64Bits(value))));

    private Polynomial Combine(ExpressionNode node, List<(ExpressionId Id, Rational Factor)> parts, int leads) => node.Operation switch
    {
        Operation.Constant => ReadNumber(node.Value),
        Operation.Symbol => Polynomial.Atom(NameAt(node.Symbol, node.Lag + leads)),
        _ when IsLinear(node) => Polynomial.Sum(parts.Select(p => (_read[(p.Id.Index, leads)], p.Factor))),
        _ => atoms.Apply(node.Operation, [.. parts.Select(p => _read[(p.Id.Index, leads)])]),
    };

    /// <summary>The operands; those of a tree of sums all at once, so that a long sum is added up in one go.</summary>
    private List<(ExpressionId Id, Rational Factor)> PartsOf(ExpressionId id)
    {
        var node = model.Graph[id];
        return IsLinear(node) ? Addends(id) : [.. new[] { node.A, node.B, node.C }.Where(o => !o.IsNone).Select(o => (o, Rational.One))];
    }

    /// <summary>What a tree of sums and differences adds up, each once with its factor.</summary>
    private List<(ExpressionId Id, Rational Factor)> Addends(ExpressionId root)
    {
        var addends = new List<(ExpressionId Id, Rational Factor)>();
        var factors = new Dictionary<ExpressionId, Rational> { [root] = Rational.One };
        var pending = new PriorityQueue<ExpressionId, int>([(root, -root.Index)]);
        // Operands stand before their users, so the highest node has received all of its factor.
        while (pending.TryDequeue(out var id, out _))
        {
            var node = model.Graph[id];
            var factor = factors[id];
            if (!IsLinear(node)) { addends.Add((id, factor)); continue; }
            Add(node.A, node.Operation == Operation.Negate ? -factor : factor);
            if (!node.B.IsNone) { Add(node.B, node.Operation == Operation.Subtract ? -factor : factor); }
        }

        addends.Reverse();
        return addends;

        void Add(ExpressionId id, Rational factor)
        {
            if (factors.TryGetValue(id, out var known)) { factors[id] = known + factor; return; }
            factors[id] = factor;
            pending.Enqueue(id, -id.Index);
        }
    }

    private static bool IsLinear(ExpressionNode node) => node.Operation is Operation.Add or Operation.Subtract or Operation.Negate;
}
