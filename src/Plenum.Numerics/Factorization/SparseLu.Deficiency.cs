using Plenum.Numerics.Sparse;

namespace Plenum.Numerics.Factorization;

public sealed partial class SparseLu
{
    /// <summary>A share of a null vector below this, relative to the largest, is rounding.</summary>
    private const double SmallestShare = 1e-6;

    /// <summary>
    /// Fills the factors for the first time. A pivot that vanished is replaced by rounding noise, so that solving with a generic
    /// right-hand side brings out the null vectors; their entries name the rows and columns that depend on each other.
    /// </summary>
    /// <remarks>Source: G. Peters and J. Wilkinson (1979), "Inverse iteration, ill-conditioned equations and Newton's method", SIAM Review 21(3).</remarks>
    private Deficiency? Fill(ReadOnlySpan<double> values, IReadOnlyList<int> deficientSteps)
    {
        CopyAbove(values);
        int next = 0;
        for (int k = 0; k < _diagonal.Length; k++)
        {
            FillColumn(k, values);
            if (next < deficientSteps.Count && deficientSteps[next] == k)
            {
                _diagonal[k] = LeftLookingElimination.UnitRoundoff / _scaleOfStep[k];
                next++;
            }
            if (_diagonal[k] == 0 || !double.IsFinite(_diagonal[k]))
            {
                return new Deficiency(DeficiencyKind.Numerical, [_structure.RowOfStep[k]], [_symbolic.ColumnOrder[k]]);
            }
            DivideByPivot(k, _diagonal[k]);
        }
        return deficientSteps.Count == 0 ? null : NameDependencies(values, deficientSteps);
    }

    private Deficiency NameDependencies(ReadOnlySpan<double> values, IReadOnlyList<int> deficientSteps)
    {
        int n = _diagonal.Length;
        var pattern = _symbolic.Pattern;
        var blockOfRow = new int[n];
        var blockOfColumn = new int[n];
        for (int b = 0; b < _symbolic.BlockCount; b++)
        {
            for (int k = _symbolic.BlockStarts[b]; k < _symbolic.BlockStarts[b + 1]; k++)
            {
                blockOfRow[_structure.RowOfStep[k]] = b;
                blockOfColumn[_symbolic.ColumnOrder[k]] = b;
            }
        }
        var rowSize = new double[n];
        var columnSize = new double[n];
        for (int j = 0; j < n; j++)
        {
            for (int p = pattern.Starts[j]; p < pattern.Starts[j + 1]; p++)
            {
                if (blockOfRow[pattern.Rows[p]] != blockOfColumn[j]) { continue; }
                double size = Math.Abs(values[p]);
                rowSize[pattern.Rows[p]] = Math.Max(rowSize[pattern.Rows[p]], size);
                columnSize[j] = Math.Max(columnSize[j], size);
            }
        }
        var rows = new SortedSet<int>();
        var columns = new SortedSet<int>();
        foreach (int block in deficientSteps.Select(step => blockOfColumn[_symbolic.ColumnOrder[step]]).Distinct())
        {
            columns.UnionWith(NullShare(Solve, block, blockOfRow, rowSize, blockOfColumn, columnSize));
            rows.UnionWith(NullShare(SolveTransposed, block, blockOfColumn, columnSize, blockOfRow, rowSize));
        }
        return new Deficiency(DeficiencyKind.Numerical, [.. rows], [.. columns]);
    }

    private delegate void InPlaceSolve(Span<double> b);

    /// <summary>Solves for an irregular right-hand side within one block, and lists the unknowns that dominate the solution.</summary>
    private static List<int> NullShare(InPlaceSolve solve, int block, int[] blockOfGiven, double[] sizeOfGiven, int[] blockOfUnknown, double[] sizeOfUnknown)
    {
        var x = new double[blockOfGiven.Length];
        for (int i = 0; i < x.Length; i++)
        {
            if (blockOfGiven[i] == block) { x[i] = (1.5 + Math.Cos(i + 1)) * (sizeOfGiven[i] > 0 ? sizeOfGiven[i] : 1); }
        }
        solve(x);
        double largest = 0;
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = blockOfUnknown[i] == block ? Math.Abs(x[i]) * (sizeOfUnknown[i] > 0 ? sizeOfUnknown[i] : 1) : 0;
            largest = Math.Max(largest, x[i]);
        }
        var share = new List<int>();
        for (int i = 0; i < x.Length; i++)
        {
            if (blockOfUnknown[i] == block && x[i] >= SmallestShare * largest) { share.Add(i); }
        }
        return share;
    }

    private static Deficiency? NotFinite(SparsePattern pattern, ReadOnlySpan<double> values)
    {
        var rows = new SortedSet<int>();
        var columns = new SortedSet<int>();
        for (int j = 0; j < pattern.ColumnCount; j++)
        {
            for (int p = pattern.Starts[j]; p < pattern.Starts[j + 1]; p++)
            {
                if (double.IsFinite(values[p])) { continue; }
                rows.Add(pattern.Rows[p]);
                columns.Add(j);
            }
        }
        return rows.Count == 0 ? null : new Deficiency(DeficiencyKind.NotFinite, [.. rows], [.. columns]);
    }
}
