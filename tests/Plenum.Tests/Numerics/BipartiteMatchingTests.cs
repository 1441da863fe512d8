using Plenum.Numerics.Orderings;

namespace Plenum.Tests.Numerics;

public class BipartiteMatchingTests
{
    [Fact]
    public void Pairs_are_candidates_and_mutual() =>
        GraphGenerators.Bipartite(12).Sample(graph =>
        {
            var matching = BipartiteMatching.Find(graph);
            int pairs = 0;
            for (int row = 0; row < graph.VertexCount; row++)
            {
                int column = matching.ColumnOfRow[row];
                if (column < 0) { continue; }
                pairs++;
                Assert.Contains(column, graph.TargetsOf(row).ToArray());
                Assert.Equal(row, matching.RowOfColumn[column]);
            }
            Assert.Equal(pairs, matching.Count);
            Assert.Equal(graph.VertexCount - pairs, matching.UnmatchedRows.Length);
            Assert.Equal(graph.TargetCount - pairs, matching.UnmatchedColumns.Length);
        });

    [Fact]
    public void Matching_is_as_large_as_brute_force_finds() =>
        GraphGenerators.Bipartite(7).Sample(graph => BipartiteMatching.Find(graph).Count == LargestByTrying(graph, 0, 0));

    [Fact]
    public void Preferences_do_not_make_the_matching_smaller() =>
        (from graph in GraphGenerators.Bipartite(10)
         from preferred in Gen.Int[-1, graph.TargetCount - 1].Array[graph.VertexCount]
         select (graph, preferred))
        .Sample(c => BipartiteMatching.Find(c.graph, c.preferred).Count == BipartiteMatching.Find(c.graph).Count);

    [Fact]
    public void A_preferred_assignment_that_is_perfect_is_kept() =>
        (from n in Gen.Int[1, 20]
         from preferred in Gen.Shuffle(Enumerable.Range(0, n).ToArray())
         from others in Gen.Int[0, n - 1].Array[0, 4].Array[n]
         select (preferred, others))
        .Sample(c =>
        {
            var graph = DirectedGraph.FromLists([.. c.preferred.Select((column, row) => (int[])[.. c.others[row], column])]);
            return BipartiteMatching.Find(graph, c.preferred).ColumnOfRow.SequenceEqual(c.preferred);
        });

    [Fact]
    public void A_preferred_pair_gives_way_where_another_row_needs_the_column()
    {
        var graph = DirectedGraph.FromLists([[0, 1], [0]]);
        var matching = BipartiteMatching.Find(graph, [0, -1]);
        Assert.True(matching.IsPerfect);
        Assert.Equal([1, 0], matching.ColumnOfRow.ToArray());
    }

    [Fact]
    public void Three_rows_over_two_columns_are_named_as_overdetermined()
    {
        var graph = DirectedGraph.FromLists([[0, 1], [0], [1], [1, 2, 3]], 4);
        var parts = BipartiteMatching.Find(graph).Decompose();
        Assert.Equal([0, 1, 2], parts.OverdeterminedRows);
        Assert.Equal([0, 1], parts.OverdeterminedColumns);
        Assert.Equal([3], parts.UnderdeterminedRows);
        Assert.Equal([2, 3], parts.UnderdeterminedColumns);
    }

    [Fact]
    public void Overdetermined_rows_contain_only_their_columns_and_exceed_them_by_the_unmatched() =>
        GraphGenerators.Bipartite(15).Sample(graph =>
        {
            var matching = BipartiteMatching.Find(graph);
            var parts = matching.Decompose();
            Assert.All(parts.OverdeterminedRows, row => Assert.All(graph.TargetsOf(row).ToArray(), column => Assert.Contains(column, parts.OverdeterminedColumns)));
            Assert.Equal(matching.UnmatchedRows.Length, parts.OverdeterminedRows.Count - parts.OverdeterminedColumns.Count);
            Assert.Equal(matching.UnmatchedColumns.Length, parts.UnderdeterminedColumns.Count - parts.UnderdeterminedRows.Count);
        });

    [Fact]
    public void A_long_chain_of_displacements_is_followed_without_deep_recursion()
    {
        const int Rows = 200_000;
        var lists = Enumerable.Range(0, Rows).Select(r => r < Rows - 1 ? new[] { r, r + 1 } : [0]).ToArray();
        Assert.True(BipartiteMatching.Find(DirectedGraph.FromLists(lists)).IsPerfect);
    }

    private static int LargestByTrying(DirectedGraph graph, int row, int usedColumns)
    {
        if (row == graph.VertexCount) { return 0; }
        int best = LargestByTrying(graph, row + 1, usedColumns);
        foreach (int column in graph.TargetsOf(row))
        {
            if ((usedColumns >> column & 1) == 0) { best = Math.Max(best, 1 + LargestByTrying(graph, row + 1, usedColumns | 1 << column)); }
        }
        return best;
    }
}
