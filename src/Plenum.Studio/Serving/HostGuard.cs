using System.Net;
using Plenum.Cli;

namespace Plenum.Studio.Serving;

/// <summary>Refuses requests for a name that is not the server's own, and changes that another site's page asks for.</summary>
/// <remarks>
/// A page of another site can let its own name point to this machine (DNS rebinding), or send requests here from the user's browser. The
/// first comes with a foreign Host, the second with a foreign Origin; neither can be forged by a page.
/// Source: The WHATWG Fetch standard, "Origin header"; W3C, "Fetch Metadata Request Headers".
/// </remarks>
internal sealed class HostGuard(RequestDelegate next, StudioRequest request)
{
    private static readonly string[] s_loopback = ["localhost", "127.0.0.1", "[::1]"];

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsOwn(context)) { return Refusal.WriteAsync(context, StatusCodes.Status421MisdirectedRequest, "This name is not the studio's.", $"The studio answers to the address it was started with ({request.Host}) and, on this machine, to localhost. Open it by that address."); }
        bool changes = context.WebSockets.IsWebSocketRequest || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method));
        return changes && IsForeign(context.Request)
            ? Refusal.WriteAsync(context, StatusCodes.Status403Forbidden, "The request comes from another site.", "Pages of other sites may not change anything here or listen to it. Open the studio itself, or call it from a program without an Origin header.")
            : next(context);
    }

    /// <summary>Whether the name that was asked for is one that the server listens on.</summary>
    private bool IsOwn(HttpContext context)
    {
        string host = context.Request.Host.Host;
        if (string.Equals(host, request.Host, StringComparison.OrdinalIgnoreCase)) { return true; }
        if (context.Connection.LocalIpAddress is not { } local) { return false; }
        if (IPAddress.IsLoopback(local)) { return s_loopback.Contains(host, StringComparer.OrdinalIgnoreCase); }
        // Where it listens on every address, the one that was reached is its name.
        return IPAddress.TryParse(host.Trim('[', ']'), out var named) && named.MapToIPv6().Equals(local.MapToIPv6());
    }

    private static bool IsForeign(HttpRequest asked)
    {
        if (asked.Headers.Origin is [{ Length: > 0 } origin]) { return !Uri.TryCreate(origin, UriKind.Absolute, out var from) || !string.Equals(from.Authority, Authority(asked), StringComparison.OrdinalIgnoreCase); }
        return asked.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } site] && site is not ("same-origin" or "none");
    }

    /// <summary>Name and port, without the port that the scheme implies.</summary>
    private static string Authority(HttpRequest asked) => Uri.TryCreate($"{asked.Scheme}://{asked.Host.Value}", UriKind.Absolute, out var own) ? own.Authority : "";
}
