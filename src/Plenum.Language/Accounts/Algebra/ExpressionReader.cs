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
        var stack = new Stack<ExpressionId>([root]);
        while (stack.TryPeek(out var id))
        {
            if (_read.ContainsKey((id.Index, leads))) { stack.Pop(); continue; }
            var node = model.Graph[id];
            ExpressionId[] operands = [.. new[] { node.A, node.B, node.C }.Where(o => !o.IsNone)];
            int waiting = stack.Count;
            foreach (var operand in operands.Reverse())
            {
                if (!_read.ContainsKey((operand.Index, leads))) { stack.Push(operand); }
            }

            if (stack.Count > waiting) { continue; }
            stack.Pop();
            _read[(id.Index, leads)] = node.Operation switch
            {
                Operation.Constant => ReadNumber(node.Value),
                Operation.Symbol => Polynomial.Atom(NameAt(node.Symbol, node.Lag + leads)),
                _ => atoms.Apply(node.Operation, [.. operands.Select(o => _read[(o.Index, leads)])]),
            };
        }

        return _read[(root.Index, leads)];
    }

    /// <summary>The atom of a name; a parameter is the same at every lag.</summary>
    public int NameAt(int column, int lag) => atoms.Number(new Atom.Name(column, model.Symbols[column].Role == Role.Parameter ? 0 : lag));

    /// <summary>A number as a sum.</summary>
    public Polynomial ReadNumber(double value) => double.IsFinite(value)
        ? Polynomial.Number(Rational.Read(value))
        : Polynomial.Atom(atoms.Number(new Atom.Undefined(BitConverter.DoubleToInt64Bits(value))));
}
