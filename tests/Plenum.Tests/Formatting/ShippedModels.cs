using Plenum.Language.Diagnostics;
using Plenum.Language.Formatting;
using Plenum.Language.Syntax;
using Plenum.Tests.Workspace;

namespace Plenum.Tests.Formatting;

public sealed class ShippedModels
{
    private static readonly string s_models = Path.Combine(Repository.Root, "models");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(s_models, "*.plenum", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(s_models, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Stand_in_canonical_form(string file)
    {
        string text = File.ReadAllText(Path.Combine(s_models, file)).ReplaceLineEndings("\n");
        Assert.Equal(text, Formatter.Format(Parser.Parse(new SourceText(file, text))));
    }
}
