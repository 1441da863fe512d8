namespace Plenum.Numerics.Orderings;

/// <summary>The contractions of Levy and Low (1988) with a greedy choice, component by component.</summary>
/// <remarks>
/// A vertex without predecessors or successors lies on no cycle and goes; a vertex with a loop is chosen; a vertex whose only
/// predecessor (or successor) weighs no more than itself is merged into that neighbour, for every cycle through it meets the neighbour.
/// </remarks>
internal sealed class CycleContraction
{
    private readonly HashSet<int>[] _predecessors;
    private readonly HashSet<int>[] _successors;
    private readonly double[] _weights;
    private readonly bool[] _isAlive;
    private readonly bool[] _isChosen;
    private readonly bool[] _isWaiting;
    private readonly Queue<int> _waiting = new();

    public CycleContraction(DirectedGraph graph, bool[] isRequired, double[] weights)
    {
        int n = graph.VertexCount;
        _weights = weights;
        _predecessors = new HashSet<int>[n];
        _successors = new HashSet<int>[n];
        _isAlive = new bool[n];
        _isWaiting = new bool[n];
        _isChosen = [.. isRequired];
        for (int v = 0; v < n; v++)
        {
            _predecessors[v] = [];
            _successors[v] = [];
            _isAlive[v] = !isRequired[v];
        }
        for (int v = 0; v < n; v++)
        {
            if (isRequired[v]) { continue; }
            foreach (int target in graph.TargetsOf(v))
            {
                if (!isRequired[target]) { Connect(v, target); }
            }
        }
    }

    /// <summary>Whether each vertex is in the set.</summary>
    public bool[] Run()
    {
        var components = new Stack<int[]>();
        components.Push([.. Enumerable.Range(0, _isAlive.Length).Where(v => _isAlive[v])]);
        foreach (int vertex in components.Peek()) { Await(vertex); }
        Contract();
        while (components.TryPop(out var component))
        {
            int[] left = [.. component.Where(v => _isAlive[v])];
            if (left.Length == 0) { continue; }
            foreach (int[] part in Separate(left))
            {
                Choose(part.MaxBy(Score));
                Contract();
                components.Push(part);
            }
        }
        return _isChosen;
    }

    private double Score(int v) => (double)_predecessors[v].Count * _successors[v].Count / _weights[v];

    /// <summary>Splits vertices into strongly connected parts, cutting the edges between parts, and keeps those that contractions leave.</summary>
    private List<int[]> Separate(int[] vertices)
    {
        var local = new Dictionary<int, int>(vertices.Length);
        foreach (int v in vertices) { local[v] = local.Count; }
        var graph = DirectedGraph.FromLists([.. vertices.Select(v => _successors[v].Select(w => local[w]).ToArray())]);
        var components = StronglyConnectedComponents.Find(graph);
        for (int v = 0; v < vertices.Length; v++)
        {
            foreach (int w in graph.TargetsOf(v))
            {
                if (components.ComponentOf[v] != components.ComponentOf[w]) { Disconnect(vertices[v], vertices[w]); }
            }
        }
        Contract();
        var parts = new List<int[]>();
        for (int c = 0; c < components.Count; c++)
        {
            int[] part = [.. components.MembersOf(c).ToArray().Select(v => vertices[v]).Where(v => _isAlive[v])];
            if (part.Length > 0) { parts.Add(part); }
        }
        return parts;
    }

    private void Contract()
    {
        while (_waiting.TryDequeue(out int v))
        {
            _isWaiting[v] = false;
            if (!_isAlive[v]) { continue; }
            if (_successors[v].Contains(v)) { Choose(v); }
            else if (_predecessors[v].Count == 0 || _successors[v].Count == 0) { Remove(v); }
            else if (_predecessors[v].Count == 1 && _weights[_predecessors[v].First()] <= _weights[v]) { MergeIntoPredecessor(v); }
            else if (_successors[v].Count == 1 && _weights[_successors[v].First()] <= _weights[v]) { MergeIntoSuccessor(v); }
        }
    }

    private void MergeIntoPredecessor(int v)
    {
        int kept = _predecessors[v].First();
        int[] successors = [.. _successors[v]];
        Remove(v);
        foreach (int successor in successors) { Connect(kept, successor); }
    }

    private void MergeIntoSuccessor(int v)
    {
        int kept = _successors[v].First();
        int[] predecessors = [.. _predecessors[v]];
        Remove(v);
        foreach (int predecessor in predecessors) { Connect(predecessor, kept); }
    }

    private void Choose(int v)
    {
        _isChosen[v] = true;
        Remove(v);
    }

    private void Remove(int v)
    {
        _isAlive[v] = false;
        foreach (int predecessor in _predecessors[v])
        {
            _successors[predecessor].Remove(v);
            Await(predecessor);
        }
        foreach (int successor in _successors[v])
        {
            _predecessors[successor].Remove(v);
            Await(successor);
        }
        _predecessors[v].Clear();
        _successors[v].Clear();
    }

    private void Connect(int from, int to)
    {
        _successors[from].Add(to);
        _predecessors[to].Add(from);
        Await(from);
        Await(to);
    }

    private void Disconnect(int from, int to)
    {
        _successors[from].Remove(to);
        _predecessors[to].Remove(from);
        Await(from);
        Await(to);
    }

    private void Await(int v)
    {
        if (_isWaiting[v]) { return; }
        _isWaiting[v] = true;
        _waiting.Enqueue(v);
    }
}
