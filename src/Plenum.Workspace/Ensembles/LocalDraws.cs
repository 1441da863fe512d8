using Plenum.Engine.Ensembles;

namespace Plenum.Workspace.Ensembles;

/// <summary>Takes draws by the threads of this machine.</summary>
/// <param name="portion">The most draws that one thread takes before a portion is handed on: few, so that little is lost with the power; many, so that threads rarely wait for one another.</param>
/// <param name="progress">Told how many draws are done in all, by one thread at a time.</param>
public sealed class LocalDraws(int portion = LocalDraws.UsualPortion, IProgress<int>? progress = null) : IDrawTaker
{
    /// <summary>The usual size of a portion.</summary>
    public const int UsualPortion = 128;

    /// <inheritdoc/>
    public void Complete(EnsembleAssembly assembly, Action<EnsemblePortion>? taken, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        int most = (int)Math.Min((long)portion * assembly.Options.Threads, int.MaxValue);
        foreach (var range in assembly.Missing().SelectMany(r => r.Split(most)))
        {
            var done = progress is null ? null : new Offset(progress, assembly.Done);
            var part = assembly.Ensemble.Take(assembly.Options, range, done, cancellation);
            assembly.Add(part);
            taken?.Invoke(part);
        }
    }

    private sealed class Offset(IProgress<int> whole, int before) : IProgress<int>
    {
        public void Report(int value) => whole.Report(before + value);
    }
}
