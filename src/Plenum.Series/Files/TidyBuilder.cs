namespace Plenum.Series.Files;

/// <summary>Gathers observations, one a row, into series.</summary>
/// <param name="file">The path that findings shall show.</param>
/// <param name="valueColumn">The number of the value's cell, from 1.</param>
/// <param name="findings">Takes what is found.</param>
internal sealed class TidyBuilder(string file, int valueColumn, FindingList findings)
{
    private readonly Dictionary<(string Name, string Vintage), Group> _groups = [];

    /// <summary>Adds one observation.</summary>
    public void Add(int line, string name, Period period, double value, ObservationFlag flag, Provenance provenance)
    {
        var key = (name, provenance.Vintage);
        if (!_groups.TryGetValue(key, out var group)) { _groups[key] = group = new Group(name, provenance, line); }
        else if (group.Provenance != provenance && !group.IsMixed)
        {
            group.IsMixed = true;
            findings.Add(DataFinding.Error(DataCode.MixedProvenance, $"'{name}' has {Difference(group.Provenance, provenance)} in line {group.Line}.", new DataPlace(file, line),
                "one vintage of a series has one unit, publisher, source, confidence and note.", "give these rows a vintage or a name of their own."));
        }

        if (period.Frequency != group.Frequency(period))
        {
            if (!group.IsMixed)
            {
                findings.Add(DataFinding.Error(DataCode.MixedFrequencies, $"'{name}' has {period} here and {group.Observations[0].Period} in line {group.Observations[0].Line}.", new DataPlace(file, line),
                    "a series has one frequency.", "give each frequency a name of its own."));
            }

            group.IsMixed = true;
            return;
        }

        group.Observations.Add(new Observation(period, value, flag, line));
    }

    /// <summary>The series gathered, in the order of their first rows.</summary>
    public ReadResult Finish()
    {
        long periods = 0;
        foreach (var group in _groups.Values)
        {
            group.Observations.Sort((a, b) => a.Period.Ordinal != b.Period.Ordinal ? a.Period.Ordinal.CompareTo(b.Period.Ordinal) : a.Line.CompareTo(b.Line));
            ReportDuplicates(group);
            periods += group.Span;
        }

        if (periods > findings.Limits.MostPeriods) { findings.Add(DataFinding.Error(DataCode.TooLarge, $"the series span {periods} periods together; the limit is {findings.Limits.MostPeriods}.", new DataPlace(file), "each series is held from its first to its last period.", "look for a period that is far away from the others.")); }
        if (_groups.Count == 0 && !findings.HasErrors) { findings.Add(DataFinding.Error(DataCode.EmptyFile, "the file has a header and no observations.", new DataPlace(file))); }
        if (findings.HasErrors) { return findings.Nothing(); }
        return findings.Result(new DataSet(_groups.Values.Select(g => g.ToSeries())), PlaceOf);
    }

    private DataPlace? PlaceOf(DataSeries series, Period period)
    {
        var observations = _groups[(series.Name, series.Provenance.Vintage)].Observations;
        int at = observations.FindIndex(o => o.Period == period);
        return at < 0 ? new DataPlace(file) : new DataPlace(file, observations[at].Line, valueColumn);
    }

    private void ReportDuplicates(Group group)
    {
        for (int i = 1; i < group.Observations.Count; i++)
        {
            var (before, here) = (group.Observations[i - 1], group.Observations[i]);
            if (before.Period != here.Period) { continue; }
            string vintage = group.Provenance.Vintage.Length > 0 ? $" in vintage '{group.Provenance.Vintage}'" : "";
            findings.Add(DataFinding.Error(DataCode.DuplicateObservation, $"'{group.Name}' has a second value for {here.Period}{vintage}; the first is in line {before.Line}.", new DataPlace(file, here.Line),
                "a series has one value a period and vintage.", "delete one, or name the vintage of each in the column 'vintage'."));
        }
    }

    private static string Difference(Provenance before, Provenance here) => (before, here) switch
    {
        _ when before.Unit != here.Unit => $"unit '{here.Unit}' here and '{before.Unit}'",
        _ when before.Publisher != here.Publisher => $"publisher '{here.Publisher}' here and '{before.Publisher}'",
        _ when before.SeriesCode != here.SeriesCode => $"source series '{here.SeriesCode}' here and '{before.SeriesCode}'",
        _ when before.Confidence != here.Confidence => $"confidence '{here.Confidence}' here and '{before.Confidence}'",
        _ => $"note '{here.Note}' here and '{before.Note}'",
    };

    private readonly record struct Observation(Period Period, double Value, ObservationFlag Flag, int Line);

    private sealed class Group(string name, Provenance provenance, int line)
    {
        public string Name => name;

        public Provenance Provenance => provenance;

        public int Line => line;

        public bool IsMixed { get; set; }

        public List<Observation> Observations { get; } = [];

        public long Span => Observations.Count == 0 ? 0 : Observations[^1].Period - Observations[0].Period + 1L;

        public Frequency Frequency(Period first) => Observations.Count > 0 ? Observations[0].Period.Frequency : first.Frequency;

        public DataSeries ToSeries()
        {
            var start = Observations[0].Period;
            double[] values = new double[Span];
            var flags = new ObservationFlag[Span];
            Array.Fill(values, double.NaN);
            foreach (var (period, value, flag, _) in Observations)
            {
                values[period - start] = value;
                flags[period - start] = flag;
            }

            return new DataSeries(new TimeSeries(start, values, name), provenance, flags);
        }
    }
}
