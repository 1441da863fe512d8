using Plenum.Workspace.Plans;

namespace Plenum.Report.Contents;

/// <summary>A solved plan as tables, for the command and the studio.</summary>
public static class PlanAnswerTables
{
    /// <summary>What became of the targets.</summary>
    public static Table Targets(PlanAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Goals(answer, "Targets", Enumerable.Range(0, answer.Plan.Goals.Count).Where(i => !answer.Plan.Goals[i].IsCondition));
    }

    /// <summary>What became of the conditions; null where there are none.</summary>
    public static Table? Conditions(PlanAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Tightest(answer) is { Count: > 0 } tightest ? Goals(answer, "Conditions, each in the period that leaves least room", tightest) : null;
    }

    /// <summary>How far each instrument is moved.</summary>
    public static Table Instruments(PlanAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var rows = new List<IReadOnlyList<string>>();
        for (int j = 0; j < answer.Plan.Handles.Count; j++)
        {
            var handle = answer.Plan.Handles[j];
            var (instrument, kind) = (handle.Instrument, PlanHandles.Kind(answer.Plan, j));
            string range = $"{(instrument.Low is { } low ? PlanAmounts.Of(low, kind) : "any")} .. {(instrument.High is { } high ? PlanAmounts.Of(high, kind) : "any")}";
            bool isLaterYear = j > 0 && answer.Plan.Handles[j - 1].Instrument == instrument;
            rows.Add([isLaterYear ? "" : PlanHandles.Label(answer.Plan, j), isLaterYear ? "" : instrument.HeldBy ?? "", handle.From.ToString(), PlanAmounts.Of(answer.Found.Sizes[j], kind), range, PlanAmounts.Price(answer.Found.BoundPrices[j])]);
        }

        return new Table("Instruments: the change from the baseline", [new TableColumn("", Alignment.Left, MaySqueeze: true), new TableColumn("held by", Alignment.Left, MaySqueeze: true), new TableColumn("from", Alignment.Left), new TableColumn("change"), new TableColumn("allowed"), new TableColumn("bound's price")], rows);
    }

    /// <summary>The steps that files limit; null where there are none.</summary>
    public static Table? Steps(PlanAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var (plan, found) = (answer.Plan, answer.Found);
        if (plan.Steps.Count == 0) { return null; }
        return new Table("Steps: the change from one period to the next",
            [new TableColumn("", Alignment.Left, MaySqueeze: true), new TableColumn("in", Alignment.Left), new TableColumn("step"), new TableColumn("largest"), new TableColumn("step's price")],
            [.. plan.Steps.Select((s, l) => (IReadOnlyList<string>)[PlanHandles.Label(plan, s.Handle), s.Period.ToString(), Amount(s, plan.Problem.Limits[l].Of(found.Sizes)), Amount(s, plan.Handles[s.Handle].Instrument.LargestStep), PlanAmounts.Price(found.LimitPrices[l])])]);

        string Amount(BoundStep step, double? value) => PlanAmounts.Of(value, PlanHandles.Kind(plan, step.Handle));
    }

    private static Table Goals(PlanAnswer answer, string title, IEnumerable<int> places) => new(title,
        [new TableColumn("", Alignment.Left, MaySqueeze: true), new TableColumn("when", Alignment.Left), new TableColumn("baseline"), new TableColumn("wanted"), new TableColumn("reached"), new TableColumn("", Alignment.Left), new TableColumn("shadow price")],
        [.. places.Select(i => Goal(answer, i))]);

    private static IReadOnlyList<string> Goal(PlanAnswer answer, int place)
    {
        var (goal, result) = (answer.Plan.Goals[place], answer.Found.Goals[place]);
        var kind = goal.Quantity.Kind;
        return [goal.Label, goal.When, PlanAmounts.Of(goal.Baseline, kind), PlanAmounts.Wanted(goal.Goal, kind), PlanAmounts.Of(result.Value, kind), PlanAmounts.Verdict(goal.Goal, result.Value, result.Miss, kind), PlanAmounts.Price(result.Price)];
    }

    /// <summary>Of each condition the period that is missed most, or in which a bound is nearest.</summary>
    private static List<int> Tightest(PlanAnswer answer)
    {
        var places = Enumerable.Range(0, answer.Plan.Goals.Count).Where(i => answer.Plan.Goals[i].IsCondition);
        return [.. places.GroupBy(i => answer.Plan.Goals[i].Target).Select(g => g.MinBy(Room))];

        double Room(int place)
        {
            var goal = answer.Plan.Goals[place].Goal;
            return Math.Min(answer.Found.Goals[place].Value - goal.Low, goal.High - answer.Found.Goals[place].Value);
        }
    }
}
