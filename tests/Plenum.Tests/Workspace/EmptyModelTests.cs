using Plenum.Language.Diagnostics;
using Plenum.Workspace;

namespace Plenum.Tests.Workspace;

public sealed class EmptyModelTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n\n")]
    public void Empty_model_file_is_named(string text)
    {
        var folder = Directory.CreateTempSubdirectory("plenum-empty-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "project.yaml"), "model: [nothing.plenum]\nstart: 2000Q1\nend: 2001Q4\n");
            File.WriteAllText(Path.Combine(folder.FullName, "nothing.plenum"), text);
            var findings = new DiagnosticBag();
            var opened = Project.Open(folder.FullName, ".");
            Assert.Empty(opened.Diagnostics);
            Assert.Null(ProjectModel.Load(opened.Project!, [], findings));
            var finding = Assert.Single(findings);
            Assert.Equal("PL0511", finding.Code);
            Assert.Contains("nothing.plenum' is empty", finding.Message, StringComparison.Ordinal);
            Assert.NotNull(finding.Help);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
