namespace Plenum.Series.Conversion;

/// <summary>Takes a series to a higher frequency by a regression on indicators whose errors follow a first-order autoregression.</summary>
/// <remarks>
/// Source: G. Chow and A. Lin (1971), "Best linear unbiased interpolation, distribution, and extrapolation of time series by related series", REStat 53(4),
/// equations 8 to 10; the autoregressive coefficient maximises the likelihood over a grid as in J. Bournay and G. Laroque (1979),
/// "Réflexions sur la méthode d'élaboration des comptes trimestriels", Annales de l'INSEE 36, then by golden section around the best point.
/// Cost: about 150 factorisations of a matrix as large as the number of known long periods.
/// With one indicator and no wish to estimate, use <see cref="Denton.Proportional"/>.
/// </remarks>
public static class ChowLin
{
    private const double HighestAutocorrelation = 0.999;
    private const double GridStep = 0.01;
    private const double GoldenPrecision = 1e-9;

    /// <summary>Estimates the regression in the long periods and distributes its residuals over the short ones.</summary>
    /// <param name="low">The known series at the lower frequency.</param>
    /// <param name="indicators">Complete series at the higher frequency; their common span becomes the span of the result.</param>
    /// <param name="by">How a long period follows from its short ones.</param>
    /// <param name="options">Choices; null takes the defaults.</param>
    /// <exception cref="ArgumentException">An indicator is incomplete or too short, the indicators are collinear, or there are fewer known long periods than coefficients.</exception>
    public static Disaggregation Estimate(TimeSeries low, IReadOnlyList<TimeSeries> indicators, Aggregation by, ChowLinOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(low);
        ArgumentNullException.ThrowIfNull(indicators);
        options ??= new ChowLinOptions();
        var regressors = Regressors(indicators, options.HasConstant);
        if (regressors.Count == 0) { throw new ArgumentException("Give at least one indicator, or keep the constant.", nameof(indicators)); }
        var system = new LongRunSystem(Benchmarks.Over(low, regressors[^1], by), [.. regressors.Select(r => r.Values.ToArray())]);
        if (system.Observations < regressors.Count)
        {
            throw new ArgumentException($"'{low.Name ?? "series"}' has {system.Observations} known values for {regressors.Count} coefficients. Give fewer indicators.", nameof(low));
        }

        double autocorrelation = options.Autocorrelation ?? MostLikely(system, options.LowestAutocorrelation);
        var fit = system.Fit(autocorrelation) ?? throw new ArgumentException("The indicators are collinear over the known periods. Leave one out.", nameof(indicators));
        var coefficients = regressors.Select((r, i) => new RegressionCoefficient(r.Name ?? $"indicator {i}", fit.Coefficients[i], fit.StandardErrors[i]));
        return new Disaggregation(
            new TimeSeries(regressors[^1].Start, fit.Path, low.Name),
            system.Benchmarks.Flags(),
            new IndicatorRegression([.. coefficients], autocorrelation, fit.LogLikelihood));
    }

    /// <summary>The constant, where wanted, and the indicators on their common span.</summary>
    private static List<TimeSeries> Regressors(IReadOnlyList<TimeSeries> indicators, bool hasConstant)
    {
        if (indicators.Count == 0) { throw new ArgumentException("Give at least one indicator; without one, use Denton.WithoutIndicator.", nameof(indicators)); }
        var start = indicators.Max(i => i.Start);
        var end = indicators.Min(i => i.End);
        List<TimeSeries> regressors = [.. indicators.Select((s, i) => s.Slice(start, end).Named(s.Name ?? $"indicator {i + 1}"))];
        foreach (var regressor in regressors)
        {
            int gap = regressor.ToList().FindIndex(x => !double.IsFinite(x));
            if (gap >= 0) { throw new ArgumentException($"'{regressor.Name}' has no value in {start + gap}. Fill the gap or slice the series.", nameof(indicators)); }
        }

        if (hasConstant) { regressors.Insert(0, TimeSeries.Constant(start, end, 1).Named("constant")); }
        return regressors;
    }

    private static double MostLikely(LongRunSystem system, double lowest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lowest, -1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lowest, HighestAutocorrelation);
        double best = lowest;
        double bestLikelihood = double.NegativeInfinity;
        for (double rho = lowest; rho <= HighestAutocorrelation; rho += GridStep)
        {
            double likelihood = Likelihood(system, rho);
            if (likelihood > bestLikelihood) { (best, bestLikelihood) = (rho, likelihood); }
        }

        return double.IsPositiveInfinity(bestLikelihood) ? best : GoldenSection(system, Math.Max(lowest, best - GridStep), Math.Min(HighestAutocorrelation, best + GridStep));
    }

    /// <remarks>Source: J. Kiefer (1953), "Sequential minimax search for a maximum", Proc. AMS 4(3).</remarks>
    private static double GoldenSection(LongRunSystem system, double low, double high)
    {
        double golden = (Math.Sqrt(5) - 1) / 2;
        double left = high - (golden * (high - low));
        double right = low + (golden * (high - low));
        double atLeft = Likelihood(system, left);
        double atRight = Likelihood(system, right);
        double floor = low;
        while (high - low > GoldenPrecision)
        {
            if (atLeft >= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (golden * (high - low));
                atLeft = Likelihood(system, left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (golden * (high - low));
                atRight = Likelihood(system, right);
            }
        }

        double inside = (low + high) / 2;
        return Likelihood(system, floor) >= Likelihood(system, inside) ? floor : inside;
    }

    private static double Likelihood(LongRunSystem system, double rho) => system.Fit(rho)?.LogLikelihood ?? double.NegativeInfinity;
}
