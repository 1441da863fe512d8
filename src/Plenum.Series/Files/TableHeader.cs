namespace Plenum.Series.Files;

/// <summary>Tells the layout of a table from its first row.</summary>
internal static class TableHeader
{
    /// <summary>The layout; tidy where nothing speaks for another one, so that the findings name the columns that are missing.</summary>
    public static TableLayout Layout(IReadOnlyList<string> header)
    {
        if (header.Count == 0) { return TableLayout.Tidy; }
        if (Has(header, "series") && (Has(header, "period") || Has(header, "value"))) { return TableLayout.Tidy; }
        if (header.Skip(1).Any(cell => CellText.TryPeriod(cell, out _))) { return TableLayout.Wide; }
        bool startsWithTime = header[0].ToLowerInvariant() is "period" or "date" or "time" or "";
        return startsWithTime && header.Count > 1 ? TableLayout.Transposed : TableLayout.Tidy;
    }

    private static bool Has(IReadOnlyList<string> header, string name) => header.Any(cell => string.Equals(cell.Trim(), name, StringComparison.OrdinalIgnoreCase));
}
