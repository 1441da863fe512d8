namespace Plenum.Studio.Serving;

/// <summary>What one user may ask of the server.</summary>
internal static class StudioLimits
{
    /// <summary>The most bytes of a request.</summary>
    public const long LargestUpload = 8 * 1024 * 1024;

    /// <summary>The longest address, in bytes with what stands around it: room for a link that holds a whole desk.</summary>
    public const int LongestRequestLine = 20 * 1024;

    /// <summary>Sessions that are kept for browsers whose connection broke.</summary>
    public const int RetainedCircuits = 50;

    /// <summary>For how long they are kept.</summary>
    public static TimeSpan RetainedFor => TimeSpan.FromMinutes(3);
}
