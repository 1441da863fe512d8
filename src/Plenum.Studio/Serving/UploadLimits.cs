using Plenum.Series.Files;

namespace Plenum.Studio.Serving;

/// <summary>What a file of data that a user brings may ask of the server.</summary>
internal static class UploadLimits
{
    /// <summary>The most bytes of a file.</summary>
    public const long LargestFile = 4 * 1024 * 1024;

    /// <summary>The most series that one window keeps.</summary>
    public const int MostSeries = 200;

    /// <summary>What its reader keeps to.</summary>
    public static ReadLimits Reading { get; } = new() { MostPeriods = 200_000, MostCells = 400_000, MostUnpacked = 64L << 20 };
}
