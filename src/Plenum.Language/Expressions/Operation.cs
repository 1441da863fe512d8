namespace Plenum.Language.Expressions;

/// <summary>What a node of the expression graph computes. Truth values are 1 and 0.</summary>
public enum Operation : byte
{
    /// <summary>A number.</summary>
    Constant,

    /// <summary>The value of a symbol at a lag (negative) or lead (positive).</summary>
    Symbol,

    /// <summary><c>-a</c>.</summary>
    Negate,

    /// <summary>Natural logarithm; the argument must be positive.</summary>
    Log,

    /// <summary>Exponential.</summary>
    Exp,

    /// <summary>Square root; the argument must not be negative.</summary>
    Sqrt,

    /// <summary>Absolute value.</summary>
    Abs,

    /// <summary>-1, 0 or 1.</summary>
    Sign,

    /// <summary><c>log(1 + exp(a))</c>, computed without overflow.</summary>
    Softplus,

    /// <summary><c>1 / (1 + exp(-a))</c>, computed without overflow.</summary>
    Logistic,

    /// <summary>1 where a is 0, else 0.</summary>
    Not,

    /// <summary><c>a + b</c>.</summary>
    Add,

    /// <summary><c>a - b</c>.</summary>
    Subtract,

    /// <summary><c>a * b</c>.</summary>
    Multiply,

    /// <summary><c>a / b</c>; b must not be zero.</summary>
    Divide,

    /// <summary><c>a ^ b</c>; a must be positive unless b is a whole number.</summary>
    Power,

    /// <summary>The smaller.</summary>
    Min,

    /// <summary>The larger.</summary>
    Max,

    /// <summary><c>a &lt; b</c>.</summary>
    Less,

    /// <summary><c>a &lt;= b</c>.</summary>
    LessOrEqual,

    /// <summary><c>a == b</c>.</summary>
    Equal,

    /// <summary>Both are not 0.</summary>
    And,

    /// <summary>At least one is not 0.</summary>
    Or,

    /// <summary><c>if(a, b, c)</c>: b where a is not 0, else c.</summary>
    If,
}
