using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Report.Figures;
using Plenum.Report.Html;
using Plenum.Workspace;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Plans;

namespace Plenum.Report.Contents;

/// <summary>The plans of a report: versions side by side, a frontier, and what certainty costs.</summary>
public static class PlanSection
{
    /// <summary>The section; without blocks where the report has no plans.</summary>
    public static ReportSection Of(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var blocks = new List<ReportBlock>();
        if (input.Plans?.Comparison is { } comparison) { AddComparison(input, comparison, blocks); }
        if (input.Plans?.Frontier is { Points.Count: > 1 } frontier)
        {
            blocks.Add(new ReportBlock.Heading($"What {Wording.Inside(frontier.First.Label)} costs in {Wording.Inside(frontier.Second.Label)}", $"{frontier.Plan.Plan.Id}. {PlanFrontierTable.InWords(frontier)}"));
            blocks.Add(new ReportBlock.Charts([Frontier(frontier)]));
            blocks.Add(new ReportBlock.Folded("The points and the slope", [Sheet(PlanFrontierTable.Of(frontier))]));
        }

        if (input.Plans?.Chance is { } chance)
        {
            blocks.Add(new ReportBlock.Heading("Targets with a probability", $"{chance.Plan.Plan.Id}. {PlanChanceTables.InWords(chance)}"));
            blocks.Add(new ReportBlock.Charts([.. chance.Outcome.Results.Take(3).Select((r, i) => Probability(input, chance, i))]));
            blocks.Add(new ReportBlock.Sheet(Sheet(PlanChanceTables.Probabilities(chance))));
            blocks.Add(new ReportBlock.Folded("The instruments before and after", [Sheet(PlanChanceTables.Instruments(chance))]));
        }

        return new ReportSection("plans", "The plans", blocks.Count == 0 ? "" : "Each plan asks which instruments reach its targets at least cost. Targets without an official number are the modellers' reading of the documents.", blocks);
    }

    private static void AddComparison(ReportInput input, PlanComparison comparison, List<ReportBlock> blocks)
    {
        blocks.Add(new ReportBlock.Heading("Versions side by side", string.Join(" ", comparison.Answers.Select(a => $"{a.Plan.Plan.Id}: {a.Plan.Plan.Title}."))));
        var aims = comparison.Outcomes.Where(o => !o.Goal.IsCondition).Select(o => input.Run.Model.Find(o.Goal.Quantity.Text)).OfType<Symbol>().Distinct();
        blocks.Add(new ReportBlock.Charts([.. aims.Select((s, i) => Paths(input, comparison, s, ScenarioCharts.Name("plan-target", i), isDifference: false, Deviation.KindOf(s) == DeviationKind.Points))]));
        blocks.Add(new ReportBlock.Heading("What is moved", "The change of each instrument from the baseline."));
        blocks.Add(new ReportBlock.Charts([.. comparison.Instruments.DistinctBy(m => m.Symbol).Select((m, i) => Paths(input, comparison, m.Symbol, ScenarioCharts.Name("plan-instrument", i), isDifference: true, m.Kind == EffectKind.Points))]));
        blocks.AddRange(PlanComparisonTables.Of(comparison).Take(1).Select(t => new ReportBlock.Sheet(Sheet(t))));
        blocks.Add(new ReportBlock.Folded("Headline, instruments and costs", [.. PlanComparisonTables.Of(comparison).Skip(1).Select(Sheet)]));
    }

    private static ChartSpec Paths(ReportInput input, PlanComparison comparison, Symbol symbol, string id, bool isDifference, bool isShare)
    {
        var (from, to) = (input.Run.Project.ScenarioStart - 1, comparison.Answers.Max(a => a.Plan.Plan.To));
        double scale = isShare ? 100.0 : 1.0;
        double[] Values(Paths paths) => [.. Enumerable.Range(0, to - from + 1).Select(k => scale * (paths[symbol.Column, from + k] - (isDifference ? input.Baseline[symbol.Column, from + k] : 0.0)))];
        var series = comparison.Answers.Select((a, i) => new ChartSeries(a.Plan.Plan.Id, SeriesRole.Scenario, ChartColour.Of(i), Values(a.Paths)));
        return new ChartSpec
        {
            Id = id,
            Title = symbol.Label.Length > 0 ? symbol.Label : symbol.Name,
            Unit = isShare ? new ChartUnit(isDifference ? "percentage points" : "%", 2, isDifference) : new ChartUnit("", 3, isDifference),
            Source = ChartSources.Model(input),
            Axis = new ChartAxis.Periods(from, to - from + 1),
            HasZeroLine = isDifference,
            Size = ChartSize.Small,
            Series = isDifference ? [.. series] : [.. series, new ChartSeries("Baseline", SeriesRole.Baseline, ChartColour.Ink, Values(input.Baseline))],
        };
    }

    /// <summary>A frontier as a chart.</summary>
    public static ChartSpec Frontier(TradeOff tradeOff)
    {
        ArgumentNullException.ThrowIfNull(tradeOff);
        bool isShare = tradeOff.Second.Quantity.Kind == EffectKind.Points;
        return new ChartSpec
        {
            Id = "plan-frontier",
            Title = tradeOff.Second.Label,
            Subtitle = $"best beside each value of {Wording.Inside(tradeOff.First.Label)}, which is below",
            Unit = new ChartUnit(isShare ? "%" : "", 2),
            Source = ChartSources.Model(tradeOff.Plan.Problem.Baseline.Model),
            Axis = new ChartAxis.Categories([.. tradeOff.Points.Select(p => PlanAmounts.Of(p.First, tradeOff.First.Quantity.Kind))]),
            Series = [new ChartSeries("Frontier", SeriesRole.Variable, ChartColour.Of(0), [.. tradeOff.Points.Select(p => (isShare ? 100.0 : 1.0) * p.Second)])],
        };
    }

    private static ChartSpec Probability(ReportInput input, ChanceAnswer answer, int place)
    {
        var result = answer.Outcome.Results[place];
        var goal = answer.Plan.Goals[result.Goal.Goal];
        return new ChartSpec
        {
            Id = ScenarioCharts.Name("plan-chance", place),
            Title = $"{goal.Label}, {goal.When}",
            Subtitle = $"{PlanAmounts.Wanted(goal.Goal, goal.Quantity.Kind)} wanted with {Numbers.Fixed(100.0 * result.Goal.Probability, 0)} %",
            Unit = new ChartUnit("% of draws", 0),
            Source = ChartSources.Model(input),
            Axis = new ChartAxis.Categories(["before", "after", "checked"]),
            HasZeroLine = true,
            Size = ChartSize.Small,
            Series = [new ChartSeries("met", SeriesRole.Part, ChartColour.Of(0), [100.0 * result.Before, 100.0 * result.After, 100.0 * result.Verified])],
        };
    }

    private static HtmlTable Sheet(Table table) => new(table.Title, [.. table.Columns.Select(c => new HtmlColumn(c.Header, c.Alignment == Alignment.Right))],
        [.. table.Rows.Select(r => new HtmlRow([.. r.Select(c => new HtmlCell(c))]))]);
}
