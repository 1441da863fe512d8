using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Workspace.Files;

namespace Plenum.Workspace.Reports;

/// <summary>Reads <see cref="ReportPlan.FileName"/>.</summary>
internal sealed class ReportPlanReader
{
    private static readonly string[] s_keys = ["title", "indicators", "charts", "contributions", "notes"];
    private static readonly string[] s_chartKeys = ["title", "subtitle", "show", "unit", "series", "scenarios"];
    private static readonly string[] s_seriesKeys = ["variable", "label"];
    private static readonly string[] s_contributionKeys = ["title", "variable", "parts"];
    private static readonly string[] s_partKeys = ["label", "add", "subtract"];
    private static readonly string[] s_noteKeys = ["title", "text"];

    private static readonly IReadOnlyList<(string Word, ShownAs Value)> s_shown =
    [
        ("level", ShownAs.Level), ("percent", ShownAs.Percent), ("growth_year", ShownAs.GrowthOverYear), ("year_sum", ShownAs.YearSum), ("index", ShownAs.Index),
    ];

    private static readonly IReadOnlyList<(string Word, bool Value)> s_answers = [("yes", true), ("no", false)];

    private readonly BoundModel _model;
    private readonly DiagnosticBag _findings;

    private ReportPlanReader(BoundModel model, DiagnosticBag findings) => (_model, _findings) = (model, findings);

    public static ReportPlan Read(SourceText source, BoundModel model, DiagnosticBag findings) =>
        YamlFile.Read(source, "it says what a report shows.", findings) is { } map ? new ReportPlanReader(model, findings).Read(map) : ReportPlan.Empty;

    private ReportPlan Read(YamlMap map)
    {
        var keys = new MapReader(map, "a report", s_keys, _findings);
        return new ReportPlan(
            keys.Text("title"),
            [.. YamlGroups.Of(keys, "charts", "a chart").Select(Chart).OfType<PlannedChart>()],
            [.. YamlGroups.Of(keys, "contributions", "a sum with its parts").Select(Contributions).OfType<PlannedContributions>()],
            [.. YamlGroups.Of(keys, "notes", "a note").Select(Note).OfType<ReportNote>()])
        {
            Indicators = [.. YamlGroups.Of(keys, "indicators", "a group of indicators").Select(new IndicatorReader(_findings, Symbols, s_shown).Group).OfType<IndicatorGroup>()],
        };
    }

    private PlannedChart? Chart(YamlMap map)
    {
        var keys = new MapReader(map, "a chart", s_chartKeys, _findings);
        keys.Require("title", "Growth");
        keys.Require("series", "[gdp_growth]");
        var series = Series(keys);
        var shown = keys.Has("show") ? keys.Word("show", s_shown) : series.Count > 0 ? Usual(series[0].Symbol) : ShownAs.Level;
        bool? inScenarios = keys.Has("scenarios") ? keys.Word("scenarios", s_answers) : false;
        if (keys.Text("title") is not { } title || shown is not { } how || inScenarios is not { } compared || series.Count == 0) { return null; }
        return new PlannedChart(title, keys.Text("subtitle") ?? "", how, keys.Text("unit"), series, compared);
    }

    private List<PlannedSeries> Series(MapReader keys)
    {
        var series = new List<PlannedSeries>();
        if (keys.Node("series") is not YamlList list)
        {
            foreach (var name in keys.Names("series") ?? []) { series.AddRange(Named(name, null)); }
            return series;
        }

        foreach (var item in list.Items)
        {
            switch (item)
            {
                case YamlText text: series.AddRange(Named(new PlacedName(text.Value.Trim(), text.Span), null)); break;
                case YamlMap map:
                    var one = new MapReader(map, "a series of a chart", s_seriesKeys, _findings);
                    one.Require("variable", "gdp_growth");
                    if (one.Text("variable") is { } name) { series.AddRange(Named(new PlacedName(name, one.Node("variable")!.Span), one.Text("label"))); }
                    break;
                default: keys.Report(WorkspaceCodes.WrongValue, $"a series of a chart is a name, not {item.Kind}.", item.Span, null, "write for instance:  - {variable: gdp_growth, label: Real GDP}"); break;
            }
        }

        return series;
    }

    /// <summary>The variable of a name, or all members of a name over a set, each under the member's own label.</summary>
    private IEnumerable<PlannedSeries> Named(PlacedName name, string? label)
    {
        var symbols = Symbols(name);
        return symbols.Count == 1 ? [new PlannedSeries(symbols[0], label ?? (symbols[0].Label.Length > 0 ? symbols[0].Label : symbols[0].Name))]
            : symbols.Select(s => new PlannedSeries(s, Capital(MemberLabel(s))));
    }

    private static string Capital(string label) => char.ToUpperInvariant(label[0]) + label[1..];

    private string MemberLabel(Symbol symbol) => string.Join(", ", symbol.Members.Select(m =>
        _model.Sets.Select(s => (Set: s, At: s.Members.ToList().IndexOf(m))).Where(s => s.At >= 0).Select(s => s.Set.MemberLabels[s.At]).FirstOrDefault(m)));

    private PlannedContributions? Contributions(YamlMap map)
    {
        var keys = new MapReader(map, "a sum with its parts", s_contributionKeys, _findings);
        keys.Require("title", "What growth consists of");
        keys.Require("variable", "gdp_real");
        keys.Require("parts", "[{label: Exports, add: [exports]}]");
        var parts = YamlGroups.Of(keys, "parts", "a part").Select(Part).OfType<PlannedPart>().ToList();
        var total = keys.Text("variable") is { } name ? Symbols(new PlacedName(name, keys.Node("variable")!.Span)) : [];
        return keys.Text("title") is { } title && total.Count == 1 && parts.Count > 0 ? new PlannedContributions(title, total[0], parts) : null;
    }

    private PlannedPart? Part(YamlMap map)
    {
        var keys = new MapReader(map, "a part", s_partKeys, _findings);
        keys.Require("label", "Net exports");
        List<Symbol> added = [.. (keys.Names("add") ?? []).SelectMany(Symbols)], subtracted = [.. (keys.Names("subtract") ?? []).SelectMany(Symbols)];
        if (!keys.Has("add") && !keys.Has("subtract")) { keys.Report(WorkspaceCodes.MissingKey, "the part has neither 'add' nor 'subtract'.", map.Span, "a part consists of variables.", "add a line such as:  add: [\"final_demand[exports]\"]"); }
        return keys.Text("label") is { } label && added.Count + subtracted.Count > 0 ? new PlannedPart(label, added, subtracted) : null;
    }

    private ReportNote? Note(YamlMap map)
    {
        var keys = new MapReader(map, "a note", s_noteKeys, _findings);
        keys.Require("title", "The baseline");
        keys.Require("text", "some words");
        return keys.Text("title") is { } title && keys.Text("text") is { } text ? new ReportNote(title, text) : null;
    }

    private IReadOnlyList<Symbol> Symbols(PlacedName name)
    {
        if (_model.Find(name.Name) is { } one) { return [one]; }
        List<Symbol> members = [.. _model.Symbols.Where(s => s.Family == name.Name && s.Role != Role.AddFactor)];
        if (members.Count > 0) { return members; }
        string? near = Suggestion.Nearest(name.Name, _model.Symbols.Select(s => s.Name).Concat(_model.Symbols.Select(s => s.Family)).Distinct());
        _findings.Add(Diagnostic.Error(WorkspaceCodes.UnknownName, $"the model has no name '{name.Name}'.", name.Span, null, near is null ? "plenum show lists the blocks of the model, plenum show BLOCK its names." : $"did you mean '{near}'?"));
        return [];
    }

    private static ShownAs Usual(Symbol symbol) => Deviation.KindOf(symbol) == DeviationKind.Points ? ShownAs.Percent : ShownAs.Level;
}
