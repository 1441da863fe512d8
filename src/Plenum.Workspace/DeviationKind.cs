using Plenum.Language.Binding;
using Plenum.Language.Units;

namespace Plenum.Workspace;

/// <summary>How the difference between two paths is written.</summary>
public enum DeviationKind
{
    /// <summary>In per cent of the first path.</summary>
    Percent,

    /// <summary>In percentage points: the difference of two fractions, times 100.</summary>
    Points,
}

/// <summary>Differences between two paths.</summary>
public static class Deviation
{
    /// <summary>The kind that suits a unit: points for shares, logarithms and rates, per cent for all else.</summary>
    public static DeviationKind KindOf(Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return KindOf(symbol.Unit);
    }

    /// <summary>The kind that suits a unit; per cent where it is not known.</summary>
    public static DeviationKind KindOf(Unit? unit)
    {
        if (unit is null) { return DeviationKind.Percent; }
        bool isRate = unit.Kind is Kind.Share or Kind.Log || (unit.Kind == Kind.Any && !unit.IsDimensionless && unit.Powers.Keys.All(IsTime));
        return isRate ? DeviationKind.Points : DeviationKind.Percent;
    }

    /// <summary>The difference of <paramref name="other"/> from <paramref name="reference"/>; null where it cannot be had.</summary>
    public static double? Between(double reference, double other, DeviationKind kind)
    {
        double difference = kind == DeviationKind.Percent ? 100.0 * ((other / reference) - 1.0) : 100.0 * (other - reference);
        return double.IsFinite(difference) ? difference : null;
    }

    private static bool IsTime(string unit) => unit is "year" or "quarter" or "month";
}
