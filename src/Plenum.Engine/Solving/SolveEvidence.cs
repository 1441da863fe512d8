using System.Globalization;
using Plenum.Language.Binding;
using Plenum.Series;

namespace Plenum.Engine.Solving;

/// <summary>How far an equation is from holding.</summary>
/// <param name="Equation">The equation.</param>
/// <param name="Residual">Left-hand side less right-hand side.</param>
public sealed record EquationResidual(BoundEquation Equation, double Residual)
{
    /// <summary>Reads "'wage' (prices.plenum:31:3) by -0.38".</summary>
    public override string ToString() => $"'{Equation.Name}' ({Equation.Span}) by {Phrase.Number(Residual, 3)}";
}

/// <summary>The value of a name in a period.</summary>
/// <param name="Symbol">The name.</param>
/// <param name="Period">The period.</param>
/// <param name="Value">Its value, in its unit.</param>
public sealed record NamedValue(Symbol Symbol, Period Period, double Value)
{
    /// <summary>Reads "'deposits' is -0.12 yuan in 2029Q2"; a parameter has no period.</summary>
    public override string ToString() =>
        $"'{Symbol.Name}' is {Phrase.Number(Value)}{(Symbol.Unit is { IsDimensionless: false } unit ? $" {unit}" : "")}{(Symbol.Role == Role.Parameter ? "" : $" in {Period}")}";
}

/// <summary>A name as an equation reads it, with its lag or lead.</summary>
/// <param name="Equation">The equation.</param>
/// <param name="Symbol">The name.</param>
/// <param name="Lag">0 for the same period, negative for a lag, positive for a lead.</param>
public sealed record EquationRead(BoundEquation Equation, Symbol Symbol, int Lag)
{
    /// <summary>Reads "'wealth' (sim.plenum:12:3) reads wealth(-1)".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"'{Equation.Name}' ({Equation.Span}) reads {Symbol.Name}{(Lag == 0 ? "" : $"({Lag:+0;-0})")}");
}

/// <summary>A value that is not there.</summary>
/// <param name="Period">Its period.</param>
/// <param name="ReadBy">Where the equations read it first.</param>
public sealed record MissingValue(Period Period, EquationRead ReadBy)
{
    /// <summary>Reads "'wealth' in 2020Q1".</summary>
    public override string ToString() => $"'{ReadBy.Symbol.Name}' in {Period}";
}

/// <summary>Why an operation gave no finite number.</summary>
public enum DomainFault
{
    /// <summary>The logarithm of zero or of a negative number.</summary>
    Logarithm,

    /// <summary>The square root of a negative number.</summary>
    SquareRoot,

    /// <summary>A division by zero.</summary>
    Division,

    /// <summary>A power of a negative number that is not whole, or a negative power of zero.</summary>
    Power,

    /// <summary>A number beyond the largest that a computer holds, about 1.8e308.</summary>
    Overflow,
}
