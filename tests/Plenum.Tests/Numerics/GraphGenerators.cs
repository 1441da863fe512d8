using Plenum.Numerics.Orderings;

namespace Plenum.Tests.Numerics;

/// <summary>Random graphs for properties.</summary>
internal static class GraphGenerators
{
    /// <summary>Plain graphs with up to <paramref name="most"/> vertices; loops and repeated edges may occur.</summary>
    public static Gen<DirectedGraph> Directed(int most) =>
        from n in Gen.Int[1, most]
        from edges in Gen.Select(Gen.Int[0, n - 1], Gen.Int[0, n - 1]).Array[0, 3 * n]
        select Build(n, n, edges);

    /// <summary>Rows with candidate columns.</summary>
    public static Gen<DirectedGraph> Bipartite(int most) =>
        from rows in Gen.Int[1, most]
        from columns in Gen.Int[1, most]
        from edges in Gen.Select(Gen.Int[0, rows - 1], Gen.Int[0, columns - 1]).Array[0, 2 * Math.Max(rows, columns)]
        select Build(rows, columns, edges);

    private static DirectedGraph Build(int sources, int targets, (int From, int To)[] edges) =>
        DirectedGraph.FromLists([.. Enumerable.Range(0, sources).Select(v => edges.Where(e => e.From == v).Select(e => e.To).ToArray())], targets);
}
