using Plenum.Engine;
using Plenum.Engine.Closures;
using Plenum.Language.Binding;
using Plenum.Series;

namespace Plenum.Workspace.History;

/// <summary>What becomes of an add-factor in a simulation of history.</summary>
public enum AddFactorRule
{
    /// <summary>Its mean over the years before.</summary>
    Mean,

    /// <summary>Its value in the period before the simulation begins.</summary>
    Hold,

    /// <summary>Zero: the equation stands alone.</summary>
    Zero,
}

/// <summary>How history is simulated.</summary>
public sealed record DynamicSimulationOptions
{
    /// <summary>First period simulated.</summary>
    public required Period From { get; init; }

    /// <summary>Last period simulated.</summary>
    public required Period To { get; init; }

    /// <summary>First period of the mean of <see cref="AddFactorRule.Mean"/>.</summary>
    public required Period MeanFrom { get; init; }

    /// <summary>Last period of that mean; before <see cref="From"/>, so that nothing of what is simulated enters it.</summary>
    public required Period MeanTo { get; init; }

    /// <summary>The rule of all add-factors that <see cref="Rules"/> does not name; their mean by default.</summary>
    public AddFactorRule Rule { get; init; } = AddFactorRule.Mean;

    /// <summary>Rules by the name of an equation, or of a family of them; the more precise name counts.</summary>
    public IReadOnlyDictionary<string, AddFactorRule> Rules { get; init; } = new Dictionary<string, AddFactorRule>();

    /// <summary>The rule for one add-factor.</summary>
    public AddFactorRule RuleOf(Symbol variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return Rules.TryGetValue(variable.Name, out var own) || Rules.TryGetValue(variable.Family, out own) ? own : Rule;
    }
}

/// <summary>Simulates a stretch of history: given paths as they were, add-factors that do not know what came.</summary>
/// <remarks>
/// History with its own add-factors meets the data by construction. A simulation shows what the equations explain once the exogenous paths
/// are known; lags of simulated periods are simulated values. Source: R. C. Fair (1984), "Specification, Estimation, and Analysis of
/// Macroeconometric Models", chapter 8 (evaluating predictive accuracy).
/// </remarks>
public static class DynamicSimulation
{
    /// <summary>Simulates on a copy of history.</summary>
    /// <param name="runner">The project.</param>
    /// <param name="history">Its solved baseline, which stays as it is.</param>
    /// <param name="options">Periods and rules.</param>
    /// <param name="progress">Told of each period solved.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <returns>History before the simulation, the simulation, and after it what the baseline holds.</returns>
    /// <exception cref="ArgumentException">The mean is empty or reaches into the simulation.</exception>
    public static Solution Run(Runner runner, Paths history, DynamicSimulationOptions options, IProgress<Period>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(options);
        if (options.MeanTo < options.MeanFrom || options.MeanTo >= options.From) { throw new ArgumentException($"The mean from {options.MeanFrom} to {options.MeanTo} must end before {options.From}.", nameof(options)); }
        var paths = history.Copy();
        foreach (var equation in runner.Model.Equations.Where(e => e.AddFactor >= 0))
        {
            double value = options.RuleOf(runner.Model.Symbols[equation.Determines]) switch
            {
                AddFactorRule.Mean => Mean(history, equation.AddFactor, options.MeanFrom, options.MeanTo),
                AddFactorRule.Hold => history[equation.AddFactor, options.From - 1],
                _ => 0.0,
            };
            for (var period = options.From; period <= options.To; period += 1) { paths[equation.AddFactor, period] = value; }
        }

        return runner.Solve(paths, options.From, options.To, Closure.Declared(runner.Model), progress, cancellation);
    }

    private static double Mean(Paths paths, int column, Period from, Period to)
    {
        double sum = 0.0;
        for (var period = from; period <= to; period += 1) { sum += paths[column, period]; }
        return sum / (to - from + 1);
    }
}
