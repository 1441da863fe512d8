using Plenum.Language.Binding;
using Plenum.Series;

namespace Plenum.Engine.Sensitivities;

/// <summary>The gradient of one number that a path gives, by every given value of every period.</summary>
public sealed class PathGradient
{
    private readonly int[] _slotOfColumn;
    private readonly int _slots;

    internal PathGradient(BoundModel model, Period start, int count, int[] slotOfColumn, int slots)
    {
        (Model, Start, Count, _slotOfColumn, _slots) = (model, start, count, slotOfColumn, slots);
        Values = new double[count * slots];
    }

    /// <summary>The model.</summary>
    public BoundModel Model { get; }

    /// <summary>First period, that of the deepest lag.</summary>
    public Period Start { get; }

    /// <summary>Number of periods.</summary>
    public int Count { get; }

    /// <summary>All values, periods x movable names, row-major.</summary>
    internal double[] Values { get; }

    /// <summary>By how much the number moves if a given value moves by one unit; 0 for a name that is found in that period, and after the last value that matters.</summary>
    /// <param name="column">The name's column.</param>
    /// <param name="period">The period; before the solved window it is that of a lag.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period lies before the lags of the first solved one.</exception>
    public double this[int column, Period period]
    {
        get
        {
            int t = period - Start;
            ArgumentOutOfRangeException.ThrowIfNegative(t, nameof(period));
            return _slotOfColumn[column] < 0 || t >= Count ? 0.0 : Values[At(t, _slotOfColumn[column])];
        }
    }

    /// <summary>Where a movable name in a period stands.</summary>
    internal int At(int t, int slot) => (t * _slots) + slot;

    /// <summary>The first-order change along a direction.</summary>
    public double Along(Perturbation direction)
    {
        ArgumentNullException.ThrowIfNull(direction);
        double sum = 0.0;
        foreach (var change in direction.Changes)
        {
            int t = change.Period - Start;
            if (t >= 0 && t < Count) { sum += this[change.Column, change.Period] * change.Change; }
        }

        return sum;
    }
}
