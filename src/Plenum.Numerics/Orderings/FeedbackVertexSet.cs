namespace Plenum.Numerics.Orderings;

/// <summary>A small set of vertices whose removal leaves a directed graph without cycles, and an order of the rest.</summary>
/// <remarks>
/// The smallest set is hard to find in general; this one is found by contractions that lose nothing, a greedy choice where no
/// contraction applies, and then by releasing and exchanging vertices while that makes the set lighter.
/// Given the same graph the result is always the same.
/// Sources: H. Levy and D. Low (1988), "A contraction algorithm for finding small cycle cutsets", J. Algorithms 9, for the contractions;
/// P. Galinier, E. Lemamou and M. Bouzidi (2013), "Applying local search to the feedback vertex set problem", J. Heuristics 19, for exchanges.
/// Cost: near O(edges * set size); the exchanges stop after a fixed number of edge visits.
/// </remarks>
public sealed class FeedbackVertexSet
{
    private readonly int[] _vertices;
    private readonly int[] _order;

    private FeedbackVertexSet(int[] vertices, int[] order)
    {
        _vertices = vertices;
        _order = order;
    }

    /// <summary>The vertices of the set, ascending.</summary>
    public ReadOnlySpan<int> Vertices => _vertices;

    /// <summary>All other vertices, each after those it depends on outside the set.</summary>
    public ReadOnlySpan<int> Order => _order;

    /// <summary>Finds a light feedback vertex set.</summary>
    /// <param name="dependsOn">For each vertex, the vertices it depends on.</param>
    /// <param name="mustInclude">Vertices that belong to the set in any case.</param>
    /// <param name="weights">A positive weight for each vertex, smaller for one that is cheap to include; empty for all equal.</param>
    /// <exception cref="ArgumentException">The graph is bipartite, a weight is not positive, or the weights are not one a vertex.</exception>
    public static FeedbackVertexSet Find(DirectedGraph dependsOn, ReadOnlySpan<int> mustInclude = default, ReadOnlySpan<double> weights = default)
    {
        int n = dependsOn.VertexCount;
        if (dependsOn.TargetCount != n) { throw new ArgumentException("Sources and targets must be the same vertices.", nameof(dependsOn)); }
        double[] weightOf = CheckedWeights(weights, n);
        var isRequired = new bool[n];
        foreach (int vertex in mustInclude) { isRequired[vertex] = true; }

        bool[] isChosen = new CycleContraction(dependsOn, isRequired, weightOf).Run();
        new CutImprovement(dependsOn, isRequired, weightOf, isChosen).Run();
        return new FeedbackVertexSet(
            [.. Enumerable.Range(0, n).Where(v => isChosen[v])],
            OrderOfRest(dependsOn, isChosen));
    }

    private static double[] CheckedWeights(ReadOnlySpan<double> weights, int n)
    {
        if (weights.IsEmpty)
        {
            var ones = new double[n];
            Array.Fill(ones, 1.0);
            return ones;
        }
        if (weights.Length != n) { throw new ArgumentException($"There are {n} vertices but {weights.Length} weights.", nameof(weights)); }
        foreach (double weight in weights)
        {
            if (!(weight > 0)) { throw new ArgumentException($"A weight must be positive, not {weight}.", nameof(weights)); }
        }
        return weights.ToArray();
    }

    private static int[] OrderOfRest(DirectedGraph graph, bool[] isChosen)
    {
        var edges = new int[graph.VertexCount][];
        for (int v = 0; v < edges.Length; v++)
        {
            edges[v] = isChosen[v] ? [] : [.. graph.TargetsOf(v).ToArray().Where(target => !isChosen[target])];
        }
        var components = StronglyConnectedComponents.Find(DirectedGraph.FromLists(edges));
        return [.. components.Vertices.ToArray().Where(v => !isChosen[v])];
    }
}
