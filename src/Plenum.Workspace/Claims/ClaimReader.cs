using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Files;
using Plenum.Workspace.History;

namespace Plenum.Workspace.Claims;

/// <summary>Reads the file of claims; names only as far as the file alone can tell.</summary>
internal sealed class ClaimReader(Project project, DiagnosticBag findings)
{
    private const string ExampleFigure = "\n            - at: 2025Q3\n              stated: 4.8\n              model: 100 * gdp_growth\n              tolerance_fit: 0.1";
    private static readonly string[] s_keys = ["source", "simulation", "claims"];
    private static readonly string[] s_simulationKeys = ["from", "to", "mean_from", "mean_to", "hold", "zero"];
    private static readonly string[] s_toleranceKeys = ["tolerance_data", "tolerance_fit", "tolerance_sim"];
    private static readonly string[] s_claimKeys = ["id", "title", "text", "kind", "unit", "figures", "without", "experiments", "reason", "known", .. s_toleranceKeys];
    private static readonly string[] s_figureKeys = ["label", "unit", "at", "stated", "data", "data_at", "counterpart", "model", "month", .. s_toleranceKeys];
    private static readonly string[] s_rangeKeys = ["low", "high"];
    private static readonly string[] s_monthKeys = ["of", "in", "years"];
    private static readonly string[] s_withoutKeys = ["from", "to", "hold"];
    private static readonly string[] s_heldKeys = ["variable", "with"];
    private static readonly string[] s_experimentKeys = [.. ExpectationReader.ExperimentKeys, "name", "measures"];

    private static readonly IReadOnlyList<(string Word, ClaimKind Value)> s_kinds =
    [
        ("number", ClaimKind.Number), ("sign", ClaimKind.Sign), ("ordering", ClaimKind.Ordering), ("count", ClaimKind.Count), ("experiment", ClaimKind.Experiment), ("input", ClaimKind.Input),
    ];

    private readonly ExpectationReader _experiments = new(project.Scenarios.Window, findings);

    private Frequency Frequency => project.Start.Frequency;

    public ClaimSet Read(SourceText source)
    {
        if (YamlFile.Read(source, "it lists the claims.", findings) is not { } file) { return new ClaimSet("", [], null); }
        var keys = new MapReader(file, "the file", s_keys, findings);
        var claims = new List<Claim>();
        foreach (var map in YamlGroups.Of(keys, "claims", "a claim"))
        {
            if (ReadClaim(new MapReader(map, "a claim", s_claimKeys, findings)) is not { } claim) { continue; }
            if (claims.Exists(c => string.Equals(c.Id, claim.Id, StringComparison.OrdinalIgnoreCase))) { findings.Add(Diagnostic.Error(WorkspaceCodes.Duplicate, $"the id '{claim.Id}' belongs to two claims.", claim.Span, null, "give one of them another id.")); }
            claims.Add(claim);
        }

        return new ClaimSet(keys.Text("source") ?? "", claims, Simulation(keys));
    }

    private ClaimSimulation? Simulation(MapReader file)
    {
        if (file.Map("simulation") is not { } map) { return null; }
        var keys = new MapReader(map, "a simulation", s_simulationKeys, findings);
        foreach (string key in s_simulationKeys.Take(4)) { keys.Require(key, key.EndsWith("to", StringComparison.Ordinal) ? "2025Q4" : "2025Q1"); }
        var (from, to, meanFrom, meanTo) = (Within(keys, "from"), Within(keys, "to"), Within(keys, "mean_from"), Within(keys, "mean_to"));
        var held = keys.Names("hold") ?? [];
        var zero = keys.Names("zero") ?? [];
        if (from is not { } first || to is not { } last || meanFrom is not { } meanFirst || meanTo is not { } meanLast) { return null; }
        if (last < first || meanLast < meanFirst || meanLast >= first || first == project.Start)
        {
            keys.Report(WorkspaceCodes.WrongSimulation, $"the means of {meanFirst} to {meanLast} and the simulation of {first} to {last} do not follow one another.", keys.PlaceOf("from"), "what is simulated must not enter the means it is simulated with.", "let 'mean_from', 'mean_to', 'from' and 'to' stand in this order in time.");
            return null;
        }

        var rules = new Dictionary<string, AddFactorRule>(StringComparer.Ordinal);
        foreach (var (name, rule) in held.Select(n => (n, AddFactorRule.Hold)).Concat(zero.Select(n => (n, AddFactorRule.Zero))))
        {
            if (!rules.TryAdd(name.Name, rule)) { keys.Report(WorkspaceCodes.WrongSimulation, $"'{name.Name}' has two rules.", name.Span, null, "keep one of them."); }
        }

        var options = new DynamicSimulationOptions { From = first, To = last, MeanFrom = meanFirst, MeanTo = meanLast, Rules = rules };
        return new ClaimSimulation(options, [.. held, .. zero], keys.Span);
    }

    private Claim? ReadClaim(MapReader keys)
    {
        keys.Require("id", "C01");
        keys.Require("title", "Real growth");
        keys.Require("text", "what is claimed, in a sentence");
        keys.Require("kind", "number");
        keys.Require("reason", "what to know about concept, frequency or vintage, in a sentence");
        var without = Without(keys);
        var common = Common(keys, new Defaults("", null, null, null));
        var figures = YamlGroups.Of(keys, "figures", "a figure").Select(map => ReadFigure(new MapReader(map, "a figure", s_figureKeys, findings), common)).ToList();
        var expectations = YamlGroups.Of(keys, "experiments", "an experiment").SelectMany(map => _experiments.Measures(new MapReader(map, "an experiment", s_experimentKeys, findings))).ToList();
        var kind = keys.Word("kind", s_kinds);
        if (keys.Text("id") is not { } id || kind is not { } about) { return null; }
        if (!keys.Has("figures") && !keys.Has("experiments")) { keys.Report(WorkspaceCodes.WrongClaim, $"nothing tests the claim '{id}'.", keys.PlaceOf("id"), "it has neither figures nor experiments.", $"add for instance:  figures:{ExampleFigure}"); }
        if (figures.Count > 0 && expectations.Count == 0 && figures.TrueForAll(f => f is { Fit: null, ForData: null })) { keys.Report(WorkspaceCodes.WrongTolerance, $"the claim '{id}' has no tolerance, so that every number would do.", keys.PlaceOf("id"), null, "add for instance:  tolerance_fit: 0.1"); }
        return new Claim(id, keys.Text("title") ?? id, keys.Text("text") ?? id, about, [.. figures.OfType<ClaimFigure>()], without, expectations, keys.Text("reason") ?? "", keys.Text("known"), keys.Span);
    }

    private ClaimFigure? ReadFigure(MapReader keys, Defaults claim)
    {
        keys.Require("at", "2025Q3");
        var at = keys.Has("at") ? Within(keys, "at") : null;
        var dataAt = keys.Has("data_at") ? keys.Period("data_at", null) : at;
        var stated = keys.Number("stated");
        var (data, counterpart, model) = (Formula(keys, "data"), Formula(keys, "counterpart"), Formula(keys, "model"));
        var month = Month(keys, dataAt);
        var (unit, forData, fit, sim) = Common(keys, claim);
        if (!keys.Has("data") && !keys.Has("model")) { keys.Report(WorkspaceCodes.WrongClaim, "the figure says neither where the data nor where the model have it.", keys.Span, null, "add 'data' with a formula over series, or 'model' with an expression in the words of the model."); }
        if (at is not { } period || dataAt is not { } observed) { return null; }
        bool isSame = counterpart is not null || (data is not null && observed == period) || stated is not null;
        if (model is not null && !isSame && (fit ?? sim) is { Width: not null }) { keys.Report(WorkspaceCodes.WrongTolerance, "the tolerance has nothing to be counted from.", keys.Span, "the figure states no number and has no data in the period of the model.", "add 'stated' or 'counterpart', or give a range:  tolerance_fit: {low: 0}"); }
        string label = keys.Text("label") ?? period.ToString();
        return new ClaimFigure(label, unit, period, stated, data, observed, counterpart, model, month, forData, fit, sim, keys.Span);
    }

    private MonthOfQuarter? Month(MapReader figure, Period? observed)
    {
        if (figure.Map("month") is not { } map) { return null; }
        var keys = new MapReader(map, "a month of a quarter", s_monthKeys, findings);
        foreach (var (key, example) in new[] { ("of", "exports"), ("in", "sum_of_months(exports)"), ("years", "5") }) { keys.Require(key, example); }
        if (observed is { Frequency: not Frequency.Monthly }) { keys.Report(WorkspaceCodes.WrongClaim, $"the figure is of {observed}, which is no month.", figure.PlaceOf("month"), null, "name the month with 'data_at', such as  data_at: 2025M09"); }
        return Formula(keys, "of") is { } of && Formula(keys, "in") is { } quarter && keys.Count("years") is { } years ? new MonthOfQuarter(of, quarter, years) : null;
    }

    private ClaimCounterfactual? Without(MapReader claim)
    {
        if (claim.Map("without") is not { } map) { return null; }
        var keys = new MapReader(map, "a counterfactual", s_withoutKeys, findings);
        keys.Require("from", "2024Q1");
        keys.Require("to", "2025Q3");
        keys.Require("hold", "\n            - variable: exports_real\n              with: import_demand");
        var held = new List<(PlacedName, PlacedName)>();
        foreach (var entry in YamlGroups.Of(keys, "hold", "a variable that is held"))
        {
            var pair = new MapReader(entry, "a variable that is held", s_heldKeys, findings);
            foreach (string key in s_heldKeys) { pair.Require(key, "import_demand"); }
            if (Formula(pair, "variable") is { } variable && Formula(pair, "with") is { } with) { held.Add((variable, with)); }
        }

        if (Within(keys, "from") is not { } from || Within(keys, "to") is not { } to) { return null; }
        if (from > project.Start && to >= from) { return new ClaimCounterfactual(held, from, to); }
        keys.Report(WorkspaceCodes.WrongPeriod, $"the counterfactual cannot go from {from} to {to}.", keys.PlaceOf("from"), "it holds proportions of the period before it.", $"begin after {project.Start}, and end later than it begins.");
        return null;
    }

    /// <summary>What a claim says for all its figures, and a figure for itself.</summary>
    private Defaults Common(MapReader keys, Defaults otherwise) => new(
        keys.Text("unit") ?? otherwise.Unit,
        keys.Has(s_toleranceKeys[0]) ? Tolerance(keys, s_toleranceKeys[0]) : otherwise.ForData,
        keys.Has(s_toleranceKeys[1]) ? Tolerance(keys, s_toleranceKeys[1]) : otherwise.Fit,
        keys.Has(s_toleranceKeys[2]) ? Tolerance(keys, s_toleranceKeys[2]) : otherwise.Sim);

    /// <summary>A tolerance: a number, a range or none.</summary>
    private Tolerance? Tolerance(MapReader keys, string key)
    {
        switch (keys.Node(key))
        {
            case YamlText { Value: "none" }: return null;
            case YamlMap map:
                var range = new MapReader(map, "a range", s_rangeKeys, findings);
                var bounds = new Bounds(range.Number("low"), range.Number("high"));
                if (!range.Has("low") && !range.Has("high")) { range.Report(WorkspaceCodes.WrongTolerance, $"'{key}' is open on both sides.", keys.PlaceOf(key), null, "add 'low', 'high' or both."); }
                else if (bounds.Low > bounds.High) { range.Report(WorkspaceCodes.WrongTolerance, $"'{key}' ends below its beginning.", keys.PlaceOf(key), null, "exchange 'low' and 'high'."); }
                return Claims.Tolerance.In(bounds);
            default:
                if (keys.Number(key) is not { } width) { return null; }
                if (width < 0.0) { keys.Report(WorkspaceCodes.WrongTolerance, $"'{key}' is negative.", keys.PlaceOf(key), "it is the distance allowed to either side.", "write it without the sign, or give a range with 'low' and 'high'."); }
                return Claims.Tolerance.Within(width);
        }
    }

    private Period? Within(MapReader keys, string key)
    {
        if (keys.Period(key, Frequency) is not { } period) { return null; }
        if (period >= project.Start && period <= project.End) { return period; }
        keys.Report(WorkspaceCodes.WrongPeriod, $"'{key}: {period}' lies outside {project.Start} to {project.End}.", keys.Node(key)!.Span, "the model is solved in these periods.", $"name a period from {project.Start} to {project.End}.");
        return null;
    }

    private static PlacedName? Formula(MapReader keys, string key) => keys.Text(key) is { } text ? new PlacedName(text, keys.Node(key)!.Span) : null;

    private sealed record Defaults(string Unit, Tolerance? ForData, Tolerance? Fit, Tolerance? Sim);
}
