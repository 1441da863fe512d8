using System.Globalization;

namespace Plenum.Series.Files;

/// <summary>Reads and writes single cells, always in the invariant culture.</summary>
internal static class CellText
{
    /// <summary>Whether a cell holds a finite number, and which.</summary>
    public static bool TryNumber(ReadOnlySpan<char> cell, out double value) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    /// <summary>A number, NaN for a blank cell; NaN with a finding where it is not a number.</summary>
    public static double Number(ReadOnlySpan<char> cell, in DataPlace place, FindingList findings)
    {
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
        {
            if (double.IsFinite(value)) { return value; }
            findings.Add(double.IsNaN(value)
                ? DataFinding.Warning(DataCode.NotFinite, $"'{cell.Trim()}' is read as missing.", place, help: "leave the cell of a missing value blank.")
                : DataFinding.Error(DataCode.NotFinite, $"'{Shorten(cell)}' is not a finite number.", place, "numbers reach up to 1.8e308.", "leave the cell of a missing value blank."));
            return double.NaN;
        }

        if (!cell.IsWhiteSpace()) { findings.Add(DataFinding.Error(DataCode.BadNumber, $"'{Shorten(cell)}' is not a number.", place, WhyNotNumber(cell), HelpNumber(cell))); }
        return double.NaN;
    }

    /// <summary>Writes a number so that it reads back as the same number; a missing one is blank.</summary>
    public static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Reads 2025, 2025Q3, 2025M09, the forms 2025-Q3, 2025-09 and the first or last day of a month as 2025-09-30.</summary>
    public static bool TryPeriod(ReadOnlySpan<char> cell, out Period period)
    {
        cell = cell.Trim();
        if (cell.Length <= 7 && Period.TryParse(cell.ToString(), out period)) { return period.Year > 0; }
        period = default;
        if (cell.Length < 7 || cell[4] != '-') { return false; }
        if (char.IsAsciiLetter(cell[5])) { return cell.Length <= 8 && Period.TryParse($"{cell[..4]}{cell[5..]}", out period) && period.Year > 0; }
        if (cell.Length == 7)
        {
            if (!DateOnly.TryParseExact(cell, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) { return false; }
            period = Period.Month(month.Year, month.Month);
            return true;
        }

        if (!DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) { return false; }
        if (day.Day != 1 && day.Day != DateTime.DaysInMonth(day.Year, day.Month)) { return false; }
        period = Period.Month(day.Year, day.Month);
        return true;
    }

    /// <summary>A period, or null with a finding.</summary>
    public static Period? RequirePeriod(ReadOnlySpan<char> cell, in DataPlace place, FindingList findings)
    {
        if (TryPeriod(cell, out var period)) { return period; }
        string why = DateOnly.TryParseExact(cell.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? "a day stands for its month only if it is the first or the last one."
            : "a period is a year, a quarter or a month.";
        findings.Add(DataFinding.Error(DataCode.BadPeriod, $"'{Shorten(cell)}' is not a period.", place, why, "write 2025, 2025Q3, 2025M09, 2025-09 or 2025-09-30."));
        return null;
    }

    /// <summary>A cell short enough for a message, without control characters.</summary>
    public static string Shorten(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        string shown = cell.Length > 40 ? $"{cell[..37]}..." : cell.ToString();
        return new string([.. shown.Select(c => char.IsControl(c) ? ' ' : c)]);
    }

    private static string WhyNotNumber(ReadOnlySpan<char> cell) => cell.Contains(',')
        ? "a comma neither marks decimals nor groups digits here."
        : "a value is written like 1234.5 or 1.2e3.";

    private static string HelpNumber(ReadOnlySpan<char> cell)
    {
        string plain = cell.Trim().ToString().Replace(",", "", StringComparison.Ordinal);
        string point = cell.Trim().ToString().Replace(',', '.');
        bool grouped = cell.LastIndexOf(',') is var at && at >= 0 && cell.TrimEnd()[(at + 1)..].Length == 3;
        string mended = grouped ? plain : point;
        return cell.Contains(',') && double.TryParse(mended, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? $"write {mended}."
            : "leave the cell of a missing value blank.";
    }
}
