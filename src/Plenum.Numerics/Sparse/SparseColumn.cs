namespace Plenum.Numerics.Sparse;

/// <summary>A view of one column of a sparse matrix.</summary>
public readonly ref struct SparseColumn
{
    internal SparseColumn(ReadOnlySpan<int> rows, ReadOnlySpan<double> values)
    {
        Rows = rows;
        Values = values;
    }

    /// <summary>The rows of its entries.</summary>
    public ReadOnlySpan<int> Rows { get; }

    /// <summary>Its values, in the same order.</summary>
    public ReadOnlySpan<double> Values { get; }
}
