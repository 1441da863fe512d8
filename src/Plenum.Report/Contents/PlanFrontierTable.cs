using Plenum.Engine.Planning;
using Plenum.Workspace.Plans;

namespace Plenum.Report.Contents;

/// <summary>A trade-off as a table, and in a sentence.</summary>
public static class PlanFrontierTable
{
    /// <summary>The points of a frontier with the rate at which one target is given up for the other.</summary>
    public static Table Of(TradeOff tradeOff)
    {
        ArgumentNullException.ThrowIfNull(tradeOff);
        var (first, second) = (tradeOff.First, tradeOff.Second);
        return new Table($"{first.Label} ({first.When}) against {second.Label} ({second.When})",
            [new TableColumn(Head(first)), new TableColumn(Head(second)), new TableColumn("slope"), new TableColumn("", Alignment.Left, MaySqueeze: true)],
            [.. tradeOff.Points.Select((p, k) => (IReadOnlyList<string>)[PlanAmounts.Of(p.First, first.Quantity.Kind), PlanAmounts.Of(p.Second, second.Quantity.Kind), p.Slope is { } slope ? Numbers.Signed(slope, 3) : "", Remark(tradeOff, k)])]);
    }

    /// <summary>What came out, in a sentence.</summary>
    public static string InWords(TradeOff tradeOff)
    {
        ArgumentNullException.ThrowIfNull(tradeOff);
        var (first, second) = (tradeOff.First.Label, tradeOff.Second.Label);
        return tradeOff.Outcome switch
        {
            FrontierOutcome.Traced => $"Within the {(tradeOff.Plan.Steps.Count > 0 ? "bounds and largest steps" : "bounds")} of the instruments and the targets and conditions that must be met; costs and other targets play no part. The slope says by how much {second} changes per unit by which {first} rises along the frontier; it is minus the ratio of their shadow prices.",
            FrontierOutcome.NoConflict => $"{first} and {second} do not conflict: one plan is best for both.",
            FrontierOutcome.Infeasible => "What must be met cannot be met, so that nothing is left to be traded.",
            FrontierOutcome.Unbounded unbounded => $"Nothing bounds {(unbounded.IsFirst ? first : second)}: give the instruments bounds.",
            _ => "An end of the frontier was not found: the search ended before the conditions of a minimum held.",
        };
    }

    private static string Head(BoundTarget target) => target.Target.Quantity.Name.Length <= 28 ? target.Target.Quantity.Name : target.Label;

    private static string Remark(TradeOff tradeOff, int place)
    {
        var point = tradeOff.Points[place];
        string end = tradeOff.Points.Count == 1 ? "best of both" : place == 0 ? $"best of {tradeOff.Second.Label}" : place == tradeOff.Points.Count - 1 ? $"best of {tradeOff.First.Label}" : "";
        string state = point.State switch { FrontierState.Dominated => "dominated by another point", FrontierState.NotFound => "not found", _ => "" };
        return end.Length > 0 && state.Length > 0 ? $"{end}; {state}" : end + state;
    }
}
