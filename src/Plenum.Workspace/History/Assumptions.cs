using Plenum.Language.Diagnostics;
using Plenum.Series;

namespace Plenum.Workspace.History;

/// <summary>What a baseline takes for given where nothing is observed, as its file states it.</summary>
/// <param name="Working">Start values, exogenous paths and add-factors that stand where neither data nor a rule says otherwise.</param>
/// <param name="StartLevels">Start values that are set to another level.</param>
/// <param name="Shared">Equations whose surprise in history is that of another one.</param>
/// <param name="Exogenous">Exogenous paths after history.</param>
/// <param name="Rules">How add-factors go on after history.</param>
/// <param name="Judgement">The path that the forecast is led along; null where there is none.</param>
/// <param name="File">The file.</param>
public sealed record Assumptions(
    BaselineFiles Working,
    IReadOnlyList<StartLevel> StartLevels,
    IReadOnlyList<SharedSurprise> Shared,
    IReadOnlyList<ExogenousPath> Exogenous,
    IReadOnlyList<AddFactorOutlook> Rules,
    Judgement? Judgement,
    SourceText File);

/// <summary>A working path before the first solved period, scaled so that it ends at a level.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Level">Its value in the last period before the first solved one.</param>
/// <param name="Source">Where the figure comes from.</param>
public sealed record StartLevel(PlacedName Name, double Level, string Source);

/// <summary>An equation whose add-factor moves with that of another one: what the other's departs from its own given path, times a weight.</summary>
/// <param name="Follower">The variable whose equation follows.</param>
/// <param name="Leader">The variable of the equation that is followed.</param>
/// <param name="Weight">Part of the surprise that is shared.</param>
public sealed record SharedSurprise(PlacedName Follower, PlacedName Leader, double Weight);

/// <summary>An exogenous path after history, through a few points with straight lines between them.</summary>
/// <param name="Name">The exogenous name.</param>
/// <param name="Points">Periods and values, in order of time; the last value holds.</param>
/// <param name="IsGrowth">Whether the points give growth, at an annual rate, from the last value of history on, instead of levels.</param>
/// <param name="Source">Where the figures come from.</param>
public sealed record ExogenousPath(PlacedName Name, IReadOnlyList<(Period Period, double Value)> Points, bool IsGrowth, string Source);

/// <summary>How the add-factors of some equations go on after history.</summary>
/// <param name="Equations">The variables of the equations; a name over a set stands for all its members.</param>
/// <param name="Fading">What is left of its distance to <paramref name="Towards"/> from one period to the next: 1 holds it.</param>
/// <param name="Towards">Where it goes; null for its mean over history.</param>
/// <param name="Over">Of how many last periods of history the mean is taken to begin with.</param>
public sealed record AddFactorOutlook(IReadOnlyList<PlacedName> Equations, double Fading, double? Towards, int Over);

/// <summary>A variable that is led along a path after history, and the equations whose add-factors do it.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Points">Periods and values, in order of time, with straight lines between; the last value holds.</param>
/// <param name="Leader">The variable of the equation whose add-factor is found.</param>
/// <param name="Shared">Equations whose add-factors move with it.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record Judgement(PlacedName Variable, IReadOnlyList<(Period Period, double Value)> Points, PlacedName Leader, IReadOnlyList<SharedSurprise> Shared, string Reason);
