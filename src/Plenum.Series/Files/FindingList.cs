namespace Plenum.Series.Files;

/// <summary>Collects findings up to a limit, so that a hostile file cannot flood the reader.</summary>
/// <param name="limits">What its reader keeps to; those of <see cref="ReadLimits.Files"/> where null.</param>
internal sealed class FindingList(ReadLimits? limits = null)
{
    private const int Limit = 200;

    private readonly List<DataFinding> _findings = [];
    private int _dropped;

    /// <summary>What the reader keeps to.</summary>
    public ReadLimits Limits { get; } = limits ?? ReadLimits.Files;

    public bool HasErrors { get; private set; }

    public void Add(DataFinding finding)
    {
        HasErrors |= finding.Severity == FindingSeverity.Error;
        if (_findings.Count < Limit) { _findings.Add(finding); }
        else { _dropped++; }
    }

    public void AddRange(IEnumerable<DataFinding> findings)
    {
        foreach (var finding in findings) { Add(finding); }
    }

    /// <summary>Everything found, and how much more there was.</summary>
    public IReadOnlyList<DataFinding> ToList() => _dropped == 0 ? [.. _findings] :
        [.. _findings, new DataFinding(DataCode.MoreFindings, HasErrors ? FindingSeverity.Error : FindingSeverity.Info, $"there are {_dropped} more findings.", Help: "mend these first.")];

    /// <summary>The result of reading: the data where nothing is wrong, looked over for signs of trouble.</summary>
    public ReadResult Result(DataSet? data, Func<DataSeries, Period, DataPlace?> placeOf)
    {
        if (HasErrors || data is null) { return new ReadResult(null, ToList()); }
        AddRange(DataChecks.Run(data, placeOf: placeOf));
        return new ReadResult(data, ToList());
    }

    /// <summary>The result of reading where nothing could be read.</summary>
    public ReadResult Nothing() => new(null, ToList());
}
