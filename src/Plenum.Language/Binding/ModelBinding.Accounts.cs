using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;

namespace Plenum.Language.Binding;

/// <summary>Binds the balance sheet and the flow matrix.</summary>
internal sealed partial class ModelBinding
{
    private BoundAccount? BindAccount(AccountSyntax? syntax, ExpressionLowering lowering)
    {
        if (syntax is null) { return null; }
        var sectors = new List<string>();
        foreach (var sector in syntax.Sectors)
        {
            if (sectors.Contains(sector.Value)) { ReportTwice(sector.Span, $"the sector '{sector.Value}' stands twice."); continue; }
            sectors.Add(sector.Value);
        }

        var matrix = new AccountDraft(sectors);
        foreach (var line in syntax.Lines)
        {
            if (line is AccountRowSyntax row) { BindRow(row, matrix, lowering); }
            if (line is AccountTotalSyntax total) { BindTotal(total, matrix, lowering); }
        }

        return new BoundAccount(syntax.Title?.Value ?? "", sectors, matrix.Rows, matrix.Cells, matrix.Totals, syntax.Span);
    }

    private void BindRow(AccountRowSyntax syntax, AccountDraft matrix, ExpressionLowering lowering)
    {
        if (matrix.Rows.Exists(r => r.Name == syntax.Name.Value)) { ReportTwice(syntax.Name.Span, $"the row '{syntax.Name.Value}' stands twice."); return; }
        int row = matrix.Rows.Count;
        matrix.Rows.Add(new AccountRow(syntax.Name.Value, syntax.Label?.Value ?? "", syntax.IsReal, syntax.Span));
        var filled = new HashSet<int>();
        foreach (var cell in syntax.Cells)
        {
            int sector = FindSector(cell.Sector, matrix);
            if (sector < 0) { continue; }
            if (!filled.Add(sector)) { ReportTwice(cell.Span, $"the row '{syntax.Name.Value}' has two cells of '{cell.Sector.Value}'."); continue; }
            if (AmountOf(cell, syntax) is not { } amount) { return; }
            var bound = BindAmount(amount, matrix, lowering);
            matrix.Cells.Add(new AccountCell(row, sector, cell.IsNegative ? lowering.Graph.Negate(bound.Id) : bound.Id, cell.Span));
        }
    }

    /// <summary>What stands in a cell; where nothing does, the variable that the row is named after.</summary>
    private ExpressionSyntax? AmountOf(AccountCellSyntax cell, AccountRowSyntax row)
    {
        if (cell.Expression is not null) { return cell.Expression; }
        if (_scope.FindFamily(row.Name.Value) is { IndexCount: 0 }) { return new NameSyntax(row.Name.Value, [], 0, row.Name.Span, row.Name.Span); }
        _findings.Error(BindingCodes.EmptyCell, cell.Span, $"this cell has no amount, and there is no variable '{row.Name.Value}'.", "a cell without an expression is the variable that its row is named after.", $"write the amount after the sign, or name the row after a variable{(Suggestion.Nearest(row.Name.Value, _scope.Names) is { } nearest ? $", such as '{nearest}'" : "")}.");
        return null;
    }

    private void BindTotal(AccountTotalSyntax syntax, AccountDraft matrix, ExpressionLowering lowering)
    {
        int sector = FindSector(syntax.Sector, matrix);
        if (sector < 0) { return; }
        if (matrix.Totals.Exists(t => t.Sector == sector)) { ReportTwice(syntax.Sector.Span, $"'{syntax.Sector.Value}' has two totals."); return; }
        matrix.Totals.Add(new AccountTotal(sector, BindAmount(syntax.Total, matrix, lowering).Id, syntax.Span));
    }

    /// <summary>Binds an amount and checks it against the first of the matrix, since all are added up.</summary>
    private static Typed BindAmount(ExpressionSyntax syntax, AccountDraft matrix, ExpressionLowering lowering)
    {
        var bound = lowering.Bind(syntax, []);
        if (matrix.First is { } first) { _ = lowering.CheckCommon(first.Amount, bound, first.Syntax, syntax); }
        else if (bound.Unit is not null) { matrix.First = (bound, syntax); }
        return bound;
    }

    private int FindSector(WordSyntax sector, AccountDraft matrix)
    {
        int index = matrix.Sectors.IndexOf(sector.Value);
        if (index >= 0) { return index; }
        string? nearest = Suggestion.Nearest(sector.Value, matrix.Sectors);
        _findings.Error(BindingCodes.UnknownSector, sector.Span, $"'{sector.Value}' is not a sector of this matrix.", $"the line 'sectors' lists them: {string.Join(", ", matrix.Sectors)}.", nearest is null ? $"add '{sector.Value}' to the line 'sectors'." : $"did you mean '{nearest}'?");
        return -1;
    }

    private void ReportTwice(SourceSpan span, string message) =>
        _findings.Error(BindingCodes.DuplicateCell, span, message, "each stands once in a matrix.", "remove one of the two, or add the amounts up.");

    /// <summary>A matrix while it is being read.</summary>
    private sealed class AccountDraft(List<string> sectors)
    {
        public List<string> Sectors => sectors;

        public List<AccountRow> Rows { get; } = [];

        public List<AccountCell> Cells { get; } = [];

        public List<AccountTotal> Totals { get; } = [];

        public (Typed Amount, ExpressionSyntax Syntax)? First { get; set; }
    }
}
