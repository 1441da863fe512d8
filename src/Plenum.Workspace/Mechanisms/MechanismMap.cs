using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Files;

namespace Plenum.Workspace.Mechanisms;

/// <summary>The mechanisms of a project: what drives what in its model, and how that is tested.</summary>
public sealed class MechanismMap
{
    private static readonly string[] s_keys = ["id", "title", "cause", "effect", "chain", "equations", "links", "observable", "experiments"];
    private static readonly string[] s_experimentKeys = [.. ExpectationReader.ExperimentKeys, "name", "measures"];
    private const string Arrow = "->";
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
            var links = mechanism.Links.Select(l => (From: SymbolOf(l.From, model, findings), To: SymbolOf(l.To, model, findings))).ToList();
            if (expectations.Contains(null)) { continue; }
            bound.Add(new BoundMechanism(mechanism, equations, [.. expectations.Select(e => e!)]) { Links = [.. links.Where(l => l is { From: not null, To: not null }).Select(l => new BoundLink(l.From!, l.To!))] });
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
        return new Mechanism(id, keys.Text("title") ?? id, keys.Text("cause") ?? "", keys.Text("effect") ?? "", keys.Text("chain") ?? "", keys.Names("equations") ?? [], keys.Text("observable"), expectations, keys.Span) { Links = [.. (keys.Names("links") ?? []).Select(l => LinkOf(l, keys)).OfType<MechanismLink>()] };
    }

    /// <summary>Reads "cause -> effect"; null after an error.</summary>
    private static MechanismLink? LinkOf(PlacedName text, MapReader keys)
    {
        string[] ends = text.Name.Split(Arrow);
        if (ends is [{ Length: > 0 }, { Length: > 0 }]) { return new MechanismLink(new PlacedName(ends[0].Trim(), text.Span), new PlacedName(ends[1].Trim(), text.Span)); }
        keys.Report(WorkspaceCodes.WrongValue, $"'{text.Name}' is not an arrow between two variables.", text.Span, "a link leads from the variable that drives to the one that is driven.", "write for instance:  links: [\"house_price -> core_consumption\"]");
        return null;
    }

    private static Symbol? SymbolOf(PlacedName name, BoundModel model, DiagnosticBag findings)
    {
        if (model.Find(name.Name) is { } symbol) { return symbol; }
        string? near = Suggestion.Nearest(name.Name, model.Symbols.Select(s => s.Name));
        findings.Add(Diagnostic.Error(WorkspaceCodes.UnknownName, $"the model has no name '{name.Name}'.", name.Span, "a link leads from one name of the model to another.", near is null ? "name a variable of the model." : $"did you mean '{near}'?"));
        return null;
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
