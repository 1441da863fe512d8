using Plenum.Engine;
using Plenum.Engine.Attribution;
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
/// <param name="From">First period in which they may differ by more than start values.</param>
/// <param name="Reference">The path that is moved from, solved, from the deepest lag to the last period asked for.</param>
/// <param name="Other">The path that is moved to.</param>
/// <param name="Points">How often the model was solved on the way.</param>
/// <param name="Kinks">How many kinks lay on the way.</param>
/// <param name="Diagnostics">What the reader should know.</param>
public sealed record Explanation(
    IReadOnlyList<ExplainedDriver> Drivers,
    IReadOnlyList<ExplainedChange> Changes,
    Period From,
    Paths Reference,
    Paths Other,
    int Points,
    int Kinks,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>By which terms of its own equation a variable differs in a period; null where its equation cannot be solved for it.</summary>
    /// <remarks>
    /// In the unit of the value. The terms of an equation for a logarithm add up to 100 times the change of the logarithm where differences are in per
    /// cent, and through the logarithmic mean to the same percentage points otherwise.
    /// Source of the latter: B. Ang (2004), "Decomposition analysis for policymaking in energy", Energy Policy 32(9).
    /// </remarks>
    public ExplainedChannels? ChannelsOf(ExplainedValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (ChannelFinder.Find(value.Variable.Column, Reference, Other, From, value.Period) is not { } found) { return null; }
        double before = Reference[value.Variable.Column, value.Period];
        double change = Other[value.Variable.Column, value.Period] - before;
        bool isLogarithm = found.Measure == ChannelMeasure.Logarithm;
        double scale = (value.Kind, isLogarithm) switch
        {
            (DeviationKind.Percent, true) => 100.0,
            (DeviationKind.Percent, false) => 100.0 / before,
            (_, true) => found.Total == 0.0 ? 100.0 * before : 100.0 * change / found.Total,
            _ => 100.0,
        };
        return new ExplainedChannels(
            found.Equation,
            isLogarithm && value.Kind == DeviationKind.Percent,
            scale * found.Total,
            [.. found.Channels.Select(c => new Channel(c.Text, scale * c.Contribution))],
            scale * found.Unexplained);
    }
}

/// <summary>What the terms of a variable's own equation contribute.</summary>
/// <param name="Equation">The equation.</param>
/// <param name="IsLogarithm">Whether the contributions are in hundredths of the logarithm instead of per cent.</param>
/// <param name="Total">Their sum.</param>
/// <param name="Terms">The terms, in the order of the equation.</param>
/// <param name="Unexplained">The total less the sum of the terms.</param>
public sealed record ExplainedChannels(BoundEquation Equation, bool IsLogarithm, double Total, IReadOnlyList<Channel> Terms, double Unexplained);
