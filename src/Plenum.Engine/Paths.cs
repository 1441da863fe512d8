using Plenum.Language.Binding;
using Plenum.Series;

namespace Plenum.Engine;

/// <summary>The values of every name of a model over a window of periods.</summary>
/// <remarks>
/// Shape: periods x columns, row-major, so that a lag is a constant offset. Columns are those of
/// <see cref="BoundModel.Symbols"/>; a parameter has a value in every period, so that a scenario can change it over time.
/// A value that is not known is NaN.
/// </remarks>
public sealed class Paths
{
    /// <summary>Sets up a window in which nothing is known yet but parameters, and in which shocks and add-factors are zero.</summary>
    /// <param name="model">The model whose names these are.</param>
    /// <param name="start">First period.</param>
    /// <param name="count">Number of periods.</param>
    /// <exception cref="ArgumentException">The window is empty or has another frequency than the model.</exception>
    public Paths(BoundModel model, Period start, int count)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (start.Frequency != model.Frequency) { throw new ArgumentException($"The model is {model.Frequency}, but the window starts at {start}.", nameof(start)); }
        Model = model;
        Start = start;
        Count = count;
        Values = new double[count * model.Symbols.Count];
        var first = Values.AsSpan(0, Columns);
        foreach (var symbol in model.Symbols)
        {
            first[symbol.Column] = symbol.Role switch
            {
                Role.Parameter => symbol.Value ?? double.NaN,
                Role.Shock or Role.AddFactor => 0.0,
                _ => model.VariantValues.TryGetValue(symbol.Column, out double value) ? value : double.NaN,
            };
        }

        for (int t = 1; t < count; t++) { first.CopyTo(Row(t)); }
    }

    private Paths(Paths other)
    {
        Model = other.Model;
        Start = other.Start;
        Count = other.Count;
        Values = (double[])other.Values.Clone();
    }

    /// <summary>The model whose names these are.</summary>
    public BoundModel Model { get; }

    /// <summary>First period.</summary>
    public Period Start { get; }

    /// <summary>Last period.</summary>
    public Period End => Start + (Count - 1);

    /// <summary>Number of periods.</summary>
    public int Count { get; }

    /// <summary>Number of columns.</summary>
    public int Columns => Model.Symbols.Count;

    /// <summary>All values, periods x columns, row-major.</summary>
    public double[] Values { get; }

    /// <summary>One value by column and period.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The period lies outside the window.</exception>
    public double this[int column, Period period]
    {
        get => Values[(IndexOf(period) * Columns) + column];
        set => Values[(IndexOf(period) * Columns) + column] = value;
    }

    /// <summary>One value by name and period.</summary>
    /// <exception cref="ArgumentException">The model has no such name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period lies outside the window.</exception>
    public double this[string name, Period period]
    {
        get => this[ColumnOf(name), period];
        set => this[ColumnOf(name), period] = value;
    }

    /// <summary>All columns of the t-th period, from 0.</summary>
    public Span<double> Row(int t) => Values.AsSpan(t * Columns, Columns);

    /// <summary>The position of a period in the window, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The period lies outside the window.</exception>
    public int IndexOf(Period period)
    {
        int t = period - Start;
        return t >= 0 && t < Count ? t : throw new ArgumentOutOfRangeException(nameof(period), period.ToString(), $"Outside {Start} to {End}.");
    }

    /// <summary>A copy of one column over the whole window.</summary>
    public double[] Column(int column)
    {
        var values = new double[Count];
        for (int t = 0; t < Count; t++) { values[t] = Values[(t * Columns) + column]; }
        return values;
    }

    /// <summary>An independent copy.</summary>
    public Paths Copy() => new(this);

    /// <summary>Takes over the values of another window of the same model, start and length, without allocating.</summary>
    /// <exception cref="ArgumentException">The windows differ.</exception>
    public void CopyFrom(Paths other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Model != Model || other.Start != Start || other.Count != Count) { throw new ArgumentException("The two windows differ in model, start or length.", nameof(other)); }
        other.Values.AsSpan().CopyTo(Values);
    }

    private int ColumnOf(string name) => Model.Find(name)?.Column ?? throw new ArgumentException($"The model has no name '{name}'.", nameof(name));
}
