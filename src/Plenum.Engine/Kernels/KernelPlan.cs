using Plenum.Language.Expressions;

namespace Plenum.Engine.Kernels;

/// <summary>One step of a program: a part computed into a local, or a root computed into its sink.</summary>
internal readonly record struct KernelUnit(ExpressionId Node, KernelRoot? Root, int Size);

/// <summary>The order in which a program computes its parts: every part before its first use, none before the rows it reads are filled.</summary>
internal sealed class KernelPlan
{
    private readonly ExpressionGraph _graph;
    private readonly Func<ExpressionId, bool> _isAvailable;
    private readonly HashSet<ExpressionId> _materialised = [];
    private readonly List<KernelUnit> _units = [];

    public KernelPlan(ExpressionGraph graph, IReadOnlyList<KernelRoot> roots, Func<ExpressionId, bool> isAvailable, IReadOnlySet<ExpressionId> keep, int deepestInline)
    {
        _graph = graph;
        _isAvailable = isAvailable;
        var uses = CountUses(roots);
        MarkMaterialised(uses, roots, keep, deepestInline);
        var placed = new HashSet<ExpressionId>();
        foreach (var root in roots)
        {
            PlaceParts(root.Expression, placed);
            _units.Add(new KernelUnit(ExpressionId.None, root, InlineSize(root.Expression)));
        }
    }

    /// <summary>Number of operations computed.</summary>
    public int NodeCount { get; private set; }

    /// <summary>The parts that are computed on their own.</summary>
    public IEnumerable<ExpressionId> Computed
    {
        get
        {
            foreach (var unit in _units)
            {
                if (unit.Root is null) { yield return unit.Node; }
            }
        }
    }

    /// <summary>Whether a part is computed inside the expression that uses it.</summary>
    public bool IsInline(ExpressionId id) => !_isAvailable(id) && !_materialised.Contains(id);

    /// <summary>Splits the steps into runs of bounded size.</summary>
    public IReadOnlyList<IReadOnlyList<KernelUnit>> Cut(int size)
    {
        var chunks = new List<IReadOnlyList<KernelUnit>>();
        var current = new List<KernelUnit>();
        int filled = 0;
        foreach (var unit in _units)
        {
            if (filled > 0 && filled + unit.Size > size)
            {
                chunks.Add(current);
                current = [];
                filled = 0;
            }

            current.Add(unit);
            filled += unit.Size;
        }

        if (current.Count > 0) { chunks.Add(current); }
        return chunks;
    }

    /// <summary>The parts computed in one run of steps and read in a later one.</summary>
    public HashSet<ExpressionId> CrossingNodes(IReadOnlyList<IReadOnlyList<KernelUnit>> chunks)
    {
        var home = new Dictionary<ExpressionId, int>();
        var crossing = new HashSet<ExpressionId>();
        for (int c = 0; c < chunks.Count; c++)
        {
            foreach (var unit in chunks[c])
            {
                if (unit.Root is null) { home[unit.Node] = c; }
                foreach (var part in Materials(unit.Root?.Expression ?? unit.Node, unit.Root is null))
                {
                    if (home[part] != c) { crossing.Add(part); }
                }
            }
        }

        return crossing;
    }

    /// <summary>The materialised parts that a step reads directly.</summary>
    private IEnumerable<ExpressionId> Materials(ExpressionId top, bool topIsOwn)
    {
        var pending = new Stack<ExpressionId>();
        if (topIsOwn) { PushOperands(pending, top); } else { pending.Push(top); }
        while (pending.TryPop(out var id))
        {
            if (IsLeaf(id) || _isAvailable(id)) { continue; }
            if (_materialised.Contains(id)) { yield return id; continue; }
            PushOperands(pending, id);
        }
    }

    private Dictionary<ExpressionId, int> CountUses(IReadOnlyList<KernelRoot> roots)
    {
        var uses = new Dictionary<ExpressionId, int>();
        var pending = new Stack<ExpressionId>();
        foreach (var root in roots)
        {
            pending.Push(root.Expression);
            while (pending.TryPop(out var id))
            {
                if (IsLeaf(id) || _isAvailable(id)) { continue; }
                if (uses.TryGetValue(id, out int count)) { uses[id] = count + 1; continue; }
                uses[id] = 1;
                PushOperands(pending, id);
            }
        }

        NodeCount = uses.Count;
        return uses;
    }

    /// <summary>Decides which parts get a local: those used twice, those kept for later, and cuts through deep nesting.</summary>
    private void MarkMaterialised(Dictionary<ExpressionId, int> uses, IReadOnlyList<KernelRoot> roots, IReadOnlySet<ExpressionId> keep, int deepestInline)
    {
        var depth = new Dictionary<ExpressionId, int>(uses.Count);
        var ascending = uses.Keys.ToArray();
        Array.Sort(ascending);
        foreach (var id in ascending)
        {
            var node = _graph[id];
            int deepest = 1 + Math.Max(Depth(node.A), Math.Max(Depth(node.B), Depth(node.C)));
            bool own = uses[id] > 1 || keep.Contains(id) || deepest >= deepestInline;
            depth[id] = own ? 0 : deepest;
            if (own) { _materialised.Add(id); }
        }

        foreach (var root in roots)
        {
            if (root.Sink == KernelSink.Scratch && uses.ContainsKey(root.Expression)) { _materialised.Add(root.Expression); }
        }

        int Depth(ExpressionId id) => id.IsNone ? 0 : depth.GetValueOrDefault(id);
    }

    /// <summary>Adds a step for every materialised part that the root needs and no earlier root has placed, operands first.</summary>
    private void PlaceParts(ExpressionId root, HashSet<ExpressionId> placed)
    {
        var needed = new List<ExpressionId>();
        var pending = new Stack<ExpressionId>();
        var seen = new HashSet<ExpressionId>();
        pending.Push(root);
        while (pending.TryPop(out var id))
        {
            if (IsLeaf(id) || _isAvailable(id) || placed.Contains(id) || !seen.Add(id)) { continue; }
            if (_materialised.Contains(id)) { needed.Add(id); }
            PushOperands(pending, id);
        }

        needed.Sort();
        foreach (var id in needed)
        {
            placed.Add(id);
            _units.Add(new KernelUnit(id, null, InlineSize(id)));
        }
    }

    private int InlineSize(ExpressionId top)
    {
        if (IsLeaf(top)) { return 1; }
        int size = 1;
        var pending = new Stack<ExpressionId>();
        PushOperands(pending, top);
        while (pending.TryPop(out var id))
        {
            size++;
            if (!IsLeaf(id) && IsInline(id)) { PushOperands(pending, id); }
        }

        return size;
    }

    private void PushOperands(Stack<ExpressionId> pending, ExpressionId id)
    {
        var node = _graph[id];
        if (!node.C.IsNone) { pending.Push(node.C); }
        if (!node.B.IsNone) { pending.Push(node.B); }
        if (!node.A.IsNone) { pending.Push(node.A); }
    }

    private bool IsLeaf(ExpressionId id) => _graph[id].Operation is Operation.Constant or Operation.Symbol;
}
