using Plenum.Numerics.Orderings;

namespace Plenum.Tests.Numerics;

public class MinimumDegreeTests
{
    [Fact]
    public void The_order_lists_every_vertex_once() =>
        GraphGenerators.Directed(60).Sample(graph => MinimumDegree.Order(graph).Order().SequenceEqual(Enumerable.Range(0, graph.VertexCount)));

    [Fact]
    public void The_column_order_lists_every_column_once() =>
        GraphGenerators.Bipartite(40).Sample(graph => MinimumDegree.OrderColumns(graph).Order().SequenceEqual(Enumerable.Range(0, graph.VertexCount)));

    [Fact]
    public void An_arrow_that_points_the_wrong_way_is_turned_round()
    {
        // Vertex 0 touches all others: eliminated first it fills the whole matrix, eliminated among the last two it fills nothing.
        const int Count = 60;
        var arrow = DirectedGraph.FromLists([.. Enumerable.Range(0, Count).Select(v => v == 0 ? Enumerable.Range(1, Count - 1).ToArray() : [])]);
        Assert.Equal(0, Fill(arrow, MinimumDegree.Order(arrow)));
        Assert.Equal((Count - 1) * (Count - 2) / 2, Fill(arrow, [.. Enumerable.Range(0, Count)]));
    }

    [Fact]
    public void A_tree_is_eliminated_without_fill() =>
        Gen.Int[2, 80].SelectMany(n => Gen.Int.Array[n - 1].Select(parents => DirectedGraph.FromLists(
            [[], .. parents.Select((parent, v) => new[] { (int)((uint)parent % (uint)(v + 1)) })])))
        .Sample(tree => Fill(tree, MinimumDegree.Order(tree)) == 0);

    [Fact]
    public void A_square_grid_fills_less_than_in_natural_order()
    {
        const int Side = 15;
        var grid = DirectedGraph.FromLists([.. Enumerable.Range(0, Side * Side).Select(v =>
            (int[])[.. v % Side < Side - 1 ? new[] { v + 1 } : [], .. v + Side < Side * Side ? new[] { v + Side } : []])]);
        int natural = Fill(grid, [.. Enumerable.Range(0, Side * Side)]);
        Assert.InRange(Fill(grid, MinimumDegree.Order(grid)), 0, natural / 2);
    }

    [Fact]
    public void Columns_of_an_arrow_are_ordered_so_that_the_normal_equations_stay_sparse()
    {
        // Row v holds columns v and 0, so A'A is an arrow with its point at column 0.
        const int Count = 40;
        var columns = DirectedGraph.FromLists([.. Enumerable.Range(0, Count).Select(j => j == 0 ? Enumerable.Range(0, Count).ToArray() : [j])]);
        var product = DirectedGraph.FromLists([.. Enumerable.Range(0, Count).Select(j => j == 0 ? Enumerable.Range(1, Count - 1).ToArray() : [])]);
        Assert.Equal(0, Fill(product, MinimumDegree.OrderColumns(columns)));
    }

    [Fact]
    public void The_same_graph_gives_the_same_order() =>
        GraphGenerators.Directed(40).Sample(graph => MinimumDegree.Order(graph).SequenceEqual(MinimumDegree.Order(graph)));

    /// <summary>Plays elimination on the symmetric pattern and counts the edges it adds.</summary>
    private static int Fill(DirectedGraph graph, int[] order)
    {
        int n = graph.VertexCount;
        var adjacent = Enumerable.Range(0, n).Select(_ => new HashSet<int>()).ToArray();
        for (int v = 0; v < n; v++)
        {
            foreach (int w in graph.TargetsOf(v))
            {
                if (v == w) { continue; }
                adjacent[v].Add(w);
                adjacent[w].Add(v);
            }
        }
        int fill = 0;
        foreach (int pivot in order)
        {
            int[] others = [.. adjacent[pivot]];
            foreach (int v in others)
            {
                adjacent[v].Remove(pivot);
                fill += others.Count(w => w > v && adjacent[v].Add(w) && adjacent[w].Add(v));
            }
        }
        return fill;
    }
}
