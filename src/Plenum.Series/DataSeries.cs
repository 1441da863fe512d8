namespace Plenum.Series;

/// <summary>One vintage of one named series: values, how each came about, and where they come from.</summary>
public sealed record DataSeries
{
    /// <summary>Takes a named series.</summary>
    /// <param name="values">The values; must have a name.</param>
    /// <param name="provenance">Where they come from; null when unknown.</param>
    /// <param name="flags">One a value; null when all are observed.</param>
    /// <exception cref="ArgumentException">The series has no name, or flags and values differ in count.</exception>
    public DataSeries(TimeSeries values, Provenance? provenance = null, IReadOnlyList<ObservationFlag>? flags = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (string.IsNullOrWhiteSpace(values.Name)) { throw new ArgumentException("A series in a data set needs a name; use TimeSeries.Named.", nameof(values)); }
        if (flags is not null && flags.Count != values.Count) { throw new ArgumentException($"'{values.Name}' has {values.Count} values and {flags.Count} flags.", nameof(flags)); }
        Name = values.Name;
        Values = values;
        Provenance = provenance ?? Provenance.Unknown;
        Flags = flags is null ? new ObservationFlag[values.Count] : [.. flags];
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The values.</summary>
    public TimeSeries Values { get; }

    /// <summary>How each value came about, in the order of the values.</summary>
    public IReadOnlyList<ObservationFlag> Flags { get; }

    /// <summary>Where the values come from.</summary>
    public Provenance Provenance { get; }

    /// <summary>Whether values, flags and provenance are the same.</summary>
    public bool Equals(DataSeries? other) =>
        other is not null && Values.Equals(other.Values) && Provenance == other.Provenance && Flags.SequenceEqual(other.Flags);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Values, Provenance);
}
