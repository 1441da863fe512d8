using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Plenum.Language.Diagnostics;

namespace Plenum.Cluster;

/// <summary>How a silo is started.</summary>
/// <param name="Cluster">The cluster that it joins.</param>
/// <param name="Port">The port for clients; silos talk through the next one.</param>
public sealed record SiloOptions(ClusterAddress Cluster, int Port)
{
    /// <summary>The address at which other machines find this one. Default: the machine itself alone.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Threads that take draws. Default: the processors of the machine.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>One more program that works for a cluster.</summary>
public sealed class RunningSilo : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningSilo(IHost host) => _host = host;

    /// <summary>Starts a silo, and returns once it takes work.</summary>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ClusterException">It cannot join the cluster, or its ports are taken.</exception>
    public static async Task<RunningSilo> StartAsync(SiloOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);

        // Draws keep all threads of the pool busy; those that answer probes must not wait until it grows.
        ThreadPool.SetMinThreads((2 * options.Threads) + 8, 8);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.UseOrleans(silo =>
        {
            ClusterSettings.Configure(silo, options);
            silo.Services.AddSingleton(new Workshop(options.Threads));
            silo.Services.AddPlacementDirector<OnNamedSilo, NamedSiloDirector>();
        });
        var host = builder.Build();
        try
        {
            await host.StartAsync(cancellation).ConfigureAwait(false);
            return new RunningSilo(host);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            host.Dispose();
            string help = options.Cluster switch
            {
                ClusterAddress.Loopback => "choose another --port, and start the first silo before the others.",
                ClusterAddress.Postgres => "check that the server runs, that the address, user and password are right, and that the user may make tables in the database.",
                _ => "check that the server runs and that the address, user and password are right.",
            };
            throw new ClusterException(Diagnostic.Error(ClusterCodes.NoSilo, "the silo cannot join the cluster.", null, error.GetBaseException().Message, help));
        }
    }

    /// <summary>Waits until the silo is told to end, by the user or by the machine.</summary>
    public Task WaitAsync(CancellationToken cancellation) => _host.WaitForShutdownAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync().ConfigureAwait(false);
        _host.Services.GetRequiredService<Workshop>().Dispose();
        _host.Dispose();
    }
}
