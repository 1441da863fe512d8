namespace Plenum.Numerics.Orderings;

/// <summary>A maximum matching of rows to columns: as many rows as possible each hold one of their candidate columns alone.</summary>
/// <remarks>
/// Preferred pairs are taken first, then free columns, then shortest augmenting paths, which disturb as few pairs as can be.
/// Sources: I. Duff (1981), "On algorithms for obtaining a maximum transversal", ACM TOMS 7(3), for the cheap assignment;
/// J. Hopcroft and R. Karp (1973), "An n^5/2 algorithm for maximum matchings in bipartite graphs", SIAM J. Comput. 2(4).
/// Cost: O(edges * sqrt(rows)) at worst, near O(edges) in practice.
/// </remarks>
public sealed class BipartiteMatching
{
    private const int Unreached = int.MaxValue;

    private readonly DirectedGraph _candidates;
    private readonly int[] _columnOfRow;
    private readonly int[] _rowOfColumn;

    private BipartiteMatching(DirectedGraph candidates)
    {
        _candidates = candidates;
        _columnOfRow = new int[candidates.VertexCount];
        _rowOfColumn = new int[candidates.TargetCount];
        Array.Fill(_columnOfRow, -1);
        Array.Fill(_rowOfColumn, -1);
    }

    /// <summary>The column of each row; -1 for an unmatched row.</summary>
    public ReadOnlySpan<int> ColumnOfRow => _columnOfRow;

    /// <summary>The row of each column; -1 for an unmatched column.</summary>
    public ReadOnlySpan<int> RowOfColumn => _rowOfColumn;

    /// <summary>Count of matched pairs.</summary>
    public int Count { get; private set; }

    /// <summary>Whether every row and every column is matched.</summary>
    public bool IsPerfect => Count == _columnOfRow.Length && Count == _rowOfColumn.Length;

    /// <summary>The rows without a column, ascending.</summary>
    public int[] UnmatchedRows => Where(_columnOfRow, partner => partner < 0);

    /// <summary>The columns without a row, ascending.</summary>
    public int[] UnmatchedColumns => Where(_rowOfColumn, partner => partner < 0);

    /// <summary>Finds a maximum matching.</summary>
    /// <param name="candidates">For each row, the columns it may be matched to.</param>
    /// <param name="preferred">
    /// For each row the column it would rather have, or -1; empty for no preference. A preference outside the candidates is passed over,
    /// and of two rows that prefer one column the first has it.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="preferred"/> is neither empty nor one entry a row.</exception>
    public static BipartiteMatching Find(DirectedGraph candidates, ReadOnlySpan<int> preferred = default)
    {
        if (preferred.Length != 0 && preferred.Length != candidates.VertexCount)
        {
            throw new ArgumentException($"There are {candidates.VertexCount} rows but {preferred.Length} preferences.", nameof(preferred));
        }
        var matching = new BipartiteMatching(candidates);
        matching.TakePreferred(preferred);
        matching.TakeFree();
        var search = new PathSearch(matching);
        while (search.LayerRows() && search.AugmentAlongLayers() > 0)
        {
        }
        return matching;
    }

    /// <summary>
    /// The over-determined and under-determined parts of a deficient system; both are empty where the matching is perfect.
    /// </summary>
    /// <remarks>
    /// The parts are the same for every maximum matching.
    /// Source: A. Dulmage and N. Mendelsohn (1958), "Coverings of bipartite graphs", Canadian J. Math. 10.
    /// Cost: O(rows + columns + edges).
    /// </remarks>
    public CoarseDecomposition Decompose()
    {
        var (overRows, overColumns) = Alternate(_candidates, _columnOfRow, _rowOfColumn);
        var (underColumns, underRows) = Alternate(_candidates.Reversed(), _rowOfColumn, _columnOfRow);
        return new CoarseDecomposition(overRows, overColumns, underRows, underColumns);
    }

    private void TakePreferred(ReadOnlySpan<int> preferred)
    {
        for (int row = 0; row < preferred.Length; row++)
        {
            int column = preferred[row];
            if (column >= 0 && _candidates.TargetsOf(row).Contains(column) && _rowOfColumn[column] < 0) { Pair(row, column); }
        }
    }

    private void TakeFree()
    {
        for (int row = 0; row < _columnOfRow.Length; row++)
        {
            if (_columnOfRow[row] >= 0) { continue; }
            foreach (int column in _candidates.TargetsOf(row))
            {
                if (_rowOfColumn[column] >= 0) { continue; }
                Pair(row, column);
                break;
            }
        }
    }

    private void Pair(int row, int column)
    {
        _columnOfRow[row] = column;
        _rowOfColumn[column] = row;
        Count++;
    }

    /// <summary>All vertices that alternating paths reach from the unmatched near side: those near and those far, ascending.</summary>
    private static (int[] Near, int[] Far) Alternate(DirectedGraph graph, int[] partnerOfNear, int[] partnerOfFar)
    {
        var nearReached = new bool[graph.VertexCount];
        var farReached = new bool[graph.TargetCount];
        var stack = new Stack<int>();
        for (int near = 0; near < nearReached.Length; near++)
        {
            if (partnerOfNear[near] < 0)
            {
                nearReached[near] = true;
                stack.Push(near);
            }
        }
        while (stack.TryPop(out int near))
        {
            foreach (int far in graph.TargetsOf(near))
            {
                if (farReached[far]) { continue; }
                farReached[far] = true;
                int next = partnerOfFar[far];
                if (next >= 0 && !nearReached[next])
                {
                    nearReached[next] = true;
                    stack.Push(next);
                }
            }
        }
        return (Where(nearReached, reached => reached), Where(farReached, reached => reached));
    }

    private static int[] Where<T>(T[] values, Predicate<T> chosen)
    {
        var indices = new List<int>();
        for (int i = 0; i < values.Length; i++)
        {
            if (chosen(values[i])) { indices.Add(i); }
        }
        return [.. indices];
    }

    /// <summary>One phase of Hopcroft and Karp: layers by breadth, then disjoint shortest paths by depth.</summary>
    private sealed class PathSearch(BipartiteMatching matching)
    {
        private readonly int[] _layer = new int[matching._columnOfRow.Length];
        private readonly int[] _next = new int[matching._columnOfRow.Length];
        private readonly int[] _queue = new int[matching._columnOfRow.Length];

        /// <summary>Numbers the rows by their distance from an unmatched row; true where some free column is within reach.</summary>
        public bool LayerRows()
        {
            int head = 0, tail = 0;
            for (int row = 0; row < _layer.Length; row++)
            {
                bool isFree = matching._columnOfRow[row] < 0;
                _layer[row] = isFree ? 0 : Unreached;
                if (isFree) { _queue[tail++] = row; }
            }
            int lastLayer = Unreached;
            while (head < tail)
            {
                int row = _queue[head++];
                if (_layer[row] >= lastLayer) { break; }
                foreach (int column in matching._candidates.TargetsOf(row))
                {
                    int holder = matching._rowOfColumn[column];
                    if (holder < 0) { lastLayer = _layer[row] + 1; }
                    else if (_layer[holder] == Unreached)
                    {
                        _layer[holder] = _layer[row] + 1;
                        _queue[tail++] = holder;
                    }
                }
            }
            return lastLayer != Unreached;
        }

        /// <summary>Augments along paths that share no row; returns their count.</summary>
        public int AugmentAlongLayers()
        {
            Array.Clear(_next);
            int found = 0;
            for (int row = 0; row < _layer.Length; row++)
            {
                if (matching._columnOfRow[row] < 0 && AugmentFrom(row)) { found++; }
            }
            return found;
        }

        /// <summary>Depth-first search without recursion: the queue serves as the stack of rows on the path.</summary>
        private bool AugmentFrom(int start)
        {
            int depth = 0;
            _queue[0] = start;
            while (depth >= 0)
            {
                int row = _queue[depth];
                var columns = matching._candidates.TargetsOf(row);
                bool descended = false;
                while (_next[row] < columns.Length)
                {
                    int holder = matching._rowOfColumn[columns[_next[row]++]];
                    if (holder < 0)
                    {
                        Flip(depth);
                        return true;
                    }
                    if (_layer[holder] == _layer[row] + 1)
                    {
                        _queue[++depth] = holder;
                        descended = true;
                        break;
                    }
                }
                if (!descended)
                {
                    _layer[row] = Unreached;
                    depth--;
                }
            }
            return false;
        }

        /// <summary>Gives every row on the path the column it was looking at, and retires it for this phase.</summary>
        private void Flip(int depth)
        {
            for (int d = 0; d <= depth; d++)
            {
                int row = _queue[d];
                int column = matching._candidates.TargetsOf(row)[_next[row] - 1];
                matching._columnOfRow[row] = column;
                matching._rowOfColumn[column] = row;
                _layer[row] = Unreached;
            }
            matching.Count++;
        }
    }
}
