using Plenum.Language.Binding;
using Plenum.Language.Expressions;

namespace Plenum.Language.Accounts;

/// <summary>The largest error of an account in one period.</summary>
/// <param name="Size">How far the sum is from what it should be, without sign; NaN where a value is missing.</param>
/// <param name="Name">The row or the sector, as written; empty where the account claims nothing.</param>
/// <param name="IsRow">Whether it is a row; otherwise the column of a sector.</param>
public readonly record struct AccountError(double Size, string Name, bool IsRow)
{
    /// <summary>Reads "row 'wages'" or "column 'firms'".</summary>
    public override string ToString() => IsRow ? $"row '{Name}'" : $"column '{Name}'";
}

/// <summary>Checks numbers, such as a solved path, against the rows and columns of an account.</summary>
/// <remarks>Use <see cref="AccountProver"/> for what holds whatever the numbers are. Not safe for concurrent use.</remarks>
public sealed class AccountCheck
{
    private readonly BoundAccount _account;
    private readonly GraphEvaluator _evaluator;
    private readonly double[] _rowSums;
    private readonly double[] _columnSums;

    /// <summary>Prepares the check of an account.</summary>
    public AccountCheck(BoundModel model, BoundAccount account)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(account);
        _account = account;
        _evaluator = new GraphEvaluator(model.Graph, [.. account.Cells.Select(c => c.Expression), .. account.Totals.Select(t => t.Total)]);
        _rowSums = new double[account.Rows.Count];
        _columnSums = new double[account.Sectors.Count];
    }

    /// <summary>Sums every row and column and returns the largest error; a missing value counts as larger than any.</summary>
    /// <param name="value">The value of a symbol by column and lag, parameters included.</param>
    public AccountError LargestError(Func<int, int, double> value)
    {
        _evaluator.Evaluate(value);
        Array.Clear(_rowSums);
        Array.Clear(_columnSums);
        foreach (var cell in _account.Cells)
        {
            _rowSums[cell.Row] += _evaluator[cell.Expression];
            _columnSums[cell.Sector] += _evaluator[cell.Expression];
        }

        var largest = new AccountError(0.0, "", true);
        for (int row = 0; row < _rowSums.Length; row++)
        {
            if (!_account.Rows[row].IsReal) { largest = Larger(largest, new AccountError(Math.Abs(_rowSums[row]), _account.Rows[row].Name, true)); }
        }

        foreach (var total in _account.Totals)
        {
            double error = Math.Abs(_columnSums[total.Sector] - _evaluator[total.Total]);
            largest = Larger(largest, new AccountError(error, _account.Sectors[total.Sector], false));
        }

        return largest;
    }

    private static AccountError Larger(AccountError a, AccountError b) =>
        a.Name.Length == 0 || (!double.IsNaN(a.Size) && (double.IsNaN(b.Size) || b.Size > a.Size)) ? b : a;
}
