using System.Diagnostics.CodeAnalysis;
using Plenum.Language.Expressions;

namespace Plenum.Language.Accounts.Algebra;

/// <summary>What the algebra does not look into: a name at a lag, or a function of sums such as log(a + b).</summary>
internal abstract record Atom
{
    private Atom()
    {
    }

    /// <summary>A name at a lag (negative) or lead (positive).</summary>
    public sealed record Name(int Column, int Lag) : Atom;

    /// <summary>An operation that is not a sum or a product; two with equal arguments are one atom.</summary>
    public sealed record Function(Operation Operation, Arguments Arguments) : Atom;

    /// <summary>One over a sum of several terms, whose first has coefficient 1 and which share no factor.</summary>
    public sealed record Reciprocal(Polynomial Of) : Atom;

    /// <summary>A number that is no number, such as log(0) folded to minus infinity.</summary>
    public sealed record Undefined(long Bits) : Atom;
}

/// <summary>The arguments of a function, compared one by one.</summary>
internal sealed class Arguments(params IReadOnlyList<Polynomial> values) : IEquatable<Arguments>
{
    public IReadOnlyList<Polynomial> Values => values;

    public bool Equals(Arguments? other) => other is not null && values.SequenceEqual(other.Values);

    public override bool Equals(object? obj) => Equals(obj as Arguments);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in values) { hash.Add(value); }
        return hash.ToHashCode();
    }
}

/// <summary>The atoms met so far, each with a number; those within a function have smaller numbers than the function.</summary>
internal sealed class AtomTable
{
    private const int LargestPower = 16;

    private readonly List<Atom> _atoms = [];
    private readonly List<IReadOnlyList<int>> _within = [];
    private readonly Dictionary<Atom, int> _numbers = [];

    public int Count => _atoms.Count;

    public Atom this[int number] => _atoms[number];

    /// <summary>The atoms that occur in the arguments of a function; none for a name.</summary>
    public IReadOnlyList<int> Within(int number) => _within[number];

    public int Number(Atom atom)
    {
        if (_numbers.TryGetValue(atom, out int known)) { return known; }
        _atoms.Add(atom);
        _within.Add(AtomsWithin(atom));
        return _numbers[atom] = _atoms.Count - 1;
    }

    /// <summary>The result of an operation on sums: worked out where it is a sum again, else an atom.</summary>
    [SuppressMessage("Maintainability", "CA1502", Justification = "One line an operation.")]
    public Polynomial Apply(Operation operation, IReadOnlyList<Polynomial> operands)
    {
        if (operands.Any(o => o.IsTooLarge)) { return Polynomial.TooLarge; }
        var a = operands[0];
        return operation switch
        {
            Operation.Negate => -a,
            Operation.Add => a + operands[1],
            Operation.Subtract => a - operands[1],
            Operation.Multiply => a * operands[1],
            Operation.Divide when !operands[1].IsZero => Divide(a, operands[1]),
            Operation.Power when WholePower(operands[1]) is { } exponent && (exponent >= 0 || !a.IsZero) => Power(a, exponent),
            Operation.Min or Operation.Max when a.Equals(operands[1]) => a,
            Operation.If when a.TryNumber(out var truth) => truth.IsZero ? operands[2] : operands[1],
            _ => Polynomial.Atom(Number(new Atom.Function(operation, new Arguments(IsSymmetric(operation) ? [.. operands.Order()] : operands)))),
        };
    }

    /// <summary>A power; a negative one of a sum is that of its reciprocal.</summary>
    public Polynomial Power(Polynomial a, int exponent) => exponent >= 0 || a.Count == 1 ? a.Power(exponent) : Divide(Polynomial.One, a).Power(-exponent);

    /// <summary>A quotient: a single term divides exactly, and a sum becomes the reciprocal of its canonical form.</summary>
    /// <param name="a">What is divided.</param>
    /// <param name="b">By what; not zero.</param>
    public Polynomial Divide(Polynomial a, Polynomial b)
    {
        if (a.IsTooLarge || b.IsTooLarge) { return Polynomial.TooLarge; }
        if (b.Count == 1) { return a * b.Power(-1); }
        var common = b.CommonFactor();
        var divisor = b.Times(common.Power(-1), Rational.One);
        var leading = divisor.Terms[0].Coefficient;
        int reciprocal = Number(new Atom.Reciprocal(divisor.Times(Monomial.One, Rational.One / leading)));
        return a.Times(common.Power(-1) * Monomial.Of(reciprocal), Rational.One / leading);
    }

    /// <summary>Multiplies by every divisor that is a sum, so that the result is zero exactly where the whole is.</summary>
    public Polynomial ClearDenominators(Polynomial sum)
    {
        // Reciprocals within a divisor have smaller numbers, so going down meets each once.
        for (int atom = Count - 1; atom >= 0 && !sum.IsTooLarge; atom--)
        {
            if (_atoms[atom] is not Atom.Reciprocal { Of: var divisor }) { continue; }
            var powers = sum.PowersOf(atom);
            if (powers.Count == 0 || (powers.Count == 1 && powers.ContainsKey(0))) { continue; }
            int highest = Math.Max(0, powers.Keys.Max());
            sum = powers.Aggregate(Polynomial.Zero, (total, p) => total + p.Value * divisor.Power(highest - p.Key));
        }

        return sum;
    }

    /// <summary>Whether an atom occurs in a sum, functions included.</summary>
    public bool Occurs(int atom, Polynomial sum) => Reach(sum).Contains(atom);

    /// <summary>All atoms of a sum and of the functions in it; ascending, so that arguments stand before their function.</summary>
    public SortedSet<int> Reach(Polynomial sum)
    {
        var reached = new SortedSet<int>();
        var stack = new Stack<int>(sum.Atoms());
        while (stack.TryPop(out int atom))
        {
            if (!reached.Add(atom)) { continue; }
            foreach (int inner in _within[atom]) { stack.Push(inner); }
        }

        return reached;
    }

    /// <summary>The sum with one atom replaced wherever it occurs, functions included.</summary>
    public Polynomial Substitute(Polynomial sum, int atom, Polynomial replacement)
    {
        if (replacement.IsTooLarge) { return Polynomial.TooLarge; }
        var images = new SortedDictionary<int, Polynomial> { [atom] = replacement };
        foreach (int function in Reach(sum))
        {
            if (!_within[function].Any(images.ContainsKey)) { continue; }
            images[function] = _atoms[function] switch
            {
                Atom.Reciprocal r => Reciprocal(Replace(r.Of, images)),
                Atom.Function f => Apply(f.Operation, [.. f.Arguments.Values.Select(v => Replace(v, images))]),
                _ => Polynomial.Atom(function),
            };
        }

        return Replace(sum, images);
    }

    /// <summary>The exponent where it is a small whole number, so that the power can be multiplied out.</summary>
    public static int? WholePower(Polynomial exponent) =>
        exponent.TryNumber(out var value) && value.IsWhole && value.Numerator >= -LargestPower && value.Numerator <= LargestPower ? (int)value.Numerator : null;

    /// <summary>Whether the order of the operands is of no account.</summary>
    public static bool IsSymmetric(Operation operation) => operation is Operation.Min or Operation.Max or Operation.Equal or Operation.And or Operation.Or;

    private Polynomial Reciprocal(Polynomial of) => of.IsZero
        ? Polynomial.Atom(Number(new Atom.Function(Operation.Divide, new Arguments(Polynomial.One, Polynomial.Zero))))
        : Divide(Polynomial.One, of);

    private Polynomial Replace(Polynomial sum, SortedDictionary<int, Polynomial> images)
    {
        foreach (int atom in sum.Atoms())
        {
            if (sum.IsTooLarge) { break; }
            if (!images.TryGetValue(atom, out var image)) { continue; }
            var powers = sum.PowersOf(atom);
            sum = powers.Aggregate(Polynomial.Zero, (total, p) => total + (p.Key == 0 ? p.Value : p.Value * PowerOf(image, p.Key)));
        }

        return sum;
    }

    private Polynomial PowerOf(Polynomial image, int exponent) => image.IsZero && exponent < 0 ? Reciprocal(image).Power(-exponent) : Power(image, exponent);

    private static IReadOnlyList<int> AtomsWithin(Atom atom) => atom switch
    {
        Atom.Function f => [.. f.Arguments.Values.SelectMany(v => v.Atoms()).Distinct().Order()],
        Atom.Reciprocal r => r.Of.Atoms(),
        _ => [],
    };
}
