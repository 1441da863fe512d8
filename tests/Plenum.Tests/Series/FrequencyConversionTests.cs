using Plenum.Series;
using Plenum.Series.Conversion;

namespace Plenum.Tests.Series;

public sealed class FrequencyConversionTests
{
    private static readonly TimeSeries s_quarters = TimeSeries.Of(Period.Quarter(2023, 3), 9, 9, 1, 2, 3, 4, 5).Named("x");

    [Theory]
    [InlineData(Aggregation.Sum, double.NaN, 10, double.NaN)]
    [InlineData(Aggregation.Mean, double.NaN, 2.5, double.NaN)]
    [InlineData(Aggregation.Last, 9, 4, double.NaN)]
    [InlineData(Aggregation.First, double.NaN, 1, 5)]
    public void Incomplete_years_are_missing(Aggregation by, double first, double middle, double last) =>
        Assert.Equal(TimeSeries.Of(Period.Annual(2023), first, middle, last).Named("x"), s_quarters.ToFrequency(Frequency.Annual, by));

    [Fact]
    public void Months_to_years_may_go_over_quarters() => Gen.Select(Gen.Int[1, 12], Gen.Int[-100, 100].Array[1, 60], Gen.OneOf(Aggregation.Sum, Aggregation.Last, Aggregation.First)).Sample((month, values, by) =>
    {
        var months = new TimeSeries(Period.Month(2020, month), Array.ConvertAll(values, x => (double)x));
        Assert.Equal(months.ToFrequency(Frequency.Annual, by), months.ToFrequency(Frequency.Quarterly, by).ToFrequency(Frequency.Annual, by));
    });

    [Fact]
    public void The_way_up_needs_a_method()
    {
        var error = Assert.Throws<ArgumentException>(() => s_quarters.ToFrequency(Frequency.Monthly, Aggregation.Sum));
        Assert.Contains("Denton and ChowLin go the other way", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_frequency_changes_nothing() => Assert.Equal(s_quarters, s_quarters.ToFrequency(Frequency.Quarterly, Aggregation.Sum));
}
