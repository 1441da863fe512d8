namespace Plenum.Numerics.Orderings;

/// <summary>The coarse Dulmage-Mendelsohn parts of a system of rows and columns; what is in neither part is well determined.</summary>
/// <param name="OverdeterminedRows">Rows that together contain fewer columns than they are, ascending.</param>
/// <param name="OverdeterminedColumns">All columns that those rows contain, ascending.</param>
/// <param name="UnderdeterminedRows">All rows that contain any of the under-determined columns, ascending.</param>
/// <param name="UnderdeterminedColumns">Columns that together stand in fewer rows than they are, ascending.</param>
public sealed record CoarseDecomposition(
    IReadOnlyList<int> OverdeterminedRows,
    IReadOnlyList<int> OverdeterminedColumns,
    IReadOnlyList<int> UnderdeterminedRows,
    IReadOnlyList<int> UnderdeterminedColumns);
