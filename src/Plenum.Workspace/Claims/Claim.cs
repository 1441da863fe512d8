using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Experiments;

namespace Plenum.Workspace.Claims;

/// <summary>What a claim is about.</summary>
public enum ClaimKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A direction.</summary>
    Sign,

    /// <summary>What is larger than what.</summary>
    Ordering,

    /// <summary>How often.</summary>
    Count,

    /// <summary>What causes what, so that only an experiment can test it.</summary>
    Experiment,

    /// <summary>Something the model is given, and therefore no result of it.</summary>
    Input,
}

/// <summary>Something that somebody states about the economy, with all it takes to test it.</summary>
/// <param name="Id">Short name, such as "C01".</param>
/// <param name="Title">What it is called, in a few words.</param>
/// <param name="Text">What is claimed, in a sentence.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Figures">Numbers that are compared; with a counterfactual they are the differences that it makes.</param>
/// <param name="Without">What did not happen in the counterfactual; null where there is none.</param>
/// <param name="Expectations">Experiments with what they should show.</param>
/// <param name="Reason">What to know about concept, frequency or vintage, in a sentence.</param>
/// <param name="Known">Why the claim is known not to be reproducible; null where it should hold.</param>
/// <param name="Span">Where it is written.</param>
public sealed record Claim(
    string Id,
    string Title,
    string Text,
    ClaimKind Kind,
    IReadOnlyList<ClaimFigure> Figures,
    ClaimCounterfactual? Without,
    IReadOnlyList<Expectation> Expectations,
    string Reason,
    string? Known,
    SourceSpan Span);

/// <summary>One number of a claim: as stated, in the data, and in the model.</summary>
/// <param name="Label">What it is, in a few words.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="At">The period of the model.</param>
/// <param name="Stated">The number stated; null for a claim without one.</param>
/// <param name="Data">A formula over series of the project's data that says what was stated; null without data.</param>
/// <param name="DataAt">The period of that formula, in its own frequency.</param>
/// <param name="Counterpart">A formula that says the same in the concept and the frequency of the model; null where <paramref name="Data"/> does.</param>
/// <param name="Model">An expression in the words of the model; null where the model has no word for it.</param>
/// <param name="Month">Which part of a quarter the figure is; null for the whole.</param>
/// <param name="ForData">How near the data must be to what is stated; null where <paramref name="Fit"/> says it.</param>
/// <param name="Fit">How near history in the model must be; null for a figure that is shown and not tested.</param>
/// <param name="Sim">How near the simulation must be; null where it is not tested.</param>
/// <param name="Span">Where it is written.</param>
public sealed record ClaimFigure(
    string Label,
    string Unit,
    Period At,
    double? Stated,
    PlacedName? Data,
    Period DataAt,
    PlacedName? Counterpart,
    PlacedName? Model,
    MonthOfQuarter? Month,
    Tolerance? ForData,
    Tolerance? Fit,
    Tolerance? Sim,
    SourceSpan Span);

/// <summary>The share that a month has in its quarter, as a mean over the years before.</summary>
/// <param name="Of">A formula over monthly series.</param>
/// <param name="In">A formula over quarterly series: the quarter, without its season where the model has none.</param>
/// <param name="Years">Number of years.</param>
public sealed record MonthOfQuarter(PlacedName Of, PlacedName In, int Years);

/// <summary>What is undone in the history of the model to see what it brought about.</summary>
/// <param name="Held">Variables, each with the name it moves with instead; a family stands for its members.</param>
/// <param name="From">First period changed.</param>
/// <param name="To">Last period changed.</param>
public sealed record ClaimCounterfactual(IReadOnlyList<(PlacedName Variable, PlacedName With)> Held, Period From, Period To);
