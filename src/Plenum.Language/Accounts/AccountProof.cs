using Plenum.Language.Diagnostics;

namespace Plenum.Language.Accounts;

/// <summary>What was proven about an account: one statement for each row that must sum to zero and each column with a total.</summary>
/// <param name="Statements">The rows in order, then the columns in order of their totals.</param>
/// <param name="Diagnostics">One finding for each statement that was not proven.</param>
public sealed record AccountProof(IReadOnlyList<AccountStatement> Statements, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether every statement was proven.</summary>
    public bool Proven => Statements.All(s => s.Proven);
}
