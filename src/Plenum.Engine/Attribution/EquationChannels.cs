using Plenum.Language.Binding;

namespace Plenum.Engine.Attribution;

/// <summary>What the terms of an equation add up to.</summary>
public enum ChannelMeasure
{
    /// <summary>The change of the variable.</summary>
    Level,

    /// <summary>The change of its logarithm.</summary>
    Logarithm,
}

/// <summary>What one term of an equation contributes, from the first period that may differ up to the one asked for.</summary>
/// <param name="Text">The term as the equation has it, with scalar names.</param>
/// <param name="Contribution">Its contribution, in the measure of the equation.</param>
public sealed record Channel(string Text, double Contribution);

/// <summary>The first round of causes: by which terms of its own equation a variable differs.</summary>
/// <param name="Equation">The equation.</param>
/// <param name="Measure">What the contributions add up to.</param>
/// <param name="Total">The difference, in that measure.</param>
/// <param name="Channels">The terms, in the order of the equation.</param>
/// <param name="Unexplained">The total less the sum of the contributions.</param>
public sealed record EquationChannels(BoundEquation Equation, ChannelMeasure Measure, double Total, IReadOnlyList<Channel> Channels, double Unexplained);
