namespace Plenum.Language.Accounts.Algebra;

/// <summary>A product of atoms to whole powers of either sign, such as price * quantity / deflator.</summary>
internal sealed class Monomial : IEquatable<Monomial>, IComparable<Monomial>
{
    private readonly (int Atom, int Exponent)[] _factors;
    private readonly int _hash;

    private Monomial((int Atom, int Exponent)[] factors)
    {
        _factors = factors;
        var hash = new HashCode();
        foreach (var (atom, exponent) in factors)
        {
            hash.Add(atom);
            hash.Add(exponent);
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>The empty product.</summary>
    public static Monomial One { get; } = new([]);

    /// <summary>The factors in order of their atoms; no exponent is 0.</summary>
    public ReadOnlySpan<(int Atom, int Exponent)> Factors => _factors;

    public static Monomial Of(int atom, int exponent = 1) => exponent == 0 ? One : new([(atom, exponent)]);

    public static Monomial operator *(Monomial a, Monomial b)
    {
        if (a._factors.Length == 0) { return b; }
        if (b._factors.Length == 0) { return a; }
        var product = new List<(int, int)>(a._factors.Length + b._factors.Length);
        int i = 0, j = 0;
        while (i < a._factors.Length || j < b._factors.Length)
        {
            if (j == b._factors.Length || (i < a._factors.Length && a._factors[i].Atom < b._factors[j].Atom)) { product.Add(a._factors[i++]); }
            else if (i == a._factors.Length || b._factors[j].Atom < a._factors[i].Atom) { product.Add(b._factors[j++]); }
            else
            {
                int exponent = a._factors[i].Exponent + b._factors[j].Exponent;
                if (exponent != 0) { product.Add((a._factors[i].Atom, exponent)); }
                (i, j) = (i + 1, j + 1);
            }
        }

        return product.Count == 0 ? One : new([.. product]);
    }

    /// <summary>Every exponent times <paramref name="exponent"/>.</summary>
    public Monomial Power(int exponent) => exponent == 0 ? One : new([.. _factors.Select(f => (f.Atom, f.Exponent * exponent))]);

    /// <summary>The exponent of an atom; 0 where it does not occur.</summary>
    public int ExponentOf(int atom)
    {
        foreach (var (known, exponent) in _factors)
        {
            if (known == atom) { return exponent; }
        }

        return 0;
    }

    public bool Equals(Monomial? other) => other is not null && _hash == other._hash && _factors.AsSpan().SequenceEqual(other._factors);

    public override bool Equals(object? obj) => Equals(obj as Monomial);

    public override int GetHashCode() => _hash;

    /// <summary>Orders by the atoms, then by their exponents.</summary>
    public int CompareTo(Monomial? other)
    {
        if (other is null) { return 1; }
        int shared = Math.Min(_factors.Length, other._factors.Length);
        for (int k = 0; k < shared; k++)
        {
            int order = _factors[k].Atom.CompareTo(other._factors[k].Atom);
            if (order == 0) { order = _factors[k].Exponent.CompareTo(other._factors[k].Exponent); }
            if (order != 0) { return order; }
        }

        return _factors.Length.CompareTo(other._factors.Length);
    }
}
