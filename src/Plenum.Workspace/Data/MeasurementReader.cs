using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Files;

namespace Plenum.Workspace.Data;

/// <summary>Reads <see cref="ProjectData.MeasurementsFile"/>: a list of variables with the series that measure them.</summary>
internal static class MeasurementReader
{
    private static readonly string[] s_keys = ["variable", "series", "measures", "quarter", "treatment"];

    private static readonly IReadOnlyList<(string Word, MeasuredAs Value)> s_measures =
    [
        ("level", MeasuredAs.Level), ("growth_yoy", MeasuredAs.GrowthOverYear), ("growth_qoq", MeasuredAs.Growth),
        ("index", MeasuredAs.Index), ("share", MeasuredAs.Share), ("indicator", MeasuredAs.Indicator),
    ];

    private static readonly IReadOnlyList<(string Word, QuarterRule Value)> s_quarters =
    [
        ("as_is", QuarterRule.AsIs), ("sum", QuarterRule.Sum), ("mean", QuarterRule.Mean), ("last", QuarterRule.Last),
        ("year_to_date", QuarterRule.YearToDate), ("interpolate", QuarterRule.Interpolate),
    ];

    public static IReadOnlyList<Measurement> Read(SourceText source, DataSet data, DiagnosticBag findings)
    {
        var measurements = new List<Measurement>();
        foreach (var map in YamlGroups.Read(source, "measurements", "a measurement", findings))
        {
            var keys = new MapReader(map, "a measurement", s_keys, findings);
            keys.Require("variable", "gdp_real");
            keys.Require("series", "[gdp_real_growth_yoy]");
            keys.Require("measures", "growth_yoy");
            keys.Require("quarter", "as_is");
            var series = keys.Names("series") ?? [];
            bool isKnown = series.All(s => SeriesNames.Check(data, s.Name, s.Span, findings) is not null);
            var measures = Word(keys, "measures", s_measures);
            var quarter = Word(keys, "quarter", s_quarters);
            if (!isKnown || series.Count == 0 || keys.Text("variable") is not { } variable || measures is not { } measured || quarter is not { } rule) { continue; }
            measurements.Add(new Measurement(variable, [.. series.Select(s => s.Name)], measured, rule, keys.Text("treatment") ?? "", map.Span));
        }

        return measurements;
    }

    private static T? Word<T>(MapReader keys, string key, IReadOnlyList<(string Word, T Value)> words)
        where T : struct
    {
        if (keys.Text(key) is not { } text) { return null; }
        foreach (var (word, value) in words)
        {
            if (word == text) { return value; }
        }

        string all = string.Join(", ", words.Select(w => w.Word));
        keys.Report(WorkspaceCodes.WrongValue, $"'{key}' takes one of {all}, not '{text}'.", keys.Node(key)!.Span, null, Suggestion.Nearest(text, words.Select(w => w.Word)) is { } near ? $"did you mean '{near}'?" : $"write one of {all}.");
        return null;
    }
}
