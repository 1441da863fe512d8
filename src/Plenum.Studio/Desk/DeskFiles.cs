using System.Globalization;
using System.Text;
using Plenum.Language.Diagnostics;
using Plenum.Report.Contents;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Series.Files;
using Plenum.Studio.Economy;
using Plenum.Workspace.Drafts;

namespace Plenum.Studio.Desk;

/// <summary>The files that a desk can be taken away as; each address holds the whole desk, so nothing is kept between requests.</summary>
internal static class DeskFiles
{
    private const string Route = "/what-if/files";
    private const int Columns = 3;

    /// <summary>The address of a file.</summary>
    /// <param name="format">csv, xlsx, svg or yaml.</param>
    /// <param name="packed">The desk, as <see cref="DraftLink"/> packs it.</param>
    /// <param name="view">What the charts show.</param>
    /// <param name="years">How far they reach.</param>
    /// <param name="colours">The colours of the scenarios.</param>
    /// <param name="index">Which scenario, for a format that holds one.</param>
    public static string Address(string format, string packed, PathView view, int years, IEnumerable<ChartColour> colours, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{Route}/desk.{format}?d={packed}&view={view}&years={years}&colours={string.Concat(colours.Select(c => c.Slot))}&index={index}");

    /// <summary>Serves the files.</summary>
    public static void MapDeskFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"{Route}/desk.{{format}}", (string format, string? d, PathView? view, int? years, string? colours, int? index, OpenedModel economy) =>
            DraftLink.TryUnpack(d ?? "") is not { Count: > 0 } drafts ? Results.BadRequest("The address does not hold a desk. Open Share and download on the page once more.") : format switch
            {
                "csv" => File(Encoding.UTF8.GetBytes(CsvFile.Format(Data(economy, drafts))), "text/csv", "scenarios.csv"),
                "xlsx" => File(Workbook(Data(economy, drafts)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "scenarios.xlsx"),
                "svg" when Sheet(economy, Solved(economy, drafts, colours), view ?? PathView.Difference, years ?? 10) is { } sheet => File(Encoding.UTF8.GetBytes(sheet), "image/svg+xml", "scenarios.svg"),
                "yaml" when index is null or >= 0 && (index ?? 0) < drafts.Count => File(Encoding.UTF8.GetBytes(economy.TextOf(drafts[index ?? 0]).Text), "application/yaml", $"{DraftText.IdOf(drafts[index ?? 0].Name)}.yaml"),
                _ => Results.BadRequest("There is no such file of this desk."),
            });

    private static IResult File(byte[] content, string type, string name) => Results.File(content, type, name);

    /// <summary>The scenarios that have a solution, each solved anew.</summary>
    private static List<ComparedPath> Solved(OpenedModel economy, IReadOnlyList<ScenarioDraft> drafts, string? colours = null)
    {
        var solved = new List<ComparedPath>();
        for (int i = 0; i < drafts.Count; i++)
        {
            if (!drafts[i].IsEmpty && economy.Solve(drafts[i], new DiagnosticBag()) is { Solution.Outcome.IsSolved: true } run) { solved.Add(new ComparedPath(drafts[i].Name, ColourOf(i), run.Solution.Paths)); }
        }

        return solved;

        ChartColour ColourOf(int i) => colours is not null && i < colours.Length && colours[i] is >= '1' and <= '8' ? new ChartColour(colours[i] - '0') : ChartColour.Of(i);
    }

    /// <summary>The headline variables under the baseline and the scenarios, one series each; the note says which scenario.</summary>
    private static DataSet Data(OpenedModel economy, IReadOnlyList<ScenarioDraft> drafts)
    {
        var first = economy.Window.Start - 1;
        int count = economy.Window.End - first + 1;
        var paths = Solved(economy, drafts).Prepend(new ComparedPath("baseline", ChartColour.Ink, economy.Paths)).ToList();
        return SpreadsheetData.Of(
            from shown in economy.Headline
            from k in Enumerable.Range(0, paths.Count)
            let values = Enumerable.Range(0, count).Select(t => paths[k].Paths[shown.Symbol.Column, first + t]).ToArray()
            let name = string.Create(CultureInfo.InvariantCulture, $"{shown.Symbol.Name}{(k == 0 ? "" : $"@{k}")}")
            select new DataSeries(new TimeSeries(first, values, name), new Provenance("Plenum", paths[k].Label, shown.Symbol.Unit?.ToString() ?? "", "", "modelled", shown.Label)));
    }

    private static byte[] Workbook(DataSet data)
    {
        // The writer needs a file, which lives no longer than this.
        string path = Path.Combine(Path.GetTempPath(), $"plenum-{Path.GetRandomFileName()}.xlsx");
        try
        {
            XlsxFile.Write(path, data);
            return System.IO.File.ReadAllBytes(path);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    private static string? Sheet(OpenedModel economy, IReadOnlyList<ComparedPath> compared, PathView view, int years)
    {
        var last = economy.Window.Start + ((Math.Clamp(years, 1, 50) * (int)economy.Window.Start.Frequency) - 1);
        var charts = PathCharts.Of(economy.Project, economy.Paths, compared, economy.Headline, view, last);
        if (charts.Count == 0 || charts[0].Series.Count == 0) { return null; }
        string words = view switch { PathView.Difference => "Difference from the baseline", PathView.Growth => "Growth on a year earlier; shares and rates as they are", _ => "Levels" };
        return SvgSheet.Draw(economy.Model.Title.Length > 0 ? economy.Model.Title : economy.Model.Name, words, charts, Columns, isForPaper: true);
    }
}
