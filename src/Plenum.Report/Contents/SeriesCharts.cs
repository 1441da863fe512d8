using Plenum.Engine;
using Plenum.Language.Diagnostics;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Data;
using Plenum.Workspace.Reports;

namespace Plenum.Report.Contents;

/// <summary>Charts of observed series, and of somebody's own data against the baseline.</summary>
public static class SeriesCharts
{
    /// <summary>Up to this many values each is marked; more would hide their line.</summary>
    private const int MostMarks = 48;
    private const int YearsAround = 3;

    /// <summary>Every observation of a series, in all its vintages, the latest on top.</summary>
    /// <param name="vintages">The vintages, the oldest first.</param>
    /// <param name="own">The reader's own series of the name; null for none.</param>
    public static ChartSpec Of(IReadOnlyList<DataSeries> vintages, DataSeries? own)
    {
        ArgumentNullException.ThrowIfNull(vintages);
        List<DataSeries> all = own is null ? [.. vintages] : [.. vintages.Where(v => v.Values.Frequency == own.Values.Frequency), own];
        ArgumentOutOfRangeException.ThrowIfLessThan(all.Count, 1, nameof(vintages));
        var latest = all[^1];
        var known = all.Where(v => v.Values.Count > 0).ToList();
        var (first, last) = known.Count == 0 ? (latest.Values.Start, latest.Values.Start) : (known.Min(v => v.Values.Start), known.Max(v => v.Values.End));
        return new ChartSpec
        {
            Id = "series",
            Title = Wording.Words(latest.Name),
            Unit = new ChartUnit(all.Select(v => v.Provenance.Unit).LastOrDefault(u => u.Length > 0, ""), Decimals(latest)),
            Source = Source(all),
            Axis = new ChartAxis.Periods(first, last - first + 1),
            HasZeroLine = all.Exists(v => v.Values.Any(x => x < 0.0)),
            Size = ChartSize.Wide,
            Series = [.. all.Select((v, k) => new ChartSeries(v == own ? "Yours" : vintages.Count == 1 ? "Published" : Vintage(v), Role(v), v == own ? ChartColour.Of(1) : v == vintages[^1] ? ChartColour.Ink : ChartColour.Of(k + 2), [.. v.Values.Window(first, last)]))],
        };
    }

    /// <summary>Somebody's own data against the baseline, for one variable that they measure; null where they change nothing of it.</summary>
    /// <param name="project">The project.</param>
    /// <param name="baseline">The solved baseline.</param>
    /// <param name="published">The project's data.</param>
    /// <param name="revised">The same with the reader's own series in them.</param>
    /// <param name="measurement">The variable and its formula.</param>
    public static ChartSpec? AgainstBaseline(Project project, Paths baseline, ProjectData published, ProjectData revised, Measurement measurement)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(revised);
        ArgumentNullException.ThrowIfNull(measurement);
        if (baseline.Model.Find(measurement.Variable.Name) is not { } symbol) { return null; }
        var silent = new DiagnosticBag();
        if (measurement.Evaluate(revised.WithDerived, silent) is not { Count: > 0 } now || now.Frequency != project.Start.Frequency) { return null; }
        var before = measurement.Evaluate(published.WithDerived, silent) ?? new TimeSeries(now.Start, []);
        var changed = Enumerable.Range(0, now.Count).Select(k => now.Start + k).Where(p => !double.IsNaN(now[p]) && !Same(now[p], before[p]) && p >= baseline.Start && p <= baseline.End).ToList();
        if (changed.Count == 0) { return null; }
        int year = (int)project.Start.Frequency;
        var from = changed[0] - (YearsAround * year) is var early && early < baseline.Start ? baseline.Start : early;
        var to = changed[^1] + (YearsAround * year) is var late && late > project.End ? project.End : late;
        var window = (From: from, To: to);
        var shown = Deviation.KindOf(symbol) == DeviationKind.Points ? ShownAs.Percent : ShownAs.Level;
        double[] own = [.. Enumerable.Range(0, to - from + 1).Select(k => changed.Contains(from + k) ? ShownPath.Value(p => now[p], shown, from + k, from) : double.NaN)];
        return new ChartSpec
        {
            Id = $"own-{symbol.Name}",
            Title = symbol.Label.Length > 0 ? symbol.Label : symbol.Name,
            Unit = ShownPath.UnitOf(new PlannedChart("", "", shown, null, [new PlannedSeries(symbol, "")], InScenarios: false), baseline.Model),
            Source = $"Your data, by {measurement.Value.Text}; baseline: model {baseline.Model.Name}.",
            Axis = new ChartAxis.Periods(from, to - from + 1),
            HistoryUntil = project.HistoryEnd >= from ? Math.Min(project.HistoryEnd - from, to - from) : null,
            Size = ChartSize.Small,
            Series = [new ChartSeries("Baseline", SeriesRole.Baseline, ChartColour.Ink, ShownPath.Of(baseline, symbol, shown, window, from)), new ChartSeries("Your data", SeriesRole.Net, ChartColour.Of(1), own)],
        };
    }

    private static bool Same(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b));

    /// <summary>Single values between gaps make no line, so that they are marked.</summary>
    private static SeriesRole Role(DataSeries series) => Coverage.Of(series).Gaps.Count > 0 || series.Values.Count <= MostMarks ? SeriesRole.Net : SeriesRole.Baseline;

    private static string Vintage(DataSeries series) => series.Provenance.Vintage.Length > 0 ? series.Provenance.Vintage : "undated";

    private static string Source(List<DataSeries> all)
    {
        var publishers = all.Select(v => v.Provenance.Publisher).Where(p => p.Length > 0).Distinct().ToList();
        return publishers.Count > 0 ? $"Source: {string.Join(", ", publishers)}." : "";
    }

    /// <summary>As many decimals as the values have, up to four.</summary>
    private static int Decimals(DataSeries series) =>
        Enumerable.Range(0, 5).FirstOrDefault(d => series.Values.Where(double.IsFinite).All(v => Math.Abs(v - Math.Round(v, d)) < 1e-9 * Math.Max(1.0, Math.Abs(v))), 4);
}
