using Plenum.Engine;
using Plenum.Engine.Solving;
using Plenum.Language.Expressions;
using Plenum.Series;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Experiments;

/// <summary>Carries out experiments on a solved baseline and measures what they show; each treatment is solved once.</summary>
/// <remarks>Use it from one thread at a time.</remarks>
/// <param name="runner">The project.</param>
/// <param name="baseline">Its solved baseline, which stays as it is.</param>
public sealed class Laboratory(Runner runner, Paths baseline)
{
    private readonly Dictionary<string, Solution> _solved = new(StringComparer.Ordinal);

    /// <summary>The project.</summary>
    public Runner Runner { get; } = runner;

    /// <summary>The solved baseline.</summary>
    public Paths Baseline { get; } = baseline;

    /// <summary>Number of different treatments solved so far.</summary>
    public int Solves => _solved.Count;

    /// <summary>Measures what an expectation speaks of.</summary>
    /// <param name="bound">The expectation.</param>
    /// <param name="progress">Told of each period solved.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    public Measured Measure(BoundExpectation bound, IProgress<Period>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(bound);
        var first = Solve(bound.Of, progress, cancellation);
        var second = bound.Against is { } against ? Solve(against, progress, cancellation) : null;
        if ((first.Failure ?? second?.Failure) is { } failure) { return new Measured(bound, null, null, [], false, failure); }
        var measure = bound.Expectation.Measure;
        var groups = measure.Take is Take.Sum or Take.Mean ? [measure.Quarters] : measure.Quarters.Select(q => (IReadOnlyList<int>)[q]).ToList();
        var values = groups.Select(g => Value(bound, first, second, g)).ToList();
        return measure.Take switch
        {
            Take.Every or Take.Any => Single(bound, values, measure),
            Take.Largest => Of(bound, Peak(values) is { } k ? values[k] : null, Peak(values) is { } at ? measure.Quarters[at] : null),
            Take.Peak => Of(bound, Peak(values) is { } k ? measure.Quarters[k] : null, Peak(values) is { } at ? measure.Quarters[at] : null),
            Take.Share => Of(bound, values[0] / Value(bound, first, second, [measure.Whole!.Value]), measure.Quarters[0]),
            _ => Of(bound, values[0], null),
        };
    }

    /// <summary>Solves a treatment and the world it is applied in.</summary>
    public Trial Solve(BoundTreatment treatment, IProgress<Period>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(treatment);
        var reference = treatment.Under is { } under ? Solve(under, progress, cancellation) : null;
        var treated = Solve(treatment.Plan, progress, cancellation);
        var failure = reference is { Outcome.IsSolved: false } ? reference.Outcome : treated.Outcome.IsSolved ? null : treated.Outcome;
        return new Trial(reference?.Paths ?? Baseline, treated.Paths, failure);
    }

    private static Measured Single(BoundExpectation bound, List<double?> values, Measure measure)
    {
        var bounds = bound.Expectation.Bounds;
        bool isEvery = measure.Take == Take.Every;
        var order = Enumerable.Range(0, values.Count).OrderBy(k => bounds.Contains(values[k])).ThenByDescending(k => bounds.Distance(values[k])).ToList();
        int deciding = isEvery ? order[0] : order[^1];
        bool holds = isEvery ? values.TrueForAll(v => bounds.Contains(v)) : values.Exists(v => bounds.Contains(v));
        return new Measured(bound, values[deciding], measure.Quarters[deciding], values, holds, null);
    }

    private static Measured Of(BoundExpectation bound, double? value, int? quarter)
    {
        double? number = value is { } v && double.IsFinite(v) ? v : null;
        return new Measured(bound, number, quarter, [number], bound.Expectation.Bounds.Contains(number), null);
    }

    private static int? Peak(List<double?> values) => values.TrueForAll(v => v is not null) ? Enumerable.Range(0, values.Count).MaxBy(k => Math.Abs(values[k]!.Value)) : null;

    /// <summary>The effect over a group of quarters, contrasted and divided as the experiment says.</summary>
    private double? Value(BoundExpectation bound, Trial first, Trial? second, IReadOnlyList<int> quarters)
    {
        double value = Total(first, bound.Quantity);
        if (second is not null)
        {
            double other = Total(second, bound.Quantity);
            value = bound.Expectation.Experiment.Contrast == Contrast.Ratio ? Quotient(Math.Abs(value), Math.Abs(other)) : value - other;
        }

        if (bound.Over is { } over) { value = Quotient(value, Total(first, over)); }
        if (bound.Expectation.Measure.Take == Take.Mean) { value /= bound.Over is null && bound.Expectation.Experiment.Contrast != Contrast.Ratio ? quarters.Count : 1; }
        return double.IsFinite(value) ? value : null;

        double Total(Trial trial, BoundQuantity quantity) => quarters.Sum(q => trial.Effect(bound.Graph, quantity, Runner.Project.ScenarioStart + (q - 1)));

        static double Quotient(double above, double below) => Math.Abs(below) <= Bounds.Nothing ? double.NaN : above / below;
    }

    private Solution Solve(ScenarioPlan plan, IProgress<Period>? progress, CancellationToken cancellation)
    {
        string key = Key(plan);
        if (!_solved.TryGetValue(key, out var solution))
        {
            solution = Runner.SolveScenario(Baseline, plan, progress, cancellation).Solution;
            _solved.Add(key, solution);
        }

        return solution;
    }

    /// <summary>Plans with the same changes and swaps in the same order are one.</summary>
    private static string Key(ScenarioPlan plan)
    {
        var changes = plan.Changes.Select(c => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{c.Column} {c.Kind} {c.Value:R} {c.From} {c.To} {string.Join(' ', c.Weights.Select(w => w.ToString("R", System.Globalization.CultureInfo.InvariantCulture)))}"));
        var swaps = plan.Scenarios.SelectMany(s => s.Changes).Where(c => c.Instrument is not null).Select(c => $"{c.Names[0].Name} {c.Instrument!.Value.Name} {c.From} {c.To}");
        return string.Join('\n', changes.Concat(swaps));
    }
}

/// <summary>A treatment carried out: the path with it, and the one it is compared with.</summary>
/// <param name="Reference">The path without it.</param>
/// <param name="Treated">The path with it.</param>
/// <param name="Failure">How the solve ended that failed; null where both were solved.</param>
public sealed record Trial(Paths Reference, Paths Treated, SolveOutcome? Failure)
{
    /// <summary>The effect on a quantity in one period; NaN where it cannot be had.</summary>
    public double Effect(ExpressionGraph graph, BoundQuantity quantity, Period period)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        double from = GraphEvaluator.Evaluate(graph, quantity.Expression, (column, lag) => Reference[column, period + lag]);
        double to = GraphEvaluator.Evaluate(graph, quantity.Expression, (column, lag) => Treated[column, period + lag]);
        return quantity.Kind switch
        {
            EffectKind.Percent => 100.0 * ((to / from) - 1.0),
            EffectKind.Points => 100.0 * (to - from),
            _ => to - from,
        };
    }
}
