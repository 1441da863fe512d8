namespace Plenum.Language.Syntax;

/// <summary>How tightly the operators bind, from loosest to tightest.</summary>
internal static class Precedence
{
    public const int Lowest = 1;
    public const int Not = 3;
    public const int Comparison = 4;
    public const int Additive = 5;
    public const int Multiplicative = 6;
    public const int Unary = 7;
    public const int Power = 8;
    public const int Primary = 9;

    public static int Of(SyntaxOperator op) => op switch
    {
        SyntaxOperator.Or => Lowest,
        SyntaxOperator.And => 2,
        SyntaxOperator.Not => Not,
        SyntaxOperator.Add or SyntaxOperator.Subtract => Additive,
        SyntaxOperator.Multiply or SyntaxOperator.Divide => Multiplicative,
        SyntaxOperator.Negate => Unary,
        SyntaxOperator.Power => Power,
        _ => Comparison,
    };

    public static int Of(ExpressionSyntax expression) => expression switch
    {
        BinarySyntax binary => Of(binary.Operator),
        UnarySyntax unary => Of(unary.Operator),
        _ => Primary,
    };

    /// <summary>How tightly the left operand of an operator must bind to stand without parentheses.</summary>
    public static int OfLeft(int precedence) => precedence is Power or Comparison ? precedence + 1 : precedence;

    /// <summary>How tightly the right operand of an operator must bind to stand without parentheses.</summary>
    public static int OfRight(int precedence) => precedence == Power ? Unary : precedence + 1;
}
