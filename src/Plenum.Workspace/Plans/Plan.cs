using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Plans;

/// <summary>Targets, and the instruments that may be used to reach them, as a file gives them.</summary>
/// <param name="Id">Short name, such as "FP15-balanced".</param>
/// <param name="Title">What is planned, in a few words.</param>
/// <param name="Description">What is planned and why, in sentences; empty where nothing is said.</param>
/// <param name="Reading">How an official text was read to arrive at the numbers; null where nothing is said.</param>
/// <param name="To">The plan's horizon: the last period that a target may speak of.</param>
/// <param name="Targets">What is wanted.</param>
/// <param name="Conditions">What must hold beside it.</param>
/// <param name="Instruments">What may be moved.</param>
/// <param name="File">The file.</param>
public sealed record Plan(
    string Id,
    string Title,
    string Description,
    string? Reading,
    Period To,
    IReadOnlyList<Target> Targets,
    IReadOnlyList<Target> Conditions,
    IReadOnlyList<Instrument> Instruments,
    SourceText File)
{
    /// <summary>Whether targets with a probability must be met all at once with the least of their probabilities, and not each by itself.</summary>
    public bool IsJoint { get; init; }

    /// <summary>The life of the plan, in order of time; empty where the file tells nothing of it.</summary>
    public IReadOnlyList<PlanStage> Stages { get; init; } = [];
}

/// <summary>A number that a plan wants, or a condition that it must keep.</summary>
/// <param name="Quantity">A variable, or an expression in the words of the model.</param>
/// <param name="Label">What it is called in tables; null where the labels of the model do.</param>
/// <param name="Periods">The periods it speaks of; in order and not empty.</param>
/// <param name="IsEach">Whether it must hold in each of the periods, and not in their mean.</param>
/// <param name="Low">The least that is wanted; null where there is no bound below.</param>
/// <param name="High">The most that is wanted; the same as <paramref name="Low"/> where one value is wanted.</param>
/// <param name="IsAgainstBaseline">Whether the numbers are differences from the baseline.</param>
/// <param name="Weight">What a miss of one costs, growing with the square; null where it must be met.</param>
/// <param name="Span">Where it is written.</param>
public sealed record Target(PlacedName Quantity, string? Label, IReadOnlyList<Period> Periods, bool IsEach, double? Low, double? High, bool IsAgainstBaseline, double? Weight, SourceSpan Span)
{
    /// <summary>The numbers that say what is wanted, each with its place in the file.</summary>
    public IReadOnlyList<PlacedNumber> Given { get; init; } = [];

    /// <summary>The probability with which it must be met over the draws of an ensemble; null where nothing is said.</summary>
    public double? Probability { get; init; }

    /// <summary>The stage that announced it; null where the plan has no stages.</summary>
    public PlanStage? Stage { get; init; }

    /// <summary>What the document says, in other words; null where nothing is said.</summary>
    public string? Wording { get; init; }

    /// <summary>The document; null where nothing is said.</summary>
    public string? Source { get; init; }

    /// <summary>Whether number and wording were checked against the document; the file says where they could not be.</summary>
    public bool IsConfirmed { get; init; } = true;
}

/// <summary>A number in a file.</summary>
/// <param name="Value">The number.</param>
/// <param name="Span">Where it is written.</param>
public readonly record struct PlacedNumber(double Value, SourceSpan Span);

/// <summary>Something that a plan may move.</summary>
/// <param name="Role">What its writer takes the name to be: exogenous or an add-factor.</param>
/// <param name="Name">The name; one over a set stands for all members, which move together.</param>
/// <param name="Label">What it is called in tables; null where the label of the model does.</param>
/// <param name="HeldBy">Who decides on it; null where nothing is said.</param>
/// <param name="Shape">How its change lies in time.</param>
/// <param name="Ramp">Periods until the whole change is there; 1 unless it is a ramp.</param>
/// <param name="From">First period changed.</param>
/// <param name="To">Last period changed.</param>
/// <param name="Low">Smallest change; null where there is no bound.</param>
/// <param name="High">Largest change; null where there is no bound.</param>
/// <param name="Cost">What a change of one costs, growing with the square.</param>
/// <param name="Along">Exogenous names that move with it, each with its factor.</param>
/// <param name="Span">Where it is written.</param>
public sealed record Instrument(
    ChangedRole Role,
    PlacedName Name,
    string? Label,
    string? HeldBy,
    InstrumentShape Shape,
    int Ramp,
    Period From,
    Period To,
    double? Low,
    double? High,
    double Cost,
    IReadOnlyList<(PlacedName Name, double Factor)> Along,
    SourceSpan Span)
{
    /// <summary>The bounds and the largest step, each with its place in the file.</summary>
    public IReadOnlyList<PlacedNumber> Given { get; init; } = [];

    /// <summary>The most by which its change may move from one period to the next, the first one from the baseline; null where there is no limit.</summary>
    public double? LargestStep { get; init; }

    /// <summary>The stage that announces it; null where the plan has no stages.</summary>
    public PlanStage? Stage { get; init; }

    /// <summary>In what its change is counted, in words; null where the unit of the model says it.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether steps of that size lead into the bounds: a ramp takes as many as it has periods, any other shape one.</summary>
    public bool ReachesItsBounds => LargestStep is not { } step || Math.Max(Low ?? double.NegativeInfinity, -(High ?? double.PositiveInfinity)) <= step * Ramp * (1.0 + 1e-12);
}

/// <summary>How the change of an instrument lies in time.</summary>
public enum InstrumentShape
{
    /// <summary>The same in every period.</summary>
    Constant,

    /// <summary>It comes in equal steps, then stays.</summary>
    Ramp,

    /// <summary>One size for each calendar year up to the plan's horizon; the last one stays.</summary>
    Yearly,
}
