using Plenum.Numerics.Orderings;
using Plenum.Numerics.Sparse;

namespace Plenum.Numerics.Factorization;

/// <summary>What the pattern of a square sparse matrix tells before any value is known: its blocks and an order that fills in little.</summary>
/// <remarks>
/// The reordered matrix is block upper triangular with a diagonal free of structural zeros; within each block, columns follow minimum degree.
/// One analysis serves any number of factorisations, on any thread.
/// Source: T. Davis and E. Palamadai Natarajan (2010), "Algorithm 907: KLU, a direct sparse solver for circuit simulation problems", ACM TOMS 37(3).
/// </remarks>
public sealed class SymbolicLu
{
    private readonly int[] _rowOrder;
    private readonly int[] _columnOrder;
    private readonly int[] _blockStarts;

    private SymbolicLu(SparsePattern pattern, Deficiency? deficiency, int[] rowOrder, int[] columnOrder, int[] blockStarts)
    {
        Pattern = pattern;
        Deficiency = deficiency;
        _rowOrder = rowOrder;
        _columnOrder = columnOrder;
        _blockStarts = blockStarts;
    }

    /// <summary>The pattern analysed.</summary>
    public SparsePattern Pattern { get; }

    /// <summary>Count of rows and of columns.</summary>
    public int Order => Pattern.ColumnCount;

    /// <summary>The rows and columns that make the matrix singular whatever its values; null where there are none.</summary>
    public Deficiency? Deficiency { get; }

    /// <summary>The row at each place of the diagonal before pivoting; empty where the pattern is deficient.</summary>
    public ReadOnlySpan<int> RowOrder => _rowOrder;

    /// <summary>The column at each place of the diagonal; empty where the pattern is deficient.</summary>
    public ReadOnlySpan<int> ColumnOrder => _columnOrder;

    /// <summary>Where each diagonal block begins; blocks + 1 entries.</summary>
    public ReadOnlySpan<int> BlockStarts => _blockStarts;

    /// <summary>Count of diagonal blocks.</summary>
    public int BlockCount => _blockStarts.Length - 1;

    /// <summary>Analyses a pattern.</summary>
    /// <param name="pattern">A square pattern.</param>
    /// <param name="preferredRows">For each column the row that should stand on the diagonal with it, or -1; empty for the row of the same number.</param>
    /// <exception cref="ArgumentException">The pattern is not square.</exception>
    public static SymbolicLu Analyse(SparsePattern pattern, ReadOnlySpan<int> preferredRows = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        int n = pattern.ColumnCount;
        if (pattern.RowCount != n) { throw new ArgumentException($"A matrix of {pattern.RowCount} rows and {n} columns has no LU solution; it must be square.", nameof(pattern)); }
        if (preferredRows.IsEmpty) { preferredRows = Enumerable.Range(0, n).ToArray(); }

        // Columns are matched to rows, so the matching's rows are our columns.
        var matching = BipartiteMatching.Find(pattern.AsGraph(), preferredRows);
        if (!matching.IsPerfect)
        {
            var parts = matching.Decompose();
            return new SymbolicLu(pattern, new Deficiency(DeficiencyKind.Structural, parts.UnderdeterminedColumns, parts.OverdeterminedRows), [], [], [0]);
        }
        DirectedGraph columns = ColumnDependencies(pattern, matching.RowOfColumn);
        var blocks = StronglyConnectedComponents.Find(columns);
        int[] columnOrder = OrderWithinBlocks(columns, blocks);
        var rowOrder = new int[n];
        for (int k = 0; k < n; k++) { rowOrder[k] = matching.ColumnOfRow[columnOrder[k]]; }
        return new SymbolicLu(pattern, null, rowOrder, columnOrder, blocks.Starts.ToArray());
    }

    /// <summary>For each column, the columns matched to the rows it stands in.</summary>
    private static DirectedGraph ColumnDependencies(SparsePattern pattern, ReadOnlySpan<int> columnOfRow)
    {
        var targets = new int[pattern.EntryCount];
        for (int p = 0; p < targets.Length; p++) { targets[p] = columnOfRow[pattern.Rows[p]]; }
        return new DirectedGraph(pattern.Starts.ToArray(), targets);
    }

    private static int[] OrderWithinBlocks(DirectedGraph columns, StronglyConnectedComponents blocks)
    {
        int[] order = blocks.Vertices.ToArray();
        var place = new int[order.Length];
        for (int b = 0; b < blocks.Count; b++)
        {
            int[] members = blocks.MembersOf(b).ToArray();
            if (members.Length <= 2) { continue; }
            for (int i = 0; i < members.Length; i++) { place[members[i]] = i; }
            var inside = new int[members.Length][];
            for (int i = 0; i < members.Length; i++)
            {
                var targets = new List<int>();
                foreach (int target in columns.TargetsOf(members[i]))
                {
                    if (blocks.ComponentOf[target] == b) { targets.Add(place[target]); }
                }
                inside[i] = [.. targets];
            }
            int[] elimination = MinimumDegree.Order(DirectedGraph.FromLists(inside));
            for (int i = 0; i < members.Length; i++) { order[blocks.Starts[b] + i] = members[elimination[i]]; }
        }
        return order;
    }
}
