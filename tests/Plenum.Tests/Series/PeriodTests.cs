using Plenum.Series;

namespace Plenum.Tests.Series;

public sealed class PeriodTests
{
    [Fact]
    public void Lag_undoes_lead() => Gen.Select(Any.AnyPeriod, Gen.Int[-400, 400]).Sample((p, k) => p + k + -k == p && p + k - k == p);

    [Fact]
    public void Printing_and_parsing_give_the_same_period() => Any.AnyPeriod.Sample(p => Period.Parse(p.ToString()) == p);

    [Fact]
    public void Year_and_number_make_the_period() => Any.AnyPeriod.Sample(p => Period.Of(p.Frequency, p.Year, p.NumberInYear) == p);

    [Fact]
    public void Distance_counts_the_steps() => Gen.Select(Any.AnyPeriod, Gen.Int[-400, 400]).Sample((p, k) => (p + k) - p == k);

    [Fact]
    public void Order_is_that_of_time()
    {
        Assert.True(Period.Parse("2025Q4") < Period.Parse("2026Q1"));
        Assert.True(Period.Parse("2025M12") >= Period.Parse("2025M12"));
        Assert.Equal(Period.Parse("2026M01"), Period.Parse("2025M12") + 1);
    }

    [Theory]
    [InlineData("2025Q5")]
    [InlineData("2025M13")]
    [InlineData("2025M1")]
    [InlineData("25")]
    [InlineData("2025W01")]
    [InlineData("gdp")]
    public void What_is_no_period_is_refused(string text)
    {
        Assert.False(Period.TryParse(text, out _));
        Assert.Contains($"'{text}' is not a period", Assert.Throws<FormatException>(() => Period.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Periods_of_different_frequency_do_not_compare()
    {
        var error = Assert.Throws<ArgumentException>(() => Period.Parse("2025Q1") - Period.Parse("2025"));
        Assert.StartsWith("Cannot subtract 2025 from 2025Q1: one is Annual, the other Quarterly. Convert one series first.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_has_as_many_periods_as_its_frequency_says() => Any.Frequency.Sample(f =>
        Assert.Equal((int)f, Period.Of(f, 2026, 1) - Period.Of(f, 2025, 1)));
}
