using System.Globalization;
using Plenum.Engine.Ensembles;

namespace Plenum.Cli.Commands;

/// <summary>How far draws are, and what those so far say of one variable in the last period; that is looked at once a second.</summary>
/// <param name="environment">Says whether anybody watches.</param>
/// <param name="assembly">The draws.</param>
/// <param name="variable">The name of the first variable that is tracked; null where none is.</param>
internal sealed class DrawGlance(CommandEnvironment environment, EnsembleAssembly assembly, string? variable)
{
    private static readonly TimeSpan s_glance = TimeSpan.FromSeconds(1);
    private string _glance = "";
    private long _glanced;

    /// <summary>The draws that are done, with what was seen last.</summary>
    public string Text(int done) => string.Create(CultureInfo.InvariantCulture, $"draw {done:N0} of {assembly.Options.Draws:N0}{_glance}");

    /// <summary>Looks at the draws so far, unless that was done a moment ago.</summary>
    public string Look()
    {
        var clock = environment.Clock;
        if (environment.ShowsProgress && variable is not null && (_glanced == 0 || clock.GetElapsedTime(_glanced) >= s_glance))
        {
            _glanced = clock.GetTimestamp();
            var last = assembly.Ensemble.To;
            double[] sorted = assembly.Sorted(0, last);
            _glance = sorted.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {variable} {last}: {EnsembleResult.Quantile(sorted, 0.5):G5} (90 %: {EnsembleResult.Quantile(sorted, 0.05):G5} to {EnsembleResult.Quantile(sorted, 0.95):G5})");
        }

        return Text(assembly.Done);
    }
}
