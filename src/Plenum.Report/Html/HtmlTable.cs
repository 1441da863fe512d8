using Plenum.Report.Figures;

namespace Plenum.Report.Html;

/// <summary>A table of a page.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">The columns; the first one names the rows.</param>
/// <param name="Rows">The rows, each with one cell a column.</param>
public sealed record HtmlTable(string Caption, IReadOnlyList<HtmlColumn> Columns, IReadOnlyList<HtmlRow> Rows)
{
    /// <summary>Whether a reader may sort it by a column. Default false: the order of the rows means something.</summary>
    public bool IsSortable { get; init; }

    /// <summary>Whether it is set tightly, for many columns. Default false.</summary>
    public bool IsTight { get; init; }
}

/// <summary>A column.</summary>
/// <param name="Header">Its heading.</param>
/// <param name="IsNumber">Whether it holds numbers.</param>
/// <param name="Unit">The unit below the heading; empty for none.</param>
public sealed record HtmlColumn(string Header, bool IsNumber = false, string Unit = "");

/// <summary>A row.</summary>
/// <param name="Cells">Its cells, one a column.</param>
/// <param name="IsSum">Whether it sums up the rows above.</param>
public sealed record HtmlRow(IReadOnlyList<HtmlCell> Cells, bool IsSum = false);

/// <summary>A cell.</summary>
/// <param name="Text">What it shows.</param>
/// <param name="Value">The number to sort by; null for the text.</param>
public sealed record HtmlCell(string Text, double? Value = null)
{
    /// <summary>How strongly it stands out, from -4 (far below) to 4 (far above); 0 is plain.</summary>
    public int Shade { get; init; }

    /// <summary>The colour of what the row is about; null for none.</summary>
    public ChartColour? Mark { get; init; }

    /// <summary>Where more can be read, an address with http or https; null for none.</summary>
    public Uri? Link { get; init; }

    /// <summary>A difference with its sign.</summary>
    public static HtmlCell Signed(double? value, int decimals) => new(Numbers.Typeset(Numbers.Signed(value, decimals)), value);
}
