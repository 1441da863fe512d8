using Plenum.Series;

namespace Plenum.Engine.Sensitivities;

/// <summary>A change of the value that a name takes in one period.</summary>
/// <param name="Column">The name's column.</param>
/// <param name="Period">The period; before the solved window it is that of a lag.</param>
/// <param name="Change">The new value less the old one, in the unit of the name.</param>
public readonly record struct ValueChange(int Column, Period Period, double Change);

/// <summary>A direction in which given values move together: exogenous names, add-factors, parameters, shocks, values before the window.</summary>
/// <param name="Changes">The changes; several of one value add up.</param>
public sealed record Perturbation(IReadOnlyList<ValueChange> Changes)
{
    /// <summary>One value moves by one unit.</summary>
    public static Perturbation Unit(int column, Period period) => new([new ValueChange(column, period, 1.0)]);

    /// <summary>Everything in which two paths differ over some periods, of the columns that are wanted.</summary>
    /// <param name="reference">The path that is moved from.</param>
    /// <param name="other">The path that is moved to.</param>
    /// <param name="from">First period compared.</param>
    /// <param name="to">Last period compared.</param>
    /// <param name="isWanted">Which columns count.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period lies outside one of the paths.</exception>
    public static Perturbation Between(Paths reference, Paths other, Period from, Period to, Func<int, bool> isWanted)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(isWanted);
        var changes = new List<ValueChange>();
        for (var period = from; period <= to; period += 1)
        {
            var before = reference.Row(reference.IndexOf(period));
            var after = other.Row(other.IndexOf(period));
            for (int column = 0; column < before.Length; column++)
            {
                // Two unknown values are not a difference; one of them is, and shows as not a number.
                bool isSame = before[column] == after[column] || (double.IsNaN(before[column]) && double.IsNaN(after[column]));
                if (!isSame && isWanted(column)) { changes.Add(new ValueChange(column, period, after[column] - before[column])); }
            }
        }

        return new Perturbation(changes);
    }
}
