namespace Plenum.Language.Expressions;

/// <summary>A node of an <see cref="ExpressionGraph"/>; equal ids are equal expressions.</summary>
/// <param name="Index">Position in the graph; operands always stand before the nodes that use them.</param>
public readonly record struct ExpressionId(int Index) : IComparable<ExpressionId>
{
    /// <summary>No expression; the unused operand of a node with fewer than three.</summary>
    public static ExpressionId None => new(-1);

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => Index < 0;

    /// <inheritdoc/>
    public int CompareTo(ExpressionId other) => Index.CompareTo(other.Index);

    /// <summary>Orders by position in the graph.</summary>
    public static bool operator <(ExpressionId left, ExpressionId right) => left.Index < right.Index;

    /// <summary>Orders by position in the graph.</summary>
    public static bool operator >(ExpressionId left, ExpressionId right) => left.Index > right.Index;

    /// <summary>Orders by position in the graph.</summary>
    public static bool operator <=(ExpressionId left, ExpressionId right) => left.Index <= right.Index;

    /// <summary>Orders by position in the graph.</summary>
    public static bool operator >=(ExpressionId left, ExpressionId right) => left.Index >= right.Index;
}
