using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;

namespace Plenum.Language.Binding;

/// <summary>One entry of a balance sheet or flow matrix.</summary>
/// <param name="Row">Index of the row.</param>
/// <param name="Sector">Index of the sector.</param>
/// <param name="Expression">The signed amount: assets and receipts are positive, liabilities and payments negative.</param>
/// <param name="Span">Where it stands.</param>
public sealed record AccountCell(int Row, int Sector, ExpressionId Expression, SourceSpan Span);

/// <summary>One row of a balance sheet or flow matrix.</summary>
/// <param name="Name">Name as written.</param>
/// <param name="Label">What it is, or empty.</param>
/// <param name="IsReal">A real asset is nobody's liability, so its row need not sum to zero.</param>
/// <param name="Span">Where it stands.</param>
public sealed record AccountRow(string Name, string Label, bool IsReal, SourceSpan Span);

/// <summary>What the column of a sector must sum to.</summary>
/// <param name="Sector">Index of the sector.</param>
/// <param name="Total">
/// In a balance sheet the sector's net worth, in a flow matrix the change in its net financial position.
/// </param>
/// <param name="Span">Where it stands.</param>
public sealed record AccountTotal(int Sector, ExpressionId Total, SourceSpan Span);

/// <summary>A balance-sheet or transactions-flow matrix.</summary>
/// <param name="Title">Its title, or empty.</param>
/// <param name="Sectors">The columns' sectors, in order.</param>
/// <param name="Rows">The rows, in order.</param>
/// <param name="Cells">The entries that are not empty.</param>
/// <param name="Totals">What each column must sum to; a sector without one is not checked by column.</param>
/// <param name="Span">Where the matrix begins.</param>
public sealed record BoundAccount(
    string Title,
    IReadOnlyList<string> Sectors,
    IReadOnlyList<AccountRow> Rows,
    IReadOnlyList<AccountCell> Cells,
    IReadOnlyList<AccountTotal> Totals,
    SourceSpan Span);
