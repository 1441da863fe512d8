using Plenum.Language.Diagnostics;
using Plenum.Workspace;
using Plenum.Workspace.Plans;

namespace Plenum.Studio.Economy;

/// <summary>Checks the numbers of a plan that were changed by hand, as the reader checks those of its file.</summary>
public static class PlanNumbers
{
    /// <summary>What is wrong; empty where the plan can be solved.</summary>
    public static IReadOnlyList<Diagnostic> Check(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var findings = new List<Diagnostic>();
        foreach (var target in plan.Targets.Concat(plan.Conditions))
        {
            string name = target.Label ?? target.Quantity.Name;
            if (target.Low is null && target.High is null) { Wrong(WorkspaceCodes.WrongTarget, $"'{name}' does not say what is wanted.", target.Span, "give a least, a most or both; the same number twice wants that value."); }
            if (target.Low > target.High) { Wrong(WorkspaceCodes.WrongTarget, $"of '{name}' the least lies above the most.", target.Span, "exchange the two."); }
            if (target.Weight <= 0.0) { Wrong(WorkspaceCodes.WrongTarget, $"the weight of '{name}' must be above zero.", target.Span, "write a number above zero, or leave it empty where the target must be met."); }
        }

        foreach (var instrument in plan.Instruments)
        {
            string name = instrument.Label ?? instrument.Name.Name;
            if (instrument.Low > instrument.High) { Wrong(WorkspaceCodes.WrongInstrument, $"of '{name}' the least lies above the most.", instrument.Span, "exchange the two."); }
            if (instrument.LargestStep <= 0.0) { Wrong(WorkspaceCodes.WrongInstrument, $"the largest step of '{name}' must be above zero.", instrument.Span, "write a number above zero, or leave it empty."); }
            else if (!instrument.ReachesItsBounds) { Wrong(WorkspaceCodes.WrongInstrument, $"the largest step of '{name}' does not lead into its bounds.", instrument.Span, "take a larger step, or widen the bounds."); }
            if (instrument.Cost < 0.0) { Wrong(WorkspaceCodes.WrongInstrument, $"the cost of '{name}' lies below zero, and would pay for moving without end.", instrument.Span, "write zero or a number above it."); }
        }

        return findings;

        void Wrong(string code, string fact, SourceSpan span, string help) => findings.Add(Diagnostic.Error(code, fact, span, null, help));
    }
}
