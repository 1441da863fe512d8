using System.ComponentModel;
using System.Diagnostics;

namespace Plenum.Tests.Cluster;

/// <summary>A Redis server of the test's own, which keeps nothing.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly Process _process;

    private RedisServer(Process process, int port) => (_process, Address) = (process, $"redis://127.0.0.1:{port}");

    public string Address { get; }

    /// <summary>Starts a server; null where none is installed.</summary>
    public static RedisServer? TryStart()
    {
        int port = Silos.FreePorts(1)[0];
        try
        {
            var process = Process.Start(new ProcessStartInfo("redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]) { RedirectStandardOutput = true })!;
            Listening.Await(port, process, "redis-server");
            return new RedisServer(process, port);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
