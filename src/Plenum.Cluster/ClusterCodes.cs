namespace Plenum.Cluster;

/// <summary>Codes of the findings about clusters; each has a page in <c>docs/diagnostics/</c>.</summary>
public static class ClusterCodes
{
    /// <summary>The address of a cluster cannot be used.</summary>
    public const string WrongAddress = "PL0585";

    /// <summary>No silo answers.</summary>
    public const string NoSilo = "PL0586";

    /// <summary>A silo runs another version of the program.</summary>
    public const string OtherVersion = "PL0587";

    /// <summary>The project is too large to be sent.</summary>
    public const string TooLarge = "PL0588";

    /// <summary>A silo could not prepare the job, or prepared another one.</summary>
    public const string Unprepared = "PL0589";
}
