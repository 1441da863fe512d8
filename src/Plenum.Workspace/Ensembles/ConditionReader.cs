using System.Text.RegularExpressions;
using Plenum.Engine;
using Plenum.Engine.Ensembles;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;
using Plenum.Series;

namespace Plenum.Workspace.Ensembles;

/// <summary>Reads statements about a path, such as "gdp_growth &lt; 0.045 in any year"; all findings at once.</summary>
/// <remarks>A bare number has the unit of what it is compared with, so units are not checked.</remarks>
/// <param name="baseline">The solved paths around which draws are taken.</param>
/// <param name="from">First period of the draws.</param>
/// <param name="to">Last period.</param>
/// <param name="findings">Takes what is wrong.</param>
/// <param name="place">What a statement is called in messages: the option that takes it.</param>
public sealed partial class ConditionReader(Paths baseline, Period from, Period to, DiagnosticBag findings, string place = "--event")
{
    private readonly ExpressionGraph _graph = baseline.Model.Graph.Copy();

    /// <summary>Reads one statement.</summary>
    /// <returns>The statement; null where an error was found.</returns>
    public PathCondition? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var source = new SourceText(place, text);
        var parts = Timed().Match(text);
        if (!parts.Success)
        {
            Report(WorkspaceCodes.WrongCondition, source, $"'{text}' does not say when.", "a draw has many periods.", $"add 'in any year', 'in any {Noun}', 'at {to}' or 'before {to.Year}'.");
            return null;
        }

        string what = parts.Groups["what"].Value;
        var window = Window(source, parts);
        var bound = new ExpressionBinder(baseline.Model, _graph) { ChecksUnits = false }.Bind(new SourceText(place, what), findings);
        if (bound is null || window is not { } moments) { return null; }
        if (_graph[bound.Id].Operation is not (Operation.Less or Operation.LessOrEqual or Operation.Equal or Operation.And or Operation.Or or Operation.Not))
        {
            Report(WorkspaceCodes.WrongCondition, source, $"'{what}' is a number, not a condition.", "a condition holds or does not hold.", $"compare it with something:  {what} < 0");
            return null;
        }

        var condition = new PathCondition(text.Trim(), _graph, bound.Id, moments.From, moments.To, moments.ByYear);
        return IsKnown(source, condition) ? condition : null;
    }

    private string Noun => from.Frequency switch { Frequency.Monthly => "month", Frequency.Annual => "year", _ => "quarter" };

    private (Period From, Period To, bool ByYear)? Window(SourceText source, Match parts)
    {
        if (parts.Groups["unit"].Success)
        {
            string unit = parts.Groups["unit"].Value;
            if (unit == "year" || unit == Noun || unit == "period") { return (from, to, unit == "year"); }
            Report(WorkspaceCodes.WrongCondition, source, $"the periods of the model are {Noun}s, not {unit}s.", null, $"write 'in any {Noun}' or 'in any year'.");
            return null;
        }

        string when = parts.Groups["when"].Value;
        bool isYear = Period.TryParse(when, out var period) && period.Frequency == Frequency.Annual && from.Frequency != Frequency.Annual;
        if (!isYear && (period == default || period.Frequency != from.Frequency))
        {
            Report(WorkspaceCodes.WrongCondition, source, $"'{when}' is not a period of the model.", null, $"write a period such as {to}, or a year such as {to.Year}.");
            return null;
        }

        int perYear = (int)from.Frequency;
        var first = isYear ? Period.Of(from.Frequency, period.Year, 1) : period;
        bool isBefore = parts.Groups["how"].Value == "before";
        (Period From, Period To, bool ByYear) window = isBefore ? (from, first - 1, false) : (first, isYear ? first + (perYear - 1) : first, isYear);
        if (window.From >= from && window.To <= to && window.From <= window.To) { return window; }
        Report(WorkspaceCodes.UnknownCondition, source, $"{when} lies outside the draws, which go from {from} to {to}.", null, "choose another period, or a longer --horizon.");
        return null;
    }

    private bool IsKnown(SourceText source, PathCondition condition)
    {
        if (condition.Reach.Lead > 0)
        {
            Report(WorkspaceCodes.UnknownCondition, source, $"'{condition.Text}' looks ahead.", "what comes after the last period is not drawn.", "write it with lags.");
            return false;
        }

        if (!condition.Moments.Any())
        {
            Report(WorkspaceCodes.UnknownCondition, source, $"no whole calendar year lies between {from} and {to}.", null, $"choose a longer --horizon, or write 'in any {Noun}'.");
            return false;
        }

        if (condition.From + condition.Reach.Lag >= baseline.Start && new ConditionTest(condition, baseline).IsKnown()) { return true; }
        Report(WorkspaceCodes.UnknownCondition, source, $"'{condition.Text}' reads a value that the baseline does not have.", $"its values begin in {baseline.Start}, some later.", "read shorter lags, or begin later with 'at'.");
        return false;
    }

    private void Report(string code, SourceText source, string fact, string? why, string help) =>
        findings.Add(Diagnostic.Error(code, fact, new SourceSpan(source, 0, source.Text.Length), why, help));

    [GeneratedRegex(@"^(?<what>.*\S)\s+(in\s+any\s+(?<unit>year|quarter|month|period)|(?<how>at|before)\s+(?<when>\S+))\s*$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Timed();
}
