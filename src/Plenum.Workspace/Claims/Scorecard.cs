using Plenum.Engine;
using Plenum.Engine.Solving;
using Plenum.Series;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.History;

namespace Plenum.Workspace.Claims;

/// <summary>Scores claims against data, against history in the model, and against a simulation of it.</summary>
/// <remarks>
/// <em>Fit</em> is history with the add-factors of the baseline, <em>sim</em> the same periods with add-factors that do not know them; see
/// <see cref="DynamicSimulation"/>. Use it from one thread at a time.
/// </remarks>
public sealed class Scorecard
{
    private readonly Laboratory _laboratory;
    private readonly DynamicSimulationOptions? _options;
    private readonly IProgress<Period>? _progress;
    private readonly CancellationToken _cancellation;

    /// <summary>Prepares to score, and simulates history.</summary>
    /// <param name="laboratory">The solved baseline, and where experiments are carried out.</param>
    /// <param name="options">How history is simulated; null for no simulation.</param>
    /// <param name="progress">Told of each period solved.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    public Scorecard(Laboratory laboratory, DynamicSimulationOptions? options, IProgress<Period>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(laboratory);
        (_laboratory, _options, _progress, _cancellation) = (laboratory, options, progress, cancellation);
        if (options is not null) { Simulation = DynamicSimulation.Run(laboratory.Runner, laboratory.Baseline, options, progress, cancellation); }
    }

    /// <summary>The simulation of history; null where there is none.</summary>
    public Solution? Simulation { get; }

    /// <summary>Scores one claim.</summary>
    public ClaimScore Score(BoundClaim bound)
    {
        ArgumentNullException.ThrowIfNull(bound);
        var history = _laboratory.Baseline;
        var without = bound.Without?.Run(_laboratory.Runner, history, _progress, _cancellation);
        var experiments = bound.Expectations.Select(e => _laboratory.Measure(e, _progress, _cancellation)).ToList();
        SolveOutcome? failure = without is { Outcome.IsSolved: false } ? without.Outcome : experiments.Select(m => m.Failure).FirstOrDefault(f => f is not null);
        return new ClaimScore(bound.Claim, [.. bound.Figures.Select(f => Score(f, history, without))], experiments, failure);
    }

    private FigureScore Score(BoundFigure figure, Paths history, Solution? without)
    {
        if (without is not null)
        {
            double? other = without.Outcome.IsSolved ? figure.In(without.Paths) : null;
            return new FigureScore(figure, other - figure.In(history), null, other);
        }

        bool isReached = _options is { } options && Simulation is { Outcome.IsSolved: true } && figure.Figure.At >= options.From && figure.Figure.At <= options.To;
        return new FigureScore(figure, figure.In(history), isReached ? figure.In(Simulation!.Paths) : null);
    }
}
