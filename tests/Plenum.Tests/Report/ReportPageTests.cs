using System.Text;
using System.Text.Json;
using Plenum.Report.Contents;
using Plenum.Tests.Workspace;
using Plenum.Workspace.Data;

namespace Plenum.Tests.Report;

/// <summary>The page: what is in it, and what is not.</summary>
public sealed class ReportPageTests
{
    private static string TinyPage(Action<TinyProject>? change = null, Func<ReportInput, ReportInput>? with = null)
    {
        using var tiny = new TinyProject();
        tiny.Write("report.yaml", ReportCase.Plan);
        change?.Invoke(tiny);
        var input = ReportCase.Input(tiny);
        return ReportCase.Page(with is null ? input : with(input));
    }

    [Fact]
    public void The_page_is_well_formed_and_its_parts_are_named()
    {
        var tree = ReportCase.Tree(TinyPage());
        Assert.Single(ReportCase.Elements(tree, "h1"));
        Assert.Equal("What spending does", ReportCase.Elements(tree, "h1").Single().Value);
        var ids = tree.Descendants().Select(e => (string?)e.Attribute("id")).OfType<string>().ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ReportCase.Elements(tree, "table"), table => Assert.Single(ReportCase.Elements(table, "caption")));
        Assert.All(ReportCase.Elements(tree, "th"), th => Assert.Contains((string?)th.Attribute("scope"), new[] { "row", "col" }));
        Assert.All(ReportCase.Elements(tree, "figure"), figure => Assert.Single(ReportCase.Elements(figure, "figcaption")));
        Assert.All(ReportCase.Elements(tree, "a").Select(a => (string)a.Attribute("href")!), href => Assert.Contains(href[1..], ids));
        Assert.All(ReportCase.Elements(tree, "tr"), row => Assert.Equal(row.Elements().Count(), ReportCase.Elements(row.Ancestors().First(a => a.Name.LocalName == "table"), "tr").First().Elements().Count()));
    }

    [Fact]
    public void Every_chart_stands_in_it_as_a_picture_and_as_data()
    {
        string page = TinyPage();
        int figures = ReportCase.Elements(ReportCase.Tree(page), "figure").Count();
        Assert.Equal(figures, ReportCase.Islands(page).Count());
        Assert.All(ReportCase.Islands(page), island => Assert.True(JsonDocument.Parse(island).RootElement.GetProperty("data").GetArrayLength() > 0));
        Assert.Equal(figures, ReportCase.Elements(ReportCase.Tree(page), "svg").Count());
    }

    [Fact]
    public void Sections_appear_where_their_input_is_there()
    {
        Assert.Equal(["answer", "headline", "state", "scenarios", "why", "sources", "method"], ReportCase.Sections(TinyPage()));
        Assert.Equal(["answer", "headline", "state", "scenarios", "sources", "method"], ReportCase.Sections(TinyPage(tiny => tiny.Write("report.yaml", "title: Short\n"))));
        Assert.Equal(["answer", "state", "why", "sources", "method"], ReportCase.Sections(TinyPage(with: input => input with { Run = input.Run with { Scenarios = [] } })));
    }

    [Fact]
    public void Observed_series_are_listed_with_their_source()
    {
        string page = TinyPage(tiny => tiny.Write("data/income.csv", "series,period,value,unit,publisher\nincome_observed,2020Q1,14,billion yuan,\"https://example.org/a?b=1&c=2\"\n"), input => input with { Data = ProjectData.Read(input.Run.Project) });
        var tree = ReportCase.Tree(page);
        Assert.Contains("Income observed", tree.Value, StringComparison.Ordinal);
        Assert.Contains("https://example.org/a?b=1&c=2", ReportCase.Elements(tree, "a").Select(a => (string)a.Attribute("href")!));
    }

    /// <summary>A link to a source is followed by a reader; nothing else may name a place on the network.</summary>
    [Fact]
    public void Nothing_is_fetched_from_the_network()
    {
        string page = TinyPage(tiny => tiny.Write("model.plenum", TinyProject.Model.Replace("Nobody (2000), table 1", "https://example.org/paper", StringComparison.Ordinal)));
        var tree = ReportCase.Tree(page);
        var addresses = tree.Descendants().SelectMany(e => e.Attributes()).Where(a => a.Value.Contains("://", StringComparison.Ordinal) && !a.IsNamespaceDeclaration).ToList();
        Assert.NotEmpty(addresses);
        Assert.All(addresses, a => Assert.Equal(("a", "href"), (a.Parent!.Name.LocalName, a.Name.LocalName)));
        Assert.DoesNotContain(tree.Descendants(), e => e.Name.LocalName is "link" or "img" or "iframe" or "object" or "embed" or "base");
        Assert.All(ReportCase.Elements(tree, "script"), script => Assert.Null(script.Attribute("src")));
        string policy = (string)ReportCase.Elements(tree, "meta").Single(m => m.Attribute("http-equiv") is not null).Attribute("content")!;
        Assert.StartsWith("default-src 'none'; script-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page[..page.IndexOf("</style>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_in_the_words_of_a_project_stay_words()
    {
        const string Attack = "<script>alert(1)</script>";
        string page = TinyPage(tiny =>
        {
            tiny.Write("model.plenum", TinyProject.Model.Replace("\"Propensity to consume\"", $"\"{Attack}\"", StringComparison.Ordinal).Replace("a tiny economy", $"{Attack}", StringComparison.OrdinalIgnoreCase));
            tiny.Write("report.yaml", ReportCase.Plan.Replace("It is tiny.", Attack, StringComparison.Ordinal).Replace("title: Income", $"title: \"{Attack}\"", StringComparison.Ordinal));
            tiny.Write("scenarios/spending.yaml", TinyProject.Scenario.Replace("More spending in the north", Attack, StringComparison.Ordinal));
        });
        Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
        Assert.True(page.Split("&lt;script&gt;alert(1)&lt;/script&gt;").Length > 6);
        Assert.True(ReportCase.Tree(page).Value.Split(Attack).Length > 6);
    }

    [Fact]
    public void The_same_input_gives_the_same_page() => Assert.Equal(TinyPage(), TinyPage());

    [Fact]
    public void The_date_is_printed_once() => Assert.Equal(2, ReportCase.Tree(TinyPage()).Value.Split("31\u00A0March\u00A02026").Length);

    [Fact]
    public void A_page_stays_small() => Assert.InRange(Encoding.UTF8.GetByteCount(TinyPage()), 1_000_000, 2_000_000);

    [Fact]
    public void The_answer_says_what_the_scenario_does()
    {
        using var tiny = new TinyProject();
        var lines = AnswerText.Of(ReportCase.Input(tiny));
        Assert.Equal("S1 More spending in the north.", lines[^1].Lead);
        Assert.Equal("Adds 19\u00A0% to income after one year and 20\u00A0% after three years.", lines[^1].Text);
    }

    [Fact]
    public void Causes_of_a_scenario_are_shown_where_it_has_several()
    {
        using var tiny = new TinyProject();
        tiny.WriteScenario("S2", "  - exogenous: spending[south]\n    add: 1\n  - parameter: propensity\n    add: 0.05");
        var input = ReportCase.Explained(ReportCase.Input(tiny, "S2"));
        var chart = CauseCharts.Of(input).Single();
        Assert.Equal(["Income", "Propensity to consume", "Spending in the south"], chart.Series.Select(s => s.Label).Order(StringComparer.Ordinal));
        for (int k = 0; k < chart.Axis.Count; k++) { Assert.Equal(chart.Series[^1].Values[k], chart.Series.SkipLast(1).Sum(s => s.Values[k]), 1e-8); }
        Assert.Empty(CauseCharts.Of(ReportCase.Explained(ReportCase.Input(tiny))));
    }

    [Fact]
    public void Contributions_add_up_to_the_change_and_the_rest_is_shown()
    {
        using var tiny = new TinyProject();
        tiny.Write("report.yaml", ReportCase.Plan);
        var input = ReportCase.Input(tiny);
        foreach (var chart in new[] { ContributionCharts.Growth(input, input.Plan.Contributions[0], 0), ContributionCharts.Deviations(input, input.Plan.Contributions[0], 0)[0] })
        {
            var net = chart.Series[^1];
            for (int k = 0; k < chart.Axis.Count; k++) { Assert.Equal(net.Values[k], chart.Series.SkipLast(1).Sum(s => s.Values[k]), 1e-9); }
        }

        Assert.DoesNotContain(ContributionCharts.Deviations(input, input.Plan.Contributions[0], 0)[0].Series, s => s.Label == "Rest");
        tiny.WriteScenario("S2", "  - exogenous: spending[south]\n    add: 1");
        input = ReportCase.Input(tiny, "S2");
        Assert.Contains(ContributionCharts.Deviations(input, input.Plan.Contributions[0], 0)[0].Series, s => s.Label == "Rest");
    }
}
