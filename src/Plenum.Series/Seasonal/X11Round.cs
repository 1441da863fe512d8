namespace Plenum.Series.Seasonal;

/// <summary>One round of X-11: a first trend gives a first seasonal, which gives a better trend, which gives the seasonal.</summary>
/// <remarks>Source: D. Ladiray and B. Quenneville (2001), "Seasonal Adjustment with the X-11 Method", section 2.2, the basic algorithm.</remarks>
internal sealed class X11Round
{
    private readonly int _seasons;
    private readonly Arithmetic _arithmetic;
    private readonly bool _isStable;
    private readonly SeasonalOptions? _replacing;

    /// <summary>Runs the round.</summary>
    /// <param name="values">The series, at least three years.</param>
    /// <param name="seasons">Periods of a year, an even number.</param>
    /// <param name="arithmetic">Product or sum.</param>
    /// <param name="isStable">Whether the seasonal is the same in every year.</param>
    /// <param name="replacing">What counts as extreme, where extremes are still in the series and are replaced before each seasonal is taken; else null.</param>
    public X11Round(double[] values, int seasons, Arithmetic arithmetic, bool isStable, SeasonalOptions? replacing = null)
    {
        (_seasons, _arithmetic, _isStable, _replacing) = (seasons, arithmetic, isStable, replacing);
        int half = seasons / 2;
        double[] firstTrend = CentredAverage(values, seasons);
        double[] firstSeasonal = SeasonalOf(arithmetic.Without(values[half..^half], firstTrend), isFinal: false);
        double[] firstAdjusted = arithmetic.Without(values, Extend(firstSeasonal));
        (double[] trend, _) = TrendOf(firstAdjusted);
        Seasonal = SeasonalOf(arithmetic.Without(values, trend), isFinal: true);
        (Trend, TrendTerms) = TrendOf(arithmetic.Without(values, Seasonal));
    }

    /// <summary>The trend, up to both ends.</summary>
    public double[] Trend { get; }

    /// <summary>The seasonal, up to both ends.</summary>
    public double[] Seasonal { get; }

    /// <summary>Number of terms of the average behind <see cref="Trend"/>.</summary>
    public int TrendTerms { get; }

    /// <summary>The average over a year centred on a period, the 2 x 4 or 2 x 12 average: half of a year on either side is lost.</summary>
    public static double[] CentredAverage(ReadOnlySpan<double> values, int seasons)
    {
        var average = new double[values.Length - seasons];
        for (int t = 0; t < average.Length; t++)
        {
            double sum = (values[t] + values[t + seasons]) / 2;
            for (int k = 1; k < seasons; k++) { sum += values[t + k]; }
            average[t] = sum / seasons;
        }

        return average;
    }

    /// <summary>Smooths seasonal and irregular together into the seasonal, and centres it so that it averages out over a year.</summary>
    /// <param name="seasonalIrregular">The series without its trend.</param>
    /// <param name="isFinal">Whether this is the second pass.</param>
    private double[] SeasonalOf(double[] seasonalIrregular, bool isFinal)
    {
        double[] seasonal = Centre(OverYears(seasonalIrregular, isFinal));
        if (_replacing is null) { return seasonal; }
        double[] weights = ExtremeValues.Weights(_arithmetic.Without(seasonalIrregular, seasonal), _seasons, _arithmetic.Neutral, _replacing);
        return Centre(OverYears(ExtremeValues.Replace(seasonalIrregular, weights, _seasons), isFinal));
    }

    /// <summary>Smooths each month, or quarter, over the years.</summary>
    private double[] OverYears(double[] seasonalIrregular, bool isFinal)
    {
        var filter = _isStable ? null : SeasonalFilter.For(seasonalIrregular.Length / _seasons, isFinal);
        var seasonal = new double[seasonalIrregular.Length];
        for (int first = 0; first < _seasons; first++)
        {
            double[] years = [.. seasonalIrregular.Where((_, t) => t % _seasons == first)];
            double[] smooth = filter?.Smooth(years) ?? [.. Enumerable.Repeat(years.Average(), years.Length)];
            for (int year = 0; year < smooth.Length; year++) { seasonal[first + (year * _seasons)] = smooth[year]; }
        }

        return seasonal;
    }

    /// <summary>Takes away the average over a year, of which the first and the last one known also serve the half-years beyond.</summary>
    private double[] Centre(double[] seasonal)
    {
        double[] centre = CentredAverage(seasonal, _seasons);
        int half = _seasons / 2;
        return [.. seasonal.Select((s, t) => _arithmetic.Remove(s, centre[Math.Clamp(t - half, 0, centre.Length - 1)]))];
    }

    /// <summary>Repeats the nearest year in the half-years that a centred average has lost.</summary>
    private double[] Extend(double[] seasonal)
    {
        int half = _seasons / 2;
        var extended = new double[seasonal.Length + _seasons];
        seasonal.CopyTo(extended, half);
        for (int t = half - 1; t >= 0; t--) { extended[t] = extended[t + _seasons]; }
        for (int t = extended.Length - half; t < extended.Length; t++) { extended[t] = extended[t - _seasons]; }
        return extended;
    }

    /// <summary>Smooths an adjusted series by a Henderson average as long as its noise asks for.</summary>
    private (double[] Trend, int Terms) TrendOf(double[] adjusted)
    {
        int standard = _seasons + 1;
        double[] preliminary = HendersonFilter.Smooth(adjusted, standard, 0);
        int half = standard / 2;
        double noise = NoiseRatio(adjusted.AsSpan(half..^half), preliminary.AsSpan(half..^half));
        int terms = noise < 1 ? (_seasons == 12 ? 9 : 5) : noise < 3.5 ? standard : _seasons == 12 ? 23 : 7;
        return (HendersonFilter.Smooth(adjusted, terms, noise), terms);
    }

    /// <summary>The I/C ratio: the mean change of the irregular over that of the trend, per month.</summary>
    /// <remarks>A quarter's trend moves about three times as far as a month's, hence the factor of 12 over the periods of a year.</remarks>
    private double NoiseRatio(ReadOnlySpan<double> adjusted, ReadOnlySpan<double> trend)
    {
        double ofIrregular = 0;
        double ofTrend = 0;
        for (int t = 1; t < trend.Length; t++)
        {
            double before = _arithmetic.Remove(adjusted[t - 1], trend[t - 1]);
            double change = Math.Abs(_arithmetic.Remove(adjusted[t], trend[t]) - before);
            ofIrregular += _arithmetic.Neutral == 0 ? change : change / before;
            ofTrend += Math.Abs(trend[t] - trend[t - 1]) / (_arithmetic.Neutral == 0 ? 1 : trend[t - 1]);
        }

        return ofIrregular == 0 ? 0 : ofTrend == 0 ? double.MaxValue : ofIrregular / ofTrend * 12 / _seasons;
    }
}
