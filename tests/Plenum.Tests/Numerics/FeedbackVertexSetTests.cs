using System.Numerics;
using Plenum.Numerics.Orderings;

namespace Plenum.Tests.Numerics;

public class FeedbackVertexSetTests
{
    private static readonly Gen<(DirectedGraph Graph, int[] Required, double[] Weights)> Cases =
        from graph in GraphGenerators.Directed(30)
        from required in Gen.Int[0, graph.VertexCount - 1].Array[0, 3]
        from weights in Gen.Double[0.1, 10].Array[graph.VertexCount]
        select (graph, required, weights);

    [Fact]
    public void The_rest_is_ordered_after_what_it_depends_on() =>
        Cases.Sample(c => AssertOrders(c.Graph, FeedbackVertexSet.Find(c.Graph, c.Required, c.Weights)));

    [Fact]
    public void Required_vertices_are_kept() =>
        Cases.Sample(c => c.Required.All(v => FeedbackVertexSet.Find(c.Graph, c.Required, c.Weights).Vertices.Contains(v)));

    [Fact]
    public void No_vertex_could_be_left_out() =>
        Cases.Sample(c =>
        {
            var set = FeedbackVertexSet.Find(c.Graph, c.Required, c.Weights).Vertices.ToArray();
            return set.Except(c.Required).All(v => !IsAcyclicWithout(c.Graph, Mask(set) & ~(1 << v)));
        });

    [Fact]
    public void The_set_is_close_to_the_smallest_there_is()
    {
        int found = 0, smallest = 0;
        GraphGenerators.Directed(11).Sample(
            graph =>
            {
                int size = FeedbackVertexSet.Find(graph).Vertices.Length;
                int least = Enumerable.Range(0, 1 << graph.VertexCount).Where(mask => IsAcyclicWithout(graph, mask)).Min(mask => BitOperations.PopCount((uint)mask));
                Assert.InRange(size, least, least + 1);
                Interlocked.Add(ref found, size);
                Interlocked.Add(ref smallest, least);
            },
            iter: 100);
        Assert.InRange(found, smallest, smallest * 1.02);
    }

    [Fact]
    public void A_cheap_vertex_cuts_a_ring()
    {
        var ring = DirectedGraph.FromLists([[1], [2], [3], [0]]);
        Assert.Equal([2], FeedbackVertexSet.Find(ring, [], [5, 4, 1, 3]).Vertices.ToArray());
    }

    [Fact]
    public void A_vertex_that_depends_on_itself_belongs_to_the_set()
    {
        var graph = DirectedGraph.FromLists([[0], [0], [1]]);
        var set = FeedbackVertexSet.Find(graph);
        Assert.Equal([0], set.Vertices.ToArray());
        Assert.Equal([1, 2], set.Order.ToArray());
    }

    [Fact]
    public void The_same_graph_gives_the_same_set() =>
        Cases.Sample(c => FeedbackVertexSet.Find(c.Graph, c.Required, c.Weights).Vertices.SequenceEqual(FeedbackVertexSet.Find(c.Graph, c.Required, c.Weights).Vertices));

    private static void AssertOrders(DirectedGraph graph, FeedbackVertexSet set)
    {
        int n = graph.VertexCount;
        Assert.Equal(Enumerable.Range(0, n), set.Vertices.ToArray().Concat(set.Order.ToArray()).Order());
        var place = new int[n];
        Array.Fill(place, -1);
        for (int i = 0; i < set.Order.Length; i++) { place[set.Order[i]] = i; }
        foreach (int v in set.Order)
        {
            foreach (int w in graph.TargetsOf(v)) { Assert.True(place[w] < place[v]); }
        }
    }

    private static int Mask(int[] vertices) => vertices.Aggregate(0, (mask, v) => mask | 1 << v);

    /// <summary>Peels off vertices without targets, as long as there are any.</summary>
    private static bool IsAcyclicWithout(DirectedGraph graph, int gone)
    {
        int all = graph.VertexCount == 32 ? -1 : (1 << graph.VertexCount) - 1;
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int v = 0; v < graph.VertexCount; v++)
            {
                if ((gone >> v & 1) != 0) { continue; }
                bool isFree = true;
                foreach (int w in graph.TargetsOf(v)) { isFree &= (gone >> w & 1) != 0; }
                if (isFree)
                {
                    gone |= 1 << v;
                    changed = true;
                }
            }
        }
        return (gone & all) == all;
    }
}
