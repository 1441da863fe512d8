namespace Plenum.Numerics.Orderings;

/// <summary>Makes a feedback vertex set lighter: releases what is not needed, then exchanges one vertex for others.</summary>
/// <remarks>
/// An exchange that leaves the weight as it was is taken once for each vertex, since it may open the way to a better one.
/// </remarks>
internal sealed class CutImprovement
{
    private const int MostEdgeVisits = 400_000;

    private readonly DirectedGraph _graph;
    private readonly bool[] _isChosen;
    private readonly double[] _weights;
    private readonly int[] _visited;
    private readonly int[] _stack;
    private readonly int[] _heaviestFirst;
    private readonly bool[] _isRequired;
    private int _visit;
    private int _edgeVisits;

    public CutImprovement(DirectedGraph graph, bool[] isRequired, double[] weights, bool[] isChosen)
    {
        int n = graph.VertexCount;
        _graph = graph;
        _isRequired = isRequired;
        _isChosen = isChosen;
        _weights = weights;
        _visited = new int[n];
        _stack = new int[n];
        _heaviestFirst = [.. Enumerable.Range(0, n).Where(v => !isRequired[v]).OrderByDescending(v => weights[v]).ThenBy(v => graph.TargetsOf(v).Length)];
    }

    /// <summary>Improves the set in place.</summary>
    public void Run()
    {
        Release(_ => true);
        _edgeVisits = 0;
        var hasMovedEvenly = new bool[_graph.VertexCount];
        bool improved = true;
        while (improved && _edgeVisits < MostEdgeVisits)
        {
            improved = false;
            for (int v = 0; v < _graph.VertexCount && _edgeVisits < MostEdgeVisits; v++)
            {
                if (!_isChosen[v]) { improved |= TryExchange(v, hasMovedEvenly); }
            }
        }
    }

    private bool TryExchange(int v, bool[] hasMovedEvenly)
    {
        _isChosen[v] = true;
        var released = Release(other => other != v);
        double gain = released.Sum(other => _weights[other]) - _weights[v];
        if (gain > 0 || (gain == 0 && !hasMovedEvenly[v]))
        {
            hasMovedEvenly[v] |= gain == 0;
            return true;
        }
        foreach (int other in released) { _isChosen[other] = true; }
        _isChosen[v] = false;
        return false;
    }

    /// <summary>Takes out of the set each candidate that closes no cycle with the rest; the heaviest come first.</summary>
    private List<int> Release(Predicate<int> mayLeave)
    {
        var released = new List<int>();
        foreach (int v in _heaviestFirst)
        {
            if (!_isChosen[v] || _isRequired[v] || !mayLeave(v)) { continue; }
            _isChosen[v] = false;
            if (ClosesCycle(v)) { _isChosen[v] = true; }
            else { released.Add(v); }
        }
        return released;
    }

    private bool ClosesCycle(int start)
    {
        _visit++;
        int depth = 0;
        _stack[depth++] = start;
        while (depth > 0)
        {
            foreach (int target in _graph.TargetsOf(_stack[--depth]))
            {
                _edgeVisits++;
                if (target == start) { return true; }
                if (_isChosen[target] || _visited[target] == _visit) { continue; }
                _visited[target] = _visit;
                _stack[depth++] = target;
            }
        }
        return false;
    }
}
