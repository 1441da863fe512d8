namespace Plenum.Engine.Ensembles;

/// <summary>How news about one add-factor lives on: the next value expected from the last ones.</summary>
/// <param name="Column">The add-factor.</param>
/// <param name="Left">What is left of the mean distance of the last values from where the add-factor goes; 0 makes news last one period.</param>
/// <param name="Over">Of how many last values the mean is taken.</param>
/// <param name="Towards">Where the add-factor goes; null for its mean over history.</param>
/// <remarks>
/// The expected value is towards + left (mean of the last values - towards): the rule by which an outlook continues the add-factor, asked
/// again in every period. Its error is the innovation, in history as in a draw. Where <paramref name="Over"/> is n, a draw's
/// deviation d follows the autoregression d(t) = left / n (d(t-1) + ... + d(t-n)) + innovation.
/// </remarks>
public sealed record ShockRule(int Column, double Left, int Over, double? Towards);
