namespace Plenum.Language.Accounts.Algebra;

/// <summary>Splits what is reachable from some nodes into strongly connected components, each after those it leads to.</summary>
/// <remarks>Source: R. Tarjan (1972), "Depth-first search and linear graph algorithms", SIAM J. Comput. 1(2). Cost: O(nodes + arcs); the stack is on the heap.</remarks>
internal static class StrongComponents
{
    public static List<List<int>> Find(IEnumerable<int> roots, Func<int, IReadOnlyList<int>> next)
    {
        var components = new List<List<int>>();
        var index = new Dictionary<int, int>();
        var low = new Dictionary<int, int>();
        var open = new Stack<int>();
        var isOpen = new HashSet<int>();
        var path = new Stack<(int Node, IReadOnlyList<int> Next, int At)>();
        foreach (int root in roots)
        {
            Enter(root);
            while (path.TryPop(out var step))
            {
                var (node, targets, at) = step;
                if (at > 0 && isOpen.Contains(targets[at - 1])) { low[node] = Math.Min(low[node], low[targets[at - 1]]); }
                if (at < targets.Count)
                {
                    path.Push((node, targets, at + 1));
                    Enter(targets[at]);
                }
                else if (low[node] == index[node]) { components.Add(Close(node)); }
            }
        }

        return components;

        void Enter(int node)
        {
            if (!index.TryAdd(node, index.Count)) { return; }
            low[node] = index[node];
            open.Push(node);
            isOpen.Add(node);
            path.Push((node, next(node), 0));
        }

        List<int> Close(int node)
        {
            var component = new List<int>();
            int member;
            do
            {
                member = open.Pop();
                isOpen.Remove(member);
                component.Add(member);
            }
            while (member != node);
            return component;
        }
    }
}
