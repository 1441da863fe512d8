namespace Plenum.Series.Files;

/// <summary>What a data file holds, and what was found while reading it.</summary>
/// <param name="Data">The data; null where a finding is an error, so that half-read data are never taken for whole.</param>
/// <param name="Findings">Every finding, in the order of the file.</param>
public sealed record ReadResult(DataSet? Data, IReadOnlyList<DataFinding> Findings)
{
    /// <summary>Whether any finding is an error.</summary>
    public bool HasErrors => Findings.Any(f => f.Severity == FindingSeverity.Error);
}
