using Plenum.Series;
using Plenum.Series.Conversion;

namespace Plenum.Published.Tests;

/// <summary>Benchmarking against printed figures.</summary>
public sealed class DentonTests
{
    /// <summary>
    /// A. Bloem, R. Dippelsman and N. Maehle (2001), "Quarterly National Accounts Manual", IMF, chapter VI, example 6.2, "The proportional Denton method":
    /// two benchmark years and a third that is extrapolated with the last ratio. Printed to one decimal; the printed quarters add up to
    /// the printed years, which the nearest decimals do not (1999Q2 is 1042.849, printed 1042.9), so one quarter may be off by a unit of the last digit.
    /// </summary>
    [Fact]
    public void Proportional_Denton_reproduces_the_example_of_the_IMF_manual()
    {
        var indicator = TimeSeries.Of(Period.Quarter(1998, 1), 98.2, 100.8, 102.2, 100.8, 99.0, 101.6, 102.7, 101.5, 100.5, 103.0, 103.5, 101.5);
        double[] printed = [969.8, 998.4, 1018.3, 1013.4, 1007.2, 1042.9, 1060.3, 1051.0, 1040.6, 1066.5, 1071.7, 1051.0];
        var found = Denton.Proportional(TimeSeries.Of(Period.Annual(1998), 4000.0, 4161.4), indicator, Aggregation.Sum);
        double[] off = [.. printed.Select((p, i) => Math.Abs(found.Values[i] - p))];
        Assert.Equal(4161.4, printed[4..8].Sum(), 1e-9);
        Assert.All(off, distance => Assert.True(distance < 0.1));
        Assert.Single(off, distance => distance > 0.05 + 1e-9);
        Assert.Equal(4, found.Flags.Count(f => f == ObservationFlag.Estimated));
    }

    /// <summary>
    /// The example of F. Denton (1971), JASA 66(333), section 4, with the proportional first-difference figures that the command "denton" of Stata
    /// (C. Baum and S. Hristakeva, 2001, "DENTON: Stata module to interpolate a flow or stock series", Boston College S422501) gives for it to six decimals.
    /// </summary>
    [Fact]
    public void Proportional_Denton_agrees_with_Stata_on_the_example_of_Denton()
    {
        var indicator = new TimeSeries(Period.Quarter(2001, 1), [.. Enumerable.Repeat((double[])[50, 100, 150, 100], 5).SelectMany(year => year)]);
        double[] stata =
        [
            64.334796, 127.80616, 187.82379, 120.03526, 56.563894, 105.97568, 147.50144, 89.958987, 40.547201, 74.445963,
            108.34473, 76.66211, 42.763347, 94.14664, 153.41596, 109.67405, 58.290761, 122.62556, 190.41409, 128.66959,
        ];
        var found = Denton.Proportional(TimeSeries.Of(Period.Annual(2001), 500, 400, 300, 400, 500), indicator, Aggregation.Sum).Values;
        for (int i = 0; i < stata.Length; i++) { Assert.Equal(stata[i], found[i], 1e-5); }
    }
}
