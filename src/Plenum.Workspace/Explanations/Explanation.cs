using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;

namespace Plenum.Workspace.Explanations;

/// <summary>A question: why does a variable differ in a period?</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Kind">How the difference is written.</param>
/// <param name="Period">The period.</param>
public sealed record ExplainedValue(Symbol Variable, DeviationKind Kind, Period Period);

/// <summary>The answer: what each cause contributes.</summary>
/// <param name="Value">The question.</param>
/// <param name="Total">The difference, in per cent of the reference or in percentage points.</param>
/// <param name="Contributions">What each driver contributes, in the same unit and in the order of the drivers.</param>
/// <param name="Unexplained">The total less the sum of the contributions.</param>
/// <param name="SplitError">The estimated error of one contribution, at most.</param>
public sealed record ExplainedChange(ExplainedValue Value, double Total, IReadOnlyList<double> Contributions, double Unexplained, double SplitError);

/// <summary>Why two paths differ.</summary>
/// <param name="Drivers">The causes.</param>
/// <param name="Changes">The answers, in the order of the questions.</param>
/// <param name="Reference">The path that is moved from, solved.</param>
/// <param name="Points">How often the model was solved on the way.</param>
/// <param name="Kinks">How many kinks lay on the way.</param>
/// <param name="Diagnostics">What the reader should know.</param>
public sealed record Explanation(
    IReadOnlyList<ExplainedDriver> Drivers,
    IReadOnlyList<ExplainedChange> Changes,
    Paths Reference,
    int Points,
    int Kinks,
    IReadOnlyList<Diagnostic> Diagnostics);
