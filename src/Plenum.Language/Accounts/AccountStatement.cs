using Plenum.Language.Binding;

namespace Plenum.Language.Accounts;

/// <summary>What became of the proof that a row or column sums to what it should.</summary>
public enum ProofOutcome
{
    /// <summary>It holds in every period, whatever values the variables have.</summary>
    Proven,

    /// <summary>It does not change from one period to the next, so it holds for ever if it does at the start.</summary>
    ProvenByAccumulation,

    /// <summary>Something is left over.</summary>
    NotProven,

    /// <summary>The sum has too many terms to be worked out.</summary>
    TooLarge,
}

/// <summary>What was found out about one row or column of an account.</summary>
/// <param name="Name">The row or the sector, as written.</param>
/// <param name="IsRow">Whether it is a row; otherwise the column of a sector.</param>
/// <param name="Claim">What should hold, in words.</param>
/// <param name="Outcome">Whether it does.</param>
/// <param name="Leftover">What the sum comes to where nothing was proven, in model names; null otherwise.</param>
/// <param name="Identities">The variables whose identities the proof needs, the most derived first; a variable of the period before is printed with its lag.</param>
/// <param name="Parameters">The parameters on whose values the proof depends: with others it would fail.</param>
/// <param name="Suspects">The entries most likely at fault where something is left over, the likeliest first.</param>
public sealed record AccountStatement(
    string Name,
    bool IsRow,
    string Claim,
    ProofOutcome Outcome,
    string? Leftover,
    IReadOnlyList<string> Identities,
    IReadOnlyList<string> Parameters,
    IReadOnlyList<AccountCell> Suspects)
{
    /// <summary>Whether the row or column was proven, in one way or the other.</summary>
    public bool Proven => Outcome is ProofOutcome.Proven or ProofOutcome.ProvenByAccumulation;
}
