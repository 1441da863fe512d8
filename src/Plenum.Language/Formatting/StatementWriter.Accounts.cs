using Plenum.Language.Syntax;

namespace Plenum.Language.Formatting;

/// <content>Balance sheets and flow accounts.</content>
internal sealed partial class StatementWriter
{
    /// <summary>The width of the row heads, where the colons stand below one another; 0 where they do not.</summary>
    private int _headWidth;

    /// <summary>Writes an account; rows, real rows and totals stand apart.</summary>
    private void WriteAccount(AccountSyntax account)
    {
        WriteLine((account.IsBalanceSheet ? "balance-sheet" : "flows") + Label(account.Title));
        _indent += Step;
        WriteList("sectors ", [.. account.Sectors.Select(s => s.Value)]);
        for (int i = 0; i < account.Lines.Count;)
        {
            var group = account.Lines.Skip(i).TakeWhile(l => Kind(l).Equals(Kind(account.Lines[i]))).ToList();
            text.Append('\n');
            _headWidth = SharedHeadWidth([.. group.OfType<AccountRowSyntax>()]);
            WriteTogether(group);
            i += group.Count;
        }

        WriteTrailing(account.TrailingComments);
        _indent -= Step;
    }

    /// <summary>The width of the widest head below which the colons of nearly all rows can stand without costing a line; else 0.</summary>
    private int SharedHeadWidth(IReadOnlyList<AccountRowSyntax> rows) => rows
        .Select(row => DisplayWidth.Of(RowHead(row)))
        .OrderDescending()
        .Take(1 + rows.Count / 4)
        .FirstOrDefault(width => rows.Where(row => DisplayWidth.Of(RowHead(row)) <= width).All(row => CanAlign(row, width)));

    /// <summary>Whether a row fits on a line behind a head of that width, or needs a line for each cell anyway and they fit.</summary>
    private bool CanAlign(AccountRowSyntax row, int width) =>
        Fits(Padded(row, width) + PrintCells(row)) || (!Fits(Padded(row, 0) + PrintCells(row)) && FitsBeside(row, width));

    /// <summary>Whether each cell fits on a line of its own behind the head.</summary>
    private bool FitsBeside(AccountRowSyntax row, int width) => row.Cells.All(c => Fits($"{Padded(row, width)}{Print(c)},"));

    private static string RowHead(AccountRowSyntax row) => $"{(row.IsReal ? "real " : "")}row {row.Name.Value}{Label(row.Label)}";

    private static string Padded(AccountRowSyntax row, int width)
    {
        string head = RowHead(row);
        return $"{head}{new string(' ', Math.Max(0, width - DisplayWidth.Of(head)))} : ";
    }

    /// <summary>The cells of a row that fits on a line, without blanks inside them.</summary>
    private static string PrintCells(AccountRowSyntax row) =>
        string.Join(", ", row.Cells.Select(c => Start(c) + (c.Expression is null ? "" : ExpressionPrinter.PrintCell(c.Expression, Precedence.Multiplicative))));

    private static string Print(AccountCellSyntax cell) => Start(cell) + (cell.Expression is null ? "" : ExpressionPrinter.Print(cell.Expression, Precedence.Multiplicative));

    private static string Start(AccountCellSyntax cell) => $"{cell.Sector.Value} {(cell.IsNegative ? "-" : "+")}";

    /// <summary>Writes a row on one line, or each cell on a line of its own: behind the head where colons are aligned, else below it.</summary>
    private void WriteRow(AccountRowSyntax row)
    {
        string head = Padded(row, _headWidth);
        if (Fits(head + PrintCells(row)))
        {
            WriteLine(head + PrintCells(row));
            return;
        }

        bool isBeside = _headWidth > 0 && FitsBeside(row, _headWidth);
        string blanks = new(' ', isBeside ? DisplayWidth.Of(head) : ExpressionLayout.Hang);
        if (!isBeside) { WriteLine($"{RowHead(row)} :"); }
        for (int i = 0; i < row.Cells.Count; i++) { WriteCell(isBeside && i == 0 ? head : blanks, row.Cells[i], i + 1 < row.Cells.Count ? "," : ""); }
    }

    private void WriteCell(string before, AccountCellSyntax cell, string end)
    {
        if (cell.Expression is null || Fits(before + Print(cell) + end))
        {
            WriteLine(before + Print(cell) + end);
            return;
        }

        var layout = new ExpressionLayout(_indent, _indent + before.Length);
        layout.Put(before + Start(cell));
        layout.Write(cell.Expression, Precedence.Multiplicative, _indent + before.Length + ExpressionLayout.Hang, end.Length);
        layout.Put(end);
        WriteLines(layout);
    }
}
