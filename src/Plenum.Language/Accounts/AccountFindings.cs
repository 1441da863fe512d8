using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;

namespace Plenum.Language.Accounts;

/// <summary>Puts a statement that was not proven into words.</summary>
internal static class AccountFindings
{
    /// <summary>The finding, at the entry most likely at fault.</summary>
    /// <param name="statement">A statement that was not proven.</param>
    /// <param name="account">The account it is about.</param>
    /// <param name="kind">Which of the two matrices the account is.</param>
    /// <param name="span">Where the row or the total stands.</param>
    public static Diagnostic Describe(AccountStatement statement, BoundAccount account, AccountKind kind, SourceSpan span)
    {
        string matrix = kind == AccountKind.BalanceSheet ? "the balance sheet" : "the flow matrix";
        var suspect = statement.Suspects.Count > 0 ? statement.Suspects[0] : null;
        var place = suspect?.Span ?? span;
        return (statement.Outcome, statement.IsRow) switch
        {
            (ProofOutcome.TooLarge, _) => Diagnostic.Warning(
                "PL0273",
                $"it cannot be decided whether {statement.Claim} in {matrix}.",
                span,
                "the sum has more terms than can be worked out.",
                "give a name of its own, by an identity, to each product of long sums that occurs in it; the solved path is checked against the matrix in any case."),
            (_, true) => Diagnostic.Error(
                "PL0271",
                $"row '{statement.Name}' of {matrix} does not sum to zero: {statement.Leftover} is left over.",
                place,
                kind == AccountKind.BalanceSheet ? "what one sector owes, another is owed." : "what one sector pays, another receives.",
                suspect is null
                    ? "enter the amount with both signs, or mark the row 'real' if it is an asset that nobody owes."
                    : $"check the entry of '{account.Sectors[suspect.Sector]}': its sign, and whether another sector has the same amount with the other sign."),
            (_, false) => Diagnostic.Error(
                "PL0272",
                $"column '{statement.Name}' of {matrix} does not equal its total: {statement.Leftover} is left over.",
                place,
                kind == AccountKind.BalanceSheet ? "assets less liabilities are net worth." : "what a sector receives less what it pays changes its financial position.",
                suspect is null
                    ? $"look for an entry that is missing in the column, or for a term that is missing in the identities behind the total of '{statement.Name}'."
                    : $"check the entry of row '{account.Rows[suspect.Row].Name}' and the identities behind the total of '{statement.Name}': a sign is wrong, or one of them lacks the amount."),
        };
    }
}
