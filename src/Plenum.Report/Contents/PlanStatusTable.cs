using Plenum.Workspace.Plans;

namespace Plenum.Report.Contents;

/// <summary>Where a plan stands, as a table; of a condition that holds in each period, the one that leaves least room.</summary>
public static class PlanStatusTable
{
    /// <summary>One row for each target and condition.</summary>
    public static Table Of(PlanStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        var shown = status.Targets.Where(t => !t.Target.IsCondition).Concat(status.Targets.Where(t => t.Target.IsCondition).GroupBy(t => t.Target.Target).Select(g => g.MinBy(Room)!));
        return new Table($"Outcomes to {status.At}, the baseline from then on",
            [new TableColumn("", Alignment.Left, MaySqueeze: true), new TableColumn("when", Alignment.Left), new TableColumn("announced", Alignment.Left, MaySqueeze: true), new TableColumn("wanted"), new TableColumn("so far"), new TableColumn("ahead"), new TableColumn("whole"), new TableColumn("", Alignment.Left), new TableColumn("probability")],
            [.. shown.Select(Row)]);
    }

    /// <summary>How a target stands, in words.</summary>
    public static string InWords(TargetState state) => state switch
    {
        TargetState.Met => "met",
        TargetState.Missed => "missed",
        TargetState.OnCourse => "on course",
        TargetState.OffCourse => "off course",
        _ => "not announced yet",
    };

    private static IReadOnlyList<string> Row(TargetStatus status)
    {
        var target = status.Target;
        var kind = target.Quantity.Kind;
        string probability = status.Probability is { } share ? $"{Numbers.Fixed(100.0 * share, 0)} %" : "";
        string unconfirmed = target.Target.IsConfirmed ? "" : ", unconfirmed";
        return [target.Label, target.When, target.Target.Stage?.Date ?? "", PlanAmounts.Wanted(target.Goal, kind), Value(status.SoFar), Value(status.Ahead), PlanAmounts.Of(status.Whole, kind), InWords(status.State) + Hidden() + unconfirmed, probability];

        string Hidden() => status.State is TargetState.Missed or TargetState.OffCourse ? PlanAmounts.Hidden(target.Goal, status.Whole, target.Goal.Miss(status.Whole), kind) : "";
        string Value(double? value) => value is { } number ? PlanAmounts.Of(number, kind) : "";
    }

    private static double Room(TargetStatus status) => Math.Min(status.Whole - status.Target.Goal.Low, status.Target.Goal.High - status.Whole);
}
