namespace Plenum.Language.Expressions;

/// <summary>What each <see cref="Operation"/> means on numbers; the reference for every compiled kernel.</summary>
public static class Evaluation
{
    /// <summary>Applies an operation of one operand.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The operation takes another number of operands.</exception>
    public static double Apply(Operation operation, double a) => operation switch
    {
        Operation.Negate => -a,
        Operation.Log => Math.Log(a),
        Operation.Exp => Math.Exp(a),
        Operation.Sqrt => Math.Sqrt(a),
        Operation.Abs => Math.Abs(a),
        Operation.Sign => Sign(a),
        Operation.Softplus => Softplus(a),
        Operation.Logistic => Logistic(a),
        Operation.Not => a == 0.0 ? 1.0 : 0.0,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an operation of one operand."),
    };

    /// <summary>Applies an operation of two operands.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The operation takes another number of operands.</exception>
    public static double Apply(Operation operation, double a, double b) => operation switch
    {
        Operation.Add => a + b,
        Operation.Subtract => a - b,
        Operation.Multiply => a * b,
        Operation.Divide => a / b,
        Operation.Power => Math.Pow(a, b),
        Operation.Min => Math.Min(a, b),
        Operation.Max => Math.Max(a, b),
        Operation.Less => a < b ? 1.0 : 0.0,
        Operation.LessOrEqual => a <= b ? 1.0 : 0.0,
        Operation.Equal => a == b ? 1.0 : 0.0,
        Operation.And => a != 0.0 && b != 0.0 ? 1.0 : 0.0,
        Operation.Or => a != 0.0 || b != 0.0 ? 1.0 : 0.0,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an operation of two operands."),
    };

    /// <summary><c>log(1 + exp(a))</c>: never overflows, and tends to a on the right and to exp(a) on the left.</summary>
    public static double Softplus(double a) => a > 36.0 ? a : a < -36.0 ? Math.Exp(a) : a > 0.0 ? a + LogOnePlus(Math.Exp(-a)) : LogOnePlus(Math.Exp(a));

    /// <summary><c>1 / (1 + exp(-a))</c>.</summary>
    public static double Logistic(double a) => 1.0 / (1.0 + Math.Exp(-a));

    /// <summary>-1, 0 or 1; NaN stays NaN.</summary>
    public static double Sign(double a) => a > 0.0 ? 1.0 : a < 0.0 ? -1.0 : a;

    /// <summary><c>log(1 + x)</c> to full precision for small x.</summary>
    /// <remarks>Source: W. Kahan, as given by D. Goldberg (1991), "What every computer scientist should know about floating-point arithmetic", theorem 4.</remarks>
    public static double LogOnePlus(double x)
    {
        double sum = 1.0 + x;
        return sum == 1.0 ? x : x * (Math.Log(sum) / (sum - 1.0));
    }
}
