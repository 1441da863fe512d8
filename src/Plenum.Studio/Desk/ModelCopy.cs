using System.Globalization;
using Plenum.Engine.Structure;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;
using Plenum.Studio.Economy;
using Plenum.Studio.Serving;
using Plenum.Workspace.Drafts;

namespace Plenum.Studio.Desk;

/// <summary>One file of an edited model.</summary>
/// <param name="Original">The file of the project.</param>
/// <param name="Edited">The file as it is edited.</param>
public sealed record CopiedFile(SourceText Original, SourceText Edited)
{
    /// <summary>Whether the two differ.</summary>
    public bool IsChanged => Edited.Text != Original.Text;
}

/// <summary>A copy of the model text that one user edits; it is checked after every change, kept on the user's shelf and never written to the project's model.</summary>
/// <remarks>One check runs at a time, and only the newest text is checked. The language can neither loop nor read files, so a check ends; its size is limited.</remarks>
public sealed class ModelCopy
{
    private const int MostNames = 4_000;
    private const int MostNodes = 400_000;
    private const string Ending = ".json";
    private readonly OpenedModel _economy;
    private readonly OwnShelf _shelf;
    private readonly List<CopiedFile> _files;
    private bool _isChecking;
    private int _version;

    /// <summary>Copies the model of the project.</summary>
    public ModelCopy(OpenedModel economy, OwnShelf shelf)
    {
        ArgumentNullException.ThrowIfNull(economy);
        ArgumentNullException.ThrowIfNull(shelf);
        (_economy, _shelf) = (economy, shelf);
        _files = [.. economy.Read(project => project.ReadModel(new DiagnosticBag())).Select(f => new CopiedFile(f, f))];
        Model = economy.Model;
    }

    /// <summary>Told when a check has begun or ended.</summary>
    public event Action? Changed;

    /// <summary>The files, in the order of the project.</summary>
    public IReadOnlyList<CopiedFile> Files => _files;

    /// <summary>What the last check found.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; private set; } = [];

    /// <summary>Why the text was not checked; null where it was.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The model of the text as it stands; null where it has errors or has not been checked yet.</summary>
    public BoundModel? Model { get; private set; }

    /// <summary>Whether any file differs from the project's.</summary>
    public bool IsChanged => _files.Exists(f => f.IsChanged);

    /// <summary>The name under which the copy is kept; null where nothing is edited.</summary>
    public string? KeptName { get; private set; }

    /// <summary>What the user should know of the copy that was opened, or of why it is not kept; null for nothing.</summary>
    public string? Notice { get; private set; }

    /// <summary>Whether a check is under way.</summary>
    public bool IsChecking => _isChecking;

    /// <summary>Takes a new text of a file and checks the model.</summary>
    /// <param name="index">The file.</param>
    /// <param name="text">Its whole text.</param>
    public Task EditAsync(int index, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (index < 0 || index >= _files.Count || _files[index].Edited.Text == text) { return Task.CompletedTask; }
        int others = _files.Where((_, i) => i != index).Sum(f => f.Edited.Text.Length);
        if (others + text.Length > StudioLimits.LargestModelText)
        {
            Refusal = $"The model would have {(others + text.Length) / 1024:N0} KB of text; at most {StudioLimits.LargestModelText / 1024:N0} KB are checked here. Shorten it, or check it with the command: plenum check.";
            Model = null;
            Changed?.Invoke();
            return Task.CompletedTask;
        }

        _files[index] = _files[index] with { Edited = new SourceText(_files[index].Original.Path, text) };
        return CheckAsync();
    }

    /// <summary>Gives a file back the text that it has in the project.</summary>
    public Task RestoreAsync(int index) => EditAsync(index, _files[index].Original.Text);

    /// <summary>The copies that are kept, the newest first.</summary>
    public IReadOnlyList<OwnFile> Kept() => [.. (_shelf.Models?.All() ?? []).Where(f => f.Name.EndsWith(Ending, StringComparison.Ordinal))];

    /// <summary>Opens a copy that is kept; what is edited from now on is kept under its name.</summary>
    /// <param name="file">The name of its file.</param>
    public Task OpenAsync(string file)
    {
        if (_shelf.Models?.Read(file) is not { } content || KeptModel.Read(content) is not { } kept || kept.Files.Sum(f => f.Text.Length) > StudioLimits.LargestModelText)
        {
            Notice = $"{file} is damaged or not there any more.";
            Changed?.Invoke();
            return Task.CompletedTask;
        }

        var notices = new List<string>();
        for (int i = 0; i < _files.Count; i++) { _files[i] = _files[i] with { Edited = _files[i].Original }; }
        foreach (var (name, text, origin) in kept.Files)
        {
            int index = _files.FindIndex(f => Path.GetFileName(f.Original.Path) == name);
            if (index < 0)
            {
                notices.Add($"The project has no file '{PlainText.Of(name, StudioLimits.LongestShown)}' any more, so its text is left out.");
                continue;
            }

            if (KeptModel.DigestOf(_files[index].Original) != origin) { notices.Add($"{name} has changed in the project since the copy was made; the copy has its own text of it."); }
            _files[index] = _files[index] with { Edited = new SourceText(_files[index].Original.Path, text) };
        }

        (KeptName, Notice) = (file[..^Ending.Length], notices.Count == 0 ? null : string.Join(" ", notices));
        return CheckAsync();
    }

    /// <summary>Keeps the copy under another name.</summary>
    /// <param name="name">The name; a blank one changes nothing.</param>
    public void Rename(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (KeptName is not { } old || PlainText.Of(name, StudioLimits.LongestShown) is not { Length: > 0 } wanted) { return; }
        string free = FreeName(wanted);
        (KeptName, Notice) = (free, Keep(_files, free));
        if (Notice is null) { Delete($"{old}{Ending}"); }
        else { KeptName = old; }
        Changed?.Invoke();
    }

    /// <summary>Deletes a copy that is kept; one that is being edited stays on the page.</summary>
    public void Delete(string file)
    {
        try { _shelf.Models?.Delete(file); }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException) { Notice = $"{file} could not be deleted: {failed.Message}"; }
        if (file == $"{KeptName}{Ending}") { KeptName = null; }
    }

    /// <summary>Keeps the copy, or forgets it where it is the project's model again; why it is not kept, or null.</summary>
    private string? Keep(IReadOnlyList<CopiedFile> files, string name)
    {
        try
        {
            if (_shelf.Models is not { } shelf) { return "The copy lasts as long as this window: the browser keeps no storage, or too many users keep files here."; }
            if (files.Any(f => f.IsChanged)) { return shelf.Save($"{name}{Ending}", KeptModel.Of(files).Write()) ? null : $"The copy is not kept: {shelf.MostFiles} are kept already. Delete one."; }
            shelf.Delete($"{name}{Ending}");
            return null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return $"The copy could not be kept: {failed.Message}";
        }
    }

    /// <summary>A name that no copy has.</summary>
    private string FreeName(string wanted)
    {
        string name = OwnFiles.NameOf($"{wanted}{Ending}")[..^Ending.Length];
        return Enumerable.Range(1, UploadLimits.MostKeptFiles + 1).Select(k => k == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {k}")).FirstOrDefault(n => n == KeptName || _shelf.Models?.Find($"{n}{Ending}") is null, name);
    }

    private async Task CheckAsync()
    {
        _version++;
        Model = null;
        if (_isChecking) { return; }
        _isChecking = true;
        try
        {
            for (int seen = -1; seen != _version;)
            {
                seen = _version;
                Changed?.Invoke();
                var files = _files.ToList();
                string name = KeptName ??= FreeName(string.Create(CultureInfo.InvariantCulture, $"Edited {_economy.Clock.GetLocalNow():yyyy-MM-dd HH.mm.ss}"));
                Notice = await Task.Run(() => Keep(files, name)).ConfigureAwait(true) ?? Notice;
                var work = Task.Run(() => Check([.. files.Select(f => f.Edited)]));
                if (await Task.WhenAny(work, Task.Delay(StudioLimits.LongestModelWork)).ConfigureAwait(true) != work)
                {
                    Refusal = $"Checking takes longer than {StudioLimits.LongestModelWork.TotalSeconds:N0} seconds. Make the model smaller; the next check begins when this one has ended.";
                    Changed?.Invoke();
                }

                (Findings, Model) = await work.ConfigureAwait(true);
                Refusal = null;
            }
        }
        finally
        {
            _isChecking = false;
            Changed?.Invoke();
        }
    }

    private (IReadOnlyList<Diagnostic> Findings, BoundModel? Model) Check(List<SourceText> texts)
    {
        var bound = Binder.Bind([.. texts.Select(Parser.Parse)], new Plenum.Language.Binding.BinderOptions { Variants = _economy.Model.ActiveVariants, MaxSymbols = MostNames, MaxEquations = MostNames, MaxNodes = MostNodes });
        if (bound.Model is not { } model) { return (bound.Diagnostics, null); }
        var structure = ModelStructure.Analyse(model);
        return ([.. bound.Diagnostics, .. structure.Diagnostics], structure.Structure is null ? null : model);
    }
}
