using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Plenum.Tests.Runs;

namespace Plenum.Tests.Cluster;

/// <summary>Waits for servers that tests start.</summary>
internal static class Listening
{
    private static readonly TimeSpan s_glance = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until a process listens at a port of this machine.</summary>
    public static void Await(int port, Process process, string name)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < ChildProcess.Patience && !process.HasExited; Thread.Sleep(s_glance))
        {
            using var client = new TcpClient();
            try
            {
                client.Connect(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                // It does not listen yet.
            }
        }

        string how = process.HasExited ? $"ended with {process.ExitCode}" : "did not begin to listen";
        if (!process.HasExited) { process.Kill(); }
        throw new InvalidOperationException($"{name} {how}.");
    }
}
