namespace Plenum.Engine.Attribution;

/// <summary>The integral over a piece of the way, and how far it can be trusted.</summary>
/// <param name="From">Where the piece begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Contributions">Outcomes x drivers, in the unit of the outcome.</param>
/// <param name="Unexplained">For each outcome, its change over the piece less the sum of the contributions.</param>
/// <param name="SplitErrors">For each outcome, the largest estimated error of a contribution.</param>
internal sealed record WayPiece(WayPoint From, WayPoint To, double[,] Contributions, double[] Unexplained, double[] SplitErrors)
{
    /// <summary>The largest error as a multiple of what is tolerated.</summary>
    public double Excess(AttributionOptions options)
    {
        double excess = 0.0;
        for (int o = 0; o < Unexplained.Length; o++)
        {
            excess = Math.Max(excess, Math.Max(Math.Abs(Unexplained[o]) / options.Tolerance, SplitErrors[o] / options.SplitTolerance));
        }

        return excess;
    }
}
