using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Plenum.Language.Diagnostics;

namespace Plenum.Cluster;

/// <summary>A connection to the silos of a cluster.</summary>
public sealed class ClusterClient : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly IHost _host;
    private readonly IClusterClient _client;
    private IReadOnlyList<string> _silos = [];

    private ClusterClient(IHost host) => (_host, _client) = (host, host.Services.GetRequiredService<IClusterClient>());

    /// <summary>Connects.</summary>
    /// <param name="address">Where the silos are found.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ClusterException">Nobody answers.</exception>
    public static async Task<ClusterClient> ConnectAsync(ClusterAddress address, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.UseOrleansClient(client => ClusterSettings.Configure(client, address));
        var host = builder.Build();
        try
        {
            await host.StartAsync(cancellation).WaitAsync(s_patience, cancellation).ConfigureAwait(false);
            return new ClusterClient(host);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            host.Dispose();
            throw new ClusterException(Diagnostic.Error(ClusterCodes.NoSilo, "no silo answers.", null, error is TimeoutException ? "nothing answered within thirty seconds." : error.GetBaseException().Message, "start one:  plenum worker  and give the same address to both."));
        }
    }

    /// <summary>The silos that take work now; those known last where nobody says so in time.</summary>
    internal async Task<IReadOnlyList<string>> SilosAsync(CancellationToken cancellation)
    {
        try
        {
            var hosts = await _client.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true, cancellation).WaitAsync(TimeSpan.FromSeconds(2), cancellation).ConfigureAwait(false);
            _silos = [.. hosts.Where(h => h.Value == SiloStatus.Active).Select(h => h.Key.ToParsableString()).Order(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is TimeoutException or OrleansException) { /* The silo that would answer has just gone; another one does in a moment. */ }

        return _silos;
    }

    /// <summary>One of the silos.</summary>
    internal ISiloGrain Silo(string address) => _client.GetGrain<ISiloGrain>(address);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try { await _host.StopAsync().WaitAsync(TimeSpan.FromSeconds(5)).ConfigureAwait(false); }
        catch (Exception error) when (error is TimeoutException or OrleansException) { /* Silos that have gone need no farewell. */ }
        _host.Dispose();
    }
}
