using System.Globalization;
using Plenum.Engine;
using Plenum.Engine.Attribution;
using Plenum.Engine.Closures;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Explanations;

/// <summary>Says why paths differ: a scenario from its baseline, history from what would have been, one baseline from another.</summary>
/// <remarks>Use it from one thread at a time, and not while its runner solves.</remarks>
public sealed class Explainer
{
    /// <summary>The largest part of a change, in the unit shown, that may stay unexplained without a warning.</summary>
    public const double LargestUnexplained = 1e-8;

    private readonly Runner _runner;
    private readonly Attributor _attributor;

    /// <summary>Prepares to explain what a runner solves.</summary>
    public Explainer(Runner runner)
    {
        ArgumentNullException.ThrowIfNull(runner);
        _runner = runner;
        _attributor = new Attributor(runner.Model, runner.Solver);
    }

    /// <summary>Why a scenario differs from the baseline.</summary>
    /// <param name="baseline">The solved baseline.</param>
    /// <param name="plan">The scenario.</param>
    /// <param name="values">What is asked.</param>
    /// <param name="findings">Takes what keeps the question from being answered.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <returns>The answer; null after an error.</returns>
    public Explanation? ExplainScenario(Paths baseline, ScenarioPlan plan, IReadOnlyList<ExplainedValue> values, DiagnosticBag findings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(values);
        return Explain(baseline, _runner.Project.ScenarioStart, ScenarioDrivers.Of(plan, baseline, values.Max(v => v.Period)), values, plan.Closure, findings, cancellation);
    }

    /// <summary>Why history differs from what would have been if everything given had gone on as before.</summary>
    /// <param name="actual">The solved path that reaches over history.</param>
    /// <param name="from">First period in which something new may happen.</param>
    /// <param name="values">What is asked.</param>
    /// <param name="findings">Takes what keeps the question from being answered.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <returns>The answer; null after an error.</returns>
    public Explanation? ExplainHistory(Paths actual, Period from, IReadOnlyList<ExplainedValue> values, DiagnosticBag findings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(findings);
        if (LooksAhead(findings)) { return null; }
        int needed = HistoryReference.PeriodsBefore(from.Frequency);
        var earliest = _runner.Project.Start + needed;
        if (from < earliest)
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.ShortHistory, $"history before {from} is too short.", null, string.Create(CultureInfo.InvariantCulture, $"what would have been goes on from the {needed} periods before, and the project starts in {_runner.Project.Start}."), $"begin in {earliest} or later."));
            return null;
        }

        var to = values.Max(v => v.Period);
        var reference = HistoryReference.Build(actual, from);
        return Solve(reference, from, to, findings, cancellation)
            ? Explain(reference, from, PathDrivers.Between(reference, actual, from, to), values, Closure.Declared(_runner.Model), findings, cancellation)
            : null;
    }

    /// <summary>Why one baseline differs from another of the same model.</summary>
    /// <param name="baseline">The solved baseline of the project.</param>
    /// <param name="other">What the other baseline is given; solved here.</param>
    /// <param name="values">What is asked; differences are taken from the other baseline.</param>
    /// <param name="findings">Takes what keeps the question from being answered.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <returns>The answer; null after an error.</returns>
    public Explanation? ExplainVintage(Paths baseline, Paths other, IReadOnlyList<ExplainedValue> values, DiagnosticBag findings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(findings);
        if (LooksAhead(findings)) { return null; }
        var from = _runner.Project.Start;
        var to = values.Max(v => v.Period);
        var reference = Aligned(other, baseline);
        return Solve(reference, from, to, findings, cancellation)
            ? Explain(reference, from, PathDrivers.Between(reference, baseline, from, to), values, Closure.Declared(_runner.Model), findings, cancellation)
            : null;
    }

    private Explanation? Explain(Paths reference, Period from, IReadOnlyList<ExplainedDriver> drivers, IReadOnlyList<ExplainedValue> values, Closure closure, DiagnosticBag findings, CancellationToken cancellation)
    {
        if (LooksAhead(findings) || Outcomes(reference, values, findings) is not { } outcomes) { return null; }
        if (!_attributor.TryAttribute(reference, from, [.. drivers.Select(d => d.Cause)], outcomes, closure, out var attribution, out var failure, cancellation))
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.NoWay, "the model cannot be solved everywhere between the two paths.", null, "contributions are summed along the straight way from the first path to the second.", "the next message says where; make the changes smaller, or explain them one by one."));
            findings.AddRange(failure.Diagnostics);
            return null;
        }

        var changes = values.Select((v, o) => new ExplainedChange(
            v,
            attribution.Totals[o],
            [.. drivers.Select((_, d) => attribution[o, d])],
            attribution.Unexplained[o],
            attribution.SplitErrors[o])).ToList();
        return new Explanation(drivers, changes, from, attribution.Before, attribution.After, attribution.Points, attribution.Kinks, [.. changes.Where(c => !(Math.Abs(c.Unexplained) <= LargestUnexplained)).Select(LeftOver)]);
    }

    /// <summary>The values asked for with the factor that brings their change into the unit shown; null where one has no percentage.</summary>
    private static List<Outcome>? Outcomes(Paths reference, IReadOnlyList<ExplainedValue> values, DiagnosticBag findings)
    {
        var outcomes = new List<Outcome>(values.Count);
        foreach (var value in values)
        {
            double before = reference[value.Variable.Column, value.Period];
            if (value.Kind == DeviationKind.Percent && before == 0.0)
            {
                findings.Add(Diagnostic.Error(WorkspaceCodes.NoPercentage, $"'{value.Variable.Name}' is zero in {value.Period} on the path that differences are taken from.", null, "nothing is a per cent of zero.", "ask for another period, or give the variable 'kind: points' under 'headline' in project.yaml."));
            }

            outcomes.Add(new Outcome(value.Variable.Column, value.Period, value.Kind == DeviationKind.Percent ? 100.0 / before : 100.0));
        }

        return findings.HasErrors ? null : outcomes;
    }

    private bool LooksAhead(DiagnosticBag findings)
    {
        if (_runner.Model.Reach.Lead == 0) { return false; }
        findings.Add(Diagnostic.Error(WorkspaceCodes.ExplainsNoLeads, "a model that looks ahead cannot be explained yet.", null, "contributions rest on derivatives that are taken one period after the other.", "compare the paths instead:  plenum compare baseline SCENARIO"));
        return true;
    }

    private bool Solve(Paths paths, Period from, Period to, DiagnosticBag findings, CancellationToken cancellation)
    {
        var outcome = _runner.Solver.Solve(paths, from, to, null, null, cancellation);
        findings.AddRange(outcome.Diagnostics);
        return outcome.IsSolved;
    }

    /// <summary>The same values in the window of other paths, as far as both reach.</summary>
    private static Paths Aligned(Paths values, Paths window)
    {
        var aligned = new Paths(window.Model, window.Start, window.Count);
        for (int t = 0; t < aligned.Count; t++)
        {
            int source = window.Start + t - values.Start;
            if (source >= 0 && source < values.Count) { values.Row(source).CopyTo(aligned.Row(t)); }
        }

        return aligned;
    }

    private static Diagnostic LeftOver(ExplainedChange change) => Diagnostic.Warning(
        WorkspaceCodes.Unexplained,
        string.Create(CultureInfo.InvariantCulture, $"{change.Unexplained:0.0e+0} of the change of '{change.Value.Variable.Name}' in {change.Value.Period} stays unexplained."),
        null,
        "the change jumps on the way, as it does where 'if' has branches that do not meet, or the way has too many kinks.",
        "explain a smaller change, or parts of it.");
}
