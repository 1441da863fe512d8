using Plenum.Report.Figures;

namespace Plenum.Report.Html;

/// <summary>What pages that show charts need besides their own text: the chart library, and the themes as styles.</summary>
public static class PageAssets
{
    /// <summary>The script of plotly.js.</summary>
    public static Stream Plotly() => typeof(PageAssets).Assembly.GetManifestResourceStream("plotly.js")!;

    /// <summary>
    /// The themes as variables and as classes of still pictures. The page follows the system unless its root element says
    /// <c>data-theme="light"</c> or <c>data-theme="dark"</c>; paper is always light.
    /// </summary>
    public static string Themes()
    {
        string dark = $"{{{ReportPage.Variables(ChartTheme.Dark)}color-scheme:dark}}";
        return $":root{{{ReportPage.Variables(ChartTheme.Light)}color-scheme:light}}\n{SvgChart.Shapes}\n{SvgChart.Style()}\n" +
            $"@media screen{{:root[data-theme=dark]{dark}\n@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){dark}}}}}\n";
    }
}
