using System.Reflection;
using System.Reflection.Emit;
using Plenum.Language.Expressions;

namespace Plenum.Engine.Kernels;

/// <summary>Code that computes one number at a time.</summary>
internal sealed class ScalarTarget : KernelTarget
{
    /// <summary>The target; it has no state.</summary>
    public static readonly ScalarTarget Only = new();

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
    private static readonly MethodInfo AndMethod = Binary(typeof(ScalarTarget), nameof(And));
    private static readonly MethodInfo OrMethod = Binary(typeof(ScalarTarget), nameof(Or));
    private static readonly MethodInfo SelectMethod = typeof(ScalarTarget).GetMethod(nameof(Select), BindingFlags.NonPublic | BindingFlags.Static)!;

    private ScalarTarget()
    {
    }

    /// <inheritdoc/>
    public override Type Value => typeof(double);

    /// <inheritdoc/>
    public override int Stride => 1;

    /// <inheritdoc/>
    public override void EmitConstant(ILGenerator il, double value) => il.Emit(OpCodes.Ldc_R8, value);

    /// <inheritdoc/>
    public override void EmitLoad(ILGenerator il) => il.Emit(OpCodes.Ldind_R8);

    /// <inheritdoc/>
    public override void EmitStore(ILGenerator il) => il.Emit(OpCodes.Stind_R8);

    /// <inheritdoc/>
    public override void EmitOperation(ILGenerator il, Operation operation)
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
