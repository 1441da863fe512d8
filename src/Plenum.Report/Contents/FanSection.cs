using System.Globalization;
using Plenum.Engine.Ensembles;
using Plenum.Report.Figures;
using Plenum.Report.Html;
using Plenum.Workspace.Ensembles;

namespace Plenum.Report.Contents;

/// <summary>Draws around the baseline, for the section that says how sure a path is.</summary>
/// <param name="Simulation">What was drawn.</param>
/// <param name="Draws">The draws.</param>
/// <param name="Variables">Their tracked variables.</param>
public sealed record SimulatedFans(Simulation Simulation, DrawSelection Draws, IReadOnlyList<ShownVariable> Variables);

/// <summary>The section "How sure?": fan charts, and how likely events are.</summary>
internal static class FanSection
{
    private const int YearsOfHistory = 5;

    /// <summary>The section; without blocks where nothing was drawn.</summary>
    public static ReportSection Of(ReportInput input)
    {
        if (input.Fans is not { } fans) { return new ReportSection("fans", "", "", []); }
        var ensemble = fans.Simulation.Ensemble;
        int history = YearsOfHistory * (int)ensemble.From.Frequency;
        var blocks = new List<ReportBlock> { new ReportBlock.Charts([.. FanCharts.Draw(fans.Draws, fans.Variables, history, ChartSize.Half).Select(c => c with { Source = ChartSources.Model(input) })]) };
        if (fans.Simulation.Events > 0) { blocks.Add(new ReportBlock.Sheet(Events(fans))); }
        string failed = fans.Draws.Result.Failures.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $" {fans.Draws.Result.Failures.Count:N0} further draws could not be solved.") : "";
        string text = string.Create(CultureInfo.InvariantCulture, $"{fans.Draws.Count:N0} draws around the baseline, seed {fans.Draws.Result.Options.Seed}: {What(fans)}. The dark band holds half of them and the light one nine tenths; the blue line is their median, which leaves the baseline where the model is not linear. Scenarios and other models are not in the bands.{failed}");
        return new ReportSection("fans", "How sure?", text, blocks);
    }

    private static string What(SimulatedFans fans)
    {
        var (sources, model) = (fans.Simulation.Sources, fans.Simulation.Ensemble.Baseline.Model);
        var uncertainty = fans.Simulation.Ensemble.Uncertainty;
        int exogenous = sources.Columns.Count(c => model.Symbols[c].Role == Language.Binding.Role.Exogenous);
        var parts = new[]
        {
            (sources.Columns.Count - exogenous, Wording.Counted(sources.Columns.Count - exogenous, "equation errs", "equations err") + " as in history"),
            (exogenous, Wording.Counted(exogenous, "given path moves", "given paths move") + " as in history"),
            (uncertainty.Parameters.Count, Wording.Counted(uncertainty.Parameters.Count, "parameter lies", "parameters lie") + " within ranges or priors"),
            (uncertainty.Risks.Count, Wording.Counted(uncertainty.Risks.Count, "event", "events") + " may happen"),
        };
        return string.Join(", ", parts.Where(p => p.Item1 > 0).Select(p => p.Item2));
    }

    private static HtmlTable Events(SimulatedFans fans) => new("How likely", [new("Event"), new("Probability", IsNumber: true, "%"), new("Sampling error", IsNumber: true, "%")],
        [.. fans.Simulation.Ensemble.Conditions.Take(fans.Simulation.Events).Select((c, i) => new HtmlRow([new HtmlCell(c.Text), Percent(fans.Draws.Probability(i)), Percent(fans.Draws.Probability(i) is { } p ? fans.Draws.SamplingError(p) : null)]))]);

    private static HtmlCell Percent(double? share) => new(Numbers.Fixed(100.0 * share, 1), 100.0 * share);
}
