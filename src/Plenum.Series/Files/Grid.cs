namespace Plenum.Series.Files;

/// <summary>A table of numbers with names on the one side and periods on the other, still without saying which.</summary>
internal sealed class Grid(string file)
{
    public string File => file;

    /// <summary>The labels of the columns, from the second column on.</summary>
    public List<string> Top { get; } = [];

    /// <summary>The labels of the rows.</summary>
    public List<string> Left { get; } = [];

    /// <summary>For each row its line in the file.</summary>
    public List<int> Lines { get; } = [];

    /// <summary>For each row its numbers; NaN where missing.</summary>
    public List<double[]> Rows { get; } = [];

    private int HeaderLine { get; set; } = 1;

    /// <summary>Reads comma-separated text in one pass.</summary>
    public static Grid FromCsv(string text, string file, FindingList findings)
    {
        var grid = new Grid(file);
        var scanner = new CsvScanner(text);
        if (scanner.NextLine())
        {
            grid.HeaderLine = scanner.Line;
            scanner.NextCell();
            while (!scanner.AtLineEnd) { grid.Top.Add(scanner.NextCell().Trim().ToString()); }
        }

        while (scanner.NextLine())
        {
            grid.Left.Add(scanner.NextCell().Trim().ToString());
            grid.Lines.Add(scanner.Line);
            if (grid.IsTooLarge(scanner.Line, findings)) { break; }
            double[] row = grid.NewRow();
            int cells = 0;
            while (!scanner.AtLineEnd)
            {
                var cell = scanner.NextCell();
                if (cells < row.Length) { row[cells] = CellText.TryNumber(cell, out double value) ? value : CellText.Number(cell, new DataPlace(file, scanner.Line, scanner.Column), findings); }
                cells++;
            }

            grid.CheckWidth(cells, scanner.Line, scanner.AtTextEnd, findings);
        }

        if (scanner.IsUnclosed) { findings.Add(UnclosedQuote(file, scanner.Line)); }
        return grid;
    }

    /// <summary>Takes the rows of a sheet, the first one being the header.</summary>
    public static Grid FromRows(IEnumerable<TableRow> rows, string file, FindingList findings)
    {
        var grid = new Grid(file);
        bool isHeader = true;
        foreach (var (line, cells, _) in rows)
        {
            if (isHeader)
            {
                grid.HeaderLine = line;
                grid.Top.AddRange(cells.Skip(1).Select(c => c.Trim()));
                isHeader = false;
                continue;
            }

            grid.Left.Add(cells[0].Trim());
            grid.Lines.Add(line);
            if (grid.IsTooLarge(line, findings)) { break; }
            double[] row = grid.NewRow();
            for (int i = 0; i < Math.Min(row.Length, cells.Length - 1); i++) { row[i] = CellText.Number(cells[i + 1], new DataPlace(file, line, i + 2), findings); }
            grid.CheckWidth(cells.Length - 1, line, false, findings);
        }

        return grid;
    }

    /// <summary>The place of a label at the top.</summary>
    public DataPlace TopPlace(int column) => new(file, HeaderLine, column + 2);

    /// <summary>The place of a label on the left.</summary>
    public DataPlace LeftPlace(int row) => new(file, Lines[row], 1);

    /// <summary>The same grid with rows and columns exchanged; places are lost.</summary>
    public double[][] Transposed() => [.. Enumerable.Range(0, Top.Count).Select(column => Rows.Select(row => row[column]).ToArray())];

    /// <summary>Says that a quote is never closed.</summary>
    public static DataFinding UnclosedQuote(string file, int line) =>
        DataFinding.Error(DataCode.CutOff, "a quoted cell has no closing quote.", new DataPlace(file, line), "the file may be cut off.", "close the quote with \" or load the file again.");

    /// <summary>Says that a line has too many or too few cells, or was cut off.</summary>
    public static DataFinding? WrongWidth(int cells, int expected, int line, bool isTextEnd, string file)
    {
        if (cells == expected) { return null; }
        return isTextEnd && cells < expected
            ? DataFinding.Error(DataCode.CutOff, $"the last line stops after {cells} of {expected} cells.", new DataPlace(file, line), "the file may be cut off.", "load the file again, or complete or delete the line.")
            : DataFinding.Error(DataCode.RaggedRow, $"the line has {cells} {(cells == 1 ? "cell" : "cells")}, the header {expected}.", new DataPlace(file, line), help: "give it as many; a missing value is a blank cell between commas.");
    }

    /// <summary>Whether one more row is too much: each is as wide as the header, however short its line.</summary>
    private bool IsTooLarge(int line, FindingList findings)
    {
        if ((long)(Rows.Count + 1) * Top.Count <= findings.Limits.MostCells) { return false; }
        findings.Add(DataFinding.Error(DataCode.TooLarge, $"the table has more than {findings.Limits.MostCells} cells.", new DataPlace(file, line), "each line is as wide as the header.", "remove blank columns, or use the tidy layout."));
        return true;
    }

    private double[] NewRow()
    {
        double[] row = new double[Top.Count];
        Array.Fill(row, double.NaN);
        Rows.Add(row);
        return row;
    }

    private void CheckWidth(int cells, int line, bool isTextEnd, FindingList findings)
    {
        if (WrongWidth(cells + 1, Top.Count + 1, line, isTextEnd, file) is { } finding) { findings.Add(finding); }
    }
}
