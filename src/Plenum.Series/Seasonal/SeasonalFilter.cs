namespace Plenum.Series.Seasonal;

/// <summary>The moving averages that turn the values of one month, or quarter, over the years into its seasonal.</summary>
/// <remarks>
/// Source: J. Shiskin, A. Young and J. Musgrave (1967), "The X-11 variant of the Census Method II seasonal adjustment program", US Census Bureau technical
/// paper 15, with its end weights, as printed by D. Ladiray and B. Quenneville (2001), "Seasonal Adjustment with the X-11 Method", chapter 3.
/// </remarks>
public sealed class SeasonalFilter
{
    private readonly double[] _symmetric;
    private readonly double[][] _ends;

    /// <param name="symmetric">The weights where all terms are known.</param>
    /// <param name="ends">The weights where the last 1, 2, ... terms of the symmetric ones are missing, earliest first.</param>
    private SeasonalFilter(double[] symmetric, params double[][] ends) => (_symmetric, _ends) = (symmetric, ends);

    /// <summary>An average of three averages of three years; needs four years.</summary>
    public static SeasonalFilter ThreeByThree { get; } = new(Over(9, 1, 2, 3, 2, 1), Over(27, 3, 7, 10, 7), Over(27, 5, 11, 11));

    /// <summary>An average of three averages of five years; needs six years.</summary>
    public static SeasonalFilter ThreeByFive { get; } = new(Over(15, 1, 2, 3, 3, 3, 2, 1), Over(60, 4, 8, 13, 13, 13, 9), Over(60, 4, 11, 15, 15, 15), Over(60, 9, 17, 17, 17));

    /// <summary>The filter that so many years allow; null for fewer than four, where the mean of all years serves.</summary>
    /// <param name="years">How many values of each month or quarter there are.</param>
    /// <param name="isFinal">Whether the smoother filter of the second pass is wanted.</param>
    public static SeasonalFilter? For(int years, bool isFinal) => years < 4 ? null : isFinal && years >= 6 ? ThreeByFive : ThreeByThree;

    /// <summary>Smooths the values of one month, or quarter, year by year.</summary>
    public double[] Smooth(ReadOnlySpan<double> years)
    {
        int half = _symmetric.Length / 2;
        var smooth = new double[years.Length];
        for (int t = 0; t < years.Length; t++)
        {
            int missingAfter = Math.Max(0, half - (years.Length - 1 - t));
            int missingBefore = Math.Max(0, half - t);
            double[] weights = Math.Max(missingAfter, missingBefore) is var missing && missing == 0 ? _symmetric : _ends[missing - 1];
            double sum = 0;
            for (int k = 0; k < weights.Length; k++)
            {
                // At the start of the series the end weights run backwards.
                sum += weights[k] * (missingBefore > 0 ? years[weights.Length - 1 - k] : years[t - half + k]);
            }

            smooth[t] = sum;
        }

        return smooth;
    }

    private static double[] Over(double divisor, params double[] parts) => [.. parts.Select(p => p / divisor)];
}
