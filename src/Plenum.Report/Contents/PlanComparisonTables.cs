using Plenum.Workspace;
using Plenum.Workspace.Plans;

namespace Plenum.Report.Contents;

/// <summary>Plans side by side, as tables for the command and the report.</summary>
public static class PlanComparisonTables
{
    /// <summary>What is reached, what happens beyond, what is moved, and what it costs.</summary>
    public static IReadOnlyList<Table> Of(PlanComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return [Outcomes(comparison), Headlines(comparison), Instruments(comparison), Costs(comparison)];
    }

    private static Table Outcomes(PlanComparison comparison) => new("Targets of all plans, and conditions in their last period",
        [new TableColumn("", Alignment.Left, MaySqueeze: true), new TableColumn("when", Alignment.Left), new TableColumn("baseline"), .. Columns(comparison)],
        [.. comparison.Outcomes.Select(o => (IReadOnlyList<string>)[o.Goal.Label, o.Goal.When, PlanAmounts.Of(o.Goal.Baseline, o.Goal.Quantity.Kind), .. o.Values.Select(v => Value(o, v))])]);

    private static string Value(ComparedOutcome outcome, ComparedValue value)
    {
        string mark = value.Goal is not { } goal ? "" : $" {PlanAmounts.Verdict(goal, value.Value, value.Miss ?? 0.0, outcome.Goal.Quantity.Kind)}";
        return PlanAmounts.Of(value.Value, outcome.Goal.Quantity.Kind) + mark;
    }

    private static Table Headlines(PlanComparison comparison) => new("Differences from the baseline, mean of the last year",
        [new TableColumn("", Alignment.Left, MaySqueeze: true), new TableColumn("", Alignment.Left), .. Columns(comparison)],
        [.. comparison.Headlines.Select(h => (IReadOnlyList<string>)[h.Label, h.Kind == DeviationKind.Percent ? "%" : "pp", .. h.Differences.Select(d => Numbers.Signed(d, 2))])]);

    private static Table Instruments(PlanComparison comparison)
    {
        var rows = new List<IReadOnlyList<string>>();
        string? holder = null;
        foreach (var instrument in comparison.Instruments)
        {
            string held = instrument.HeldBy ?? "nobody named";
            rows.Add([held == holder ? "" : held, instrument.Label, .. instrument.Uses.Select(u => u is null ? "" : PlanAmounts.Of(u.Mean, instrument.Kind))]);
            holder = held;
        }

        return new Table("Instruments: change from the baseline, mean of the plan", [new TableColumn("held by", Alignment.Left, MaySqueeze: true), new TableColumn("", Alignment.Left, MaySqueeze: true), .. Columns(comparison)], rows);
    }

    /// <summary>The costs by holder, and the loss with what the missed targets add.</summary>
    private static Table Costs(PlanComparison comparison)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var held in comparison.Instruments.GroupBy(i => i.HeldBy ?? "nobody named"))
        {
            rows.Add([held.Key, .. comparison.Answers.Select((_, k) => held.Any(i => i.Uses[k] is not null) ? PlanAmounts.Price(held.Sum(i => i.Uses[k]?.Cost ?? 0.0)) : "")]);
        }

        rows.Add(["loss, with what missed targets add", .. comparison.Answers.Select(a => PlanAmounts.Price(a.Found.Loss))]);
        rows.Add(["targets missed", .. comparison.Answers.Select(a => a.Found.Goals.Where((g, i) => g.Miss != 0.0 && !a.Plan.Goals[i].IsCondition).Count().ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        return new Table("Costs of the instruments by holder, in units of the plan's loss", [new TableColumn("", Alignment.Left, MaySqueeze: true), .. Columns(comparison)], rows);
    }

    private static IEnumerable<TableColumn> Columns(PlanComparison comparison) => comparison.Answers.Select(a => new TableColumn(a.Plan.Plan.Id));
}
