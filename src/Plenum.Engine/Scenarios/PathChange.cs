using Plenum.Series;

namespace Plenum.Engine.Scenarios;

/// <summary>How a change alters a path.</summary>
public enum ChangeKind
{
    /// <summary>Adds the value, times the weight of the period.</summary>
    Add,

    /// <summary>Multiplies by one plus the weight times (value - 1).</summary>
    Times,

    /// <summary>Closes the weight's share of the distance to the value.</summary>
    MoveTo,
}

/// <summary>A change of the path of one given name: an exogenous name, a shock, an add-factor or a parameter.</summary>
/// <param name="Column">The name's column.</param>
/// <param name="Kind">How the value is applied.</param>
/// <param name="Value">The size of the change, in the unit of the name; a factor for <see cref="ChangeKind.Times"/>.</param>
/// <param name="From">First period changed.</param>
/// <param name="To">Last period changed.</param>
/// <param name="Weights">Share of the change in the first, second, ... period; the last weight holds from there on. Empty is 1 throughout.</param>
public sealed record PathChange(int Column, ChangeKind Kind, double Value, Period From, Period To, IReadOnlyList<double> Weights)
{
    /// <summary>Weights that rise in equal steps to 1 over a number of periods.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static IReadOnlyList<double> Ramp(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        return periods == 1 ? [] : [.. Enumerable.Range(1, periods).Select(k => (double)k / periods)];
    }

    /// <summary>Applies the change in place, as far as the paths reach.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="delay">By how many periods the change comes, and ends, later than written.</param>
    public void Apply(Paths paths, int delay = 0)
    {
        ArgumentNullException.ThrowIfNull(paths);
        int first = From - paths.Start + delay;
        int last = Math.Min(To - paths.Start + delay, paths.Count - 1);
        for (int t = Math.Max(0, first); t <= last; t++)
        {
            double weight = WeightAt(t - first);
            ref double value = ref paths.Values[(t * paths.Columns) + Column];
            value = Kind switch
            {
                ChangeKind.Add => value + (weight * Value),
                ChangeKind.Times => value * (1.0 + (weight * (Value - 1.0))),
                _ => value + (weight * (Value - value)),
            };
        }
    }

    private double WeightAt(int k) => Weights.Count == 0 ? 1.0 : Weights[Math.Min(k, Weights.Count - 1)];
}
