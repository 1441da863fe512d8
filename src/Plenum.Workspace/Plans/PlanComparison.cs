using Plenum.Engine;
using Plenum.Engine.Planning;
using Plenum.Language.Binding;
using Plenum.Series;
using Plenum.Workspace.Experiments;

namespace Plenum.Workspace.Plans;

/// <summary>Several solved plans side by side: what each reaches of the targets of all, what it does beyond them, and what it uses.</summary>
/// <param name="Answers">The plans.</param>
/// <param name="Outcomes">Targets of any plan, and conditions in their last year, under every plan.</param>
/// <param name="Headlines">The project's headline variables, as differences from the baseline in the mean of the last year.</param>
/// <param name="Instruments">What is moved, ordered by who holds it.</param>
public sealed record PlanComparison(IReadOnlyList<PlanAnswer> Answers, IReadOnlyList<ComparedOutcome> Outcomes, IReadOnlyList<ComparedHeadline> Headlines, IReadOnlyList<ComparedInstrument> Instruments)
{
    /// <summary>Compares plans of one project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="answers">The plans, solved from one baseline; at least one.</param>
    /// <exception cref="ArgumentException">There is no plan.</exception>
    public static PlanComparison Of(Project project, IReadOnlyList<PlanAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.Count == 0) { throw new ArgumentException("Name at least one plan.", nameof(answers)); }
        var last = answers.Min(a => a.Plan.Plan.To);
        IReadOnlyList<Period> year = [.. Enumerable.Range(0, (int)last.Frequency).Select(k => last - k).Reverse().Where(p => p >= answers[0].Plan.Problem.From)];
        return new PlanComparison(answers, Outcome(answers), [.. project.Headline.Select(h => Headline(h, year, answers)).OfType<ComparedHeadline>()], Moved(answers));
    }

    private static List<ComparedOutcome> Outcome(IReadOnlyList<PlanAnswer> answers)
    {
        var outcomes = new List<ComparedOutcome>();
        foreach (var (goal, _) in answers.SelectMany(a => Shown(a), (a, g) => (g, a)))
        {
            if (outcomes.Exists(o => Same(o.Goal, goal))) { continue; }
            outcomes.Add(new ComparedOutcome(goal, [.. answers.Select(a => Under(a, goal))]));
        }

        return [.. outcomes.OrderBy(o => o.Goal.IsCondition)];
    }

    /// <summary>All targets, and of each condition its last period.</summary>
    private static IEnumerable<BoundTarget> Shown(PlanAnswer answer) =>
        answer.Plan.Goals.Where(g => !g.IsCondition).Concat(answer.Plan.Goals.Where(g => g.IsCondition).GroupBy(g => g.Target).Select(g => g.Last()));

    private static bool Same(BoundTarget one, BoundTarget other) => one.Quantity.Text == other.Quantity.Text && one.When == other.When;

    private static ComparedValue Under(PlanAnswer answer, BoundTarget goal)
    {
        int own = answer.Plan.Goals.ToList().FindIndex(g => Same(g, goal));
        return own < 0 ? new ComparedValue(goal.Goal.Quantity.Evaluate(answer.Paths), null, null)
            : new ComparedValue(answer.Found.Goals[own].Value, answer.Plan.Goals[own].Goal, answer.Found.Goals[own].Miss);
    }

    private static ComparedHeadline? Headline(HeadlineVariable headline, IReadOnlyList<Period> year, IReadOnlyList<PlanAnswer> answers)
    {
        if (answers[0].Paths.Model.Find(headline.Variable.Name) is not { } symbol) { return null; }
        var kind = headline.Kind ?? Deviation.KindOf(symbol);
        return new ComparedHeadline(symbol, headline.Label ?? (symbol.Label.Length > 0 ? symbol.Label : symbol.Name), kind, [.. answers.Select(a => Deviation.Between(Mean(a.Plan.Problem.Baseline), Mean(a.Paths), kind))]);

        double Mean(Paths paths) => year.Average(p => paths[symbol.Column, p]);
    }

    private static List<ComparedInstrument> Moved(IReadOnlyList<PlanAnswer> answers)
    {
        var moved = new List<ComparedInstrument>();
        foreach (var instrument in answers.SelectMany(a => a.Plan.Plan.Instruments).DistinctBy(i => (i.HeldBy, i.Name.Name)))
        {
            var first = answers.SelectMany(a => a.Plan.Handles.Select((h, j) => (h, Problem: a.Plan.Problem.Instruments[j]))).First(x => x.h.Instrument == instrument);
            var symbol = answers[0].Paths.Model.Symbols[first.Problem.Direction.Changes[0].Column];
            moved.Add(new ComparedInstrument(symbol, instrument.Label ?? (symbol.Label.Length > 0 ? symbol.Label : symbol.Name), instrument.HeldBy, [.. answers.Select(a => Use(a, instrument, symbol))]) { Unit = instrument.Unit });
        }

        return [.. moved.GroupBy(m => m.HeldBy).SelectMany(g => g)];
    }

    /// <summary>How much a plan moves an instrument, and at what cost; null where it does not have it.</summary>
    private static InstrumentUse? Use(PlanAnswer answer, Instrument instrument, Symbol symbol)
    {
        var handles = Enumerable.Range(0, answer.Plan.Handles.Count).Where(j => answer.Plan.Handles[j].Instrument is var own && own.Name.Name == instrument.Name.Name && own.HeldBy == instrument.HeldBy).ToList();
        if (handles.Count == 0) { return null; }
        var problem = answer.Plan.Problem;
        double mean = Enumerable.Range(0, answer.Plan.Plan.To - problem.From + 1).Select(k => problem.From + k).Average(p => answer.Paths[symbol.Column, p] - problem.Baseline[symbol.Column, p]);
        return new InstrumentUse(mean, handles.Sum(j => problem.Instruments[j].Cost * answer.Found.Sizes[j] * answer.Found.Sizes[j]));
    }
}

/// <summary>A quantity that some plan aims at, under every plan.</summary>
/// <param name="Goal">The target of the first plan that has it.</param>
/// <param name="Values">One value for each plan.</param>
public sealed record ComparedOutcome(BoundTarget Goal, IReadOnlyList<ComparedValue> Values);

/// <summary>A quantity under one plan.</summary>
/// <param name="Value">The value.</param>
/// <param name="Goal">What the plan wants of it; null where it wants nothing.</param>
/// <param name="Miss">How far the value lies outside; null where nothing is wanted.</param>
public sealed record ComparedValue(double Value, PlanGoal? Goal, double? Miss);

/// <summary>A headline variable under every plan.</summary>
/// <param name="Symbol">The variable.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Kind">How its differences are counted.</param>
/// <param name="Differences">From the baseline, in per cent or points; null where it cannot be had.</param>
public sealed record ComparedHeadline(Symbol Symbol, string Label, DeviationKind Kind, IReadOnlyList<double?> Differences);

/// <summary>An instrument under every plan.</summary>
/// <param name="Symbol">The name that it moves; the first where there are several.</param>
/// <param name="Label">What it is called.</param>
/// <param name="HeldBy">Who decides on it; null where nothing is said.</param>
/// <param name="Uses">How each plan uses it; null where it does not have it.</param>
public sealed record ComparedInstrument(Symbol Symbol, string Label, string? HeldBy, IReadOnlyList<InstrumentUse?> Uses)
{
    /// <summary>In what its change is counted, in words; null where the unit of the model says it.</summary>
    public string? Unit { get; init; }

    /// <summary>How its change is counted.</summary>
    public EffectKind Kind => Unit is not null ? EffectKind.Amount : Deviation.KindOf(Symbol) == DeviationKind.Points ? EffectKind.Points : EffectKind.Amount;
}

/// <summary>How a plan uses an instrument.</summary>
/// <param name="Mean">Its change from the baseline in the mean of the plan's periods.</param>
/// <param name="Cost">What that costs in the plan's loss.</param>
public sealed record InstrumentUse(double Mean, double Cost);
