using Plenum.Workspace.Plans;

namespace Plenum.Report.Contents;

/// <summary>A plan as first made against the plan as revised, as tables.</summary>
public static class PlanRevisionTables
{
    /// <summary>Targets, and of each condition the period that leaves least room; and the instruments.</summary>
    public static IReadOnlyList<Table> Of(PlanRevision revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        var plan = revision.First.Plan;
        var shown = revision.Goals.Where(g => !g.Goal.IsCondition).Concat(revision.Goals.Where(g => g.Goal.IsCondition).GroupBy(g => g.Goal.Target).Select(g => g.MinBy(Room)!));
        return
        [
            new Table("Targets, and conditions in the period that leaves least room",
                [new TableColumn("", Alignment.Left, MaySqueeze: true), new TableColumn("when", Alignment.Left), new TableColumn("wanted"), new TableColumn("first plan"), new TableColumn("with the news"), new TableColumn("revised"), new TableColumn("", Alignment.Left)],
                [.. shown.Select(g => (IReadOnlyList<string>)[g.Goal.Label, g.Goal.When, PlanAmounts.Wanted(g.Goal.Goal, g.Goal.Quantity.Kind), PlanAmounts.Of(g.Planned, g.Goal.Quantity.Kind), PlanAmounts.Of(g.Shocked, g.Goal.Quantity.Kind), PlanAmounts.Of(g.Revised, g.Goal.Quantity.Kind), Verdict(g)])]),
            new Table("Instruments: the change from the baseline",
                [new TableColumn("", Alignment.Left, MaySqueeze: true), new TableColumn("held by", Alignment.Left, MaySqueeze: true), new TableColumn("from", Alignment.Left), new TableColumn("first plan"), new TableColumn("revised")],
                [.. revision.Handles.Select((h, j) => (IReadOnlyList<string>)[PlanHandles.Label(plan, j), h.Handle.Instrument.HeldBy ?? "", h.Handle.From.ToString(), PlanAmounts.Of(h.Planned, PlanHandles.Kind(plan, j)), h.Revised is { } size ? PlanAmounts.Of(size, PlanHandles.Kind(plan, j)) : "done"])]),
        ];
    }

    private static string Verdict(RevisedGoal goal) => goal.Result is null ? "behind" : PlanAmounts.Verdict(goal.Goal.Goal, goal.Revised, goal.Result.Miss, goal.Goal.Quantity.Kind);

    private static double Room(RevisedGoal goal) => Math.Min(goal.Revised - goal.Goal.Goal.Low, goal.Goal.Goal.High - goal.Revised);
}
