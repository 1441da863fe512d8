using Plenum.Series;

namespace Plenum.Engine.Ensembles;

/// <summary>The innovations of add-factors and exogenous variables in history: what was new in each period.</summary>
/// <remarks>
/// <para>
/// The deviation of an add-factor from its mean over history follows an autoregression of the first order, whose coefficient is
/// found by least squares, but lies no further from zero than the outlook's own rule leaves of it. Its errors, from their mean, are the innovations: draws then
/// vary as much as history did, and spread around the path they start from. An exogenous variable is treated alike, where its rule says so by its logarithm and
/// around a straight line. What never moved has no innovations and is left out.
/// </para>
/// <para>
/// A period in which all equations err at once, such as a lockdown, counts as an ordinary one: where the root mean square of its innovations, in units
/// of each equation's usual error, is more than <see cref="MostUsual"/> times that of the median period and more than chance explains, all of
/// them are divided by a common factor that makes it as large as the median period, or as one usual error where that is more. Their
/// proportions stay, and coefficients are found with the weights that follow. Exogenous variables around a line do not take part in the judgement, since their quarters are often
/// made from years. Source: M. Lenza and G. Primiceri (2022), "How to estimate a VAR after March
/// 2020", J. Appl. Econometrics 37(4), where such periods have a volatility of their own.
/// </para>
/// </remarks>
public sealed class ShockHistory
{
    /// <summary>The size of a period, in those of the median period, above which it counts as an ordinary one.</summary>
    public const double MostUsual = 2.0;

    /// <summary>A median absolute deviation times this is the standard deviation of normal numbers.</summary>
    private const double NormalScale = 1.4826;

    /// <summary>Deviations below this share of the values are those of arithmetic.</summary>
    private const double Rounding = 1e-12;

    private ShockHistory(IReadOnlyList<ShockRule> rules, Period start, double[][] innovations, IReadOnlyList<CalmedPeriod> calmed) =>
        (Rules, Start, Innovations, Calmed) = (rules, start, innovations, calmed);

    /// <summary>What moved, in the order given, with what was left of its news in history.</summary>
    public IReadOnlyList<ShockRule> Rules { get; }

    /// <summary>The first period that has innovations.</summary>
    public Period Start { get; }

    /// <summary>The innovations: one array a period, in the order of <see cref="Rules"/>, in units of the columns, or of logarithms.</summary>
    public IReadOnlyList<double[]> Innovations { get; }

    /// <summary>The periods that were made calmer.</summary>
    public IReadOnlyList<CalmedPeriod> Calmed { get; }

    /// <summary>Takes the innovations from a path.</summary>
    /// <param name="paths">A path whose add-factors and exogenous variables are known in history.</param>
    /// <param name="from">First period of history; innovations begin one later.</param>
    /// <param name="to">Last period of history.</param>
    /// <param name="rules">One rule for each column, with the most that is left of its news.</param>
    /// <exception cref="ArgumentOutOfRangeException">History lies outside the paths.</exception>
    public static ShockHistory Of(Paths paths, Period from, Period to, IReadOnlyList<ShockRule> rules)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(rules);
        int first = paths.IndexOf(from);
        int count = Math.Max(0, paths.IndexOf(to) - first);
        var moving = new List<ShockRule>();
        var deviations = new List<double[]>();
        foreach (var rule in rules)
        {
            double[] values = paths.Column(rule.Column)[first..(first + count + 1)];
            if (rule.IsRelative) { values = [.. values.Select(v => Math.Log(v))]; }
            if (values.All(v => v == values[0]) || !values.All(double.IsFinite)) { continue; }
            double[] around = Centred(rule.HasTrend ? AroundLine(values) : values);
            if (around.All(d => Math.Abs(d) <= Rounding * values.Max(Math.Abs))) { continue; }
            moving.Add(rule);
            deviations.Add(around);
        }

        // Which periods are unusual is judged by errors that depend on it in turn; a second round settles it.
        double[] divisors = [.. Enumerable.Repeat(1.0, count)];
        double[][] surprises = [];
        for (int round = 0; round < 2 && moving.Count > 0; round++)
        {
            double[] lefts = [.. moving.Select((rule, j) => Left(deviations[j], divisors, Math.Abs(rule.Left)))];
            surprises = [.. deviations.Select((d, j) => Surprises(d, lefts[j]))];
            divisors = Divisors(moving.Exists(r => !r.HasTrend) ? [.. surprises.Where((_, j) => !moving[j].HasTrend)] : surprises);
            if (round == 1) { moving = [.. moving.Select((rule, j) => rule with { Left = lefts[j] })]; }
        }

        var innovations = new double[count][];
        double[][] calm = [.. surprises.Select(e => Centred([.. FromMedian(e).Select((x, t) => x / divisors[t])]))];
        for (int t = 0; t < count; t++) { innovations[t] = [.. calm.Select(e => e[t])]; }
        return new ShockHistory(moving, from + 1, innovations, [.. divisors.Select((d, t) => new CalmedPeriod(from + (t + 1), d)).Where(c => c.Divisor > 1.0)]);
    }

    /// <summary>What is left of a deviation after one period, by weighted least squares, and at most <paramref name="most"/> in size.</summary>
    private static double Left(double[] deviations, double[] divisors, double most)
    {
        double product = 0.0, square = 0.0;
        for (int t = 1; t < deviations.Length; t++)
        {
            double weight = 1.0 / (divisors[t - 1] * divisors[t - 1]);
            product += weight * deviations[t] * deviations[t - 1];
            square += weight * deviations[t - 1] * deviations[t - 1];
        }

        return square > 0.0 ? Math.Clamp(product / square, -most, most) : 0.0;
    }

    /// <summary>Each deviation but the first less what was left of the one before, from their mean.</summary>
    private static double[] Surprises(double[] deviations, double left)
    {
        var surprises = new double[deviations.Length - 1];
        for (int t = 1; t < deviations.Length; t++) { surprises[t - 1] = deviations[t] - (left * deviations[t - 1]); }
        return Centred(surprises);
    }

    /// <summary>What is left of values after the straight line through them by least squares.</summary>
    private static double[] AroundLine(double[] values)
    {
        double middle = 0.5 * (values.Length - 1), mean = values.Average();
        double slope = values.Select((v, t) => (t - middle) * (v - mean)).Sum() / values.Select((_, t) => (t - middle) * (t - middle)).Sum();
        return [.. values.Select((v, t) => v - (slope * (t - middle)))];
    }

    private static double[] Centred(double[] values)
    {
        double mean = values.Average();
        return [.. values.Select(v => v - mean)];
    }

    /// <summary>By what the innovations of each period are to be divided; 1 for a usual one.</summary>
    private static double[] Divisors(double[][] surprises)
    {
        surprises = [.. surprises.Select(FromMedian)];
        double[] usual = [.. surprises.Select(UsualSize)];
        double[] sizes = [.. surprises[0].Select((_, t) => Math.Sqrt(surprises.Select((e, j) => usual[j] > 0.0 ? e[t] * e[t] / (usual[j] * usual[j]) : 0.0).Average()))];
        double ordinary = Median(sizes);

        // The root mean square of p independent normal numbers is about 1, with a standard deviation of 1 / sqrt(2 p): of few equations a period is easily twice the median.
        double most = Math.Max(MostUsual * ordinary, 1.0 + (3.0 / Math.Sqrt(2.0 * surprises.Length)));
        return [.. sizes.Select(size => size > most ? size / Math.Max(ordinary, 1.0) : 1.0)];
    }

    /// <summary>The distance from the median, which a few large values do not move.</summary>
    private static double[] FromMedian(double[] values)
    {
        double median = Median(values);
        return [.. values.Select(v => v - median)];
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
