using Plenum.Engine.Ensembles;

namespace Plenum.Workspace.Ensembles;

/// <summary>Whoever takes draws: the threads of this machine, or many machines.</summary>
public interface IDrawTaker
{
    /// <summary>Takes the draws that an assembly lacks; when it returns, none is missing.</summary>
    /// <param name="assembly">Receives the draws.</param>
    /// <param name="taken">Told of each portion once the assembly has it, by one thread at a time; null where nobody asks.</param>
    /// <param name="cancellation">Stops between two portions.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled; what was taken stays in the assembly.</exception>
    void Complete(EnsembleAssembly assembly, Action<EnsemblePortion>? taken, CancellationToken cancellation);
}
