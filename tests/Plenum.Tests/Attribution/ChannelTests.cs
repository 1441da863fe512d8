using Plenum.Engine;
using Plenum.Engine.Attribution;
using Plenum.Engine.Solving;
using Plenum.Series;
using Plenum.Tests.Binding;

namespace Plenum.Tests.Attribution;

public sealed class ChannelTests
{
    private static readonly Period Start = Period.Quarter(2020, 1);
    private static readonly Period First = Start + 1;
    private static readonly Period Last = Start + 8;

    [Fact]
    public void A_sum_is_split_into_its_summands()
    {
        var channels = Find("y = a + 2 * b - c", "a=3 b=1");
        Assert.Equal(ChannelMeasure.Level, channels.Measure);
        Assert.Equal(["a: 3", "2 * b: 2", "-c: 0"], Told(channels));
    }

    [Fact]
    public void A_sum_in_brackets_is_split_where_parameters_multiply_it() =>
        Assert.Equal(["k * a: 6", "-k * b / m: -0.5"], Told(Find("y = k * (a - b / m)", "a=3 b=1")));

    [Fact]
    public void A_product_is_divided_between_its_factors()
    {
        // From 1 * 1 to 4 * 2: each factor's change times the mean of the other.
        var channels = Find("y = a * b", "a=3 b=1");
        Assert.Equal(["a: 4.5", "b: 2.5"], Told(channels));
        Assert.Equal(7.0, channels.Total, 1e-12);
    }

    [Fact]
    public void The_own_past_is_solved_out()
    {
        // Every period adds 3 and 1, of which half is kept from one period to the next.
        double kept = Enumerable.Range(0, Last - First + 1).Sum(k => Math.Pow(0.5, k));
        var channels = Find("y = 0.5 * y(-1) + a + b", "a=3 b=1");
        Assert.Equal(["a", "b", "0.5 * y(-1)"], channels.Channels.Select(c => c.Text));
        Assert.Equal([3.0 * kept, kept, 0.0], channels.Channels.Select(c => Math.Round(c.Contribution, 12)));
    }

    [Fact]
    public void A_coefficient_of_the_own_past_that_changes_is_a_channel_itself() =>
        Adds(Find("y = a * y(-1) + b", "a=-0.3 b=2"), ["b", "a * y(-1)"]);

    [Fact]
    public void Changes_of_logarithms_cumulate_to_the_change_of_the_logarithm()
    {
        var channels = Find("dlog(y) = 0.3 * dlog(a) - 0.2 * log(y(-1) / (b * c(-1))) + 0.01 * k", "a=1 b=0.5 k=1");
        Assert.Equal(ChannelMeasure.Logarithm, channels.Measure);
        Assert.Contains("0.3 * dlog(a)", channels.Channels.Select(c => c.Text));
        Adds(channels, null);
        Assert.Equal(0.0, channels.Channels.Where(c => c.Text.Contains("y(-", StringComparison.Ordinal)).Sum(c => Math.Abs(c.Contribution)));
    }

    [Fact]
    public void Start_values_that_differ_are_the_own_past()
    {
        var channels = Find("y = 0.5 * y(-1) + a", "y=4");
        Assert.Equal(4.0 * Math.Pow(0.5, Last - First + 1), channels.Channels.Single(c => c.Text == "own past before 2020Q2").Contribution, 1e-12);
    }

    [Fact]
    public void An_equation_that_does_not_begin_with_its_variable_is_solved_for_it() =>
        Assert.Equal(["a / 2: 1.5", "0.5 * b / 2: 0.25"], Told(Find("2 * y + 1 = a + 0.5 * b", "a=3 b=1")));

    [Fact]
    public void A_variable_that_stands_in_its_equation_twice_has_no_channels()
    {
        var model = Models.Bind("identity y\n  y + exp(y) = a\nexogenous a\n");
        var paths = new Paths(model, First, 1);
        Assert.Null(ChannelFinder.Find(0, paths, paths, First, First));
    }

    /// <summary>A change that rounding drowns is divided in bounded time.</summary>
    [Fact]
    public void A_change_near_rounding_is_divided_too() =>
        Assert.InRange(Math.Abs(Find("log(y) = 0.6 * log(y(-1)) + 0.1 * log(a / b)", "a=1e-13 b=-2e-13").Unexplained), 0.0, 1e-15);

    /// <summary>Whatever the equation and the change, the channels add up.</summary>
    [Fact]
    public void Channels_add_up() =>
        Gen.Select(Gen.Int[0, Formulas.Length - 1], Gen.Double[-0.4, 1.0], Gen.Double[-0.4, 1.0], Gen.Double[-0.4, 1.0]).Sample((formula, a, b, y) =>
            Adds(Find(Formulas[formula], string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a={a:R} b={b:R} y={y:R} k={0.5 * a:R}")), null), iter: 200);

    private static readonly string[] Formulas =
    [
        "y = k * (a - b) + 0.1 * y(-1) * b",
        "y = a * exp(b) / (c + a)",
        "y = 0.9 * y(-1) - 0.2 * y(-2) + max(a, b)",
        "y = max(a * b, c)",
        "diff(y) = -0.1 * k * y(-1) + a * c",
        "log(y) = 0.6 * log(y(-1)) + 0.1 * log(a / b)",
        "dlog(y) = 0.1 * dlog(a * b) - 0.1 * k * log(y(-1) * b / c)",
    ];

    private static void Adds(EquationChannels channels, string[]? texts)
    {
        if (texts is not null) { Assert.Equal(texts, channels.Channels.Select(c => c.Text)); }
        Assert.Equal(channels.Total, channels.Channels.Sum(c => c.Contribution), 1e-10 * Math.Max(1.0, Math.Abs(channels.Total)));
        Assert.InRange(Math.Abs(channels.Unexplained), 0.0, 1e-10 * Math.Max(1.0, Math.Abs(channels.Total)));
    }

    private static string[] Told(EquationChannels channels) =>
        [.. channels.Channels.Select(c => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{c.Text}: {Math.Round(c.Contribution, 9):0.#########}"))];

    /// <summary>The channels of y in the last period, where some names, 1 before, change by as much as told; y itself in its start value.</summary>
    private static EquationChannels Find(string equation, string changes)
    {
        var model = Models.Bind($"identity y\n  {equation}\nexogenous a\nexogenous b\nexogenous c\nparameter k = 2\nparameter m = 4\n");
        var before = Solved([]);
        var after = Solved(changes.Split(' ').Select(c => c.Split('=')).ToDictionary(c => c[0], c => double.Parse(c[1], System.Globalization.CultureInfo.InvariantCulture)));
        return ChannelFinder.Find(model.Find("y")!.Column, before, after, First, Last)!;

        Paths Solved(Dictionary<string, double> by)
        {
            // Two periods of lags, of which a start value moves both.
            var paths = new Paths(model, Start - 1, Last - Start + 2);
            for (var period = paths.Start; period <= Last; period += 1)
            {
                foreach (string name in new[] { "a", "b", "c", "y" }) { paths[name, period] = 1.0; }
                foreach (var (name, change) in by)
                {
                    if (name == "y" ? period < First : period >= First) { paths[name, period] += change; }
                }
            }

            var outcome = new ModelSolver(model).Solve(paths, First, Last);
            Assert.True(outcome.IsSolved, outcome.ToString());
            return paths;
        }
    }
}
