using System.Globalization;
using System.Text;
using Plenum.Language.Binding;
using Plenum.Language.Expressions;

namespace Plenum.Language.Accounts.Algebra;

/// <summary>Prints a sum in the names of the model, such as "0.5*price*volume - wages(-1)/deflator".</summary>
internal sealed class SumPrinter(BoundModel model, AtomTable atoms)
{
    private const int MostTerms = 8;
    private const int Deepest = 4;

    public string Print(Polynomial sum) => Print(sum, 0);

    public string Print(int atom) => PrintAtom(atom, 0);

    private string Print(Polynomial sum, int depth)
    {
        if (sum.IsZero) { return "0"; }
        if (sum.IsTooLarge || depth > Deepest) { return "..."; }
        var text = new StringBuilder();
        // A positive term first reads better; the rest keep their order.
        var terms = sum.Terms.ToArray().OrderBy(t => t.Coefficient.Sign < 0).ToList();
        foreach (var (monomial, coefficient) in terms.Take(MostTerms))
        {
            bool isNegative = coefficient.Sign < 0;
            text.Append(text.Length == 0 ? isNegative ? "-" : "" : isNegative ? " - " : " + ");
            text.Append(Print(monomial, isNegative ? -coefficient : coefficient, depth));
        }

        int more = terms.Count - MostTerms;
        if (more > 0) { text.Append(CultureInfo.InvariantCulture, $" + {more} more {(more == 1 ? "term" : "terms")}"); }
        return text.ToString();
    }

    private string Print(Monomial monomial, Rational coefficient, int depth)
    {
        var above = new List<string>();
        var below = new List<string>();
        foreach (var (atom, exponent) in monomial.Factors)
        {
            bool isReciprocal = atoms[atom] is Atom.Reciprocal;
            string name = PrintAtom(atom, depth);
            int power = Math.Abs(exponent);
            ((exponent > 0) != isReciprocal ? above : below).Add(power == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}^{power}"));
        }

        if (!coefficient.IsOne || above.Count == 0) { above.Insert(0, coefficient.ToString()); }
        return string.Join('*', above) + string.Concat(below.Select(b => "/" + b));
    }

    private string PrintAtom(int atom, int depth) => atoms[atom] switch
    {
        Atom.Name { Lag: 0 } n => model.Symbols[n.Column].Name,
        Atom.Name n => string.Create(CultureInfo.InvariantCulture, $"{model.Symbols[n.Column].Name}({n.Lag:+0;-0})"),
        Atom.Function f => Print(f, depth),
        Atom.Reciprocal r => $"({Print(r.Of, depth + 1)})",
        Atom.Undefined u => BitConverter.Int64BitsToDouble(u.Bits).ToString(CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException("There is no other kind of atom."),
    };

    private string Print(Atom.Function function, int depth)
    {
        var operands = function.Arguments.Values.Select(v => Print(v, depth + 1)).ToList();
        string? between = function.Operation switch
        {
            Operation.Power => "^",
            Operation.Divide => "/",
            Operation.Less => " < ",
            Operation.LessOrEqual => " <= ",
            Operation.Equal => " == ",
            Operation.And => " and ",
            Operation.Or => " or ",
            _ => null,
        };
        string name = function.Operation.ToString().ToLowerInvariant();
        return between is null ? $"{name}({string.Join(", ", operands)})" : $"(({operands[0]}){between}({operands[1]}))";
    }
}
