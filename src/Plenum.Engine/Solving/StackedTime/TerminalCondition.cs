namespace Plenum.Engine.Solving.StackedTime;

/// <summary>What the equations of the last periods take for the values after the window.</summary>
/// <remarks>
/// It speaks of endogenous names. Other names keep what the paths hold there; where the paths end, parameters stay, shocks are zero, and
/// exogenous names follow the same rule from their last two values.
/// </remarks>
public sealed record TerminalCondition
{
    private readonly string _words;

    private TerminalCondition(string words) => _words = words;

    /// <summary>The values that the paths hold after the window, as many periods as the farthest lead.</summary>
    public static TerminalCondition Given { get; } = new("after the end, values are as given");

    /// <summary>
    /// x(T+k) = x(T) * (x(T) / x(T-1))^k for a name whose starting path is positive throughout, x(T+k) = x(T) + k * (x(T) - x(T-1)) for any other.
    /// In a window of one period, a name without a value before it stays at x(T).
    /// </summary>
    public static TerminalCondition ConstantGrowth { get; } = new("after the end, growth stays as in the last period");

    /// <summary>x(T+k) = x(T).</summary>
    public static TerminalCondition Constant { get; } = new("after the end, values stay as in the last period");

    /// <summary>The condition in words, such as "after the end, growth stays as in the last period".</summary>
    public override string ToString() => _words;
}
