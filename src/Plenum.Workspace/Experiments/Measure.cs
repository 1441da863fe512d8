namespace Plenum.Workspace.Experiments;

/// <summary>In what an effect is counted.</summary>
public enum EffectKind
{
    /// <summary>In per cent of the reference.</summary>
    Percent,

    /// <summary>In percentage points: a difference of fractions, times 100.</summary>
    Points,

    /// <summary>In the unit of the quantity itself.</summary>
    Amount,
}

/// <summary>Which number is taken from an effect over several quarters.</summary>
public enum Take
{
    /// <summary>Each quarter by itself; all must lie within the bounds.</summary>
    Every,

    /// <summary>Each quarter by itself; one within the bounds is enough.</summary>
    Any,

    /// <summary>The largest in size, with its sign.</summary>
    Largest,

    /// <summary>The sum over the quarters.</summary>
    Sum,

    /// <summary>The mean over the quarters.</summary>
    Mean,

    /// <summary>The quarter in which the effect is largest in size, counted from 1.</summary>
    Peak,

    /// <summary>The effect relative to that in a later quarter: how much of it has come.</summary>
    Share,
}

/// <summary>A quantity whose response to an experiment is one number.</summary>
/// <param name="Quantity">A variable, or an expression in the words of the model.</param>
/// <param name="Kind">In what its effect is counted; null where its unit decides.</param>
/// <param name="Quarters">Periods after the start of the scenarios, counted from 1; in order and not empty.</param>
/// <param name="Take">Which number is taken from them.</param>
public sealed record Measure(PlacedName Quantity, EffectKind? Kind, IReadOnlyList<int> Quarters, Take Take = Take.Every)
{
    /// <summary>The quantity by whose effect this one is divided, as in a multiplier or an elasticity; null for none.</summary>
    public PlacedName? Over { get; init; }

    /// <summary>What it is called in tables; null where the labels of the model do.</summary>
    public string? Label { get; init; }

    /// <summary>For <see cref="Take.Share"/>, the quarter that counts as the whole effect.</summary>
    public int? Whole { get; init; }
}
