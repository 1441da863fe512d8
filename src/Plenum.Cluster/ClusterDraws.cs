using System.Runtime.InteropServices;
using System.Text.Json;
using Plenum.Cluster.Draws;
using Plenum.Engine.Ensembles;
using Plenum.Language.Diagnostics;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Runs;

namespace Plenum.Cluster;

/// <summary>Takes draws by the silos of a cluster, in ranges.</summary>
/// <remarks>The assembly is the only record of what is done, and it lies with whoever asked.</remarks>
/// <param name="client">The connection.</param>
/// <param name="job">What is to be drawn.</param>
/// <param name="bundle">The project's files.</param>
/// <param name="files">The model's files, for the places of failures.</param>
public sealed class ClusterDraws(ClusterClient client, DrawJob job, ProjectBundle bundle, IReadOnlyList<SourceText> files) : IDrawTaker
{
    /// <summary>Draws of a range.</summary>
    public const int Portion = 256;

    private readonly Dictionary<string, int> _drawsOfSilo = new(StringComparer.Ordinal);

    /// <summary>How many draws came from each silo.</summary>
    public IReadOnlyDictionary<string, int> DrawsOfSilo => _drawsOfSilo;

    /// <inheritdoc/>
    /// <exception cref="ClusterException">A silo runs another version or cannot prepare the job, or none is left.</exception>
    public void Complete(EnsembleAssembly assembly, Action<EnsemblePortion>? taken, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var span = ClusterTelemetry.Begin("draws by silos");
        var dispatch = new Dispatch<DrawRange, RangeDraws>(client, bundle, (silo, range) => silo.Draw(job, range.First, range.Count));
        dispatch.RunAsync(assembly.Missing().SelectMany(r => r.Split(Portion)), Take, cancellation).GetAwaiter().GetResult();

        void Take(string silo, DrawRange range, RangeDraws draws)
        {
            var portion = ToPortion(range, draws);
            int fresh = assembly.Add(portion);
            if (fresh == 0) { return; }
            _drawsOfSilo[silo] = _drawsOfSilo.GetValueOrDefault(silo) + fresh;
            taken?.Invoke(portion);
        }
    }

    private EnsemblePortion ToPortion(DrawRange range, RangeDraws draws)
    {
        double[] values = MemoryMarshal.Cast<byte, double>(draws.Values).ToArray();
        var failures = JsonSerializer.Deserialize<FailureText[]>(draws.Failures) ?? [];
        return new EnsemblePortion(range, values, draws.Events, [.. failures.Select(f => f.ToFailure(files))]);
    }
}
