namespace Plenum.Engine.Attribution;

/// <summary>The changes of some values between two solved paths, divided among the drivers.</summary>
/// <param name="Outcomes">The values explained.</param>
/// <param name="Drivers">The causes.</param>
/// <param name="Totals">The change of each outcome, in its unit.</param>
/// <param name="Contributions">Outcomes x drivers, in the unit of the outcome.</param>
/// <param name="Unexplained">For each outcome, its change less the sum of the contributions.</param>
/// <param name="SplitErrors">For each outcome, the estimated error of a contribution, at most.</param>
/// <param name="Before">The solved path before the change, from the deepest lag to the last outcome.</param>
/// <param name="After">The solved path after it.</param>
/// <param name="Points">How often the model was solved.</param>
/// <param name="Kinks">At how many points of the way the model went over from one branch of a min, max, abs or if to another.</param>
public sealed record PathAttribution(
    IReadOnlyList<Outcome> Outcomes,
    IReadOnlyList<Driver> Drivers,
    IReadOnlyList<double> Totals,
    double[,] Contributions,
    IReadOnlyList<double> Unexplained,
    IReadOnlyList<double> SplitErrors,
    Paths Before,
    Paths After,
    int Points,
    int Kinks)
{
    /// <summary>What one driver contributes to one outcome, in the unit of the outcome.</summary>
    public double this[int outcome, int driver] => Contributions[outcome, driver];
}
