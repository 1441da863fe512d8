using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using Plenum.Language.Expressions;
using Plenum.Numerics.Lanes;

namespace Plenum.Engine.Kernels;

/// <summary>Code that computes one number in each lane, with the meaning of <see cref="Evaluation"/> in every lane.</summary>
/// <remarks>
/// One run of the code computes the lanes of one vector; a quantity takes the room of all lanes, so that running it again a vector further on in memory computes the next ones.
/// </remarks>
internal sealed class LaneTarget : KernelTarget
{
    /// <summary>The target; it has no state.</summary>
    public static readonly LaneTarget Only = new();

    private static readonly MethodInfo CreateMethod = typeof(Vector256).GetMethod(nameof(Vector256.Create), [typeof(double)])!;

    private static readonly Dictionary<Operation, MethodInfo> Methods = new()
    {
        [Operation.Negate] = typeof(Vector256<double>).GetMethod("op_UnaryNegation", [typeof(Vector256<double>)])!,
        [Operation.Log] = Unary(LaneMath.Log),
        [Operation.Exp] = Unary(LaneMath.Exp),
        [Operation.Sqrt] = Unary(Vector256.Sqrt),
        [Operation.Abs] = Unary(Vector256.Abs),
        [Operation.Sign] = Unary(LaneMath.Sign),
        [Operation.Softplus] = Unary(LaneMath.Softplus),
        [Operation.Logistic] = Unary(LaneMath.Logistic),
        [Operation.Not] = Unary(Not),
        [Operation.Add] = Operator("op_Addition"),
        [Operation.Subtract] = Operator("op_Subtraction"),
        [Operation.Multiply] = Operator("op_Multiply"),
        [Operation.Divide] = Operator("op_Division"),
        [Operation.Power] = Binary(LaneMath.Pow),
        [Operation.Min] = Binary(Vector256.Min),
        [Operation.Max] = Binary(Vector256.Max),
        [Operation.Less] = Binary(Less),
        [Operation.LessOrEqual] = Binary(LessOrEqual),
        [Operation.Equal] = Binary(Equal),
        [Operation.And] = Binary(And),
        [Operation.Or] = Binary(Or),
        [Operation.If] = ((Func<Vector256<double>, Vector256<double>, Vector256<double>, Vector256<double>>)Select).Method,
    };

    private LaneTarget()
    {
    }

    /// <inheritdoc/>
    public override Type Value => typeof(Vector256<double>);

    /// <inheritdoc/>
    public override int Stride => Lane.Count;

    /// <inheritdoc/>
    public override void EmitConstant(ILGenerator il, double value)
    {
        il.Emit(OpCodes.Ldc_R8, value);
        il.Emit(OpCodes.Call, CreateMethod);
    }

    /// <inheritdoc/>
    public override void EmitLoad(ILGenerator il)
    {
        il.Emit(OpCodes.Unaligned, (byte)1);
        il.Emit(OpCodes.Ldobj, Value);
    }

    /// <inheritdoc/>
    public override void EmitStore(ILGenerator il)
    {
        il.Emit(OpCodes.Unaligned, (byte)1);
        il.Emit(OpCodes.Stobj, Value);
    }

    /// <inheritdoc/>
    public override void EmitOperation(ILGenerator il, Operation operation) =>
        il.Emit(OpCodes.Call, Methods.TryGetValue(operation, out var method) ? method : throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an operation."));

    private static Vector256<double> Not(Vector256<double> a) => Truth(Vector256.Equals(a, Vector256<double>.Zero));

    private static Vector256<double> Less(Vector256<double> a, Vector256<double> b) => Truth(Vector256.LessThan(a, b));

    private static Vector256<double> LessOrEqual(Vector256<double> a, Vector256<double> b) => Truth(Vector256.LessThanOrEqual(a, b));

    private static Vector256<double> Equal(Vector256<double> a, Vector256<double> b) => Truth(Vector256.Equals(a, b));

    private static Vector256<double> And(Vector256<double> a, Vector256<double> b) => Truth(~Vector256.Equals(a, Vector256<double>.Zero) & ~Vector256.Equals(b, Vector256<double>.Zero));

    private static Vector256<double> Or(Vector256<double> a, Vector256<double> b) => Truth(~Vector256.Equals(a, Vector256<double>.Zero) | ~Vector256.Equals(b, Vector256<double>.Zero));

    private static Vector256<double> Select(Vector256<double> condition, Vector256<double> then, Vector256<double> otherwise) =>
        Vector256.ConditionalSelect(Vector256.Equals(condition, Vector256<double>.Zero), otherwise, then);

    /// <summary>1 where all bits are set, 0 where none is.</summary>
    private static Vector256<double> Truth(Vector256<double> mask) => mask & Vector256<double>.One;

    private static MethodInfo Unary(Func<Vector256<double>, Vector256<double>> function) => function.Method;

    private static MethodInfo Binary(Func<Vector256<double>, Vector256<double>, Vector256<double>> function) => function.Method;

    private static MethodInfo Operator(string name) => typeof(Vector256<double>).GetMethod(name, [typeof(Vector256<double>), typeof(Vector256<double>)])!;
}
