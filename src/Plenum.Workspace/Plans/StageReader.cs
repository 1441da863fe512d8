using System.Globalization;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Files;

namespace Plenum.Workspace.Plans;

/// <summary>Reads the stages of a plan, and finds those that targets and instruments name.</summary>
internal sealed class StageReader
{
    private static readonly string[] s_keys = ["stage", "date", "fixes", "source", "confirmed"];
    private static readonly IReadOnlyList<(string Word, bool Value)> s_answers = [("true", true), ("false", false)];
    private static readonly StageKind[] s_kinds = Enum.GetValues<StageKind>();

    private readonly Frequency _frequency;
    private readonly DiagnosticBag _findings;
    private readonly List<PlanStage> _stages = [];

    public StageReader(MapReader keys, Frequency frequency, DiagnosticBag findings)
    {
        (_frequency, _findings) = (frequency, findings);
        foreach (var map in YamlGroups.Of(keys, "stages", "a stage"))
        {
            if (Read(new MapReader(map, "a stage", s_keys, findings)) is { } stage) { _stages.Add(stage); }
        }
    }

    /// <summary>The stages, in order of time.</summary>
    public IReadOnlyList<PlanStage> Stages => _stages;

    /// <summary>The stage from which instruments may move: the adoption, or else the first one; null where the file has none.</summary>
    public PlanStage? Start => _stages.Find(s => s.Kind == StageKind.Adopted) ?? _stages.FirstOrDefault();

    /// <summary>The stage that a target or an instrument names; the adoption, or else the first one, where it names none.</summary>
    public PlanStage? Named(MapReader keys)
    {
        if (keys.Text("stage") is not { } name) { return Start; }
        if (_stages.Find(s => s.Name == name) is { } stage) { return stage; }
        string? near = Suggestion.Nearest(name, _stages.Select(s => s.Name));
        keys.Report(WorkspaceCodes.WrongStage, $"the plan has no stage '{name}'.", keys.Node("stage")!.Span, null, near is null ? "list it under 'stages', with its date." : $"did you mean '{near}'?");
        return null;
    }

    private PlanStage? Read(MapReader keys)
    {
        keys.Require("stage", "adopted");
        keys.Require("date", "2026-03");
        if (keys.Text("stage") is not { } name || keys.Text("date") is not { } date) { return null; }
        string[] parts = name.Split(' ', 2, StringSplitOptions.TrimEntries);
        var kind = s_kinds.Cast<StageKind?>().FirstOrDefault(k => PlanStage.Words(k!.Value) == parts[0]);
        int? year = parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int given) && given is > 1000 and < 10_000 ? given : null;
        if (kind is not { } known || (known == StageKind.WorkReport) != year.HasValue || (parts.Length == 2 && year is null))
        {
            keys.Report(WorkspaceCodes.WrongStage, $"'{name}' is not a stage.", keys.Node("stage")!.Span, "a plan is an outline, a draft, adopted, then followed by work reports and a review.", "write outline, draft, adopted, 'work_report 2026' with the year of its targets, or review.");
            return null;
        }

        if (!DateOnly.TryParseExact(date, ["yyyy-MM-dd", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            keys.Report(WorkspaceCodes.WrongStage, $"'{date}' is not a day or a month.", keys.Node("date")!.Span, null, "write for instance:  date: 2026-03-12  or  date: 2026-03");
            return null;
        }

        int perYear = (int)_frequency;
        var period = perYear == 1 ? Period.Annual(day.Year) : Period.Of(_frequency, day.Year, 1 + ((day.Month - 1) * perYear / 12));
        if (_stages.Count > 0 && string.CompareOrdinal(date, 0, _stages[^1].Date, 0, 7) < 0)
        {
            keys.Report(WorkspaceCodes.WrongStage, $"'{name}' comes before '{_stages[^1].Name}'.", keys.Node("date")!.Span, "stages follow each other in time.", "put them in order, or correct a date.");
            return null;
        }

        return new PlanStage(known, year, date, period, keys.Text("fixes"), keys.Text("source"), keys.Span) { IsConfirmed = !keys.Has("confirmed") || keys.Word("confirmed", s_answers) != false };
    }
}
