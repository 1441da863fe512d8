using System.Globalization;
using Plenum.Engine.Ensembles;
using Plenum.Report.Figures;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Runs;

namespace Plenum.Cli.Commands;

/// <summary>Takes the draws of <c>plenum simulate</c>, shows how far they are, and keeps them where asked to.</summary>
internal sealed class SimulateDraws(CommandConsole console, EnsembleAssembly assembly, IReadOnlyList<ShownVariable> variables)
{
    private static readonly TimeSpan s_glance = TimeSpan.FromSeconds(1);
    private string _glance = "";
    private long _glanced;

    /// <summary>Takes the draws in memory.</summary>
    public EnsembleResult Take()
    {
        using var line = new ProgressLine(console.Error, console.Environment);
        new LocalDraws(int.MaxValue, new Counting(this, line)).Complete(assembly, null, console.Environment.Cancellation);
        return assembly.Result();
    }

    /// <summary>Takes the draws that are missing, each portion kept before the next.</summary>
    /// <param name="taker">Who takes them; the threads of this machine where null.</param>
    /// <param name="run">Where they are kept; null for nowhere.</param>
    public EnsembleResult Take(IDrawTaker? taker, KeptRun? run)
    {
        using var line = new ProgressLine(console.Error, console.Environment);
        taker ??= new LocalDraws(progress: new Counting(this, line));
        taker.Complete(assembly, portion =>
        {
            run?.Add(portion);
            Glance();
            line.Show(Text(assembly.Done));
        }, console.Environment.Cancellation);
        var result = assembly.Result();
        run?.Finish(result);
        return result;
    }

    private string Text(int done) => string.Create(CultureInfo.InvariantCulture, $"draw {done:N0} of {assembly.Options.Draws:N0}{_glance}");

    /// <summary>What the draws so far say of the first variable in the last period.</summary>
    private void Glance()
    {
        var clock = console.Environment.Clock;
        if (!console.Environment.ShowsProgress || variables.Count == 0 || (_glanced != 0 && clock.GetElapsedTime(_glanced) < s_glance)) { return; }
        _glanced = clock.GetTimestamp();
        var ensemble = assembly.Ensemble;
        double[] sorted = assembly.Sorted(0, ensemble.To);
        _glance = sorted.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {variables[0].Symbol.Name} {ensemble.To}: {EnsembleResult.Quantile(sorted, 0.5):G5} (90 %: {EnsembleResult.Quantile(sorted, 0.05):G5} to {EnsembleResult.Quantile(sorted, 0.95):G5})");
    }

    private sealed class Counting(SimulateDraws draws, ProgressLine line) : IProgress<int>
    {
        public void Report(int value) => line.Show(draws.Text(value));
    }
}
