using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Plenum.Cli;

namespace Plenum.Studio.Serving;

/// <summary>How the server listens: on one address, and with limits on all that a client can hold.</summary>
internal static class Kestrel
{
    private const int LongestHeaders = 16 * 1024;
    private const int MostHeaders = 64;
    private const double SlowestBytesPerSecond = 240.0;

    /// <summary>Sets up the server.</summary>
    /// <param name="kestrel">Takes the settings.</param>
    /// <param name="request">Host and port.</param>
    public static void Configure(KestrelServerOptions kestrel, StudioRequest request)
    {
        var grace = TimeSpan.FromSeconds(5);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = StudioLimits.LongestRequestLine;
        kestrel.Limits.MaxRequestBodySize = StudioLimits.LargestUpload;
        kestrel.Limits.MaxRequestHeadersTotalSize = LongestHeaders;
        kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
        kestrel.Limits.RequestHeadersTimeout = StudioLimits.LongestHead;
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(SlowestBytesPerSecond, grace);
        kestrel.Limits.MinResponseDataRate = new MinDataRate(SlowestBytesPerSecond, grace);
        kestrel.Limits.MaxConcurrentConnections = StudioLimits.Connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = StudioLimits.Pages;
        kestrel.Listen(IPAddress.TryParse(request.Host, out var address) ? address : IPAddress.Loopback, request.Port, Bound);
    }

    /// <summary>Closes connections of a client that holds too many.</summary>
    private static void Bound(ListenOptions listener)
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

            try { await next(connection).ConfigureAwait(false); }
            finally { open.Leave(client); }
        });
    }
}
