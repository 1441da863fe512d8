using Plenum.Engine.Planning;
using Plenum.Workspace.Experiments;

namespace Plenum.Report.Contents;

/// <summary>Numbers of plans in words: shares and rates in hundredths, all else in its own unit.</summary>
public static class PlanAmounts
{
    /// <summary>A value.</summary>
    public static string Of(double? value, EffectKind kind) => value is not { } number || !double.IsFinite(number) ? Numbers.Missing
        : kind == EffectKind.Points ? $"{Numbers.Fixed(100.0 * number, 2)} %" : Numbers.Level(number);

    /// <summary>What a target or condition wants.</summary>
    public static string Wanted(PlanGoal goal, EffectKind kind)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return goal.IsPoint ? Of(goal.Low, kind) : (double.IsFinite(goal.Low), double.IsFinite(goal.High)) switch
        {
            (true, true) => $"{Of(goal.Low, kind)} .. {Of(goal.High, kind)}",
            (true, false) => $"≥ {Of(goal.Low, kind)}",
            _ => $"≤ {Of(goal.High, kind)}",
        };
    }

    /// <summary>A price or slope; one that differs from zero by rounding alone is shown as zero.</summary>
    public static string Price(double? price) => price is not { } number ? Numbers.Missing : Numbers.Level(Math.Abs(number) < 1e-9 ? 0.0 : number);
}
