using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Files;

namespace Plenum.Workspace.History;

/// <summary>Reads the assumptions of a baseline; names are checked later, against the model.</summary>
public static class AssumptionsReader
{
    private static readonly string[] s_keys = ["working", "start_levels", "shared", "exogenous", "add_factors", "judgement"];
    private static readonly string[] s_workingKeys = ["start_values", "exogenous", "add_factors"];
    private static readonly string[] s_levelKeys = ["name", "level", "source"];
    private static readonly string[] s_sharedKeys = ["add_factor", "with", "weight"];
    private static readonly string[] s_exogenousKeys = ["name", "path", "growth", "source"];
    private static readonly string[] s_ruleKeys = ["equations", "rule", "over", "left", "towards"];
    private static readonly string[] s_judgementKeys = ["variable", "path", "add_factor", "shared", "reason"];
    private static readonly IReadOnlyList<(string Word, bool Value)> s_rules = [("hold", false), ("fade", true)];

    /// <summary>Reads the assumptions that <c>project.yaml</c> names.</summary>
    /// <param name="project">The project.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The assumptions; null where there are none or an error was found.</returns>
    public static Assumptions? Read(Project project, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(findings);
        if (project.Baseline.Assumptions is not { } place)
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.MissingKey, "the project has no assumptions to build a baseline from.", new SourceSpan(project.File, 0, 0), "its baseline is given as it stands.", "add under 'baseline' a line such as:  assumptions: baseline/assumptions.yaml"));
            return null;
        }

        if (project.Files.Read(place.Name, place.Span, findings) is not { } source || YamlFile.Read(source, "it says what a baseline takes for given.", findings) is not { } map) { return null; }
        var assumptions = Read(new MapReader(map, "a file of assumptions", s_keys, findings), source, project.Start.Frequency, findings);
        return findings.HasErrors ? null : assumptions;
    }

    private static Assumptions? Read(MapReader keys, SourceText source, Frequency frequency, DiagnosticBag findings)
    {
        keys.Require("working", "\n            exogenous: baseline/working/exogenous.csv");
        var working = keys.Map("working") is { } map ? Working(new MapReader(map, "the working paths", s_workingKeys, findings)) : null;
        var levels = YamlGroups.Of(keys, "start_levels", "a start level").Select(g => Level(new MapReader(g, "a start level", s_levelKeys, findings))).OfType<StartLevel>().ToList();
        var shared = Shared(keys, findings);
        var exogenous = YamlGroups.Of(keys, "exogenous", "an exogenous path").Select(g => Exogenous(new MapReader(g, "an exogenous path", s_exogenousKeys, findings), frequency)).OfType<ExogenousPath>().ToList();
        var rules = YamlGroups.Of(keys, "add_factors", "a rule").Select(g => Rule(new MapReader(g, "a rule", s_ruleKeys, findings))).OfType<AddFactorOutlook>().ToList();
        var judgement = keys.Map("judgement") is { } led ? Judgement(new MapReader(led, "a judgement", s_judgementKeys, findings), frequency, findings) : null;
        return working is null ? null : new Assumptions(working, levels, shared, exogenous, rules, judgement, source);
    }

    private static BaselineFiles Working(MapReader keys)
    {
        return new BaselineFiles(File("start_values"), File("exogenous"), File("add_factors"));
        PlacedName? File(string key) => keys.Text(key) is { } path ? new PlacedName(path, keys.Node(key)!.Span) : null;
    }

    private static List<SharedSurprise> Shared(MapReader keys, DiagnosticBag findings)
    {
        var shared = new List<SharedSurprise>();
        foreach (var group in YamlGroups.Of(keys, "shared", "a shared surprise"))
        {
            var one = new MapReader(group, "a shared surprise", s_sharedKeys, findings);
            one.Require("add_factor", "investment_rate[traditional]");
            one.Require("with", "investment_rate[services]");
            if (Place(one, "add_factor") is { } follower && Place(one, "with") is { } leader) { shared.Add(new SharedSurprise(follower, leader, one.Has("weight") ? one.Number("weight") ?? 1 : 1)); }
        }

        return shared;
    }

    private static StartLevel? Level(MapReader keys)
    {
        keys.Require("name", "inventories");
        keys.Require("level", "20");
        keys.Require("source", "where the figure comes from");
        return Place(keys, "name") is { } name && keys.Number("level") is { } level ? new StartLevel(name, level, keys.Text("source") ?? "") : null;
    }

    private static ExogenousPath? Exogenous(MapReader keys, Frequency frequency)
    {
        keys.Require("name", "policy_rate_abroad");
        bool isGrowth = keys.Has("growth");
        if (!isGrowth) { keys.Require("path", "{ 2026Q1: 0.04, 2030Q1: 0.03 }"); }
        if (isGrowth && keys.Has("path")) { keys.Report(WorkspaceCodes.WrongAssumption, "an exogenous path has levels or growth, not both.", keys.PlaceOf("growth"), null, "remove one of 'path' and 'growth'."); }
        keys.Require("source", "where the figures come from");
        var points = Points(keys, isGrowth ? "growth" : "path", frequency);
        return Place(keys, "name") is { } name && points.Count > 0 ? new ExogenousPath(name, points, isGrowth, keys.Text("source") ?? "") : null;
    }

    private static AddFactorOutlook? Rule(MapReader keys)
    {
        keys.Require("equations", "[exports, imports]");
        keys.Require("rule", "hold");
        bool? fades = keys.Word("rule", s_rules);
        if (fades == true) { keys.Require("left", "0.9"); }
        double? left = fades == true ? keys.Number("left") : 1;
        int over = keys.Has("over") ? keys.Count("over") ?? 1 : 1;
        if (left is { } part and (< 0 or > 1)) { keys.Report(WorkspaceCodes.WrongValue, $"'left' is {part}, but an add-factor that fades leaves a share of itself.", keys.PlaceOf("left"), null, "write a number from 0 to 1."); }
        double? towards = keys.Has("towards") ? keys.Number("towards") : null;
        return keys.Names("equations") is { } names && fades is not null && left is { } fading ? new AddFactorOutlook(names, fading, towards, over) : null;
    }

    private static Judgement? Judgement(MapReader keys, Frequency frequency, DiagnosticBag findings)
    {
        keys.Require("variable", "output_gap");
        keys.Require("path", "{ 2026Q4: -0.02, 2030Q4: 0 }");
        keys.Require("add_factor", "consumption");
        keys.Require("reason", "the output gap closes by 2030");
        var points = Points(keys, "path", frequency);
        var shared = new List<SharedSurprise>();
        if (Place(keys, "add_factor") is not { } leader || Place(keys, "variable") is not { } variable || points.Count == 0) { return null; }
        foreach (var group in YamlGroups.Of(keys, "shared", "a shared judgement"))
        {
            var one = new MapReader(group, "a shared judgement", ["add_factor", "weight"], findings);
            one.Require("add_factor", "investment_rate");
            one.Require("weight", "0.5");
            if (Place(one, "add_factor") is { } follower && one.Number("weight") is { } weight) { shared.Add(new SharedSurprise(follower, leader, weight)); }
        }

        return new Judgement(variable, points, leader, shared, keys.Text("reason") ?? "");
    }

    private static List<(Period Period, double Value)> Points(MapReader keys, string name, Frequency frequency)
    {
        var points = new List<(Period Period, double Value)>();
        if (keys.Map(name) is { Entries.Count: 0 }) { keys.Report(WorkspaceCodes.WrongValue, $"'{name}' has no point.", keys.PlaceOf(name), null, $"write for instance:  {name}: {{ 2026Q1: 0.04 }}"); }
        foreach (var (key, value) in keys.Map(name)?.Entries ?? [])
        {
            if (!Period.TryParse(key.Value, out var period) || period.Frequency != frequency) { keys.Report(WorkspaceCodes.WrongPeriod, $"'{key.Value}' is not a period of the model.", key.Span, null, "write for instance:  2026Q1: 0.04"); }
            else if (keys.Number(key.Value, value) is { } number) { points.Add((period, number)); }
            if (points.Count > 1 && points[^1].Period <= points[^2].Period) { keys.Report(WorkspaceCodes.WrongPeriod, $"{points[^1].Period} does not come after {points[^2].Period}.", key.Span, null, "put the points in order of time."); }
        }

        return points;
    }

    private static PlacedName? Place(MapReader keys, string key) => keys.Text(key) is { } name ? new PlacedName(name, keys.Node(key)!.Span) : null;
}
