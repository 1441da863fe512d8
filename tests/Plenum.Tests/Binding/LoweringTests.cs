namespace Plenum.Tests.Binding;

public class LoweringTests
{
    [Theory]
    [InlineData("a + b - c", "a + b - c")]
    [InlineData("a - (b - c)", "a - (b - c)")]
    [InlineData("a * b / c", "a * b / c")]
    [InlineData("a / (b * c)", "a / (b * c)")]
    [InlineData("(a + b) * c", "(a + b) * c")]
    [InlineData("-a ^ 2", "-a ^ 2")]
    [InlineData("(-a) ^ b", "(-a) ^ b")]
    [InlineData("(a ^ b) ^ c", "(a ^ b) ^ c")]
    [InlineData("a ^ b ^ c", "a ^ b ^ c")]
    [InlineData("a(-1) + b(+2)", "a(-1) + b(+2)")]
    [InlineData("pow(a, b)", "a ^ b")]
    [InlineData("sqrt(a) + abs(b) + exp(c)", "sqrt(a) + abs(b) + exp(c)")]
    public void Operators_are_printed_back(string written, string printed) => Assert.Equal(printed, Models.Lower(written));

    [Theory]
    [InlineData("diff(a)", "a - a(-1)")]
    [InlineData("diff(k)", "0")]
    [InlineData("diff(k * a(-1))", "k * a(-1) - k * a(-2)")]
    [InlineData("dlog(a)", "log(a) - log(a(-1))")]
    [InlineData("pct(a)", "a / a(-1) - 1")]
    [InlineData("diff4(a)", "a - a(-4)")]
    [InlineData("dlog4(a)", "log(a) - log(a(-4))")]
    [InlineData("pct4(a)", "a / a(-4) - 1")]
    [InlineData("yoy(a)", "a / a(-4) - 1")]
    [InlineData("ma(a, 3)", "(a + a(-1) + a(-2)) / 3")]
    [InlineData("ma(a, 1)", "a")]
    [InlineData("annual_sum(a)", "a + a(-1) + a(-2) + a(-3)")]
    [InlineData("quarterly(a)", "a / 4")]
    [InlineData("annual(a)", "4 * a")]
    public void Functions_of_time_lag_whole_expressions(string written, string printed) => Assert.Equal(printed, Models.Lower(written));

    [Theory]
    [InlineData("annual", "a / a(-1) - 1")]
    [InlineData("quarterly", "a / a(-4) - 1")]
    [InlineData("monthly", "a / a(-12) - 1")]
    public void A_year_has_as_many_periods_as_the_frequency_says(string frequency, string printed) =>
        Assert.Equal(printed, Models.Lower("yoy(a)", frequency));

    [Theory]
    [InlineData("pos(a, width 0.1)", "pos(a, width 0.1)")]
    [InlineData("positive_part(a - b, width k)", "pos(a - b, width k)")]
    [InlineData("step(a, width 0.1)", "step(a, width 0.1)")]
    [InlineData("smooth_max(a, b, width k)", "b + pos(a - b, width k)")]
    [InlineData("smooth_min(a, b, width k)", "b - pos(b - a, width k)")]
    [InlineData("if(a > b, a, c, width k)", "c + (a - c) * step(a - b, width k)")]
    [InlineData("if(a < b, a, c, width k)", "c + (a - c) * step(b - a, width k)")]
    public void Smooth_functions_lower_to_softplus_and_logistic(string written, string printed) => Assert.Equal(printed, Models.Lower(written));

    [Theory]
    [InlineData("if(a > b, a, b)", "if(b < a, a, b)")]
    [InlineData("if(a >= b, a, b)", "if(b <= a, a, b)")]
    [InlineData("if(a != b, a, b)", "if(a != b, a, b)")]
    [InlineData("if(a < b and not (b < c or a == c), a, b)", "if(a < b and not (b < c or a == c), a, b)")]
    [InlineData("min(a, b, c)", "min(a, b, c)")]
    [InlineData("max(a, b, c)", "max(a, b, c)")]
    public void Conditions_and_extremes(string written, string printed) => Assert.Equal(printed, Models.Lower(written));

    [Theory]
    [InlineData("sum(i in s: x[i])", "x[u] + x[v] + x[w]")]
    [InlineData("prod(i in s: x[i])", "x[u] * x[v] * x[w]")]
    [InlineData("sum(i in s: q[i] * x[i](-1))", "q[u] * x[u](-1) + q[v] * x[v](-1) + q[w] * x[w](-1)")]
    [InlineData("sum(i in s, j in s: x[i] / q[j])", "x[u] / q[u] + x[u] / q[v] + x[u] / q[w] + x[v] / q[u] + x[v] / q[v] + x[v] / q[w] + x[w] / q[u] + x[w] / q[v] + x[w] / q[w]")]
    [InlineData("x[v] - a", "x[v] - a")]
    public void Sums_run_over_their_sets(string written, string printed) => Assert.Equal(printed, Models.Lower(written));

    [Fact]
    public void The_logarithm_of_one_name_is_one_node()
    {
        var model = Models.Bind("""
            exogenous a
            identity y
              y = dlog(a) + dlog4(a)
            """);
        int logarithms = Enumerable.Range(0, model.Graph.Count).Count(i => model.Graph[new(i)].Operation == Plenum.Language.Expressions.Operation.Log);
        Assert.Equal(3, logarithms);
    }

    [Fact]
    public void A_sum_of_a_thousand_terms_is_bound_lagged_and_printed()
    {
        string terms = string.Join(" + ", Enumerable.Range(0, 999).Select(i => $"{i % 7 + 2} * a({-1 - i % 30})"));
        Assert.Equal(999 * 2, Models.Lower($"diff({terms})").Split('*').Length - 1);
    }
}
