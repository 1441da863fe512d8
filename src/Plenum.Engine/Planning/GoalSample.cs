using Plenum.Engine.Ensembles;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Series;

namespace Plenum.Engine.Planning;

/// <summary>Numbers of a path over the draws of an ensemble around it.</summary>
/// <remarks>Draws that could not be solved are left out.</remarks>
public static class GoalSample
{
    /// <summary>Draws around a path and evaluates some quantities in each draw.</summary>
    /// <param name="centre">A solved path.</param>
    /// <param name="from">First period that draws may change.</param>
    /// <param name="to">Last period.</param>
    /// <param name="quantities">The quantities; they look at no period after the last.</param>
    /// <param name="uncertainty">What differs from draw to draw.</param>
    /// <param name="solver">A solver of the model whose code is used again; compiled anew where null.</param>
    /// <param name="options">How many draws.</param>
    /// <param name="cancellation">Stops between two draws.</param>
    /// <returns>One array for each quantity, with one number for each solved draw, in the order of the draws.</returns>
    public static double[][] Of(Paths centre, Period from, Period to, IReadOnlyList<PathQuantity> quantities, Uncertainty uncertainty, PeriodSolver? solver, EnsembleOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(centre);
        ArgumentNullException.ThrowIfNull(quantities);
        ArgumentNullException.ThrowIfNull(options);
        var ensemble = new Ensemble(centre, from, to, uncertainty, solver) { Tracked = Columns(quantities) };
        return Of(ensemble.Run(options, null, cancellation), quantities);
    }

    /// <summary>The columns that some quantities read, in order: what an ensemble has to track for them.</summary>
    public static int[] Columns(IReadOnlyList<PathQuantity> quantities)
    {
        ArgumentNullException.ThrowIfNull(quantities);
        return [.. quantities.SelectMany(q => q.Columns).Distinct().Order()];
    }

    /// <summary>Evaluates some quantities in each draw that was taken.</summary>
    /// <param name="result">The draws; the ensemble tracks what the quantities read.</param>
    /// <param name="quantities">The quantities; they look at no period after the last of the ensemble.</param>
    /// <returns>One array for each quantity, with one number for each solved draw, in the order of the draws.</returns>
    public static double[][] Of(EnsembleResult result, IReadOnlyList<PathQuantity> quantities)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(quantities);
        var ensemble = result.Ensemble;
        var (tracked, from) = (ensemble.Tracked, ensemble.From);
        var failed = result.Failures.Select(f => f.Draw).ToHashSet();
        double[][] sample = [.. quantities.Select(_ => new double[result.Solved])];
        var path = ensemble.Baseline.Copy();
        int width = ensemble.Periods * tracked.Count;
        for (int draw = 0, next = 0; draw < result.Options.Draws; draw++)
        {
            if (failed.Contains(draw)) { continue; }
            var values = result.Values.Slice(draw * width, width);
            for (int k = 0; k < width; k++) { path[tracked[k % tracked.Count], from + (k / tracked.Count)] = values[k]; }
            for (int i = 0; i < sample.Length; i++) { sample[i][next] = quantities[i].Evaluate(path); }
            next++;
        }

        return sample;
    }
}
