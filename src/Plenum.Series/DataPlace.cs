namespace Plenum.Series;

/// <summary>A place in a data file.</summary>
/// <param name="File">The file as the user wrote it.</param>
/// <param name="Line">Line of the file or row of the sheet, from 1; null for the whole file.</param>
/// <param name="Column">The number of the cell in its line, from 1; null for the whole line.</param>
public readonly record struct DataPlace(string File, int? Line = null, int? Column = null);
