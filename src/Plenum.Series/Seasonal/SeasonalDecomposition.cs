namespace Plenum.Series.Seasonal;

/// <summary>A series taken apart; the product, or the sum, of trend, seasonal and irregular is the series.</summary>
/// <param name="Model">Product or sum.</param>
/// <param name="Original">The series.</param>
/// <param name="Trend">The trend with the business cycle.</param>
/// <param name="Seasonal">The seasonal factors, about one on average over a year, or the seasonal amounts, about zero.</param>
/// <param name="Irregular">What is left.</param>
/// <param name="Adjusted">The series without its seasonal.</param>
/// <param name="ExtremeWeight">How much each value counted when seasonal and trend were estimated: 1 for an ordinary one, 0 for an extreme one.</param>
/// <param name="TrendTerms">Number of terms of the Henderson average behind the trend.</param>
public sealed record SeasonalDecomposition(
    SeasonalModel Model, TimeSeries Original, TimeSeries Trend, TimeSeries Seasonal, TimeSeries Irregular, TimeSeries Adjusted, TimeSeries ExtremeWeight, int TrendTerms);
