using System.Globalization;
using System.Text.RegularExpressions;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;
using Plenum.Tests.Workspace;

namespace Plenum.Tests.China;

/// <summary>The files of the China model and of its reference solution, as they lie in the repository.</summary>
internal static partial class ChinaFiles
{
    public static string Root { get; } = Repository.Root;

    public static string Folder { get; } = Path.Combine(Root, "models", "china");

    public static string Fixtures { get; } = Path.Combine(Root, "tests", "Plenum.Tests", "China", "Data");

    private static readonly Lazy<IReadOnlyList<ModelSyntax>> Parsed = new(() => [.. ModelFiles().Select(f => Parser.Parse(new SourceText(f, File.ReadAllText(Path.Combine(Folder, f)))))]);

    public static IReadOnlyList<ModelSyntax> Syntax => Parsed.Value;

    public static BindResult Bind(params string[] variants) => Binder.Bind(Syntax, new BinderOptions { Variants = variants });

    /// <summary>The model files in the order that the project lists them.</summary>
    public static IReadOnlyList<string> ModelFiles() =>
        [.. ModelFileLine().Matches(File.ReadAllText(Path.Combine(Folder, "project.yaml"))).Select(m => m.Groups[1].Value)];

    /// <summary>The names a scenario or probe changes, with the word for their role.</summary>
    public static IEnumerable<(string Role, string Name)> Changes(string file) =>
        from line in ChangeLine().Matches(File.ReadAllText(file))
        from name in ScalarName().Matches(line.Groups[2].Value)
        select (line.Groups[1].Value, name.Value);

    /// <summary>The rows of a table that begin with a name and go on with numbers, and the periods of its head line.</summary>
    public static (IReadOnlyList<string> Periods, IReadOnlyDictionary<string, double[]> Rows) Table(string path)
    {
        var lines = File.ReadLines(path).Select(Fields).ToList();
        return (lines[0][1..], lines.Skip(1).ToDictionary(f => f[0], f => f[1..].Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray()));
    }

    /// <summary>The names of the reference solution, each with the name in the model text.</summary>
    public static IReadOnlyDictionary<string, string> Names() =>
        File.ReadLines(Path.Combine(Fixtures, "names.csv")).Skip(1).Select(Fields).ToDictionary(f => f[0], f => f[1]);

    private static string[] Fields(string line) => [.. Field().Matches(line).Select(m => m.Value.Trim('"'))];

    [GeneratedRegex(@"^ +- (model/\S+)", RegexOptions.Multiline)]
    private static partial Regex ModelFileLine();

    [GeneratedRegex(@"^ +- (exogenous|shock|add_factor|parameter): (.+)$", RegexOptions.Multiline)]
    private static partial Regex ChangeLine();

    [GeneratedRegex(@"[a-z]\w*(\[\w+(,\w+)*\])?")]
    private static partial Regex ScalarName();

    [GeneratedRegex("""
        "[^"]*"|[^,"\r]+
        """)]
    private static partial Regex Field();
}
