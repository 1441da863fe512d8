namespace Plenum.Engine.Ensembles;

/// <summary>How news about one add-factor lives on.</summary>
/// <param name="Column">The add-factor.</param>
/// <param name="Left">What is left of its deviation after one period: 0 makes news last one period, a negative number takes part of it back.</param>
/// <remarks>A draw's deviation from the baseline follows d(t) = left d(t-1) + innovation.</remarks>
public sealed record ShockRule(int Column, double Left);
