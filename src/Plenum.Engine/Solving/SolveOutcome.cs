using System.Globalization;
using Plenum.Series;

namespace Plenum.Engine.Solving;

/// <summary>How a solve over a window ended.</summary>
public abstract record SolveOutcome
{
    /// <summary>Whether every period was solved.</summary>
    public bool IsSolved => this is Converged;

    /// <summary>Every residual fell below the tolerance in every period.</summary>
    /// <param name="MedianIterations">Median of Newton steps over the periods; in stacked time, steps of the whole window.</param>
    /// <param name="MaxIterations">Most Newton steps in one period; in stacked time, steps of the whole window.</param>
    /// <param name="MaxResidual">Largest remaining residual, relative to the size of its variable.</param>
    /// <param name="HomotopyPeriods">Periods that were reached only by moving there in parts; in stacked time, all of the window or none.</param>
    public sealed record Converged(int MedianIterations, int MaxIterations, double MaxResidual, int HomotopyPeriods) : SolveOutcome;

    /// <summary>The residuals of a period stopped falling before they met the tolerance.</summary>
    /// <param name="Period">The period.</param>
    /// <param name="Iterations">Newton steps taken.</param>
    /// <param name="MaxResidual">Largest remaining residual.</param>
    /// <param name="Tolerance">What it should have met.</param>
    /// <param name="Worst">The equations furthest from holding, worst first.</param>
    public sealed record Stalled(Period Period, int Iterations, double MaxResidual, double Tolerance, IReadOnlyList<EquationResidual> Worst) : SolveOutcome
    {
        /// <inheritdoc/>
        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"""
            error PL0601: no solution for {Period} after {Iterations} iterations; largest residual {MaxResidual:G3} (tolerance {Tolerance:G3}).
              why:  furthest from holding: {string.Join(", ", Worst.Select(w => string.Create(CultureInfo.InvariantCulture, $"'{w.Equation}' ({w.Place}) by {w.Residual:G3}")))}.
              help: reduce the change in {Period}, spread it over more periods with 'ramp', or look at the paths with: plenum show {(Worst.Count > 0 ? Worst[0].Equation : "NAME")}
            """);
    }

    /// <summary>A variable left the domain of a function: a logarithm of a negative number, a division by zero.</summary>
    /// <param name="Period">The period.</param>
    /// <param name="Equation">The equation that could not be computed.</param>
    /// <param name="Place">Where it stands.</param>
    /// <param name="Operation">What failed, with its numbers, such as "log(-0.12)".</param>
    /// <param name="Variable">The variable at fault.</param>
    /// <param name="Value">Its value.</param>
    /// <param name="Iterations">Newton steps taken before.</param>
    public sealed record OutOfDomain(Period Period, string Equation, string Place, string Operation, string Variable, double Value, int Iterations) : SolveOutcome
    {
        /// <inheritdoc/>
        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"""
            error PL0604: no solution for {Period}: '{Equation}' cannot be computed after {Iterations} iterations.
              why:  '{Equation}' ({Place}) takes {Operation}: '{Variable}' is {Value:G6} there.
              help: keep '{Variable}' inside the domain (a smooth floor: pos(...)), or start from a nearer baseline; plenum show {Variable} prints its path.
            """);
    }

    /// <summary>The Jacobian is singular: these equations cannot determine these variables at this point.</summary>
    /// <param name="Period">The period.</param>
    /// <param name="Equations">The equations of the block.</param>
    /// <param name="Variables">The variable that the others leave undetermined, first.</param>
    public sealed record Singular(Period Period, IReadOnlyList<string> Equations, IReadOnlyList<string> Variables) : SolveOutcome
    {
        /// <inheritdoc/>
        public override string ToString() =>
            $"""
            error PL0602: the equations do not determine '{Variables[0]}' in {Period}.
              why:  at this point the Jacobian of the block of {Equations.Count} equations around '{Equations[0]}' is singular.
              help: look for an equation that says the same as another, or for a coefficient that is zero; plenum check lists the block.
            """;
    }

    /// <summary>A value that the equations read is missing.</summary>
    /// <param name="Missing">Name and period of each missing value, the first few.</param>
    /// <param name="Count">How many are missing in all.</param>
    public sealed record MissingValues(IReadOnlyList<(string Name, Period Period)> Missing, int Count) : SolveOutcome
    {
        /// <inheritdoc/>
        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"""
            error PL0603: '{Missing[0].Name}' has no value in {Missing[0].Period}{(Count > 1 ? string.Create(CultureInfo.InvariantCulture, $", and {Count - 1} more values are missing") : "")}.
              why:  the equations read it; missing: {string.Join(", ", Missing.Select(m => $"{m.Name} {m.Period}"))}{(Count > Missing.Count ? ", ..." : "")}.
              help: give the values in the baseline's files, or start later.
            """);
    }

    /// <summary>The window reaches back before the first period for which there are values.</summary>
    /// <param name="Earliest">The first period that can be solved.</param>
    public sealed record NoHistory(Period Earliest) : SolveOutcome
    {
        /// <inheritdoc/>
        public override string ToString() => $"error PL0605: the first period that can be solved is {Earliest}, because earlier ones lack the lags that the equations read.\n  help: start in {Earliest}, or give earlier values.";
    }

    /// <summary>The equations look ahead, which a period-by-period solution cannot do.</summary>
    /// <param name="Equations">The equations with leads, the first few.</param>
    public sealed record LooksAhead(IReadOnlyList<string> Equations) : SolveOutcome
    {
        /// <inheritdoc/>
        public override string ToString() => $"error PL0606: the equations look ahead, so no period can be solved before the later ones.\n  why:  leads stand in {string.Join(", ", Equations.Select(e => $"'{e}'"))}.\n  help: solve in stacked time, or switch off the variant that brings them in.";
    }

    /// <summary>Equations and unknowns do not match under this closure.</summary>
    /// <param name="Period">First period of the closure.</param>
    /// <param name="Findings">What does not match.</param>
    public sealed record Undetermined(Period Period, IReadOnlyList<Language.Diagnostics.Diagnostic> Findings) : SolveOutcome
    {
        /// <inheritdoc/>
        public override string ToString() => string.Join("\n", Findings.Select(f => f.ToString()));
    }
}

/// <summary>How far an equation is from holding.</summary>
/// <param name="Equation">Its name.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Residual">Left-hand side less right-hand side.</param>
public sealed record EquationResidual(string Equation, string Place, double Residual);
