using Plenum.Language.Diagnostics;
using Plenum.Workspace.History;

namespace Plenum.Workspace.Claims;

/// <summary>The claims of a project, and how history is simulated to test them.</summary>
/// <param name="Source">Who makes the claims; empty where it is not said.</param>
/// <param name="Claims">The claims, in the order of the file.</param>
/// <param name="Simulation">The simulation of history; null where there is none.</param>
public sealed record ClaimSet(string Source, IReadOnlyList<Claim> Claims, ClaimSimulation? Simulation)
{
    /// <summary>Reads the file that the project names; without one there are no claims.</summary>
    /// <param name="project">The project.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static ClaimSet Read(Project project, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(findings);
        return project.Claims is { } file && project.Files.Read(file.Name, file.Span, findings) is { } source
            ? new ClaimReader(project, findings).Read(source)
            : new ClaimSet("", [], null);
    }
}

/// <summary>How history is simulated, with the names as written.</summary>
/// <param name="Options">Periods and rules.</param>
/// <param name="Names">The names of the rules, each with its place.</param>
/// <param name="Span">Where it is written.</param>
public sealed record ClaimSimulation(DynamicSimulationOptions Options, IReadOnlyList<PlacedName> Names, SourceSpan Span);
