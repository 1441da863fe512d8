using System.Runtime.CompilerServices;
using Plenum.Cluster;

namespace Plenum.Cli;

/// <summary>Sends the spans and meters of the command to a collector; apart from the program, so that where no collector is named nothing is loaded for it.</summary>
internal static class Telemetry
{
    /// <summary>Begins to send; null where no collector is named.</summary>
    /// <param name="args">The arguments of the command.</param>
    public static IDisposable? Start(string[] args) => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT")) ? null : Export(args is ["worker", ..] ? "plenum-worker" : "plenum");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TelemetryExport? Export(string service) => TelemetryExport.Start(service);
}
