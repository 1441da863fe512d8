using System.Net;

namespace Plenum.Studio.Serving;

/// <summary>Bounds the pages that are open: each holds a session in memory for as long as its connection lasts.</summary>
/// <remarks>Sessions go over websockets alone, so that a session has exactly one connection and ends with it.</remarks>
internal sealed class PageGate(RequestDelegate next)
{
    private readonly ClientCounts _pages = new(StudioLimits.PagesPerClient, StudioLimits.Pages);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path != "/_blazor")
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        if (!context.WebSockets.IsWebSocketRequest)
        {
            await Refusal.WriteAsync(context, StatusCodes.Status400BadRequest, "Pages talk to the studio over a websocket.", "If a proxy stands between, let it pass websockets on.").ConfigureAwait(false);
            return;
        }

        var client = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (!_pages.TryEnter(client))
        {
            context.Response.Headers.RetryAfter = "30";
            await Refusal.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "Too many pages are open.", "Close some of them, then load this one again.").ConfigureAwait(false);
            return;
        }

        try { await next(context).ConfigureAwait(false); }
        finally { _pages.Leave(client); }
    }
}
