using System.Collections;

namespace Plenum.Series;

/// <summary>One number a period on a regular calendar; a missing number is NaN.</summary>
/// <remarks>Immutable. Operations answer a new series without a name, over the periods for which they are defined.</remarks>
public sealed partial class TimeSeries : IReadOnlyList<double>, IEquatable<TimeSeries>
{
    private readonly double[] _values;

    /// <summary>Takes the values from a first period on.</summary>
    /// <param name="start">The period of the first value.</param>
    /// <param name="values">One value a period, NaN where missing; copied.</param>
    /// <param name="name">The name, if any.</param>
    public TimeSeries(Period start, ReadOnlySpan<double> values, string? name = null)
        : this(start, values.ToArray(), name)
    {
    }

    private TimeSeries(Period start, double[] values, string? name)
    {
        if (!Enum.IsDefined(start.Frequency)) { throw new ArgumentException("The first period has no frequency; make it with Period.Annual, Period.Quarter or Period.Month.", nameof(start)); }
        Start = start;
        _values = values;
        Name = name;
    }

    /// <summary>The name, if any.</summary>
    public string? Name { get; }

    /// <summary>The period of the first value.</summary>
    public Period Start { get; }

    /// <summary>The period of the last value; the period before <see cref="Start"/> when there is none.</summary>
    public Period End => Start + (_values.Length - 1);

    /// <summary>The calendar.</summary>
    public Frequency Frequency => Start.Frequency;

    /// <summary>The number of periods, those with a missing value included.</summary>
    public int Count => _values.Length;

    /// <summary>The values in order of time.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The value by its place, from 0.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public double this[int index] => _values[index];

    /// <summary>The value of a period; NaN before the start and after the end.</summary>
    /// <exception cref="ArgumentException">The period is of another frequency.</exception>
    public double this[Period period]
    {
        get
        {
            RequireFrequency(period, nameof(period));
            int index = period - Start;
            return (uint)index < (uint)_values.Length ? _values[index] : double.NaN;
        }
    }

    /// <summary>A series from its first period and its values.</summary>
    public static TimeSeries Of(Period start, params ReadOnlySpan<double> values) => new(start, values);

    /// <summary>The same value in every period from <paramref name="start"/> to <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentException">The periods differ in frequency.</exception>
    public static TimeSeries Constant(Period start, Period end, double value)
    {
        var values = new double[Math.Max(0, end - start + 1)];
        Array.Fill(values, value);
        return new TimeSeries(start, values, null);
    }

    /// <summary>The same values under another name.</summary>
    public TimeSeries Named(string? name) => new(Start, _values, name);

    /// <summary>A function of every value.</summary>
    public TimeSeries Select(Func<double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new TimeSeries(Start, Array.ConvertAll(_values, x => function(x)), null);
    }

    /// <summary>Whether name, start and every value are the same; missing equals missing.</summary>
    public bool Equals(TimeSeries? other) =>
        other is not null && Name == other.Name && Start == other.Start && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TimeSeries);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Start, _values.Length, _values.Length > 0 ? _values[^1] : 0);

    /// <summary>Reads "gdp 2012Q3..2025Q4 (54 periods)".</summary>
    public override string ToString() => Count == 0 ? $"{Name ?? "series"} (empty)" : $"{Name ?? "series"} {Start}..{End} ({Count} periods)";

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)_values).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void RequireFrequency(Period period, string parameter)
    {
        if (period.Frequency != Frequency)
        {
            throw new ArgumentException($"'{Name ?? "series"}' is {Frequency}, {period} is {period.Frequency}. Convert one first.", parameter);
        }
    }
}
