using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Files;
using Plenum.Workspace.Plans;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace;

/// <summary>A project folder on disk: model text, baseline data and scenarios, described by its <c>project.yaml</c>.</summary>
/// <remarks>Model files and scenarios are read when they are asked for. Nothing outside the folder is opened.</remarks>
public sealed class Project
{
    /// <summary>The name of the file that makes a folder a project.</summary>
    public const string FileName = "project.yaml";

    private IReadOnlyList<SourceText>? _modelFiles;

    internal Project(ProjectFolder files) => Files = files;

    /// <summary>The full path of the folder.</summary>
    public string Folder => Files.Root;

    /// <summary>The project's name: that of its folder.</summary>
    public string Name => Path.GetFileName(Folder);

    /// <summary>The text of <c>project.yaml</c>.</summary>
    public required SourceText File { get; init; }

    /// <summary>The model's files, as paths inside the folder, each with the place where it is named.</summary>
    public required IReadOnlyList<PlacedName> ModelFiles { get; init; }

    /// <summary>Where the baseline's data lie.</summary>
    public required BaselineFiles Baseline { get; init; }

    /// <summary>The folder of the observed data, inside this folder; null where the project has none.</summary>
    public required PlacedName? Data { get; init; }

    /// <summary>The file of the mechanism map, inside the folder; null where the project has none.</summary>
    public PlacedName? Mechanisms { get; init; }

    /// <summary>The file of the claims that the scorecard tests, inside the folder; null where the project has none.</summary>
    public PlacedName? Claims { get; init; }

    /// <summary>The file of the instruments that a user can move, inside the folder; null where the project has none.</summary>
    public PlacedName? Instruments { get; init; }

    /// <summary>The file that says what is not known, inside the folder; null where the project has none.</summary>
    public PlacedName? Uncertainty { get; init; }

    /// <summary>First period that is solved.</summary>
    public required Period Start { get; init; }

    /// <summary>Last period that is solved.</summary>
    public required Period End { get; init; }

    /// <summary>First period in which a scenario may differ from the baseline; <see cref="Start"/> unless given.</summary>
    public required Period ScenarioStart { get; init; }

    /// <summary>Last period of history; the one before <see cref="ScenarioStart"/> unless given.</summary>
    public required Period HistoryEnd { get; init; }

    /// <summary>The variables to show first.</summary>
    public required IReadOnlyList<HeadlineVariable> Headline { get; init; }

    /// <summary>The scenarios to show first.</summary>
    public required IReadOnlyList<PlacedName> HeadlineScenarios { get; init; }

    /// <summary>The scenarios, and after them the probes.</summary>
    public required ScenarioCatalog Scenarios { get; init; }

    /// <summary>The plans: targets for which instruments are sought.</summary>
    public required PlanCatalog Plans { get; init; }

    /// <summary>The files of the folder.</summary>
    internal ProjectFolder Files { get; }

    /// <summary>Opens a project folder.</summary>
    /// <param name="folder">The folder that contains <c>project.yaml</c>.</param>
    /// <param name="shownAs">The folder as messages shall show it; as given where null.</param>
    /// <returns>The project, or what is wrong with its <c>project.yaml</c>.</returns>
    public static ProjectResult Open(string folder, string? shownAs = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var findings = new DiagnosticBag();
        var project = ProjectReader.Read(new ProjectFolder(folder, shownAs ?? folder), findings);
        return new ProjectResult(findings.HasErrors ? null : project, [.. findings.ByPlace()]);
    }

    /// <summary>Reads the model's files; those that cannot be read are left out and reported.</summary>
    public IReadOnlyList<SourceText> ReadModel(DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        _modelFiles ??= [.. ModelFiles.Select(f => Files.Read(f.Name, f.Span, findings)).OfType<SourceText>()];
        return _modelFiles;
    }
}

/// <summary>How opening a project ended.</summary>
/// <param name="Project">The project; null where an error keeps it from being used.</param>
/// <param name="Diagnostics">What was found.</param>
public sealed record ProjectResult(Project? Project, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>The data files of a baseline, each null where the project has none; paths inside the folder.</summary>
/// <param name="StartValues">Values before the first solved period.</param>
/// <param name="Exogenous">Paths of exogenous names.</param>
/// <param name="AddFactors">Paths of add-factors.</param>
public sealed record BaselineFiles(PlacedName? StartValues, PlacedName? Exogenous, PlacedName? AddFactors)
{
    /// <summary>The file that says how these are built from data and judgement; null where they are given as they stand.</summary>
    public PlacedName? Assumptions { get; init; }
}

/// <summary>A variable to show first.</summary>
/// <param name="Variable">Its name.</param>
/// <param name="Kind">How its deviations are written; null where its unit decides.</param>
/// <param name="Label">A short label for tables; null for the one that the model gives.</param>
public sealed record HeadlineVariable(PlacedName Variable, DeviationKind? Kind, string? Label = null);
