using System.Globalization;
using Plenum.Language.Diagnostics;
using Plenum.Workspace.Files;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Experiments;

/// <summary>Reads experiments and what is expected of them.</summary>
internal sealed class ExpectationReader(ScenarioWindow window, DiagnosticBag findings)
{
    /// <summary>The keys of a treatment.</summary>
    public static readonly string[] TreatmentKeys = ["run", "changes", "under"];

    /// <summary>The keys of an experiment.</summary>
    public static readonly string[] ExperimentKeys = [.. TreatmentKeys, "less", "ratio_to"];

    private static readonly string[] s_measureKeys = ["variable", "label", "kind", "over", "at", "take", "of", "sign", "low", "high", "source", "note", "known"];
    private static readonly string[] s_expectedKeys = [.. s_measureKeys, "less", "ratio_to"];

    private static readonly IReadOnlyList<(string Word, Take Value)> s_takes =
    [
        ("every", Take.Every), ("any", Take.Any), ("largest", Take.Largest), ("sum", Take.Sum), ("mean", Take.Mean), ("peak", Take.Peak), ("share", Take.Share),
    ];

    private static readonly IReadOnlyList<(string Word, EffectKind Value)> s_kinds = [("percent", EffectKind.Percent), ("points", EffectKind.Points), ("amount", EffectKind.Amount)];

    private static readonly IReadOnlyList<(string Word, Bounds Value)> s_signs = [("positive", Bounds.Positive), ("negative", Bounds.Negative)];

    /// <summary>Reads what is expected of one scenario; an entry may contrast it with another.</summary>
    public List<Expectation> Expected(MapReader keys, PlacedName scenario)
    {
        var expected = new List<Expectation>();
        foreach (var map in YamlGroups.Of(keys, "expected", "an expected range"))
        {
            var entry = new MapReader(map, "an expected range", s_expectedKeys, findings);
            var experiment = Contrasted(Experiment.Scenario(scenario), entry);
            if (Expectation(entry, experiment) is { } expectation) { expected.Add(expectation); }
        }

        return expected;
    }

    /// <summary>Reads one experiment with all its measures.</summary>
    public List<Expectation> Measures(MapReader keys)
    {
        var measures = new List<Expectation>();
        if (Treatment(keys) is not { } treatment) { return measures; }
        var experiment = Contrasted(new Experiment(keys.Text("name") ?? treatment.Scenarios?.Name ?? "changes", treatment), keys);
        keys.Require("measures", "\n            - variable: gdp_real\n              at: 4\n              sign: negative");
        foreach (var map in YamlGroups.Of(keys, "measures", "a measure"))
        {
            var entry = new MapReader(map, "a measure", s_measureKeys, findings);
            if (Expectation(entry, experiment) is { } expectation) { measures.Add(expectation); }
        }

        return measures;
    }

    private Experiment Contrasted(Experiment experiment, MapReader keys)
    {
        if (keys.Has("less") && keys.Has("ratio_to")) { keys.Report(WorkspaceCodes.WrongMeasure, "the experiment has both 'less' and 'ratio_to'.", keys.PlaceOf("ratio_to"), "each says how a second run comes in.", "keep one of the two."); }
        foreach (var (key, contrast, word) in new[] { ("less", Contrast.Difference, "less"), ("ratio_to", Contrast.Ratio, "relative to") })
        {
            if (keys.Has(key) && Second(keys, key) is { } second)
            {
                return experiment with { Name = $"{experiment.Name} {word} {second.Scenarios?.Name ?? "changes"}", Contrast = contrast, Against = second };
            }
        }

        return experiment;
    }

    private Treatment? Second(MapReader keys, string key) => keys.Node(key) switch
    {
        YamlMap map => Treatment(new MapReader(map, "a run", TreatmentKeys, findings)),
        _ => keys.Names(key) is { Count: 1 } names ? new Treatment(names[0], [], null, names[0].Span) : null,
    };

    private Treatment? Treatment(MapReader keys)
    {
        var run = keys.Names("run");
        var changes = keys.Has("changes") ? ScenarioReader.ReadChanges(keys, window, findings) : [];
        var under = keys.Has("under") ? Second(keys, "under") : null;
        if (run is { Count: > 1 }) { keys.Report(WorkspaceCodes.WrongValue, "'run' takes one name.", keys.PlaceOf("run"), null, "join several scenarios by '+':  run: S01+S03"); }
        if (!keys.Has("run") && !keys.Has("changes")) { keys.Report(WorkspaceCodes.MissingKey, "the experiment does not say what is done.", keys.Span, null, "add the name of a scenario, such as  run: S01  or 'changes' as in a scenario."); }
        return run is { Count: 1 } || changes.Count > 0 ? new Treatment(run?[0], changes, under, keys.Span) : null;
    }

    private Expectation? Expectation(MapReader keys, Experiment experiment)
    {
        keys.Require("variable", "gdp_real");
        keys.Require("at", "4");
        var kind = keys.Word("kind", s_kinds);
        var take = keys.Word("take", s_takes) ?? Take.Every;
        var quarters = Quarters(keys);
        var whole = Whole(keys, take, quarters);
        var bounds = ReadBounds(keys);
        if (keys.Text("variable") is not { } variable || quarters is null || bounds is not { } range || (take == Take.Share && whole is null)) { return null; }
        var measure = new Measure(new PlacedName(variable, keys.Node("variable")!.Span), kind, quarters, take)
        {
            Over = keys.Text("over") is { } over ? new PlacedName(over, keys.Node("over")!.Span) : null,
            Label = keys.Text("label"),
            Whole = whole,
        };
        return new Expectation(experiment, measure, range, keys.Text("source"), keys.Text("note"), keys.Span) { Known = keys.Text("known") };
    }

    /// <summary>A quarter, a list of them, or a window such as 1..8.</summary>
    private List<int>? Quarters(MapReader keys)
    {
        if (keys.Node("at") is not { } node) { return null; }
        var quarters = new List<int>();
        foreach (var item in node is YamlList list ? list.Items : [node])
        {
            string[] ends = item is YamlText text ? text.Value.Split("..", 2) : [];
            if (ends.Length == 0 || !TryQuarter(ends[0], out int first) | !TryQuarter(ends[^1], out int last) || last < first)
            {
                keys.Report(WorkspaceCodes.WrongTiming, $"'at' takes quarters after the start, not {item.Kind}.", item.Span, "the first period of the scenarios is 1.", "write for instance:  at: 4  or  at: [4, 12]  or  at: 1..8");
                return null;
            }

            quarters.AddRange(Enumerable.Range(first, last - first + 1));
        }

        return Reached(keys, "at", quarters) ? [.. quarters.Distinct().Order()] : null;
    }

    private int? Whole(MapReader keys, Take take, List<int>? quarters)
    {
        if (take != Take.Share)
        {
            if (keys.Has("of")) { keys.Report(WorkspaceCodes.WrongTiming, "'of' goes with 'take: share' alone.", keys.PlaceOf("of"), "it names the quarter that counts as the whole effect.", "remove it, or write:  take: share"); }
            return null;
        }

        keys.Require("of", "20");
        if (keys.Count("of") is not { } whole || !Reached(keys, "of", [whole])) { return null; }
        if (quarters is not { Count: 1 } || whole != quarters[0]) { return whole; }
        keys.Report(WorkspaceCodes.WrongTiming, $"the share of quarter {whole} in itself is always 1.", keys.PlaceOf("of"), null, "name a later quarter.");
        return null;
    }

    private bool Reached(MapReader keys, string key, List<int> quarters)
    {
        int last = window.End - window.Start + 1;
        if (quarters.Count > 0 && quarters.Max() <= last) { return true; }
        keys.Report(WorkspaceCodes.WrongTiming, $"'{key}' reaches beyond the project's end.", keys.Node(key)!.Span, $"from {window.Start} to {window.End} there are {last} periods.", $"write at most {last}.");
        return false;
    }

    private static bool TryQuarter(string text, out int quarter) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out quarter) && quarter >= 1;

    private static Bounds? ReadBounds(MapReader keys)
    {
        double? low = keys.Number("low");
        double? high = keys.Number("high");
        if (keys.Has("sign"))
        {
            if (!keys.Has("low") && !keys.Has("high")) { return keys.Word("sign", s_signs); }
            keys.Report(WorkspaceCodes.WrongBounds, "a sign and a range are given.", keys.PlaceOf("sign"), "'sign' is short for a range that is open on one side.", "keep one of the two.");
            return null;
        }

        if (low is null && high is null)
        {
            if (!keys.Has("low") && !keys.Has("high")) { keys.Report(WorkspaceCodes.WrongBounds, "nothing is expected here.", keys.Span, "without a range every number would do.", "add 'low', 'high' or both; or  sign: positive"); }
            return null;
        }

        if (!(low > high)) { return new Bounds(low, high); }
        keys.Report(WorkspaceCodes.WrongBounds, string.Create(CultureInfo.InvariantCulture, $"'low: {low}' is above 'high: {high}'."), keys.PlaceOf("high"), null, "exchange the two.");
        return null;
    }
}
