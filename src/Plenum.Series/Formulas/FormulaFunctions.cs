using Plenum.Series.Conversion;
using Plenum.Series.Seasonal;

namespace Plenum.Series.Formulas;

/// <summary>The functions that formulas can call. Growth is in per cent where a name says so, as statistics offices publish it.</summary>
public static class FormulaFunctions
{
    private static readonly Dictionary<string, FormulaFunction> s_byName = new FormulaFunction[]
    {
        new("sum_of_months", "sum_of_months(x)", "quarters as sums of their months", 1, a => a.Series(0, Frequency.Monthly).ToFrequency(Frequency.Quarterly, Aggregation.Sum)),
        new("mean_of_months", "mean_of_months(x)", "quarters as means of their months", 1, a => a.Series(0, Frequency.Monthly).ToFrequency(Frequency.Quarterly, Aggregation.Mean)),
        new("last_month", "last_month(x)", "quarters as their last month", 1, a => a.Series(0, Frequency.Monthly).ToFrequency(Frequency.Quarterly, Aggregation.Last)),
        new("sum_of_quarters", "sum_of_quarters(x)", "years as sums of their quarters", 1, a => a.Series(0, Frequency.Quarterly).ToFrequency(Frequency.Annual, Aggregation.Sum)),
        new("mean_of_quarters", "mean_of_quarters(x)", "years as means of their quarters", 1, a => a.Series(0, Frequency.Quarterly).ToFrequency(Frequency.Annual, Aggregation.Mean)),
        new("last_quarter", "last_quarter(x)", "years as their last quarter", 1, a => a.Series(0, Frequency.Quarterly).ToFrequency(Frequency.Annual, Aggregation.Last)),
        new("year_end", "year_end(x)", "an annual value in the last quarter of its year", 1, a => FormulaMethods.YearEnd(a.Series(0, Frequency.Annual))),
        new("from_year_to_date", "from_year_to_date(x)", "the amount of each period from sums since the start of the year", 1, a => a.Series(0).FromYearToDate().Flows),
        new("year_to_date", "year_to_date(x)", "sums since the start of the year", 1, a => a.Series(0).YearToDate()),
        new("chain", "chain(x, growth)", "x carried to where it has no value, both ways, by growth in per cent on a year earlier", 2, a => FormulaMethods.Chain(a.Series(0), a.Series(1))),
        new("compound", "compound(growth)", "an index from growth in per cent on the period before, 1 before the first", 1, a => FormulaMethods.Compound(a.Series(0))),
        new("splice", "splice(x, y)", "x, and y where x has no value", 2, a => FormulaMethods.Splice(a.Series(0), a.Series(1))),
        new("interpolated", "interpolated(x)", "x with a straight line between known values", 1, a => FormulaMethods.Interpolated(a.Series(0))),
        new("held", "held(x, first, last)", "x over a span; the first value before it, and the last value after it", 3, a => FormulaMethods.Held(a.Series(0), a.Period(1, a.Series(0).Frequency), a.Period(2, a.Series(0).Frequency))),
        new("spread", "spread(x)", "quarters of an annual mean, as smooth as they can be (Denton 1971)", 1, a => Denton.WithoutIndicator(a.Series(0, Frequency.Annual).Trim(), Frequency.Quarterly, Aggregation.Mean).Values),
        new("spread_sum", "spread_sum(x)", "quarters of an annual sum, as smooth as they can be (Denton 1971)", 1, a => Denton.WithoutIndicator(a.Series(0, Frequency.Annual).Trim(), Frequency.Quarterly, Aggregation.Sum).Values),
        new("benchmarked", "benchmarked(annual, x)", "x scaled as smoothly as can be so that its quarters sum to the annual values (Denton 1971)", 2, a => Denton.Proportional(a.Series(0, Frequency.Annual), a.Series(1, Frequency.Quarterly).Trim(), Aggregation.Sum).Values),
        new("every_month", "every_month(x)", "an annual value in each of its months", 1, a => FormulaMethods.Repeated(a.Series(0, Frequency.Annual), Frequency.Monthly)),
        new("every_quarter", "every_quarter(x)", "an annual value in each of its quarters", 1, a => FormulaMethods.Repeated(a.Series(0, Frequency.Annual), Frequency.Quarterly)),
        new("seasonally_adjusted", "seasonally_adjusted(x)", "x without its seasonal, the same factor in every year, so that growth on a year earlier stays as it is (X-11, stable seasonal)", 1, a => FormulaMethods.Adjusted(a.Series(0))),
        new("seasonally_adjusted_with_break", "seasonally_adjusted_with_break(x, period)", "the same with other factors from a period on; growth on a year earlier is as published but for the first year after it", 2, a => FormulaMethods.AdjustedWithBreak(a.Series(0), a.Period(1, a.Series(0).Frequency))),
        new("seasonally_adjusted_difference", "seasonally_adjusted_difference(x)", "the same with a seasonal that is added instead of multiplied, for rates", 1, a => X11.Decompose(a.Series(0), new SeasonalOptions { IsStable = true, Model = SeasonalModel.Additive }).Adjusted),
        new("growth", "growth(x)", "growth on the period before, as a share", 1, a => a.Series(0).Growth()),
        new("growth_yoy", "growth_yoy(x)", "growth on a year earlier, as a share", 1, a => a.Series(0).GrowthOverYear()),
        new("last_four", "last_four(x)", "the sum of the last four quarters", 1, a => FormulaMethods.LastFour(a.Series(0, Frequency.Quarterly))),
        new("highest", "highest(x)", "the highest value so far", 1, a => FormulaMethods.Highest(a.Series(0))),
        new("lag", "lag(x, n)", "the value n periods earlier", 2, a => a.Series(0).Lag(a.Whole(1))),
        new("run_below_zero", "run_below_zero(x)", "how many periods in a row, up to each, x has been below zero", 1, a => FormulaMethods.RunBelowZero(a.Series(0))),
        new("at", "at(x, period)", "the value of one period, a number", 2, a => FormulaMethods.At(a.Series(0), a.Period(1, a.Series(0).Frequency))),
        new("mean", "mean(x)", "the mean of all values, a number", 1, a => a.Series(0).Mean()),
        new("from", "from(x, period)", "x from a period on", 2, a => a.Series(0).Slice(a.Period(1, a.Series(0).Frequency), a.Series(0).End)),
        new("until", "until(x, period)", "x up to a period", 2, a => a.Series(0).Slice(a.Series(0).Start, a.Period(1, a.Series(0).Frequency))),
    }.ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>All functions, in the order in which the documentation lists them.</summary>
    public static IReadOnlyCollection<FormulaFunction> All => s_byName.Values;

    /// <summary>Their names.</summary>
    internal static IReadOnlyCollection<string> Names => s_byName.Keys;

    /// <summary>The function of that name, or null.</summary>
    internal static FormulaFunction? Find(string name) => s_byName.GetValueOrDefault(name);
}
