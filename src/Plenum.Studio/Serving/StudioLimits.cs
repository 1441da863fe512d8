namespace Plenum.Studio.Serving;

/// <summary>What one user may ask of the server.</summary>
internal static class StudioLimits
{
    /// <summary>The most bytes of a request.</summary>
    public const long LargestUpload = 8 * 1024 * 1024;

    /// <summary>The most bytes of one message of a page, such as an edited file of model text.</summary>
    public const long LargestMessage = 1024 * 1024;

    /// <summary>The most characters of an edited model, all its files together.</summary>
    public const int LargestModelText = 400 * 1024;

    /// <summary>The longest that checking or solving an edited model may take.</summary>
    public static TimeSpan LongestModelWork => TimeSpan.FromSeconds(10);

    /// <summary>Sessions that are kept for browsers whose connection broke.</summary>
    public const int RetainedCircuits = 50;

    /// <summary>For how long they are kept.</summary>
    public static TimeSpan RetainedFor => TimeSpan.FromMinutes(3);
}
