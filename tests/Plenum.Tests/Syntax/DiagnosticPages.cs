using System.Runtime.CompilerServices;
using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;

namespace Plenum.Tests.Syntax;

/// <summary>Each code has a page in <c>docs/diagnostics</c>, and the example there gives the message printed there.</summary>
public sealed class DiagnosticPages
{
    public static TheoryData<string> Codes => [.. typeof(SyntaxCodes).GetFields().Select(f => (string)f.GetValue(null)!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_page_of_a_code_shows_what_gives_it(string code)
    {
        string[] parts = File.ReadAllText(PathOfPage(code)).ReplaceLineEndings("\n").Split("```\n");
        Assert.StartsWith($"# {code}: ", parts[0], StringComparison.Ordinal);
        Assert.Contains($" {code}: ", parts[^2], StringComparison.Ordinal);

        // The first two have no example: it would be 4 MB long, or no text.
        if (code is SyntaxCodes.TooLarge or SyntaxCodes.NotText) { return; }
        var model = Parser.Parse(new SourceText("model.plenum", parts[1].TrimEnd('\n')));
        Assert.Equal(parts[3].TrimEnd('\n'), Assert.Single(model.Diagnostics).ToString());
    }

    private static string PathOfPage(string code, [CallerFilePath] string caller = "") =>
        Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", "..", "docs", "diagnostics", $"{code}.md");
}
