using Plenum.Numerics.Sparse;

namespace Plenum.Numerics.Factorization;

public sealed partial class SparseLu
{
    /// <summary>The pivots, by step.</summary>
    public ReadOnlySpan<double> Pivots => _diagonal;

    /// <summary>Column <paramref name="step"/> of the lower factors below their unit diagonal; rows by step.</summary>
    public SparseColumn LowerColumn(int step) => Column(_structure.LowerStarts, _structure.LowerRows, _lower, step);

    /// <summary>Column <paramref name="step"/> of the upper factors above the pivots; rows by step.</summary>
    public SparseColumn UpperColumn(int step) => Column(_structure.UpperStarts, _structure.UpperRows, _upper, step);

    /// <summary>Column <paramref name="step"/> of the matrix above its diagonal block, which is not factorised.</summary>
    public SparseColumn AboveColumn(int step) => Column(_structure.Above.Starts, _structure.Above.Rows, _above, step);

    private static SparseColumn Column(int[] starts, int[] rows, double[] values, int column) =>
        new(rows.AsSpan(starts[column], starts[column + 1] - starts[column]), values.AsSpan(starts[column], starts[column + 1] - starts[column]));
}
