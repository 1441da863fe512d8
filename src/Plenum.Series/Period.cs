using System.Globalization;

namespace Plenum.Series;

/// <summary>One point on a regular calendar, such as 2026, 2026Q1 or 2026M01.</summary>
/// <remarks>Stored as a count of periods, so that lags and leads are integer arithmetic.</remarks>
public readonly record struct Period : IComparable<Period>
{
    private Period(Frequency frequency, int ordinal)
    {
        Frequency = frequency;
        Ordinal = ordinal;
    }

    /// <summary>The calendar this period belongs to.</summary>
    public Frequency Frequency { get; }

    /// <summary>Periods since the first period of year 0.</summary>
    public int Ordinal { get; }

    /// <summary>The calendar year.</summary>
    public int Year => (Ordinal - Within) / (int)Frequency;

    /// <summary>The period's number in its year, from 1.</summary>
    public int NumberInYear => Within + 1;

    private int Within => ((Ordinal % (int)Frequency) + (int)Frequency) % (int)Frequency;

    /// <summary>A year.</summary>
    public static Period Annual(int year) => new(Frequency.Annual, year);

    /// <summary>A quarter, numbered from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quarter is not 1 to 4.</exception>
    public static Period Quarter(int year, int quarter) => Of(Frequency.Quarterly, year, quarter);

    /// <summary>A month, numbered from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The month is not 1 to 12.</exception>
    public static Period Month(int year, int month) => Of(Frequency.Monthly, year, month);

    /// <summary>A period by its number in the year, from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year has no such period.</exception>
    public static Period Of(Frequency frequency, int year, int numberInYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numberInYear, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numberInYear, (int)frequency);
        return new Period(frequency, (year * (int)frequency) + numberInYear - 1);
    }

    /// <summary>Reads "2026", "2026Q1" or "2026M01".</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static Period Parse(string text) => TryParse(text, out var period)
        ? period
        : throw new FormatException($"'{text}' is not a period; write 2026, 2026Q1 or 2026M01.");

    /// <summary>Reads "2026", "2026Q1" or "2026M01"; false where the text is none of these.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (text is null || text.Length < 4 || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year)) { return false; }
        if (text.Length == 4)
        {
            period = Annual(year);
            return true;
        }

        if (text.Length < 6 || !int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1) { return false; }
        switch (text[4])
        {
            case 'Q' or 'q' when text.Length == 6 && number <= 4: period = Quarter(year, number); return true;
            case 'M' or 'm' when text.Length == 7 && number <= 12: period = Month(year, number); return true;
            default: return false;
        }
    }

    /// <summary>Moves <paramref name="leads"/> periods ahead; a negative count is a lag.</summary>
    public static Period operator +(Period period, int leads) => new(period.Frequency, period.Ordinal + leads);

    /// <summary>Moves <paramref name="lags"/> periods back.</summary>
    public static Period operator -(Period period, int lags) => new(period.Frequency, period.Ordinal - lags);

    /// <summary>Counts the periods from <paramref name="start"/> to <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentException">The two periods differ in frequency.</exception>
    public static int operator -(Period end, Period start) => end.Frequency == start.Frequency
        ? end.Ordinal - start.Ordinal
        : throw new ArgumentException($"Cannot subtract {start} from {end}: one is {start.Frequency}, the other {end.Frequency}. Convert one series first.", nameof(start));

    /// <summary>Orders by time.</summary>
    /// <exception cref="ArgumentException">The two periods differ in frequency.</exception>
    public int CompareTo(Period other) => this - other;

    /// <summary>Whether one period comes before the other.</summary>
    public static bool operator <(Period left, Period right) => left - right < 0;

    /// <summary>Whether one period comes after the other.</summary>
    public static bool operator >(Period left, Period right) => left - right > 0;

    /// <summary>Whether one period comes before the other or is the same.</summary>
    public static bool operator <=(Period left, Period right) => left - right <= 0;

    /// <summary>Whether one period comes after the other or is the same.</summary>
    public static bool operator >=(Period left, Period right) => left - right >= 0;

    /// <summary>Reads "2026", "2026Q1" or "2026M01".</summary>
    public override string ToString() => Frequency switch
    {
        Frequency.Annual => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}"),
        Frequency.Quarterly => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}Q{NumberInYear}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}M{NumberInYear:00}"),
    };
}
