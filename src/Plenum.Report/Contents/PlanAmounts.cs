using System.Globalization;
using Plenum.Engine.Planning;
using Plenum.Workspace.Experiments;

namespace Plenum.Report.Contents;

/// <summary>Numbers of plans in words: shares and rates in hundredths, all else in its own unit.</summary>
public static class PlanAmounts
{
    /// <summary>What is smaller differs from zero by rounding alone.</summary>
    private const double Rounding = 1e-12;

    /// <summary>A value.</summary>
    public static string Of(double? value, EffectKind kind) => value is not { } number || !double.IsFinite(number) ? Numbers.Missing
        : kind == EffectKind.Points ? $"{Numbers.Fixed(100.0 * number, 2)} %" : Numbers.Level(Math.Abs(number) < Rounding ? 0.0 : number);

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

    /// <summary>Whether something was met, and by how much it was missed where that does not show in the number reached.</summary>
    /// <param name="goal">What was wanted.</param>
    /// <param name="value">What was reached.</param>
    /// <param name="miss">How far that lies outside; 0 where it was met.</param>
    /// <param name="kind">How it is counted.</param>
    public static string Verdict(PlanGoal goal, double value, double miss, EffectKind kind)
    {
        ArgumentNullException.ThrowIfNull(goal);
        string word = miss == 0.0 ? "met" : goal.IsHard ? "not met" : "missed";
        return word + Hidden(goal, value, miss, kind);
    }

    /// <summary>The size of a miss, in words that follow a verdict, where the value reads like what was wanted; empty where it does not.</summary>
    public static string Hidden(PlanGoal goal, double value, double miss, EffectKind kind)
    {
        ArgumentNullException.ThrowIfNull(goal);
        if (miss == 0.0 || !double.IsFinite(miss) || Of(miss < 0.0 ? goal.Low : goal.High, kind) != Of(value, kind)) { return ""; }
        double size = Math.Abs(kind == EffectKind.Points ? 100.0 * miss : miss);
        return $" by {size.ToString("G2", CultureInfo.InvariantCulture)}{(kind == EffectKind.Points ? " points" : "")}";
    }

    /// <summary>A price or slope; one that differs from zero by rounding alone is shown as zero.</summary>
    public static string Price(double? price) => price is not { } number ? Numbers.Missing : Numbers.Level(Math.Abs(number) < 1e-9 ? 0.0 : number);
}
