using Plenum.Language.Accounts;
using Plenum.Report.Html;
using Plenum.Workspace;

namespace Plenum.Report.Contents;

/// <summary>The balance sheet and the flow matrix in numbers, with the sums that must be zero.</summary>
internal static class AccountTables
{
    private const int Decimals = 2;

    /// <summary>An account as a table: sectors as columns, sums at the right and below.</summary>
    /// <param name="matrix">The account in numbers.</param>
    /// <param name="kind">Which account it is.</param>
    /// <param name="unit">The unit of its entries; empty where it is not known.</param>
    public static HtmlTable Of(AccountMatrix matrix, AccountKind kind, string unit)
    {
        var account = matrix.Account;
        string caption = $"{account.Title}, {matrix.Period}{(unit.Length > 0 ? $", {unit}" : "")}";
        var columns = account.Sectors.Select(s => new HtmlColumn(Wording.Words(s), IsNumber: true)).Prepend(new HtmlColumn("")).Append(new HtmlColumn("Sum", IsNumber: true)).ToList();
        var rows = account.Rows.Select((row, r) => new HtmlRow([new HtmlCell(row.Label.Length > 0 ? row.Label : Wording.Words(row.Name)), .. Sectors(s => matrix[r, s]), Cell(matrix.RowSum(r))])).ToList();
        rows.Add(new HtmlRow([new HtmlCell("Sum"), .. Sectors(matrix.ColumnSum), Cell(matrix.Sum())], IsSum: true));
        if (account.Totals.Count > 0)
        {
            rows.Add(new HtmlRow([new HtmlCell(kind == AccountKind.BalanceSheet ? "Net worth by the model" : "Change in net financial position by the model"), .. Sectors(matrix.Total), new HtmlCell("")]));
            rows.Add(new HtmlRow([new HtmlCell("Difference"), .. Sectors(s => matrix.ColumnSum(s) - matrix.Total(s)), new HtmlCell("")], IsSum: true));
        }

        return new HtmlTable(caption, columns, rows) { IsTight = true };

        IEnumerable<HtmlCell> Sectors(Func<int, double?> value) => Enumerable.Range(0, account.Sectors.Count).Select(s => Cell(value(s)));
    }

    private static HtmlCell Cell(double? value) => value is null ? new HtmlCell("") : HtmlCell.Signed(value, Decimals);
}
