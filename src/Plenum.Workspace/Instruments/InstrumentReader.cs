using Plenum.Engine.Scenarios;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Workspace.Files;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Instruments;

/// <summary>Reads the instruments of a project; all findings at once.</summary>
public sealed class InstrumentReader
{
    private static readonly string[] s_keys = ["groups"];
    private static readonly string[] s_groupKeys = ["held_by", "instruments"];
    private static readonly string[] s_instrumentKeys = ["exogenous", "add_factor", "parameter", "label", "unit", "change", "low", "high", "step", "ramp", "periods"];
    private static readonly IReadOnlyList<(string Word, ChangeKind Value)> s_changes = [("add", ChangeKind.Add), ("move_to", ChangeKind.MoveTo), ("times", ChangeKind.Times)];
    private static readonly IReadOnlyList<(string Key, ChangedRole Role)> s_roles = [("exogenous", ChangedRole.Exogenous), ("add_factor", ChangedRole.AddFactor), ("parameter", ChangedRole.Parameter)];

    private readonly BoundModel _model;
    private readonly DiagnosticBag _findings;

    private InstrumentReader(BoundModel model, DiagnosticBag findings) => (_model, _findings) = (model, findings);

    /// <summary>Reads the file that the project names, in its order.</summary>
    /// <param name="project">The project.</param>
    /// <param name="model">Its model.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The instruments; none where the project names no file.</returns>
    public static IReadOnlyList<Instrument> Read(Project project, BoundModel model, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(findings);
        if (project.Instruments is not { } place || project.Files.Read(place.Name, place.Span, findings) is not { } source) { return []; }
        var map = YamlFile.Read(source, "it says what can be moved, who holds it and how far it goes.", findings);
        return map is null ? [] : new InstrumentReader(model, findings).Read(map);
    }

    private List<Instrument> Read(YamlMap map)
    {
        var keys = new MapReader(map, "the instruments", s_keys, _findings);
        keys.Require("groups", "\n            - held_by: Beijing");
        var instruments = new List<Instrument>();
        foreach (var group in YamlGroups.Of(keys, "groups", "a group of instruments"))
        {
            var holder = new MapReader(group, "a group of instruments", s_groupKeys, _findings);
            holder.Require("held_by", "Beijing");
            holder.Require("instruments", "\n            - exogenous: NAME");
            foreach (var entry in YamlGroups.Of(holder, "instruments", "an instrument"))
            {
                var one = new MapReader(entry, "an instrument", s_instrumentKeys, _findings);
                if (ReadOne(one, holder.Text("held_by") ?? "") is not { } instrument) { continue; }
                if (instruments.Exists(i => i.Id == instrument.Id)) { one.Report(WorkspaceCodes.Duplicate, $"'{instrument.Id}' is an instrument already.", one.Span, null, "keep one of the two."); }
                else { instruments.Add(instrument); }
            }
        }

        return instruments;
    }

    private Instrument? ReadOne(MapReader keys, string heldBy)
    {
        var (key, role) = s_roles.FirstOrDefault(r => keys.Has(r.Key));
        if (key is null) { keys.Require("exogenous", "NAME"); }
        keys.Require("label", "US tariff on Chinese goods");
        keys.Require("low", "0");
        keys.Require("high", "0.05");
        keys.Require("step", "0.005");
        var kind = keys.Has("change") ? keys.Word("change", s_changes) : ChangeKind.Add;
        var (low, high, step) = (keys.Number("low"), keys.Number("high"), keys.Number("step"));
        if (key is null || keys.Names(key) is not { } names || keys.Text("label") is not { } label || kind is not { } change) { return null; }
        if (low is not { } least || high is not { } most || step is not { } finest) { return null; }
        if (most <= least) { Refuse("high", $"'high: {most}' is not above 'low: {least}'.", "exchange the two."); }
        else if (finest <= 0.0 || finest > most - least) { Refuse("step", $"'step: {finest}' does not fit between {least} and {most}.", "write a positive step that is smaller than the range."); }
        var symbols = names.Select(n => Find(n, role)).ToList();
        if (symbols.Contains(null)) { return null; }
        return new Instrument(names[0].Name, label, heldBy, role, names, change, least, most, finest)
        {
            Unit = keys.Text("unit") ?? symbols[0]!.Unit?.ToString() ?? "",
            Scale = change == ChangeKind.Times || Deviation.KindOf(symbols[0]!) == DeviationKind.Points ? 100.0 : 1.0,
            Ramp = keys.Count("ramp") ?? 1,
            Periods = keys.Count("periods"),
        };

        void Refuse(string at, string fact, string help) => keys.Report(WorkspaceCodes.WrongValue, fact, keys.Node(at)!.Span, null, help);
    }

    /// <summary>The variable of a name, or the first member of a name over a set.</summary>
    private Symbol? Find(PlacedName name, ChangedRole role)
    {
        var symbol = _model.Find(name.Name) ?? _model.Symbols.FirstOrDefault(s => s.Family == name.Name && s.Role != Role.AddFactor);
        if (symbol is null)
        {
            string? near = Suggestion.Nearest(name.Name, _model.Symbols.Select(s => s.Name).Concat(_model.Symbols.Select(s => s.Family)).Distinct());
            _findings.Add(Diagnostic.Error(WorkspaceCodes.UnknownName, $"the model has no name '{name.Name}'.", name.Span, null, near is null ? "plenum show lists the names of the model." : $"did you mean '{near}'?"));
            return null;
        }

        bool fits = role switch
        {
            ChangedRole.Exogenous => symbol.Role is Role.Exogenous or Role.Shock,
            ChangedRole.Parameter => symbol.Role is Role.Parameter,
            _ => _model.Find($"add_factor({symbol.Name})") is not null,
        };
        if (fits) { return symbol; }
        string wanted = role switch { ChangedRole.Exogenous => "exogenous", ChangedRole.Parameter => "a parameter", _ => "behavioural" };
        _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongRole, $"'{symbol.Name}' is not {wanted}.", name.Span, null, $"plenum show {symbol.Name} says what it is."));
        return null;
    }
}
