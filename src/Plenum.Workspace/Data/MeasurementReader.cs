using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Series.Formulas;
using Plenum.Workspace.Files;

namespace Plenum.Workspace.Data;

/// <summary>Reads <see cref="ProjectData.MeasurementsFile"/>: series derived from others, and variables with the formulas that measure them.</summary>
internal static class MeasurementReader
{
    private static readonly string[] s_fileKeys = ["derived", "measurements"];
    private static readonly string[] s_keys = ["variable", "value", "endogenise", "implied", "from", "to", "note"];

    /// <summary>The data with the derived series, and the measurements; what cannot be read is reported and left out.</summary>
    public static (DataSet WithDerived, IReadOnlyList<Measurement> Measurements) Read(SourceText source, DataSet data, DiagnosticBag findings)
    {
        if (YamlFile.Read(source, "it says which variables are measured by which formulas.", findings) is not { } file) { return (data, []); }
        var keys = new MapReader(file, "the file", s_fileKeys, findings);
        if (keys.Map("derived") is { } derived)
        {
            foreach (var (name, value) in derived.Entries) { data = Derive(name, value, data, findings); }
        }

        var measurements = new List<Measurement>();
        foreach (var map in YamlGroups.Of(keys, "measurements", "a measurement")) { Add(Measurement(new MapReader(map, "a measurement", s_keys, findings), data, findings)); }
        return (data, measurements);

        void Add(Measurement? measurement)
        {
            if (measurement is not null) { measurements.Add(measurement); }
        }
    }

    private static DataSet Derive(YamlText name, YamlNode value, DataSet data, DiagnosticBag findings)
    {
        if (value is not YamlText text)
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.WrongValue, $"'{name.Value}' takes a formula, not {value.Kind}.", name.Span, null, "write for instance:  exports_quarter: sum_of_months(exports)"));
            return data;
        }

        if (data.TryFind(name.Value, out _, out _))
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.Duplicate, $"there is a series '{name.Value}' already.", name.Span, null, "give the derived series another name."));
            return data;
        }

        if (Formula(text, data, findings) is not { } formula) { return data; }
        if (formula.TryEvaluate(data, out var series, out var failure)) { return data.With(new DataSeries(series.Named(name.Value), new Provenance("computed", formula.Text))); }
        findings.Add(Diagnostic.Error(failure.Code, failure.Message, text.Span, failure.Why, failure.Help));
        return data;
    }

    private static Measurement? Measurement(MapReader keys, DataSet data, DiagnosticBag findings)
    {
        keys.Require("variable", "gdp_real");
        keys.Require("value", "seasonally_adjusted(sum_of_months(output)) / 100");
        var formula = keys.Text("value") is null ? null : Formula((YamlText)keys.Node("value")!, data, findings);
        string? implied = keys.Text("implied");
        if (implied is not (null or "true" or "false")) { keys.Report(WorkspaceCodes.WrongValue, $"'implied' takes true or false, not '{implied}'.", keys.Node("implied")!.Span, null, "write:  implied: true"); }
        if (implied == "true" && keys.Has("endogenise")) { keys.Report(WorkspaceCodes.WrongValue, "a measurement is implied by others or has a name that is found for it, not both.", keys.PlaceOf("implied"), null, "remove one of 'implied' and 'endogenise'."); }
        if (formula is null || keys.Text("variable") is not { } variable) { return null; }
        return new Measurement(
            new PlacedName(variable, keys.Node("variable")!.Span),
            formula,
            keys.Text("endogenise") is { } found ? new PlacedName(found, keys.Node("endogenise")!.Span) : null,
            implied == "true",
            keys.Period("from", null),
            keys.Period("to", null),
            keys.Text("note") ?? "",
            keys.Span);
    }

    private static SeriesFormula? Formula(YamlText text, DataSet data, DiagnosticBag findings)
    {
        if (!SeriesFormula.TryParse(text.Value.Trim(), out var formula, out var unreadable))
        {
            findings.Add(Diagnostic.Error(unreadable.Code, unreadable.Message, text.Span, unreadable.Why, unreadable.Help));
            return null;
        }

        bool isKnown = true;
        foreach (string name in formula.Names) { isKnown &= SeriesNames.Check(data, name, text.Span, findings) is not null; }
        return isKnown ? formula : null;
    }
}
