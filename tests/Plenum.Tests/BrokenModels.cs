using System.Text.RegularExpressions;

namespace Plenum.Tests;

/// <summary>The messages about broken models as a whole: there are many, and each says what, why and how to mend it.</summary>
public sealed partial class BrokenModels
{
    private static readonly string[] s_folders = ["Syntax", "Binding", "Solving"];

    [Fact]
    public void At_least_forty_broken_models_are_told_what_why_and_how_to_mend_it()
    {
        string[] files = [.. s_folders.SelectMany(folder => Directory.GetFiles(Snapshot.Folder(folder), "*.txt"))];
        Assert.InRange(files.Length, 40, int.MaxValue);
        Assert.All(files, file =>
        {
            string[] findings = Findings(File.ReadAllText(file).ReplaceLineEndings("\n"));
            Assert.NotEmpty(findings);
            Assert.All(findings, finding =>
            {
                Assert.Matches(Head(), finding);
                Assert.Contains("\n  why:  ", finding, StringComparison.Ordinal);
                Assert.Contains("\n  help: ", finding, StringComparison.Ordinal);
            });
        });
    }

    /// <summary>What stands below the line of dashes, finding by finding.</summary>
    private static string[] Findings(string snapshot) => snapshot.Split("\n----\n")[^1].Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"^(\S+:\d+:\d+: )?(error|warning|info) PL0\d{3}: \S")]
    private static partial Regex Head();
}
