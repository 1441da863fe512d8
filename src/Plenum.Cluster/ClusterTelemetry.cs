using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Plenum.Cluster;

/// <summary>What clusters tell a collector of traces and meters besides what ensembles tell; without one nothing is kept.</summary>
public static class ClusterTelemetry
{
    /// <summary>The name under which spans and meters are found.</summary>
    public const string Name = "Plenum.Cluster";

    private static readonly ActivitySource s_source = new(Name);
    private static readonly Meter s_meter = new(Name);
    private static readonly Counter<long> s_points = s_meter.CreateCounter<long>("plenum.frontier.points", "{point}", "Points of frontiers that were sought.");

    /// <summary>Begins a span; null where nobody listens.</summary>
    internal static Activity? Begin(string what) => s_source.StartActivity(what);

    /// <summary>Counts a point that was sought.</summary>
    internal static void CountPoint() => s_points.Add(1);
}
