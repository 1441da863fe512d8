using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Plenum.Report.Figures;

/// <summary>Translates a chart into a figure of plotly.js: its <c>data</c> and its <c>layout</c>.</summary>
/// <remarks>Values have six digits, more than an eye can see, so that the text does not depend on the last bits of a solution.</remarks>
public static class PlotlyFigure
{
    /// <summary>The fonts of labels.</summary>
    public const string Fonts = "'Inter','Segoe UI','Helvetica Neue',Helvetica,Arial,sans-serif";

    /// <summary>The name of the annotations that label lines, so that a page can drop them where it is narrow.</summary>
    public const string LabelName = "label";

    /// <summary>A fifth, in the two hexadecimal digits that follow a colour; as <see cref="SvgChart.Shapes"/> has it.</summary>
    private const string BandAlpha = "33";

    private static readonly string[] s_dashes = ["solid", "dash", "dot"];

    /// <summary>The figure as JSON that may stand inside HTML: every angle bracket and ampersand is escaped.</summary>
    public static string Json(ChartSpec spec, ChartTheme theme)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer)) { Write(writer, spec, theme); }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Writes the figure as one object.</summary>
    /// <exception cref="ArgumentException">A series has another number of values than the axis has positions.</exception>
    public static void Write(Utf8JsonWriter writer, ChartSpec spec, ChartTheme theme)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(theme);
        var geometry = new ChartGeometry(spec);
        writer.WriteStartObject();
        writer.WriteStartArray("data");
        foreach (var band in spec.Bands) { WriteBand(writer, spec, band, theme); }
        foreach (var series in spec.Series.OrderBy(s => s.Role != SeriesRole.Part)) { WriteSeries(writer, spec, series, theme); }
        writer.WriteEndArray();
        writer.WriteStartObject("layout");
        WriteLayout(writer, spec, geometry, theme);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteBand(Utf8JsonWriter writer, ChartSpec spec, ChartBand band, ChartTheme theme)
    {
        foreach (bool isHigh in new[] { false, true })
        {
            StartTrace(writer, spec, "scatter", band.Label, isHigh ? band.High : band.Low);
            writer.WriteString("mode", "lines");
            writer.WriteString("hoverinfo", "skip");
            writer.WriteStartObject("line");
            writer.WriteNumber("width", 0);
            writer.WriteString("color", theme.Of(band.Colour));
            writer.WriteEndObject();
            if (isHigh)
            {
                writer.WriteString("fill", "tonexty");
                // The opacity of a trace leaves its fill as it is.
                writer.WriteString("fillcolor", theme.Of(band.Colour) + BandAlpha);
            }

            writer.WriteEndObject();
        }
    }

    private static void WriteSeries(Utf8JsonWriter writer, ChartSpec spec, ChartSeries series, ChartTheme theme)
    {
        bool isBar = series.Role == SeriesRole.Part;
        string colour = theme.Of(series.Colour);
        StartTrace(writer, spec, isBar ? "bar" : "scatter", series.Label, series.Values);
        writer.WriteString("hovertemplate", HoverTemplate(spec.Unit));
        if (isBar || series.Role == SeriesRole.Net)
        {
            if (!isBar) { writer.WriteString("mode", "lines+markers"); }
            writer.WriteStartObject("marker");
            writer.WriteString("color", isBar ? colour : theme.Paper);
            if (!isBar) { writer.WriteNumber("size", 5); }
            writer.WriteStartObject("line");
            writer.WriteNumber("width", isBar ? 0 : 1.5);
            writer.WriteString("color", colour);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        if (!isBar)
        {
            if (series.Role != SeriesRole.Net) { writer.WriteString("mode", "lines"); }
            // A line along the edge of the chart keeps its full width.
            writer.WriteBoolean("cliponaxis", false);
            writer.WriteStartObject("line");
            writer.WriteString("color", colour);
            writer.WriteNumber("width", series.Role == SeriesRole.Net ? 1 : 2.2);
            writer.WriteString("dash", Dash(spec, series));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>Lines whose hues begin again are told apart by dashes.</summary>
    internal static string Dash(ChartSpec spec, ChartSeries series)
    {
        int before = spec.Series.TakeWhile(s => s != series).Count(s => s.Colour == series.Colour && s.Role == series.Role);
        return s_dashes[before % s_dashes.Length];
    }

    private static void StartTrace(Utf8JsonWriter writer, ChartSpec spec, string type, string name, IReadOnlyList<double> values)
    {
        writer.WriteStartObject();
        writer.WriteString("type", type);
        writer.WriteString("name", Escape(name));
        writer.WriteStartArray("x");
        for (int k = 0; k < spec.Axis.Count; k++) { writer.WriteStringValue(Escape(spec.Axis.Name(k))); }
        writer.WriteEndArray();
        writer.WriteStartArray("y");
        foreach (double value in values) { WriteValue(writer, value); }
        writer.WriteEndArray();
    }

    private static void WriteLayout(Utf8JsonWriter writer, ChartSpec spec, ChartGeometry geometry, ChartTheme theme)
    {
        writer.WriteBoolean("autosize", true);
        writer.WriteNumber("height", geometry.Height);
        WriteMargin(writer, geometry);
        WriteFont(writer, "font", 12, theme.Muted);
        writer.WriteString("paper_bgcolor", "rgba(0,0,0,0)");
        writer.WriteString("plot_bgcolor", "rgba(0,0,0,0)");
        writer.WriteBoolean("showlegend", false);
        writer.WriteString("hovermode", "x unified");
        writer.WriteStartObject("hoverlabel");
        writer.WriteString("bgcolor", theme.Paper);
        writer.WriteString("bordercolor", theme.Grid);
        writer.WriteNumber("namelength", -1);
        WriteFont(writer, "font", 12, theme.Ink);
        writer.WriteEndObject();
        if (spec.Series.Any(s => s.Role == SeriesRole.Part))
        {
            writer.WriteString("barmode", "relative");
            writer.WriteNumber("bargap", 0.22);
        }

        WriteHorizontalAxis(writer, spec, geometry, theme);
        WriteVerticalAxis(writer, spec, geometry, theme);
        WriteHistory(writer, spec, theme);
        WriteLabels(writer, geometry, theme);
    }

    private static void WriteMargin(Utf8JsonWriter writer, ChartGeometry geometry)
    {
        writer.WriteStartObject("margin");
        writer.WriteNumber("l", Math.Round(geometry.Left));
        writer.WriteNumber("r", Math.Round(geometry.Right));
        writer.WriteNumber("t", Math.Round(geometry.Top));
        writer.WriteNumber("b", Math.Round(geometry.Bottom));
        writer.WriteEndObject();
    }

    private static void WriteHorizontalAxis(Utf8JsonWriter writer, ChartSpec spec, ChartGeometry geometry, ChartTheme theme)
    {
        writer.WriteStartObject("xaxis");
        writer.WriteString("type", "category");
        writer.WriteBoolean("fixedrange", true);
        writer.WriteStartArray("range");
        writer.WriteNumberValue(-0.5);
        writer.WriteNumberValue(spec.Axis.Count - 0.5);
        writer.WriteEndArray();
        writer.WriteString("tickmode", "array");
        writer.WriteStartArray("tickvals");
        foreach (var tick in geometry.XTicks) { writer.WriteNumberValue(tick.Position); }
        writer.WriteEndArray();
        writer.WriteStartArray("ticktext");
        foreach (var tick in geometry.XTicks) { writer.WriteStringValue(Escape(tick.Label)); }
        writer.WriteEndArray();
        writer.WriteNumber("tickangle", 0);
        writer.WriteString("ticks", "outside");
        writer.WriteNumber("ticklen", 4);
        writer.WriteString("tickcolor", theme.Zero);
        writer.WriteBoolean("showline", true);
        writer.WriteString("linecolor", theme.Zero);
        writer.WriteNumber("linewidth", 1);
        writer.WriteBoolean("showgrid", false);
        writer.WriteBoolean("zeroline", false);
        writer.WriteEndObject();
    }

    private static void WriteVerticalAxis(Utf8JsonWriter writer, ChartSpec spec, ChartGeometry geometry, ChartTheme theme)
    {
        var scale = geometry.Scale;
        writer.WriteStartObject("yaxis");
        writer.WriteBoolean("fixedrange", true);
        writer.WriteStartArray("range");
        WriteValue(writer, scale.Low);
        WriteValue(writer, scale.High);
        writer.WriteEndArray();
        writer.WriteString("tickmode", "array");
        writer.WriteStartArray("tickvals");
        for (int t = 0; t < scale.Count; t++) { WriteValue(writer, scale.At(t)); }
        writer.WriteEndArray();
        writer.WriteStartArray("ticktext");
        for (int t = 0; t < scale.Count; t++) { writer.WriteStringValue(scale.Label(t, spec.Unit.IsSigned)); }
        writer.WriteEndArray();
        writer.WriteString("ticks", "outside");
        writer.WriteNumber("ticklen", 6);
        writer.WriteString("tickcolor", "rgba(0,0,0,0)");
        writer.WriteString("gridcolor", theme.Grid);
        writer.WriteNumber("gridwidth", 1);
        writer.WriteBoolean("zeroline", spec.HasZeroLine);
        writer.WriteString("zerolinecolor", theme.Zero);
        writer.WriteNumber("zerolinewidth", 1);
        writer.WriteEndObject();
    }

    private static void WriteHistory(Utf8JsonWriter writer, ChartSpec spec, ChartTheme theme)
    {
        writer.WriteStartArray("shapes");
        if (spec.HistoryUntil is { } last)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "rect");
            writer.WriteString("layer", "below");
            writer.WriteString("xref", "x");
            writer.WriteNumber("x0", -0.5);
            writer.WriteNumber("x1", last + 0.5);
            writer.WriteString("yref", "paper");
            writer.WriteNumber("y0", 0);
            writer.WriteNumber("y1", 1);
            writer.WriteString("fillcolor", theme.History);
            writer.WriteStartObject("line");
            writer.WriteNumber("width", 0);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteLabels(Utf8JsonWriter writer, ChartGeometry geometry, ChartTheme theme)
    {
        writer.WriteStartArray("annotations");
        foreach (var label in geometry.Labels)
        {
            writer.WriteStartObject();
            writer.WriteString("name", LabelName);
            writer.WriteString("text", Escape(label.Text));
            writer.WriteString("xref", "paper");
            writer.WriteNumber("x", 1);
            writer.WriteString("xanchor", "left");
            writer.WriteNumber("xshift", 4);
            writer.WriteString("yref", "y");
            WriteValue(writer, "y", label.Value);
            writer.WriteString("yanchor", "middle");
            writer.WriteNumber("yshift", Math.Round(geometry.Y(label.Value) - label.Y, 1));
            writer.WriteBoolean("showarrow", false);
            WriteFont(writer, "font", 12, theme.Of(label.Series.Colour));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteFont(Utf8JsonWriter writer, string key, double size, string colour)
    {
        writer.WriteStartObject(key);
        writer.WriteString("family", Fonts);
        writer.WriteNumber("size", size);
        writer.WriteString("color", colour);
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, string key, double value)
    {
        writer.WritePropertyName(key);
        WriteValue(writer, value);
    }

    private static void WriteValue(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value)) { writer.WriteRawValue((value + 0.0).ToString("G6", CultureInfo.InvariantCulture)); }
        else { writer.WriteNullValue(); }
    }

    /// <summary>The value with its unit; a text that begins a placeholder of its own is broken up.</summary>
    private static string HoverTemplate(ChartUnit unit)
    {
        string format = string.Create(CultureInfo.InvariantCulture, $"{(unit.IsSigned ? "+" : "")},.{unit.Decimals}f");
        return $"%{{y:{format}}}{Escape(unit.Suffix).Replace("%{", "% {", StringComparison.Ordinal)}";
    }

    /// <summary>plotly.js reads marks and links in its texts, so that angle brackets and ampersands must not reach it as such.</summary>
    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
