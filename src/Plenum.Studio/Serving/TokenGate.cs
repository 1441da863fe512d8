using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Extensions;
using Plenum.Cli;

namespace Plenum.Studio.Serving;

/// <summary>Lets in who knows the token, where the studio was started with one; nobody else gets anything but a page that says so.</summary>
/// <remarks>
/// A browser shows the token once, in the address, and gets a cookie of this run in exchange, so that the token does not stay in the address.
/// A program sends it with every request as a bearer token (RFC 6750). Comparisons take the same time wherever they differ.
/// </remarks>
internal sealed class TokenGate(RequestDelegate next, StudioRequest request, TimeProvider clock)
{
    private const string Cookie = "plenum-studio";
    private const string Key = "token";
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(4);
    private readonly byte[]? _token = request.Token is { } token ? Digest(token) : null;
    private readonly string _session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
    private readonly ConcurrentDictionary<IPAddress, int> _failures = new();
    private int _slowed;

    public Task InvokeAsync(HttpContext context)
    {
        if (_token is null) { return next(context); }
        if (context.Request.Cookies[Cookie] is { } held && Same(Digest(held), Digest(_session)) && !context.Request.Query.ContainsKey(Key)) { return next(context); }
        if (context.Request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return Same(Digest(header[7..].Trim()), _token) ? next(context) : RefuseAsync(context, wasGiven: true);
        }

        if (context.Request.Query[Key] is not [{ } shown]) { return RefuseAsync(context, wasGiven: false); }
        if (!HttpMethods.IsGet(context.Request.Method) || !Same(Digest(shown), _token)) { return RefuseAsync(context, wasGiven: true); }
        return Admit(context);
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static bool Same(byte[] a, byte[] b) => CryptographicOperations.FixedTimeEquals(a, b);

    private Task Admit(HttpContext context)
    {
        _failures.TryRemove(Client(context), out _);
        context.Response.Cookies.Append(Cookie, _session, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/" });
        var rest = new QueryBuilder(context.Request.Query.Where(q => q.Key != Key).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v ?? "")));
        // Two slashes at the start would name another machine.
        context.Response.Redirect($"/{context.Request.Path.ToUriComponent().TrimStart('/', '\\')}{rest.ToQueryString()}");
        return Task.CompletedTask;
    }

    /// <summary>Refuses; after each wrong token of a client later than after the one before.</summary>
    private async Task RefuseAsync(HttpContext context, bool wasGiven)
    {
        if (wasGiven && !await SlowDownAsync(context).ConfigureAwait(false))
        {
            context.Response.Headers.RetryAfter = "5";
            await Refusal.WriteAsync(context, StatusCodes.Status429TooManyRequests, "Too many wrong tokens.", "Wait a few seconds, then try the right one.").ConfigureAwait(false);
            return;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"Plenum studio\"";
        await Refusal.WriteAsync(context, StatusCodes.Status401Unauthorized, wasGiven ? "This token is not the studio's." : "The studio asks for its token.",
            "Whoever started the studio chose a token. In a browser, open the address with ?token=... once; a program sends it as 'Authorization: Bearer ...'.").ConfigureAwait(false);
    }

    private async Task<bool> SlowDownAsync(HttpContext context)
    {
        if (_failures.Count > MostRemembered) { _failures.Clear(); }
        int failures = _failures.AddOrUpdate(Client(context), 1, (_, n) => n + 1);
        var delay = TimeSpan.FromTicks(Math.Min(s_longestDelay.Ticks, s_firstDelay.Ticks << Math.Min(failures - 1, 10)));
        try
        {
            if (Interlocked.Increment(ref _slowed) > StudioLimits.SlowedRefusals) { return false; }
            await Task.Delay(delay, clock, context.RequestAborted).ConfigureAwait(false);
            return true;
        }
        finally
        {
            Interlocked.Decrement(ref _slowed);
        }
    }

    private static IPAddress Client(HttpContext context) => context.Connection.RemoteIpAddress ?? IPAddress.None;
}
