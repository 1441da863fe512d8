using Plenum.Engine.Solving;
using Plenum.Workspace.Experiments;

namespace Plenum.Workspace.Claims;

/// <summary>What becomes of a claim.</summary>
public enum ClaimVerdict
{
    /// <summary>History in the model says the same, and the data do not contradict.</summary>
    Holds,

    /// <summary>The data say the same, history in the model does not.</summary>
    HoldsInDataOnly,

    /// <summary>Neither says the same, or there is nothing but the model and it does not.</summary>
    NotReproducible,
}

/// <summary>A figure as stated, in the data, in history and in the simulation.</summary>
/// <param name="Bound">The figure.</param>
/// <param name="Fit">The number in the model's history; with a counterfactual the difference that it makes.</param>
/// <param name="Sim">The number in the simulation; null outside its periods.</param>
/// <param name="Without">With a counterfactual, the number in it; <paramref name="Fit"/> is this one less that in history.</param>
public sealed record FigureScore(BoundFigure Bound, double? Fit, double? Sim, double? Without = null)
{
    /// <summary>The figure.</summary>
    public ClaimFigure Figure => Bound.Figure;

    /// <summary>Whether the data agree with what is stated; null where there is nothing to compare.</summary>
    public bool? DataHold => Figure.ForData is { } own ? own.Holds(Bound.Observed, Figure.Stated)
        : Figure.Fit is { } fit && (fit.Width is null || Figure.Stated is not null) ? fit.Holds(Bound.Observed, Figure.Stated)
        : null;

    /// <summary>Whether history in the model agrees; null where it is not tested. A number that cannot be had does not agree.</summary>
    public bool? FitHolds => Bound.Model is null || Figure.Fit is not { } fit ? null : fit.Holds(Fit, Bound.Reference) ?? false;

    /// <summary>Whether the simulation agrees; null where it is not tested or does not reach.</summary>
    public bool? SimHolds => Figure.Sim?.Holds(Sim, Bound.Reference);
}

/// <summary>A claim with its verdict, which is computed and never given.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Experiments">What its experiments showed.</param>
/// <param name="Failure">How a solve ended that failed; null where all were solved.</param>
public sealed record ClaimScore(Claim Claim, IReadOnlyList<FigureScore> Figures, IReadOnlyList<Measured> Experiments, SolveOutcome? Failure)
{
    /// <summary>Whether the data agree with what is stated; null where there are none.</summary>
    public bool? DataHold => All(Figures.Select(f => f.DataHold));

    /// <summary>Whether history in the model, and every experiment, agree; null where nothing is tested.</summary>
    public bool? FitHolds => Failure is not null ? false : All(Figures.Select(f => f.FitHolds).Concat(Experiments.Select(m => (bool?)m.Holds)));

    /// <summary>Whether the simulation agrees; null where it does not speak of the claim.</summary>
    public bool? SimHolds => All(Figures.Select(f => f.SimHolds));

    /// <summary>The verdict.</summary>
    public ClaimVerdict Verdict => (DataHold, FitHolds) switch
    {
        (not false, true) => ClaimVerdict.Holds,
        (true, _) => ClaimVerdict.HoldsInDataOnly,
        _ => ClaimVerdict.NotReproducible,
    };

    /// <summary>Whether the claim should hold and does not: nothing reproduces it, and nobody has said why.</summary>
    public bool IsRefuted => Verdict == ClaimVerdict.NotReproducible && Known is null;

    /// <summary>Why the claim is known not to hold; null where it should.</summary>
    public string? Known => Claim.Known ?? Experiments.FirstOrDefault(m => !m.Holds)?.Expectation.Known;

    private static bool? All(IEnumerable<bool?> parts)
    {
        bool? all = null;
        foreach (bool? part in parts)
        {
            if (part is { } one) { all = all is not false && one; }
        }

        return all;
    }
}
