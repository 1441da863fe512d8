using Plenum.Engine.Scenarios;
using Plenum.Workspace.Instruments;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Drafts;

/// <summary>Reads a scenario back as a draft: the opposite of <see cref="DraftText"/>.</summary>
public static class DraftReader
{
    /// <summary>The draft that writes the same changes.</summary>
    /// <param name="scenario">The scenario, as its file was read.</param>
    /// <param name="instruments">The project's instruments.</param>
    /// <param name="window">The periods in which changes may lie.</param>
    /// <returns>The draft; null where a change is not one of the instruments', or one instrument is moved twice.</returns>
    public static ScenarioDraft? TryRead(Scenario scenario, IReadOnlyList<Instrument> instruments, ScenarioWindow window)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(instruments);
        var moves = new List<InstrumentMove>();
        foreach (var change in scenario.Changes)
        {
            if (MoveOf(change, instruments, window) is not { } move || moves.Exists(m => m.Instrument == move.Instrument)) { return null; }
            moves.Add(move);
        }

        string name = scenario.Title.Length > ScenarioDraft.LongestName ? scenario.Title[..ScenarioDraft.LongestName] : scenario.Title;
        return new ScenarioDraft(name, [.. scenario.Include.Select(i => i.Name)], moves);
    }

    private static InstrumentMove? MoveOf(ScenarioChange change, IReadOnlyList<Instrument> instruments, ScenarioWindow window)
    {
        if (change.Amount is not ChangeAmount.Step step) { return null; }
        var names = change.Names.Select(n => n.Name);
        if (instruments.FirstOrDefault(i => i.Role == change.Role && i.Kind == step.Kind && i.Names.Select(n => n.Name).SequenceEqual(names)) is not { } instrument) { return null; }
        int? ramp = step.Weights.Count == 0 ? 1 : Enumerable.Range(1, step.Weights.Count).Where(n => PathChange.Ramp(n).SequenceEqual(step.Weights)).Select(n => (int?)n).FirstOrDefault();
        var move = new InstrumentMove(instrument.Id, step.Value)
        {
            From = change.From == window.Start ? null : change.From,
            Ramp = ramp == instrument.Ramp ? null : ramp,
            Profile = ramp is null ? step.Weights : [],
        };
        return change.To == DraftText.LastOf(move, instrument, window) ? move : move with { To = change.To };
    }
}
