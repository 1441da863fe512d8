using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Plenum.Studio.Serving;

/// <summary>How often a client may ask, and how many long runs there may be at once.</summary>
internal static class Rates
{
    /// <summary>The policy of long runs.</summary>
    public const string Long = "long";

    /// <summary>Sets up both.</summary>
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
        rates.AddConcurrencyLimiter(Long, runs =>
        {
            runs.PermitLimit = StudioLimits.LongRuns;
            runs.QueueLimit = StudioLimits.WaitingRuns;
            runs.QueueProcessingOrder = QueueProcessingOrder.OldestFirst;
        });
        rates.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected));
    }

    private static Task RefuseAsync(OnRejectedContext rejected)
    {
        var context = rejected.HttpContext;
        bool isRate = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(isRate ? Math.Max(1.0, wait.TotalSeconds) : 10.0)).ToString(CultureInfo.InvariantCulture);
        return isRate
            ? Refusal.WriteAsync(context, StatusCodes.Status429TooManyRequests, "Too many requests.", $"One client may send {StudioLimits.RequestsPerSecond} requests a second; wait as long as Retry-After says.")
            : Refusal.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "All places for long runs are taken.", $"{StudioLimits.LongRuns} run at once and {StudioLimits.WaitingRuns} wait; try again after the seconds in Retry-After.");
    }
}
