using System.Globalization;
using Plenum.Engine.Solving;
using Plenum.Language.Accounts;
using Plenum.Language.Binding;
using Plenum.Report.Figures;
using Plenum.Report.Html;
using Plenum.Workspace;

namespace Plenum.Report.Contents;

/// <summary>Composes a report: the answer, the headline, the state of the economy, the scenarios, the reasons, the accounts, the sources, the method.</summary>
public static class ReportBuilder
{
    /// <summary>Composes the report. The same input gives the same report.</summary>
    public static ReportDocument Build(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var model = input.Run.Model;
        string name = model.Title.Length > 0 ? model.Title : model.Name;
        string title = input.Title ?? input.Plan.Title ?? name;
        string facts = string.Create(CultureInfo.InvariantCulture, $"{(title == name ? "" : name + ". ")}{input.Run.Project.Start} to {input.Run.Project.End}{(input.Scenarios.Count > 0 ? $", scenarios from {input.Run.Project.ScenarioStart}" : "")}. {input.Date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture).Replace(" ", Wording.Joint, StringComparison.Ordinal)}.");
        return new ReportDocument(title, facts, AnswerText.Of(input), ScenarioCharts.Deviations(input, [.. input.Headline.Take(1)], ChartSize.Wide, "answer"),
        [
            Headline(input),
            new ReportSection("state", "The state of the economy", StateIntroduction(input), Charts(StateCharts.Of(input))),
            Scenarios(input),
            Why(input),
            PlanSection.Of(input),
            FanSection.Of(input),
            Scorecard(input),
            Accounts(input),
            Sources(input),
            Method(input),
        ]);
    }

    private static ReportSection Headline(ReportInput input)
    {
        var tables = HeadlineTables.Of(input);
        return new ReportSection("headline", "The headline", "What each scenario changes against the baseline. Blue is above it, orange below; the deeper the colour, the larger the effect among all scenarios and horizons. A heading sorts the table.",
            tables.Count == 0 ? [] : [new ReportBlock.Choice("horizon", "Horizon", tables)]);
    }

    private static string StateIntroduction(ReportInput input) => input.Run.Project.ScenarioStart > input.Run.Project.Start
        ? $"The baseline: the shaded part, up to {input.Run.Project.HistoryEnd}, is history; what follows is a reference path, not a forecast."
        : "The baseline: a reference path, not a forecast.";

    private static ReportSection Scenarios(ReportInput input)
    {
        var deviations = ScenarioCharts.Deviations(input, input.Headline, ChartSize.Small, "deviation");
        var levels = ScenarioCharts.Levels(input);
        var blocks = new List<ReportBlock>();
        if (deviations.Count > 0)
        {
            blocks.Add(new ReportBlock.Heading("Differences from the baseline"));
            blocks.Add(new ReportBlock.Charts(deviations));
        }

        if (levels.Count > 0)
        {
            blocks.Add(new ReportBlock.Heading("The paths themselves", "The baseline in black, the past shaded."));
            blocks.Add(new ReportBlock.Charts(levels));
        }

        if (blocks.Count > 0) { blocks.Add(Descriptions(input)); }
        return new ReportSection("scenarios", "The scenarios compared", "", blocks);
    }

    private static ReportBlock.Sheet Descriptions(ReportInput input) => new(new HtmlTable("What happens in each scenario", [new("Scenario"), new("What happens"), new("What the literature finds")],
        [.. input.Run.Scenarios.Where(s => s.Solution.Outcome.IsSolved).Zip(input.Scenarios).Select(p => new HtmlRow(
            [new HtmlCell(p.Second.Label) { Mark = p.Second.Colour }, new HtmlCell(string.Join(' ', p.First.Plan.Scenarios.Select(s => s.Description))), new HtmlCell(string.Join("; ", p.First.Plan.Scenarios.Select(s => s.Literature).OfType<string>()))]))]));

    private static ReportSection Why(ReportInput input)
    {
        var blocks = new List<ReportBlock>();
        var causes = CauseCharts.Of(input);
        if (causes.Count > 0)
        {
            blocks.Add(new ReportBlock.Heading($"What each cause does to {Wording.Inside(input.Headline[0].Label)}", "A scenario changes several things at once. Bars divide its difference from the baseline among them, exactly; the markers show the whole. Scenarios of one cause need no division."));
            blocks.Add(new ReportBlock.Charts(causes));
        }

        for (int i = 0; i < input.Plan.Contributions.Count; i++)
        {
            var plan = input.Plan.Contributions[i];
            blocks.Add(new ReportBlock.Charts([ContributionCharts.Growth(input, plan, i)]));
            var deviations = ContributionCharts.Deviations(input, plan, i);
            if (deviations.Count == 0) { continue; }
            blocks.Add(new ReportBlock.Heading($"What the scenarios change in {Wording.Inside(plan.Total.Label)}", "Bars add up to the difference from the baseline, which the markers show."));
            blocks.Add(new ReportBlock.Charts(deviations));
        }

        return new ReportSection("why", "Why", "", blocks);
    }

    private static ReportSection Scorecard(ReportInput input)
    {
        if (input.Claims is not { Scores.Count: > 0 } scored) { return new ReportSection("scorecard", "", "", []); }
        string simulated = scored.Set.Simulation is { Options: var options } ? $" Sim is a simulation of {options.From} to {options.To} whose add-factors do not know these periods." : "";
        string source = scored.Set.Source.Length > 0 ? $" Claims: {scored.Set.Source}." : "";
        return new ReportSection("scorecard", "The scorecard", $"{ScorecardTable.Count(scored.Scores)} Fit is history with its add-factors, which meets imposed series by construction.{simulated}{source}",
            [new ReportBlock.Sheet(ScorecardTables.Claims(scored)), new ReportBlock.Folded("Every figure and experiment", [ScorecardTables.Figures(scored)])]);
    }

    private static ReportSection Accounts(ReportInput input)
    {
        var model = input.Run.Model;
        var period = input.AccountsAt ?? input.Run.Project.ScenarioStart;
        var blocks = new List<ReportBlock>();
        foreach (var (account, kind) in new[] { (model.BalanceSheet, AccountKind.BalanceSheet), (model.Flows, AccountKind.Flows) })
        {
            if (account is not null) { blocks.Add(new ReportBlock.Sheet(AccountTables.Of(AccountMatrix.At(account, input.Baseline, period), kind, AccountUnit(model, kind)))); }
        }

        string error = input.Run.Baseline.AccountError is { } largest ? string.Create(CultureInfo.InvariantCulture, $" Over all periods the largest difference is {largest.Size:0E-0}.") : "";
        return new ReportSection("accounts", "The accounts", $"Whatever one sector owns another owes, and whatever one pays another receives: rows of claims and payments sum to zero, those of real assets excepted, and each column to what the model says of its sector. Assets and receipts are positive, liabilities and payments negative.{error}", blocks);
    }

    /// <summary>The currency of the model, where it has one alone that is not a volume.</summary>
    private static string AccountUnit(BoundModel model, AccountKind kind)
    {
        var account = kind == AccountKind.BalanceSheet ? model.BalanceSheet : model.Flows;
        string? name = account?.Rows.Where(r => !r.IsReal).Select(r => model.Find(r.Name)?.Unit?.ToString().Split('/')[0]).FirstOrDefault(u => u is not null);
        return name is null ? "" : model.Units.FirstOrDefault(u => u.Name == name) is { Label.Length: > 0 } unit ? unit.Label : name;
    }

    private static ReportSection Sources(ReportInput input)
    {
        var blocks = new List<ReportBlock>();
        if (input.Data is { Series.Count: > 0 } data)
        {
            blocks.Add(new ReportBlock.Heading("Observed series"));
            blocks.AddRange(SourceTables.Series(data).Select(t => new ReportBlock.Folded(t.Caption, [t])));
        }

        var parameters = SourceTables.Parameters(input.Run.Model);
        if (parameters.Count > 0)
        {
            blocks.Add(new ReportBlock.Heading("Parameters"));
            blocks.AddRange(parameters.Select(t => new ReportBlock.Folded(t.Caption, [t])));
        }

        return new ReportSection("sources", "Data and parameters", "Every observed series with its publisher, and every parameter with its source. A line opens its table.", blocks);
    }

    private static ReportSection Method(ReportInput input)
    {
        var blocks = new List<ReportBlock>();
        foreach (var note in input.Plan.Notes)
        {
            blocks.Add(new ReportBlock.Heading(note.Title));
            blocks.Add(new ReportBlock.Prose(note.Text));
        }

        blocks.Add(new ReportBlock.Heading("The model and its solution"));
        blocks.Add(new ReportBlock.Prose(Solution(input.Run)));
        if (input.Commands.Count > 0)
        {
            blocks.Add(new ReportBlock.Heading("To see the same again"));
            blocks.Add(new ReportBlock.Commands(input.Commands));
        }

        return new ReportSection("method", "Method", "", blocks);
    }

    private static string Solution(Run run)
    {
        var model = run.Model;
        int behavioural = model.Equations.Count(e => e.Kind == EquationKind.Behavioural);
        string how = run.Baseline.Outcome is SolveOutcome.Converged converged
            ? run.Terminal is { } terminal ? string.Create(CultureInfo.InvariantCulture, $"All periods are solved together in {Wording.Counted(converged.MaxIterations, "iteration", "iterations")} ({terminal}).")
            : string.Create(CultureInfo.InvariantCulture, $"Each period is solved by itself, in {Wording.Counted(converged.MedianIterations, "iteration", "iterations")} at the median.")
            : "";
        string accounts = run.Baseline.AccountError is { } error ? string.Create(CultureInfo.InvariantCulture, $" The accounts balance to {error.Size:0E-0} in every period.") : "";
        string variants = model.ActiveVariants.Count > 0 ? $" Variants switched on: {string.Join(", ", model.ActiveVariants)}." : "";
        return $"{Wording.Counted(model.Equations.Count, "equation", "equations")}, {behavioural.ToString(CultureInfo.InvariantCulture)} of them behavioural, from {run.Project.Start} to {run.Project.End}. {how}{accounts}{variants}";
    }

    private static List<ReportBlock> Charts(IReadOnlyList<ChartSpec> charts) => charts.Count == 0 ? [] : [new ReportBlock.Charts(charts)];
}
