using System.Globalization;
using Plenum.Language.Diagnostics;
using Plenum.Report;
using Plenum.Report.Contents;
using Plenum.Workspace;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Plans;

namespace Plenum.Cli.Commands;

/// <summary>A solved plan for people.</summary>
internal static class PlanText
{
    public static void Write(CommandConsole console, PlanAnswer answer, double seconds, IReadOnlyCollection<Diagnostic> findings, string? saved)
    {
        var plan = answer.Plan.Plan;
        console.Out.WriteLine(console.Style.Strong($"{plan.Id} {plan.Title}"));
        console.WriteWrapped(plan.Description);
        if (plan.Reading is { } reading) { console.WriteWrapped($"Reading: {reading}"); }
        console.Out.WriteLine();
        console.Write(Goals(answer, "Targets", answer.Plan.Goals.Select((g, i) => (g, i)).Where(x => !x.g.IsCondition).Select(x => x.i)));
        var conditions = Tightest(answer);
        if (conditions.Count > 0)
        {
            console.Out.WriteLine();
            console.Write(Goals(answer, "Conditions, each in the period that leaves least room", conditions));
        }

        console.Out.WriteLine();
        console.Write(Instruments(answer));
        console.Out.WriteLine();
        var conditionsOfMinimum = answer.Found.Optimality;
        console.WriteWrapped(string.Create(CultureInfo.InvariantCulture, $"Conditions of a minimum: {conditionsOfMinimum.Stationarity:0E-0} of the gradient is left, hard targets are missed by at most {conditionsOfMinimum.Violation:0E-0}, bounds by {conditionsOfMinimum.Complementarity:0E-0}. {answer.Found.Steps} steps, {seconds:0.00} s."));
        console.WriteWrapped("A shadow price is by how much the loss of the plan rises as the wanted value, or the bound, rises by one unit of the model; the sign says which way it presses.");
        if (saved is not null) { console.WriteWrapped($"The instruments are written to {saved}; plenum run --scenario {saved} runs them."); }
        foreach (var finding in findings.Where(f => f.Code is WorkspaceCodes.OutOfReach or WorkspaceCodes.PlanNotFound)) { console.Error.WriteLine(finding); }
    }

    private static Table Goals(PlanAnswer answer, string title, IEnumerable<int> places) => new(title,
        [new TableColumn("", Alignment.Left, MaySqueeze: true), new TableColumn("when", Alignment.Left), new TableColumn("baseline"), new TableColumn("wanted"), new TableColumn("reached"), new TableColumn("", Alignment.Left), new TableColumn("shadow price")],
        [.. places.Select(i => Goal(answer, i))]);

    private static IReadOnlyList<string> Goal(PlanAnswer answer, int place)
    {
        var (goal, result) = (answer.Plan.Goals[place], answer.Found.Goals[place]);
        var kind = goal.Quantity.Kind;
        string verdict = result.Miss == 0.0 ? "met" : goal.Goal.IsHard ? "not met" : "missed";
        return [goal.Label, goal.When, PlanAmounts.Of(goal.Baseline, kind), PlanAmounts.Wanted(goal.Goal, kind), PlanAmounts.Of(result.Value, kind), verdict, PlanAmounts.Price(result.Price)];
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

    private static Table Instruments(PlanAnswer answer)
    {
        var rows = new List<IReadOnlyList<string>>();
        for (int j = 0; j < answer.Plan.Handles.Count; j++)
        {
            var handle = answer.Plan.Handles[j];
            var instrument = handle.Instrument;
            var symbol = answer.Plan.Problem.Baseline.Model.Symbols[answer.Plan.Problem.Instruments[j].Direction.Changes[0].Column];
            var kind = Deviation.KindOf(symbol) == DeviationKind.Points ? EffectKind.Points : EffectKind.Amount;
            string range = $"{(instrument.Low is { } low ? PlanAmounts.Of(low, kind) : "any")} .. {(instrument.High is { } high ? PlanAmounts.Of(high, kind) : "any")}";
            string name = instrument.Label ?? (symbol.Label.Length > 0 ? symbol.Label : symbol.Name);
            bool isLaterYear = j > 0 && answer.Plan.Handles[j - 1].Instrument == instrument;
            rows.Add([isLaterYear ? "" : name, isLaterYear ? "" : instrument.HeldBy ?? "", handle.From.ToString(), PlanAmounts.Of(answer.Found.Sizes[j], kind), range, PlanAmounts.Price(answer.Found.BoundPrices[j])]);
        }

        return new Table("Instruments: the change from the baseline", [new TableColumn("", Alignment.Left, MaySqueeze: true), new TableColumn("held by", Alignment.Left, MaySqueeze: true), new TableColumn("from", Alignment.Left), new TableColumn("change"), new TableColumn("allowed"), new TableColumn("bound's price")], rows);
    }
}
