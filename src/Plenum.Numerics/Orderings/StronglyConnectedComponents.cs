namespace Plenum.Numerics.Orderings;

/// <summary>Splits a dependency graph into strongly connected components, each after those it depends on.</summary>
/// <remarks>Source: R. Tarjan (1972), "Depth-first search and linear graph algorithms", SIAM J. Comput. 1(2). Cost: O(vertices + edges).</remarks>
public sealed class StronglyConnectedComponents
{
    private readonly int[] _componentOf;
    private readonly int[] _members;
    private readonly int[] _starts;

    private StronglyConnectedComponents(int[] componentOf, int[] members, int[] starts)
    {
        _componentOf = componentOf;
        _members = members;
        _starts = starts;
    }

    /// <summary>Count of components.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>The component of each vertex.</summary>
    public ReadOnlySpan<int> ComponentOf => _componentOf;

    /// <summary>All vertices, component by component in order.</summary>
    public ReadOnlySpan<int> Vertices => _members;

    /// <summary>Where each component begins in <see cref="Vertices"/>; count + 1 entries.</summary>
    public ReadOnlySpan<int> Starts => _starts;

    /// <summary>The vertices of <paramref name="component"/>, ascending.</summary>
    public ReadOnlySpan<int> MembersOf(int component) => _members.AsSpan(_starts[component], _starts[component + 1] - _starts[component]);

    /// <summary>Finds the components.</summary>
    /// <param name="dependsOn">For each vertex, the vertices it depends on.</param>
    /// <returns>Components in an order in which every edge leads to the same component or to an earlier one.</returns>
    /// <exception cref="ArgumentException">The graph is bipartite.</exception>
    public static StronglyConnectedComponents Find(DirectedGraph dependsOn)
    {
        int n = dependsOn.VertexCount;
        if (dependsOn.TargetCount != n) { throw new ArgumentException("Sources and targets must be the same vertices.", nameof(dependsOn)); }
        var componentOf = new int[n];
        var members = new int[n];
        var starts = new List<int> { 0 };
        var number = new int[n];
        var low = new int[n];
        var next = new int[n];
        var path = new int[n];
        var open = new int[n];
        int numbered = 0, emitted = 0, openCount = 0;
        Array.Fill(componentOf, -1);

        for (int root = 0; root < n; root++)
        {
            if (number[root] != 0) { continue; }
            int depth = 0;
            path[0] = root;
            number[root] = low[root] = ++numbered;
            open[openCount++] = root;
            while (depth >= 0)
            {
                int v = path[depth];
                var targets = dependsOn.TargetsOf(v);
                if (next[v] < targets.Length)
                {
                    int w = targets[next[v]++];
                    if (number[w] == 0)
                    {
                        number[w] = low[w] = ++numbered;
                        open[openCount++] = w;
                        path[++depth] = w;
                    }
                    else if (componentOf[w] < 0) { low[v] = Math.Min(low[v], number[w]); }
                    continue;
                }
                if (--depth >= 0) { low[path[depth]] = Math.Min(low[path[depth]], low[v]); }
                if (low[v] == number[v]) { Close(v); }
            }
        }
        return new StronglyConnectedComponents(componentOf, members, [.. starts]);

        void Close(int v)
        {
            int begin = emitted, member;
            do
            {
                member = open[--openCount];
                componentOf[member] = starts.Count - 1;
                members[emitted++] = member;
            }
            while (member != v);
            Array.Sort(members, begin, emitted - begin);
            starts.Add(emitted);
        }
    }
}
