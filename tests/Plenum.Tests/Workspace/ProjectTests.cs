using Plenum.Language.Diagnostics;
using Plenum.Workspace;

namespace Plenum.Tests.Workspace;

public class ProjectTests
{
    [Fact]
    public void A_sound_project_has_no_findings()
    {
        using var tiny = new TinyProject();
        Assert.Equal("", tiny.Findings());
    }

    [Fact]
    public void Every_mistake_in_the_project_file_is_reported_at_once()
    {
        using var tiny = new TinyProject();
        tiny.Write("project.yaml", """
            modell: [model.plenum]
            baseline:
              start_value: start.csv
            start: 2020
            end: 2019Q4
            end: 2018Q4
            scenarios: nowhere
            headline:
              - income
              - variable: cost
                kind: percentage
              - [income]
            """);
        Snapshot.Match(tiny.Findings(), "Workspace/project_mistakes.txt");
    }

    [Theory]
    [InlineData("../secret.csv")]
    [InlineData("/etc/hostname")]
    [InlineData("inside/../../secret.csv")]
    public void A_path_that_leaves_the_project_is_refused(string path)
    {
        using var tiny = new TinyProject();
        tiny.Write("project.yaml", TinyProject.Settings.Replace("start.csv", path, StringComparison.Ordinal));
        Assert.Contains($"error {WorkspaceCodes.WrongFile}: '{path}' lies outside the project.", tiny.Findings(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leaves_the_project_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights there");
        using var tiny = new TinyProject();
        File.CreateSymbolicLink(Path.Combine(tiny.Folder, "link.csv"), "/etc/hostname");
        tiny.Write("project.yaml", TinyProject.Settings.Replace("start.csv", "link.csv", StringComparison.Ordinal));
        Assert.Contains("'link.csv' lies outside the project.", tiny.Findings(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_reported_with_the_nearest_name()
    {
        using var tiny = new TinyProject();
        tiny.Write("project.yaml", TinyProject.Settings.Replace("start.csv", "starts.csv", StringComparison.Ordinal));
        Assert.Contains("help: did you mean 'start.csv'?", tiny.Findings(), StringComparison.Ordinal);
    }

    [Fact]
    public void Baseline_files_that_do_not_fit_the_model_are_reported_at_their_line()
    {
        using var tiny = new TinyProject();
        tiny.Write("start.csv", "name,2019Q4\nincome,20\npropensity,0.5\n");
        tiny.Write("exogenous.csv", $"name,{string.Join(',', TinyProject.Periods)}\n{TinyProject.Row("spending[nort]", "4")}{TinyProject.Row("income", "3")}");
        Snapshot.Match(tiny.Findings(), "Workspace/baseline_mistakes.txt");
    }

    [Fact]
    public void A_number_that_is_none_is_reported_at_its_cell()
    {
        using var tiny = new TinyProject();
        tiny.Write("start.csv", "name,2019Q4\nincome,twenty\n");
        Assert.Contains("tiny/start.csv:2:8: error PL0404", tiny.Findings(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just words")]
    [InlineData("model: [a\n")]
    [InlineData("model: &a [x]\nstart: *a\n")]
    [InlineData("- a\n- b\n")]
    [InlineData("a: 1\n---\nb: 2\n")]
    [InlineData("\tmodel: x\n")]
    [InlineData("? [a, b]\n: c\n")]
    public void No_text_makes_the_reader_throw(string text)
    {
        using var tiny = new TinyProject();
        tiny.Write("project.yaml", text);
        var result = tiny.Open();
        Assert.Null(result.Project);
        Assert.NotEmpty(result.Diagnostics);
    }

    [Fact]
    public void Cut_off_projects_never_throw() => Gen.Int[0, TinyProject.Settings.Length - 1].Sample(
        length =>
        {
            using var tiny = new TinyProject();
            tiny.Write("project.yaml", TinyProject.Settings[..length]);
            var result = tiny.Open();
            return result.Project is not null || result.Diagnostics.Any(d => d.Severity == Severity.Error);
        },
        iter: 40,
        threads: 1);

    [Fact]
    public void Every_code_is_unique_and_has_a_page()
    {
        string[] codes = [.. typeof(WorkspaceCodes).GetFields().Select(f => (string)f.GetRawConstantValue()!)];
        Assert.Equal(codes.Distinct(), codes);
        Assert.All(codes, code => Assert.StartsWith($"# {code}: ", File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", $"{code}.md")), StringComparison.Ordinal));
    }
}
