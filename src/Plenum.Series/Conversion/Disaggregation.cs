namespace Plenum.Series.Conversion;

/// <summary>A series taken to a higher frequency.</summary>
/// <param name="Values">The series at the higher frequency.</param>
/// <param name="Flags">
/// For each value how it came about: interpolated inside a known long period, estimated beyond, observed where the long period is known by this very value.
/// </param>
/// <param name="Regression">The regression behind it; null for a method without one.</param>
public sealed record Disaggregation(TimeSeries Values, IReadOnlyList<ObservationFlag> Flags, IndicatorRegression? Regression = null);

/// <summary>A regression of the long-period series on the indicators summed up, with first-order autoregressive errors in the short periods.</summary>
/// <param name="Coefficients">One a regressor: the constant first where there is one, then the indicators in the order given.</param>
/// <param name="Autocorrelation">The autoregressive coefficient of the short-period error.</param>
/// <param name="LogLikelihood">The concentrated Gaussian log-likelihood; positive infinity where the fit is exact.</param>
public sealed record IndicatorRegression(IReadOnlyList<RegressionCoefficient> Coefficients, double Autocorrelation, double LogLikelihood);

/// <summary>One estimated coefficient.</summary>
/// <param name="Name">The indicator's name, or "constant".</param>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">Its standard error, with the residual variance over observations less coefficients; NaN where none are left over.</param>
public sealed record RegressionCoefficient(string Name, double Value, double StandardError);
