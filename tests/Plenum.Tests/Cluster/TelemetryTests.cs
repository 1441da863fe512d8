using System.Net;
using Plenum.Cli;
using Plenum.Tests.Runs;
using Plenum.Tests.Workspace;

namespace Plenum.Tests.Cluster;

/// <summary>Traces and meters reach a real listener, from silos and from the command, where one is named and only there.</summary>
public sealed class TelemetryTests : IDisposable
{
    /// <summary>The port at which collectors listen unless told otherwise.</summary>
    private const int UsualPort = 4318;

    private readonly TinyProject _tiny = new TinyProject().GiveHistory();

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public void A_collector_hears_of_the_draws_of_silos_and_of_the_command()
    {
        using var collector = new Collector(Silos.FreePorts(1)[0]);
        using var silos = new Silos(_tiny.Folder, 1, null, collector.Environment);
        Simulate(collector.Environment, "--cluster", silos.Address);
        collector.Await("/v1/traces", "plenum-worker", "Plenum.Ensembles", "take draws");
        collector.Await("/v1/metrics", "plenum-worker", "Plenum.Ensembles", "plenum.draws");
        collector.Await("/v1/traces", "Plenum.Cluster", "draws by silos");

        Simulate(new Dictionary<string, string>(collector.Environment) { ["OTEL_SERVICE_NAME"] = "our-forecasts" });
        collector.Await("/v1/traces", "our-forecasts", "Plenum.Ensembles", "take draws");
        collector.Await("/v1/metrics", "our-forecasts", "Plenum.Ensembles", "plenum.draws");
    }

    [Fact]
    public void Nothing_is_sent_where_no_collector_is_named()
    {
        Collector collector;
        try { collector = new Collector(UsualPort); }
        catch (HttpListenerException) { Assert.Skip($"port {UsualPort} is taken, so that it cannot be seen whether something is sent there."); return; }
        using (collector)
        {
            using var silos = new Silos(_tiny.Folder, 1, null, Collector.Haste);
            Simulate(Collector.Haste, "--cluster", silos.Address);

            // The same with a collector named, so that the listener is known to hear.
            Assert.Equal(0, collector.Posts);
            Simulate(collector.Environment);
            collector.Await("/v1/traces", "take draws");
        }
    }

    private void Simulate(IReadOnlyDictionary<string, string> environment, params string[] more)
    {
        using var child = ChildProcess.Start(_tiny.Folder, environment, ["simulate", "--draws", "600", "--json", .. more]);
        var (code, _, error) = child.Wait();
        Assert.Equal((ExitCode.Done, ""), (code, error));
    }
}
