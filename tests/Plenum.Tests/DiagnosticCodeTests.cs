using System.Reflection;
using System.Text.RegularExpressions;
using Plenum.Cluster;
using Plenum.Engine.Solving;
using Plenum.Engine.Structure;
using Plenum.Language.Binding;
using Plenum.Language.Syntax;
using Plenum.Series;
using Plenum.Tests.Workspace;
using Plenum.Workspace;

namespace Plenum.Tests;

/// <summary>Every code that a reader can meet has a page, and every page a code.</summary>
public sealed partial class DiagnosticCodeTests
{
    private static readonly Type[] s_holders = [typeof(SyntaxCodes), typeof(BindingCodes), typeof(StructureCodes), typeof(DataCode), typeof(WorkspaceCodes), typeof(SolveCodes), typeof(ClusterCodes)];

    [Fact]
    public void Every_code_is_held_by_one_constant_alone()
    {
        string[] codes = [.. Constants()];
        Assert.Equal(codes.Distinct(), codes);
    }

    [Fact]
    public void Every_code_has_a_page_and_every_page_a_code() => Assert.Equal(Used().Order(), Pages().Order());

    [Fact]
    public void Every_page_begins_with_its_code() =>
        Assert.All(Pages(), code => Assert.Matches($"^# {code}:? \\S", Repository.Read("docs", "diagnostics", $"{code}.md")));

    [Fact]
    public void The_index_lists_every_page_once_in_order() =>
        Assert.Equal(Pages().Order(), Entry().Matches(Repository.Read("docs", "diagnostics", "README.md")).Select(m => m.Groups[1].Value));

    private static IEnumerable<string> Constants() =>
        s_holders.SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(f => (string)f.GetRawConstantValue()!);

    /// <summary>The codes of the constants, and those written in place.</summary>
    private static IEnumerable<string> Used() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Literal().Matches(File.ReadAllText(file))).Select(m => m.Groups[1].Value)
            .Concat(Constants()).Distinct();

    private static IEnumerable<string> Pages() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "docs", "diagnostics"), "PL*.md").Select(file => Path.GetFileNameWithoutExtension(file));

    [GeneratedRegex("\"(PL0[0-9]{3})\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\| \[(PL0[0-9]{3})\]\(PL0[0-9]{3}\.md\) \|", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
