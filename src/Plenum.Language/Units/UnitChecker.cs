using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;
using Plenum.Language.Syntax;
using Plenum.Series;

namespace Plenum.Language.Units;

/// <summary>The rules of units: what each operation requires of its operands, and the unit of its result.</summary>
/// <remarks>An unknown unit absorbs, so that one finding never causes another. The number 0 fits anywhere.</remarks>
internal sealed class UnitChecker(ModelScope scope, ExpressionGraph graph, Findings findings)
{
    private static readonly Unit s_year = Unit.Base("year");
    private static readonly Unit s_quarter = Unit.Base("quarter");

    private readonly UnitMessages _messages = new(scope, findings);

    /// <summary>The unit of one period of the model.</summary>
    public Unit Period { get; } = Unit.Base(scope.Frequency switch { Frequency.Annual => "year", Frequency.Monthly => "month", _ => "quarter" });

    /// <summary>The common unit of two terms that are added, compared or chosen between; the action ("add") is for the message.</summary>
    public Unit? Common(Typed left, Typed right, ExpressionSyntax leftSyntax, ExpressionSyntax rightSyntax, SourceSpan span, string action)
    {
        if (IsZero(left)) { return right.Unit; }
        if (IsZero(right)) { return left.Unit; }
        if (left.Unit is not { } a || right.Unit is not { } b) { return null; }
        if (!a.HasDimensionOf(b))
        {
            _messages.Differ(a, b, leftSyntax, rightSyntax, span, action);
            return null;
        }

        if (a.Kind == b.Kind) { return a; }
        if (a.IsDimensionless && a.Kind is Kind.Share or Kind.Index && b.Kind is Kind.Share or Kind.Index)
        {
            _messages.KindsDiffer(a, leftSyntax, rightSyntax, span, action);
            return null;
        }

        return a.As(Kind.Any);
    }

    public static Unit? Product(Typed left, Typed right) => left.Unit is { } a && right.Unit is { } b ? a * b : null;

    public static Unit? Quotient(Typed left, Typed right) => left.Unit is { } a && right.Unit is { } b ? a / b : null;

    /// <summary>A power: its exponent is a plain number, and a literal one where the base has a dimension.</summary>
    public Unit? Power(Typed @base, Typed exponent, ExpressionSyntax exponentSyntax, SourceSpan span)
    {
        if (@base.Unit is not { } unit || exponent.Unit is not { } unitOfExponent) { return null; }
        if (!unitOfExponent.IsDimensionless)
        {
            _messages.NotDimensionless("the exponent of '^'", unitOfExponent, exponentSyntax);
            return null;
        }

        if (unit.IsDimensionless) { return Unit.None; }
        if (graph.TryNumber(exponent.Id, out double power)) { return unit.Power(power); }
        _messages.UnknownPower(unit, span);
        return null;
    }

    /// <summary>A function such as log or exp, which takes a plain number.</summary>
    public Unit? OfPlainNumber(string function, Typed argument, ExpressionSyntax syntax, Unit result)
    {
        if (argument.Unit is not { } unit) { return null; }
        if (unit.IsDimensionless) { return result; }
        _messages.NotDimensionless($"'{function}'", unit, syntax);
        return null;
    }

    /// <summary>What is smoothed and the width of the passage: the same unit, or a literal width.</summary>
    public void Width(Typed smoothed, Typed width, ExpressionSyntax smoothedSyntax, ExpressionSyntax widthSyntax, SourceSpan span)
    {
        if (!graph.TryNumber(width.Id, out _)) { _ = Common(smoothed, width, smoothedSyntax, widthSyntax, span, "smooth"); }
    }

    /// <summary>A change over one period: the unit of what changes, per period.</summary>
    public Unit? Change(Typed argument) => argument.Unit is { } unit ? (unit / Period).As(unit.Kind) : null;

    /// <summary>A relative change over one period.</summary>
    public Unit? Growth(Typed argument) => argument.Unit is null ? null : Unit.None / Period;

    /// <summary>A change over four periods, which is a year in a quarterly model; elsewhere its unit is not known.</summary>
    public Unit? YearlyChange(Typed argument) => scope.Frequency == Frequency.Quarterly && argument.Unit is { } unit ? (unit / s_year).As(unit.Kind) : null;

    /// <summary>A relative change over four periods.</summary>
    public Unit? FourPeriodGrowth(Typed argument) => scope.Frequency == Frequency.Quarterly ? YearlyGrowth(argument) : null;

    /// <summary>A relative change over a year.</summary>
    public static Unit? YearlyGrowth(Typed argument) => argument.Unit is null ? null : Unit.None / s_year;

    /// <summary>An amount per year as one per quarter.</summary>
    public Unit? Quarterly(Typed argument, ExpressionSyntax syntax) => Convert(argument, "quarterly", s_year, s_quarter, syntax);

    /// <summary>An amount per quarter as one per year.</summary>
    public Unit? Annual(Typed argument, ExpressionSyntax syntax) => Convert(argument, "annual", s_quarter, s_year, syntax);

    /// <summary>The sum of a flow per period over a year.</summary>
    public Unit? AnnualSum(Typed argument, ExpressionSyntax syntax) => Convert(argument, "annual_sum", Period, s_year, syntax);

    private Unit? Convert(Typed argument, string function, Unit from, Unit to, ExpressionSyntax syntax)
    {
        if (argument.Unit is not { } unit) { return null; }
        if (IsZero(argument)) { return unit; }
        if (unit.PowerOf(from.ToString()) == -1.0) { return (unit * from / to).As(unit.Kind); }
        _messages.WrongTime(function, from, unit, syntax);
        return null;
    }

    private bool IsZero(Typed term) => graph.TryNumber(term.Id, out double value) && value == 0.0;
}
