using Plenum.Engine;
using Plenum.Language.Expressions;
using Plenum.Series;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.History;

namespace Plenum.Workspace.Claims;

/// <summary>A claim bound to a model and to data, ready to be scored.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Without">Its counterfactual, or null.</param>
/// <param name="Expectations">Its experiments.</param>
public sealed record BoundClaim(Claim Claim, IReadOnlyList<BoundFigure> Figures, Counterfactual? Without, IReadOnlyList<BoundExpectation> Expectations);

/// <summary>A figure with what the data say, and its expression in the model.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Observed">What the data say; null without data.</param>
/// <param name="Counterpart">The same in the concept of the model; null where it is not given.</param>
/// <param name="Share">The part of the model's number that the figure is; 1 for the whole.</param>
/// <param name="Model">The expression; null where the model has none.</param>
/// <param name="Graph">The graph of the expression.</param>
public sealed record BoundFigure(ClaimFigure Figure, double? Observed, double? Counterpart, double Share, ExpressionId? Model, ExpressionGraph Graph)
{
    /// <summary>What the model is held against: data in its own concept, else the number stated.</summary>
    public double? Reference => Counterpart ?? (Figure.DataAt == Figure.At ? Observed : null) ?? Figure.Stated;

    /// <summary>The number in solved paths; null where it cannot be had.</summary>
    public double? In(Paths paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (Model is not { } expression) { return null; }
        double value = Share * GraphEvaluator.Evaluate(Graph, expression, (column, lag) => At(paths, column, Figure.At + lag));
        return double.IsFinite(value) ? value : null;
    }

    private static double At(Paths paths, int column, Period period) => period < paths.Start || period > paths.End ? double.NaN : paths[column, period];
}
