namespace Plenum.Report.Figures;

/// <summary>The economics of one chart: what is drawn, in which unit, and what must be told apart. It knows no pixels and no drawing library.</summary>
/// <remarks>Every series has one value for each position of the axis; a value that is missing is NaN.</remarks>
public sealed record ChartSpec
{
    /// <summary>A short name that is unique among the charts of a page, such as "state-growth".</summary>
    public required string Id { get; init; }

    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>A remark below the title; empty for none.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>The unit of all values.</summary>
    public required ChartUnit Unit { get; init; }

    /// <summary>Where the numbers come from; empty for nothing to say.</summary>
    public string Source { get; init; } = "";

    /// <summary>The positions along the horizontal axis.</summary>
    public required ChartAxis Axis { get; init; }

    /// <summary>The series; later ones are drawn above earlier ones.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>Bands below the series, such as the quantiles of a fan, the widest first.</summary>
    public IReadOnlyList<ChartBand> Bands { get; init; } = [];

    /// <summary>Positions up to this one, from 0, are history and shaded; null for none.</summary>
    public int? HistoryUntil { get; init; }

    /// <summary>Whether zero is part of the vertical axis and drawn as a line.</summary>
    public bool HasZeroLine { get; init; }

    /// <summary>How large it is drawn.</summary>
    public ChartSize Size { get; init; } = ChartSize.Half;
}

/// <summary>The unit of a chart.</summary>
/// <param name="Text">In words, such as "% on a year earlier".</param>
/// <param name="Decimals">Decimals of a value that is read off.</param>
/// <param name="IsSigned">Whether values are differences and carry their sign.</param>
public sealed record ChartUnit(string Text, int Decimals = 1, bool IsSigned = false)
{
    /// <summary>What follows a value: the sign of per cent, or the unit in words.</summary>
    public string Suffix => Text.StartsWith('%') ? " %" : Text.StartsWith("percentage points", StringComparison.Ordinal) ? " pp" : Text.Length > 0 ? " " + Text : "";
}

/// <summary>What a series is in its chart, which decides how it is drawn.</summary>
public enum SeriesRole
{
    /// <summary>The path that others are compared with: a line in the colour of text.</summary>
    Baseline,

    /// <summary>A path under a scenario: a line in the scenario's colour.</summary>
    Scenario,

    /// <summary>One variable among several: a line.</summary>
    Variable,

    /// <summary>A contribution: a bar stacked above zero where positive and below where negative.</summary>
    Part,

    /// <summary>The sum of the contributions: a marker on the bars.</summary>
    Net,
}

/// <summary>One series of a chart.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Role">What it is.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Values">One value for each position of the axis.</param>
public sealed record ChartSeries(string Label, SeriesRole Role, ChartColour Colour, IReadOnlyList<double> Values);

/// <summary>A band between two paths.</summary>
/// <param name="Label">What it is called, such as "90 % of draws".</param>
/// <param name="Colour">Its colour, drawn faintly.</param>
/// <param name="Low">Its lower edge, one value for each position of the axis.</param>
/// <param name="High">Its upper edge.</param>
public sealed record ChartBand(string Label, ChartColour Colour, IReadOnlyList<double> Low, IReadOnlyList<double> High);

/// <summary>How large a chart is drawn.</summary>
public enum ChartSize
{
    /// <summary>Over the whole width of the page.</summary>
    Wide,

    /// <summary>Two side by side.</summary>
    Half,

    /// <summary>One of many alike, three side by side, with one legend for all.</summary>
    Small,
}
