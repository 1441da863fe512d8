using Plenum.Series;

namespace Plenum.Engine.Ensembles;

/// <summary>The innovations of add-factors in history: by how much each missed what its own rule expected.</summary>
/// <remarks>
/// <para>
/// Values are taken from their means over history, so that draws spread around the path they start from. An add-factor
/// that never moved has no innovations and is left out.
/// </para>
/// <para>
/// A period in which all equations err at once, such as a lockdown, is made calmer: its innovations are divided by a common factor, so that their root
/// mean square in units of each equation's usual error is no more than <see cref="MostUsual"/> times that of the median period. Their signs and
/// proportions stay. Source: M. Lenza and G. Primiceri (2022), "How to estimate a VAR after March 2020", J. Appl. Econometrics 37(4), where such periods have a
/// volatility of their own; the threshold is that of P. Huber (1981), "Robust Statistics", chapter 7.
/// </para>
/// </remarks>
public sealed class ShockHistory
{
    /// <summary>The size of a period, in those of the median period, above which it is made calmer.</summary>
    public const double MostUsual = 2.0;

    /// <summary>A median absolute deviation times this is the standard deviation of normal numbers.</summary>
    private const double NormalScale = 1.4826;

    private ShockHistory(IReadOnlyList<ShockRule> rules, Period start, double[][] innovations, IReadOnlyList<CalmedPeriod> calmed) =>
        (Rules, Start, Innovations, Calmed) = (rules, start, innovations, calmed);

    /// <summary>The rules of the add-factors that moved, in the order given.</summary>
    public IReadOnlyList<ShockRule> Rules { get; }

    /// <summary>The first period that has innovations.</summary>
    public Period Start { get; }

    /// <summary>The innovations: one array a period, in the order of <see cref="Rules"/>, in units of the add-factors.</summary>
    public IReadOnlyList<double[]> Innovations { get; }

    /// <summary>The periods that were made calmer.</summary>
    public IReadOnlyList<CalmedPeriod> Calmed { get; }

    /// <summary>Takes the innovations from the add-factors along a path.</summary>
    /// <param name="paths">A path whose add-factors are known in history.</param>
    /// <param name="from">First period of history; innovations begin one later.</param>
    /// <param name="to">Last period of history.</param>
    /// <param name="rules">One rule for each add-factor.</param>
    /// <exception cref="ArgumentOutOfRangeException">History lies outside the paths.</exception>
    public static ShockHistory Of(Paths paths, Period from, Period to, IReadOnlyList<ShockRule> rules)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(rules);
        int first = paths.IndexOf(from);
        int count = Math.Max(0, paths.IndexOf(to) - first);
        var moving = new List<ShockRule>();
        var columns = new List<double[]>();
        foreach (var rule in rules)
        {
            double[] values = paths.Column(rule.Column)[first..(first + count + 1)];
            if (values.All(v => v == values[0]) || !values.All(double.IsFinite)) { continue; }
            moving.Add(rule);
            columns.Add(Surprises(values, rule));
        }

        var innovations = new double[count][];
        for (int t = 0; t < count; t++) { innovations[t] = [.. columns.Select(c => c[t])]; }
        var calmed = moving.Count == 0 ? [] : Calm(innovations, columns, from + 1);
        return new ShockHistory(moving, from + 1, innovations, calmed);
    }

    /// <summary>Each value but the first less what the rule expected, less the mean of these differences.</summary>
    private static double[] Surprises(double[] values, ShockRule rule)
    {
        double towards = rule.Towards ?? values.Average();
        var surprises = new double[values.Length - 1];
        for (int t = 1; t < values.Length; t++)
        {
            double last = values.AsSpan(Math.Max(0, t - rule.Over), Math.Min(t, rule.Over)).ToArray().Average();
            surprises[t - 1] = values[t] - towards - (rule.Left * (last - towards));
        }

        double mean = surprises.Average();
        for (int t = 0; t < surprises.Length; t++) { surprises[t] -= mean; }
        return surprises;
    }

    private static List<CalmedPeriod> Calm(double[][] innovations, List<double[]> columns, Period start)
    {
        double[] usual = [.. columns.Select(UsualSize)];
        double[] sizes = [.. innovations.Select(row => Math.Sqrt(row.Select((e, j) => usual[j] > 0.0 ? e * e / (usual[j] * usual[j]) : 0.0).Sum() / row.Length))];
        double most = MostUsual * Median(sizes);
        var calmed = new List<CalmedPeriod>();
        for (int t = 0; t < sizes.Length; t++)
        {
            if (sizes[t] <= most) { continue; }
            calmed.Add(new CalmedPeriod(start + t, sizes[t] / most));
            for (int j = 0; j < usual.Length; j++) { innovations[t][j] *= most / sizes[t]; }
        }

        return calmed;
    }

    /// <summary>A standard deviation that a few large values do not move; the plain one where most values are the same.</summary>
    private static double UsualSize(double[] values)
    {
        double robust = NormalScale * Median([.. values.Select(Math.Abs)]);
        return robust > 0.0 ? robust : Math.Sqrt(values.Select(v => v * v).Average());
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
    }
}

/// <summary>A period of history whose innovations were made calmer.</summary>
/// <param name="Period">The period.</param>
/// <param name="Divisor">By what they were divided.</param>
public sealed record CalmedPeriod(Period Period, double Divisor);
