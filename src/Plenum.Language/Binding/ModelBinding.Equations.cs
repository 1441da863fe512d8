using Plenum.Language.Diagnostics;
using Plenum.Language.Units;

namespace Plenum.Language.Binding;

/// <summary>Binds the two sides of every scalar equation.</summary>
internal sealed partial class ModelBinding
{
    private List<BoundEquation> BindEquations(ExpressionLowering lowering, List<EquationDraft> drafts, List<EquationText> texts)
    {
        var equations = new List<BoundEquation>(drafts.Count);
        var numberOfText = new Dictionary<TextDraft, int>(ReferenceEqualityComparer.Instance);
        foreach (var draft in drafts)
        {
            if (!numberOfText.TryGetValue(draft.Text, out int text))
            {
                text = texts.Count;
                numberOfText.Add(draft.Text, text);
                texts.Add(new EquationText(draft.Text.Name, SourceWords.Collapse(draft.Text.Body.Span), draft.Kind, draft.Text.Body.Span));
            }

            equations.Add(Bind(draft, text, lowering));
        }

        lowering.ChecksUnits = true;
        return equations;
    }

    private BoundEquation Bind(EquationDraft draft, int text, ExpressionLowering lowering)
    {
        lowering.ChecksUnits = draft.UnitEscape is null;
        var (left, right) = lowering.Bind(draft.Text.Body, draft.Indices);
        var graph = lowering.Graph;
        var rhs = right.Id;
        var addFactor = draft.AddFactorKind == AddFactorKind.None ? null : draft.Determines?.AddFactor;
        if (addFactor is not null)
        {
            bool isAdditive = draft.AddFactorKind == AddFactorKind.Additive;
            addFactor.Unit = isAdditive ? left.Unit ?? right.Unit : Unit.Log;
            var adjustment = graph.Symbol(addFactor.Column);
            rhs = isAdditive ? graph.Add(rhs, adjustment) : graph.Multiply(rhs, graph.Exp(adjustment));
        }

        return new BoundEquation(draft.Name, draft.Kind, draft.Determines?.Column ?? -1, left.Id, rhs, draft.AddFactorKind, addFactor?.Column ?? -1, text, draft.Block, draft.UnitEscape, draft.Source, draft.Text.Body.Span);
    }
}
