using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Files;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Plans;

/// <summary>Reads plan files; all findings at once, and names only as far as the file alone can tell.</summary>
public static class PlanReader
{
    private static readonly string[] s_keys = ["id", "title", "description", "reading", "to", "joint", "stages", "targets", "conditions", "instruments"];
    private static readonly string[] s_instrumentKeys = ["exogenous", "add_factor", "label", "held_by", "unit", "shape", "ramp", "from", "to", "low", "high", "largest_step", "cost", "with", "stage"];
    private static readonly string[] s_roles = ["exogenous", "add_factor"];

    private static readonly IReadOnlyList<(string Word, bool Value)> s_answers = [("true", true), ("false", false)];

    private static readonly IReadOnlyList<(string Word, InstrumentShape Value)> s_shapes =
        [("constant", InstrumentShape.Constant), ("ramp", InstrumentShape.Ramp), ("yearly", InstrumentShape.Yearly)];

    /// <summary>Reads one plan.</summary>
    /// <param name="source">The file's text.</param>
    /// <param name="window">The periods in which instruments may move.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="history">First period of which a target may speak; the first in which instruments move where null.</param>
    /// <returns>The plan without the parts that could not be read; null where the file as a whole could not.</returns>
    public static Plan? Read(SourceText source, ScenarioWindow window, DiagnosticBag findings, Period? history = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(findings);
        return YamlFile.Read(source, "a plan has an id, a title, targets and instruments.", findings) is { } map ? Read(source, new MapReader(map, "a plan", s_keys, findings), window, history ?? window.Start, findings) : null;
    }

    private static Plan? Read(SourceText source, MapReader keys, ScenarioWindow window, Period history, DiagnosticBag findings)
    {
        keys.Require("id", "growth_and_consumption");
        keys.Require("title", "Growth with a higher consumption share");
        keys.Require("targets", "\n            - variable: gdp_growth\n              at: 2026..2030\n              value: 0.048");
        var horizon = keys.Has("to") ? keys.Period("to", window.Start.Frequency) : window.End;
        if (horizon is not { } to) { return null; }
        bool isOver = to < window.Start && !keys.Has("instruments");
        if (!isOver) { keys.Require("instruments", "\n            - exogenous: household_transfer_ratio\n              low: 0\n              high: 0.04"); }
        if (to < (isOver ? history : window.Start) || to > window.End)
        {
            keys.Report(WorkspaceCodes.WrongPeriod, $"'to: {to}' lies outside {window.Start} to {window.End}.", keys.Node("to")!.Span, "a plan ends where the project still solves; one that is over has targets and no instruments.", $"end in {window.End} or before.");
            return null;
        }

        bool isJoint = keys.Has("joint") && keys.Word("joint", s_answers) == true;
        var stages = new StageReader(keys, window.Start.Frequency, findings);
        var targetReader = new TargetReader(history, to, stages, findings);
        var targets = targetReader.Read(keys, "targets", "a target");
        var conditions = targetReader.Read(keys, "conditions", "a condition");
        var instruments = new List<Instrument>();
        foreach (var map in YamlGroups.Of(keys, "instruments", "an instrument"))
        {
            if (ReadInstrument(new MapReader(map, "an instrument", s_instrumentKeys, findings), window, to, stages, findings) is { } instrument) { instruments.Add(instrument); }
        }

        return keys.Text("id") is { } id ? new Plan(id, keys.Text("title") ?? id, keys.Text("description") ?? "", keys.Text("reading"), to, targets, conditions, instruments, source) { Stages = stages.Stages, IsJoint = isJoint } : null;
    }

    private static Instrument? ReadInstrument(MapReader keys, ScenarioWindow window, Period horizon, StageReader stages, DiagnosticBag findings)
    {
        var given = s_roles.Where(keys.Has).ToList();
        if (given.Count != 1)
        {
            keys.Report(WorkspaceCodes.WrongInstrument, given.Count == 0 ? "the instrument does not say what it moves." : "the instrument has both 'exogenous' and 'add_factor'.", keys.Span, "an instrument names one exogenous name, or the variable of one add-factor.", "write for instance:  exogenous: household_transfer_ratio");
            return null;
        }

        var names = keys.Names(given[0]);
        if (names is { Count: > 1 }) { keys.Report(WorkspaceCodes.WrongInstrument, "an instrument has one name.", keys.PlaceOf(given[0]), null, "write an instrument for each, or let others move along:  with: {other_name: 1}"); }
        var shape = keys.Has("shape") ? keys.Word("shape", s_shapes) : InstrumentShape.Constant;
        int? ramp = keys.Has("ramp") ? keys.Count("ramp") : 1;
        if (shape == InstrumentShape.Ramp) { keys.Require("ramp", "4"); }
        else if (keys.Has("ramp")) { keys.Report(WorkspaceCodes.WrongInstrument, "'ramp' goes with 'shape: ramp' alone.", keys.PlaceOf("ramp"), "it counts the periods until the whole change is there.", "remove it, or write:  shape: ramp"); }
        var announced = stages.Named(keys);
        var earliest = announced is { } stage && stage.Period > window.Start ? stage.Period : window.Start;
        var from = keys.Has("from") ? keys.Period("from", window.Start.Frequency) : earliest;
        var to = keys.Has("to") ? keys.Period("to", window.Start.Frequency) : window.End;
        double? low = keys.Number("low");
        double? high = keys.Number("high");
        double? step = keys.Number("largest_step");
        double? cost = keys.Has("cost") ? keys.Number("cost") : 1.0;
        var along = Along(keys, findings);
        if (low > high) { keys.Report(WorkspaceCodes.WrongInstrument, "'low' is above 'high'.", keys.PlaceOf("high"), null, "exchange the two."); }
        if (step <= 0.0) { keys.Report(WorkspaceCodes.WrongInstrument, "a largest step must be above zero.", keys.Node("largest_step")!.Span, "it says how far the change may move from one period to the next, up or down.", "write a number above zero, or leave 'largest_step' out."); }
        if (cost < 0.0) { keys.Report(WorkspaceCodes.WrongInstrument, "a cost below zero would pay for moving without end.", keys.Node("cost")!.Span, null, "write zero or a number above it."); }
        if (names is not { Count: 1 } || shape is null || ramp is null || from is not { } first || to is not { } last || cost is null) { return null; }
        if (first < window.Start || first > horizon || last < first || last > window.End)
        {
            keys.Report(WorkspaceCodes.WrongPeriod, $"the instrument moves from {first} to {last}, which does not fit the plan.", keys.PlaceOf(keys.Has("from") ? "from" : "to"), $"it must begin between {window.Start} (scenario_start) and {horizon} (the plan's end), and end by {window.End}.", "correct 'from' and 'to'.");
            return null;
        }

        if (first < earliest)
        {
            keys.Report(WorkspaceCodes.EarlyInstrument, $"the instrument moves from {first}, before it is announced.", keys.PlaceOf("from"), $"'{announced!.Name}' of {announced.Date} announces it, which is {announced.Period}.", $"leave 'from' out, write 'from: {earliest}', or name the stage that announced it earlier.");
            return null;
        }

        var role = given[0] == "exogenous" ? ChangedRole.Exogenous : ChangedRole.AddFactor;
        var instrument = new Instrument(role, names[0], keys.Text("label"), keys.Text("held_by"), shape.Value, ramp.Value, first, last, low, high, cost.Value, along, keys.Span)
        {
            Given = Given(keys, "low", "high", "largest_step"),
            LargestStep = step is > 0.0 ? step : null,
            Stage = announced,
            Unit = keys.Text("unit"),
        };
        if (!instrument.ReachesItsBounds) { keys.Report(WorkspaceCodes.WrongInstrument, "the largest step does not lead into the bounds.", keys.PlaceOf("largest_step"), "the first step is taken from the baseline, and a ramp has one in each of its periods.", "take a larger step, widen the bounds, or let it come as a ramp."); }
        return instrument;
    }

    /// <summary>The numbers under some keys, each with its place.</summary>
    internal static IReadOnlyList<PlacedNumber> Given(MapReader keys, params ReadOnlySpan<string> names)
    {
        var given = new List<PlacedNumber>();
        foreach (string name in names)
        {
            if (keys.Node(name) is YamlText node && keys.Number(name) is { } value) { given.Add(new PlacedNumber(value, node.Span)); }
        }

        return given;
    }

    private static List<(PlacedName, double)> Along(MapReader keys, DiagnosticBag findings)
    {
        var along = new List<(PlacedName, double)>();
        if (keys.Map("with") is not { } map) { return along; }
        var factors = new MapReader(map, "the names that move along", [.. map.Entries.Select(e => e.Key.Value)], findings);
        foreach (var entry in map.Entries)
        {
            if (factors.Number(entry.Key.Value, entry.Value) is { } factor) { along.Add((new PlacedName(entry.Key.Value, entry.Key.Span), factor)); }
        }

        return along;
    }
}
