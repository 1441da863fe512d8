using System.Runtime.CompilerServices;
using Plenum.Numerics.Lanes;

namespace Plenum.Engine.Kernels;

/// <summary>One compiled method of a kernel.</summary>
/// <param name="now">First column of the current period; earlier periods lie at constant distances before it.</param>
/// <param name="scratch">First of the values that methods hand on to each other.</param>
/// <param name="output">First position of the output.</param>
internal delegate void KernelMethod(ref double now, ref double scratch, ref double output);

/// <summary>Compiled code that computes a list of values in order, as a sequence of methods small enough to compile in linear time.</summary>
/// <remarks>No bounds are checked inside: the caller guarantees that the row has as many earlier periods before it as the model's deepest lag.</remarks>
internal sealed class KernelProgram(KernelMethod[] methods, int nodes)
{
    private readonly KernelMethod[] _methods = methods;

    /// <summary>Number of operations evaluated in one run.</summary>
    public int Nodes { get; } = nodes;

    /// <summary>Computes all values.</summary>
    public void Run(ref double now, ref double scratch, ref double output)
    {
        foreach (var method in _methods) { method(ref now, ref scratch, ref output); }
    }

    /// <summary>Computes all values in every lane, where the code was written for lanes.</summary>
    public void RunLanes(ref double now, ref double scratch, ref double output)
    {
        for (int lane = 0; lane < Lane.Count; lane += Lane.Width) { Run(ref Unsafe.Add(ref now, lane), ref Unsafe.Add(ref scratch, lane), ref Unsafe.Add(ref output, lane)); }
    }
}
