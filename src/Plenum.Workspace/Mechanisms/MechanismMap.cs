using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Files;

namespace Plenum.Workspace.Mechanisms;

/// <summary>The mechanisms of a project: what drives what in its model, and how that is tested.</summary>
public sealed class MechanismMap
{
    private static readonly string[] s_keys = ["id", "title", "cause", "effect", "chain", "equations", "observable", "experiments"];
    private static readonly string[] s_experimentKeys = [.. ExpectationReader.ExperimentKeys, "name", "measures"];
    private readonly Project _project;

    private MechanismMap(Project project, IReadOnlyList<Mechanism> mechanisms) => (_project, All) = (project, mechanisms);

    /// <summary>All mechanisms, in the order of the file.</summary>
    public IReadOnlyList<Mechanism> All { get; }

    /// <summary>Reads the file that the project names; without one there are no mechanisms.</summary>
    /// <param name="project">The project.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static MechanismMap Read(Project project, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(findings);
        var mechanisms = new List<Mechanism>();
        if (project.Mechanisms is not { } file || project.Files.Read(file.Name, file.Span, findings) is not { } source) { return new MechanismMap(project, mechanisms); }
        var experiments = new ExpectationReader(project.Scenarios.Window, findings);
        foreach (var map in YamlGroups.Read(source, "mechanisms", "a mechanism", findings))
        {
            if (Read(new MapReader(map, "a mechanism", s_keys, findings), experiments, findings) is not { } mechanism) { continue; }
            if (mechanisms.Exists(m => Same(m.Id, mechanism.Id))) { findings.Add(Diagnostic.Error(WorkspaceCodes.Duplicate, $"the id '{mechanism.Id}' belongs to two mechanisms.", mechanism.Span, null, "give one of them another id.")); }
            mechanisms.Add(mechanism);
        }

        return new MechanismMap(project, mechanisms);
    }

    /// <summary>The mechanism of that id, in upper or lower case; null where there is none.</summary>
    public Mechanism? Find(string id) => All.FirstOrDefault(m => Same(m.Id, id));

    /// <summary>Binds mechanisms to the project's model.</summary>
    /// <param name="mechanisms">The mechanisms.</param>
    /// <param name="model">The model.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The mechanisms; those with errors are left out.</returns>
    public IReadOnlyList<BoundMechanism> Bind(IEnumerable<Mechanism> mechanisms, BoundModel model, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(mechanisms);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(findings);
        var binder = new ExperimentBinder(_project, model, findings);
        var bound = new List<BoundMechanism>();
        foreach (var mechanism in mechanisms)
        {
            var equations = mechanism.Equations.SelectMany(e => EquationsOf(e, model, findings)).ToList();
            var expectations = mechanism.Expectations.Select(binder.Bind).ToList();
            if (!expectations.Contains(null)) { bound.Add(new BoundMechanism(mechanism, equations, [.. expectations.Select(e => e!)])); }
        }

        return bound;
    }

    private static Mechanism? Read(MapReader keys, ExpectationReader experiments, DiagnosticBag findings)
    {
        keys.Require("id", "M1");
        keys.Require("title", "From plan to instruments");
        keys.Require("cause", "growth below target");
        keys.Require("effect", "public investment");
        keys.Require("chain", "a sentence on how one leads to the other");
        keys.Require("equations", "[growth_stimulus]");
        var expectations = YamlGroups.Of(keys, "experiments", "an experiment").SelectMany(map => experiments.Measures(new MapReader(map, "an experiment", s_experimentKeys, findings))).ToList();
        if (keys.Text("id") is not { } id) { return null; }
        if (expectations.Count == 0) { keys.Report(WorkspaceCodes.UntestedMechanism, $"nothing tests the mechanism '{id}'.", keys.PlaceOf("id"), "it has no experiment that measures something.", "add 'experiments', each with 'run' or 'changes' and 'measures'."); }
        return new Mechanism(id, keys.Text("title") ?? id, keys.Text("cause") ?? "", keys.Text("effect") ?? "", keys.Text("chain") ?? "", keys.Names("equations") ?? [], keys.Text("observable"), expectations, keys.Span);
    }

    private static List<BoundEquation> EquationsOf(PlacedName name, BoundModel model, DiagnosticBag findings)
    {
        var columns = model.Symbols.Where(s => s.Name == name.Name || (s.Family == name.Name && s.Role == Role.Endogenous)).Select(s => s.Column).ToHashSet();
        var equations = model.Equations.Where(e => columns.Contains(e.Determines)).ToList();
        if (equations.Count > 0) { return equations; }
        var determined = model.Equations.Where(e => e.Determines >= 0).Select(e => model.Symbols[e.Determines]);
        string? near = Suggestion.Nearest(name.Name, determined.SelectMany(s => new[] { s.Name, s.Family }).Distinct());
        string fact = columns.Count > 0 ? $"no equation determines '{name.Name}'." : $"the model has no name '{name.Name}'.";
        findings.Add(Diagnostic.Error(WorkspaceCodes.NoEquation, fact, name.Span, "'equations' names the variables whose equations carry the mechanism.", near is null ? "name a variable that the model determines." : $"did you mean '{near}'?"));
        return [];
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
