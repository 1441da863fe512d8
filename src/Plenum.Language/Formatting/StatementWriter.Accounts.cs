using Plenum.Language.Syntax;

namespace Plenum.Language.Formatting;

/// <content>Balance sheets and flow accounts.</content>
internal sealed partial class StatementWriter
{
    /// <summary>The width of the longest row head of the account being written, so that the colons stand below one another.</summary>
    private int _headWidth;

    private void WriteAccount(AccountSyntax account)
    {
        WriteLine((account.IsBalanceSheet ? "balance-sheet" : "flows") + Label(account.Title));
        _indent += Step;
        WriteList("sectors ", [.. account.Sectors.Select(s => s.Value)], "");
        if (account.Lines.Count > 0) { text.Append('\n'); }
        _headWidth = account.Lines.OfType<AccountRowSyntax>().Select(r => RowHead(r).Length).DefaultIfEmpty(0).Max();
        WriteStatements(account.Lines);
        _indent -= Step;
    }

    private static string RowHead(AccountRowSyntax row) => $"{(row.IsReal ? "real " : "")}row {row.Name.Value}{Label(row.Label)}";

    private void WriteRow(AccountRowSyntax row) => WriteList($"{RowHead(row).PadRight(_headWidth)} : ", [.. row.Cells.Select(Print)], "");

    private static string Print(AccountCellSyntax cell)
    {
        string sign = cell.IsNegative ? "-" : "+";
        return $"{cell.Sector.Value} {sign}{(cell.Expression is null ? "" : ExpressionPrinter.PrintCell(cell.Expression, Precedence.Multiplicative))}";
    }
}
