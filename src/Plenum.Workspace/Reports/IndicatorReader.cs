using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series.Formulas;
using Plenum.Workspace.Files;

namespace Plenum.Workspace.Reports;

/// <summary>Reads the indicators of a <see cref="ReportPlan"/>.</summary>
/// <param name="findings">Takes what is wrong.</param>
/// <param name="find">The variables of a name; none with a finding where the model has none.</param>
/// <param name="shown">The words for how values are shown.</param>
internal sealed class IndicatorReader(DiagnosticBag findings, Func<PlacedName, IReadOnlyList<Symbol>> find, IReadOnlyList<(string Word, ShownAs Value)> shown)
{
    private static readonly string[] s_groupKeys = ["title", "items"];
    private static readonly string[] s_keys = ["variable", "label", "show", "unit", "target", "lead"];

    /// <summary>One group; null where it has no title or no indicator that can be read.</summary>
    public IndicatorGroup? Group(YamlMap map)
    {
        var keys = new MapReader(map, "a group of indicators", s_groupKeys, findings);
        keys.Require("title", "Prices");
        keys.Require("items", "[{variable: deflator_inflation}]");
        var indicators = YamlGroups.Of(keys, "items", "an indicator").Select(One).OfType<Indicator>().ToList();
        return keys.Text("title") is { } title && indicators.Count > 0 ? new IndicatorGroup(title, indicators) : null;
    }

    private Indicator? One(YamlMap map)
    {
        var keys = new MapReader(map, "an indicator", s_keys, findings);
        keys.Require("variable", "gdp_growth");
        if (keys.Text("variable") is not { } name) { return null; }
        var place = new PlacedName(name, keys.Node("variable")!.Span);
        var symbols = find(place);
        if (symbols.Count > 1)
        {
            keys.Report(WorkspaceCodes.WrongValue, $"'{name}' has {symbols.Count} members.", place.Span, "an indicator is one variable.", $"name one of them:  variable: \"{symbols[0].Name}\"");
            return null;
        }

        var target = keys.Text("target") is { } text ? Formula(new PlacedName(text, keys.Node("target")!.Span)) : null;
        var how = keys.Has("show") ? keys.Word("show", shown) : symbols.Count == 1 && Deviation.KindOf(symbols[0]) == DeviationKind.Points ? ShownAs.Percent : ShownAs.Level;
        if (symbols.Count == 0 || how is not { } shownAs) { return null; }
        return new Indicator(symbols[0], keys.Text("label") ?? (symbols[0].Label.Length > 0 ? symbols[0].Label : symbols[0].Name), shownAs, keys.Text("unit"))
        {
            Target = target,
            TargetPlace = target is null ? null : new PlacedName(target.Text, keys.Node("target")!.Span),
            Lead = keys.Text("lead"),
        };
    }

    private SeriesFormula? Formula(PlacedName written)
    {
        if (SeriesFormula.TryParse(written.Name, out var formula, out var unreadable)) { return formula; }
        findings.Add(Diagnostic.Error(unreadable.Code, unreadable.Message, written.Span, unreadable.Why, unreadable.Help));
        return null;
    }
}
