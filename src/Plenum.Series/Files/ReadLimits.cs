namespace Plenum.Series.Files;

/// <summary>How much a file may ask of its reader; what is beyond is a finding and not an effort.</summary>
public sealed record ReadLimits
{
    /// <summary>For files of one's own: far more than a file below the size limit needs.</summary>
    public static ReadLimits Files { get; } = new();

    /// <summary>The most periods of all series together, each counted from its first to its last. Default 50 million.</summary>
    public long MostPeriods { get; init; } = 50_000_000;

    /// <summary>The most cells of a table, blank ones counted. Default 50 million.</summary>
    public long MostCells { get; init; } = 50_000_000;

    /// <summary>The most bytes of a workbook when it is unpacked. Default 1 GB.</summary>
    public long MostUnpacked { get; init; } = 1L << 30;
}
