using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Plenum.Studio.Serving;

/// <summary>How often a client may ask.</summary>
internal static class Rates
{
    /// <summary>Sets them up.</summary>
    public static void Configure(RateLimiterOptions rates)
    {
        rates.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => Refusal.IsForPrograms(context.Request)
            ? RateLimitPartition.GetTokenBucketLimiter(context.Connection.RemoteIpAddress ?? IPAddress.None, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = StudioLimits.BurstOfRequests,
                TokensPerPeriod = StudioLimits.RequestsPerSecond / 10,
                ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
            })
            : RateLimitPartition.GetNoLimiter(IPAddress.None));
        rates.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected));
    }

    private static Task RefuseAsync(OnRejectedContext rejected)
    {
        var context = rejected.HttpContext;
        double seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait.TotalSeconds : 0.0;
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(Math.Max(1.0, seconds))).ToString(CultureInfo.InvariantCulture);
        return Refusal.WriteAsync(context, StatusCodes.Status429TooManyRequests, "Too many requests.", $"One client may send {StudioLimits.RequestsPerSecond} requests a second; wait as long as Retry-After says.");
    }
}
