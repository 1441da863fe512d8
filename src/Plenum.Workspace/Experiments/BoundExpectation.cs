using Plenum.Language.Expressions;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Experiments;

/// <summary>A treatment bound to a model.</summary>
/// <param name="Plan">All its changes, those of the world it is applied in among them.</param>
/// <param name="Under">The changes of that world alone; null for the baseline.</param>
public sealed record BoundTreatment(ScenarioPlan Plan, ScenarioPlan? Under);

/// <summary>A quantity bound to a model.</summary>
/// <param name="Text">The expression as it was written.</param>
/// <param name="Label">The label of a plain variable; otherwise the expression.</param>
/// <param name="Expression">The expression, in the graph of its binder.</param>
/// <param name="Kind">In what its effect is counted.</param>
public sealed record BoundQuantity(string Text, string Label, ExpressionId Expression, EffectKind Kind);

/// <summary>An expectation bound to a model, ready to be measured.</summary>
/// <param name="Expectation">What is expected.</param>
/// <param name="Of">The treatment.</param>
/// <param name="Against">The second treatment, or null.</param>
/// <param name="Quantity">What is measured.</param>
/// <param name="Over">The quantity by whose effect it is divided, or null.</param>
/// <param name="Graph">The graph of the expressions.</param>
public sealed record BoundExpectation(Expectation Expectation, BoundTreatment Of, BoundTreatment? Against, BoundQuantity Quantity, BoundQuantity? Over, ExpressionGraph Graph)
{
    /// <summary>What is measured, in words.</summary>
    public string Label => Expectation.Measure.Label ?? (Over is null ? Quantity.Label : $"{Quantity.Label} / {Over.Label}");

    /// <summary>The unit of the measured number in words: "%", "pp", "quarter", "ratio", or empty for the quantity's own unit.</summary>
    public string Unit => Expectation.Measure.Take switch
    {
        Take.Peak => "quarter",
        Take.Share => "ratio",
        _ when Over is not null || Expectation.Experiment.Contrast == Contrast.Ratio => "ratio",
        _ => Quantity.Kind switch { EffectKind.Percent => "%", EffectKind.Points => "pp", _ => "" },
    };
}
