using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Plenum.Report.Contents;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Tests.Workspace;

namespace Plenum.Tests.Report;

/// <summary>One chart, drawn as a figure of plotly.js and as a still picture.</summary>
public sealed class ChartDrawingTests
{
    private static ChartSpec Chart(params ChartSeries[] series) => new()
    {
        Id = "chart",
        Title = "Income",
        Unit = new ChartUnit("%", 2, IsSigned: true),
        Axis = new ChartAxis.Periods(Period.Parse("2026Q1"), series.Length == 0 ? 3 : series[0].Values.Count),
        HasZeroLine = true,
        Series = series,
    };

    private static ChartSeries Line(string label, params double[] values) => new(label, SeriesRole.Variable, ChartColour.Of(0), values);

    private static JsonElement Figure(ChartSpec chart) => JsonDocument.Parse(PlotlyFigure.Json(chart, ChartTheme.Light)).RootElement;

    private static string Indented(ChartSpec chart, ChartTheme theme) => JsonSerializer.Serialize(JsonDocument.Parse(PlotlyFigure.Json(chart, theme)).RootElement, s_indented);

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void A_chart_of_deviations_becomes_a_figure()
    {
        using var tiny = new TinyProject();
        var input = ReportCase.Input(tiny) with { Horizons = [6] };
        Snapshot.Match(Indented(ScenarioCharts.Deviations(input, input.Headline, ChartSize.Half, "deviation")[0], ChartTheme.Light), "Report/deviations.json");
    }

    [Fact]
    public void Contributions_become_stacked_bars_with_a_marker()
    {
        var chart = Chart(
            new ChartSeries("Up", SeriesRole.Part, ChartColour.Of(0), [1.0, 2.0, 3.0]),
            new ChartSeries("Down", SeriesRole.Part, ChartColour.Of(1), [-1.0, -0.5, 0.0]),
            new ChartSeries("Total", SeriesRole.Net, ChartColour.Ink, [0.0, 1.5, 3.0])) with
        {
            HistoryUntil = 0,
        };
        Snapshot.Match(Indented(chart, ChartTheme.Dark), "Report/contributions.json");
        Snapshot.Match(XElement.Parse(SvgChart.Draw(chart)).ToString(), "Report/contributions.svg");
    }

    [Fact]
    public void A_band_is_filled_between_its_edges()
    {
        var chart = Chart(Line("Middle", 0.0, 0.0, 0.0)) with { Bands = [new ChartBand("90 % of draws", ChartColour.Of(0), [-1.0, -2.0, -3.0], [1.0, 2.0, 3.0])] };
        var data = Figure(chart).GetProperty("data");
        Assert.Equal(("tonexty", 3.0), (data[1].GetProperty("fill").GetString(), data[1].GetProperty("y")[2].GetDouble()));
        Assert.Equal((-3.0, 3.0), Figure(chart).GetProperty("layout").GetProperty("yaxis").GetProperty("range") is var range ? (range[0].GetDouble(), range[1].GetDouble()) : default);
        Assert.Single(XElement.Parse(SvgChart.Draw(chart)).Elements(), e => e.Name.LocalName == "polygon");
    }

    [Fact]
    public void A_missing_value_is_null_and_breaks_the_line()
    {
        var chart = Chart(Line("Broken", 1.0, double.NaN, 2.0, 3.0));
        Assert.Equal(JsonValueKind.Null, Figure(chart).GetProperty("data")[0].GetProperty("y")[1].ValueKind);
        Assert.Equal(2, XElement.Parse(SvgChart.Draw(chart)).Elements().Count(e => e.Name.LocalName == "polyline"));
    }

    [Fact]
    public void A_series_of_another_length_than_the_axis_is_refused()
    {
        var chart = Chart(Line("Short", 1.0, 2.0)) with { Axis = new ChartAxis.Periods(Period.Parse("2026Q1"), 3) };
        Assert.Throws<ArgumentException>(() => PlotlyFigure.Json(chart, ChartTheme.Light));
        Assert.Throws<ArgumentException>(() => SvgChart.Draw(chart));
    }

    [Fact]
    public void Direct_labels_never_overlap() => Gen.Double[-1.0, 1.0].Array[2, 9].Sample(lasts =>
    {
        var chart = Chart([.. lasts.Select((last, i) => Line($"Line {i}", 0.0, last))]);
        double[] places = [.. XElement.Parse(SvgChart.Draw(chart)).Elements().Where(e => ((string?)e.Attribute("class"))?.StartsWith("end", StringComparison.Ordinal) == true)
            .Select(e => double.Parse((string)e.Attribute("y")!, CultureInfo.InvariantCulture)).Order()];
        return places.Length == lasts.Length && places.Zip(places.Skip(1)).All(p => p.Second - p.First > 14.8) && places[0] > 0.0;
    });

    [Fact]
    public void Marks_in_labels_reach_neither_drawing_as_marks()
    {
        const string Attack = "<a href=\"javascript:alert(1)\">x</a><script>alert(1)</script>&amp;";
        var chart = Chart(Line(Attack, 0.0, 1.0), Line("B", 1.0, 0.0)) with { Title = Attack, Unit = new ChartUnit("%{fullData.x}<b>") };
        string json = PlotlyFigure.Json(chart, ChartTheme.Light);
        Assert.DoesNotContain('<', json);
        var data = Figure(chart).GetProperty("data")[0];
        Assert.StartsWith("&lt;a href=", data.GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Equal("%{y:,.1f} %", data.GetProperty("hovertemplate").GetString());
        Assert.DoesNotContain(XElement.Parse(SvgChart.Draw(chart)).Descendants(), e => e.Name.LocalName is "script" or "a");
    }

    [Fact]
    public void Lines_whose_hues_begin_again_are_dashed()
    {
        var chart = Chart([.. Enumerable.Range(0, ChartColour.Slots + 1).Select(i => new ChartSeries($"Line {i}", SeriesRole.Scenario, ChartColour.Of(i), [0.0, i]))]);
        var dashes = Figure(chart).GetProperty("data").EnumerateArray().Select(t => t.GetProperty("line").GetProperty("dash").GetString()).ToList();
        Assert.All(dashes[..^1], dash => Assert.Equal("solid", dash));
        Assert.Equal("dash", dashes[^1]);
    }

    /// <summary>Relative luminance and contrast as WCAG 2.2 defines them; 3 is asked of what a chart consists of.</summary>
    [Fact]
    public void Every_hue_stands_out_from_its_background() => Assert.All(new[] { ChartTheme.Light, ChartTheme.Dark }, theme =>
        Assert.All(theme.Hues.Append(theme.Ink).Append(theme.Muted), hue => Assert.True(Contrast(hue, theme.Paper) >= 2.9, $"{hue} on {theme.Paper}: {Contrast(hue, theme.Paper):0.00}")));

    private static double Contrast(string one, string other)
    {
        double[] lights = [.. new[] { Luminance(one), Luminance(other) }.Order()];
        return (lights[1] + 0.05) / (lights[0] + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] parts = [.. new[] { 1, 3, 5 }.Select(at => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
