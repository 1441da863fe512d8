using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Files;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Plans;

/// <summary>The plans of a project, read from their files when they are asked for.</summary>
/// <remarks>A plan goes by its id or by the name of its file; upper and lower case are alike.</remarks>
public sealed class PlanCatalog
{
    private readonly ProjectFolder _folder;
    private readonly PlacedName? _plans;
    private readonly ScenarioWindow _window;
    private readonly Period _history;
    private List<Plan>? _read;

    internal PlanCatalog(ProjectFolder folder, PlacedName? plans, ScenarioWindow window, Period history) => (_folder, _plans, _window, _history) = (folder, plans, window, history);

    /// <summary>Reads all plans, in order of file name.</summary>
    public IReadOnlyList<Plan> All(DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (_read is not null) { return _read; }
        _read = [];
        foreach (string path in _plans is { } place ? _folder.List(place.Name, ".yaml") : [])
        {
            // Findings of one file are collected apart, since those of others must not keep it from being read.
            var own = new DiagnosticBag();
            if (_folder.Read(path, null, findings) is { } file && PlanReader.Read(file, _window, own, _history) is { } plan)
            {
                if (_read.Find(p => Same(p.Id, plan.Id)) is { } other) { own.Add(Diagnostic.Error(WorkspaceCodes.Duplicate, $"the id '{plan.Id}' belongs to two plans.", new SourceSpan(file, Math.Max(0, file.Text.IndexOf("id:", StringComparison.Ordinal)), 2), $"'{other.File.Path}' has it too.", "give one of them another id.")); }
                _read.Add(plan);
            }

            findings.AddRange(own);
        }

        return _read;
    }

    /// <summary>Finds a plan by id or name of file; null where there is none.</summary>
    /// <param name="name">The id or the name.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="mention">Where a file names it; null where none does.</param>
    public Plan? Find(string name, DiagnosticBag findings, SourceSpan? mention = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(findings);
        var plans = All(findings);
        if ((plans.FirstOrDefault(p => Same(p.Id, name)) ?? plans.FirstOrDefault(p => Same(FileName(p), name))) is { } found) { return found; }
        string? near = Suggestion.Nearest(name, plans.Select(p => p.Id).Concat(plans.Select(FileName)));
        string help = plans.Count == 0 ? "put a plan into the folder 'plans' of the project." : near is null ? "plenum plan lists them." : $"did you mean '{near}'? plenum plan lists them all.";
        findings.Add(Diagnostic.Error(WorkspaceCodes.UnknownPlan, $"there is no plan '{name}'.", mention, null, help));
        return null;
    }

    /// <summary>The name of a plan's file without its ending.</summary>
    public static string FileName(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Path.GetFileNameWithoutExtension(plan.File.Path);
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
