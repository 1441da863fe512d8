using Plenum.Series;

namespace Plenum.Tests.Series;

public sealed class TimeSeriesTests
{
    private static readonly Period s_q1 = Period.Quarter(2024, 1);

    [Fact]
    public void Lag_undoes_lead() => Gen.Select(Any.QuarterlySeries, Gen.Int[-40, 40]).Sample((x, k) => x.Lead(k).Lag(k).Equals(x));

    [Fact]
    public void Lag_reads_the_earlier_period() => Gen.Select(Any.QuarterlySeries, Any.Quarter, Gen.Int[-8, 8]).Sample((x, t, k) => x.Lag(k)[t].Equals(x[t - k]));

    [Fact]
    public void Sum_is_taken_period_by_period_on_the_common_span() => Gen.Select(Any.QuarterlySeries, Gen.Int[-10, 10], Any.NumberOrMissing.Array[0, 20]).Sample((x, shift, values) =>
    {
        var y = new TimeSeries(x.Start + shift, values);
        var sum = x + y;
        Assert.Equal(Math.Max(0, Math.Min(x.End.Ordinal, y.End.Ordinal) - Math.Max(x.Start.Ordinal, y.Start.Ordinal) + 1), sum.Count);
        for (int i = 0; i < sum.Count; i++) { Assert.Equal(x[sum.Start + i] + y[sum.Start + i], sum[i]); }
    });

    [Fact]
    public void Operators_do_what_they_say()
    {
        var x = TimeSeries.Of(s_q1, 6, 8);
        var y = TimeSeries.Of(s_q1, 2, 0);
        Assert.Equal(TimeSeries.Of(s_q1, 8, 8), x + y);
        Assert.Equal(TimeSeries.Of(s_q1, 4, 8), x - y);
        Assert.Equal(TimeSeries.Of(s_q1, 12, 0), x * y);
        Assert.Equal(TimeSeries.Of(s_q1, 3, double.NaN), x / y);
        Assert.Equal(TimeSeries.Of(s_q1, -6, -8), -x);
        Assert.Equal(TimeSeries.Of(s_q1, 4, 2), 10 - x);
        Assert.Equal(TimeSeries.Of(s_q1, 3, 4), x / 2);
        Assert.Equal(TimeSeries.Of(s_q1, 6, double.NaN), 12 / y);
        Assert.Equal(TimeSeries.Of(s_q1, 13, 17), (2 * x) + 1);
    }

    [Fact]
    public void Different_frequencies_ask_for_conversion()
    {
        var error = Assert.Throws<ArgumentException>(() => TimeSeries.Of(s_q1, 1).Named("gdp") + TimeSeries.Of(Period.Annual(2024), 1));
        Assert.StartsWith("Cannot combine 'gdp' (Quarterly) and 'series' (Annual). Convert one first.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TimeSeries.Of(s_q1, 1)[Period.Annual(2024)]);
        Assert.Throws<ArgumentException>(() => TimeSeries.Of(s_q1, 1).Slice(Period.Annual(2024), Period.Annual(2025)));
    }

    [Fact]
    public void A_series_without_a_calendar_is_refused() => Assert.Throws<ArgumentException>(() => new TimeSeries(default, [1.0]));

    [Fact]
    public void Differences_add_up_to_the_whole_change() => Gen.Select(Any.Quarter, Gen.Double[-100, 100].Array[2, 20]).Sample((start, values) =>
        Assert.Equal(values[^1] - values[0], new TimeSeries(start, values).Difference().Sum(), 1e-9));

    [Fact]
    public void Growth_is_a_share_and_may_be_over_the_year()
    {
        var x = TimeSeries.Of(s_q1, 100, 110, 120, 130, 150, 0, 5);
        Assert.Equal(0.1, x.Growth()[s_q1 + 1], 12);
        Assert.Equal(0.5, x.GrowthOverYear()[s_q1 + 4], 12);
        Assert.Equal(s_q1 + 4, x.GrowthOverYear().Start);
        Assert.Equal(double.NaN, x.Growth()[s_q1 + 6]);
        Assert.Equal(Math.Log(1.1), x.LogDifference()[s_q1 + 1], 12);
        Assert.Equal(double.NaN, x.LogDifference()[s_q1 + 5]);
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Difference(0));
    }

    [Fact]
    public void Slice_cuts_and_window_pads()
    {
        var x = TimeSeries.Of(s_q1, 1, 2, 3).Named("x");
        Assert.Equal(TimeSeries.Of(s_q1 + 1, 2, 3).Named("x"), x.Slice(s_q1 + 1, s_q1 + 9));
        Assert.Equal(TimeSeries.Of(s_q1 + 2, 3, double.NaN).Named("x"), x.Window(s_q1 + 2, s_q1 + 3));
        Assert.Empty(x.Slice(s_q1 + 5, s_q1 + 9));
    }

    [Fact]
    public void Window_agrees_with_the_series_in_every_period() => Gen.Select(Any.QuarterlySeries, Gen.Int[-10, 10], Gen.Int[0, 40]).Sample((x, from, length) =>
    {
        var window = x.Window(x.Start + from, x.Start + from + length);
        Assert.Equal(length + 1, window.Count);
        for (int i = 0; i < window.Count; i++) { Assert.Equal(x[window.Start + i], window[i]); }
    });

    [Fact]
    public void Statistics_pass_over_missing_values()
    {
        var x = TimeSeries.Of(s_q1, double.NaN, 2, double.NaN, 4, 6, double.NaN);
        Assert.Equal(4, x.Mean());
        Assert.Equal(2, x.StandardDeviation());
        Assert.Equal(3, x.Observations);
        Assert.Equal(s_q1 + 1, x.FirstObserved);
        Assert.Equal(s_q1 + 4, x.LastObserved);
        Assert.Equal(double.NaN, x.Last);
        Assert.Equal(6, x.Trim().Last);
        Assert.Equal(double.NaN, TimeSeries.Of(s_q1, double.NaN).Mean());
        Assert.Equal(double.NaN, TimeSeries.Of(s_q1, 1).StandardDeviation());
        Assert.Throws<InvalidOperationException>(() => TimeSeries.Of(s_q1).Last);
    }

    [Fact]
    public void Values_are_copied_in()
    {
        double[] values = [1, 2];
        var x = new TimeSeries(s_q1, values);
        values[0] = 9;
        Assert.Equal(1, x[0]);
    }
}
