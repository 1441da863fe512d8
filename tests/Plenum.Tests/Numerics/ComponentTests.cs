using Plenum.Numerics.Orderings;

namespace Plenum.Tests.Numerics;

public class ComponentTests
{
    [Fact]
    public void Each_component_comes_after_those_it_depends_on() =>
        GraphGenerators.Directed(25).Sample(graph =>
        {
            var components = StronglyConnectedComponents.Find(graph);
            for (int v = 0; v < graph.VertexCount; v++)
            {
                foreach (int w in graph.TargetsOf(v)) { Assert.True(components.ComponentOf[w] <= components.ComponentOf[v]); }
            }
        });

    [Fact]
    public void Two_vertices_share_a_component_exactly_when_each_reaches_the_other() =>
        GraphGenerators.Directed(12).Sample(graph =>
        {
            bool[,] reaches = Closure(graph);
            var components = StronglyConnectedComponents.Find(graph);
            for (int v = 0; v < graph.VertexCount; v++)
            {
                for (int w = 0; w < graph.VertexCount; w++)
                {
                    Assert.Equal(v == w || (reaches[v, w] && reaches[w, v]), components.ComponentOf[v] == components.ComponentOf[w]);
                }
            }
        });

    [Fact]
    public void Components_list_every_vertex_once() =>
        GraphGenerators.Directed(25).Sample(graph =>
        {
            var components = StronglyConnectedComponents.Find(graph);
            return components.Vertices.ToArray().Order().SequenceEqual(Enumerable.Range(0, graph.VertexCount))
                && Enumerable.Range(0, components.Count).All(c => components.MembersOf(c).Length > 0);
        });

    [Fact]
    public void A_ring_of_many_vertices_is_one_component_without_deep_recursion()
    {
        const int Count = 300_000;
        var ring = DirectedGraph.FromLists([.. Enumerable.Range(0, Count).Select(v => new[] { (v + 1) % Count })]);
        Assert.Equal(1, StronglyConnectedComponents.Find(ring).Count);
    }

    private static bool[,] Closure(DirectedGraph graph)
    {
        int n = graph.VertexCount;
        var reaches = new bool[n, n];
        for (int v = 0; v < n; v++)
        {
            foreach (int w in graph.TargetsOf(v)) { reaches[v, w] = true; }
        }
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++) { reaches[i, j] |= reaches[i, k] && reaches[k, j]; }
            }
        }
        return reaches;
    }
}
