using System.Net;
using System.Net.Sockets;
using Plenum.Tests.Runs;

namespace Plenum.Tests.Cluster;

/// <summary>Silos of one machine, each a process of its own, that are ended together.</summary>
internal sealed class Silos : IDisposable
{
    private readonly List<ChildProcess> _processes = [];

    /// <summary>Starts silos.</summary>
    /// <param name="folder">The folder in which they are started; it needs no project.</param>
    /// <param name="count">How many.</param>
    /// <param name="membership">The address of the server through which they find one another; null for the first silo.</param>
    /// <param name="environment">Variables of their environment; null for none.</param>
    public Silos(string folder, int count, string? membership = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        int[] ports = FreePorts(count);
        Address = membership ?? $"localhost:{ports[0]}";
        foreach (int port in ports)
        {
            var process = ChildProcess.Start(folder, environment ?? ChildProcess.Nothing, "worker", "--port", $"{port}", "--cluster", Address, "--threads", "1");
            _processes.Add(process);

            // The first holds the membership that the others join.
            if (membership is null && _processes.Count == 1) { process.AwaitOutput("Ctrl+C ends it"); }
        }

        foreach (var process in _processes) { process.AwaitOutput("Ctrl+C ends it"); }
    }

    /// <summary>What both workers and their clients are told.</summary>
    public string Address { get; }

    /// <summary>Ends a silo by its process id, as a failing machine would.</summary>
    public void Kill(int place) => _processes[place].Kill();

    /// <summary>How long a silo has kept processors busy.</summary>
    public TimeSpan Busy(int place) => _processes[place].Busy;

    public void Dispose()
    {
        foreach (var process in _processes) { process.Dispose(); }
    }

    /// <summary>Pairs of ports that follow one another and are free.</summary>
    public static int[] FreePorts(int count)
    {
        var ports = new HashSet<int>();
        while (ports.Count < count)
        {
            int port = 20_000 + (2 * Random.Shared.Next(6_000));
            if (IsFree(port) && IsFree(port + 1)) { ports.Add(port); }
        }

        return [.. ports];
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
