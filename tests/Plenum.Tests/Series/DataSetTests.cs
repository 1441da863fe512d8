using Plenum.Series;

namespace Plenum.Tests.Series;

public sealed class DataSetTests
{
    private static readonly DataSet s_vintages = new(
    [
        Gdp(3, "2025-01-17"), Gdp(1, ""), Gdp(2, "2024-10"),
        new DataSeries(TimeSeries.Of(Period.Annual(2024), 9).Named("cons"), new Provenance(Vintage: "2025-03-01")),
    ]);

    [Fact]
    public void A_name_means_its_latest_vintage() => Assert.Equal(3, s_vintages["gdp"].Values[0]);

    [Fact]
    public void Vintages_stand_side_by_side_oldest_first() => Assert.Equal([1, 2, 3], s_vintages.Vintages("gdp").Select(v => v.Values[0]));

    [Theory]
    [InlineData("2024-10-30", 1)]
    [InlineData("2024-10-31", 2)]
    [InlineData("2025-01-16", 2)]
    [InlineData("2025-01-17", 3)]
    public void Data_are_shown_as_known_on_a_date(string day, double value)
    {
        var known = s_vintages.AsKnownOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(value, known["gdp"].Values[0]);
        Assert.False(known.TryFind("cons", out _, out _));
    }

    [Fact]
    public void An_unknown_name_offers_the_nearest()
    {
        Assert.Equal("there is no series 'gpd'. did you mean 'gdp'?", Assert.Throws<KeyNotFoundException>(() => s_vintages["gpd"]).Message);
        Assert.False(s_vintages.TryFind("exports", out _, out var finding));
        Assert.Equal("error PL0418: there is no series 'exports'.\n  help: the data set has 2 series, the first is 'gdp'.", finding.ToString());
    }

    [Fact]
    public void The_same_name_and_vintage_twice_is_refused() => Assert.Throws<ArgumentException>(() => new DataSet([Gdp(1, "2025"), Gdp(2, "2025")]));

    [Fact]
    public void With_replaces_the_same_name_and_vintage()
    {
        var changed = s_vintages.With(Gdp(7, "2025-01-17"));
        Assert.Equal(s_vintages.Count, changed.Count);
        Assert.Equal(7, changed["gdp"].Values[0]);
    }

    [Fact]
    public void Latest_keeps_one_vintage_a_name() => Assert.Equal([3.0, 9.0], s_vintages.Latest().Select(s => s.Values[0]));

    [Fact]
    public void A_series_in_a_data_set_has_a_name_and_a_flag_a_value()
    {
        var values = TimeSeries.Of(Period.Annual(2024), 1, 2);
        Assert.Throws<ArgumentException>(() => new DataSeries(values));
        Assert.Throws<ArgumentException>(() => new DataSeries(values.Named("x"), flags: [ObservationFlag.Observed]));
    }

    [Fact]
    public void Summary_counts_what_is_there_and_what_is_missing()
    {
        var values = TimeSeries.Of(Period.Quarter(2024, 1), double.NaN, 1, double.NaN, 2, double.NaN, double.NaN, 3).Named("x");
        ObservationFlag[] flags = [.. new ObservationFlag[6], ObservationFlag.Estimated];
        var line = Assert.Single(new DataSet([new DataSeries(values, flags: flags)]).Summary());
        Assert.Equal((3, 1), (line.Observations, line.NotObserved));
        Assert.Equal((values.Start + 1, values.Start + 6), (line.First, line.Last));
        Assert.Equal(["2024Q3", "2025Q1..2025Q2"], line.Gaps.Select(g => g.ToString()));
    }

    private static DataSeries Gdp(double value, string vintage) => new(TimeSeries.Of(Period.Annual(2024), value).Named("gdp"), new Provenance(Vintage: vintage));
}
