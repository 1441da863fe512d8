using Plenum.Engine.Ensembles;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Tests.Binding;
using Plenum.Workspace;
using Plenum.Workspace.Ensembles;
using static Plenum.Tests.Ensembles.EnsembleModels;

namespace Plenum.Tests.Ensembles;

/// <summary>The width of a fan beside errors of forecasts, where both are known.</summary>
public sealed class FanWidthTests
{
    private const double Sd = 0.02;

    /// <summary>A level with news that lasts one quarter: the growth of a year is that of the mean of four such numbers against a year that is given, then against another such mean.</summary>
    private const string Level = """
        behavioural level
          level = 100
        """;

    [Fact]
    public void The_deviation_of_growth_is_that_of_the_sums_over_years()
    {
        var widths = Measure([0.5, -0.5], [0.5, 2.0]);
        Assert.Equal([(2021, 1), (2022, 2)], widths.Select(w => (w.Year, w.YearsAhead)));
        Assert.Equal(100.0 * Sd / 2.0, widths[0].Deviation, 0.03);
        Assert.Equal(Math.Sqrt(2.0) * 100.0 * Sd / 2.0, widths[1].Deviation, 0.04);
    }

    [Fact]
    public void Errors_are_outcomes_less_forecasts_and_their_size_is_a_root_mean_square()
    {
        var first = Measure([3.0, 4.0], [0.0, 0.0])[0];
        Assert.Equal((2, Math.Sqrt(12.5), 3.5), (first.All.Count, first.All.RootMeanSquare, first.All.Mean));
        Assert.Equal((1, 3.0), (first.Usual.Count, first.Usual.RootMeanSquare));
        Assert.Equal(first.Deviation / Math.Sqrt(12.5), first.Ratio, 1e-12);
        Assert.Equal(first.Deviation / 3.0, first.UsualRatio, 1e-12);
    }

    /// <summary>The inner half of a normal number reaches 0.674 standard deviations to both sides, the inner nine tenths 1.645: here 0.67 and 1.64 points.</summary>
    [Fact]
    public void Errors_are_counted_that_the_bands_would_have_held()
    {
        var widths = Measure([0.5, -1.2], [-2.0, 9.0]);
        Assert.Equal((0.5, 1.0), (widths[0].WithinHalf, widths[0].WithinNineTenths));
        Assert.Equal((0.0, 0.5), (widths[1].WithinHalf, widths[1].WithinNineTenths));
    }

    [Fact]
    public void Without_the_variable_among_those_kept_there_is_nothing_to_compare()
    {
        var (errors, ensemble) = (Errors([1.0, 1.0], [1.0, 1.0], []), Draws([]));
        Assert.Empty(FanWidth.Measure(errors, DrawSelection.Solved(ensemble)));
    }

    [Fact]
    public void A_series_that_is_not_there_or_not_annual_is_reported()
    {
        var findings = new DiagnosticBag();
        var symbol = Models.Bind(Level).Find("level")!;
        var data = new DataSet([Annual("outcome", 2018, 1.0), new DataSeries(new TimeSeries(Period.Quarter(2018, 1), [1.0], "quarterly"), Source)]);
        Assert.Empty(ForecastErrors.Find([new Yardstick(symbol, [new PlacedName("outcom", default), new PlacedName("quarterly", default)], new PlacedName("outcome", default), [], "nobody")], data, findings));
        Assert.Equal([DataCode.UnknownSeries, WorkspaceCodes.WrongValue], findings.Select(f => f.Code));
    }

    private static Provenance Source => new("nobody", "none", "per cent");

    private static DataSeries Annual(string name, int from, params double[] values) => new(new TimeSeries(Period.Annual(from), values, name), Source);

    private static IReadOnlyList<FanWidth> Measure(double[] oneAhead, double[] twoAhead) => FanWidth.Measure(Errors(oneAhead, twoAhead, [2019]), DrawSelection.Solved(Draws(["level"])));

    /// <summary>Forecasts of nothing for two years, so that errors are outcomes; those two years ahead come from years before.</summary>
    private static ForecastErrors Errors(double[] oneAhead, double[] twoAhead, int[] unusual)
    {
        var findings = new DiagnosticBag();
        var yardstick = new Yardstick(Models.Bind(Level).Find("level")!, [new PlacedName("one", default), new PlacedName("two", default)], new PlacedName("outcome", default), unusual, "nobody");
        var data = new DataSet([Annual("one", 2018, 0.0, 0.0), Annual("two", 2016, 0.0, 0.0), Annual("outcome", 2016, [.. twoAhead, .. oneAhead])]);
        return Assert.Single(ForecastErrors.Find([yardstick], data, findings));
    }

    private static EnsembleResult Draws(string[] tracked)
    {
        var baseline = Solved(Level, 10, ("level", 100.0));
        var shocks = new NormalShocks([Rule(baseline.Model, "level")], ["level"], [100.0 * Sd * 100.0 * Sd], 3);
        return new Ensemble(baseline, Period.Quarter(2021, 1), Period.Quarter(2022, 4), new Uncertainty(shocks, [], [])) { Tracked = [.. tracked.Select(n => Column(baseline.Model, n))] }.Run(new EnsembleOptions { Draws = 4000, Threads = 1 });
    }
}
