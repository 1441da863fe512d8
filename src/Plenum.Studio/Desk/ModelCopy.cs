using Plenum.Engine.Structure;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;
using Plenum.Studio.Economy;
using Plenum.Studio.Serving;

namespace Plenum.Studio.Desk;

/// <summary>One file of an edited model.</summary>
/// <param name="Original">The file of the project.</param>
/// <param name="Edited">The file as it is edited.</param>
public sealed record CopiedFile(SourceText Original, SourceText Edited)
{
    /// <summary>Whether the two differ.</summary>
    public bool IsChanged => Edited.Text != Original.Text;
}

/// <summary>A copy of the model text that one user edits; it is checked after every change and never written to the project.</summary>
/// <remarks>One check runs at a time, and only the newest text is checked. The language can neither loop nor read files, so a check ends; its size is limited.</remarks>
public sealed class ModelCopy
{
    private const int MostNames = 4_000;
    private const int MostNodes = 400_000;
    private readonly OpenedModel _economy;
    private readonly List<CopiedFile> _files;
    private bool _isChecking;
    private int _version;

    /// <summary>Copies the model of the project.</summary>
    public ModelCopy(OpenedModel economy)
    {
        ArgumentNullException.ThrowIfNull(economy);
        _economy = economy;
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
                var texts = _files.Select(f => f.Edited).ToList();
                var work = Task.Run(() => Check(texts));
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
