namespace Plenum.Series;

/// <content>Lags, leads, changes and spans.</content>
public sealed partial class TimeSeries
{
    /// <summary>The series whose value in a period is this one's <paramref name="periods"/> earlier.</summary>
    /// <param name="periods">Default 1; a negative count is a lead.</param>
    public TimeSeries Lag(int periods = 1) => new(Start + periods, _values, null);

    /// <summary>The series whose value in a period is this one's <paramref name="periods"/> later.</summary>
    /// <param name="periods">Default 1; a negative count is a lag.</param>
    public TimeSeries Lead(int periods = 1) => Lag(-periods);

    /// <summary>The change against an earlier period.</summary>
    /// <param name="lags">How many periods earlier; default 1.</param>
    public TimeSeries Difference(int lags = 1) => this - Earlier(lags);

    /// <summary>The change of the natural logarithm; missing where a value is not positive.</summary>
    /// <param name="lags">How many periods earlier; default 1.</param>
    public TimeSeries LogDifference(int lags = 1) =>
        Combine(this, Earlier(lags), (now, before) => now > 0 && before > 0 ? Math.Log(now / before) : double.NaN);

    /// <summary>The relative change against an earlier period, as a share (0.05 for 5 per cent); missing where the earlier value is zero.</summary>
    /// <param name="lags">How many periods earlier; default 1.</param>
    public TimeSeries Growth(int lags = 1) => (this - Earlier(lags)) / Earlier(lags);

    /// <summary>The relative change against the same period of the year before, as a share.</summary>
    public TimeSeries GrowthOverYear() => Growth((int)Frequency);

    /// <summary>The values of a span, cut to the periods this series has.</summary>
    /// <exception cref="ArgumentException">A period is of another frequency.</exception>
    public TimeSeries Slice(Period from, Period to)
    {
        RequireFrequency(from, nameof(from));
        RequireFrequency(to, nameof(to));
        var first = from > Start ? from : Start;
        var last = to < End ? to : End;
        return last < first ? new TimeSeries(first, [], Name) : new TimeSeries(first, _values.AsSpan(first - Start, last - first + 1), Name);
    }

    /// <summary>Exactly the periods asked for; missing where this series has none.</summary>
    /// <exception cref="ArgumentException">A period is of another frequency.</exception>
    public TimeSeries Window(Period from, Period to)
    {
        RequireFrequency(from, nameof(from));
        RequireFrequency(to, nameof(to));
        var values = new double[Math.Max(0, to - from + 1)];
        for (int i = 0; i < values.Length; i++) { values[i] = this[from + i]; }
        return new TimeSeries(from, values, Name);
    }

    /// <summary>The series without missing values at its start and end; a series of missing values alone becomes empty.</summary>
    public TimeSeries Trim()
    {
        int first = Array.FindIndex(_values, x => !double.IsNaN(x));
        if (first < 0) { return new TimeSeries(Start, [], Name); }
        int last = Array.FindLastIndex(_values, x => !double.IsNaN(x));
        return new TimeSeries(Start + first, _values.AsSpan(first, last - first + 1), Name);
    }

    private TimeSeries Earlier(int lags)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lags, 1);
        return Lag(lags);
    }
}
