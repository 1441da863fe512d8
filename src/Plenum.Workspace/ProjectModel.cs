using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;

namespace Plenum.Workspace;

/// <summary>The model of a project, read and bound.</summary>
public static class ProjectModel
{
    /// <summary>Reads and binds the model's files.</summary>
    /// <param name="project">The project.</param>
    /// <param name="variants">The variants to switch on.</param>
    /// <param name="findings">Takes all findings.</param>
    /// <returns>The model; null where there is an error.</returns>
    public static BoundModel? Load(Project project, IReadOnlyList<string> variants, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(variants);
        ArgumentNullException.ThrowIfNull(findings);
        var files = project.ReadModel(findings);
        foreach (var file in files.Where(f => string.IsNullOrWhiteSpace(f.Text)))
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.WrongFile, $"'{file.Path}' is empty.", new SourceSpan(file, 0, 0), "a file of the model declares names and equations.", "write the model in it, or take it out of 'model' in project.yaml."));
        }

        if (findings.HasErrors) { return null; }
        var bound = Binder.Bind([.. files.Select(Parser.Parse)], new BinderOptions { Variants = variants });
        findings.AddRange(bound.Diagnostics);
        if (bound.Model is not { } model) { return null; }
        if (model.Frequency == project.Start.Frequency) { return model; }
        int place = Math.Max(0, project.File.Text.IndexOf("start:", StringComparison.Ordinal));
        findings.Add(Diagnostic.Error(WorkspaceCodes.WrongPeriod, $"the project starts in {project.Start}, but the model is {model.Frequency.ToString().ToLowerInvariant()}.", new SourceSpan(project.File, place, 5), null, "write the periods of project.yaml in the model's frequency."));
        return null;
    }
}
