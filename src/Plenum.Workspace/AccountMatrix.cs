using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Language.Expressions;
using Plenum.Series;

namespace Plenum.Workspace;

/// <summary>A balance sheet or flow matrix in numbers of one period, with its sums.</summary>
/// <remarks>An empty entry is null and not zero. A row of claims sums to zero, and so does the difference of a column from its declared total.</remarks>
public sealed class AccountMatrix
{
    private readonly double?[,] _values;
    private readonly double?[] _totals;

    private AccountMatrix(BoundAccount account, Period period, double?[,] values, double?[] totals) =>
        (Account, Period, _values, _totals) = (account, period, values, totals);

    /// <summary>The account.</summary>
    public BoundAccount Account { get; }

    /// <summary>The period.</summary>
    public Period Period { get; }

    /// <summary>An entry by row and sector; null where the account has none.</summary>
    public double? this[int row, int sector] => _values[row, sector];

    /// <summary>Works an account out for one period.</summary>
    /// <param name="account">The account.</param>
    /// <param name="paths">Solved paths of the model that declares it.</param>
    /// <param name="period">The period; the paths must reach back as far as the account's lags.</param>
    public static AccountMatrix At(BoundAccount account, Paths paths, Period period)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(paths);
        var evaluator = new GraphEvaluator(paths.Model.Graph, account.Cells.Select(c => c.Expression).Concat(account.Totals.Select(t => t.Total)));
        evaluator.Evaluate((column, lag) => paths[column, period + lag]);
        var values = new double?[account.Rows.Count, account.Sectors.Count];
        foreach (var cell in account.Cells) { values[cell.Row, cell.Sector] = (values[cell.Row, cell.Sector] ?? 0.0) + evaluator[cell.Expression]; }
        var totals = new double?[account.Sectors.Count];
        foreach (var total in account.Totals) { totals[total.Sector] = evaluator[total.Total]; }
        return new AccountMatrix(account, period, values, totals);
    }

    /// <summary>The sum of a row; null where it has no entry.</summary>
    public double? RowSum(int row) => Sum(Enumerable.Range(0, Account.Sectors.Count).Select(s => _values[row, s]));

    /// <summary>The sum of a sector's column; null where it has no entry.</summary>
    public double? ColumnSum(int sector) => Sum(Enumerable.Range(0, Account.Rows.Count).Select(r => _values[r, sector]));

    /// <summary>The sum of all entries.</summary>
    public double? Sum() => Sum(Enumerable.Range(0, Account.Sectors.Count).Select(ColumnSum));

    /// <summary>What a sector's column is declared to sum to; null where nothing is declared.</summary>
    public double? Total(int sector) => _totals[sector];

    private static double? Sum(IEnumerable<double?> values)
    {
        double? sum = null;
        foreach (double? value in values)
        {
            if (value is { } number) { sum = (sum ?? 0.0) + number; }
        }

        return sum;
    }
}
