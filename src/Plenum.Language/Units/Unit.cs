using System.Globalization;

namespace Plenum.Language.Units;

/// <summary>What a dimensionless number is, so that a share is not added to an index by oversight.</summary>
public enum Kind
{
    /// <summary>Nothing is known, or the number is the result of a calculation.</summary>
    Any,

    /// <summary>A fraction of something: 0.05 is five per cent.</summary>
    Share,

    /// <summary>A level relative to a base period.</summary>
    Index,

    /// <summary>A natural logarithm or a difference of such.</summary>
    Log,
}

/// <summary>The unit of a quantity as a product of powers of base units.</summary>
/// <remarks>
/// Base units are the currencies, volumes and counts that a model declares, and the time units quarter, year and month,
/// which are kept apart on purpose: a rate per year and a rate per quarter are not added.
/// </remarks>
public sealed class Unit : IEquatable<Unit>
{
    private const double Smallest = 1e-9;

    // Names in ordinal order, and the power of each; no power is zero.
    private readonly string[] _names;
    private readonly double[] _exponents;
    private Dictionary<string, double>? _powers;

    private Unit(string[] names, double[] exponents, Kind kind)
    {
        _names = names;
        _exponents = exponents;
        Kind = kind;
    }

    /// <summary>A plain number.</summary>
    public static Unit None { get; } = new([], [], Kind.Any);

    /// <summary>A fraction.</summary>
    public static Unit Share { get; } = None.As(Kind.Share);

    /// <summary>A level relative to a base period.</summary>
    public static Unit Index { get; } = None.As(Kind.Index);

    /// <summary>A natural logarithm.</summary>
    public static Unit Log { get; } = None.As(Kind.Log);

    /// <summary>What kind of number this is when it has no dimension.</summary>
    public Kind Kind { get; }

    /// <summary>The power of each base unit, by name; a base unit that is absent has power 0.</summary>
    public IReadOnlyDictionary<string, double> Powers
    {
        get
        {
            if (_powers is null)
            {
                var powers = new Dictionary<string, double>(StringComparer.Ordinal);
                for (int i = 0; i < _names.Length; i++) { powers.Add(_names[i], _exponents[i]); }
                _powers = powers;
            }

            return _powers;
        }
    }

    /// <summary>Whether all base units cancel.</summary>
    public bool IsDimensionless => _names.Length == 0;

    /// <summary>A base unit to the power of one.</summary>
    public static Unit Base(string name) => new([name], [1.0], Kind.Any);

    /// <summary>The power of one base unit; 0 where it is absent.</summary>
    public double PowerOf(string name)
    {
        int at = Array.IndexOf(_names, name);
        return at < 0 ? 0.0 : _exponents[at];
    }

    /// <summary>The same dimension, marked as a kind of number.</summary>
    public Unit As(Kind kind) => kind == Kind ? this : new(_names, _exponents, kind);

    /// <summary>The product; its kind is forgotten.</summary>
    public static Unit operator *(Unit left, Unit right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return Combine(left, right, 1.0);
    }

    /// <summary>The quotient.</summary>
    public static Unit operator /(Unit left, Unit right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return Combine(left, right, -1.0);
    }

    /// <summary>The unit to a power.</summary>
    public Unit Power(double exponent)
    {
        if (Math.Abs(exponent) <= Smallest) { return None; }
        var exponents = new double[_exponents.Length];
        for (int i = 0; i < exponents.Length; i++) { exponents[i] = _exponents[i] * exponent; }
        return new Unit(_names, exponents, Kind.Any);
    }

    /// <summary>Whether the two have the same dimension, whatever their kinds.</summary>
    public bool HasDimensionOf(Unit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(_names, other._names) && ReferenceEquals(_exponents, other._exponents)) { return true; }
        if (_names.Length != other._names.Length) { return false; }
        for (int i = 0; i < _names.Length; i++)
        {
            if (!string.Equals(_names[i], other._names[i], StringComparison.Ordinal) || Math.Abs(_exponents[i] - other._exponents[i]) > Smallest) { return false; }
        }

        return true;
    }

    /// <inheritdoc/>
    public bool Equals(Unit? other) => other is not null && Kind == other.Kind && HasDimensionOf(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Unit);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Kind);
        foreach (string name in _names) { hash.Add(name, StringComparer.Ordinal); }
        return hash.ToHashCode();
    }

    /// <summary>Reads as model text: "yuan/quarter", "share/year", "1/quarter", "share".</summary>
    public override string ToString()
    {
        string top = Side(1.0, '*');
        string bottom = Side(-1.0, '/');
        if (top.Length == 0) { top = Kind switch { Kind.Share => "share", Kind.Index => "index", Kind.Log => "log", _ => bottom.Length == 0 ? "number" : "1" }; }
        return bottom.Length == 0 ? top : $"{top}/{bottom}";
    }

    /// <summary>The factors above (sign 1) or below (sign -1) the fraction bar.</summary>
    private string Side(double sign, char separator)
    {
        string side = "";
        for (int i = 0; i < _names.Length; i++)
        {
            double power = sign * _exponents[i];
            if (power <= 0.0) { continue; }
            string factor = power == 1.0 ? _names[i] : string.Create(CultureInfo.InvariantCulture, $"{_names[i]}^{power:0.###}");
            side = side.Length == 0 ? factor : side + separator + factor;
        }

        return side;
    }

    /// <summary>Merges the two sorted lists of factors.</summary>
    private static Unit Combine(Unit left, Unit right, double sign)
    {
        if (right.IsDimensionless) { return left.As(Kind.Any); }
        if (left.IsDimensionless && sign > 0.0) { return right.As(Kind.Any); }
        int most = left._names.Length + right._names.Length;
        var names = new string[most];
        var exponents = new double[most];
        int count = 0;
        for (int i = 0, j = 0; i < left._names.Length || j < right._names.Length;)
        {
            int order = i == left._names.Length ? 1 : j == right._names.Length ? -1 : string.CompareOrdinal(left._names[i], right._names[j]);
            string name = order <= 0 ? left._names[i] : right._names[j];
            double power = 0.0;
            if (order <= 0) { power += left._exponents[i++]; }
            if (order >= 0) { power += sign * right._exponents[j++]; }
            if (Math.Abs(power) <= Smallest) { continue; }
            names[count] = name;
            exponents[count++] = power;
        }

        return count == 0 ? None : new Unit(count == most ? names : names[..count], count == most ? exponents : exponents[..count], Kind.Any);
    }
}
