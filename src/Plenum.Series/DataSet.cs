using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Plenum.Series;

/// <summary>Many named series, each with its provenance and in one or several vintages.</summary>
/// <remarks>Immutable. A name without more means its latest vintage: the latest date, and any date before an undated vintage.</remarks>
public sealed class DataSet : IReadOnlyCollection<DataSeries>, IEquatable<DataSet>
{
    private readonly DataSeries[] _series;
    private readonly Dictionary<string, DataSeries[]> _vintagesOfName;

    /// <summary>Takes series in the order given.</summary>
    /// <exception cref="ArgumentException">Two series share name and vintage.</exception>
    public DataSet(IEnumerable<DataSeries> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        _series = [.. series];
        var known = new HashSet<(string, string)>();
        foreach (var one in _series)
        {
            if (!known.Add((one.Name, one.Provenance.Vintage)))
            {
                throw new ArgumentException($"'{one.Name}' is there twice with vintage '{one.Provenance.Vintage}'. Give each its own name or vintage.", nameof(series));
            }
        }

        // Undated vintages have a null date, which sorts before every date; the sort keeps their order.
        _vintagesOfName = _series.GroupBy(s => s.Name).ToDictionary(g => g.Key, g => g.OrderBy(s => s.Provenance.PublishedOn).ToArray());
        Names = [.. _series.Select(s => s.Name).Distinct()];
    }

    /// <summary>No series.</summary>
    public static DataSet Empty { get; } = new([]);

    /// <summary>Every name once, in the order of the series.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The number of series, every vintage counted.</summary>
    public int Count => _series.Length;

    /// <summary>The latest vintage of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such name; the message offers the nearest one.</exception>
    public DataSeries this[string name] => TryFind(name, out var series, out var finding) ? series : throw new KeyNotFoundException($"{finding.Message} {finding.Help}");

    /// <summary>Every vintage of a name, the oldest first; none for an unknown name.</summary>
    public IReadOnlyList<DataSeries> Vintages(string name) => _vintagesOfName.TryGetValue(name, out var vintages) ? vintages : [];

    /// <summary>Looks up the latest vintage of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="series">The series, when found.</param>
    /// <param name="finding">What to tell the user, when not found.</param>
    public bool TryFind(string name, [NotNullWhen(true)] out DataSeries? series, [NotNullWhen(false)] out DataFinding? finding)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_vintagesOfName.TryGetValue(name, out var vintages))
        {
            (series, finding) = (vintages[^1], null);
            return true;
        }

        string? nearest = NearestName.Of(name, Names);
        series = null;
        finding = DataFinding.Error(DataCode.UnknownSeries, $"there is no series '{name}'.", help: nearest is not null ? $"did you mean '{nearest}'?" : Names.Count == 0 ? "the data set is empty." : $"the data set has {Names.Count} series, the first is '{Names[0]}'.");
        return false;
    }

    /// <summary>The data as known at the end of a day: of each name the latest vintage published by then, or an undated one where there is no dated one.</summary>
    /// <remarks>A name whose every vintage is later is left out.</remarks>
    public DataSet AsKnownOn(DateOnly day)
    {
        var known = Names.Select(name => _vintagesOfName[name].LastOrDefault(v => v.Provenance.PublishedOn is not { } date || date <= day));
        return new DataSet(known.OfType<DataSeries>());
    }

    /// <summary>The latest vintage of each name alone.</summary>
    public DataSet Latest() => new(Names.Select(name => this[name]));

    /// <summary>This data set with more series; one of the same name and vintage is replaced.</summary>
    public DataSet With(params IEnumerable<DataSeries> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var added = new DataSet(series);
        var replaced = added.Select(s => (s.Name, s.Provenance.Vintage)).ToHashSet();
        return new DataSet([.. _series.Where(s => !replaced.Contains((s.Name, s.Provenance.Vintage))), .. added]);
    }

    /// <summary>One line a series: what it covers and what is missing in it.</summary>
    public IReadOnlyList<Coverage> Summary() => [.. _series.Select(Coverage.Of)];

    /// <summary>Whether both hold the same series in the same order.</summary>
    public bool Equals(DataSet? other) => other is not null && _series.AsSpan().SequenceEqual(other._series);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DataSet);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_series.Length, _series.Length > 0 ? _series[0] : null);

    /// <inheritdoc/>
    public IEnumerator<DataSeries> GetEnumerator() => ((IEnumerable<DataSeries>)_series).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
