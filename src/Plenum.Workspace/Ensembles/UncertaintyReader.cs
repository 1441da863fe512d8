using System.Globalization;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Workspace.Files;

namespace Plenum.Workspace.Ensembles;

/// <summary>Reads the file of a project that says what is not known.</summary>
internal sealed class UncertaintyReader(Project project, BoundModel model, DiagnosticBag findings)
{
    private static readonly string[] s_keys = ["draw", "distribution", "exogenous", "parameters", "risks", "yardsticks"];
    private static readonly string[] s_pathKeys = ["names", "in", "source"];
    private static readonly string[] s_riskKeys = ["scenario", "probability", "source"];
    private static readonly IReadOnlyList<(string Word, bool Value)> s_distributions = [("normal", false), ("bootstrap", true)];
    private static readonly IReadOnlyList<(string Word, bool Value)> s_forms = [("log", true), ("level", false)];

    /// <summary>Reads the file; null where it cannot be read at all.</summary>
    public UncertaintyPlan? Read(SourceText source)
    {
        if (YamlFile.Read(source, "it says what is not known.", findings) is not { } map) { return null; }
        var keys = new MapReader(map, "a file of uncertainty", s_keys, findings);
        keys.Require("draw", "[shocks, exogenous]");
        bool bootstraps = keys.Has("distribution") && keys.Word("distribution", s_distributions) == true;
        var paths = YamlGroups.Of(keys, "exogenous", "an exogenous path").SelectMany(g => Paths(new MapReader(g, "an exogenous path", s_pathKeys, findings))).ToList();
        foreach (var twice in paths.GroupBy(p => p.Symbol.Name).Where(g => g.Count() > 1)) { findings.Add(Diagnostic.Error(WorkspaceCodes.Duplicate, $"'{twice.Key}' is named twice.", twice.Last().Span, null, "keep one of the two.")); }
        var risks = YamlGroups.Of(keys, "risks", "a risk").Select(g => Risk(new MapReader(g, "a risk", s_riskKeys, findings))).OfType<DeclaredRisk>().ToList();
        var yardsticks = YamlGroups.Of(keys, "yardsticks", "a yardstick").Select(g => YardstickReader.Read(new MapReader(g, "a yardstick", YardstickReader.Keys, findings), model, findings)).OfType<Yardstick>().ToList();
        return new UncertaintyPlan(Parts(keys), bootstraps, paths, risks) { Priors = Priors(keys), Yardsticks = yardsticks };
    }

    private List<ParameterPrior> Priors(MapReader keys)
    {
        var reader = new PriorReader(model, findings);
        var priors = YamlGroups.Of(keys, "parameters", "a prior").SelectMany(g => reader.Read(new MapReader(g, "a prior", PriorReader.Keys, findings))).ToList();
        foreach (var twice in priors.GroupBy(p => p.Symbol.Name).Where(g => g.Count() > 1)) { findings.Add(Diagnostic.Error(WorkspaceCodes.Duplicate, $"'{twice.Key}' has two priors.", twice.Last().Span, null, "keep one of the two.")); }
        return priors;
    }

    private HashSet<UncertainPart> Parts(MapReader keys)
    {
        var parts = new HashSet<UncertainPart>();
        foreach (var name in keys.Names("draw") ?? [])
        {
            int at = UncertaintyPlan.Words.ToList().FindIndex(w => w.Word == name.Name);
            if (at >= 0) { parts.Add(UncertaintyPlan.Words[at].Value); }
            else { keys.Report(WorkspaceCodes.WrongValue, $"'draw' lists {string.Join(", ", UncertaintyPlan.Words.Select(w => w.Word))}, not '{name.Name}'.", name.Span, null, "write for instance:  draw: [shocks, exogenous]"); }
        }

        return parts;
    }

    private IEnumerable<UncertainPath> Paths(MapReader keys)
    {
        keys.Require("names", "[import_demand]");
        bool? isRelative = keys.Has("in") ? keys.Word("in", s_forms) : null;
        foreach (var name in keys.Names("names") ?? [])
        {
            foreach (var symbol in Symbols(name)) { yield return new UncertainPath(symbol, isRelative ?? Deviation.KindOf(symbol) == DeviationKind.Percent, name.Span); }
        }
    }

    /// <summary>The exogenous variable of a name, or all members of a name over a set.</summary>
    private List<Symbol> Symbols(PlacedName name)
    {
        List<Symbol> named = [.. model.Symbols.Where(s => s.Name == name.Name || (s.Family == name.Name && s.Role != Role.AddFactor))];
        if (named.Count == 0)
        {
            string? near = Suggestion.Nearest(name.Name, model.Symbols.Where(s => s.Role == Role.Exogenous).SelectMany(s => new[] { s.Name, s.Family }).Distinct());
            findings.Add(Diagnostic.Error(WorkspaceCodes.UnknownName, $"the model has no name '{name.Name}'.", name.Span, null, near is null ? "name an exogenous variable." : $"did you mean '{near}'?"));
        }

        foreach (var other in named.Where(s => s.Role != Role.Exogenous).Take(1))
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.WrongUncertainPath, $"'{other.Name}' is not exogenous.", name.Span, "its path is found by the model, or is the same in all periods.", "name an exogenous variable; add-factors are drawn by themselves, and parameters stand under 'parameters'."));
        }

        return named.TrueForAll(s => s.Role == Role.Exogenous) ? named : [];
    }

    private DeclaredRisk? Risk(MapReader keys)
    {
        keys.Require("scenario", "S01");
        keys.Require("probability", "0.15");
        keys.Require("source", "set by judgement");
        if (keys.Text("scenario") is not { } scenario || keys.Number("probability") is not { } probability) { return null; }
        if (probability is > 0.0 and < 1.0) { return new RiskReader(project, model, findings).Bind(scenario, probability, keys.Node("scenario")!.Span) is { } risk ? new DeclaredRisk(risk, keys.Text("source") ?? "") : null; }
        keys.Report(WorkspaceCodes.WrongRisk, string.Create(CultureInfo.InvariantCulture, $"the probability {probability} does not lie between 0 and 1."), keys.Node("probability")!.Span, "it is the probability that the event comes within a year.", "write for instance:  probability: 0.15");
        return null;
    }
}
