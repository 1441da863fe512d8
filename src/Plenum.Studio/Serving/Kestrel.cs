using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Plenum.Cli;

namespace Plenum.Studio.Serving;

/// <summary>How the server listens: on one address, and with limits on all that a client can hold.</summary>
internal static class Kestrel
{
    private const int LongestHeaders = 16 * 1024;
    private const int MostHeaders = 64;
    private const double SlowestSender = 240.0;

    /// <summary>Bytes on their way to one client that the system holds.</summary>
    private const int SendBuffer = 128 * 1024;

    /// <summary>Sets up the server.</summary>
    /// <param name="kestrel">Takes the settings.</param>
    /// <param name="request">Host, port and patience.</param>
    /// <param name="clock">Measures how slow a client is.</param>
    public static void Configure(KestrelServerOptions kestrel, StudioRequest request, TimeProvider clock)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = StudioLimits.LongestRequestLine;
        kestrel.Limits.MaxRequestBodySize = StudioLimits.LargestUpload;
        kestrel.Limits.MaxRequestHeadersTotalSize = LongestHeaders;
        kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
        kestrel.Limits.RequestHeadersTimeout = request.Patience;
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(SlowestSender, request.Patience);
        kestrel.Limits.MaxConcurrentConnections = StudioLimits.Connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = StudioLimits.Pages;
        kestrel.Listen(IPAddress.TryParse(request.Host, out var address) ? address : IPAddress.Loopback, request.Port, listener => Bound(listener, request.Patience, clock));
    }

    /// <summary>Closes connections of a client that holds too many, or takes nothing of what it asked for.</summary>
    private static void Bound(ListenOptions listener, TimeSpan patience, TimeProvider clock)
    {
        var open = new ClientCounts(StudioLimits.ConnectionsPerClient, StudioLimits.Connections);
        listener.Use(next => async connection =>
        {
            var client = (connection.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None;
            if (!open.TryEnter(client))
            {
                connection.Abort(new ConnectionAbortedException("The client holds too many connections."));
                return;
            }

            if (connection.Features.Get<IConnectionSocketFeature>() is { } socket) { socket.Socket.SendBufferSize = SendBuffer; }
            var transport = connection.Transport;
            connection.Transport = new WatchedTransport(transport.Input, new PatientOutput(transport.Output, patience, clock, () => connection.Abort(new ConnectionAbortedException("The client takes nothing of the answer."))));
            try { await next(connection).ConfigureAwait(false); }
            finally
            {
                connection.Transport = transport;
                open.Leave(client);
            }
        });
    }
}
