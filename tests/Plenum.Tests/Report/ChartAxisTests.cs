using Plenum.Report.Figures;
using Plenum.Series;

namespace Plenum.Tests.Report;

public sealed class ChartAxisTests
{
    [Theory]
    [InlineData("2025Q4", 41, 6, "2026 2028 2030 2032 2034")]
    [InlineData("2015Q1", 84, 9, "2015 2020 2025 2030 2035")]
    [InlineData("2026Q1", 5, 6, "2026 2027")]
    [InlineData("2026Q2", 3, 6, "2026Q2 2026Q3 2026Q4")]
    [InlineData("2026Q1", 4, 2, "2026Q1 2026Q3")]
    [InlineData("1960", 141, 9, "1960 1980 2000 2020 2040 2060 2080 2100")]
    [InlineData("2020M01", 36, 6, "2020 2021 2022")]
    public void Periods_are_labelled_by_year_as_room_allows(string start, int count, int most, string expected)
    {
        var ticks = new ChartAxis.Periods(Period.Parse(start), count).Ticks(most);
        Assert.Equal(expected, string.Join(' ', ticks.Select(t => t.Label)));
        Assert.All(ticks, t => Assert.StartsWith(t.Label, (Period.Parse(start) + t.Position).ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Categories_are_all_labelled() => Assert.Equal(["a", "b", "c"], new ChartAxis.Categories(["a", "b", "c"]).Ticks(1).Select(t => t.Label));
}
