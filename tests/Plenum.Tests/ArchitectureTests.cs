using System.Xml.Linq;
using Plenum.Tests.Workspace;

namespace Plenum.Tests;

/// <summary>A project knows only those before it, and the inner ones need nothing but the base class library.</summary>
public sealed class ArchitectureTests
{
    /// <summary>The order in which the projects build on one another.</summary>
    private static readonly string[] s_order = ["Plenum.Series", "Plenum.Language", "Plenum.Numerics", "Plenum.Engine", "Plenum.Workspace", "Plenum.Report", "Plenum.Cluster", "Plenum.Cli", "Plenum.Studio"];

    private static readonly string[] s_plain = ["Plenum.Language", "Plenum.Numerics", "Plenum.Engine"];

    [Fact]
    public void Every_project_has_its_place_in_the_order() =>
        Assert.Empty(Projects().Select(p => p.Name).Except(s_order));

    [Fact]
    public void Projects_refer_only_to_those_before_them() => Assert.All(Projects(), project =>
    {
        string[] before = s_order[..Array.IndexOf(s_order, project.Name)];
        Assert.Subset(before.ToHashSet(), References(project.File, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/'))).ToHashSet());
    });

    [Fact]
    public void Language_numerics_and_engine_reference_no_package() =>
        Assert.All(Projects().Where(p => s_plain.Contains(p.Name)), project => Assert.Empty(References(project.File, "PackageReference")));

    [Fact]
    public void A_shipped_package_lives_in_one_project()
    {
        var homes = Projects().SelectMany(p => References(p.File, "PackageReference").Select(package => (Package: package, p.Name))).ToList();
        Assert.NotEmpty(homes);
        Assert.Equal(homes.Select(h => h.Package).Distinct(), homes.Select(h => h.Package));
    }

    [Fact]
    public void Every_referenced_package_is_accounted_for()
    {
        string text = Repository.Read("docs", "dependencies.md");
        string[] projects = Directory.GetFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories);
        Assert.All(projects.SelectMany(file => References(file, "PackageReference")).Distinct(), package =>
            Assert.Contains($"\n| {package} |", text, StringComparison.Ordinal));
    }

    private static IEnumerable<(string Name, string File)> Projects() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(file => (Path.GetFileNameWithoutExtension(file), file));

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(project).Descendants(kind).Select(e => (string)e.Attribute("Include")!);
}
