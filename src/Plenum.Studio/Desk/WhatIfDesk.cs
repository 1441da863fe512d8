using Plenum.Language.Diagnostics;
using Plenum.Report.Contents;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Studio.Economy;
using Plenum.Workspace;
using Plenum.Workspace.Drafts;
using Plenum.Workspace.Instruments;

namespace Plenum.Studio.Desk;

/// <summary>The scenarios that one user builds and compares, with what can be undone. Each browser window has a desk of its own.</summary>
/// <remarks>Used from the window's own sequence of events; solving alone runs elsewhere, and only the newest setting is solved.</remarks>
public sealed class WhatIfDesk(OpenedModel economy)
{
    /// <summary>The most scenarios side by side.</summary>
    public const int MostScenarios = 6;

    private const int MostUndone = 100;

    private static readonly int[] s_horizons = [1, 4, 12, 20, 40];

    private readonly List<Setting> _past = [];
    private readonly List<Setting> _future = [];
    private List<DeskScenario> _scenarios = [new(ScenarioDraft.Empty("Scenario 1"), ChartColour.Of(0))];
    private int _version;
    private bool _isSolving;

    /// <summary>Told when anything on the desk has changed.</summary>
    public event Action? Changed;

    /// <summary>The project.</summary>
    public OpenedModel Economy => economy;

    /// <summary>The scenarios, at least one.</summary>
    public IReadOnlyList<DeskScenario> Scenarios => _scenarios;

    /// <summary>Which of them the instruments belong to.</summary>
    public int ActiveIndex { get; private set; }

    /// <summary>The scenario that the instruments belong to.</summary>
    public DeskScenario Active => _scenarios[ActiveIndex];

    /// <summary>How paths are set against the baseline.</summary>
    public PathView View { get; private set; }

    /// <summary>Years shown from the start of the scenarios.</summary>
    public int Years { get; private set; } = 10;

    /// <summary>Whether there is something to undo.</summary>
    public bool CanUndo => _past.Count > 0;

    /// <summary>Whether there is something to do again.</summary>
    public bool CanRedo => _future.Count > 0;

    /// <summary>Whether there is no room for another scenario.</summary>
    public bool IsFull => _scenarios.Count >= MostScenarios;

    /// <summary>Whether nothing was ever done here.</summary>
    public bool IsUntouched => !CanUndo && !CanRedo && _scenarios is [{ Draft.IsEmpty: true }];

    /// <summary>The drafts of all scenarios.</summary>
    public IReadOnlyList<ScenarioDraft> Drafts => [.. _scenarios.Select(s => s.Draft)];

    /// <summary>The scenarios that were solved, as charts compare them; the active one is drawn on top.</summary>
    public IReadOnlyList<ComparedPath> Compared =>
        [.. _scenarios.Where(s => s.IsSolved && !s.Draft.IsEmpty).OrderBy(s => s == Active).Select(s => new ComparedPath(s.Draft.Name, s.Colour, s.Run!.Solution.Paths))];

    /// <summary>Moves an instrument of the active scenario and solves it again.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="move">Its move; null lets it stand still.</param>
    /// <param name="isNewStep">Whether it can be undone by itself; a slider that is still moving adds to the step before.</param>
    public Task MoveAsync(Instrument instrument, InstrumentMove? move, bool isNewStep)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        if (isNewStep) { Remember(); }
        Replace(Active with { Draft = Active.Draft.With(instrument.Id, move) });
        return SolveAsync();
    }

    /// <summary>Takes scenarios of the project into the active one, or out of it.</summary>
    public Task IncludeAsync(IReadOnlyList<string> ids)
    {
        Remember();
        Replace(Active with { Draft = Active.Draft with { Include = [.. ids] } });
        return SolveAsync();
    }

    /// <summary>Calls the active scenario otherwise; a blank name leaves it as it is called.</summary>
    public Task RenameAsync(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string cut = Cut(name);
        if (cut.Length > 0 && cut != Active.Draft.Name)
        {
            Remember();
            Replace(Active with { Draft = Active.Draft with { Name = cut } });
        }

        return SolveAsync();
    }

    /// <summary>Puts a draft in the place of the active one where that is empty; otherwise beside it, if there is room.</summary>
    public Task BeginAsync(ScenarioDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (!Active.Draft.IsEmpty) { return AddAsync(draft); }
        Remember();
        Replace(Active with { Draft = draft });
        return SolveAsync();
    }

    /// <summary>Adds a copy of the active scenario and makes it the active one.</summary>
    public Task DuplicateAsync() => AddAsync(Active.Draft with { Name = Cut($"{Active.Draft.Name} (2)") });

    /// <summary>Sets all instruments of the active scenario back.</summary>
    public Task ResetAsync()
    {
        Remember();
        Replace(Active with { Draft = ScenarioDraft.Empty(Active.Draft.Name) });
        return SolveAsync();
    }

    /// <summary>Adds a scenario and makes it the active one, unless the desk is full.</summary>
    /// <param name="draft">What it begins with; null for nothing.</param>
    public Task AddAsync(ScenarioDraft? draft = null)
    {
        if (IsFull) { return Task.CompletedTask; }
        Remember();
        _scenarios.Add(new DeskScenario(draft ?? ScenarioDraft.Empty($"Scenario {_scenarios.Count + 1}"), FreeColour()));
        ActiveIndex = _scenarios.Count - 1;
        return SolveAsync();
    }

    /// <summary>Adds the sum of all scenarios on the desk as one more: their included scenarios, then their moves; where two move one instrument, the later holds.</summary>
    public Task CombineAsync()
    {
        var parts = _scenarios.Where(s => !s.Draft.IsEmpty).Select(s => s.Draft).ToList();
        var sum = new ScenarioDraft(string.Join(" + ", parts.Select(p => p.Name)), [.. parts.SelectMany(p => p.Include).Distinct()], []);
        foreach (var move in parts.SelectMany(p => p.Moves)) { sum = sum.With(move.Instrument, move); }
        return parts.Count < 2 ? Task.CompletedTask : AddAsync(sum with { Name = Cut(sum.Name) });
    }

    /// <summary>Takes a scenario off the desk; the last one is emptied instead.</summary>
    public Task RemoveAsync(int index)
    {
        if (_scenarios.Count == 1) { return ResetAsync(); }
        Remember();
        _scenarios.RemoveAt(index);
        ActiveIndex = Math.Min(ActiveIndex > index ? ActiveIndex - 1 : ActiveIndex, _scenarios.Count - 1);
        return SolveAsync();
    }

    /// <summary>Makes another scenario the one that the instruments belong to.</summary>
    public void Activate(int index)
    {
        ActiveIndex = Math.Clamp(index, 0, _scenarios.Count - 1);
        Tell();
    }

    /// <summary>Shows paths otherwise.</summary>
    public void Show(PathView view, int years)
    {
        (View, Years) = (view, years);
        Tell();
    }

    /// <summary>Puts other scenarios on the desk.</summary>
    /// <param name="drafts">The scenarios; more than fit are left out, and so are instruments that the project does not know.</param>
    public Task OpenAsync(IReadOnlyList<ScenarioDraft> drafts)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        if (drafts.Count == 0) { return Task.CompletedTask; }
        Remember();
        _scenarios = [.. drafts.Take(MostScenarios).Select((d, i) => new DeskScenario(d with { Name = Cut(d.Name), Moves = [.. d.Moves.Where(m => economy.Instruments.Any(known => known.Id == m.Instrument))] }, ChartColour.Of(i)))];
        ActiveIndex = 0;
        return SolveAsync();
    }

    /// <summary>Takes the last step back.</summary>
    public Task UndoAsync() => Step(_past, _future);

    /// <summary>Does again what was taken back.</summary>
    public Task RedoAsync() => Step(_future, _past);

    /// <summary>The last period shown.</summary>
    public Period LastShown => economy.Window.Start + ((Years * (int)economy.Window.Start.Frequency) - 1) is var last && last < economy.Window.End ? last : economy.Window.End;

    /// <summary>The horizons of tables: the k-th period of the scenarios, from 1, as far as the project reaches.</summary>
    public IReadOnlyList<int> Horizons => [.. s_horizons.Where(h => economy.Window.Start + (h - 1) <= economy.Window.End)];

    /// <summary>How long the last solving took on the server; null before the first.</summary>
    public TimeSpan? SolvedIn { get; private set; }

    /// <summary>How long the last drawing of charts took on the server.</summary>
    public TimeSpan DrawnIn { get; private set; }

    /// <summary>A number that rises whenever something on the desk changes.</summary>
    public int Version { get; private set; }

    /// <summary>The small charts of the headline variables as the desk stands.</summary>
    public IReadOnlyList<ChartSpec> Charts()
    {
        long started = economy.Clock.GetTimestamp();
        var charts = PathCharts.Of(economy.Project, economy.Paths, Compared, economy.Headline, View, LastShown);
        DrawnIn = economy.Clock.GetElapsedTime(started);
        return charts;
    }

    /// <summary>Solves what has changed; while that runs, later changes wait and only the newest is solved.</summary>
    private async Task SolveAsync()
    {
        _version++;
        if (_isSolving) { return; }
        _isSolving = true;
        try
        {
            for (int solved = -1; solved != _version;)
            {
                solved = _version;
                long started = economy.Clock.GetTimestamp();
                var stale = _scenarios.Where(s => !s.IsCurrent && !s.Draft.IsEmpty).Select(s => s.Draft).Distinct().ToList();
                var found = await Task.Run(() => stale.ToDictionary(d => d, Solve)).ConfigureAwait(true);
                if (found.Count > 0) { SolvedIn = economy.Clock.GetElapsedTime(started); }
                _scenarios = [.. _scenarios.Select(s => found.TryGetValue(s.Draft, out var answer) ? s with { Run = answer.Run, Findings = answer.Findings, IsCurrent = true } : s)];
                Tell();
            }
        }
        finally
        {
            _isSolving = false;
        }
    }

    private void Tell()
    {
        Version++;
        Changed?.Invoke();
    }

    private (ScenarioRun? Run, IReadOnlyList<Diagnostic> Findings) Solve(ScenarioDraft draft)
    {
        var findings = new DiagnosticBag();
        var run = economy.Solve(draft, findings);
        return (run, [.. findings.Where(f => f.Severity == Severity.Error || run is null)]);
    }

    /// <summary>Puts a scenario in the place of the active one; its old solution no longer counts.</summary>
    private void Replace(DeskScenario scenario) => _scenarios[ActiveIndex] = scenario.Draft.Moves == Active.Draft.Moves && scenario.Draft.Include == Active.Draft.Include ? scenario : scenario with { IsCurrent = false };

    private void Remember()
    {
        _past.Add(new Setting([.. _scenarios], ActiveIndex));
        if (_past.Count > MostUndone) { _past.RemoveAt(0); }
        _future.Clear();
    }

    private Task Step(List<Setting> from, List<Setting> to)
    {
        if (from.Count == 0) { return Task.CompletedTask; }
        to.Add(new Setting([.. _scenarios], ActiveIndex));
        var setting = from[^1];
        from.RemoveAt(from.Count - 1);
        (_scenarios, ActiveIndex) = ([.. setting.Scenarios], setting.ActiveIndex);
        return SolveAsync();
    }

    private static string Cut(string name) => PlainText.Of(name, ScenarioDraft.LongestName);

    private ChartColour FreeColour() => Enumerable.Range(0, ChartColour.Slots).Select(ChartColour.Of).First(c => _scenarios.All(s => s.Colour != c));

    /// <summary>What a desk looked like before a step.</summary>
    private sealed record Setting(IReadOnlyList<DeskScenario> Scenarios, int ActiveIndex);
}
