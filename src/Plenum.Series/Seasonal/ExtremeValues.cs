namespace Plenum.Series.Seasonal;

/// <summary>Finds irregulars too large to tell anything of trend and seasonal, and replaces them.</summary>
/// <remarks>
/// Source: J. Shiskin, A. Young and J. Musgrave (1967), US Census Bureau technical paper 15: a standard deviation over five years, taken again without
/// the irregulars beyond the upper limit; weights that fall in a straight line between the limits.
/// </remarks>
internal static class ExtremeValues
{
    private const int Years = 5;

    /// <summary>The weight of each value, from 1 for an ordinary one to 0 for an extreme one.</summary>
    public static double[] Weights(double[] irregular, int seasons, double neutral, SeasonalOptions options)
    {
        var weights = new double[irregular.Length];
        for (int t = 0; t < irregular.Length; t++)
        {
            double deviation = Deviation(irregular, t, seasons, neutral, options.UpperSigma);
            double distance = Math.Abs(irregular[t] - neutral);
            weights[t] = distance <= options.LowerSigma * deviation ? 1
                : distance >= options.UpperSigma * deviation ? 0
                : (options.UpperSigma - (distance / deviation)) / (options.UpperSigma - options.LowerSigma);
        }

        return weights;
    }

    /// <summary>
    /// Seasonal and irregular together, each value below full weight replaced by the mean of what weight it has and of the nearest values of the same
    /// month, or quarter, with full weight: two before and two after it, or three in all near the ends.
    /// </summary>
    public static double[] Replace(double[] seasonalIrregular, double[] weights, int seasons)
    {
        double[] replaced = [.. seasonalIrregular];
        for (int t = 0; t < replaced.Length; t++)
        {
            if (weights[t] == 1) { continue; }
            var before = Full(t, -seasons);
            var after = Full(t, seasons);
            var near = before.Take(2).Concat(after.Take(2)).ToList();
            near.AddRange(before.Skip(2).Concat(after.Skip(2)).Take(Math.Max(0, 3 - near.Count)));
            if (near.Count > 0) { replaced[t] = ((weights[t] * seasonalIrregular[t]) + near.Sum()) / (weights[t] + near.Count); }
        }

        return replaced;

        List<double> Full(int t, int step)
        {
            var found = new List<double>();
            for (int other = t + step; other >= 0 && other < weights.Length && found.Count < 3; other += step)
            {
                if (weights[other] == 1) { found.Add(seasonalIrregular[other]); }
            }

            return found;
        }
    }

    /// <summary>The series with each irregular pulled towards the neutral one as far as its weight falls short of 1.</summary>
    public static double[] Tame(double[] original, double[] irregular, double[] weights, Arithmetic arithmetic)
    {
        var tamed = new double[original.Length];
        for (int t = 0; t < tamed.Length; t++)
        {
            double kept = arithmetic.Neutral + (weights[t] * (irregular[t] - arithmetic.Neutral));
            tamed[t] = weights[t] == 1 ? original[t] : arithmetic.Join(arithmetic.Remove(original[t], irregular[t]), kept);
        }

        return tamed;
    }

    /// <summary>The standard deviation over the five years around a value, twice.</summary>
    private static double Deviation(double[] irregular, int t, int seasons, double neutral, double upperSigma)
    {
        int window = Math.Min(irregular.Length, Years * seasons);
        int from = Math.Clamp((t / seasons - (Years / 2)) * seasons, 0, irregular.Length - window);
        var around = irregular.AsSpan(from, window);
        return Deviation(around, neutral, upperSigma * Deviation(around, neutral, double.PositiveInfinity));
    }

    private static double Deviation(ReadOnlySpan<double> irregular, double neutral, double limit)
    {
        double sum = 0;
        int count = 0;
        foreach (double value in irregular)
        {
            double distance = value - neutral;
            if (Math.Abs(distance) > limit) { continue; }
            sum += distance * distance;
            count++;
        }

        return count == 0 ? 0 : Math.Sqrt(sum / count);
    }
}
