using Plenum.Numerics.Distributions;

namespace Plenum.Engine.Ensembles;

/// <summary>A parameter that is not known exactly.</summary>
/// <param name="Column">The parameter.</param>
/// <param name="Name">Its name, which is that of its random stream.</param>
/// <param name="Distribution">How likely which values are; a draw takes one, by the quantile of one uniform number.</param>
public sealed record UncertainParameter(int Column, string Name, Distribution Distribution)
{
    /// <summary>A parameter of which no more is known than its range: triangular, most likely at its value.</summary>
    /// <param name="column">The parameter.</param>
    /// <param name="name">Its name.</param>
    /// <param name="low">Lowest value.</param>
    /// <param name="mode">Most likely value.</param>
    /// <param name="high">Highest value.</param>
    public static UncertainParameter Within(int column, string name, double low, double mode, double high) => new(column, name, new TriangularDistribution(low, mode, high));
}
