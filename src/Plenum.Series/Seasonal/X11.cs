namespace Plenum.Series.Seasonal;

/// <summary>Splits a quarterly or monthly series into trend, seasonal and irregular by the moving averages of X-11.</summary>
/// <remarks>
/// Source: D. Ladiray and B. Quenneville (2001), "Seasonal Adjustment with the X-11 Method", Lecture Notes in Statistics 158, Springer, chapters 3 and 4;
/// J. Shiskin, A. Young and J. Musgrave (1967), US Census Bureau technical paper 15. Three rounds as there (parts B, C, D), each of two passes; the first replaces
/// extreme values as it goes, and after the first two extreme irregulars lose weight. One thing differs: the end weights of the trend use the noise
/// measured in the series rather than one of three tabulated values, so that a straight trend is kept up to its end.
/// Trading days and moving holidays are not treated. The Chinese New Year moves between January and February, so a monthly
/// Chinese series keeps it in its irregular: add the two months together, or adjust quarters.
/// Needs three full years; from five on the seasonal may change over time, unless a stable one is asked for (section 3.3 there: the mean of all years).
/// </remarks>
public static class X11
{
    private const int LeastYears = 3;

    /// <summary>Decomposes a series.</summary>
    /// <param name="series">The series; missing values at its ends are left out.</param>
    /// <param name="options">How; null takes the defaults.</param>
    /// <exception cref="ArgumentException">The series is annual, shorter than three years, has a gap, or must be positive and is not.</exception>
    public static SeasonalDecomposition Decompose(TimeSeries series, SeasonalOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        options ??= new SeasonalOptions();
        var observed = series.Trim();
        Require(observed, options);
        var arithmetic = Arithmetic.Of(options.Model);
        double[] original = observed.Values.ToArray();
        double[] weights = new double[original.Length];
        Array.Fill(weights, 1.0);

        var round = new X11Round(original, (int)observed.Frequency, arithmetic, options.IsStable, options);
        for (int refinement = 0; refinement < 2; refinement++)
        {
            double[] irregular = arithmetic.Without(original, arithmetic.With(round.Trend, round.Seasonal));
            weights = ExtremeValues.Weights(irregular, (int)observed.Frequency, arithmetic.Neutral, options);
            round = new X11Round(ExtremeValues.Tame(original, irregular, weights, arithmetic), (int)observed.Frequency, arithmetic, options.IsStable);
        }

        double[] adjusted = arithmetic.Without(original, round.Seasonal);
        return new SeasonalDecomposition(options.Model, observed, Series(round.Trend), Series(round.Seasonal), Series(arithmetic.Without(adjusted, round.Trend)), Series(adjusted), Series(weights), round.TrendTerms);

        TimeSeries Series(double[] values) => new(observed.Start, values, observed.Name);
    }

    private static void Require(TimeSeries series, SeasonalOptions options)
    {
        string name = series.Name ?? "the series";
        if (series.Frequency == Frequency.Annual) { throw new ArgumentException($"'{name}' is annual and has no seasons.", nameof(series)); }
        if (series.Count < LeastYears * (int)series.Frequency) { throw new ArgumentException($"'{name}' has {series.Count} values; a seasonal needs {LeastYears * (int)series.Frequency}.", nameof(series)); }
        for (int i = 0; i < series.Count; i++)
        {
            if (double.IsNaN(series[i])) { throw new ArgumentException($"'{name}' has no value in {series.Start + i}. Fill the gap first.", nameof(series)); }
            if (options.Model == SeasonalModel.Multiplicative && series[i] <= 0) { throw new ArgumentException($"'{name}' is {series[i]} in {series.Start + i}; a product needs positive values. Decompose it as a sum.", nameof(series)); }
        }
    }
}
