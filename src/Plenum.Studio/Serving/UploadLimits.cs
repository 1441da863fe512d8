using Plenum.Series.Files;

namespace Plenum.Studio.Serving;

/// <summary>What a file of data that a user brings may ask of the server.</summary>
internal static class UploadLimits
{
    /// <summary>The most bytes of a file.</summary>
    public const long LargestFile = 4 * 1024 * 1024;

    /// <summary>The most series that one window keeps.</summary>
    public const int MostSeries = 200;

    /// <summary>The most characters of a series' name.</summary>
    public const int LongestName = 200;

    /// <summary>The most files of data, and the most edited copies of the model, that one user keeps.</summary>
    public const int MostKeptFiles = 30;

    /// <summary>The most users who keep anything, where the studio was started with a token.</summary>
    public const int MostShelves = 100;

    /// <summary>What its reader keeps to.</summary>
    public static ReadLimits Reading { get; } = new() { MostPeriods = 200_000, MostCells = 400_000, MostUnpacked = 64L << 20 };
}
