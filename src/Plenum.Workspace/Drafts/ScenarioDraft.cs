using Plenum.Series;

namespace Plenum.Workspace.Drafts;

/// <summary>A scenario that is being built: scenarios of the project, and instruments that are moved on top of them.</summary>
/// <param name="Name">What its writer calls it.</param>
/// <param name="Include">Ids of scenarios of the project whose changes come first.</param>
/// <param name="Moves">The instruments that are moved, in order.</param>
public sealed record ScenarioDraft(string Name, IReadOnlyList<string> Include, IReadOnlyList<InstrumentMove> Moves)
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 120;

    /// <summary>The most moves, and the most included scenarios.</summary>
    public const int MostMoves = 100;

    /// <summary>A draft that changes nothing.</summary>
    /// <param name="name">What it is called.</param>
    public static ScenarioDraft Empty(string name) => new(name, [], []);

    /// <summary>Whether it changes nothing.</summary>
    public bool IsEmpty => Include.Count == 0 && Moves.Count == 0;

    /// <summary>The move of an instrument; null where it stands still.</summary>
    public InstrumentMove? MoveOf(string instrument) => Moves.FirstOrDefault(m => m.Instrument == instrument);

    /// <summary>The same draft with an instrument moved otherwise; null lets it stand still.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="move">Its move.</param>
    public ScenarioDraft With(string instrument, InstrumentMove? move)
    {
        if (move is null) { return this with { Moves = [.. Moves.Where(m => m.Instrument != instrument)] }; }
        return MoveOf(instrument) is null ? this with { Moves = [.. Moves, move] } : this with { Moves = [.. Moves.Select(m => m.Instrument == instrument ? move : m)] };
    }
}

/// <summary>An instrument that is moved.</summary>
/// <param name="Instrument">Its id.</param>
/// <param name="Size">By how much, in the unit of the model; the level itself or the factor where the instrument is one of that kind.</param>
public sealed record InstrumentMove(string Instrument, double Size)
{
    /// <summary>First period; null for the first of the scenarios.</summary>
    public Period? From { get; init; }

    /// <summary>Last period; null for what the instrument says, else the last of the scenarios.</summary>
    public Period? To { get; init; }

    /// <summary>Periods until it holds in full; null for what the instrument says.</summary>
    public int? Ramp { get; init; }

    /// <summary>Share of the size in the first, second, ... period, as it was drawn; empty for a ramp.</summary>
    public IReadOnlyList<double> Profile { get; init; } = [];
}
