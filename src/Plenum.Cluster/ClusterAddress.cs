using System.Globalization;
using System.Net;
using Plenum.Language.Diagnostics;

namespace Plenum.Cluster;

/// <summary>How silos find one another, and how they are found.</summary>
public abstract record ClusterAddress
{
    /// <summary>The port at which the first silo of a machine answers unless told otherwise.</summary>
    public const int UsualPort = 30000;

    /// <summary>The environment variable that holds the user of the membership's server.</summary>
    public const string UserVariable = "PLENUM_CLUSTER_USER";

    /// <summary>The environment variable that holds its password.</summary>
    public const string PasswordVariable = "PLENUM_CLUSTER_PASSWORD";

    /// <summary>Silos of one machine: the first holds the membership, so that it must outlive the others.</summary>
    /// <param name="Ports">The ports of silos, the first silo's first.</param>
    public sealed record Loopback(IReadOnlyList<int> Ports) : ClusterAddress;

    /// <summary>The membership lies in Redis.</summary>
    /// <param name="Host">The host.</param>
    /// <param name="Port">The port.</param>
    public sealed record Redis(string Host, int Port) : ClusterAddress;

    /// <summary>The membership lies in PostgreSQL, in tables that the first silo makes.</summary>
    /// <param name="Host">The host.</param>
    /// <param name="Port">The port.</param>
    /// <param name="Database">The database.</param>
    public sealed record Postgres(string Host, int Port, string Database) : ClusterAddress;

    /// <summary>Reads an address: "localhost:30000" (several with commas), "redis://host:6379", "postgres://host:5432/database".</summary>
    /// <param name="text">The address.</param>
    /// <param name="findings">Takes what is wrong with it; a password is never repeated.</param>
    /// <returns>The address; null where it cannot be used.</returns>
    public static ClusterAddress? Read(string text, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(findings);
        if (text.Contains('@', StringComparison.Ordinal) || text.Contains("password", StringComparison.OrdinalIgnoreCase))
        {
            return Wrong(findings, "the address of the cluster holds a user or a password.", "whoever lists the processes of a machine would see it.", $"write the host alone, and set {PasswordVariable} (and {UserVariable}) in the environment.");
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "redis" or "postgres" or "postgresql" && uri!.Host.Length > 0)
        {
            string path = uri.AbsolutePath.Trim('/');
            if (uri.Scheme == "redis" && path.Length == 0) { return new Redis(uri.Host, uri.Port < 0 ? 6379 : uri.Port); }
            if (uri.Scheme != "redis" && path.Length > 0 && !path.Contains('/', StringComparison.Ordinal)) { return new Postgres(uri.Host, uri.Port < 0 ? 5432 : uri.Port, path); }
        }

        var ports = text.Split(',', StringSplitOptions.TrimEntries).Select(ReadPort).ToList();
        if (ports.All(p => p is not null)) { return new Loopback([.. ports.Select(p => p!.Value)]); }
        return Wrong(findings, $"'{text}' is not the address of a cluster.", null, "write localhost:30000, redis://host:6379 or postgres://host:5432/database.");
    }

    /// <summary>The silos' gateways on this machine.</summary>
    internal static IPEndPoint[] Gateways(Loopback address) => [.. address.Ports.Select(p => new IPEndPoint(IPAddress.Loopback, p))];

    /// <summary>The port through which silos talk with one another: the one after that of clients.</summary>
    internal static int SiloPort(int port) => port + 1;

    private static int? ReadPort(string part)
    {
        string[] words = part.Split(':');
        return words is ["localhost" or "127.0.0.1", var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and < IPEndPoint.MaxPort ? port : null;
    }

    private static ClusterAddress? Wrong(DiagnosticBag findings, string fact, string? why, string help)
    {
        findings.Add(Diagnostic.Error(ClusterCodes.WrongAddress, fact, null, why, help));
        return null;
    }
}
