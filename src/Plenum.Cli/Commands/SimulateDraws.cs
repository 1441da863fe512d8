using Plenum.Engine.Ensembles;
using Plenum.Report.Figures;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Runs;

namespace Plenum.Cli.Commands;

/// <summary>Takes the draws of <c>plenum simulate</c>, shows how far they are, and keeps them where asked to.</summary>
internal sealed class SimulateDraws(CommandConsole console, EnsembleAssembly assembly, IReadOnlyList<ShownVariable> variables)
{
    private readonly DrawGlance _glance = new(console.Environment, assembly, variables.Count == 0 ? null : variables[0].Symbol.Name);

    /// <summary>Takes the draws in memory.</summary>
    public EnsembleResult Take()
    {
        using var line = new ProgressLine(console.Error, console.Environment);
        new LocalDraws(int.MaxValue, new Counting(_glance, line)).Complete(assembly, null, console.Environment.Cancellation);
        return assembly.Result();
    }

    /// <summary>Takes the draws that are missing, each portion kept before the next.</summary>
    /// <param name="taker">Who takes them; the threads of this machine where null.</param>
    /// <param name="run">Where they are kept; null for nowhere.</param>
    public EnsembleResult Take(IDrawTaker? taker, KeptRun? run)
    {
        using var line = new ProgressLine(console.Error, console.Environment);
        taker ??= new LocalDraws(progress: new Counting(_glance, line));
        taker.Complete(assembly, portion =>
        {
            run?.Add(portion);
            line.Show(_glance.Look());
        }, console.Environment.Cancellation);
        var result = assembly.Result();
        run?.Finish(result);
        return result;
    }

    private sealed class Counting(DrawGlance glance, ProgressLine line) : IProgress<int>
    {
        public void Report(int value) => line.Show(glance.Text(value));
    }
}
