using Plenum.Series;

namespace Plenum.Engine.Ensembles;

/// <summary>Some of the solved draws of an ensemble: all of them, or those in which conditions held.</summary>
public sealed class DrawSelection
{
    private readonly int[] _draws;

    private DrawSelection(EnsembleResult result, int[] draws) => (Result, _draws) = (result, draws);

    /// <summary>The ensemble.</summary>
    public EnsembleResult Result { get; }

    /// <summary>How many draws there are.</summary>
    public int Count => _draws.Length;

    /// <summary>All draws that were solved.</summary>
    public static DrawSelection Solved(EnsembleResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var failed = result.Failures.Select(f => f.Draw).ToHashSet();
        return new DrawSelection(result, [.. Enumerable.Range(0, result.Options.Draws).Where(d => !failed.Contains(d))]);
    }

    /// <summary>Those of the draws in which a condition held.</summary>
    /// <param name="condition">The position of the condition in the ensemble.</param>
    public DrawSelection Where(int condition) => new(Result, [.. _draws.Where(d => Result.Held(d, condition))]);

    /// <summary>How often a condition held; null where there are no draws.</summary>
    public double? Probability(int condition) => Count == 0 ? null : (double)_draws.Count(d => Result.Held(d, condition)) / Count;

    /// <summary>The standard error of a probability that is estimated by the share of these draws.</summary>
    public double SamplingError(double probability) => Math.Sqrt(probability * (1.0 - probability) / Count);

    /// <summary>The values of one tracked variable in one period, in order of the draws.</summary>
    /// <param name="variable">Its position among the tracked columns.</param>
    /// <param name="period">The period.</param>
    public double[] Values(int variable, Period period)
    {
        var ensemble = Result.Ensemble;
        int tracked = ensemble.Tracked.Count, width = ensemble.Periods * tracked;
        int at = ((period - ensemble.From) * tracked) + variable;
        var values = Result.Values;
        var chosen = new double[Count];
        for (int i = 0; i < chosen.Length; i++) { chosen[i] = values[(_draws[i] * width) + at]; }
        return chosen;
    }

    /// <summary>Quantiles of every tracked variable in some periods.</summary>
    /// <param name="periods">The periods.</param>
    /// <param name="probabilities">The probabilities, from 0 to 1.</param>
    /// <returns>One fan for each variable and period, variables first; not numbers where there are no draws.</returns>
    /// <remarks>Cost: draws log(draws) for each.</remarks>
    public IReadOnlyList<Fan> Fans(IReadOnlyList<Period> periods, IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(probabilities);
        var fans = new Fan[Result.Ensemble.Tracked.Count * periods.Count];
        Parallel.For(0, fans.Length, new ParallelOptions { MaxDegreeOfParallelism = Result.Options.Threads }, i =>
        {
            var period = periods[i % periods.Count];
            double[] sorted = Values(i / periods.Count, period);
            Array.Sort(sorted);
            fans[i] = new Fan(Result.Ensemble.Tracked[i / periods.Count], period, [.. probabilities.Select(p => EnsembleResult.Quantile(sorted, p))]) { Moments = Moments.Of(Values(i / periods.Count, period)) };
        });
        return fans;
    }

    /// <summary>How the tracked variables move together in one period, over the draws.</summary>
    /// <returns>Variables x variables, row-major, from -1 to 1; not a number where one does not vary.</returns>
    public double[] Correlations(Period period)
    {
        int count = Result.Ensemble.Tracked.Count;
        var columns = Enumerable.Range(0, count).Select(v => Standardised(Values(v, period))).ToArray();
        var matrix = new double[count * count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++) { matrix[(i * count) + j] = matrix[(j * count) + i] = i == j && double.IsFinite(columns[i].FirstOrDefault()) ? 1.0 : columns[i].Zip(columns[j], (a, b) => a * b).Sum(); }
        }

        return matrix;
    }

    /// <summary>Values from their mean, with squares that add up to 1.</summary>
    private static double[] Standardised(double[] values)
    {
        double mean = values.Average();
        double length = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)));
        return [.. values.Select(v => length > 1e-12 * Math.Abs(mean) ? (v - mean) / length : double.NaN)];
    }
}
