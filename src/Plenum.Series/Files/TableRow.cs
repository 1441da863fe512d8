namespace Plenum.Series.Files;

/// <summary>One row of a table as text.</summary>
/// <param name="Line">Its line in the file or row in the sheet, from 1.</param>
/// <param name="Cells">The cells; a blank one is empty.</param>
/// <param name="IsTextEnd">Whether the text ends with this row and without a line break.</param>
internal readonly record struct TableRow(int Line, string[] Cells, bool IsTextEnd = false);
