namespace Plenum.Language.Accounts;

/// <summary>Which of the two matrices an account is.</summary>
public enum AccountKind
{
    /// <summary>Stocks at the end of a period: who owes whom.</summary>
    BalanceSheet,

    /// <summary>Transactions within a period: who pays whom.</summary>
    Flows,
}
