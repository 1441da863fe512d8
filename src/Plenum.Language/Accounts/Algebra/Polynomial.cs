namespace Plenum.Language.Accounts.Algebra;

/// <summary>A sum of monomials with exact coefficients, in canonical order: equal sums are equal values.</summary>
/// <remarks>
/// A result of more than <see cref="LargestCount"/> terms is <see cref="TooLarge"/>, which every operation passes on,
/// as NaN is among numbers; it is never zero.
/// </remarks>
internal sealed class Polynomial : IEquatable<Polynomial>, IComparable<Polynomial>
{
    /// <summary>The most terms a sum may have.</summary>
    public const int LargestCount = 20_000;

    private const long LargestProduct = 400_000;
    private const int LargestExponent = 1_000_000;
    private const long LargestCoefficientBits = 4_096;

    private readonly (Monomial Monomial, Rational Coefficient)[] _terms;
    private readonly int _hash;
    private ulong[]? _residues;

    private Polynomial((Monomial Monomial, Rational Coefficient)[] terms)
    {
        _terms = terms;
        var hash = new HashCode();
        foreach (var (monomial, coefficient) in terms)
        {
            hash.Add(monomial);
            hash.Add(coefficient);
        }

        _hash = hash.ToHashCode();
    }

    public static Polynomial Zero { get; } = new([]);

    public static Polynomial One { get; } = Number(Rational.One);

    /// <summary>A sum that was given up because it has too many terms.</summary>
    public static Polynomial TooLarge { get; } = new([]);

    public ReadOnlySpan<(Monomial Monomial, Rational Coefficient)> Terms => _terms;

    public int Count => _terms.Length;

    public bool IsTooLarge => ReferenceEquals(this, TooLarge);

    public bool IsZero => _terms.Length == 0 && !IsTooLarge;

    /// <summary>The coefficients modulo <see cref="PrimeField.Prime"/>, in the order of the terms.</summary>
    public ReadOnlySpan<ulong> Residues => _residues ??= [.. _terms.Select(t => t.Coefficient.Modulo(PrimeField.Prime))];

    public static Polynomial Number(Rational value) => value.IsZero ? Zero : new([(Monomial.One, value)]);

    public static Polynomial Term(Monomial monomial, Rational coefficient) => coefficient.IsZero ? Zero : new([(monomial, coefficient)]);

    public static Polynomial Atom(int atom) => Term(Monomial.Of(atom), Rational.One);

    public static Polynomial operator +(Polynomial a, Polynomial b)
    {
        if (a.IsTooLarge || b.IsTooLarge) { return TooLarge; }
        if (a.Count == 0) { return b; }
        if (b.Count == 0) { return a; }
        var sum = new List<(Monomial, Rational)>(a.Count + b.Count);
        int i = 0, j = 0;
        while (i < a.Count || j < b.Count)
        {
            int order = i == a.Count ? 1 : j == b.Count ? -1 : a._terms[i].Monomial.CompareTo(b._terms[j].Monomial);
            if (order < 0) { sum.Add(a._terms[i++]); }
            else if (order > 0) { sum.Add(b._terms[j++]); }
            else
            {
                var coefficient = a._terms[i].Coefficient + b._terms[j].Coefficient;
                if (!coefficient.IsZero) { sum.Add((a._terms[i].Monomial, coefficient)); }
                (i, j) = (i + 1, j + 1);
            }
        }

        return Sorted(sum);
    }

    public static Polynomial operator -(Polynomial a) => a.Times(Monomial.One, -Rational.One);

    public static Polynomial operator -(Polynomial a, Polynomial b) => a + -b;

    public static Polynomial operator *(Polynomial a, Polynomial b)
    {
        if (a.IsTooLarge || b.IsTooLarge) { return TooLarge; }
        if (a.Count == 1) { return b.Times(a._terms[0].Monomial, a._terms[0].Coefficient); }
        if (b.Count == 1) { return a.Times(b._terms[0].Monomial, b._terms[0].Coefficient); }
        if ((long)a.Count * b.Count > LargestProduct) { return TooLarge; }
        var product = new Dictionary<Monomial, Rational>();
        foreach (var (left, x) in a._terms)
        {
            foreach (var (right, y) in b._terms)
            {
                var monomial = left * right;
                product[monomial] = product.TryGetValue(monomial, out var known) ? known + x * y : x * y;
            }
        }

        return Of(product);
    }

    /// <summary>The sum of the given terms, of which none need be in order and some may be zero.</summary>
    public static Polynomial Of(IEnumerable<KeyValuePair<Monomial, Rational>> terms)
    {
        var sum = terms.Where(t => !t.Value.IsZero).Select(t => (t.Key, t.Value)).ToList();
        sum.Sort((a, b) => a.Key.CompareTo(b.Key));
        return Sorted(sum);
    }

    /// <summary>The sum of several sums, each times a number.</summary>
    public static Polynomial Sum(IEnumerable<(Polynomial Addend, Rational Factor)> addends)
    {
        var sum = new Dictionary<Monomial, Rational>();
        foreach (var (addend, factor) in addends)
        {
            if (addend.IsTooLarge) { return TooLarge; }
            foreach (var (monomial, coefficient) in addend._terms)
            {
                sum[monomial] = sum.TryGetValue(monomial, out var known) ? known + coefficient * factor : coefficient * factor;
            }
        }

        return Of(sum);
    }

    /// <summary>Every term times one monomial and one number.</summary>
    public Polynomial Times(Monomial monomial, Rational factor)
    {
        if (IsTooLarge) { return TooLarge; }
        if (factor.IsZero) { return Zero; }
        if (monomial.Factors.Length == 0) { return factor.IsOne ? this : Sorted([.. _terms.Select(t => (t.Monomial, t.Coefficient * factor))]); }
        return Of(_terms.Select(t => KeyValuePair.Create(t.Monomial * monomial, t.Coefficient * factor)));
    }

    /// <summary>The sum multiplied by itself; only a single term has negative powers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative power of a sum that is not a single term.</exception>
    public Polynomial Power(int exponent)
    {
        if (IsTooLarge || Math.Abs((long)exponent) > LargestExponent) { return TooLarge; }
        if (Count == 1) { return PowerOfTerm(exponent); }
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        var result = One;
        for (int k = 0; k < exponent; k++)
        {
            result *= this;
            if (result.IsTooLarge) { break; }
        }

        return result;
    }

    /// <summary>Whether the sum is a plain number, and which.</summary>
    public bool TryNumber(out Rational value)
    {
        value = Count == 1 ? _terms[0].Coefficient : Rational.Zero;
        return IsZero || (Count == 1 && _terms[0].Monomial.Factors.Length == 0);
    }

    /// <summary>The atoms that occur in the sum itself, not within its functions; ascending.</summary>
    public IReadOnlyList<int> Atoms()
    {
        var atoms = new SortedSet<int>();
        foreach (var (monomial, _) in _terms)
        {
            foreach (var (atom, _) in monomial.Factors) { atoms.Add(atom); }
        }

        return [.. atoms];
    }

    /// <summary>The number of terms in which an atom occurs.</summary>
    public int CountOf(int atom) => _terms.Count(t => t.Monomial.ExponentOf(atom) != 0);

    /// <summary>The monomial of the smallest power of each atom; dividing by it leaves only powers that are not negative.</summary>
    public Monomial CommonFactor()
    {
        var smallest = new SortedDictionary<int, (int Exponent, int Count)>();
        foreach (var (monomial, _) in _terms)
        {
            foreach (var (atom, exponent) in monomial.Factors)
            {
                smallest[atom] = smallest.TryGetValue(atom, out var known) ? (Math.Min(known.Exponent, exponent), known.Count + 1) : (exponent, 1);
            }
        }

        var common = Monomial.One;
        foreach (var (atom, (exponent, count)) in smallest)
        {
            int lowest = count < Count ? Math.Min(exponent, 0) : exponent;
            if (lowest != 0) { common *= Monomial.Of(atom, lowest); }
        }

        return common;
    }

    /// <summary>The sum as a polynomial in one atom: the coefficient of each power that occurs.</summary>
    public SortedDictionary<int, Polynomial> PowersOf(int atom)
    {
        var terms = new SortedDictionary<int, List<KeyValuePair<Monomial, Rational>>>();
        foreach (var (monomial, coefficient) in _terms)
        {
            int exponent = monomial.ExponentOf(atom);
            var rest = exponent == 0 ? monomial : monomial * Monomial.Of(atom, -exponent);
            if (!terms.TryGetValue(exponent, out var list)) { terms[exponent] = list = []; }
            list.Add(KeyValuePair.Create(rest, coefficient));
        }

        var powers = new SortedDictionary<int, Polynomial>();
        foreach (var (exponent, list) in terms) { powers[exponent] = Of(list); }
        return powers;
    }

    public bool Equals(Polynomial? other) => other is not null && _hash == other._hash && IsTooLarge == other.IsTooLarge && _terms.AsSpan().SequenceEqual(other._terms);

    public override bool Equals(object? obj) => Equals(obj as Polynomial);

    public override int GetHashCode() => _hash;

    /// <summary>Orders by the terms.</summary>
    public int CompareTo(Polynomial? other) => other is null ? 1 : _terms.AsSpan().SequenceCompareTo(other._terms);

    private static Polynomial Sorted(List<(Monomial Monomial, Rational Coefficient)> terms) => terms.Count switch
    {
        0 => Zero,
        > LargestCount => TooLarge,
        _ => terms.TrueForAll(IsModest) ? new([.. terms]) : TooLarge,
    };

    /// <summary>Whether the numbers in a term are small enough to go on with; repeated squaring would fill any memory.</summary>
    private static bool IsModest((Monomial Monomial, Rational Coefficient) term)
    {
        foreach (var (_, exponent) in term.Monomial.Factors)
        {
            if (Math.Abs(exponent) > LargestExponent) { return false; }
        }

        return term.Coefficient.BitLength <= LargestCoefficientBits;
    }

    private Polynomial PowerOfTerm(int exponent)
    {
        var (monomial, coefficient) = _terms[0];
        int times = Math.Abs(exponent);
        if (!coefficient.IsOne && coefficient.BitLength * times > LargestCoefficientBits) { return TooLarge; }
        foreach (var (_, known) in monomial.Factors)
        {
            if (Math.Abs((long)known * exponent) > LargestExponent) { return TooLarge; }
        }

        var power = coefficient.IsOne ? coefficient : coefficient.Power(times);
        return Term(monomial.Power(exponent), exponent < 0 ? Rational.One / power : power);
    }
}
