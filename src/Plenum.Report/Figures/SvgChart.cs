using System.Globalization;
using System.Text;

namespace Plenum.Report.Figures;

/// <summary>Draws a chart as a still picture in SVG, with classes in place of colours: see <see cref="Style(ChartTheme)"/>.</summary>
/// <remarks>It stands where no script runs: in print, in a README, before a page is drawn. The text is well-formed XML.</remarks>
public static class SvgChart
{
    private const double BarShare = 0.78;

    /// <summary>The rules that give the classes their colours in a theme.</summary>
    public static string Style(ChartTheme theme)
    {
        ArgumentNullException.ThrowIfNull(theme);
        var rules = new StringBuilder();
        foreach (var (name, colour) in Named(theme)) { rules.Append(CultureInfo.InvariantCulture, $".l-{name}{{stroke:{colour}}}.f-{name}{{fill:{colour}}}"); }
        return rules.ToString();
    }

    /// <summary>The rules that give the classes the variables of a page, such as <c>--ink</c>, so that they follow its theme.</summary>
    public static string Style()
    {
        var rules = new StringBuilder();
        foreach (var (name, _) in Named(ChartTheme.Light)) { rules.Append(CultureInfo.InvariantCulture, $".l-{name}{{stroke:var(--{name})}}.f-{name}{{fill:var(--{name})}}"); }
        return rules.ToString();
    }

    /// <summary>The rules that are the same in every theme.</summary>
    public static string Shapes =>
        ".line{fill:none;stroke-width:2.2;stroke-linejoin:round;stroke-linecap:round}.hair{fill:none;stroke-width:1}.band{opacity:.2}" +
        $".tick,.end,.note{{font-family:{PlotlyFigure.Fonts};font-size:12px}}.end{{font-weight:500}}";

    /// <summary>The chart as one <c>svg</c> element.</summary>
    /// <exception cref="ArgumentException">A series has another number of values than the axis has positions.</exception>
    public static string Draw(ChartSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var geometry = new ChartGeometry(spec);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {geometry.Width} {geometry.Height}\" role=\"img\" aria-label=\"{Escape(Summary(spec))}\">");
        Draw(text, spec, geometry);
        return text.Append("</svg>").ToString();
    }

    /// <summary>Where the plot begins and ends within the width of the picture, as shares of it; half a position stays free at both ends.</summary>
    public static (double Left, double Right) Edges(ChartSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var geometry = new ChartGeometry(spec);
        return (geometry.Left / geometry.Width, 1.0 - (geometry.Right / geometry.Width));
    }

    /// <summary>The content of the chart, without the element around it.</summary>
    internal static void Draw(StringBuilder text, ChartSpec spec, ChartGeometry geometry)
    {
        DrawFrame(text, spec, geometry);
        foreach (var band in spec.Bands) { DrawBand(text, spec, geometry, band); }
        DrawBars(text, spec, geometry);
        foreach (var series in spec.Series.Where(s => s.Role != SeriesRole.Part)) { DrawLine(text, spec, geometry, series); }
        foreach (var label in geometry.Labels)
        {
            Text(text, "end f-" + label.Series.Colour.Name, geometry.Width - geometry.Right + 6, label.Y + 4, "start", label.Text);
        }
    }

    private static void DrawFrame(StringBuilder text, ChartSpec spec, ChartGeometry geometry)
    {
        double right = geometry.Width - geometry.Right, bottom = geometry.Height - geometry.Bottom;
        if (spec.HistoryUntil is { } last)
        {
            double end = geometry.X(last + 0.5, spec.Axis.Count);
            text.Append(CultureInfo.InvariantCulture, $"<rect class=\"f-history\" x=\"{Pixel(geometry.Left)}\" y=\"{Pixel(geometry.Top)}\" width=\"{Pixel(end - geometry.Left)}\" height=\"{Pixel(bottom - geometry.Top)}\"/>");
        }

        for (int t = 0; t < geometry.Scale.Count; t++)
        {
            double value = geometry.Scale.At(t), y = geometry.Y(value);
            Line(text, value == 0.0 && spec.HasZeroLine ? "hair l-zero" : "hair l-grid", geometry.Left, y, right, y);
            Text(text, "tick f-muted", geometry.Left - 6, y + 4, "end", geometry.Scale.Label(t, spec.Unit.IsSigned));
        }

        Line(text, "hair l-zero", geometry.Left, bottom, right, bottom);
        foreach (var tick in geometry.XTicks)
        {
            double x = geometry.X(tick.Position, spec.Axis.Count);
            Line(text, "hair l-zero", x, bottom, x, bottom + 4);
            Text(text, "tick f-muted", x, bottom + 18, "middle", tick.Label);
        }
    }

    private static void DrawBand(StringBuilder text, ChartSpec spec, ChartGeometry geometry, ChartBand band)
    {
        int[] known = [.. Enumerable.Range(0, spec.Axis.Count).Where(k => double.IsFinite(band.Low[k]) && double.IsFinite(band.High[k]))];
        var corners = known.Select(k => Point(geometry, spec, k, band.High[k])).Concat(known.Reverse().Select(k => Point(geometry, spec, k, band.Low[k])));
        text.Append(CultureInfo.InvariantCulture, $"<polygon class=\"band f-{band.Colour.Name}\" points=\"{string.Join(' ', corners)}\"/>");
    }

    private static void DrawBars(StringBuilder text, ChartSpec spec, ChartGeometry geometry)
    {
        var parts = spec.Series.Where(s => s.Role == SeriesRole.Part).ToList();
        double width = BarShare * (geometry.X(1, spec.Axis.Count) - geometry.X(0, spec.Axis.Count));
        for (int k = 0; k < spec.Axis.Count; k++)
        {
            double above = 0.0, below = 0.0;
            foreach (var part in parts)
            {
                double value = part.Values[k];
                if (!double.IsFinite(value) || value == 0.0) { continue; }
                double from = value > 0.0 ? above : below;
                double top = geometry.Y(Math.Max(from, from + value)), height = geometry.Y(Math.Min(from, from + value)) - top;
                if (value > 0.0) { above += value; } else { below += value; }
                if (height >= 0.05) { text.Append(CultureInfo.InvariantCulture, $"<rect class=\"f-{part.Colour.Name}\" x=\"{Pixel(geometry.X(k, spec.Axis.Count) - (width / 2))}\" y=\"{Pixel(top)}\" width=\"{Pixel(width)}\" height=\"{Pixel(height)}\"/>"); }
            }
        }
    }

    private static void DrawLine(StringBuilder text, ChartSpec spec, ChartGeometry geometry, ChartSeries series)
    {
        bool isNet = series.Role == SeriesRole.Net;
        string dash = PlotlyFigure.Dash(spec, series) switch { "dash" => " stroke-dasharray=\"7 4\"", "dot" => " stroke-dasharray=\"2 4\"", _ => "" };
        foreach (var stretch in Stretches(series.Values))
        {
            string points = string.Join(' ', stretch.Select(k => Point(geometry, spec, k, series.Values[k])));
            text.Append(CultureInfo.InvariantCulture, $"<polyline class=\"{(isNet ? "hair" : "line")} l-{series.Colour.Name}\"{dash} points=\"{points}\"/>");
            if (!isNet) { continue; }
            foreach (int k in stretch) { text.Append(CultureInfo.InvariantCulture, $"<circle class=\"f-paper l-{series.Colour.Name}\" r=\"2.4\" cx=\"{Pixel(geometry.X(k, spec.Axis.Count))}\" cy=\"{Pixel(geometry.Y(series.Values[k]))}\"/>"); }
        }
    }

    /// <summary>The positions with values, in unbroken stretches.</summary>
    private static IEnumerable<List<int>> Stretches(IReadOnlyList<double> values)
    {
        var stretch = new List<int>();
        for (int k = 0; k < values.Count; k++)
        {
            if (double.IsFinite(values[k])) { stretch.Add(k); }
            else if (stretch.Count > 0)
            {
                yield return stretch;
                stretch = [];
            }
        }

        if (stretch.Count > 0) { yield return stretch; }
    }

    /// <summary>The chart in a sentence: each line's last value, and how far it went since its first.</summary>
    private static string Summary(ChartSpec spec) =>
        $"{spec.Title}{(spec.Unit.Text.Length > 0 ? $", {spec.Unit.Text}" : "")}: {string.Join("; ", spec.Series.Select(s => spec.Axis is ChartAxis.Periods && s.Role != SeriesRole.Part ? Course(spec, s) : s.Label))}";

    private static string Course(ChartSpec spec, ChartSeries series)
    {
        int[] known = [.. Enumerable.Range(0, series.Values.Count).Where(k => double.IsFinite(series.Values[k]))];
        if (known.Length == 0) { return $"{series.Label}, no values"; }
        var (first, last) = (known[0], known[^1]);
        string end = spec.Unit.IsSigned ? Numbers.Signed(series.Values[last], spec.Unit.Decimals) : Numbers.Fixed(series.Values[last], spec.Unit.Decimals);
        string change = Numbers.Signed(series.Values[last] - series.Values[first], spec.Unit.Decimals);
        return $"{series.Label} {Numbers.Typeset(end)} in {spec.Axis.Name(last)}, {Numbers.Typeset(change)} since {spec.Axis.Name(first)}";
    }

    private static IEnumerable<(string Name, string Colour)> Named(ChartTheme theme) =>
        new[] { ("paper", theme.Paper), ("ink", theme.Ink), ("muted", theme.Muted), ("grid", theme.Grid), ("zero", theme.Zero), ("history", theme.History) }
            .Concat(theme.Hues.Select((hue, k) => (ChartColour.Of(k).Name, hue)));

    private static string Point(ChartGeometry geometry, ChartSpec spec, int position, double value) => $"{Pixel(geometry.X(position, spec.Axis.Count))},{Pixel(geometry.Y(value))}";

    private static void Line(StringBuilder text, string style, double x1, double y1, double x2, double y2) =>
        text.Append(CultureInfo.InvariantCulture, $"<path class=\"{style}\" d=\"M{Pixel(x1)} {Pixel(y1)}L{Pixel(x2)} {Pixel(y2)}\"/>");

    /// <summary>Writes a text at a place.</summary>
    internal static void Text(StringBuilder text, string style, double x, double y, string anchor, string content) =>
        text.Append(CultureInfo.InvariantCulture, $"<text class=\"{style}\" x=\"{Pixel(x)}\" y=\"{Pixel(y)}\" text-anchor=\"{anchor}\">{Escape(content)}</text>");

    /// <summary>A tenth of a pixel is finer than any screen.</summary>
    internal static string Pixel(double value) => (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The text as XML has it.</summary>
    internal static string Escape(string text) => System.Security.SecurityElement.Escape(text) ?? "";
}
