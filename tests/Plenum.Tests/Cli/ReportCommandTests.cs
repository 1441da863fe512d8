using System.Xml.Linq;
using Plenum.Cli;
using Plenum.Tests.Report;
using Plenum.Tests.Workspace;

namespace Plenum.Tests.Cli;

/// <summary><c>plenum report</c> on projects of every kind.</summary>
public sealed class ReportCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plenum-report-");

    public void Dispose() => _folder.Delete(recursive: true);

    private CommandRun Report(params string[] args) => CommandRun.In(_folder.FullName, Repository.Root, ["report", .. args]);

    private string Page(string file = "plenum-report.html") => File.ReadAllText(Path.Combine(_folder.FullName, file));

    [Fact]
    public void The_china_model_is_reported_in_full()
    {
        var run = Report("--json", "--date", "2026-03-31", "--scenario", "S01", "--scenario", "S11");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        string page = Page();
        Assert.Equal(["answer", "headline", "state", "scenarios", "why", "plans", "fans", "scorecard", "accounts", "sources", "method"], ReportCase.Sections(page));
        Assert.Equal(run.Json.GetProperty("bytes").GetInt32(), new FileInfo(Path.Combine(_folder.FullName, "plenum-report.html")).Length);
        Assert.InRange(run.Json.GetProperty("bytes").GetInt32(), 1_000_000, 5_000_000);
        Assert.Equal(ReportCase.Islands(page).Count(), run.Json.GetProperty("charts").GetInt32());
        var tree = ReportCase.Tree(page);
        Assert.Contains("plenum report --scenario S01 --scenario S11 --date 2026-03-31", tree.Value, StringComparison.Ordinal);
        var differences = ReportCase.Elements(tree, "tr").Where(r => r.Elements().First().Value == "Difference").ToList();
        Assert.Equal(2, differences.Count);
        Assert.All(differences.SelectMany(r => r.Elements().Skip(1)).Select(c => c.Value).Where(v => v.Length > 0), value => Assert.Equal("0.00", value));
    }

    [Theory]
    [InlineData("sim")]
    [InlineData("pc")]
    [InlineData("klein")]
    public void Any_project_can_be_reported(string name)
    {
        var run = Report(Path.Combine(Repository.Root, "models", "reference", name), "-o", "page.html", "--title", "Of <any> kind");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var tree = ReportCase.Tree(Page("page.html"));
        Assert.Equal("Of <any> kind", ReportCase.Elements(tree, "h1").Single().Value);
        Assert.NotEmpty(ReportCase.Elements(tree, "figure"));
    }

    [Fact]
    public void The_same_command_gives_the_same_file()
    {
        Report("--scenario", "S01", "--date", "2026-03-31");
        string first = Page();
        Report("--scenario", "S01", "--date", "2026-03-31");
        Assert.Equal(first, Page());
    }

    [Fact]
    public void A_picture_compares_the_scenarios()
    {
        var run = Report("--svg", "scenarios.svg", "--scenario", "S01", "--scenario", "S16", "--variables", "gdp_real", "house_price", "--horizon", "20");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var picture = XElement.Parse(Page("scenarios.svg"));
        Assert.Equal(4, picture.Descendants().Count(e => e.Name.LocalName == "polyline"));
        Assert.DoesNotContain(picture.Descendants(), e => e.Name.LocalName is "script" or "image" or "foreignObject");
    }

    [Theory]
    [InlineData("--date takes a day such as 2026-03-31, not 'today'.", "--date", "today")]
    [InlineData("--accounts takes a period such as 2026Q1, not '2026'.", "--accounts", "2026")]
    [InlineData("2040Q1 lies outside the solved periods.", "--accounts", "2040Q1")]
    [InlineData("there is no scenario 'S99'.", "--scenario", "S99")]
    [InlineData("the model has no name 'gdp_rael'.", "--variables", "gdp_rael")]
    [InlineData("'no/such/folder.html' cannot be written", "-o", "no/such/folder.html")]
    public void What_cannot_be_used_is_named(string message, params string[] args)
    {
        var run = Report(args);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFiles());
    }
}
