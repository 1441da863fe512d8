using Plenum.Report.Figures;
using Plenum.Workspace.Explanations;

namespace Plenum.Report.Contents;

/// <summary>The answers to why one variable differs in a scenario, one for each period in order.</summary>
/// <param name="Scenario">The name of the scenario.</param>
/// <param name="Answer">The explanation; its questions are the periods of the comparison.</param>
public sealed record ScenarioExplanation(string Scenario, Explanation Answer);

/// <summary>What each cause of a scenario contributes to the first headline variable, period by period.</summary>
public static class CauseCharts
{
    /// <summary>The questions that the charts answer.</summary>
    public static IReadOnlyList<ExplainedValue> Questions(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Headline.Count == 0) { return []; }
        var (main, start) = (input.Headline[0], input.Run.Project.ScenarioStart);
        return [.. Enumerable.Range(0, input.Comparison.To - start + 1).Select(k => new ExplainedValue(main.Symbol, main.Kind, start + k))];
    }

    /// <summary>One chart for each scenario with more than one cause.</summary>
    public static IReadOnlyList<ChartSpec> Of(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var charts = new List<ChartSpec>();
        foreach (var scenario in input.Scenarios)
        {
            if (input.Explanations.FirstOrDefault(e => e.Scenario == scenario.Name)?.Answer is { Drivers.Count: > 1, Changes.Count: > 0 } answer) { charts.Add(Draw(answer, scenario, input.Headline[0], ScenarioCharts.Name("causes", charts.Count)) with { Source = ChartSources.Model(input) }); }
        }

        return charts;
    }

    private static ChartSpec Draw(Explanation answer, ReportScenario scenario, ShownVariable variable, string id)
    {
        // The largest causes have a colour each; the others share the last one.
        double[] Values(int driver) => [.. answer.Changes.Select(c => c.Contributions[driver])];
        var causes = answer.Drivers.Select((d, i) => (Label: Label(d), Values: Values(i))).OrderByDescending(c => c.Values.Max(Math.Abs)).ToList();
        int shown = causes.Count <= ChartColour.Slots ? causes.Count : ChartColour.Slots - 1;
        var series = causes.Take(shown).Select((c, i) => new ChartSeries(c.Label, SeriesRole.Part, ChartColour.Of(i), c.Values)).ToList();
        if (shown < causes.Count) { series.Add(new ChartSeries("Other causes", SeriesRole.Part, ChartColour.Of(shown), [.. answer.Changes.Select((_, k) => causes.Skip(shown).Sum(c => c.Values[k]))])); }
        series.Add(new ChartSeries(variable.Label, SeriesRole.Net, ChartColour.Ink, [.. answer.Changes.Select(c => c.Total)]));
        return new ChartSpec
        {
            Id = id,
            Title = scenario.Label,
            Unit = ScenarioCharts.UnitOf(variable),
            Axis = new ChartAxis.Periods(answer.Changes[0].Value.Period, answer.Changes.Count),
            HasZeroLine = true,
            Series = series,
        };
    }

    private static string Label(ExplainedDriver driver) => driver.Label.Length > 0 ? driver.Label : Wording.Words(driver.Name);
}
