using System.Collections.Immutable;
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
    private readonly ImmutableSortedDictionary<string, double> _powers;

    private Unit(ImmutableSortedDictionary<string, double> powers, Kind kind)
    {
        _powers = powers;
        Kind = kind;
    }

    /// <summary>A plain number.</summary>
    public static Unit None { get; } = new(ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal), Kind.Any);

    /// <summary>A fraction.</summary>
    public static Unit Share { get; } = None.As(Kind.Share);

    /// <summary>A level relative to a base period.</summary>
    public static Unit Index { get; } = None.As(Kind.Index);

    /// <summary>A natural logarithm.</summary>
    public static Unit Log { get; } = None.As(Kind.Log);

    /// <summary>What kind of number this is when it has no dimension.</summary>
    public Kind Kind { get; }

    /// <summary>The power of each base unit, by name; a base unit that is absent has power 0.</summary>
    public IReadOnlyDictionary<string, double> Powers => _powers;

    /// <summary>Whether all base units cancel.</summary>
    public bool IsDimensionless => _powers.IsEmpty;

    /// <summary>A base unit to the power of one.</summary>
    public static Unit Base(string name) => new(None._powers.Add(name, 1.0), Kind.Any);

    /// <summary>The same dimension, marked as a kind of number.</summary>
    public Unit As(Kind kind) => new(_powers, kind);

    /// <summary>The product; its kind is forgotten unless one side is a plain number.</summary>
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
        var powers = None._powers.ToBuilder();
        foreach (var (name, power) in _powers)
        {
            if (Math.Abs(power * exponent) > Smallest) { powers[name] = power * exponent; }
        }

        return new Unit(powers.ToImmutable(), Kind.Any);
    }

    /// <summary>Whether the two have the same dimension, whatever their kinds.</summary>
    public bool HasDimensionOf(Unit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (_powers.Count != other._powers.Count) { return false; }
        foreach (var (name, power) in _powers)
        {
            if (!other._powers.TryGetValue(name, out double theirs) || Math.Abs(theirs - power) > Smallest) { return false; }
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
        foreach (var (name, _) in _powers) { hash.Add(name, StringComparer.Ordinal); }
        return hash.ToHashCode();
    }

    /// <summary>Reads as model text: "yuan/quarter", "share/year", "1/quarter", "share".</summary>
    public override string ToString()
    {
        string top = string.Join('*', _powers.Where(p => p.Value > 0).Select(p => Format(p.Key, p.Value)));
        string bottom = string.Join('/', _powers.Where(p => p.Value < 0).Select(p => Format(p.Key, -p.Value)));
        if (top.Length == 0) { top = Kind switch { Kind.Share => "share", Kind.Index => "index", Kind.Log => "log", _ => bottom.Length == 0 ? "number" : "1" }; }
        return bottom.Length == 0 ? top : $"{top}/{bottom}";
    }

    private static string Format(string name, double power) => power == 1.0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}^{power:0.###}");

    private static Unit Combine(Unit left, Unit right, double sign)
    {
        var powers = left._powers.ToBuilder();
        foreach (var (name, power) in right._powers)
        {
            double sum = powers.GetValueOrDefault(name) + sign * power;
            if (Math.Abs(sum) > Smallest) { powers[name] = sum; } else { powers.Remove(name); }
        }

        return new Unit(powers.ToImmutable(), Kind.Any);
    }
}
