using System.Globalization;

namespace Plenum.Series;

/// <summary>Where a series comes from. An empty text means: not said.</summary>
/// <param name="Publisher">Who publishes it, such as "NBS".</param>
/// <param name="SeriesCode">The publisher's name for it.</param>
/// <param name="Unit">The unit in the publisher's words, such as "100m yuan, current prices".</param>
/// <param name="Vintage">Which state of revision: a date such as "2025-01-17" where known, else free text.</param>
/// <param name="Confidence">How far to trust it, in the words of the data file, such as "official" or "estimate".</param>
/// <param name="Note">Anything else.</param>
public sealed record Provenance(string Publisher = "", string SeriesCode = "", string Unit = "", string Vintage = "", string Confidence = "", string Note = "")
{
    /// <summary>Nothing said.</summary>
    public static Provenance Unknown { get; } = new();

    /// <summary>The day the vintage was published; null where <see cref="Vintage"/> is not a date. "2025-01" and "2025" mean the last day of that month or year.</summary>
    public DateOnly? PublishedOn
    {
        get
        {
            if (DateOnly.TryParseExact(Vintage, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) { return day; }
            if (DateOnly.TryParseExact(Vintage, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) { return month.AddMonths(1).AddDays(-1); }
            return DateOnly.TryParseExact(Vintage, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) ? year.AddYears(1).AddDays(-1) : null;
        }
    }
}
