using System.Text.RegularExpressions;
using Plenum.Cli;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Tests.Workspace;
using Plenum.Workspace;
using Plenum.Workspace.Scenarios;

namespace Plenum.Tests.Cli;

/// <summary>What the README shows is run as it stands.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    /// <summary>All but those that go on until they are ended, and what is asked of them; the tests of the studio and of the cluster start these.</summary>
    public static TheoryData<string> Commands => [.. CommandLines().Matches(Readme).Select(m => m.Groups[1].Value.Trim())];

    [Theory, MemberData(nameof(Commands))]
    public void Every_command_works_as_shown(string command)
    {
        var folder = Directory.CreateTempSubdirectory("plenum-readme-");
        try
        {
            string[] args = [.. Words().Matches(command).Select(m => m.Value.Trim('"'))];
            var run = CommandRun.In(folder.FullName, Repository.Root, args);
            Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
            Assert.True(run.Output.Length > 0 || folder.GetFiles().Length == 1, "Neither an answer nor a file.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_commands_are_found() => Assert.InRange(Commands.Count, 8, 40);

    /// <summary>The lines between the braces are those of the README, which shall therefore compile and give the answer it promises.</summary>
    [Fact]
    public void The_library_example_compiles_and_answers()
    {
        string shown = LibraryExample().Match(Readme).Groups[1].Value.Replace("\r", "", StringComparison.Ordinal);
        string source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Plenum.Tests", "Cli", "ReadmeTests.cs")).Replace("\r", "", StringComparison.Ordinal);
        foreach (string line in shown.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.Contains("Project.Open", StringComparison.Ordinal) && !l.StartsWith("Console", StringComparison.Ordinal)))
        {
            Assert.Contains(line, source, StringComparison.Ordinal);
        }

        var findings = new DiagnosticBag();
        var project = Project.Open(Path.Combine(Repository.Root, "models", "china")).Project!;
        var model = ProjectModel.Load(project, [], findings)!;
        var runner = new Runner(project, model, TimeProvider.System);
        var baseline = runner.SolveBaseline(Baseline.Read(project, model, findings)!);
        var tariff = new ScenarioBinder(model, project.Scenarios, findings).Bind("S01")!;
        var answer = runner.SolveScenario(baseline.Paths, tariff);
        var quarter = Period.Parse("2027Q4");
        Assert.InRange(answer.Solution.Paths["gdp_real", quarter] / baseline.Paths["gdp_real", quarter] - 1, -0.02, -0.005);
    }

    [GeneratedRegex(@"^\./plenum(?! studio| worker|.*--cluster) ?([^#\r\n]*)", RegexOptions.Multiline)]
    private static partial Regex CommandLines();

    [GeneratedRegex("""
        "[^"]*"|\S+
        """)]
    private static partial Regex Words();

    [GeneratedRegex("```csharp\r?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex LibraryExample();
}
