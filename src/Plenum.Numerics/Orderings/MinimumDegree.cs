using System.Runtime.InteropServices;

namespace Plenum.Numerics.Orderings;

/// <summary>Orders the unknowns of a sparse system so that elimination fills in little: at each step one with few neighbours.</summary>
/// <remarks>
/// A quotient graph with approximate degrees, element absorption, mass elimination and merging of indistinguishable unknowns;
/// unknowns with very many neighbours come last.
/// Sources: P. Amestoy, T. Davis and I. Duff (1996), "An approximate minimum degree ordering algorithm", SIAM J. Matrix Anal. 17(4);
/// T. Davis, J. Gilbert, S. Larimore and E. Ng (2004), "A column approximate minimum degree ordering algorithm", ACM TOMS 30(3), for rows as elements.
/// Cost: near O(entries of the factors) at worst, usually far less.
/// </remarks>
public static class MinimumDegree
{
    /// <summary>An elimination order for the pattern of A + A'.</summary>
    /// <param name="graph">The pattern of A, square; loops are ignored.</param>
    /// <returns>The vertices in order of elimination.</returns>
    /// <exception cref="ArgumentException">The graph is bipartite.</exception>
    public static int[] Order(DirectedGraph graph)
    {
        if (graph.TargetCount != graph.VertexCount) { throw new ArgumentException("The pattern must be square.", nameof(graph)); }
        return new QuotientGraph(Symmetric(graph), new List<int>[graph.VertexCount]).Eliminate();
    }

    /// <summary>An elimination order for the pattern of A'A, which is not formed: it holds whatever rows are exchanged later.</summary>
    /// <param name="columns">For each column of A, its rows.</param>
    /// <returns>The columns in order of elimination.</returns>
    public static int[] OrderColumns(DirectedGraph columns)
    {
        int n = columns.VertexCount;
        var neighbours = new List<int>[n];
        var elements = new List<int>[n + columns.TargetCount];
        for (int j = 0; j < n; j++) { neighbours[j] = []; }
        var rows = columns.Reversed();
        for (int row = 0; row < columns.TargetCount; row++)
        {
            elements[n + row] = [.. rows.TargetsOf(row).ToArray().Distinct()];
        }
        return new QuotientGraph(neighbours, elements).Eliminate();
    }

    private static List<int>[] Symmetric(DirectedGraph graph)
    {
        int n = graph.VertexCount;
        var reversed = graph.Reversed();
        var lastSeen = new int[n];
        Array.Fill(lastSeen, -1);
        var neighbours = new List<int>[n];
        for (int v = 0; v < n; v++)
        {
            neighbours[v] = [];
            lastSeen[v] = v;
            Append(graph.TargetsOf(v), v);
            Append(reversed.TargetsOf(v), v);
        }
        return neighbours;

        void Append(ReadOnlySpan<int> others, int v)
        {
            foreach (int other in others)
            {
                if (lastSeen[other] == v) { continue; }
                lastSeen[other] = v;
                neighbours[v].Add(other);
            }
        }
    }

    /// <summary>
    /// The graph during elimination: a variable keeps its own neighbours and the elements it belongs to; an element is the clique that
    /// one elimination left behind, and has the number of the variable eliminated.
    /// </summary>
    private sealed class QuotientGraph
    {
        private readonly int _count;
        private readonly List<int>[] _neighbours;
        private readonly List<int>?[] _members;
        private readonly List<int>[] _elements;
        private readonly int[] _size;
        private readonly int[] _degree;
        private readonly int[] _outside;
        private readonly int[] _outsideStamp;
        private readonly int[] _mark;
        private readonly int[] _mergedInto;
        private readonly DegreeBuckets _buckets;
        private readonly List<int> _pivots = [];
        private readonly Dictionary<int, List<int>> _alike = [];
        private int _stamp;
        private int _eliminated;

        public QuotientGraph(List<int>[] neighbours, List<int>?[] members)
        {
            _count = neighbours.Length;
            _neighbours = neighbours;
            _members = members;
            _elements = new List<int>[_count];
            _size = new int[_count];
            _degree = new int[_count];
            _outside = new int[members.Length];
            _outsideStamp = new int[members.Length];
            _mark = new int[_count];
            _mergedInto = new int[_count];
            _buckets = new DegreeBuckets(_count);
            Array.Fill(_size, 1);
            Array.Fill(_mergedInto, -1);
            for (int v = 0; v < _count; v++) { _elements[v] = []; }
            for (int e = 0; e < members.Length; e++)
            {
                foreach (int v in members[e] ?? []) { _elements[v].Add(e); }
            }
        }

        public int[] Eliminate()
        {
            int dense = (int)Math.Max(16, 10 * Math.Sqrt(_count));
            var denseLast = new List<int>();
            for (int v = 0; v < _count; v++)
            {
                _degree[v] = Math.Min(_count - 1, _neighbours[v].Count + _elements[v].Sum(e => _members[e]!.Count - 1));
                if (_neighbours[v].Count + _elements[v].Count > dense) { denseLast.Add(v); }
            }
            foreach (int v in denseLast) { SetAside(v); }
            for (int v = 0; v < _count; v++)
            {
                if (_size[v] > 0) { _buckets.Insert(v, _degree[v]); }
            }
            while (_eliminated < _count - denseLast.Count) { EliminateOne(_buckets.TakeSmallest()); }
            _pivots.AddRange(denseLast);
            return Expand();
        }

        /// <summary>Makes a variable invisible to all others; it is eliminated after them.</summary>
        private void SetAside(int v)
        {
            _size[v] = 0;
            foreach (int e in _elements[v]) { _members[e]!.Remove(v); }
        }

        private void EliminateOne(int pivot)
        {
            _pivots.Add(pivot);
            _eliminated += _size[pivot];
            List<int> clique = FormClique(pivot, out int cliqueSize);
            MeasureOutside(clique);
            foreach (int v in clique) { UpdateVariable(v, pivot, cliqueSize); }
            EliminateWithPivot(clique, pivot);
            MergeAlike(clique);
            int left = _count - _eliminated;
            clique.RemoveAll(v => _size[v] == 0);
            foreach (int v in clique)
            {
                _degree[v] = Math.Clamp(_degree[v], 0, Math.Max(0, left - _size[v]));
                _buckets.Insert(v, _degree[v]);
            }
            _members[pivot] = clique;
        }

        /// <summary>The variables adjacent to the pivot, which take its place as one element and absorb its elements.</summary>
        private List<int> FormClique(int pivot, out int cliqueSize)
        {
            var clique = new List<int>();
            int stamp = ++_stamp;
            int total = 0;
            _mark[pivot] = stamp;
            Gather(_neighbours[pivot]);
            foreach (int e in _elements[pivot])
            {
                Gather(_members[e]!);
                _members[e] = null;
            }
            _neighbours[pivot].Clear();
            _elements[pivot].Clear();
            _size[pivot] = -_size[pivot];
            cliqueSize = total;
            return clique;

            void Gather(List<int> variables)
            {
                foreach (int v in variables)
                {
                    if (_size[v] <= 0 || _mark[v] == stamp) { continue; }
                    _mark[v] = stamp;
                    total += _size[v];
                    clique.Add(v);
                    _buckets.Remove(v, _degree[v]);
                }
            }
        }

        /// <summary>For every element that meets the clique, the size of its part outside.</summary>
        private void MeasureOutside(List<int> clique)
        {
            foreach (int v in clique)
            {
                foreach (int e in _elements[v])
                {
                    if (_members[e] is not { } members) { continue; }
                    if (_outsideStamp[e] != _stamp)
                    {
                        _outsideStamp[e] = _stamp;
                        _outside[e] = 0;
                        members.RemoveAll(member => _size[member] <= 0);
                        foreach (int member in CollectionsMarshal.AsSpan(members)) { _outside[e] += _size[member]; }
                    }
                    _outside[e] -= _size[v];
                }
            }
        }

        private void UpdateVariable(int v, int pivot, int cliqueSize)
        {
            int degree = 0;
            var elements = _elements[v];
            var entries = CollectionsMarshal.AsSpan(elements);
            int kept = 0;
            foreach (int e in entries)
            {
                if (_members[e] is null) { continue; }
                if (_outside[e] == 0)
                {
                    _members[e] = null;
                    continue;
                }
                entries[kept++] = e;
                degree += _outside[e];
            }
            elements.RemoveRange(kept, elements.Count - kept);
            _neighbours[v].RemoveAll(other => _size[other] <= 0 || _mark[other] == _stamp);
            foreach (int other in CollectionsMarshal.AsSpan(_neighbours[v])) { degree += _size[other]; }
            int others = cliqueSize - _size[v];
            _degree[v] = Math.Min(_degree[v] + others, degree + others);
            elements.Add(pivot);
        }

        /// <summary>A variable that now belongs to the clique alone is eliminated along with the pivot.</summary>
        private void EliminateWithPivot(List<int> clique, int pivot)
        {
            foreach (int v in clique)
            {
                if (_neighbours[v].Count != 0 || _elements[v].Count != 1) { continue; }
                _eliminated += _size[v];
                Merge(v, pivot);
            }
        }

        /// <summary>Variables with the same neighbours and elements stay alike to the end, so one stands for all.</summary>
        private void MergeAlike(List<int> clique)
        {
            _alike.Clear();
            foreach (int v in clique)
            {
                if (_size[v] == 0) { continue; }
                int hash = 0;
                foreach (int other in _neighbours[v]) { hash += other; }
                foreach (int e in _elements[v]) { hash += e; }
                ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_alike, hash, out _);
                group ??= [];
                int place = group.FindIndex(other => AreAlike(other, v));
                if (place < 0)
                {
                    group.Add(v);
                    continue;
                }
                int twin = group[place];
                _degree[twin] -= _size[v];
                _size[twin] += _size[v];
                Merge(v, twin);
            }
        }

        private bool AreAlike(int first, int second)
        {
            if (_neighbours[first].Count != _neighbours[second].Count || _elements[first].Count != _elements[second].Count) { return false; }
            int stamp = ++_stamp;
            foreach (int other in _neighbours[first]) { _mark[other] = stamp; }
            foreach (int other in _neighbours[second])
            {
                if (_mark[other] != stamp) { return false; }
            }
            foreach (int e in _elements[first]) { _outsideStamp[e] = stamp; }
            foreach (int e in _elements[second])
            {
                if (_outsideStamp[e] != stamp) { return false; }
            }
            return true;
        }

        private void Merge(int v, int into)
        {
            _mergedInto[v] = into;
            _size[v] = 0;
            _neighbours[v].Clear();
            _elements[v].Clear();
        }

        /// <summary>Puts every merged variable next to the one that stands for it.</summary>
        private int[] Expand()
        {
            var order = new List<int>(_count);
            var mergedOf = new List<int>?[_count];
            for (int v = 0; v < _count; v++)
            {
                if (_mergedInto[v] >= 0) { (mergedOf[_mergedInto[v]] ??= []).Add(v); }
            }
            var stack = new Stack<int>();
            foreach (int pivot in _pivots)
            {
                stack.Push(pivot);
                while (stack.TryPop(out int v))
                {
                    order.Add(v);
                    foreach (int merged in mergedOf[v] ?? []) { stack.Push(merged); }
                }
            }
            return [.. order];
        }
    }

    /// <summary>Variables in doubly linked lists, one a degree.</summary>
    private sealed class DegreeBuckets
    {
        private readonly int[] _head;
        private readonly int[] _next;
        private readonly int[] _previous;
        private int _smallest;

        public DegreeBuckets(int count)
        {
            _head = new int[count + 1];
            _next = new int[count];
            _previous = new int[count];
            Array.Fill(_head, -1);
        }

        public void Insert(int v, int degree)
        {
            int head = _head[degree];
            _next[v] = head;
            _previous[v] = -1;
            if (head >= 0) { _previous[head] = v; }
            _head[degree] = v;
            _smallest = Math.Min(_smallest, degree);
        }

        public void Remove(int v, int degree)
        {
            if (_previous[v] >= 0) { _next[_previous[v]] = _next[v]; }
            else { _head[degree] = _next[v]; }
            if (_next[v] >= 0) { _previous[_next[v]] = _previous[v]; }
        }

        public int TakeSmallest()
        {
            while (_head[_smallest] < 0) { _smallest++; }
            int v = _head[_smallest];
            Remove(v, _smallest);
            return v;
        }
    }
}
