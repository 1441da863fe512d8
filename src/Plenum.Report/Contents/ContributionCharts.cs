using Plenum.Language.Binding;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Workspace.Reports;

namespace Plenum.Report.Contents;

/// <summary>Parts of a sum as contributions to its growth, and to its deviations from the baseline.</summary>
/// <remarks>Exact for sums at constant prices: a part contributes its change relative to the total. What the parts leave is shown as the rest where it can be seen.</remarks>
public static class ContributionCharts
{
    private const double Visible = 0.005;

    /// <summary>Contributions to growth on a year earlier in the baseline, in percentage points.</summary>
    /// <param name="input">The report's input.</param>
    /// <param name="plan">The sum and its parts.</param>
    /// <param name="index">Which of the sums it is, from 0.</param>
    public static ChartSpec Growth(ReportInput input, PlannedContributions plan, int index)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(plan);
        var project = input.Run.Project;
        int year = (int)project.Start.Frequency;
        // Where data give the sum before the first solved period and working paths its parts, growth in the first year would not add up.
        var window = (From: Known(input, plan, project.Baseline.Assumptions is null ? project.Start - year : project.Start) + year, To: project.End);
        return Draw(plan, window, ScenarioCharts.Name("growth", index), plan.Title, new ChartUnit("percentage points of growth on a year earlier"), ChartSize.Wide, (column, period) =>
            100.0 * (input.Baseline[column, period] - input.Baseline[column, period - year]) / input.Baseline[plan.Total.Column, period - year]) with
        {
            HistoryUntil = StateCharts.History(input, window),
            Source = ChartSources.Of(input, [plan.Total]),
        };
    }

    /// <summary>Contributions to the deviation from the baseline, in per cent of its total, one chart a scenario.</summary>
    /// <param name="input">The report's input.</param>
    /// <param name="plan">The sum and its parts.</param>
    /// <param name="index">Which of the sums it is, from 0.</param>
    public static IReadOnlyList<ChartSpec> Deviations(ReportInput input, PlannedContributions plan, int index)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(plan);
        return [.. input.Scenarios.Select((s, i) => Draw(plan, input.Comparison, ScenarioCharts.Name(ScenarioCharts.Name("parts", index), i), s.Label,
            new ChartUnit($"% of {Wording.Inside(plan.Total.Label)} in the baseline", 2, IsSigned: true), ChartSize.Small, (column, period) =>
                100.0 * (s.Paths[column, period] - input.Baseline[column, period]) / input.Baseline[plan.Total.Column, period]) with { Source = ChartSources.Model(input) })];
    }

    /// <summary>The first period, not before the wanted one, in which the sum and all its parts are known.</summary>
    private static Period Known(ReportInput input, PlannedContributions plan, Period wanted)
    {
        var symbols = plan.Parts.SelectMany(p => p.Added.Concat(p.Subtracted)).Append(plan.Total).ToList();
        var period = wanted < input.Baseline.Start ? input.Baseline.Start : wanted;
        while (period < input.Run.Project.Start && symbols.Exists(s => !double.IsFinite(input.Baseline[s.Column, period]))) { period += 1; }
        return period;
    }

    private static ChartSpec Draw(PlannedContributions plan, (Period From, Period To) window, string id, string title, ChartUnit unit, ChartSize size, Func<int, Period, double> contribution)
    {
        int count = window.To - window.From + 1;
        double[] Values(Symbol symbol) => [.. Enumerable.Range(0, count).Select(k => contribution(symbol.Column, window.From + k))];
        var parts = plan.Parts.Select((part, p) => new ChartSeries(part.Label, SeriesRole.Part, ChartColour.Of(p), Sum(count, part.Added.Select(Values), part.Subtracted.Select(Values)))).ToList();
        double[] net = Values(plan.Total);
        double[] rest = Sum(count, [net], parts.Select(p => (double[])p.Values));
        if (rest.Any(r => Math.Abs(r) > Visible)) { parts.Add(new ChartSeries("Rest", SeriesRole.Part, ChartColour.Of(ChartColour.Slots - 1), rest)); }
        parts.Add(new ChartSeries(plan.Total.Label.Length > 0 ? plan.Total.Label : plan.Total.Name, SeriesRole.Net, ChartColour.Ink, net));
        return new ChartSpec { Id = id, Title = title, Unit = unit, Axis = new ChartAxis.Periods(window.From, count), HasZeroLine = true, Size = size, Series = parts };
    }

    private static double[] Sum(int count, IEnumerable<double[]> added, IEnumerable<double[]> subtracted)
    {
        var sum = new double[count];
        foreach (double[] values in added) { for (int k = 0; k < count; k++) { sum[k] += values[k]; } }
        foreach (double[] values in subtracted) { for (int k = 0; k < count; k++) { sum[k] -= values[k]; } }
        return sum;
    }
}
