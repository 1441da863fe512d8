using Plenum.Language.Expressions;

namespace Plenum.Engine.Kernels;

/// <summary>Where a kernel puts a value.</summary>
internal enum KernelSink
{
    /// <summary>The row of the current period, at a column.</summary>
    Row,

    /// <summary>The output array, at a position.</summary>
    Output,

    /// <summary>The scratch array only, so that a later program of the same writer can read it.</summary>
    Scratch,
}

/// <summary>One value that a kernel computes.</summary>
/// <param name="Expression">What is computed.</param>
/// <param name="Sink">Where it goes.</param>
/// <param name="Index">The column or position there; unused for <see cref="KernelSink.Scratch"/>.</param>
internal readonly record struct KernelRoot(ExpressionId Expression, KernelSink Sink, int Index);
