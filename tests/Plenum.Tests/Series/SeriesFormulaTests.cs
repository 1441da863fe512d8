using Plenum.Series;
using Plenum.Series.Formulas;

namespace Plenum.Tests.Series;

public sealed class SeriesFormulaTests
{
    private static readonly DataSet s_data = new([
        Given("months", Period.Month(2020, 1), [.. Enumerable.Range(1, 24).Select(i => (double)i)]),
        Given("growth", Period.Quarter(2021, 1), 10, 10, 20, double.NaN),
        Given("level", Period.Quarter(2020, 1), 100, 110, double.NaN, 130),
        Given("later", Period.Quarter(2021, 1), 132),
        Given("to_date", Period.Quarter(2020, 1), 1, 3, 6, 10, 2, 5),
        Given("years", Period.Annual(2020), 4, 8),
    ]);

    [Fact]
    public void Quarters_follow_from_months()
    {
        Assert.Equal([6, 15, 24, 33], Value("sum_of_months(until(months, 2020M12))"));
        Assert.Equal([2, 5, 8, 11], Value("mean_of_months(until(months, 2020M12))"));
        Assert.Equal([3, 6, 9, 12], Value("last_month(until(months, 2020M12))"));
    }

    [Fact]
    public void Operators_bind_as_usual() => Assert.Equal([2 - (3 * 4.0)], Value("2 - at(months, 2020M03) * (from(months, 2021M12) - 20)"));

    [Fact]
    public void A_chain_carries_levels_both_ways()
    {
        Assert.Equal([100, 110, double.NaN, 130, 110, 121], Value("chain(level, growth)").Select(x => Math.Round(x, 9)).Take(6));
        Assert.Equal([120, 132], Value("chain(later, until(growth, 2021Q1))").Where(x => !double.IsNaN(x)).Select(x => Math.Round(x, 9)));
    }

    [Fact]
    public void Sums_since_January_become_amounts() => Assert.Equal([1, 2, 3, 4, 2, 3], Value("from_year_to_date(to_date)"));

    [Fact]
    public void Gaps_are_bridged_and_ends_are_held()
    {
        Assert.Equal([100, 110, 120, 130], Value("interpolated(level)"));
        Assert.Equal([100, 100, 110], Value("held(until(level, 2020Q2), 2019Q4, 2020Q2)"));
        Assert.Equal([110, 110], Value("held(until(level, 2020Q2), 2020Q2, 2020Q3)"));
    }

    [Fact]
    public void Quarters_of_annual_values_keep_their_years()
    {
        Assert.Equal([4, 8], Value("mean_of_quarters(spread(years))").Select(x => Math.Round(x, 9)));
        Assert.Equal([4, 8], Value("sum_of_quarters(benchmarked(years, sum_of_months(months)))").Select(x => Math.Round(x, 9)));
    }

    [Fact]
    public void A_stable_seasonal_keeps_growth_on_a_year_earlier() =>
        Gen.Double[0.5, 2].Array[4].Select(Gen.Double[-0.05, 0.08].Array[24]).Sample((factors, shocks) =>
        {
            double level = 100;
            double[] values = [.. shocks.Select((shock, t) => (level *= 1 + shock) * factors[t % 4])];
            var data = new DataSet([Given("x", Period.Quarter(2015, 1), values)]);
            var before = Value("growth_yoy(x)", data);
            var after = Value("growth_yoy(seasonally_adjusted(x))", data);
            Assert.All(before.Zip(after), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        }, iter: 50);

    [Theory]
    [InlineData("sum_of_month(months)", "did you mean 'sum_of_months'?")]
    [InlineData("chain(level)", "'chain' takes 2 arguments, not 1: chain(x, growth).")]
    [InlineData("(level", "it ends where ')' is expected.")]
    [InlineData("level + ", "it ends where a series, a number or a function is expected.")]
    [InlineData("level ? 2", "'?' stands where an operator or the end is expected, at character 7.")]
    [InlineData("2020X1", "'2020X1' is neither a number nor a period such as 2014Q4.")]
    public void A_formula_that_cannot_be_read_says_where(string text, string reason)
    {
        Assert.False(SeriesFormula.TryParse(text, out _, out var finding));
        Assert.Equal(DataCode.UnreadableFormula, finding.Code);
        Assert.Contains(reason, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("levels * 2", "did you mean 'level'?")]
    [InlineData("sum_of_months(level)", "argument 1 of sum_of_months(x) must be a monthly series, not a quarterly one.")]
    [InlineData("at(level, 2020Q3) * level", "there is no value in 2020Q3 to take.")]
    [InlineData("months + level", "Convert one first.")]
    [InlineData("2 + 2", "it is a number, not a series.")]
    [InlineData("level + 2014Q4", "a period cannot be added or multiplied")]
    [InlineData("seasonally_adjusted(to_date)", "a seasonal needs 12")]
    public void A_formula_without_a_value_says_why(string text, string reason)
    {
        Assert.True(SeriesFormula.TryParse(text, out var formula, out _));
        Assert.False(formula.TryEvaluate(s_data, out _, out var finding));
        Assert.Equal(DataCode.FailedFormula, finding.Code);
        Assert.Contains(reason, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_from_a_stranger_cannot_nest_without_end()
    {
        Assert.False(SeriesFormula.TryParse(new string('(', 100_000), out _, out var finding));
        Assert.Contains("nested too deeply", finding.Message, StringComparison.Ordinal);
    }

    private static TimeSeries Value(string text, DataSet? data = null)
    {
        Assert.True(SeriesFormula.TryParse(text, out var formula, out var unreadable), unreadable?.ToString());
        Assert.True(formula.TryEvaluate(data ?? s_data, out var series, out var failed), failed?.ToString());
        return series;
    }

    private static DataSeries Given(string name, Period start, params double[] values) => new(TimeSeries.Of(start, values).Named(name), Provenance.Unknown);
}
