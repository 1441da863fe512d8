using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Orleans.Configuration;
using Orleans.Messaging;
using Plenum.Cluster.Membership;
using StackExchange.Redis;

namespace Plenum.Cluster;

/// <summary>Tells Orleans where the membership lies. Passwords come from the environment and are written nowhere.</summary>
internal static class ClusterSettings
{
    private const string Name = "plenum";

    /// <summary>The longest that a silo may work on one part of a job.</summary>
    private static readonly TimeSpan s_longestPart = TimeSpan.FromMinutes(10);

    public static void Configure(IClientBuilder builder, ClusterAddress address)
    {
        switch (address)
        {
            case ClusterAddress.Loopback loopback: builder.UseStaticClustering(ClusterAddress.Gateways(loopback)); break;
            case ClusterAddress.Redis redis: builder.UseRedisClustering(o => o.ConfigurationOptions = Redis(redis)); break;
            case ClusterAddress.Postgres postgres: builder.Services.AddSingleton<IGatewayListProvider>(_ => Postgres(postgres)); break;
        }

        builder.AddActivityPropagation();
        Configure(builder.Services);
        builder.Services.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = s_longestPart);
    }

    public static void Configure(ISiloBuilder builder, SiloOptions options)
    {
        bool isLoopback = options.Cluster is ClusterAddress.Loopback;
        int port = ClusterAddress.SiloPort(options.Port);
        switch (options.Cluster)
        {
            case ClusterAddress.Loopback loopback:
                builder.UseDevelopmentClustering(new IPEndPoint(IPAddress.Loopback, ClusterAddress.SiloPort(loopback.Ports[0])));
                break;
            case ClusterAddress.Redis redis: builder.UseRedisClustering(o => o.ConfigurationOptions = Redis(redis)); break;
            case ClusterAddress.Postgres postgres: builder.Services.AddSingleton<IMembershipTable>(_ => Postgres(postgres)); break;
        }

        builder.ConfigureEndpoints(options.Address, port, options.Port, listenOnAnyHostAddress: false);
        builder.AddActivityPropagation();
        Configure(builder.Services);
        builder.Services.Configure<ClusterMembershipOptions>(o =>
        {
            // A silo that is gone is noticed after about three seconds; on one machine no second opinion is needed.
            (o.ProbeTimeout, o.NumMissedProbesLimit, o.TableRefreshTimeout, o.IAmAliveTablePublishTimeout) = (TimeSpan.FromSeconds(1), 3, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
            if (isLoopback) { o.NumVotesForDeathDeclaration = 1; }
        });
        builder.Services.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = s_longestPart);
    }

    private static void Configure(IServiceCollection services) => services.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (Name, Name));

    private static ConfigurationOptions Redis(ClusterAddress.Redis address) => new()
    {
        EndPoints = { { address.Host, address.Port } },
        User = Environment.GetEnvironmentVariable(ClusterAddress.UserVariable),
        Password = Environment.GetEnvironmentVariable(ClusterAddress.PasswordVariable),
        AbortOnConnectFail = true,
        ConnectTimeout = 5000,
    };

    private static PostgresMembership Postgres(ClusterAddress.Postgres address) => new(NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder
    {
        Host = address.Host,
        Port = address.Port,
        Database = address.Database,
        Username = Environment.GetEnvironmentVariable(ClusterAddress.UserVariable),
        Password = Environment.GetEnvironmentVariable(ClusterAddress.PasswordVariable),
        ApplicationName = Name,
        Timeout = 5,
        MaxPoolSize = 4,
    }), Name);
}
