using Plenum.Engine;
using Plenum.Engine.Solving;

namespace Plenum.Workspace;

/// <summary>Solved paths, and how they came about.</summary>
/// <param name="Paths">The paths; solved as far as <paramref name="Outcome"/> says.</param>
/// <param name="Outcome">How the solve ended.</param>
/// <param name="AccountError">The largest difference in the accounts over the solved periods; null where the model declares none or is not solved.</param>
/// <param name="SolveSeconds">Time for solving alone, compilation excluded.</param>
public sealed record Solution(Paths Paths, SolveOutcome Outcome, AccountDifference? AccountError, double SolveSeconds);

/// <summary>The largest error of the accounts along a path.</summary>
/// <param name="Size">Absolute size, in the unit of the account.</param>
/// <param name="Place">The row or column and the period, in words.</param>
public sealed record AccountDifference(double Size, string Place);
