namespace Plenum.Report.Graphs;

/// <summary>A place in a layered drawing.</summary>
/// <param name="Layer">The layer, from 0 at the top.</param>
/// <param name="Across">The distance from the left edge, in widths of a vertex.</param>
public readonly record struct GraphPlace(int Layer, double Across);

/// <summary>An arrow of a layered drawing.</summary>
/// <param name="From">The vertex where it begins.</param>
/// <param name="To">The vertex where it ends.</param>
/// <param name="Places">The places that it passes, from beginning to end, both vertices included.</param>
/// <param name="IsFeedback">Whether it leads against the order of the layers.</param>
public sealed record LayeredEdge(int From, int To, IReadOnlyList<GraphPlace> Places, bool IsFeedback);

/// <summary>A directed graph drawn in layers, so that arrows lead downwards as far as the graph has an order, and cross seldom.</summary>
/// <remarks>
/// Method: feedback arrows are turned by the greedy rule of P. Eades, X. Lin and W. Smyth (1993), "A fast and effective heuristic for the feedback arc
/// set problem", Information Processing Letters 47(6); layers are longest paths; vertices of a layer are ordered by barycentres, as in K. Sugiyama,
/// S. Tagawa and M. Toda (1981), "Methods for visual understanding of hierarchical system structures", IEEE Transactions on Systems, Man and
/// Cybernetics 11(2). The same graph always gives the same drawing. Cost: sweeps x arrows x layers, for graphs of some hundred vertices.
/// </remarks>
public sealed class LayeredGraph
{
    private const int Sweeps = 24;

    /// <summary>The least distance of a bend from its neighbours, in widths of a vertex.</summary>
    private const double BendRoom = 0.45;

    private LayeredGraph(IReadOnlyList<GraphPlace> places, IReadOnlyList<LayeredEdge> edges, int layers, double width) =>
        (Places, Edges, Layers, Width) = (places, edges, layers, width);

    /// <summary>Where each vertex lies.</summary>
    public IReadOnlyList<GraphPlace> Places { get; }

    /// <summary>The arrows, in the order they were given; those from a vertex to itself are left out.</summary>
    public IReadOnlyList<LayeredEdge> Edges { get; }

    /// <summary>The number of layers.</summary>
    public int Layers { get; }

    /// <summary>The width of the drawing, in widths of a vertex.</summary>
    public double Width { get; }

    /// <summary>Lays a graph out; parts that no arrow connects are laid out by themselves, the largest on the left.</summary>
    /// <param name="vertices">The number of vertices.</param>
    /// <param name="arrows">The arrows between them.</param>
    public static LayeredGraph Of(int vertices, IReadOnlyList<(int From, int To)> arrows)
    {
        ArgumentNullException.ThrowIfNull(arrows);
        var drawn = arrows.Where(a => a.From != a.To).ToList();
        var places = new GraphPlace[vertices];
        var edges = new LayeredEdge[drawn.Count];
        int layers = 0, used = 0;
        double left = 0.0, right = 0.0;
        foreach (var part in Parts(vertices, drawn).OrderByDescending(p => p.Count))
        {
            int[] own = [.. Enumerable.Range(0, drawn.Count).Where(e => part.Contains(drawn[e].From))];
            var laid = OfPart(part.Count, [.. own.Select(e => (part.IndexOf(drawn[e].From), part.IndexOf(drawn[e].To)))]);

            // A small part goes below the one before where there is room, else beside it.
            if (used + laid.Layers > layers) { (left, used) = (right, 0); }
            GraphPlace Moved(GraphPlace place) => new(place.Layer + used, place.Across + left);
            for (int k = 0; k < part.Count; k++) { places[part[k]] = Moved(laid.Places[k]); }
            for (int k = 0; k < own.Length; k++) { edges[own[k]] = new LayeredEdge(drawn[own[k]].From, drawn[own[k]].To, [.. laid.Edges[k].Places.Select(Moved)], laid.Edges[k].IsFeedback); }
            used += laid.Layers;
            layers = Math.Max(layers, used);
            right = Math.Max(right, left + laid.Width);
        }

        return new LayeredGraph(places, edges, layers, right);
    }

    /// <summary>The sets of vertices that arrows connect, each in order of vertex.</summary>
    private static List<List<int>> Parts(int vertices, List<(int From, int To)> arrows)
    {
        int[] partOf = [.. Enumerable.Range(0, vertices)];
        for (bool moved = true; moved;)
        {
            moved = false;
            foreach (var (from, to) in arrows)
            {
                int least = Math.Min(partOf[from], partOf[to]);
                moved |= partOf[from] != least || partOf[to] != least;
                (partOf[from], partOf[to]) = (least, least);
            }
        }

        return [.. Enumerable.Range(0, vertices).GroupBy(v => partOf[v]).Select(g => g.ToList())];
    }

    private static LayeredGraph OfPart(int vertices, List<(int From, int To)> drawn)
    {
        var forward = FeedbackArrows.Turn(vertices, drawn);
        int[] layerOf = Ranks(vertices, forward);
        var chains = new List<int[]>(drawn.Count);
        var layers = Enumerable.Range(0, layerOf.Append(-1).Max() + 1).Select(_ => new List<int>()).ToList();
        for (int v = 0; v < vertices; v++) { layers[layerOf[v]].Add(v); }
        int next = vertices;
        foreach (var (from, to) in forward)
        {
            var chain = new List<int> { from };
            for (int layer = layerOf[from] + 1; layer < layerOf[to]; layer++)
            {
                layers[layer].Add(next);
                chain.Add(next++);
            }

            chain.Add(to);
            chains.Add([.. chain]);
        }

        var (above, below) = Neighbours(next, chains);
        Order(layers, above, below);
        double[] across = Coordinates(layers, above, below, vertices, next);
        var layerOfAny = new int[next];
        for (int l = 0; l < layers.Count; l++) { foreach (int v in layers[l]) { layerOfAny[v] = l; } }
        GraphPlace Place(int v) => new(layerOfAny[v], across[v]);
        var edges = drawn.Select((arrow, e) =>
        {
            bool isFeedback = forward[e] != arrow;
            var places = chains[e].Select(Place).ToList();
            if (isFeedback) { places.Reverse(); }
            return new LayeredEdge(arrow.From, arrow.To, places, isFeedback);
        }).ToList();
        return new LayeredGraph([.. Enumerable.Range(0, vertices).Select(Place)], edges, layers.Count, across.Append(0.0).Max() + 1.0);
    }

    /// <summary>The length of the longest way to each vertex; sources that lead nowhere near are drawn close to what they drive.</summary>
    private static int[] Ranks(int vertices, List<(int From, int To)> forward)
    {
        int[] rank = new int[vertices];
        for (bool moved = true; moved;)
        {
            moved = false;
            foreach (var (from, to) in forward)
            {
                if (rank[to] > rank[from]) { continue; }
                rank[to] = rank[from] + 1;
                moved = true;
            }
        }

        for (int v = 0; v < vertices; v++)
        {
            if (forward.TrueForAll(a => a.To != v) && forward.Exists(a => a.From == v)) { rank[v] = forward.Where(a => a.From == v).Min(a => rank[a.To]) - 1; }
        }

        return rank;
    }

    private static (List<int>[] Above, List<int>[] Below) Neighbours(int count, List<int[]> chains)
    {
        var above = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        var below = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        foreach (int[] chain in chains)
        {
            for (int k = 1; k < chain.Length; k++)
            {
                above[chain[k]].Add(chain[k - 1]);
                below[chain[k - 1]].Add(chain[k]);
            }
        }

        return (above, below);
    }

    /// <summary>Sweeps down and up, each layer ordered by the mean place of its neighbours, and keeps the order with the fewest crossings.</summary>
    private static void Order(List<List<int>> layers, List<int>[] above, List<int>[] below)
    {
        var best = layers.Select(l => l.ToArray()).ToArray();
        int fewest = Crossings(layers, below);
        for (int sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            bool isDown = sweep % 2 == 0;
            for (int k = 1; k < layers.Count; k++)
            {
                int layer = isDown ? k : layers.Count - 1 - k;
                var fixedLayer = layers[isDown ? layer - 1 : layer + 1];
                var place = fixedLayer.Select((v, i) => (v, i)).ToDictionary(p => p.v, p => p.i);
                var neighbours = isDown ? above : below;
                layers[layer] = [.. layers[layer].Select((v, i) => (v, Key: neighbours[v].Count > 0 ? neighbours[v].Average(n => (double)place[n]) : i)).OrderBy(p => p.Key).Select(p => p.v)];
            }

            int crossings = Crossings(layers, below);
            if (crossings >= fewest) { continue; }
            fewest = crossings;
            best = [.. layers.Select(l => l.ToArray())];
        }

        for (int l = 0; l < layers.Count; l++) { layers[l] = [.. best[l]]; }
    }

    private static int Crossings(List<List<int>> layers, List<int>[] below)
    {
        int crossings = 0;
        for (int l = 0; l + 1 < layers.Count; l++)
        {
            var place = layers[l + 1].Select((v, i) => (v, i)).ToDictionary(p => p.v, p => p.i);
            var ends = new List<int>();
            foreach (int v in layers[l])
            {
                int before = ends.Count;
                foreach (int end in below[v].Select(n => place[n]).Order())
                {
                    for (int k = 0; k < before; k++) { crossings += ends[k] > end ? 1 : 0; }
                    ends.Add(end);
                }
            }
        }

        return crossings;
    }

    /// <summary>Moves vertices towards the mean of their neighbours, layer by layer, without changing their order or their least distance.</summary>
    private static double[] Coordinates(List<List<int>> layers, List<int>[] above, List<int>[] below, int vertices, int count)
    {
        double Room(int v) => v < vertices ? 1.0 : BendRoom;
        double[] across = new double[count];
        foreach (var layer in layers)
        {
            double x = 0.0;
            foreach (int v in layer)
            {
                across[v] = x + (Room(v) / 2);
                x += Room(v);
            }
        }

        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            for (int k = 0; k < layers.Count; k++)
            {
                var layer = layers[sweep % 2 == 0 ? k : layers.Count - 1 - k];
                double[] wanted = [.. layer.Select(v => above[v].Concat(below[v]).Select(n => across[n]).DefaultIfEmpty(across[v]).Average())];
                Place(layer, wanted, Room, across);
            }
        }

        double left = Enumerable.Range(0, vertices).Select(v => across[v] - 0.5).Concat(Enumerable.Range(vertices, count - vertices).Select(v => across[v] - (BendRoom / 2))).DefaultIfEmpty(0.0).Min();
        return [.. across.Select(x => x - left - 0.5)];
    }

    /// <summary>The places nearest to those wanted that keep order and distance: the mean of pushing all to the right and all to the left.</summary>
    private static void Place(List<int> layer, double[] wanted, Func<int, double> room, double[] across)
    {
        double[] right = [.. wanted], left = [.. wanted];
        for (int k = 1; k < right.Length; k++) { right[k] = Math.Max(right[k], right[k - 1] + Gap(k)); }
        for (int k = left.Length - 2; k >= 0; k--) { left[k] = Math.Min(left[k], left[k + 1] - Gap(k + 1)); }
        for (int k = 0; k < layer.Count; k++) { across[layer[k]] = (left[k] + right[k]) / 2; }

        double Gap(int k) => (room(layer[k - 1]) + room(layer[k])) / 2;
    }
}
