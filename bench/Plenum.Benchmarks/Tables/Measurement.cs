using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Plenum.Benchmarks;

/// <summary>What one method took.</summary>
/// <param name="Nanoseconds">Median time of a call.</param>
/// <param name="Bytes">Memory allocated by a call; null where it was not measured.</param>
internal sealed record Measured(double Nanoseconds, long? Bytes);

/// <summary>Measures the methods of a class in this process.</summary>
internal static class Measurement
{
    /// <summary>Runs all methods of a class.</summary>
    /// <returns>The result of each method, by its name and, where there are any, its parameters: "Method N=20".</returns>
    /// <exception cref="InvalidOperationException">A method failed.</exception>
    public static IReadOnlyDictionary<string, Measured> Of<T>()
    {
        // In one process, because building a project for each method would take longer than measuring it.
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(8).WithIterationCount(20).WithIterationTime(TimeInterval.FromMilliseconds(100));
        var config = ManualConfig.CreateEmpty().AddJob(job).AddLogger(NullLogger.Instance).AddColumnProvider(DefaultColumnProviders.Instance)
            .WithArtifactsPath(Path.Combine(Repository.Root, "artifacts", "benchmarks"));
        Console.Error.WriteLine($"measuring {typeof(T).Name}...");
        var summary = BenchmarkRunner.Run<T>(config);
        return summary.Reports.Length == summary.BenchmarksCases.Length && summary.Reports.All(r => r.ResultStatistics is not null)
            ? summary.Reports.ToDictionary(NameOf, Read)
            : throw new InvalidOperationException(string.Join("\n", summary.ValidationErrors.Select(e => e.Message).Append($"Something could not be measured; {summary.LogFilePath} says why.")));
    }

    private static string NameOf(BenchmarkReport report)
    {
        var benchmark = report.BenchmarkCase;
        return string.Join(' ', [benchmark.Descriptor.WorkloadMethod.Name, .. benchmark.Parameters.Items.Select(p => $"{p.Name}={p.Value}")]);
    }

    private static Measured Read(BenchmarkReport report) =>
        new(report.ResultStatistics!.Median, report.BenchmarkCase.Config.HasMemoryDiagnoser() ? report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) : null);
}
