namespace Plenum.Engine.Planning;

/// <summary>Where the centre of a distribution must lie for a range to be met with some probability.</summary>
/// <param name="Low">The lowest place of the centre; minus infinity where there is none.</param>
/// <param name="High">The highest place.</param>
/// <param name="Attainable">The largest probability that any place gives.</param>
/// <param name="IsMet">Whether that is enough; otherwise <see cref="Low"/> and <see cref="High"/> are the best place.</param>
public sealed record ChanceBand(double Low, double High, double Attainable, bool IsMet)
{
    /// <summary>Finds the places of the centre from a sample of distances from it.</summary>
    /// <param name="distances">Distances of draws from the centre; at least one.</param>
    /// <param name="low">The least that is wanted; minus infinity for no bound below.</param>
    /// <param name="high">The most that is wanted.</param>
    /// <param name="probability">The share of the draws that must lie between them.</param>
    /// <remarks>
    /// With k draws wanted of n, every run of k neighbours in the sorted sample that is no wider than the range allows an interval of places; their hull is taken.
    /// Source: J. Luedtke and S. Ahmed (2008), "A sample approximation approach for optimization with probabilistic constraints", SIAM J. Optim. 19(2),
    /// for a single constraint that the plan only shifts. Cost: n log n.
    /// </remarks>
    public static ChanceBand Of(IReadOnlyList<double> distances, double low, double high, double probability)
    {
        ArgumentNullException.ThrowIfNull(distances);
        ArgumentOutOfRangeException.ThrowIfLessThan(distances.Count, 1, nameof(distances));
        double[] sorted = [.. distances.Order()];
        int n = sorted.Length;
        int wanted = Math.Clamp((int)Math.Ceiling((probability * n) - 1e-9), 1, n);
        if (double.IsNegativeInfinity(low)) { return new ChanceBand(low, high - sorted[wanted - 1], 1.0, true); }
        if (double.IsPositiveInfinity(high)) { return new ChanceBand(low - sorted[n - wanted], high, 1.0, true); }
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        for (int i = 0; i + wanted <= n; i++)
        {
            if (sorted[i + wanted - 1] - sorted[i] > high - low) { continue; }
            least = Math.Min(least, low - sorted[i]);
            most = Math.Max(most, high - sorted[i + wanted - 1]);
        }

        var (count, place) = Best(sorted, low, high);
        return least <= most ? new ChanceBand(least, most, (double)count / n, true) : new ChanceBand(place, place, (double)count / n, false);
    }

    /// <summary>The share of a sample that lies within a range, widened by rounding.</summary>
    public static double Probability(IReadOnlyList<double> values, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count == 0 ? double.NaN : (double)values.Count(v => IsWithin(v, low, high)) / values.Count;
    }

    internal static bool IsWithin(double value, double low, double high)
    {
        double rounding = PlanSolver.Tolerance * Math.Max(1.0, Math.Abs(value));
        return value >= low - rounding && value <= high + rounding;
    }

    /// <summary>The most draws that fit into the range at once, and the place of the centre in the middle of those that give it.</summary>
    private static (int Count, double Place) Best(double[] sorted, double low, double high)
    {
        var (count, place) = (0, 0.0);
        for (int first = 0, next = 0; first < sorted.Length; first++)
        {
            while (next < sorted.Length && sorted[next] - sorted[first] <= high - low) { next++; }
            if (next - first > count) { (count, place) = (next - first, 0.5 * (low - sorted[first] + high - sorted[next - 1])); }
        }

        return (count, place);
    }
}
