using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;

namespace Plenum.Language.Units;

/// <summary>Says what is wrong with units, why, and which edit mends it.</summary>
internal sealed class UnitMessages(ModelScope scope, Findings findings)
{
    private const int LongestQuote = 40;

    private UnitTable Table => scope.Units;

    /// <summary>Two terms of different dimension.</summary>
    public void Differ(Unit left, Unit right, ExpressionSyntax leftSyntax, ExpressionSyntax rightSyntax, SourceSpan span, string action)
    {
        var (why, help) = Explain(left, right, leftSyntax, rightSyntax);
        findings.Error(BindingCodes.UnitsDiffer, span, $"cannot {action} {Quote(leftSyntax, "the left term")} ({Table.Describe(left)}) and {Quote(rightSyntax, "the right term")} ({Table.Describe(right)}).", why, help);
    }

    /// <summary>A share and an index.</summary>
    public void KindsDiffer(Unit left, ExpressionSyntax leftSyntax, ExpressionSyntax rightSyntax, SourceSpan span, string action)
    {
        string index = Quote(left.Kind == Kind.Index ? leftSyntax : rightSyntax, "the index");
        findings.Error(BindingCodes.KindsDiffer, span, $"cannot {action} {Quote(leftSyntax, "the left term")} ({left}) and {Quote(rightSyntax, "the right term")} ({(left.Kind == Kind.Index ? Unit.Share : Unit.Index)}).", "a share is a fraction of something, an index a level relative to a base period.", $"take the change of the index, such as pct({index.Trim('\'')}), or declare both in the same unit.");
    }

    /// <summary>An amount with a unit where a plain number must stand.</summary>
    public void NotDimensionless(string place, Unit unit, ExpressionSyntax syntax)
    {
        string quoted = Quote(syntax, "its argument");
        findings.Error(BindingCodes.NotDimensionless, syntax.Span, $"{place} takes a plain number, but {quoted} is in {Table.Describe(unit)}.", "the value would depend on whether amounts are counted in billions or trillions.", $"divide {quoted} by an amount in {Table.Describe(unit)}, for the change of a logarithm write dlog(...), or mark an empirical equation with: unchecked-units \"reason\"");
    }

    /// <summary>A dimension raised to a power that may change.</summary>
    public void UnknownPower(Unit unit, SourceSpan span) =>
        findings.Error(BindingCodes.WrongPower, span, $"cannot raise an amount in {Table.Describe(unit)} to a power that is not a literal number.", "the unit of the result would change with the exponent.", $"divide the base by an amount in {Table.Describe(unit)} first, or write the exponent as a number.");

    /// <summary>A conversion of time that does not apply.</summary>
    public void WrongTime(string function, Unit from, Unit unit, ExpressionSyntax syntax)
    {
        string other = function == "quarterly" ? "annual" : "quarterly";
        bool isReverse = function is "quarterly" or "annual" && unit.PowerOf(function == "quarterly" ? "quarter" : "year") == -1.0;
        string help = isReverse ? $"it is so already: leave '{function}' out, or write '{other}' for the reverse." : $"give it an amount per {from}, or leave '{function}' out.";
        findings.Error(BindingCodes.WrongTime, syntax.Span, $"'{function}' takes an amount per {from}, but {Quote(syntax, "its argument")} is in {Table.Describe(unit)}.", $"it turns '/{from}' into '/{(function == "quarterly" ? "quarter" : "year")}'.", help);
    }

    private (string Why, string Help) Explain(Unit left, Unit right, ExpressionSyntax leftSyntax, ExpressionSyntax rightSyntax)
    {
        var ratio = left / right;
        if (Table.RealAgainstNominal(ratio) is { } pair)
        {
            string nominal = Quote(left.PowerOf(pair.Money) > right.PowerOf(pair.Money) ? leftSyntax : rightSyntax, "the nominal amount");
            var price = Unit.Base(pair.Money) / Unit.Base(pair.Volume);
            string deflator = scope.FirstIn(price) is { } symbol ? $"by its price, such as '{symbol.Name}' (line {Line(symbol.Span)})." : $"by its price (a variable in {Table.Describe(price)}).";
            return ("a real and a nominal amount differ by a price index.", $"divide {nominal} {deflator}");
        }

        if (IsPlain(left) || IsPlain(right))
        {
            string unit = Table.Describe(left.IsDimensionless ? right : left);
            return ("the terms of a sum and the sides of an equation have one unit; a literal number has none.", $"name a number that has a unit: parameter NAME = ... : {unit}");
        }

        if (IsTime(ratio) is { } time)
        {
            bool leftIsStock = ratio.PowerOf(time) > 0.0;
            return ("a stock has no time in its unit, a flow has.", OfferChange(leftIsStock ? leftSyntax : rightSyntax, leftIsStock ? rightSyntax : leftSyntax));
        }

        if (ratio.HasDimensionOf(Unit.Base("quarter") / Unit.Base("year")) || ratio.HasDimensionOf(Unit.Base("year") / Unit.Base("quarter")))
        {
            bool leftIsYearly = left.PowerOf("year") < right.PowerOf("year");
            string yearly = PlainName(Quote(leftIsYearly ? leftSyntax : rightSyntax, "yearly"));
            string quarterly = PlainName(Quote(leftIsYearly ? rightSyntax : leftSyntax, "quarterly"));
            return ("one is per year, the other per quarter.", $"write quarterly({yearly}), or annual({quarterly}).");
        }

        return ("the terms of a sum and the sides of an equation have one unit.", $"they differ by {Table.Describe(ratio)}: multiply by a name in that unit, or correct a declaration.");
    }

    private static string OfferChange(ExpressionSyntax stock, ExpressionSyntax flow)
    {
        if (stock is not NameSyntax { Lag: -1 } name) { return $"use the change of the stock, diff({PlainName(Quote(stock, "stock"))})."; }
        string current = SourceWords.Collapse(name.Span);
        return $"write the equation as diff({current[..current.LastIndexOf('(')].TrimEnd()}) = {PlainName(Quote(flow, "flow"))}";
    }

    private static bool IsPlain(Unit unit) => unit.IsDimensionless && unit.Kind == Kind.Any;

    private static string? IsTime(Unit ratio)
    {
        foreach (string time in (ReadOnlySpan<string>)["quarter", "year", "month"])
        {
            if (ratio.HasDimensionOf(Unit.Base(time)) || ratio.HasDimensionOf(Unit.None / Unit.Base(time))) { return time; }
        }

        return null;
    }

    private static string PlainName(string quoted) => quoted.StartsWith('\'') ? quoted.Trim('\'') : "...";

    private static int Line(SourceSpan span) => span.Source.Position(span.Start).Line;

    /// <summary>A short term in quotes; a long one in words.</summary>
    private static string Quote(ExpressionSyntax syntax, string otherwise)
    {
        string text = SourceWords.Collapse(syntax.Span);
        return text.Length is > 0 and <= LongestQuote ? $"'{text}'" : otherwise;
    }
}
