using Plenum.Language.Diagnostics;
using Plenum.Workspace.Files;

namespace Plenum.Workspace.Scenarios;

/// <summary>The scenarios and probes of a project, read from their files when they are asked for.</summary>
/// <remarks>A scenario goes by its id or by the name of its file; upper and lower case are alike. One that lies elsewhere joins them once it is opened.</remarks>
public sealed class ScenarioCatalog
{
    private readonly ProjectFolder _folder;
    private readonly PlacedName? _scenarios;
    private readonly PlacedName? _probes;
    private readonly ScenarioWindow _window;
    private readonly Dictionary<string, Scenario?> _read = new(StringComparer.Ordinal);
    private List<Entry>? _entries;

    internal ScenarioCatalog(ProjectFolder folder, PlacedName? scenarios, PlacedName? probes, ScenarioWindow window) =>
        (_folder, _scenarios, _probes, _window) = (folder, scenarios, probes, window);

    /// <summary>The periods in which scenarios may differ from the baseline.</summary>
    public ScenarioWindow Window => _window;

    /// <summary>Reads all scenarios, in order of id.</summary>
    public IReadOnlyList<Scenario> All(DiagnosticBag findings) => Read(isProbe: false, findings);

    /// <summary>Reads all probes, in order of id.</summary>
    public IReadOnlyList<Scenario> Probes(DiagnosticBag findings) => Read(isProbe: true, findings);

    /// <summary>Takes in a scenario file that may lie anywhere, since the user names it, not the project; it is found by that name and by its id.</summary>
    /// <param name="name">The path as the user writes it.</param>
    /// <param name="path">The path of the file.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public void Open(string name, string path, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(findings);
        var entries = Entries(findings);
        if (entries.Exists(e => Same(e.FileName, name))) { return; }
        string full = Path.GetFullPath(path);
        if (new ProjectFolder(Path.GetDirectoryName(full)!, Path.GetDirectoryName(name) ?? "").Read(Path.GetFileName(full), null, findings) is not { } file) { return; }
        var entry = new Entry(PeekId(file) ?? name, name, file, IsProbe: false, IsOwn: false);
        var other = entries.Find(e => Same(e.Id, entry.Id));
        if (other is null) { entries.Add(entry); }
        else if (IsSameFile(other, full)) { entries.Add(entry with { File = other.File }); }
        else { ReportDuplicate(entry, other, findings); }
    }

    /// <summary>Reads a scenario by id or name of file; null where there is none or it cannot be read.</summary>
    /// <param name="name">The name, with its place where a file mentions it.</param>
    /// <param name="mention">Where a file mentions the name; null for one from the command line.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public Scenario? Find(string name, SourceSpan? mention, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(findings);
        var entries = Entries(findings);
        var entry = entries.FirstOrDefault(e => Same(e.Id, name)) ?? entries.FirstOrDefault(e => Same(e.FileName, name));
        if (entry is not null) { return Read(entry, findings); }
        string? near = Suggestion.Nearest(name, entries.Select(e => e.Id).Concat(entries.Select(e => e.FileName)));
        string help = entries.Count == 0 ? "put a scenario file into the folder 'scenarios' of the project." : near is null ? "plenum scenarios lists them." : $"did you mean '{near}'? plenum scenarios lists them all.";
        findings.Add(Diagnostic.Error(WorkspaceCodes.UnknownScenario, $"there is no scenario '{name}'.", mention, null, help));
        return null;
    }

    private List<Scenario> Read(bool isProbe, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return [.. Entries(findings).Where(e => e.IsOwn && e.IsProbe == isProbe).Select(e => Read(e, findings)).OfType<Scenario>().OrderBy(s => s.Id, StringComparer.OrdinalIgnoreCase)];
    }

    private Scenario? Read(Entry entry, DiagnosticBag findings)
    {
        if (!_read.TryGetValue(entry.File.Path, out var scenario))
        {
            // Findings of one file are collected apart, since those of others must not keep it from being read.
            var own = new DiagnosticBag();
            scenario = ScenarioReader.Read(entry.File, _window, own);
            findings.AddRange(own);
            _read.Add(entry.File.Path, scenario);
        }

        return scenario;
    }

    private List<Entry> Entries(DiagnosticBag findings)
    {
        if (_entries is not null) { return _entries; }
        _entries = [];
        foreach (var (folder, isProbe) in new[] { (_scenarios, false), (_probes, true) })
        {
            if (folder is not { } place) { continue; }
            foreach (string path in _folder.List(place.Name, ".yaml"))
            {
                if (_folder.Read(path, null, findings) is not { } file) { continue; }
                string fileName = Path.GetFileNameWithoutExtension(path);
                var entry = new Entry(PeekId(file) ?? fileName, fileName, file, isProbe, IsOwn: true);
                if (_entries.Find(e => Same(e.Id, entry.Id)) is { } other) { ReportDuplicate(entry, other, findings); }
                _entries.Add(entry);
            }
        }

        return _entries;
    }

    private static void ReportDuplicate(Entry entry, Entry other, DiagnosticBag findings)
    {
        int start = Math.Max(0, entry.File.Text.IndexOf("id:", StringComparison.Ordinal));
        findings.Add(Diagnostic.Error(WorkspaceCodes.Duplicate, $"the id '{entry.Id}' belongs to two scenarios.", new SourceSpan(entry.File, start, 2), $"'{other.File.Path}' has it too.", "give one of them another id."));
    }

    /// <summary>The id as the line at the margin gives it, so that one scenario can be found without reading all.</summary>
    private static string? PeekId(SourceText file)
    {
        for (int line = 1; line <= file.LineCount; line++)
        {
            string text = file.Line(line);
            if (!text.StartsWith("id:", StringComparison.Ordinal)) { continue; }
            string id = text[3..].Split(" #")[0].Trim().Trim('"', '\'');
            return id.Length > 0 ? id : null;
        }

        return null;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private bool IsSameFile(Entry own, string full) => own.IsOwn && new[] { _scenarios, _probes }.Any(f => f is { } folder && Path.Combine(_folder.Root, folder.Name, own.FileName + ".yaml") == full);

    private sealed record Entry(string Id, string FileName, SourceText File, bool IsProbe, bool IsOwn);
}
