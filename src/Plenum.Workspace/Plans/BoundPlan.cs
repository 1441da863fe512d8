using Plenum.Engine.Planning;
using Plenum.Series;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Plans;

/// <summary>A plan bound to a model and its baseline.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Goals">Targets and conditions, those of each period by themselves; in the order of <see cref="PlanProblem.Goals"/>.</param>
/// <param name="Handles">What may be moved, in the order of <see cref="PlanProblem.Instruments"/>.</param>
/// <param name="Problem">The problem to be solved.</param>
public sealed record BoundPlan(Plan Plan, IReadOnlyList<BoundTarget> Goals, IReadOnlyList<Handle> Handles, PlanProblem Problem)
{
    /// <summary>The steps that files limit, in the order of <see cref="PlanProblem.Limits"/>.</summary>
    public IReadOnlyList<BoundStep> Steps { get; init; } = [];
}

/// <summary>The step of an instrument from one period to the next.</summary>
/// <param name="Handle">The place of the size that it leads to, among <see cref="BoundPlan.Handles"/>.</param>
/// <param name="Period">The period in which it is taken; the first of several that are alike.</param>
public sealed record BoundStep(int Handle, Period Period);

/// <summary>A target or condition, for one period or for the mean over several.</summary>
/// <param name="Target">What the file says.</param>
/// <param name="Quantity">What is wanted of.</param>
/// <param name="Baseline">Its value in the baseline.</param>
/// <param name="Goal">What is wanted.</param>
/// <param name="IsCondition">Whether it is listed as a condition.</param>
public sealed record BoundTarget(Target Target, BoundQuantity Quantity, double Baseline, PlanGoal Goal, bool IsCondition)
{
    /// <summary>The name in tables.</summary>
    public string Label => Target.Label ?? Quantity.Label;

    /// <summary>The periods in words: one, or first and last of a mean; whole years as years.</summary>
    public string When
    {
        get
        {
            var (first, last) = (Goal.Quantity.Periods[0], Goal.Quantity.Periods[^1]);
            bool isYears = first.NumberInYear == 1 && last.NumberInYear == (int)last.Frequency && Goal.Quantity.Periods.Count > 1;
            var (from, to) = isYears ? (Period.Annual(first.Year), Period.Annual(last.Year)) : (first, last);
            return from == to ? from.ToString() : $"{from}..{to}";
        }
    }
}

/// <summary>One number that is sought: the size of an instrument, or of one year of it.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="From">First period that it moves.</param>
/// <param name="Changes">What one unit of it changes, the instrument itself first, as a scenario would write it.</param>
public sealed record Handle(Instrument Instrument, Period From, IReadOnlyList<ScenarioChange> Changes);
