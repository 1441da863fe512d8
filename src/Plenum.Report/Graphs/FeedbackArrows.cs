namespace Plenum.Report.Graphs;

/// <summary>Turns as few arrows as it can so that no way leads back to where it began.</summary>
/// <remarks>Source: P. Eades, X. Lin and W. Smyth (1993), "A fast and effective heuristic for the feedback arc set problem", Information Processing Letters 47(6).</remarks>
internal static class FeedbackArrows
{
    /// <summary>The arrows in their order, those of feedback turned round.</summary>
    public static List<(int From, int To)> Turn(int vertices, IReadOnlyList<(int From, int To)> arrows)
    {
        int[] place = new int[vertices];
        var order = Order(vertices, arrows);
        for (int k = 0; k < order.Count; k++) { place[order[k]] = k; }
        return [.. arrows.Select(a => place[a.From] < place[a.To] ? a : (a.To, a.From))];
    }

    /// <summary>Takes sinks to the end and sources to the beginning; where there are neither, the vertex with the most arrows out over those in.</summary>
    private static List<int> Order(int vertices, IReadOnlyList<(int From, int To)> arrows)
    {
        var left = Enumerable.Range(0, vertices).ToList();
        var first = new List<int>();
        var last = new List<int>();
        while (left.Count > 0)
        {
            int Out(int v) => arrows.Count(a => a.From == v && left.Contains(a.To));
            int In(int v) => arrows.Count(a => a.To == v && left.Contains(a.From));
            int sink = left.FindIndex(v => Out(v) == 0);
            if (sink >= 0)
            {
                last.Add(left[sink]);
                left.RemoveAt(sink);
                continue;
            }

            int source = left.FindIndex(v => In(v) == 0);
            int taken = source >= 0 ? left[source] : left.MaxBy(v => Out(v) - In(v));
            first.Add(taken);
            left.Remove(taken);
        }

        last.Reverse();
        return [.. first, .. last];
    }
}
