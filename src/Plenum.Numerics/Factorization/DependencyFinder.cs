using Plenum.Numerics.Sparse;

namespace Plenum.Numerics.Factorization;

/// <summary>Tells a matrix that is singular to within rounding from one that has small pivots, and names what depends on what.</summary>
/// <remarks>
/// Solving with nearly singular factors and an irregular right-hand side brings out a null vector. The matrix counts as singular when
/// relative changes of its entries by a few units of rounding would make that vector exact; its large entries name the dependence.
/// Sources: G. Peters and J. Wilkinson (1979), "Inverse iteration, ill-conditioned equations and Newton's method", SIAM Review 21(3);
/// W. Oettli and W. Prager (1964), "Compatibility of approximate solution of linear equations", Numer. Math. 6, for the criterion.
/// </remarks>
internal sealed class DependencyFinder
{
    private const int Refinements = 6;

    /// <summary>Relative change of the entries that counts as rounding: 32 units.</summary>
    private const double Rounding = 32 * LeftLookingElimination.UnitRoundoff;

    /// <summary>A share of a null vector below this, relative to the largest, is rounding.</summary>
    private const double SmallestShare = 1e-6;

    private readonly SparseLu _lu;
    private readonly SparsePattern _pattern;
    private readonly double[] _values;
    private readonly int[] _blockOfRow;
    private readonly int[] _blockOfColumn;
    private readonly double[] _rowSize;
    private readonly double[] _columnSize;

    public DependencyFinder(SparseLu lu, ReadOnlySpan<double> values)
    {
        int n = lu.Symbolic.Order;
        _lu = lu;
        _pattern = lu.Symbolic.Pattern;
        _blockOfRow = new int[n];
        _blockOfColumn = new int[n];
        for (int b = 0; b < lu.Symbolic.BlockCount; b++)
        {
            for (int k = lu.Symbolic.BlockStarts[b]; k < lu.Symbolic.BlockStarts[b + 1]; k++)
            {
                _blockOfRow[lu.RowOfStep[k]] = b;
                _blockOfColumn[lu.Symbolic.ColumnOrder[k]] = b;
            }
        }
        _values = values.ToArray();
        _rowSize = new double[n];
        _columnSize = new double[n];
        for (int j = 0; j < n; j++)
        {
            for (int p = _pattern.Starts[j]; p < _pattern.Starts[j + 1]; p++)
            {
                int row = _pattern.Rows[p];
                if (_blockOfRow[row] != _blockOfColumn[j]) { _values[p] = 0; }
                _rowSize[row] = Math.Max(_rowSize[row], Math.Abs(_values[p]));
                _columnSize[j] = Math.Max(_columnSize[j], Math.Abs(_values[p]));
            }
        }
    }

    private delegate void InPlaceSolve(Span<double> b);

    private delegate void Product(SparsePattern pattern, ReadOnlySpan<double> values, ReadOnlySpan<double> x, Span<double> product);

    /// <summary>The dependencies in the blocks of these steps, or null where the matrix is regular.</summary>
    /// <param name="suspicious">Steps whose pivot is small.</param>
    /// <param name="vanished">Steps whose pivot was zero; their blocks are singular in any case.</param>
    public Deficiency? Examine(IEnumerable<int> suspicious, IEnumerable<int> vanished)
    {
        int[] singular = [.. vanished.Select(BlockOf).Distinct()];
        var rows = new SortedSet<int>();
        var columns = new SortedSet<int>();
        foreach (int block in suspicious.Select(BlockOf).Union(singular))
        {
            var right = NullVector(block, _lu.Solve, SparseMatrix.Multiply, (_blockOfRow, _rowSize), _blockOfColumn);
            var left = NullVector(block, _lu.SolveTransposed, SparseMatrix.MultiplyTransposed, (_blockOfColumn, _columnSize), _blockOfRow);
            if (!singular.Contains(block) && Math.Min(right.Change, left.Change) > Rounding) { continue; }
            AddShare(rows, left.Vector, _rowSize);
            AddShare(columns, right.Vector, _columnSize);
        }
        return rows.Count + columns.Count == 0 ? null : new Deficiency(DeficiencyKind.Numerical, [.. rows], [.. columns]);
    }

    private int BlockOf(int step) => _blockOfRow[_lu.RowOfStep[step]];

    /// <summary>A vector within one block that the matrix takes to nearly nothing, if there is one, and the relative change that would make it exact.</summary>
    private (double[] Vector, double Change) NullVector(int block, InPlaceSolve solve, Product product, (int[] Block, double[] Size) given, int[] blockOfUnknown)
    {
        var x = new double[given.Block.Length];
        for (int i = 0; i < x.Length; i++)
        {
            if (given.Block[i] == block) { x[i] = (1.5 + Math.Cos(i + 1)) * (given.Size[i] > 0 ? given.Size[i] : 1); }
        }
        SolveWithin(x);
        double change = RelativeChange(x, product);
        for (int pass = 0; pass < Refinements; pass++)
        {
            double[] refined = Refined(x);
            double refinedChange = RelativeChange(refined, product);
            if (!(refinedChange < change)) { break; }
            (x, change) = (refined, refinedChange);
        }
        return (x, change);

        // The part of the correction along x itself would only shrink it.
        double[] Refined(double[] from)
        {
            var correction = new double[from.Length];
            product(_pattern, _values, from, correction);
            SolveWithin(correction);
            double alike = Dot(from, correction) / Dot(from, from);
            return [.. from.Select((value, i) => value - (correction[i] - alike * value))];
        }

        void SolveWithin(double[] b)
        {
            solve(b);
            for (int i = 0; i < b.Length; i++)
            {
                if (blockOfUnknown[i] != block) { b[i] = 0; }
            }
        }
    }

    /// <summary>The smallest relative change of the entries that makes x a null vector: the largest ratio of |A x| to |A| |x|.</summary>
    private double RelativeChange(double[] x, Product product)
    {
        var residual = new double[x.Length];
        var size = new double[x.Length];
        product(_pattern, _values, x, residual);
        product(_pattern, [.. _values.Select(Math.Abs)], [.. x.Select(Math.Abs)], size);
        double largest = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (size[i] > 0) { largest = Math.Max(largest, Math.Abs(residual[i]) / size[i]); }
        }
        return largest;
    }

    private static void AddShare(SortedSet<int> names, double[] x, double[] size)
    {
        double largest = 0;
        for (int i = 0; i < x.Length; i++) { largest = Math.Max(largest, Share(i)); }
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] != 0 && Share(i) >= SmallestShare * largest) { names.Add(i); }
        }

        double Share(int i) => Math.Abs(x[i]) * (size[i] > 0 ? size[i] : 1);
    }

    private static double Dot(double[] first, double[] second)
    {
        double sum = 0;
        for (int i = 0; i < first.Length; i++) { sum += first[i] * second[i]; }
        return sum;
    }
}
