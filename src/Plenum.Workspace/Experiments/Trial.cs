using Plenum.Engine;
using Plenum.Engine.Solving;
using Plenum.Language.Expressions;
using Plenum.Series;

namespace Plenum.Workspace.Experiments;

/// <summary>A treatment carried out: the path with it, and the one it is compared with.</summary>
/// <param name="Reference">The path without it.</param>
/// <param name="Treated">The path with it.</param>
/// <param name="Failure">How the solve ended that failed; null where both were solved.</param>
public sealed record Trial(Paths Reference, Paths Treated, SolveOutcome? Failure)
{
    /// <summary>The effect on a quantity in one period; NaN where it cannot be had.</summary>
    public double Effect(ExpressionGraph graph, BoundQuantity quantity, Period period)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        double from = Evaluate(Reference);
        double to = Evaluate(Treated);
        return quantity.Kind switch
        {
            EffectKind.Percent => 100.0 * ((to / from) - 1.0),
            EffectKind.Points => 100.0 * (to - from),
            _ => to - from,
        };

        double Evaluate(Paths paths) => GraphEvaluator.Evaluate(graph, quantity.Expression, (column, lag) => period + lag >= paths.Start && period + lag <= paths.End ? paths[column, period + lag] : double.NaN);
    }
}
