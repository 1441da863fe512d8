namespace Plenum.Numerics.Lanes;

/// <summary>How many computations run side by side, one in each lane.</summary>
/// <remarks>
/// Values of one quantity lie next to each other: quantity q of lane l at <c>q * Count + l</c>. Every operation is elementwise, so that a lane's result does not
/// depend on what the others hold. The count is the same on every machine, whatever the width of its registers.
/// </remarks>
public static class Lane
{
    /// <summary>Lanes that run side by side.</summary>
    public const int Count = 8;

    /// <summary>Lanes in one vector; all lanes of a quantity are in the vectors that begin at lanes 0, <see cref="Width"/>, and so on.</summary>
    public const int Width = 4;
}
