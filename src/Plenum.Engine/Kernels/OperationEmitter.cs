using System.Reflection;
using System.Reflection.Emit;
using Plenum.Language.Expressions;

namespace Plenum.Engine.Kernels;

/// <summary>The IL of each operation; its operands are on the stack.</summary>
internal static class OperationEmitter
{
    private const int LargestWhole = 4;

    private static readonly MethodInfo LogMethod = Unary(typeof(Math), nameof(Math.Log));
    private static readonly MethodInfo ExpMethod = Unary(typeof(Math), nameof(Math.Exp));
    private static readonly MethodInfo SqrtMethod = Unary(typeof(Math), nameof(Math.Sqrt));
    private static readonly MethodInfo AbsMethod = Unary(typeof(Math), nameof(Math.Abs));
    private static readonly MethodInfo SignMethod = Unary(typeof(Evaluation), nameof(Evaluation.Sign));
    private static readonly MethodInfo SoftplusMethod = Unary(typeof(Evaluation), nameof(Evaluation.Softplus));
    private static readonly MethodInfo LogisticMethod = Unary(typeof(Evaluation), nameof(Evaluation.Logistic));
    private static readonly MethodInfo PowMethod = Binary(typeof(Math), nameof(Math.Pow));
    private static readonly MethodInfo MinMethod = Binary(typeof(Math), nameof(Math.Min));
    private static readonly MethodInfo MaxMethod = Binary(typeof(Math), nameof(Math.Max));
    private static readonly MethodInfo AndMethod = Binary(typeof(OperationEmitter), nameof(And));
    private static readonly MethodInfo OrMethod = Binary(typeof(OperationEmitter), nameof(Or));
    private static readonly MethodInfo SelectMethod = typeof(OperationEmitter).GetMethod(nameof(Select), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Whether a power is cheaper as a few multiplications.</summary>
    public static bool IsSmallWhole(double exponent) => exponent == Math.Floor(exponent) && Math.Abs(exponent) <= LargestWhole && exponent != 0.0;

    /// <summary>Raises the value on the stack to a small whole power.</summary>
    public static void EmitWholePower(ILGenerator il, int exponent)
    {
        int times = Math.Abs(exponent);
        if (times > 1)
        {
            var factor = il.DeclareLocal(typeof(double));
            il.Emit(OpCodes.Stloc, factor);
            il.Emit(OpCodes.Ldloc, factor);
            for (int i = 1; i < times; i++)
            {
                il.Emit(OpCodes.Ldloc, factor);
                il.Emit(OpCodes.Mul);
            }
        }

        if (exponent > 0) { return; }
        var divisor = il.DeclareLocal(typeof(double));
        il.Emit(OpCodes.Stloc, divisor);
        il.Emit(OpCodes.Ldc_R8, 1.0);
        il.Emit(OpCodes.Ldloc, divisor);
        il.Emit(OpCodes.Div);
    }

    /// <summary>Applies an operation to the operands on the stack.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Constants and symbols are not operations.</exception>
    public static void Emit(ILGenerator il, Operation operation)
    {
        switch (operation)
        {
            case Operation.Negate: il.Emit(OpCodes.Neg); break;
            case Operation.Log: il.Emit(OpCodes.Call, LogMethod); break;
            case Operation.Exp: il.Emit(OpCodes.Call, ExpMethod); break;
            case Operation.Sqrt: il.Emit(OpCodes.Call, SqrtMethod); break;
            case Operation.Abs: il.Emit(OpCodes.Call, AbsMethod); break;
            case Operation.Sign: il.Emit(OpCodes.Call, SignMethod); break;
            case Operation.Softplus: il.Emit(OpCodes.Call, SoftplusMethod); break;
            case Operation.Logistic: il.Emit(OpCodes.Call, LogisticMethod); break;
            case Operation.Not: il.Emit(OpCodes.Ldc_R8, 0.0); il.Emit(OpCodes.Ceq); il.Emit(OpCodes.Conv_R8); break;
            case Operation.Add: il.Emit(OpCodes.Add); break;
            case Operation.Subtract: il.Emit(OpCodes.Sub); break;
            case Operation.Multiply: il.Emit(OpCodes.Mul); break;
            case Operation.Divide: il.Emit(OpCodes.Div); break;
            case Operation.Power: il.Emit(OpCodes.Call, PowMethod); break;
            case Operation.Min: il.Emit(OpCodes.Call, MinMethod); break;
            case Operation.Max: il.Emit(OpCodes.Call, MaxMethod); break;
            case Operation.Less: il.Emit(OpCodes.Clt); il.Emit(OpCodes.Conv_R8); break;
            case Operation.LessOrEqual: il.Emit(OpCodes.Cgt_Un); il.Emit(OpCodes.Ldc_I4_0); il.Emit(OpCodes.Ceq); il.Emit(OpCodes.Conv_R8); break;
            case Operation.Equal: il.Emit(OpCodes.Ceq); il.Emit(OpCodes.Conv_R8); break;
            case Operation.And: il.Emit(OpCodes.Call, AndMethod); break;
            case Operation.Or: il.Emit(OpCodes.Call, OrMethod); break;
            case Operation.If: il.Emit(OpCodes.Call, SelectMethod); break;
            default: throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an operation.");
        }
    }

    private static double And(double a, double b) => Evaluation.Apply(Operation.And, a, b);

    private static double Or(double a, double b) => Evaluation.Apply(Operation.Or, a, b);

    /// <summary>Both branches have been computed, so that parts they share with other expressions exist; one is taken.</summary>
    private static double Select(double condition, double then, double otherwise) => condition != 0.0 ? then : otherwise;

    private static MethodInfo Unary(Type type, string name) => type.GetMethod(name, [typeof(double)])!;

    private static MethodInfo Binary(Type type, string name) =>
        type.GetMethod(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static, [typeof(double), typeof(double)])!;
}
