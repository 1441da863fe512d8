using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;
using Plenum.Language.Units;

namespace Plenum.Tests.Binding;

public class ExpressionBinderTests
{
    private static readonly BoundModel s_model = Models.Bind("""
        set partner = us, eu
        set region = west
        map bloc of partner to region = us: west, eu: west
        unit yuan = currency
        exogenous exports[partner] : yuan/quarter
        exogenous tariff[region] : share
        parameter k = 2
        behavioural gdp : yuan/quarter
          gdp = sum(p in partner: exports[p])
        """);

    [Theory]
    [InlineData("exports[us] / gdp", "exports[us] / gdp", "number")]
    [InlineData("sum(p in partner: exports[p])", "exports[us] + exports[eu]", "yuan/quarter")]
    [InlineData("exports[us] / gdp < 0.02 and gdp > 0", "exports[us] / gdp < 0.02 and 0 < gdp", "number")]
    [InlineData("tariff[bloc[us]]", "tariff[west]", "share")]
    [InlineData("dlog(gdp)", "log(gdp) - log(gdp(-1))", "1/quarter")]
    [InlineData("diff(k)", "0", null)]
    public void A_free_expression_is_bound_into_a_graph_of_its_own(string text, string printed, string? unit)
    {
        int nodesOfModel = s_model.Graph.Count;
        var graph = new ExpressionGraph();
        var bound = new ExpressionBinder(s_model, graph).Bind(new SourceText("condition", text), new DiagnosticBag());
        Assert.NotNull(bound);
        Assert.Equal(printed, new ScalarPrinter(graph, c => s_model.Symbols[c].Name).Print(bound.Id));
        Assert.Equal(unit, bound.Unit?.ToString());
        Assert.Equal(nodesOfModel, s_model.Graph.Count);
    }

    [Theory]
    [InlineData("gpd + 1", BindingCodes.UndeclaredName)]
    [InlineData("gdp + 1", BindingCodes.UnitsDiffer)]
    [InlineData("k(-1)", BindingCodes.LagOnParameter)]
    [InlineData("exports[us", "PL0113")]
    public void What_is_wrong_with_it_is_reported(string text, string code)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(new ExpressionBinder(s_model, new ExpressionGraph()).Bind(new SourceText("condition", text), diagnostics));
        Assert.Equal(code, Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Data_series_are_found_where_they_are_allowed()
    {
        (int, Unit?)? Find(string name) => name == "customs.us" ? (s_model.Symbols.Count, Unit.Share) : null;
        var graph = new ExpressionGraph();
        var binder = new ExpressionBinder(s_model, graph, Find);
        var bound = binder.Bind(new SourceText("observed", "customs.us / 100"), new DiagnosticBag());
        Assert.Equal(s_model.Symbols.Count, graph[graph[bound!.Id].A].Symbol);
        var diagnostics = new DiagnosticBag();
        Assert.Null(binder.Bind(new SourceText("observed", "customs.eu"), diagnostics));
        Assert.Equal(BindingCodes.UndeclaredName, Assert.Single(diagnostics).Code);
    }
}
