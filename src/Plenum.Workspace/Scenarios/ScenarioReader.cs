using Plenum.Engine.Scenarios;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Files;

namespace Plenum.Workspace.Scenarios;

/// <summary>Reads scenario files; all findings at once, and names only as far as the file alone can tell.</summary>
public static class ScenarioReader
{
    private const string Change = "a change";
    private static readonly string[] s_keys = ["id", "title", "description", "literature", "include", "changes", "expected"];
    private static readonly string[] s_subjects = ["exogenous", "shock", "add_factor", "parameter", "exogenise"];
    private static readonly string[] s_operations = ["set", "add", "times", "move_to", "path"];
    private static readonly string[] s_changeKeys = [.. s_subjects, "endogenise", .. s_operations, "from", "to", "ramp", "profile"];

    /// <summary>Reads one scenario.</summary>
    /// <param name="source">The file's text.</param>
    /// <param name="window">The periods in which changes may lie.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The scenario without the changes that could not be read; null where the file as a whole could not.</returns>
    public static Scenario? Read(SourceText source, ScenarioWindow window, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(findings);
        return YamlFile.Read(source, "a scenario has an id, a title and changes.", findings) is { } map ? ReadScenario(source, new MapReader(map, "a scenario", s_keys, findings), window, findings) : null;
    }

    private static Scenario? ReadScenario(SourceText source, MapReader keys, ScenarioWindow window, DiagnosticBag findings)
    {
        keys.Require("id", "S01");
        keys.Require("title", "US tariff to 100 %");
        if (!keys.Has("include")) { keys.Require("changes", "\n            - exogenous: tariff\n              add: 0.10"); }
        var include = keys.Names("include") ?? [];
        var changes = ReadChanges(keys, window, findings);
        if (keys.Text("id") is not { } id) { return null; }
        var expected = new ExpectationReader(window, findings).Expected(keys, new PlacedName(id, keys.Node("id")!.Span));
        return new Scenario(id, keys.Text("title") ?? id, keys.Text("description") ?? "", keys.Text("literature"), include, changes, source) { Expected = expected };
    }

    /// <summary>Reads the list under <c>changes</c>.</summary>
    internal static List<ScenarioChange> ReadChanges(MapReader keys, ScenarioWindow window, DiagnosticBag findings)
    {
        var changes = new List<ScenarioChange>();
        foreach (var entry in Entries(keys))
        {
            if (entry is YamlMap map) { Add(ReadChange(new MapReader(map, Change, s_changeKeys, findings), window)); }
            else { keys.Report(WorkspaceCodes.WrongValue, $"a change is a group of keys, not {entry.Kind}.", entry.Span, null, "begin it with '- exogenous: NAME' and indent its other keys below."); }
        }

        return changes;

        void Add(ScenarioChange? change)
        {
            if (change is not null) { changes.Add(change); }
        }
    }

    private static IReadOnlyList<YamlNode> Entries(MapReader keys)
    {
        switch (keys.Node("changes"))
        {
            case null: return [];
            case YamlList list: return list.Items;
            case var node:
                keys.Report(WorkspaceCodes.WrongValue, $"'changes' takes a list, not {node.Kind}.", keys.PlaceOf("changes"), null, "begin each change with '- exogenous: NAME'.");
                return [];
        }
    }

    private static ScenarioChange? ReadChange(MapReader keys, ScenarioWindow window)
    {
        string? subject = Subject(keys);
        var names = subject is null ? null : keys.Names(subject);
        var instrument = Instrument(keys, subject);
        var amount = Amount(keys, subject);
        var span = Window(keys, window);
        if (names is null || amount is null || span is not { } periods || (subject == "exogenise" && instrument is null)) { return null; }
        var role = subject switch
        {
            "add_factor" => ChangedRole.AddFactor,
            "parameter" => ChangedRole.Parameter,
            "exogenise" => ChangedRole.Exogenised,
            _ => ChangedRole.Exogenous,
        };
        return new ScenarioChange(role, names, instrument, amount, periods.From, periods.To, keys.Span);
    }

    private static string? Subject(MapReader keys)
    {
        var given = s_subjects.Where(keys.Has).ToList();
        switch (given.Count)
        {
            case 1: return given[0];
            case 0:
                keys.Report(WorkspaceCodes.MissingKey, "the change does not say what it changes.", keys.Span, $"a change names its variables with one of: {string.Join(", ", s_subjects)}.", "add for instance:  exogenous: NAME");
                return null;
            default:
                keys.Report(WorkspaceCodes.WrongOperation, $"the change has both '{given[0]}' and '{given[1]}'.", keys.PlaceOf(given[1]), "one change has names of one role.", "make two changes of it.");
                return null;
        }
    }

    private static PlacedName? Instrument(MapReader keys, string? subject)
    {
        if (subject != "exogenise")
        {
            if (keys.Has("endogenise")) { keys.Report(WorkspaceCodes.IncompleteSwap, "'endogenise' stands without 'exogenise'.", keys.PlaceOf("endogenise"), "a name can be found only in exchange for one that is given.", "add:  exogenise: NAME"); }
            return null;
        }

        if (!keys.Has("endogenise"))
        {
            keys.Report(WorkspaceCodes.IncompleteSwap, "'exogenise' stands without 'endogenise'.", keys.PlaceOf("exogenise"), "exogenising a variable removes an unknown; another name must become endogenous in the same periods.", "add for instance:  endogenise: add_factor(NAME)");
            return null;
        }

        if (keys.Names("exogenise") is not { Count: 1 } || keys.Names("endogenise") is not { Count: 1 } found)
        {
            keys.Report(WorkspaceCodes.IncompleteSwap, "a swap exchanges one name for one.", keys.PlaceOf("exogenise"), null, "write a change for each pair of names.");
            return null;
        }

        return found[0];
    }

    private static ChangeAmount? Amount(MapReader keys, string? subject)
    {
        var given = s_operations.Where(keys.Has).ToList();
        if (given.Count != 1)
        {
            string fact = given.Count == 0 ? "the change does not say by how much." : $"the change has both '{given[0]}' and '{given[1]}'.";
            keys.Report(WorkspaceCodes.WrongOperation, fact, given.Count == 0 ? keys.Span : keys.PlaceOf(given[1]), $"a change has exactly one of: {string.Join(", ", s_operations)}.", given.Count == 0 ? "add for instance:  add: 0.10" : "keep one, or make two changes of it.");
            return null;
        }

        var weights = Weights(keys, given[0]);
        if (given[0] == "path") { return keys.Numbers("path") is { } values ? new ChangeAmount.Path(values) : null; }
        if (keys.Number(given[0]) is not { } value || weights is null) { return null; }
        var kind = given[0] switch { "add" => ChangeKind.Add, "times" => ChangeKind.Times, _ => ChangeKind.MoveTo };
        return new ChangeAmount.Step(kind, value, weights);
    }

    private static IReadOnlyList<double>? Weights(MapReader keys, string operation)
    {
        string? second = keys.Has("profile") ? "profile" : keys.Has("ramp") ? "ramp" : null;
        if (operation is "path" or "set")
        {
            if (second is null) { return []; }
            string instead = operation == "set" ? $"write 'move_to' instead of 'set', or remove '{second}'." : $"remove '{second}'.";
            keys.Report(WorkspaceCodes.WrongProfile, $"'{second}' does not go with '{operation}'.", keys.PlaceOf(second), $"'{operation}' gives the values themselves from the first period on.", instead);
            return null;
        }

        if (keys.Has("ramp") && keys.Has("profile"))
        {
            keys.Report(WorkspaceCodes.WrongProfile, "the change has both 'ramp' and 'profile'.", keys.PlaceOf("profile"), "both say how much of the change holds in each period.", "keep one; 'ramp: 4' is short for 'profile: [1/4, 2/4, 3/4, 1]'.");
            return null;
        }

        if (keys.Has("profile")) { return keys.Numbers("profile"); }
        if (!keys.Has("ramp")) { return []; }
        return keys.Count("ramp") is { } ramp ? PathChange.Ramp(ramp) : null;
    }

    private static (Period From, Period To)? Window(MapReader keys, ScenarioWindow window)
    {
        var from = keys.Has("from") ? keys.Period("from", window.Start.Frequency) : window.Start;
        var to = keys.Has("to") ? keys.Period("to", window.Start.Frequency) : window.End;
        bool isInside = Inside("from", from) & Inside("to", to);
        if (from is null || to is null || !isInside) { return null; }
        if (from <= to) { return (from.Value, to.Value); }
        keys.Report(WorkspaceCodes.WrongPeriod, $"the change ends in {to} before it begins in {from}.", keys.PlaceOf(keys.Has("to") ? "to" : "from"), null, "exchange 'from' and 'to'.");
        return null;

        bool Inside(string key, Period? period)
        {
            if (period is not { } p || (p >= window.Start && p <= window.End)) { return true; }
            keys.Report(WorkspaceCodes.WrongPeriod, $"'{key}: {p}' lies outside {window.Start} to {window.End}.", keys.Node(key)!.Span, $"scenarios differ from the baseline from {window.Start} (scenario_start) to {window.End} (end) of project.yaml.", key == "from" ? $"begin in {window.Start} or later." : $"end in {window.End} or before.");
            return false;
        }
    }
}
