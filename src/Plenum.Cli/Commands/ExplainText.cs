using System.Globalization;
using Plenum.Report;
using Plenum.Report.Figures;
using Plenum.Workspace;
using Plenum.Workspace.Explanations;

namespace Plenum.Cli.Commands;

/// <summary>Writes an explanation for people: causes, channels, and what the numbers mean.</summary>
internal static class ExplainText
{
    private const int LongestTerm = 56;
    private const int MostYears = 6;

    public static void Write(CommandConsole console, ExplainAnswer answer, int top)
    {
        console.Out.WriteLine(console.Style.Strong(answer.Title));
        foreach (var variable in answer.Variables)
        {
            console.Out.WriteLine();
            if (answer.IsHistory) { WriteHistory(console, answer, variable, top); } else { WriteChange(console, answer, answer.Of(variable)[0], variable, top); }
        }

        console.Out.WriteLine();
        console.WriteWrapped(Meaning(answer));
        foreach (var finding in answer.Explanation.Diagnostics) { console.Error.WriteLine(finding); }
    }

    private static void WriteChange(CommandConsole console, ExplainAnswer answer, ExplainedChange change, ShownVariable variable, int top)
    {
        int horizon = change.Value.Period - answer.ScenarioStart + 1;
        string place = horizon > 0 ? string.Create(CultureInfo.InvariantCulture, $"{change.Value.Period}, period {horizon}") : change.Value.Period.ToString();
        int decimals = ContributionTable.Decimals([change.Total, .. change.Contributions]);
        console.Out.WriteLine(console.Style.Strong($"{variable.Label} in {place}: {Numbers.Signed(change.Total, decimals)} {variable.Unit}"));
        if (change.Contributions.All(c => c == 0.0))
        {
            console.Out.WriteLine("Nothing that differs moves it.");
            return;
        }

        bool hasSeveral = answer.Explanation.Drivers.Select(d => d.Scenario).Distinct().Count() > 1;
        var rows = change.Contributions.Select((c, d) => new Contribution(answer.Explanation.Drivers[d].Name, c, hasSeveral ? answer.Explanation.Drivers[d].Scenario ?? "" : "")).ToList();
        console.Write(ContributionTable.Draw("Cause", rows, change.Total, variable.Unit, top, decimals));
        WriteChannels(console, answer, change, variable, top);
        console.Out.WriteLine(console.Style.Faint(string.Create(CultureInfo.InvariantCulture, $"Unexplained: {change.Unexplained:0.0e+0} {variable.Unit}")));
    }

    private static void WriteChannels(CommandConsole console, ExplainAnswer answer, ExplainedChange change, ShownVariable variable, int top)
    {
        if (answer.Explanation.ChannelsOf(change.Value) is not { } channels) { return; }
        var (line, _) = channels.Equation.Span.Source.Position(channels.Equation.Span.Start);
        console.Out.WriteLine();
        console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"By the terms of its equation ({channels.Equation.Span.Source.Path}:{line}):"));
        var rows = channels.Terms.Select(t => new Contribution(Shortened(t.Text), t.Contribution)).ToList();
        int decimals = ContributionTable.Decimals(rows.Select(r => r.Value));
        console.Write(ContributionTable.Draw("Term", rows, channels.Total, channels.IsLogarithm ? "log %" : variable.Unit, top, decimals));
    }

    /// <summary>Contributions by year, the mean of its periods; the largest causes over the whole window first.</summary>
    private static void WriteHistory(CommandConsole console, ExplainAnswer answer, ShownVariable variable, int top)
    {
        var changes = answer.Of(variable);
        var columns = Columns(changes);
        int decimals = Math.Min(4, ContributionTable.Decimals(changes.Select(c => c.Total)));
        var order = Enumerable.Range(0, answer.Explanation.Drivers.Count)
            .Where(d => changes.Any(c => c.Contributions[d] != 0.0))
            .OrderByDescending(d => changes.Sum(c => Math.Abs(c.Contributions[d]))).ToList();
        var shown = order.Count <= top + 1 ? order : order[..top];
        var rows = new List<IReadOnlyList<string>>();
        if (variable.Kind == DeviationKind.Points)
        {
            rows.Add(["Actual, %", .. columns.Select(g => Numbers.Fixed(100.0 * g.Changes.Average(c => answer.Explanation.Other[c.Value.Variable.Column, c.Value.Period]), decimals))]);
            rows.Add(["As before, %", .. columns.Select(g => Numbers.Fixed(100.0 * g.Changes.Average(c => answer.Explanation.Reference[c.Value.Variable.Column, c.Value.Period]), decimals))]);
        }

        rows.Add([$"Difference, {variable.Unit}", .. columns.Select(g => Numbers.Signed(g.Changes.Average(c => c.Total), decimals))]);
        rows.AddRange(shown.Select(d => Row(answer.Explanation.Drivers[d].Name, c => c.Contributions[d])));
        if (shown.Count < order.Count) { rows.Add(Row($"all others ({order.Count - shown.Count})", c => order.Skip(shown.Count).Sum(d => c.Contributions[d]))); }
        var heads = new List<TableColumn> { new(variable.Label, Alignment.Left, MaySqueeze: true) };
        heads.AddRange(columns.Select(g => new TableColumn(g.Name)));
        console.Write(new Table("", heads, rows));
        console.Out.WriteLine(console.Style.Faint(string.Create(CultureInfo.InvariantCulture, $"Unexplained, at most: {changes.Max(c => Math.Abs(c.Unexplained)):0.0e+0} {variable.Unit}")));

        IReadOnlyList<string> Row(string name, Func<ExplainedChange, double> part) => [name, .. columns.Select(g => Numbers.Signed(g.Changes.Average(part), decimals))];
    }

    /// <summary>The periods one by one where they are few, else by year.</summary>
    private static List<(string Name, IReadOnlyList<ExplainedChange> Changes)> Columns(IReadOnlyList<ExplainedChange> changes) =>
        changes.Count <= MostYears
            ? [.. changes.Select(c => (c.Value.Period.ToString(), (IReadOnlyList<ExplainedChange>)[c]))]
            : [.. changes.GroupBy(c => c.Value.Period.Year).Select(g => (g.Key.ToString(CultureInfo.InvariantCulture), (IReadOnlyList<ExplainedChange>)[.. g])).TakeLast(MostYears)];

    private static string Meaning(ExplainAnswer answer)
    {
        string unit = answer.Variables.All(v => v.Kind == DeviationKind.Points) ? "percentage points" : answer.Variables.All(v => v.Kind == DeviationKind.Percent) ? $"per cent of {answer.Reference}" : $"per cent of {answer.Reference}, or percentage points (pp)";
        string years = answer.IsHistory && answer.Of(answer.Variables[0]).Count > MostYears ? " A year is the mean of its periods." : "";
        string terms = answer.IsHistory ? "" : " Terms say through what the variable is moved first, causes what stands behind it.";
        return $"Differences from {answer.Reference} in {unit}. All causes move together from there; each is credited with what its part of every small step does, so that the contributions add up.{years}{terms}";
    }

    private static string Shortened(string text) => text.Length <= LongestTerm ? text : $"{text[..(LongestTerm - 1)].TrimEnd()}…";
}
