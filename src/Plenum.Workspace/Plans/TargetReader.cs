using System.Globalization;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Files;

namespace Plenum.Workspace.Plans;

/// <summary>Reads targets and conditions of a plan.</summary>
internal sealed class TargetReader(Period first, Period last, StageReader stages, DiagnosticBag findings)
{
    private static readonly string[] s_keys = ["variable", "label", "at", "take", "value", "low", "high", "against", "weight", "probability", "stage", "wording", "source", "confirmed"];
    private static readonly IReadOnlyList<(string Word, bool Value)> s_takes = [("mean", false), ("each", true)];
    private static readonly IReadOnlyList<(string Word, bool Value)> s_answers = [("true", true), ("false", false)];
    private static readonly IReadOnlyList<(string Word, bool Value)> s_references = [("baseline", true)];

    /// <summary>Reads the list under a key.</summary>
    public List<Target> Read(MapReader keys, string key, string what)
    {
        var targets = new List<Target>();
        foreach (var map in YamlGroups.Of(keys, key, what))
        {
            if (Read(new MapReader(map, what, s_keys, findings), isCondition: key == "conditions") is { } target) { targets.Add(target); }
        }

        return targets;
    }

    private Target? Read(MapReader keys, bool isCondition)
    {
        keys.Require("variable", "gdp_growth");
        keys.Require("at", "2030Q4");
        var periods = Periods(keys);
        var isEach = keys.Has("take") ? keys.Word("take", s_takes) : isCondition;
        var isAgainstBaseline = keys.Has("against") ? keys.Word("against", s_references) : false;
        var weight = keys.Number("weight");
        if (weight <= 0.0) { keys.Report(WorkspaceCodes.WrongTarget, "a weight must be above zero.", keys.Node("weight")!.Span, "it says what missing the target costs.", "write a number above zero, or leave 'weight' out where the target must be met."); }
        var probability = keys.Number("probability");
        if (probability is <= 0.0 or >= 1.0) { keys.Report(WorkspaceCodes.WrongProbability, string.Create(CultureInfo.InvariantCulture, $"{probability} is not a probability between 0 and 1."), keys.Node("probability")!.Span, null, probability is > 1.0 and < 100.0 ? string.Create(CultureInfo.InvariantCulture, $"write {probability / 100.0} if {probability} per cent is meant.") : "write for instance:  probability: 0.8"); }
        if (probability is not null && keys.Has("value")) { keys.Report(WorkspaceCodes.WrongProbability, "a single value has a probability.", keys.PlaceOf("probability"), "draws hit a single value with probability zero.", "write a range with 'low', 'high' or both instead of 'value'."); }
        var announced = stages.Named(keys);
        bool isConfirmed = !keys.Has("confirmed") || keys.Word("confirmed", s_answers) != false;
        if (Range(keys) is not var (low, high) || periods is null || isEach is not { } each || isAgainstBaseline is not { } against || keys.Text("variable") is not { } variable) { return null; }
        return new Target(new PlacedName(variable, keys.Node("variable")!.Span), keys.Text("label"), periods, each, low, high, against, weight, keys.Span) { Given = PlanReader.Given(keys, "value", "low", "high"), Probability = probability, Stage = announced, Wording = keys.Text("wording"), Source = keys.Text("source"), IsConfirmed = isConfirmed };
    }

    private static (double? Low, double? High)? Range(MapReader keys)
    {
        double? value = keys.Number("value");
        double? low = keys.Number("low");
        double? high = keys.Number("high");
        bool hasRange = keys.Has("low") || keys.Has("high");
        if (keys.Has("value") == hasRange)
        {
            keys.Report(WorkspaceCodes.WrongTarget, hasRange ? "a value and a range are given." : "the target does not say what is wanted.", keys.Span, "a target has a value, or a range with 'low', 'high' or both.", hasRange ? "keep one of the two." : "add for instance:  value: 0.048");
            return null;
        }

        if (low > high)
        {
            keys.Report(WorkspaceCodes.WrongTarget, string.Create(CultureInfo.InvariantCulture, $"'low: {low}' is above 'high: {high}'."), keys.PlaceOf("high"), null, "exchange the two.");
            return null;
        }

        return (value ?? low, value ?? high) is (null, null) ? null : (value ?? low, value ?? high);
    }

    /// <summary>A period, a year, or a range of either such as 2026..2030.</summary>
    private List<Period>? Periods(MapReader keys)
    {
        if (keys.Node("at") is not { } node) { return null; }
        string[] ends = node is YamlText text ? text.Value.Split("..", 2) : [];
        if (ends.Length == 0 || Ends(ends[0]) is not { } from || Ends(ends[^1]) is not { } to || to.Last < from.First)
        {
            keys.Report(WorkspaceCodes.WrongTarget, $"'at' takes a period, a year or a range of them, not {node.Kind}.", node.Span, null, "write for instance:  at: 2030Q4  or  at: 2026  or  at: 2026..2030");
            return null;
        }

        if (from.First >= first && to.Last <= last) { return [.. Enumerable.Range(0, to.Last - from.First + 1).Select(k => from.First + k)]; }
        keys.Report(WorkspaceCodes.WrongTarget, $"'at' reaches beyond {first} to {last}.", node.Span, "the project solves from there, and the plan looks no further than 'to'.", "name periods between the two, or let the plan end later.");
        return null;
    }

    private (Period First, Period Last)? Ends(string text)
    {
        if (!Period.TryParse(text.Trim(), out var period)) { return null; }
        if (period.Frequency == first.Frequency) { return (period, period); }
        if (period.Frequency != Frequency.Annual) { return null; }
        return (Period.Of(first.Frequency, period.Year, 1), Period.Of(first.Frequency, period.Year, (int)first.Frequency));
    }
}
