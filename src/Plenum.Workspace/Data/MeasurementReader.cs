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
            var measures = keys.Word("measures", s_measures);
            var quarter = keys.Word("quarter", s_quarters);
            if (!isKnown || series.Count == 0 || keys.Text("variable") is not { } variable || measures is not { } measured || quarter is not { } rule) { continue; }
            measurements.Add(new Measurement(variable, [.. series.Select(s => s.Name)], measured, rule, keys.Text("treatment") ?? "", map.Span));
        }

        return measurements;
    }
}
