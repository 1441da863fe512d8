using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Series;

namespace Plenum.Workspace.Explanations;

/// <summary>What would have happened if nothing new had happened: given values that go on as before.</summary>
/// <remarks>
/// From the first period on, an add-factor holds the mean of the two years before. An exogenous name that is a share, a rate or a
/// logarithm holds its mean of the year before; any other grows at the average rate of the year before from its last value, or holds its mean where
/// it was not positive throughout. A shock is zero. Parameters keep their values.
/// </remarks>
public static class HistoryReference
{
    /// <summary>Periods before the first that an add-factor's mean is taken over: two years.</summary>
    public static int PeriodsBefore(Frequency frequency) => 2 * (int)frequency;

    /// <summary>The given values; the endogenous ones are those of the actual path, for the solver to begin with.</summary>
    /// <param name="actual">The solved actual path; it stays as it is.</param>
    /// <param name="from">First period that goes on as before.</param>
    public static Paths Build(Paths actual, Period from)
    {
        ArgumentNullException.ThrowIfNull(actual);
        var paths = actual.Copy();
        int first = paths.IndexOf(from);
        int year = (int)from.Frequency;
        foreach (var symbol in paths.Model.Symbols)
        {
            if (symbol.Role is Role.Endogenous or Role.Parameter) { continue; }
            double[] values = actual.Column(symbol.Column);
            for (int t = first; t < paths.Count; t++)
            {
                double value = symbol.Role switch
                {
                    Role.Shock => 0.0,
                    Role.AddFactor => Mean(values, first, 2 * year),
                    _ => Trend(symbol, values, first, year, t),
                };
                if (double.IsFinite(value)) { paths.Row(t)[symbol.Column] = value; }
            }
        }

        return paths;
    }

    private static double Trend(Symbol symbol, double[] values, int first, int year, int t)
    {
        bool grows = Deviation.KindOf(symbol) == DeviationKind.Percent && first > year && values.AsSpan(first - 1 - year, year + 1).IndexOfAnyExceptInRange(double.Epsilon, double.MaxValue) < 0;
        return grows ? values[first - 1] * Math.Pow(values[first - 1] / values[first - 1 - year], (double)(t - first + 1) / year) : Mean(values, first, year);
    }

    private static double Mean(double[] values, int first, int count)
    {
        double sum = 0.0;
        for (int t = first - count; t < first; t++) { sum += values[t]; }
        return sum / count;
    }
}
