using Plenum.Series;

namespace Plenum.Tests.Series;

public sealed class DataChecksTests
{
    [Fact]
    public void A_change_of_unit_is_noticed()
    {
        var finding = Assert.Single(Found(30.1, 30.6, 31.2, 31846));
        Assert.Equal("warning PL0407: 'x' jumps from 31.2 to 31,846 between 2024Q3 and 2024Q4.\n  why:  a factor near 1,000 usually means a change of unit.\n  help: check the unit.", finding.ToString());
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(10000)]
    [InlineData(0.1)]
    [InlineData(0.0001)]
    public void Every_power_of_ten_is_noticed_up_and_down(double factor) => Gen.Select(Gen.Double[0.99, 1.01].Array[20], Gen.Int[1, 19]).Sample((growth, at) =>
    {
        double level = 100;
        double[] values = [.. growth.Select((g, t) => (level *= g) * (t >= at ? factor : 1))];
        Assert.Single(Found(values), f => f.Code == DataCode.Jump);
    });

    [Fact]
    public void One_value_in_another_unit_is_noticed() => Assert.All(Found(30, 31, 32000, 33, 34), f => Assert.Equal(DataCode.Jump, f.Code));

    [Fact]
    public void A_new_year_of_sums_is_no_change_of_unit()
    {
        double[] sums = [.. Enumerable.Range(0, 48).Select(i => 100.0 * ((i % 12) + 1))];
        Assert.Empty(DataChecks.Run(new DataSet([new DataSeries(new TimeSeries(Period.Month(2020, 1), sums, "ytd"))])));
    }

    [Fact]
    public void Gaps_are_counted() => Assert.Equal(
        "warning PL0408: 'x' has no value in 2024Q2..2024Q3 and in 1 more stretch.\n  why:  values stand before and after.\n  help: fill the gap, or interpolate and flag the values.",
        Assert.Single(Found(1, double.NaN, double.NaN, 2, double.NaN, 3)).ToString());

    [Fact]
    public void Missing_ends_are_no_gap() => Assert.Empty(Found(double.NaN, 1, 2, double.NaN));

    [Fact]
    public void A_long_constant_run_is_remarked_on()
    {
        double[] values = [1, .. Enumerable.Repeat(4.35, 13), 2];
        Assert.Equal("info PL0414: 'x' is 4.35 in every period from 2024Q2 to 2027Q2.", Assert.Single(Found(values)).ToString().Split('\n')[0]);
        Assert.Empty(Found([1, .. Enumerable.Repeat(4.35, 12), 2]));
        Assert.Empty(Found([1, .. Enumerable.Repeat(0.0, 30), 2]));
    }

    [Fact]
    public void Copies_under_another_name_are_noticed()
    {
        var x = TimeSeries.Of(Period.Annual(2020), 1, 2, 3);
        var findings = DataChecks.Run(new DataSet([new DataSeries(x.Named("a")), new DataSeries(x.Named("b")), new DataSeries((x + 1).Named("c"))]));
        Assert.Equal("warning PL0415: 'b' has the same 3 values as 'a'.", Assert.Single(findings).ToString().Split('\n')[0]);
    }

    private static IReadOnlyList<DataFinding> Found(params double[] values) =>
        DataChecks.Run(new DataSet([new DataSeries(new TimeSeries(Period.Quarter(2024, 1), values, "x"))]));
}
