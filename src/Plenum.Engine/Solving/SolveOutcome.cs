using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;

namespace Plenum.Engine.Solving;

/// <summary>How a solve over a window ended.</summary>
public abstract record SolveOutcome
{
    /// <summary>Whether every period was solved.</summary>
    public bool IsSolved => this is Converged;

    /// <summary>What the reader needs to know: where, what, why and how to mend it. Empty where every period was solved.</summary>
    public abstract IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The findings as a terminal shows them.</summary>
    public sealed override string ToString() => IsSolved ? "every period is solved." : string.Join("\n\n", Diagnostics);

    /// <summary>Every residual fell below the tolerance in every period.</summary>
    /// <param name="MedianIterations">Median of Newton steps over the periods; in stacked time, steps of the whole window.</param>
    /// <param name="MaxIterations">Most Newton steps in one period; in stacked time, steps of the whole window.</param>
    /// <param name="MaxResidual">Largest remaining residual, relative to the size of its variable.</param>
    /// <param name="HomotopyPeriods">Periods that were reached only by moving there in parts; in stacked time, all of the window or none.</param>
    public sealed record Converged(int MedianIterations, int MaxIterations, double MaxResidual, int HomotopyPeriods) : SolveOutcome
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Diagnostic> Diagnostics => [];
    }

    /// <summary>The residuals of a period stopped falling before they met the tolerance.</summary>
    /// <param name="Period">The period.</param>
    /// <param name="Iterations">Newton steps taken.</param>
    /// <param name="MaxResidual">Largest remaining residual, relative to the size of its variable.</param>
    /// <param name="Tolerance">The largest residual at which the period would have been accepted.</param>
    /// <param name="Worst">The equations furthest from holding, worst first; at least one.</param>
    public sealed record Stalled(Period Period, int Iterations, double MaxResidual, double Tolerance, IReadOnlyList<EquationResidual> Worst) : SolveOutcome
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Diagnostic> Diagnostics => [Diagnostic.Error(
            SolveCodes.Stalled,
            $"no solution for {Period} after {Phrase.Count(Iterations, "iteration")}; largest relative residual {Phrase.Number(MaxResidual, 3)} (tolerance {Phrase.Number(Tolerance, 3)}).",
            Worst[0].Equation.Span,
            $"furthest from holding {(Worst.Count == 1 ? "is" : "are")} {Phrase.List([.. Worst.Select(w => w.ToString())])}.",
            $"make the change in {Period} smaller, spread it over more periods (ramp), or ask whether '{Worst[0].Equation.Name}' can hold at all: plenum show {Worst[0].Equation.Name}")];
    }

    /// <summary>An operation gave no finite number: the logarithm of a negative one, a division by zero.</summary>
    /// <param name="Period">The period.</param>
    /// <param name="Equation">The equation that could not be computed.</param>
    /// <param name="Fault">What went wrong.</param>
    /// <param name="Operation">The operation with its numbers, such as "log(-0.12)".</param>
    /// <param name="Causes">The names whose values made it fail, the one most at fault first; empty where constants did.</param>
    /// <param name="Iterations">Newton steps taken before.</param>
    public sealed record OutOfDomain(Period Period, BoundEquation Equation, DomainFault Fault, string Operation, IReadOnlyList<NamedValue> Causes, int Iterations) : SolveOutcome
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Diagnostic> Diagnostics => [Diagnostic.Error(
            SolveCodes.OutOfDomain,
            $"no solution for {Period}: '{Equation.Name}' takes {Operation}{(Iterations > 0 ? $" after {Phrase.Count(Iterations, "iteration")}" : "")}.",
            Equation.Span,
            $"{string.Concat(Causes.Take(1).Select(c => $"{Phrase.List([.. Causes.Select(n => n.ToString())])}; "))}{Rule}.",
            Help)];

        private string Rule => Fault switch
        {
            DomainFault.Logarithm => "a logarithm takes a number above zero",
            DomainFault.SquareRoot => "a square root takes zero or a number above it",
            DomainFault.Division => "nothing can be divided by zero",
            DomainFault.Power => "a number below zero has only whole powers, and zero none below zero",
            _ => "the result is beyond the largest number that can be held, about 1.8e308",
        };

        private string Help => Causes switch
        {
            [] => $"correct the numbers in '{Equation.Name}'.",
            [{ Symbol: { Role: Role.Endogenous, Name: var name } }, ..] =>
                $"{(IsOutside(Causes[0].Value) ? $"keep '{name}' above zero by a floor (smooth_max)" : $"ask what moves '{name}'")}, or start from a nearer baseline; plenum show {name} prints its equation.",
            [var cause, ..] => $"give '{cause.Symbol.Name}' {(IsOutside(cause.Value) ? Fault == DomainFault.Division ? "a value other than zero" : "a value above zero" : Fault == DomainFault.Overflow ? "a smaller value" : "another value")} in {cause.Period}.",
        };

        /// <summary>Whether a value is at fault by itself, and not only together with others.</summary>
        private bool IsOutside(double value) => Fault switch
        {
            DomainFault.Division => value == 0.0,
            DomainFault.Overflow => false,
            _ => value <= 0.0,
        };
    }

    /// <summary>The Jacobian is singular: these equations cannot determine these variables at this point.</summary>
    /// <param name="Period">The period.</param>
    /// <param name="Equations">The equations of the block, that of the undetermined variable first.</param>
    /// <param name="Variables">The variables of the block that are iterated, the one that the others leave undetermined first.</param>
    public sealed record Singular(Period Period, IReadOnlyList<BoundEquation> Equations, IReadOnlyList<Symbol> Variables) : SolveOutcome
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Diagnostic> Diagnostics => [Diagnostic.Error(
            SolveCodes.Singular,
            $"the equations do not determine '{Variables[0].Name}' in {Period}.",
            Equations[0].Span,
            Equations.Count == 1
                ? $"at this point a small change of '{Variables[0].Name}' leaves both sides of the equation equally far apart (its derivative is zero)."
                : $"{Phrase.Names(Equations.Select(e => e.Name))} ({Phrase.Lines(Equations.Select(e => e.Span))}) must be solved together, and at this point one of them follows from the others (their Jacobian is singular).",
            Equations.Count == 1
                ? $"look for a coefficient that is zero in '{Equations[0].Name}', or start '{Variables[0].Name}' from another value."
                : "look for an equation that says the same as another, or for a coefficient that is zero; replace one of them by an equation that adds something.")];
    }

    /// <summary>A value that the equations read is missing.</summary>
    /// <param name="Missing">The first few missing values; at least one.</param>
    /// <param name="Count">How many are missing in all.</param>
    public sealed record MissingValues(IReadOnlyList<MissingValue> Missing, int Count) : SolveOutcome
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Diagnostic> Diagnostics
        {
            get
            {
                var (period, read) = Missing[0];
                string others = Count == 1 ? "" : $"; {Phrase.Count(Count - 1, "more value")} {(Count == 2 ? "is" : "are")} missing: {string.Join(", ", Missing.Skip(1))}{(Count > Missing.Count ? ", ..." : "")}";
                string help = (read.Symbol.Role, read.Lag) switch
                {
                    (Role.Endogenous, < 0) => $"give '{read.Symbol.Name}' a start value in {period} in the baseline's files, or start later.",
                    (Role.Endogenous, _) => $"'{read.Symbol.Name}' is exogenised: give its path from {period} on.",
                    (Role.Parameter, _) => $"give the parameter '{read.Symbol.Name}' a value.",
                    _ => $"give '{read.Symbol.Name}' a value in {period} in the baseline's files, or end the window before.",
                };
                return [Diagnostic.Error(SolveCodes.MissingValues, $"'{read.Symbol.Name}' has no value in {period}.", read.Equation.Span, $"{read}{others}.", help)];
            }
        }
    }

    /// <summary>The window begins before the lags that the equations read.</summary>
    /// <param name="From">The first period that was asked for.</param>
    /// <param name="Start">The first period of the paths.</param>
    /// <param name="Deepest">The deepest lag.</param>
    public sealed record NoHistory(Period From, Period Start, EquationRead Deepest) : SolveOutcome
    {
        /// <summary>The first period that can be solved.</summary>
        public Period Earliest => Start - Deepest.Lag;

        /// <inheritdoc/>
        public override IReadOnlyList<Diagnostic> Diagnostics => [Diagnostic.Error(
            SolveCodes.NoHistory,
            $"{From} cannot be solved: the values begin in {Start}, and the equations reach {Phrase.Periods(-Deepest.Lag, From.Frequency)} back.",
            Deepest.Equation.Span,
            $"{Deepest}, which lies before the first value.",
            $"start in {Earliest}, or give values from {From + Deepest.Lag} on.")];
    }

    /// <summary>The equations look ahead, which a period-by-period solution cannot do.</summary>
    /// <param name="Leads">Equations with leads, the first few; at least one.</param>
    public sealed record LooksAhead(IReadOnlyList<EquationRead> Leads) : SolveOutcome
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Diagnostic> Diagnostics => [Diagnostic.Error(
            SolveCodes.LooksAhead,
            "the equations look ahead, so no period can be solved before the later ones.",
            Leads[0].Equation.Span,
            $"{Phrase.List([.. Leads.Select(l => l.ToString())])}.",
            "solve all periods together (stacked time), or switch off the variant that brings the lead in.")];
    }

    /// <summary>Equations and unknowns do not match under a closure.</summary>
    /// <param name="Swapped">The first period in which swaps bring this about; null where the model itself does, in every period.</param>
    /// <param name="Findings">What does not match.</param>
    public sealed record Undetermined(Period? Swapped, IReadOnlyList<Diagnostic> Findings) : SolveOutcome
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Diagnostic> Diagnostics => Swapped is { } period
            ? [.. Findings.Select(f => f with { Message = $"in {period}, {f.Message}" })]
            : Findings;
    }
}
