using System.Globalization;
using System.Text;
using Plenum.Engine.Scenarios;
using Plenum.Series;
using Plenum.Workspace.Instruments;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Drafts;

/// <summary>Writes a draft as a scenario file, which <c>plenum run --scenario FILE</c> takes.</summary>
public static class DraftText
{
    /// <summary>The text of the file.</summary>
    /// <param name="draft">The draft; moves of instruments that are not known are left out.</param>
    /// <param name="instruments">The project's instruments.</param>
    /// <param name="window">The periods in which changes may lie.</param>
    public static string Write(ScenarioDraft draft, IReadOnlyList<Instrument> instruments, ScenarioWindow window)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(instruments);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"id: {Quoted(IdOf(draft.Name))}\n");
        text.Append(CultureInfo.InvariantCulture, $"title: {Quoted(draft.Name.Trim().Length == 0 ? "Scenario" : draft.Name.Trim())}\n");
        if (draft.Include.Count > 0) { text.Append(CultureInfo.InvariantCulture, $"include: [{string.Join(", ", draft.Include.Select(Quoted))}]\n"); }
        text.Append(draft.Moves.Count == 0 ? "changes: []\n" : "changes:\n");
        foreach (var move in draft.Moves)
        {
            if (instruments.FirstOrDefault(i => i.Id == move.Instrument) is { } instrument) { Write(text, move, instrument, window); }
        }

        return text.ToString();
    }

    /// <summary>The first period in which a move holds.</summary>
    /// <param name="move">The move.</param>
    /// <param name="window">The periods in which changes may lie; a beginning before or after them is moved inside.</param>
    public static Period FirstOf(InstrumentMove move, ScenarioWindow window)
    {
        ArgumentNullException.ThrowIfNull(move);
        var from = move.From is { } given && given.Frequency == window.Start.Frequency ? given : window.Start;
        return from < window.Start ? window.Start : from > window.End ? window.End : from;
    }

    /// <summary>The last period in which a move holds.</summary>
    /// <param name="move">The move.</param>
    /// <param name="instrument">Its instrument, which says for how long it holds by itself.</param>
    /// <param name="window">The periods in which changes may lie.</param>
    public static Period LastOf(InstrumentMove move, Instrument instrument, ScenarioWindow window)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        var from = FirstOf(move, window);
        int left = window.End - from;
        var to = move.To is { } given && given.Frequency == from.Frequency ? given : from + Math.Min(left, (instrument.Periods ?? int.MaxValue) - 1);
        return to < from ? from : to > window.End ? window.End : to;
    }

    /// <summary>Periods until a move holds in full.</summary>
    public static int RampOf(InstrumentMove move, Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(instrument);
        return move.Ramp ?? instrument.Ramp;
    }

    /// <summary>A short name of letters, digits and hyphens for a title, as files and ids take it.</summary>
    public static string IdOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var id = new StringBuilder();
        foreach (char c in name.Trim())
        {
            if (char.IsAsciiLetterOrDigit(c)) { id.Append(char.ToLowerInvariant(c)); }
            else if (id.Length > 0 && id[^1] != '-') { id.Append('-'); }
            if (id.Length == 60) { break; }
        }

        string trimmed = id.ToString().Trim('-');
        return trimmed.Length == 0 ? "scenario" : trimmed;
    }

    private static void Write(StringBuilder text, InstrumentMove move, Instrument instrument, ScenarioWindow window)
    {
        var (from, to) = (FirstOf(move, window), LastOf(move, instrument, window));
        string role = instrument.Role switch { ChangedRole.AddFactor => "add_factor", ChangedRole.Parameter => "parameter", _ => "exogenous" };
        string names = instrument.Names.Count == 1 ? Quoted(instrument.Names[0].Name) : $"[{string.Join(", ", instrument.Names.Select(n => Quoted(n.Name)))}]";
        string kind = instrument.Kind switch { ChangeKind.Times => "times", ChangeKind.MoveTo => "move_to", _ => "add" };
        text.Append(CultureInfo.InvariantCulture, $"  - {role}: {names}\n    {kind}: {Number(move.Size)}\n    from: {from}\n    to: {to}\n");
        int ramp = RampOf(move, instrument);
        if (move.Profile.Count > 0) { text.Append(CultureInfo.InvariantCulture, $"    profile: [{string.Join(", ", move.Profile.Select(Number))}]\n"); }
        else if (ramp > 1) { text.Append(CultureInfo.InvariantCulture, $"    ramp: {ramp}\n"); }
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A text between quotes, as YAML takes it; control characters become blanks.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text) { quoted.Append(c is '"' or '\\' ? $"\\{c}" : char.IsControl(c) ? " " : c.ToString()); }
        return quoted.Append('"').ToString();
    }
}
