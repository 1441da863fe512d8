namespace Plenum.Series.Files;

/// <summary>How a table of series is laid out.</summary>
public enum TableLayout
{
    /// <summary>One observation a row: <c>series,period,value</c> and, where said, unit, publisher, source_series, vintage, confidence, flag and note. Keeps everything.</summary>
    Tidy,

    /// <summary>One series a row: <c>name,2012Q3,2012Q4,...</c>. Keeps the values alone.</summary>
    Wide,

    /// <summary>One period a row: <c>period,gdp,consumption,...</c>. Keeps the values alone.</summary>
    Transposed,
}
