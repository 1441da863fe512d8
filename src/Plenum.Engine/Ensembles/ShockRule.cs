namespace Plenum.Engine.Ensembles;

/// <summary>How news about one given path lives on: that of an add-factor, or of an exogenous variable.</summary>
/// <param name="Column">The add-factor or exogenous variable.</param>
/// <param name="Left">What is left of its deviation after one period: 0 makes news last one period, a negative number takes part of it back.</param>
/// <remarks>A draw's deviation from the baseline follows d(t) = left d(t-1) + innovation.</remarks>
public sealed record ShockRule(int Column, double Left)
{
    /// <summary>Whether the deviation is one of the logarithm, as suits an index or an amount. Default false: in the unit of the column.</summary>
    public bool IsRelative { get; init; }

    /// <summary>Whether history deviates from a straight line instead of its mean. Default false.</summary>
    public bool HasTrend { get; init; }

    /// <summary>A value of the column moved by a deviation.</summary>
    public double Shift(double value, double deviation) => IsRelative ? value * Math.Exp(deviation) : value + deviation;
}
