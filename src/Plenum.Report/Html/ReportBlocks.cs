using System.Globalization;
using Plenum.Report.Figures;

namespace Plenum.Report.Html;

/// <summary>Writes the parts of a section.</summary>
internal static class ReportBlocks
{
    public static void Write(HtmlWriter html, ReportBlock block)
    {
        switch (block)
        {
            case ReportBlock.Heading heading:
                html.Element("h3", heading.Title);
                if (heading.Text.Length > 0) { html.Element("p", heading.Text, "class", "intro"); }
                break;
            case ReportBlock.Prose prose:
                foreach (string paragraph in prose.Content.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) { html.Element("p", paragraph); }
                break;
            case ReportBlock.Charts charts: WriteCharts(html, charts.Items); break;
            case ReportBlock.Sheet sheet: WriteTable(html, sheet.Item); break;
            case ReportBlock.Choice choice: WriteChoice(html, choice); break;
            case ReportBlock.Folded folded:
                html.Open("details").Element("summary", folded.Summary);
                foreach (var table in folded.Items) { WriteTable(html, table); }
                html.Close();
                break;
            case ReportBlock.Commands commands: html.Open("pre").Element("code", string.Join('\n', commands.Lines)).Close(); break;
            default: throw new ArgumentException($"A block of the kind {block.GetType().Name} is not known.", nameof(block));
        }
    }

    public static void WriteCharts(HtmlWriter html, IReadOnlyList<ChartSpec> charts)
    {
        if (charts.Count == 0) { return; }
        bool sharesLegend = charts[0].Size == ChartSize.Small;
        if (sharesLegend) { WriteLegend(html, charts[0], "legend shared"); }
        html.Open("div", "class", $"charts {charts[0].Size.ToString().ToLowerInvariant()}").Raw("\n");
        foreach (var chart in charts) { WriteChart(html, chart, hasLegend: !sharesLegend && chart.Series.Count > 1); }
        html.Close();
    }

    private static void WriteChart(HtmlWriter html, ChartSpec chart, bool hasLegend)
    {
        bool isBars = chart.Series.Any(s => s.Role == SeriesRole.Part);
        html.Open("figure", "class", "chart", "id", chart.Id).Open("figcaption").Element("p", chart.Title, "class", "title");
        html.Element("p", Remark(chart), "class", "sub").Close();
        if (hasLegend && !isBars) { WriteLegend(html, chart, "legend narrow"); }
        html.Open("div", "class", "picture").Raw(SvgChart.Draw(chart)).Close();
        html.Open("script", "type", "application/json").Raw(PlotlyFigure.Json(chart, ChartTheme.Light)).Close();
        // Below the bars, so that charts side by side stand level whatever the length of their legends.
        if (hasLegend && isBars) { WriteLegend(html, chart, "legend below"); }
        if (chart.Source.Length > 0) { html.Element("p", chart.Source, "class", "source"); }
        html.Close();
    }

    /// <summary>The unit and the remark below the title.</summary>
    private static string Remark(ChartSpec chart)
    {
        string remark = string.Join(", ", new[] { chart.Unit.Text, chart.Subtitle }.Where(t => t.Length > 0));
        return remark.Length == 0 ? remark : char.ToUpperInvariant(remark[0]) + remark[1..];
    }

    private static void WriteLegend(HtmlWriter html, ChartSpec chart, string style)
    {
        html.Open("p", "class", style);
        foreach (var series in chart.Series)
        {
            string shape = series.Role switch { SeriesRole.Part => "box", SeriesRole.Net => "dot", _ => "key" };
            html.Open("span").Element("span", "", "class", $"{shape} {series.Colour.Name}").Text(series.Label).Close().Text(" ");
        }

        html.Close();
    }

    private static void WriteTable(HtmlWriter html, HtmlTable table)
    {
        html.Open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", table.Caption);
        html.Open("table", "class", table.IsTight ? "tight" : null, "data-sortable", table.IsSortable ? "yes" : null).Element("caption", table.Caption).Open("thead").Open("tr");
        foreach (var column in table.Columns)
        {
            html.Open("th", "scope", "col", "class", column.IsNumber ? "number" : null).Text(column.Header);
            if (column.Unit.Length > 0) { html.Element("span", column.Unit, "class", "unit"); }
            html.Close();
        }

        html.Close().Close().Open("tbody").Raw("\n");
        foreach (var row in table.Rows) { WriteRow(html, table, row); }
        html.Close().Close().Close();
    }

    private static void WriteRow(HtmlWriter html, HtmlTable table, HtmlRow row)
    {
        html.Open("tr", "class", row.IsSum ? "sum" : null);
        for (int c = 0; c < row.Cells.Count; c++)
        {
            var cell = row.Cells[c];
            string? style = cell.Shade == 0 ? table.Columns[c].IsNumber ? "number" : null
                : string.Create(CultureInfo.InvariantCulture, $"number {(cell.Shade > 0 ? "up" : "down")}{Math.Abs(cell.Shade)}");
            string? value = cell.Value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : null;
            if (c == 0) { html.Open("th", "scope", "row"); }
            else { html.Open("td", "class", style, "data-value", table.IsSortable ? value : null); }
            if (cell.Mark is { } colour) { html.Element("span", "", "class", $"key {colour.Name}"); }
            if (cell.Link is { } link) { html.Element("a", cell.Text, "href", link.AbsoluteUri, "rel", "noreferrer"); }
            else { html.Text(cell.Text); }
            html.Close();
        }

        html.Close();
    }

    private static void WriteChoice(HtmlWriter html, ReportBlock.Choice choice)
    {
        html.Open("div", "class", "choice").Raw("\n");
        for (int i = 0; i < choice.Items.Count; i++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"{choice.Id}-{i + 1}");
            html.Void("input", "type", "radio", "name", choice.Id, "id", id, "checked", i == 0 ? "checked" : null, "aria-label", $"{choice.Label}: {choice.Items[i].Word}");
            html.Element("label", choice.Items[i].Word, "for", id);
        }

        foreach (var (_, table) in choice.Items) { WriteTable(html, table); }
        html.Close();
    }
}
