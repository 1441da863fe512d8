using Plenum.Series;

namespace Plenum.Tests.Series;

public sealed class YearToDateTests
{
    private static readonly Period s_january = Period.Month(2024, 1);

    [Fact]
    public void Sums_start_afresh_each_year()
    {
        var flow = TimeSeries.Of(Period.Quarter(2024, 2), 5, 6, 7, 1, 2, double.NaN, 4);
        Assert.Equal(TimeSeries.Of(Period.Quarter(2024, 2), double.NaN, double.NaN, double.NaN, 1, 3, double.NaN, double.NaN), flow.YearToDate());
    }

    [Fact]
    public void Flows_of_whole_years_come_back() => Gen.Select(Gen.Int[1990, 2030], Gen.Int[-1000, 1000].Array[24]).Sample((year, values) =>
    {
        var flow = new TimeSeries(Period.Month(year, 1), Array.ConvertAll(values, x => (double)x));
        var back = flow.YearToDate().FromYearToDate();
        Assert.Equal(flow, back.Flows);
        Assert.Empty(back.Joint);
    });

    [Fact]
    public void January_and_February_together_are_not_split()
    {
        var published = TimeSeries.Of(s_january, double.NaN, 200, 320, 450);
        var found = published.FromYearToDate();
        Assert.Equal(TimeSeries.Of(s_january, double.NaN, double.NaN, 120, 130), found.Flows);
        Assert.Equal([new JointFlow(s_january, s_january + 1, 200)], found.Joint);
        Assert.Equal(TimeSeries.Of(s_january, 100, 100, 120, 130), found.SplitEvenly());
    }

    [Fact]
    public void A_series_that_starts_inside_a_year_starts_with_a_joint_amount()
    {
        var found = TimeSeries.Of(Period.Month(2024, 5), 50, 61).FromYearToDate();
        Assert.Equal(TimeSeries.Of(Period.Month(2024, 5), double.NaN, 11), found.Flows);
        Assert.Equal([new JointFlow(s_january, Period.Month(2024, 5), 50)], found.Joint);
        Assert.Equal(TimeSeries.Of(Period.Month(2024, 5), 10, 11), found.SplitEvenly());
    }

    [Fact]
    public void Sums_with_gaps_come_back_from_flows_and_joint_amounts() =>
        Gen.Select(Gen.Int[1, 12], Gen.Frequency((3, Gen.Int[-1000, 1000].Select(x => (double)x)), (1, Gen.Const(double.NaN))).Array[1, 40]).Sample((month, values) =>
        {
            var sums = new TimeSeries(Period.Month(2020, month), values, "ytd");
            Assert.Equal(sums, sums.FromYearToDate().YearToDate());
        });
}
