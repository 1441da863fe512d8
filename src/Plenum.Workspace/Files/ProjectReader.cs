using Plenum.Language.Diagnostics;
using Plenum.Workspace.Plans;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Files;

/// <summary>Reads <c>project.yaml</c>.</summary>
internal static class ProjectReader
{
    private static readonly string[] s_keys = ["model", "baseline", "start", "end", "scenario_start", "history_end", "scenarios", "probes", "plans", "instruments", "mechanisms", "claims", "uncertainty", "data", "headline", "headline_scenarios"];
    private static readonly string[] s_baselineKeys = ["start_values", "exogenous", "add_factors", "assumptions"];
    private static readonly string[] s_headlineKeys = ["variable", "label", "kind"];

    public static Project? Read(ProjectFolder folder, DiagnosticBag findings)
    {
        if (folder.Read(Project.FileName, null, findings) is not { } source) { return null; }
        return YamlFile.Read(source, "a project names its model, its baseline and its periods.", findings) is { } map ? Read(folder, source, new MapReader(map, "a project", s_keys, findings), findings) : null;
    }

    private static Project? Read(ProjectFolder folder, SourceText source, MapReader keys, DiagnosticBag findings)
    {
        keys.Require("model", "[model.plenum]");
        keys.Require("start", "2015Q1");
        keys.Require("end", "2035Q4");
        var model = ModelFiles(folder, keys);
        var headline = Headline(keys, findings);
        var baseline = Baseline(keys, findings);
        var start = keys.Period("start", null);
        var end = keys.Period("end", start?.Frequency);
        var scenarioStart = keys.Has("scenario_start") ? keys.Period("scenario_start", start?.Frequency) : start;
        var historyEnd = keys.Has("history_end") ? keys.Period("history_end", start?.Frequency) : scenarioStart - 1;
        var headlineScenarios = keys.Names("headline_scenarios") ?? [];
        var scenarioFolders = new[] { Folder(folder, keys, "scenarios", findings), Folder(folder, keys, "probes", findings) };
        var data = Folder(folder, keys, "data", findings);
        var plans = Folder(folder, keys, "plans", findings);
        if (start is not { } first || end is not { } last || scenarioStart is not { } from || historyEnd is not { } history) { return null; }
        if (last < first) { keys.Report(WorkspaceCodes.WrongPeriod, $"the project ends in {last} before it starts in {first}.", keys.PlaceOf("end"), null, "exchange 'start' and 'end'."); }
        else if (from < first || from > last) { keys.Report(WorkspaceCodes.WrongPeriod, $"'scenario_start: {from}' lies outside {first} to {last}.", keys.PlaceOf("scenario_start"), null, $"begin between {first} and {last}."); }
        if (history >= from) { keys.Report(WorkspaceCodes.WrongPeriod, $"history ends in {history}, but scenarios start in {from}.", keys.PlaceOf("history_end"), "a scenario may not change history.", $"end history before {from}."); }
        return new Project(folder)
        {
            File = source,
            ModelFiles = model,
            Data = data,
            Mechanisms = File(keys, "mechanisms"),
            Claims = File(keys, "claims"),
            Instruments = File(keys, "instruments"),
            Uncertainty = File(keys, "uncertainty"),
            Baseline = baseline,
            Start = first,
            End = last,
            ScenarioStart = from,
            HistoryEnd = history,
            Headline = headline,
            HeadlineScenarios = headlineScenarios,
            Plans = new PlanCatalog(folder, plans, new ScenarioWindow(from, last), first),
            Scenarios = new ScenarioCatalog(folder, scenarioFolders[0], scenarioFolders[1], new ScenarioWindow(from, last)),
        };
    }

    /// <summary>Files as listed; a folder stands for the model files in it.</summary>
    private static List<PlacedName> ModelFiles(ProjectFolder folder, MapReader keys)
    {
        var files = new List<PlacedName>();
        foreach (var entry in keys.Names("model") ?? [])
        {
            if (!folder.IsFolder(entry.Name))
            {
                files.Add(entry);
                continue;
            }

            var found = folder.List(entry.Name, ".plenum");
            if (found.Count == 0) { keys.Report(WorkspaceCodes.WrongFile, $"the folder '{entry.Name}' has no file that ends in .plenum.", entry.Span, null, "name the folder that holds the model's text."); }
            files.AddRange(found.Select(f => new PlacedName(f, entry.Span)));
        }

        return files;
    }

    private static BaselineFiles Baseline(MapReader keys, DiagnosticBag findings)
    {
        if (keys.Map("baseline") is not { } map) { return new BaselineFiles(null, null, null); }
        var files = new MapReader(map, "a baseline", s_baselineKeys, findings);
        return new BaselineFiles(File(files, "start_values"), File(files, "exogenous"), File(files, "add_factors")) { Assumptions = File(files, "assumptions") };
    }

    private static PlacedName? File(MapReader keys, string key) => keys.Text(key) is { } path ? new PlacedName(path, keys.Node(key)!.Span) : null;

    private static PlacedName? Folder(ProjectFolder folder, MapReader keys, string key, DiagnosticBag findings)
    {
        if (File(keys, key) is not { } path) { return folder.IsFolder(key) ? new PlacedName(key, keys.Span) : null; }
        if (!folder.IsFolder(path.Name)) { findings.Add(Diagnostic.Error(WorkspaceCodes.WrongFile, $"there is no folder '{path.Name}' in the project.", path.Span, null, $"make it, or remove '{key}'.")); }
        return path;
    }

    private static List<HeadlineVariable> Headline(MapReader keys, DiagnosticBag findings)
    {
        var headline = new List<HeadlineVariable>();
        if (keys.Node("headline") is not YamlList list)
        {
            foreach (var name in keys.Names("headline") ?? []) { headline.Add(new HeadlineVariable(name, null)); }
            return headline;
        }

        foreach (var item in list.Items)
        {
            switch (item)
            {
                case YamlText text: headline.Add(new HeadlineVariable(new PlacedName(text.Value.Trim(), text.Span), null)); break;
                case YamlMap map when Variable(new MapReader(map, "a headline variable", s_headlineKeys, findings)) is { } variable: headline.Add(variable); break;
                case YamlMap: break;
                default: keys.Report(WorkspaceCodes.WrongValue, $"a headline variable is a name, not {item.Kind}.", item.Span, null, "write for instance:  - gdp_real"); break;
            }
        }

        return headline;
    }

    private static HeadlineVariable? Variable(MapReader keys)
    {
        keys.Require("variable", "gdp_real");
        string? name = keys.Text("variable");
        string? kind = keys.Text("kind");
        if (kind is not (null or "percent" or "points")) { keys.Report(WorkspaceCodes.WrongValue, $"'kind' takes percent or points, not '{kind}'.", keys.Node("kind")!.Span, null, "write:  kind: percent"); }
        if (name is null) { return null; }
        return new HeadlineVariable(new PlacedName(name, keys.Node("variable")!.Span), kind switch { "percent" => DeviationKind.Percent, "points" => DeviationKind.Points, _ => null }, keys.Text("label"));
    }
}
