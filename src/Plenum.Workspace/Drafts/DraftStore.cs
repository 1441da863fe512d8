using System.Text;
using Plenum.Language.Diagnostics;
using Plenum.Workspace.Instruments;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Drafts;

/// <summary>A draft that was saved.</summary>
/// <param name="Id">The name of its file, without the ending.</param>
/// <param name="Name">What its writer called it.</param>
/// <param name="SavedAt">When it was saved last.</param>
/// <param name="Draft">The draft; null where the file says what no instrument does, or was damaged.</param>
public sealed record SavedDraft(string Id, string Name, DateTime SavedAt, ScenarioDraft? Draft);

/// <summary>Keeps drafts as scenario files in the folder <c>.plenum/studio</c> of a project, out of sight of version control.</summary>
/// <remarks>Names of files are made by <see cref="DraftText.IdOf"/>; no other name is opened. See <see cref="OwnFiles"/> for how they are written.</remarks>
public sealed class DraftStore
{
    /// <summary>The most drafts that are kept.</summary>
    public const int MostDrafts = 500;

    private const string Ending = ".yaml";
    private const int MostBytes = 262_144;
    private readonly Lock _gate = new();
    private readonly OwnFiles _files;
    private readonly IReadOnlyList<Instrument> _instruments;
    private readonly ScenarioWindow _window;

    /// <summary>Prepares to keep drafts of a project; nothing is written yet.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="instruments">The project's instruments.</param>
    /// <param name="window">The periods in which changes may lie.</param>
    public DraftStore(string folder, IReadOnlyList<Instrument> instruments, ScenarioWindow window)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(instruments);
        _files = new OwnFiles(folder, "", MostDrafts, MostBytes);
        (_instruments, _window) = (instruments, window);
    }

    /// <summary>All saved drafts, the newest first.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public IReadOnlyList<SavedDraft> All()
    {
        lock (_gate) { return [.. _files.All().Where(f => f.Name.EndsWith(Ending, StringComparison.Ordinal)).Select(f => f.Name[..^Ending.Length]).Where(IsId).Select(Read).OfType<SavedDraft>().OrderByDescending(d => d.SavedAt).ThenBy(d => d.Id, StringComparer.Ordinal)]; }
    }

    /// <summary>Saves a draft; it replaces the one of the same name.</summary>
    /// <returns>The id of its file; null where <see cref="MostDrafts"/> are kept already, or it is too large.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public string? Save(ScenarioDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        lock (_gate)
        {
            return FreeId(draft) is { } id && _files.Save(FileOf(id), Encoding.UTF8.GetBytes(DraftText.Write(draft, _instruments, _window))) ? id : null;
        }
    }

    /// <summary>Opens a saved draft; null where there is none of that id.</summary>
    public SavedDraft? Open(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        lock (_gate) { return IsId(id) ? Read(id) : null; }
    }

    /// <summary>Deletes a saved draft; false where there is none of that id.</summary>
    /// <exception cref="IOException">The file cannot be deleted.</exception>
    public bool Delete(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        lock (_gate) { return IsId(id) && _files.Delete(FileOf(id)); }
    }

    private static bool IsId(string id) => id.Length > 0 && DraftText.IdOf(id) == id;

    private static string FileOf(string id) => $"{id}{Ending}";

    /// <summary>Two names can make one id, as all do that are written in Chinese; a number tells them apart.</summary>
    private string? FreeId(ScenarioDraft draft)
    {
        string id = DraftText.IdOf(draft.Name);
        return Enumerable.Range(1, MostDrafts).Select(k => k == 1 ? id : $"{id}-{k}").FirstOrDefault(i => Read(i) is not { } taken || taken.Name == draft.Name.Trim());
    }

    private SavedDraft? Read(string id)
    {
        if (_files.Find(FileOf(id)) is not { } file) { return null; }
        if (_files.Read(FileOf(id)) is not { } content) { return new SavedDraft(id, id, file.SavedAt, null); }
        var findings = new DiagnosticBag();
        var scenario = ScenarioReader.Read(new SourceText($"{id}.yaml", Encoding.UTF8.GetString(content)), _window, findings);
        return new SavedDraft(id, scenario?.Title ?? id, file.SavedAt, scenario is null || findings.HasErrors ? null : DraftReader.TryRead(scenario, _instruments, _window));
    }
}
