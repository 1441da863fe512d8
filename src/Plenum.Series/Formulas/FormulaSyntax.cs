namespace Plenum.Series.Formulas;

/// <summary>A part of a formula as it was written.</summary>
internal abstract record FormulaSyntax
{
    /// <summary>A number.</summary>
    public sealed record Number(double Value) : FormulaSyntax;

    /// <summary>A period, such as 2014Q4.</summary>
    public sealed record PeriodLiteral(Period Value) : FormulaSyntax;

    /// <summary>A series by its name.</summary>
    public sealed record Name(string Text) : FormulaSyntax;

    /// <summary>The opposite of a part.</summary>
    public sealed record Negation(FormulaSyntax Operand) : FormulaSyntax;

    /// <summary>Two parts joined by one of <c>+ - * /</c>.</summary>
    public sealed record Binary(char Operator, FormulaSyntax Left, FormulaSyntax Right) : FormulaSyntax;

    /// <summary>A function of parts.</summary>
    public sealed record Call(FormulaFunction Function, IReadOnlyList<FormulaSyntax> Arguments) : FormulaSyntax;
}
