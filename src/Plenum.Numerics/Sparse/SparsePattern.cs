using Plenum.Numerics.Orderings;

namespace Plenum.Numerics.Sparse;

/// <summary>Where the entries of a sparse matrix stand, by compressed columns: rows ascend in each column, without repeats.</summary>
/// <remarks>The values of a matrix on this pattern are one array in the same order: column 0 from top to bottom, then column 1, and so on.</remarks>
public sealed class SparsePattern
{
    private readonly int[] _starts;
    private readonly int[] _rows;

    private SparsePattern(int rowCount, int[] starts, int[] rows)
    {
        RowCount = rowCount;
        _starts = starts;
        _rows = rows;
    }

    /// <summary>Count of rows.</summary>
    public int RowCount { get; }

    /// <summary>Count of columns.</summary>
    public int ColumnCount => _starts.Length - 1;

    /// <summary>Count of entries.</summary>
    public int EntryCount => _rows.Length;

    /// <summary>Where each column begins; columns + 1 entries.</summary>
    public ReadOnlySpan<int> Starts => _starts;

    /// <summary>The row of each entry, column by column.</summary>
    public ReadOnlySpan<int> Rows => _rows;

    /// <summary>The rows of <paramref name="column"/>, ascending.</summary>
    public ReadOnlySpan<int> RowsOf(int column) => _rows.AsSpan(_starts[column], _starts[column + 1] - _starts[column]);

    /// <summary>The place of an entry among all entries, or -1 where the matrix has none. Cost: O(log entries of the column).</summary>
    public int IndexOf(int row, int column)
    {
        int found = RowsOf(column).BinarySearch(row);
        return found < 0 ? -1 : _starts[column] + found;
    }

    /// <summary>Builds a pattern from entries in any order; an entry named twice counts once.</summary>
    /// <param name="rowCount">Count of rows.</param>
    /// <param name="columnCount">Count of columns.</param>
    /// <param name="rows">The row of each entry.</param>
    /// <param name="columns">The column of each entry, in the same order.</param>
    /// <exception cref="ArgumentException">The two spans differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A row or a column is out of range.</exception>
    public static SparsePattern FromEntries(int rowCount, int columnCount, ReadOnlySpan<int> rows, ReadOnlySpan<int> columns)
    {
        if (rows.Length != columns.Length) { throw new ArgumentException("Each entry needs one row and one column.", nameof(columns)); }
        var starts = new int[columnCount + 1];
        for (int k = 0; k < rows.Length; k++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)rows[k], (uint)rowCount, nameof(rows));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)columns[k], (uint)columnCount, nameof(columns));
            starts[columns[k] + 1]++;
        }
        for (int j = 0; j < columnCount; j++) { starts[j + 1] += starts[j]; }
        var sorted = new int[rows.Length];
        int[] next = starts[..columnCount];
        for (int k = 0; k < rows.Length; k++) { sorted[next[columns[k]]++] = rows[k]; }
        return WithoutRepeats(rowCount, starts, sorted);
    }

    /// <summary>The pattern of the transposed matrix.</summary>
    public SparsePattern Transposed()
    {
        var reversed = new DirectedGraph(_starts, _rows, RowCount).Reversed();
        var starts = new int[RowCount + 1];
        var rows = new int[EntryCount];
        for (int row = 0; row < RowCount; row++)
        {
            var columns = reversed.TargetsOf(row);
            columns.CopyTo(rows.AsSpan(starts[row]));
            starts[row + 1] = starts[row] + columns.Length;
        }
        return new SparsePattern(ColumnCount, starts, rows);
    }

    /// <summary>The columns as sources, their rows as targets.</summary>
    public DirectedGraph AsGraph() => new(_starts, _rows, RowCount);

    private static SparsePattern WithoutRepeats(int rowCount, int[] starts, int[] rows)
    {
        int kept = 0;
        int begin = 0;
        for (int j = 0; j + 1 < starts.Length; j++)
        {
            int end = starts[j + 1];
            rows.AsSpan(begin, end - begin).Sort();
            starts[j] = kept;
            for (int p = begin; p < end; p++)
            {
                if (p == begin || rows[p] != rows[p - 1]) { rows[kept++] = rows[p]; }
            }
            begin = end;
        }
        starts[^1] = kept;
        return new SparsePattern(rowCount, starts, kept == rows.Length ? rows : rows[..kept]);
    }
}
