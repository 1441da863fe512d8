using System.Reflection.Emit;
using Plenum.Language.Expressions;

namespace Plenum.Engine.Kernels;

/// <summary>What a kernel computes with: one number, or one number in each lane.</summary>
internal abstract class KernelTarget
{
    private const int LargestWhole = 4;

    /// <summary>The type of a value on the stack.</summary>
    public abstract Type Value { get; }

    /// <summary>Doubles that one quantity takes in memory.</summary>
    public abstract int Stride { get; }

    /// <summary>Pushes a constant.</summary>
    public abstract void EmitConstant(ILGenerator il, double value);

    /// <summary>Replaces the address on the stack by the value there.</summary>
    public abstract void EmitLoad(ILGenerator il);

    /// <summary>Stores the value on the stack at the address below it.</summary>
    public abstract void EmitStore(ILGenerator il);

    /// <summary>Applies an operation to the operands on the stack.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Constants and symbols are not operations.</exception>
    public abstract void EmitOperation(ILGenerator il, Operation operation);

    /// <summary>Whether a power is cheaper as a few multiplications.</summary>
    public static bool IsSmallWhole(double exponent) => exponent == Math.Floor(exponent) && Math.Abs(exponent) <= LargestWhole && exponent != 0.0;

    /// <summary>Raises the value on the stack to a small whole power.</summary>
    public void EmitWholePower(ILGenerator il, int exponent)
    {
        int times = Math.Abs(exponent);
        if (times > 1)
        {
            var factor = il.DeclareLocal(Value);
            il.Emit(OpCodes.Stloc, factor);
            il.Emit(OpCodes.Ldloc, factor);
            for (int i = 1; i < times; i++)
            {
                il.Emit(OpCodes.Ldloc, factor);
                EmitOperation(il, Operation.Multiply);
            }
        }

        if (exponent > 0) { return; }
        var divisor = il.DeclareLocal(Value);
        il.Emit(OpCodes.Stloc, divisor);
        EmitConstant(il, 1.0);
        il.Emit(OpCodes.Ldloc, divisor);
        EmitOperation(il, Operation.Divide);
    }
}
