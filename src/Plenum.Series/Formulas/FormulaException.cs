namespace Plenum.Series.Formulas;

/// <summary>Carries the reason why a formula has no value to the border of the evaluator, where it becomes a finding.</summary>
internal sealed class FormulaException(string message) : Exception(message);
