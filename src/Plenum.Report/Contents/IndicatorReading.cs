using Plenum.Engine;
using Plenum.Language.Diagnostics;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Data;
using Plenum.Workspace.Reports;

namespace Plenum.Report.Contents;

/// <summary>An indicator as it stands: what was observed last, where it moves, and what is aimed at.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Unit">The unit of all its values.</param>
/// <param name="Observed">What is measured, as it is shown; empty where nothing measures it.</param>
/// <param name="At">The period of the last observation; of a variable without one, the end of history.</param>
/// <param name="Value">The value then.</param>
/// <param name="Change">The change on the period before; null where that has no value.</param>
/// <param name="BelowZero">For how many periods in a row it has been below zero.</param>
/// <param name="Target">What is aimed at, period by period of the model; empty where nothing is.</param>
/// <param name="Source">Who publishes the data; of a variable without any, that the model says it.</param>
public sealed record IndicatorReading(Indicator Indicator, ChartUnit Unit, TimeSeries Observed, Period At, double Value, double? Change, int BelowZero, TimeSeries Target, string Source)
{
    /// <summary>Whether data measure it.</summary>
    public bool IsMeasured => Observed.Count > 0;

    /// <summary>What is aimed at in the period of the last observation; null where nothing is.</summary>
    public double? TargetNow => Target.Count > 0 && double.IsFinite(Target[At]) ? Target[At] : null;

    /// <summary>Reads an indicator off data and baseline.</summary>
    /// <param name="project">The project.</param>
    /// <param name="baseline">The solved baseline.</param>
    /// <param name="data">The project's data.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="findings">Takes what is wrong with the target.</param>
    public static IndicatorReading Of(Project project, Paths baseline, ProjectData data, Indicator indicator, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(findings);
        var indexed = project.ScenarioStart - 1;
        var measured = Measured(baseline, data, indicator);
        var observed = measured.Count == 0 ? measured : Shown(measured, indicator, indexed, baseline).Trim();
        var (column, unit) = (indicator.Symbol.Column, ShownPath.UnitOf(new PlannedChart("", "", indicator.ShownAs, indicator.Unit, [new PlannedSeries(indicator.Symbol, "")], InScenarios: false), baseline.Model));
        double Path(Period period) => period < baseline.Start || period > baseline.End ? double.NaN : baseline[column, period];
        Func<Period, double> shown = observed.Count > 0 ? p => observed[p] : p => ShownPath.Value(Path, indicator.ShownAs, p, indexed);
        var at = observed.Count > 0 ? observed.End : project.HistoryEnd;
        double change = shown(at) - shown(at - 1);
        int below = 0;
        while (shown(at - below) < 0.0) { below++; }
        return new IndicatorReading(indicator, unit, observed, at, shown(at), double.IsFinite(change) ? change : null, below, TargetOf(project, data, indicator, findings), SourceOf(baseline, data, indicator));
    }

    /// <summary>The chart of an indicator: the baseline with history shaded, what is aimed at, and the data where they differ from the baseline.</summary>
    /// <param name="project">The project.</param>
    /// <param name="baseline">The solved baseline.</param>
    /// <param name="window">First and last period shown.</param>
    /// <param name="size">The size of the chart.</param>
    /// <param name="id">The name of the chart.</param>
    public ChartSpec Chart(Project project, Paths baseline, (Period From, Period To) window, ChartSize size, string id)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(baseline);
        double[] path = ShownPath.Of(baseline, Indicator.Symbol, Indicator.ShownAs, window, project.ScenarioStart - 1);
        var series = new List<ChartSeries>();
        if (Target.Count > 0) { series.Add(new ChartSeries("Target", SeriesRole.Variable, ChartColour.Of(2), Over(window, Target))); }
        if (IsMeasured && Over(window, Observed) is var data && Differ(path, data)) { series.Add(new ChartSeries("Data", SeriesRole.Variable, ChartColour.Of(1), data)); }
        series.Add(new ChartSeries("Baseline", SeriesRole.Baseline, ChartColour.Ink, path));
        return new ChartSpec
        {
            Id = id,
            Title = Indicator.Label,
            Unit = Unit,
            Source = Source,
            Axis = new ChartAxis.Periods(window.From, window.To - window.From + 1),
            HistoryUntil = project.HistoryEnd >= window.From ? project.HistoryEnd - window.From : null,
            HasZeroLine = BelowZero > 0 || Indicator.ShownAs == ShownAs.GrowthOverYear,
            Size = size,
            Series = series,
        };
    }

    /// <summary>The measured path in the unit of the model, from all measurements of the variable; empty where there are none.</summary>
    private static TimeSeries Measured(Paths baseline, ProjectData data, Indicator indicator)
    {
        var parts = data.Measurements.Where(m => m.Variable.Name == indicator.Symbol.Name).Select(m => m.Evaluate(data.WithDerived, new DiagnosticBag()))
            .OfType<TimeSeries>().Where(s => s.Count > 0 && s.Frequency == baseline.Start.Frequency).ToList();
        if (parts.Count == 0) { return new TimeSeries(baseline.Start, []); }
        var (first, last) = (parts.Min(p => p.Start), parts.Max(p => p.End));
        return new TimeSeries(first, [.. Enumerable.Range(0, last - first + 1).Select(k => parts.Select(p => p[first + k]).LastOrDefault(v => !double.IsNaN(v), double.NaN))]);
    }

    private static TimeSeries Shown(TimeSeries measured, Indicator indicator, Period indexed, Paths baseline)
    {
        double At(Period period) => period == indexed && indicator.ShownAs == ShownAs.Index && double.IsNaN(measured[period]) ? baseline[indicator.Symbol.Column, period] : measured[period];
        return new TimeSeries(measured.Start, [.. Enumerable.Range(0, measured.Count).Select(k => ShownPath.Value(At, indicator.ShownAs, measured.Start + k, indexed))]);
    }

    private static TimeSeries TargetOf(Project project, ProjectData data, Indicator indicator, DiagnosticBag findings)
    {
        var none = new TimeSeries(project.Start, []);
        if (indicator.Target is not { } formula) { return none; }
        if (formula.TryEvaluate(data.WithDerived, out var target, out var failure))
        {
            return new TimeSeries(project.Start, [.. Enumerable.Range(0, project.End - project.Start + 1).Select(k => ValueIn(target, project.Start + k))]);
        }

        findings.Add(Diagnostic.Warning(failure.Code, failure.Message, indicator.TargetPlace?.Span, failure.Why, failure.Help));
        return none;
    }

    /// <summary>A value of the same frequency, or that of the year.</summary>
    private static double ValueIn(TimeSeries target, Period period) =>
        target.Frequency == period.Frequency ? target[period] : target.Frequency == Frequency.Annual ? target[Period.Annual(period.Year)] : double.NaN;

    private static string SourceOf(Paths baseline, ProjectData data, Indicator indicator)
    {
        var publishers = data.Measurements.Where(m => m.Variable.Name == indicator.Symbol.Name).SelectMany(data.Sources).Select(n => data.Data[n].Provenance.Publisher).Where(p => p.Length > 0).Distinct().ToList();
        return publishers.Count > 0 ? $"Source: {string.Join(", ", publishers)}; ahead: the model." : "Source: the model; no series measures it directly.";
    }

    private static double[] Over((Period From, Period To) window, TimeSeries series) => [.. series.Window(window.From, window.To)];

    /// <summary>Whether two paths differ by more than an eye can see.</summary>
    private static bool Differ(double[] path, double[] data)
    {
        double range = path.Where(double.IsFinite).DefaultIfEmpty().Max() - path.Where(double.IsFinite).DefaultIfEmpty().Min();
        return path.Zip(data).Any(p => Math.Abs(p.First - p.Second) > 0.01 * range);
    }
}
