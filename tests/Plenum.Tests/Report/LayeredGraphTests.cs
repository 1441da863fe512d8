using Plenum.Report.Graphs;

namespace Plenum.Tests.Report;

public class LayeredGraphTests
{
    private static readonly Gen<(int Vertices, (int From, int To)[] Arrows)> AnyGraph =
        from vertices in Gen.Int[1, 12]
        from arrows in Gen.Select(Gen.Int[0, vertices - 1], Gen.Int[0, vertices - 1]).Array[0, 24]
        select (vertices, arrows);

    [Fact]
    public void A_chain_leads_straight_down()
    {
        var layout = LayeredGraph.Of(3, [(0, 1), (1, 2)]);
        Assert.Equal([0, 1, 2], layout.Places.Select(p => p.Layer));
        Assert.Single(layout.Places.Select(p => p.Across).Distinct());
        Assert.DoesNotContain(layout.Edges, e => e.IsFeedback);
    }

    [Fact]
    public void A_loop_has_one_feedback_arrow()
    {
        var layout = LayeredGraph.Of(3, [(0, 1), (1, 2), (2, 0)]);
        Assert.Single(layout.Edges, e => e.IsFeedback);
    }

    [Fact]
    public void Arrows_that_need_not_cross_do_not() =>
        Assert.Equal(0, Crossings(LayeredGraph.Of(4, [(0, 3), (1, 2)])));

    [Fact]
    public void Every_arrow_leads_down_unless_it_is_feedback() => AnyGraph.Sample(g =>
        LayeredGraph.Of(g.Vertices, g.Arrows) is var layout && layout.Edges.All(e => e.IsFeedback ? e.Places[0].Layer > e.Places[^1].Layer : e.Places[0].Layer < e.Places[^1].Layer));

    [Fact]
    public void An_arrow_begins_and_ends_at_its_vertices_and_passes_every_layer_between() => AnyGraph.Sample(g =>
        LayeredGraph.Of(g.Vertices, g.Arrows) is var layout && layout.Edges.All(e =>
            e.Places[0] == layout.Places[e.From] && e.Places[^1] == layout.Places[e.To] && e.Places.Zip(e.Places.Skip(1)).All(p => Math.Abs(p.First.Layer - p.Second.Layer) == 1)));

    [Fact]
    public void Vertices_of_a_layer_do_not_overlap() => AnyGraph.Sample(g =>
        LayeredGraph.Of(g.Vertices, g.Arrows).Places.GroupBy(p => p.Layer).All(l => l.Select(p => p.Across).Order().ToArray() is var xs && xs.Zip(xs.Skip(1)).All(p => p.Second - p.First > 1.0 - 1e-9)));

    [Fact]
    public void A_graph_without_loops_keeps_all_its_arrows() => AnyGraph.Sample(g =>
        LayeredGraph.Of(g.Vertices, [.. g.Arrows.Where(a => a.From < a.To)]).Edges.All(e => !e.IsFeedback));

    private static int Crossings(LayeredGraph layout) =>
        layout.Edges.SelectMany(a => layout.Edges.Select(b => (a, b))).Count(p => p.a.Places[0].Across < p.b.Places[0].Across && p.a.Places[^1].Across > p.b.Places[^1].Across);
}
