using Plenum.Engine.Scenarios;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Instruments;

/// <summary>Something that somebody can move, and how far.</summary>
/// <param name="Id">A short name: the first variable it moves.</param>
/// <param name="Label">What it is called.</param>
/// <param name="HeldBy">Who can move it.</param>
/// <param name="Role">What its variables are to the model.</param>
/// <param name="Names">The variables it moves together.</param>
/// <param name="Kind">How its size alters their paths.</param>
/// <param name="Low">The smallest size, in the unit of the model.</param>
/// <param name="High">The largest size.</param>
/// <param name="Step">The smallest difference between two sizes.</param>
public sealed record Instrument(string Id, string Label, string HeldBy, ChangedRole Role, IReadOnlyList<PlacedName> Names, ChangeKind Kind, double Low, double High, double Step)
{
    /// <summary>The unit of a size as it is shown, in words; empty for none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>By what a size is multiplied to be shown: 100 where it is a fraction shown in per cent.</summary>
    public double Scale { get; init; } = 1.0;

    /// <summary>Periods until the change holds in full. Default 1: at once.</summary>
    public int Ramp { get; init; } = 1;

    /// <summary>For how many periods the change holds; null for as long as scenarios last.</summary>
    public int? Periods { get; init; }

    /// <summary>The size at which nothing changes, unless the baseline says it: see <see cref="IsLevel"/>.</summary>
    public double Neutral => Kind == ChangeKind.Times ? 1.0 : 0.0;

    /// <summary>Whether a size is a level, so that the baseline's own level changes nothing.</summary>
    public bool IsLevel => Kind == ChangeKind.MoveTo;
}
