using System.Globalization;
using Plenum.Language.Binding;
using Plenum.Report.Html;
using Plenum.Workspace.Data;

namespace Plenum.Report.Contents;

/// <summary>Where the numbers come from: observed series by subject, parameters by block.</summary>
internal static class SourceTables
{
    /// <summary>One table a subject.</summary>
    public static IReadOnlyList<HtmlTable> Series(ProjectData data) => [.. data.Series.GroupBy(s => s.Subject).Select(subject => new HtmlTable(
        $"{Wording.Words(subject.Key)}: {Wording.Counted(subject.Count(), "series", "series")}",
        [new("Series"), new("Publisher"), new("Unit"), new("First"), new("Last"), new("Last value", IsNumber: true), new("Values", IsNumber: true), new("Vintage"), new("Confidence")],
        [.. subject.Select(Row)]) { IsSortable = true, IsTight = true })];

    /// <summary>One table a block of the model.</summary>
    public static IReadOnlyList<HtmlTable> Parameters(BoundModel model) => [.. model.Symbols.Where(s => s.Role == Role.Parameter).GroupBy(s => s.Block).Select(block => new HtmlTable(
        $"{model.Blocks.FirstOrDefault(b => b.Name == block.Key)?.Title ?? (block.Key is { } name ? Wording.Words(name) : "Without a block")}: {Wording.Counted(block.Count(), "parameter", "parameters")}",
        [new("Parameter"), new("Name"), new("Value", IsNumber: true), new("Plausible range", IsNumber: true), new("Unit"), new("Source")],
        [.. block.Select(p => new HtmlRow([new HtmlCell(p.Label.Length > 0 ? p.Label : p.Name), new HtmlCell(p.Name), new HtmlCell(Numbers.Typeset(Numbers.Given(p.Value)), p.Value),
            new HtmlCell(p.Range is { } range ? $"{Numbers.Typeset(Numbers.Given(range.Low))} to {Numbers.Typeset(Numbers.Given(range.High))}" : ""), new HtmlCell(p.Unit?.ToString() ?? ""), Source(p.Source)]))]) { IsSortable = true, IsTight = true })];

    private static HtmlRow Row(ProjectSeries series)
    {
        var (coverage, source) = (series.Coverage, series.Series.Provenance);
        double? last = coverage.Last is { } period ? series.Series.Values[period] : null;
        return new HtmlRow([new HtmlCell(Wording.Words(series.Name)), Source(source.Publisher), new HtmlCell(source.Unit), new HtmlCell($"{coverage.First}"), new HtmlCell($"{coverage.Last}"),
            new HtmlCell(Numbers.Typeset(Numbers.Given(last)), last), new HtmlCell(coverage.Observations.ToString(CultureInfo.InvariantCulture), coverage.Observations), new HtmlCell(source.Vintage), new HtmlCell(source.Confidence)]);
    }

    /// <summary>A source that is an address is one to follow.</summary>
    private static HtmlCell Source(string? source)
    {
        string text = source ?? "";
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? new HtmlCell(text) { Link = address } : new HtmlCell(text);
    }
}
