using Plenum.Engine;
using Plenum.Engine.Closures;
using Plenum.Series;

namespace Plenum.Workspace.History;

/// <summary>A variable that is made to move with another one.</summary>
/// <param name="Variable">Column of a variable with a behavioural equation; its add-factor is found in exchange.</param>
/// <param name="With">Column of the name whose growth it takes over.</param>
public sealed record HeldShare(int Variable, int With);

/// <summary>History as it would have been had some variables kept their proportion to others.</summary>
/// <param name="Held">The variables, each with the name it moves with.</param>
/// <param name="From">First period changed; the proportion is that of the period before.</param>
/// <param name="To">Last period changed.</param>
public sealed record Counterfactual(IReadOnlyList<HeldShare> Held, Period From, Period To)
{
    /// <summary>Solves it on a copy of history.</summary>
    /// <param name="runner">The project.</param>
    /// <param name="history">Its solved baseline, which stays as it is.</param>
    /// <param name="progress">Told of each period solved.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <returns>History before, the counterfactual, and after it what the baseline holds.</returns>
    public Solution Run(Runner runner, Paths history, IProgress<Period>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(history);
        var paths = history.Copy();
        foreach (var (variable, with) in Held)
        {
            double proportion = history[variable, From - 1] / history[with, From - 1];
            for (var period = From; period <= To; period += 1) { paths[variable, period] = proportion * history[with, period]; }
        }

        var closure = Closure.Declared(runner.Model).InvertAddFactors(Held.Select(h => h.Variable), From, To);
        return runner.Solve(paths, From, To, closure, progress, cancellation);
    }
}
