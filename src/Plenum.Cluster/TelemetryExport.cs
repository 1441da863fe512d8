using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Plenum.Engine.Ensembles;

namespace Plenum.Cluster;

/// <summary>Sends the spans and meters of this process where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says, until it is disposed of.</summary>
/// <remarks>The variables of OpenTelemetry hold, such as <c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>OTEL_EXPORTER_OTLP_HEADERS</c> and <c>OTEL_SERVICE_NAME</c>.</remarks>
public sealed class TelemetryExport : IDisposable
{
    /// <summary>The environment variable that names the collector; without it nothing is sent.</summary>
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string ServiceVariable = "OTEL_SERVICE_NAME";
    private readonly TracerProvider _traces;
    private readonly MeterProvider _meters;

    private TelemetryExport(TracerProvider traces, MeterProvider meters) => (_traces, _meters) = (traces, meters);

    /// <summary>Begins to send, where a collector is named.</summary>
    /// <param name="service">What this process is called, unless <c>OTEL_SERVICE_NAME</c> says otherwise.</param>
    /// <returns>What has to be disposed of before the process ends; null where no collector is named.</returns>
    public static TelemetryExport? Start(string service)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(EndpointVariable))) { return null; }
        string name = Environment.GetEnvironmentVariable(ServiceVariable) is { Length: > 0 } own ? own : service;
        var traces = Sdk.CreateTracerProviderBuilder().ConfigureResource(r => r.AddService(name)).AddSource(EnsembleTelemetry.Name, ClusterTelemetry.Name, "Microsoft.Orleans.Application").AddOtlpExporter().Build();
        var meters = Sdk.CreateMeterProviderBuilder().ConfigureResource(r => r.AddService(name)).AddMeter(EnsembleTelemetry.Name, ClusterTelemetry.Name, "Microsoft.Orleans").AddOtlpExporter().Build();
        return new TelemetryExport(traces, meters);
    }

    /// <summary>Sends what has not been sent.</summary>
    public void Dispose()
    {
        _traces.Dispose();
        _meters.Dispose();
    }
}
