using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Plenum.Report.Figures;

namespace Plenum.Report.Html;

/// <summary>Writes a report as one HTML file that needs nothing else: styles, scripts and data are inside, and it may not reach for the network.</summary>
/// <remarks>
/// Each chart stands in the page twice: as a still picture, which shows without scripts and in print, and as JSON, from which
/// plotly.js draws it on a screen. The page is well-formed XML but for the content of scripts and styles.
/// </remarks>
public static class ReportPage
{
    /// <summary>The report as HTML; the same report gives the same text.</summary>
    public static string Write(ReportDocument report)
    {
        ArgumentNullException.ThrowIfNull(report);
        string[] scripts = [Resource("plotly.js"), Resource("report.js")];
        var html = new HtmlWriter();
        html.Raw("<!DOCTYPE html>\n").Open("html", "lang", "en").Raw("\n");
        WriteHead(html, report, scripts);
        html.Open("body").Raw("\n");
        WriteTop(html, report);
        html.Open("main").Raw("\n");
        WriteAnswer(html, report);
        foreach (var section in report.Sections.Where(s => s.Blocks.Count > 0)) { WriteSection(html, section); }
        html.Close();
        html.Open("script", "type", "application/json", "id", "dark").Raw(Darkened()).Close();
        foreach (string script in scripts) { html.Open("script").Raw(script).Close(); }
        return html.Close().Close().ToString();
    }

    private static void WriteHead(HtmlWriter html, ReportDocument report, string[] scripts)
    {
        string hashes = string.Join(' ', scripts.Select(s => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s)))}'"));
        html.Open("head").Raw("\n").Void("meta", "charset", "utf-8").Raw("\n");
        html.Void("meta", "http-equiv", "Content-Security-Policy", "content", $"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'").Raw("\n");
        html.Void("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").Raw("\n");
        html.Void("meta", "name", "color-scheme", "content", "light dark").Raw("\n");
        html.Void("meta", "name", "generator", "content", "Plenum").Raw("\n");
        html.Element("title", report.Title);
        html.Open("style").Raw(Css()).Close();
        html.Close();
    }

    /// <summary>Themes as variables for the page and as classes for the still pictures; paper is always light.</summary>
    private static string Css() =>
        $":root{{{Variables(ChartTheme.Light)}}}\n{SvgChart.Shapes}\n{SvgChart.Style(ChartTheme.Light)}\n" +
        $"@media screen and (prefers-color-scheme:dark){{:root{{{Variables(ChartTheme.Dark)}}}{SvgChart.Style(ChartTheme.Dark)}}}\n{Resource("report.css")}";

    internal static string Variables(ChartTheme theme) =>
        $"--paper:{theme.Paper};--ink:{theme.Ink};--muted:{theme.Muted};--grid:{theme.Grid};--zero:{theme.Zero};--history:{theme.History};" +
        string.Concat(theme.Hues.Select((hue, k) => $"--{ChartColour.Of(k).Name}:{hue};"));

    /// <summary>For each colour of the light theme its counterpart in the dark one.</summary>
    private static string Darkened() =>
        JsonSerializer.Serialize(ChartTheme.Light.All.Zip(ChartTheme.Dark.All).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second), PageJson.Default.DictionaryStringString);

    private static void WriteTop(HtmlWriter html, ReportDocument report)
    {
        html.Open("header").Raw("\n").Element("h1", report.Title).Element("p", report.Facts, "class", "facts");
        html.Open("nav", "aria-label", "Contents");
        foreach (var section in report.Sections.Where(s => s.Blocks.Count > 0)) { html.Element("a", section.Title, "href", "#" + section.Id); }
        html.Close().Close();
    }

    private static void WriteAnswer(HtmlWriter html, ReportDocument report)
    {
        if (report.Answer.Count == 0 && report.Lead.Count == 0) { return; }
        html.Open("section", "id", "answer", "class", "answer").Element("h2", "The answer in short");
        foreach (var line in report.Answer.Where(l => l.Lead.Length == 0)) { html.Element("p", line.Text, "class", "lead"); }
        html.Open("div", "class", "lines");
        foreach (var line in report.Answer.Where(l => l.Lead.Length > 0))
        {
            html.Open("p", "class", line.Colour is null ? null : "line");
            if (line.Colour is { } colour) { html.Element("span", "", "class", $"key {colour.Name}"); }
            html.Element("strong", line.Lead).Text(" ").Text(line.Text).Close();
        }

        html.Close();

        ReportBlocks.WriteCharts(html, report.Lead);
        html.Close();
    }

    private static void WriteSection(HtmlWriter html, ReportSection section)
    {
        html.Open("section", "id", section.Id).Raw("\n").Element("h2", section.Title);
        if (section.Introduction.Length > 0) { html.Element("p", section.Introduction, "class", "intro"); }
        foreach (var block in section.Blocks) { ReportBlocks.Write(html, block); }
        html.Close();
    }

    /// <summary>A text built into this library; line ends as HTML reads them, so that its hash holds.</summary>
    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The library was built without '{name}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

/// <summary>Writes the small JSON of a page without reflection.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class PageJson : System.Text.Json.Serialization.JsonSerializerContext;
