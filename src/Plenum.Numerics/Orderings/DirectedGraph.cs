namespace Plenum.Numerics.Orderings;

/// <summary>A directed graph in compressed form: the targets of all vertices, one vertex after another.</summary>
/// <remarks>
/// Sources and targets are the same vertices in a plain graph. In a bipartite graph, such as rows and their candidate columns,
/// they are numbered apart and <see cref="TargetCount"/> may differ from <see cref="VertexCount"/>.
/// The arrays are not copied and must not change afterwards.
/// </remarks>
public readonly struct DirectedGraph
{
    private readonly int[] _starts;
    private readonly int[] _targets;

    /// <summary>Wraps compressed adjacency of a plain graph.</summary>
    /// <param name="starts">Where the targets of each vertex begin; vertices + 1 entries, the first 0.</param>
    /// <param name="targets">Target vertices.</param>
    /// <exception cref="ArgumentException">The starts do not ascend within the targets, or a target is out of range.</exception>
    public DirectedGraph(int[] starts, int[] targets)
        : this(starts, targets, Math.Max(0, (starts?.Length ?? 0) - 1))
    {
    }

    /// <summary>Wraps compressed adjacency of a bipartite graph.</summary>
    /// <param name="starts">Where the targets of each source begin; sources + 1 entries, the first 0.</param>
    /// <param name="targets">Targets, each from 0 to <paramref name="targetCount"/> - 1.</param>
    /// <param name="targetCount">Count of targets.</param>
    /// <exception cref="ArgumentException">The starts do not ascend within the targets, or a target is out of range.</exception>
    public DirectedGraph(int[] starts, int[] targets, int targetCount)
    {
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(targets);
        if (starts.Length == 0 || starts[0] != 0 || starts[^1] > targets.Length)
        {
            throw new ArgumentException("Starts must begin with 0 and end within the targets.", nameof(starts));
        }
        for (int v = 1; v < starts.Length; v++)
        {
            if (starts[v] < starts[v - 1]) { throw new ArgumentException($"Starts must ascend; entry {v} does not.", nameof(starts)); }
        }
        foreach (int target in targets.AsSpan(0, starts[^1]))
        {
            if ((uint)target >= (uint)targetCount) { throw new ArgumentException($"Target {target} is not below {targetCount}.", nameof(targets)); }
        }
        _starts = starts;
        _targets = targets;
        TargetCount = targetCount;
    }

    /// <summary>Count of vertices that edges leave.</summary>
    public int VertexCount => _starts is null ? 0 : _starts.Length - 1;

    /// <summary>Count of vertices that edges reach; equal to <see cref="VertexCount"/> in a plain graph.</summary>
    public int TargetCount { get; }

    /// <summary>Count of edges.</summary>
    public int EdgeCount => _starts is null ? 0 : _starts[^1];

    /// <summary>The targets of <paramref name="vertex"/>, in the order given.</summary>
    public ReadOnlySpan<int> TargetsOf(int vertex) => _targets.AsSpan(_starts[vertex], _starts[vertex + 1] - _starts[vertex]);

    /// <summary>Builds a plain graph from one list of targets for each vertex.</summary>
    /// <exception cref="ArgumentException">A target is out of range.</exception>
    public static DirectedGraph FromLists(IReadOnlyList<int[]> targetsOf)
    {
        ArgumentNullException.ThrowIfNull(targetsOf);
        return FromLists(targetsOf, targetsOf.Count);
    }

    /// <summary>Builds a bipartite graph from one list of targets for each source.</summary>
    /// <exception cref="ArgumentException">A target is out of range.</exception>
    public static DirectedGraph FromLists(IReadOnlyList<int[]> targetsOf, int targetCount)
    {
        ArgumentNullException.ThrowIfNull(targetsOf);
        var starts = new int[targetsOf.Count + 1];
        for (int v = 0; v < targetsOf.Count; v++) { starts[v + 1] = starts[v] + targetsOf[v].Length; }
        var targets = new int[starts[^1]];
        for (int v = 0; v < targetsOf.Count; v++) { targetsOf[v].CopyTo(targets, starts[v]); }
        return new DirectedGraph(starts, targets, targetCount);
    }

    /// <summary>The graph with every edge turned round; targets ascend. Cost: O(vertices + edges).</summary>
    public DirectedGraph Reversed()
    {
        var starts = new int[TargetCount + 1];
        var targets = new int[EdgeCount];
        foreach (int target in _targets.AsSpan(0, EdgeCount)) { starts[target + 1]++; }
        for (int v = 0; v < TargetCount; v++) { starts[v + 1] += starts[v]; }
        var next = starts.AsSpan(0, TargetCount).ToArray();
        for (int v = 0; v < VertexCount; v++)
        {
            foreach (int target in TargetsOf(v)) { targets[next[target]++] = v; }
        }
        return new DirectedGraph(starts, targets, VertexCount);
    }
}
