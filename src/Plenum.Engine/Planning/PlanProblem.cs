using Plenum.Engine.Closures;
using Plenum.Engine.Sensitivities;
using Plenum.Series;

namespace Plenum.Engine.Planning;

/// <summary>Something that a plan may move, by a size that is found.</summary>
/// <param name="Direction">What moves by one unit of size: each value with its share.</param>
/// <param name="Low">Smallest size; minus infinity where there is no bound.</param>
/// <param name="High">Largest size; infinity where there is no bound.</param>
/// <param name="Cost">What a size of one costs; the cost grows with the square.</param>
public sealed record PlanInstrument(Perturbation Direction, double Low, double High, double Cost)
{
    /// <summary>The period from which people know of it, in a model that looks ahead; the first one solved where null.</summary>
    public Period? Announced { get; init; }
}

/// <summary>A range for a weighted sum of sizes, such as the step of an instrument from one period to the next.</summary>
/// <param name="Terms">Places of instruments, each with its factor; at least one.</param>
/// <param name="Low">The least.</param>
/// <param name="High">The most.</param>
public sealed record PlanLimit(IReadOnlyList<(int Instrument, double Factor)> Terms, double Low, double High)
{
    /// <summary>The sum for some sizes.</summary>
    public double Of(IReadOnlyList<double> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        double sum = 0.0;
        foreach (var (instrument, factor) in Terms) { sum += factor * sizes[instrument]; }
        return sum;
    }
}

/// <summary>Something that a plan wants, or that must hold beside it.</summary>
/// <param name="Quantity">The number that the path gives.</param>
/// <param name="Low">The least that is wanted; minus infinity where there is no bound below.</param>
/// <param name="High">The most that is wanted; the same as <paramref name="Low"/> where one value is wanted.</param>
/// <param name="Weight">What a miss of one costs, growing with the square; null where the target must be met.</param>
public sealed record PlanGoal(PathQuantity Quantity, double Low, double High, double? Weight)
{
    /// <summary>Whether one value is wanted, and not a range.</summary>
    public bool IsPoint => Low == High;

    /// <summary>Whether it must be met.</summary>
    public bool IsHard => Weight is null;

    /// <summary>How far a value lies outside: above zero too high, below zero too low.</summary>
    public double Miss(double value) => value < Low ? value - Low : value > High ? value - High : 0.0;
}

/// <summary>Targets, instruments and the path that they start from.</summary>
/// <param name="Baseline">The solved path on which no instrument is moved.</param>
/// <param name="From">First period solved.</param>
/// <param name="To">Last period solved while the plan is sought; no goal may look beyond.</param>
/// <param name="Closure">Who is found and who is given.</param>
/// <param name="Instruments">The instruments; at least one.</param>
/// <param name="Goals">The targets and side conditions; at least one.</param>
/// <remarks>
/// The plan minimises the sum over soft goals of weight x miss^2 plus the sum over instruments of cost x size^2, within the bounds and limits
/// and subject to the hard goals.
/// </remarks>
public sealed record PlanProblem(Paths Baseline, Period From, Period To, Closure Closure, IReadOnlyList<PlanInstrument> Instruments, IReadOnlyList<PlanGoal> Goals)
{
    /// <summary>Ranges for weighted sums of sizes, beside the bounds; they hold exactly, as bounds do. None by default.</summary>
    public IReadOnlyList<PlanLimit> Limits { get; init; } = [];

    /// <summary>The periods from which a path is solved anew, with the instruments that become known there: all in the first period where the model looks back alone.</summary>
    /// <exception cref="InvalidOperationException">An instrument moves before it is announced.</exception>
    internal IReadOnlyList<(Period Announced, IReadOnlyList<int> Instruments)> News
    {
        get
        {
            if (Baseline.Model.Reach.Lead == 0) { return [(From, [.. Enumerable.Range(0, Instruments.Count)])]; }
            for (int j = 0; j < Instruments.Count; j++)
            {
                var announced = Announced(j);
                if (Instruments[j].Direction.Changes.Any(c => c.Period < announced)) { throw new InvalidOperationException($"Instrument {j} moves before {announced}, when it is announced."); }
            }

            return [.. Enumerable.Range(0, Instruments.Count).GroupBy(Announced).OrderBy(g => g.Key).Select(g => (g.Key, (IReadOnlyList<int>)[.. g]))];
        }
    }

    private Period Announced(int instrument) => Instruments[instrument].Announced is { } announced && announced > From ? announced : From;

    /// <summary>What a plan costs.</summary>
    /// <param name="sizes">The sizes of the instruments.</param>
    /// <param name="values">The values of the goals' quantities.</param>
    public double Loss(ReadOnlySpan<double> sizes, ReadOnlySpan<double> values)
    {
        double loss = 0.0;
        for (int j = 0; j < Instruments.Count; j++) { loss += Instruments[j].Cost * sizes[j] * sizes[j]; }
        for (int i = 0; i < Goals.Count; i++)
        {
            double miss = Goals[i].Miss(values[i]);
            loss += (Goals[i].Weight ?? 0.0) * miss * miss;
        }

        return loss;
    }
}
