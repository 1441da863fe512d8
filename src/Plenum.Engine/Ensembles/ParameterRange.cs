namespace Plenum.Engine.Ensembles;

/// <summary>A parameter that is not known exactly: triangular within its range, most likely at its value.</summary>
/// <param name="Column">The parameter.</param>
/// <param name="Name">Its name, which is that of its random stream.</param>
/// <param name="Low">Lowest value.</param>
/// <param name="Mode">Most likely value.</param>
/// <param name="High">Highest value.</param>
public sealed record ParameterRange(int Column, string Name, double Low, double Mode, double High)
{
    /// <summary>The value below which the parameter falls with a probability.</summary>
    /// <remarks>Source: S. Kotz and J. van Dorp (2004), "Beyond Beta", World Scientific, section 1.2.</remarks>
    public double Quantile(double probability)
    {
        double width = High - Low;
        if (width <= 0.0) { return Mode; }
        double below = (Mode - Low) / width;
        return probability < below
            ? Low + Math.Sqrt(probability * width * (Mode - Low))
            : High - Math.Sqrt((1.0 - probability) * width * (High - Mode));
    }
}
