using System.Globalization;
using System.Text;

namespace Plenum.Report.Figures;

/// <summary>Several charts of one legend as a still picture that stands alone: light on white, or light or dark as its reader prefers.</summary>
public static class SvgSheet
{
    private const double Margin = 20.0;
    private const double PanelTitle = 26.0;
    private const double Gap = 14.0;
    private const double LegendCell = 7.4;

    /// <summary>The picture as one SVG document.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="subtitle">A line below it.</param>
    /// <param name="charts">The charts, of one size; the series of the first make the legend.</param>
    /// <param name="columns">Charts side by side.</param>
    /// <param name="isForPaper">Whether it is always light on white, as papers and slides want it.</param>
    public static string Draw(string title, string subtitle, IReadOnlyList<ChartSpec> charts, int columns, bool isForPaper = false)
    {
        ArgumentNullException.ThrowIfNull(charts);
        ArgumentOutOfRangeException.ThrowIfLessThan(charts.Count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var panels = charts.Select(c => (Chart: c, Geometry: new ChartGeometry(c))).ToList();
        double width = (2 * Margin) + (columns * panels[0].Geometry.Width) + ((columns - 1) * Gap);
        var legend = Legend(charts[0], width);
        double top = 74.0 + (20.0 * legend.Max(e => e.Line + 1));
        double rowHeight = PanelTitle + panels[0].Geometry.Height + Gap;
        double height = top + (rowHeight * ((charts.Count + columns - 1) / columns)) + (Margin / 2);
        string dark = isForPaper ? "" : $"@media (prefers-color-scheme:dark){{{SvgChart.Style(ChartTheme.Dark)}}}";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SvgChart.Pixel(width)} {SvgChart.Pixel(height)}\" role=\"img\" aria-label=\"{SvgChart.Escape(title)}\">\n");
        text.Append(CultureInfo.InvariantCulture, $"<style>{SvgChart.Shapes}.head{{font:600 20px {PlotlyFigure.Fonts}}}.sub{{font:13px {PlotlyFigure.Fonts}}}.panel{{font:600 14px {PlotlyFigure.Fonts}}}{SvgChart.Style(ChartTheme.Light)}{dark}</style>\n");
        text.Append(CultureInfo.InvariantCulture, $"<rect class=\"f-paper\" width=\"{SvgChart.Pixel(width)}\" height=\"{SvgChart.Pixel(height)}\"/>\n");
        SvgChart.Text(text, "head f-ink", Margin, 34, "start", title);
        SvgChart.Text(text, "sub f-muted", Margin, 56, "start", subtitle);
        foreach (var (series, x, line) in legend)
        {
            double y = 80.0 + (20.0 * line);
            text.Append(CultureInfo.InvariantCulture, $"<path class=\"line l-{series.Colour.Name}\" d=\"M{SvgChart.Pixel(x)} {SvgChart.Pixel(y - 4)}h22\"/>");
            SvgChart.Text(text, "sub f-ink", x + 29, y, "start", series.Label);
        }

        for (int p = 0; p < panels.Count; p++)
        {
            double x = Margin + (p % columns * (panels[p].Geometry.Width + Gap)), y = top + (p / columns * rowHeight);
            text.Append(CultureInfo.InvariantCulture, $"\n<g transform=\"translate({SvgChart.Pixel(x)} {SvgChart.Pixel(y)})\">");
            text.Append(CultureInfo.InvariantCulture, $"<text class=\"panel f-ink\" x=\"0\" y=\"15\">{SvgChart.Escape(panels[p].Chart.Title)} <tspan class=\"sub f-muted\">{SvgChart.Escape(panels[p].Chart.Unit.Suffix.Trim())}</tspan></text>");
            text.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate(0 {PanelTitle})\">");
            SvgChart.Draw(text, panels[p].Chart, panels[p].Geometry);
            text.Append("</g></g>");
        }

        return text.Append("\n</svg>\n").ToString();
    }

    /// <summary>The entries of the legend in as many lines as the width asks for.</summary>
    private static List<(ChartSeries Series, double X, int Line)> Legend(ChartSpec chart, double width)
    {
        var entries = new List<(ChartSeries, double, int)>();
        double x = Margin;
        int line = 0;
        foreach (var series in chart.Series)
        {
            double entry = 29.0 + (LegendCell * TextWidth.Of(series.Label)) + 18.0;
            if (x > Margin && x + entry > width - Margin) { (x, line) = (Margin, line + 1); }
            entries.Add((series, x, line));
            x += entry;
        }

        return entries;
    }
}
