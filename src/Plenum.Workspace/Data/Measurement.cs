using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Series.Formulas;

namespace Plenum.Workspace.Data;

/// <summary>How data measure a variable of the model.</summary>
/// <param name="Variable">The variable, with its members where it has any.</param>
/// <param name="Value">Its measured path as a formula over the series of the project, in the unit of the model.</param>
/// <param name="Endogenise">What is found so that the variable meets the measured path in history: an add-factor or an exogenous name. Null where nothing is.</param>
/// <param name="IsImplied">Whether the other measurements imply this one, so that it is met although nothing is found for it.</param>
/// <param name="From">The first period to use; null for the first there is.</param>
/// <param name="To">The last period to use; null for the last there is.</param>
/// <param name="Note">What a reader must know, in words.</param>
/// <param name="Span">Where it is written.</param>
public sealed record Measurement(
    PlacedName Variable,
    SeriesFormula Value,
    PlacedName? Endogenise,
    bool IsImplied,
    Period? From,
    Period? To,
    string Note,
    SourceSpan Span)
{
    /// <summary>The series that its formula names, derived ones among them.</summary>
    public IReadOnlyList<string> Series => Value.Names;

    /// <summary>The measured path within <see cref="From"/> and <see cref="To"/>, without missing values at its ends.</summary>
    /// <param name="data">The series of the project, with the derived ones.</param>
    /// <param name="findings">Takes why there is none.</param>
    /// <returns>The path; null where the formula has no value.</returns>
    public TimeSeries? Evaluate(DataSet data, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(findings);
        if (!Value.TryEvaluate(data, out var path, out var failure))
        {
            findings.Add(Diagnostic.Error(failure.Code, $"'{Variable.Name}': {failure.Message}", Span, failure.Why, failure.Help));
            return null;
        }

        var frequency = path.Frequency;
        if ((From ?? path.Start).Frequency != frequency || (To ?? path.Start).Frequency != frequency)
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.WrongPeriod, $"'{Variable.Name}' is measured by a series that is {frequency.ToString().ToLowerInvariant()}.", Span, null, "convert it to the model's frequency, as in sum_of_months(x)."));
            return null;
        }

        return path.Slice(From ?? path.Start, To ?? path.End).Trim();
    }
}
