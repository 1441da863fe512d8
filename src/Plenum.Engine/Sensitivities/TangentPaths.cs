using Plenum.Language.Binding;
using Plenum.Series;

namespace Plenum.Engine.Sensitivities;

/// <summary>First-order changes of every name along several directions at once.</summary>
public sealed class TangentPaths
{
    private readonly int[] _slotOfColumn;
    private readonly int _slots;

    internal TangentPaths(BoundModel model, Period start, int count, int[] slotOfColumn, int slots, IReadOnlyList<Perturbation> directions)
    {
        (Model, Start, Count, _slotOfColumn, _slots, Directions) = (model, start, count, slotOfColumn, slots, directions);
        Values = new double[count * slots * directions.Count];
    }

    /// <summary>The model.</summary>
    public BoundModel Model { get; }

    /// <summary>First period, that of the deepest lag.</summary>
    public Period Start { get; }

    /// <summary>Number of periods.</summary>
    public int Count { get; }

    /// <summary>The directions.</summary>
    public IReadOnlyList<Perturbation> Directions { get; }

    /// <summary>All values, periods x movable names x directions, row-major.</summary>
    internal double[] Values { get; }

    /// <summary>The change of a name in a period along one direction, per unit of the direction; 0 for a name that cannot move.</summary>
    /// <param name="direction">Index of the direction.</param>
    /// <param name="column">The name's column.</param>
    /// <param name="period">The period.</param>
    /// <exception cref="ArgumentOutOfRangeException">The direction or the period lies outside.</exception>
    public double this[int direction, int column, Period period]
    {
        get
        {
            int t = period - Start;
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)t, (uint)Count, nameof(period));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)direction, (uint)Directions.Count, nameof(direction));
            return _slotOfColumn[column] < 0 ? 0.0 : Values[At(t, _slotOfColumn[column]) + direction];
        }
    }

    /// <summary>Where the directions of a movable name in a period begin.</summary>
    internal int At(int t, int slot) => ((t * _slots) + slot) * Directions.Count;

    /// <summary>Sets every value to what the directions give, and zero elsewhere.</summary>
    internal void Reset()
    {
        Array.Clear(Values);
        for (int d = 0; d < Directions.Count; d++)
        {
            foreach (var change in Directions[d].Changes)
            {
                int t = change.Period - Start;
                if (t >= 0 && t < Count) { Values[At(t, _slotOfColumn[change.Column]) + d] += change.Change; }
            }
        }
    }
}
