using Plenum.Engine.Scenarios;

namespace Plenum.Engine.Ensembles;

/// <summary>Something that may happen once, in any period, and then changes given paths.</summary>
/// <param name="Name">What it is called, which is the name of its random stream.</param>
/// <param name="Changes">What changes, as if it happened in the first period of the draws; it comes later by as much as the event does.</param>
/// <param name="ProbabilityPerYear">The probability that it happens within a year in which it has not happened yet.</param>
public sealed record EventRisk(string Name, IReadOnlyList<PathChange> Changes, double ProbabilityPerYear)
{
    /// <summary>The probability that it happens within one period, given that it has not happened before.</summary>
    /// <param name="periodsPerYear">Periods of a year.</param>
    public double ProbabilityPerPeriod(int periodsPerYear) => 1.0 - Math.Pow(1.0 - ProbabilityPerYear, 1.0 / periodsPerYear);
}
