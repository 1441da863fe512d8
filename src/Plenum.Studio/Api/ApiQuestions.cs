using System.Globalization;
using System.Text.Json;
using Plenum.Cli;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Studio.Economy;
using Plenum.Studio.Serving;
using Plenum.Workspace;
using Plenum.Workspace.Drafts;
using Plenum.Workspace.Scenarios;

namespace Plenum.Studio.Api;

/// <summary>Reads what requests ask for, in the words of the model; whatever does not fit becomes a finding.</summary>
internal sealed class ApiQuestions(OpenedModel economy)
{
    private const string Unnamed = "scenario.yaml";

    /// <summary>The symbols of a name, or all members of a name over a set.</summary>
    public IReadOnlyList<Symbol> Symbols(string name) => economy.Model.Find(name) is { } one ? [one] : [.. economy.Model.Symbols.Where(s => s.Family == name && s.Role != Role.AddFactor)];

    /// <summary>The variables named, or else the headline.</summary>
    public IReadOnlyList<ShownVariable> Variables(IReadOnlyList<string>? names, DiagnosticBag findings)
    {
        if (names is null or { Count: 0 }) { return economy.Headline; }
        var shown = new List<ShownVariable>();
        foreach (string name in names.Take(StudioLimits.MostVariables + 1))
        {
            var symbols = Symbols(name ?? "");
            if (symbols.Count == 0) { findings.Add(Unknown(name ?? "")); }
            shown.AddRange(symbols.Select(s => economy.Headline.FirstOrDefault(h => h.Symbol == s) ?? new ShownVariable(s, Deviation.KindOf(s))));
        }

        if (shown.Count > StudioLimits.MostVariables) { findings.Add(Diagnostic.Error(WorkspaceCodes.TooManyDraws, string.Create(CultureInfo.InvariantCulture, $"more than {StudioLimits.MostVariables} variables are asked for."), null, "an answer holds their whole paths.", "ask for some of them at a time.")); }
        return shown;
    }

    /// <summary>The finding that the model has no such name.</summary>
    public Diagnostic Unknown(string name)
    {
        string? near = name.Length > 200 ? null : Suggestion.Nearest(name, economy.Model.Symbols.Select(s => s.Name).Concat(economy.Model.Symbols.Select(s => s.Family)).Distinct());
        return Diagnostic.Error(WorkspaceCodes.UnknownName, $"the model has no name '{(name.Length > 60 ? name[..60] + "..." : name)}'.", null, null, near is null ? "GET /api/model lists them." : $"did you mean '{near}'?");
    }

    /// <summary>The scenario that a request gives in one of three forms; null after an error, or where it gives none.</summary>
    public ScenarioPlan? Scenario(IScenarioRequest request, DiagnosticBag findings)
    {
        int given = (request.Scenario is null ? 0 : 1) + (request.Yaml is null ? 0 : 1) + (request.Draft is null ? 0 : 1);
        if (given > 1)
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.WrongQuestion, "the scenario is given more than once.", null, "'scenario', 'yaml' and 'draft' are three forms of it.", "keep one."));
            return null;
        }

        if (request.Scenario is { } ids) { return IsShort(ids, findings) ? economy.Bind(ids, findings) : null; }
        if (request.Yaml is { } yaml) { return IsShort(yaml, findings) ? economy.Bind(new SourceText(Unnamed, yaml), findings) : null; }
        return request.Draft is { } draft && Draft(draft, findings) is { } read ? economy.Bind(economy.TextOf(read), findings) : null;
    }

    /// <summary>Whether a text is not too long to be read.</summary>
    public static bool IsShort(string text, DiagnosticBag findings)
    {
        if (text.Length <= StudioLimits.LongestText) { return true; }
        findings.Add(Diagnostic.Error(WorkspaceCodes.WrongFile, string.Create(CultureInfo.InvariantCulture, $"the text has {text.Length:N0} characters."), null, string.Create(CultureInfo.InvariantCulture, $"a text that is sent may have {StudioLimits.LongestText:N0}."), "shorten it, or put it into the project's folder."));
        return false;
    }

    /// <summary>A period, or a horizon counted from the scenarios' start, which is 1.</summary>
    /// <param name="text">As written; null for the usual horizon.</param>
    /// <param name="usual">The usual horizon.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public Period? At(string? text, int usual, DiagnosticBag findings)
    {
        var (start, end) = (economy.Window.Start, economy.Window.End);
        if (text is null) { return start + Math.Min(usual - 1, end - start); }
        Period? period = economy.Project.HorizonOf(text) is { } count ? start + (count - 1) : Period.TryParse(text, out var written) && written.Frequency == start.Frequency ? written : null;
        if (period >= start && period <= end) { return period; }
        findings.Add(Diagnostic.Error(WorkspaceCodes.WrongPeriod, $"'{(text.Length > 40 ? text[..40] + "..." : text)}' is no period from {start} to {end}.", null, null, $"write one such as {end}, or a horizon such as 12q."));
        return null;
    }

    private ScenarioDraft? Draft(JsonElement draft, DiagnosticBag findings)
    {
        try
        {
            using var list = JsonDocument.Parse($"[{draft.GetRawText()}]");
            if (DraftLink.Read(list.RootElement) is [var read])
            {
                if (read.Moves.FirstOrDefault(m => economy.Instruments.All(i => i.Id != m.Instrument)) is not { } unknown) { return read; }
                string? near = Suggestion.Nearest(unknown.Instrument, economy.Instruments.Select(i => i.Id));
                findings.Add(Diagnostic.Error(WorkspaceCodes.WrongInstrument, $"there is no instrument '{unknown.Instrument}'.", null, null, near is null ? "GET /api/model lists the instruments." : $"did you mean '{near}'?"));
                return null;
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            // The finding below says what a draft is.
        }

        findings.Add(Diagnostic.Error(WorkspaceCodes.WrongQuestion, "the draft cannot be read.", null, "a draft has a name and moves, each of an instrument with a size.", "write {\"name\": \"Tariff\", \"moves\": [{\"instrument\": \"tariff_exogenous[us]\", \"size\": 0.1}]}."));
        return null;
    }
}
