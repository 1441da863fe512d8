using System.Globalization;
using Plenum.Workspace;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Plans;

namespace Plenum.Report.Contents;

/// <summary>A plan over an ensemble, as tables for the command and the report.</summary>
public static class PlanChanceTables
{
    /// <summary>The probabilities before and after; of a target that holds in each period, the period that is met least often.</summary>
    public static Table Probabilities(ChanceAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var shown = answer.Outcome.Results.GroupBy(r => answer.Plan.Goals[r.Goal.Goal].Target).Select(g => g.MinBy(r => r.After)!);
        var rows = shown.Select(r =>
        {
            var goal = answer.Plan.Goals[r.Goal.Goal];
            var kind = goal.Quantity.Kind;
            return (IReadOnlyList<string>)[goal.Label, goal.When, PlanAmounts.Wanted(goal.Goal, kind), Percent(r.Goal.Probability), Percent(r.Before), Percent(r.After), Percent(r.Verified),
                PlanAmounts.Of(answer.Outcome.Before.Goals[r.Goal.Goal].Value, kind), PlanAmounts.Of(answer.Outcome.Found.Goals[r.Goal.Goal].Value, kind), PlanAmounts.Of(r.Spread, kind)];
        }).ToList();
        if (answer.Outcome.Results.Count > 1) { rows.Add(["all at once", "", "", answer.Outcome.JointWanted is { } joint ? Percent(joint) : "", Percent(answer.Outcome.JointBefore), Percent(answer.Outcome.JointAfter), Percent(answer.Outcome.JointVerified), "", "", ""]); }
        return new Table("Probability of meeting the targets",
            [new TableColumn("", Alignment.Left, MaySqueeze: true), new TableColumn("when", Alignment.Left), new TableColumn("wanted"), new TableColumn("with"), new TableColumn("before"), new TableColumn("after"), new TableColumn("checked"), new TableColumn("path before"), new TableColumn("after"), new TableColumn("spread")], rows);
    }

    /// <summary>The instruments before and after.</summary>
    public static Table Instruments(ChanceAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new Table("Instruments: the change from the baseline",
            [new TableColumn("", Alignment.Left, MaySqueeze: true), new TableColumn("held by", Alignment.Left, MaySqueeze: true), new TableColumn("from", Alignment.Left), new TableColumn("before"), new TableColumn("after")],
            [.. answer.Plan.Handles.Select((h, j) => (IReadOnlyList<string>)[PlanHandles.Label(answer.Plan, j), h.Instrument.HeldBy ?? "", h.From.ToString(), PlanAmounts.Of(answer.Outcome.Before.Sizes[j], PlanHandles.Kind(answer.Plan, j)), PlanAmounts.Of(answer.Outcome.Found.Sizes[j], PlanHandles.Kind(answer.Plan, j))])]);
    }

    /// <summary>What certainty costs, in a sentence.</summary>
    public static string InWords(ChanceAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return string.Create(CultureInfo.InvariantCulture, $"Price of certainty: the instruments cost {PlanAmounts.Price(answer.CostAfter)} instead of {PlanAmounts.Price(answer.CostBefore)}; the loss of the plan is {PlanAmounts.Price(answer.LossAfter)} instead of {PlanAmounts.Price(answer.Outcome.Before.Loss)}. {answer.Outcome.Draws:N0} draws with seed {answer.Options.Seed}, checked with seed {answer.Options.Seed + 1}; {answer.Outcome.Rounds} {(answer.Outcome.Rounds == 1 ? "round" : "rounds")}. The instruments are the same in all draws.");
    }

    private static string Percent(double probability) => $"{Numbers.Fixed(100.0 * probability, 0)} %";
}

/// <summary>What a plan moves, in words.</summary>
public static class PlanHandles
{
    /// <summary>What a handle is called.</summary>
    public static string Label(BoundPlan plan, int handle)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var symbol = Symbol(plan, handle);
        var instrument = plan.Handles[handle].Instrument;
        string label = instrument.Label ?? (symbol.Label.Length > 0 ? symbol.Label : symbol.Name);
        return instrument.Unit is { } unit ? $"{label} ({unit})" : label;
    }

    /// <summary>In what its size is counted: as a plain amount where its file names a unit.</summary>
    public static EffectKind Kind(BoundPlan plan, int handle)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Handles[handle].Instrument.Unit is not null ? EffectKind.Amount : Deviation.KindOf(Symbol(plan, handle)) == DeviationKind.Points ? EffectKind.Points : EffectKind.Amount;
    }

    private static Language.Binding.Symbol Symbol(BoundPlan plan, int handle) => plan.Problem.Baseline.Model.Symbols[plan.Problem.Instruments[handle].Direction.Changes[0].Column];
}
