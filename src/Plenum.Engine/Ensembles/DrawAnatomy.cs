namespace Plenum.Engine.Ensembles;

/// <summary>What taking draws consists of, so that whoever has a clock can time each part alone.</summary>
/// <remarks>One thread takes the draws once and counts; afterwards each part can be done again and again on the last of them. Draws must be solved side by side.</remarks>
public sealed class DrawAnatomy
{
    private DrawAnatomy(EnsembleWork work, IReadOnlyList<DrawOperation> operations) => (Work, Operations) = (work, operations);

    /// <summary>What the draws came to.</summary>
    public EnsembleWork Work { get; }

    /// <summary>The parts. What they leave of the whole is bookkeeping: guesses, norms, masks.</summary>
    public IReadOnlyList<DrawOperation> Operations { get; }

    /// <summary>Takes all draws by one thread.</summary>
    /// <returns>The parts; null where draws are solved one by one.</returns>
    public static DrawAnatomy? Of(Ensemble ensemble, EnsembleOptions options)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(options);
        var worker = ensemble.Worker(options);
        var (values, events) = (new double[ensemble.Periods * ensemble.Tracked.Count * options.Draws], new bool[ensemble.Conditions.Count * options.Draws]);
        worker.Take(0, options.Draws, values, events, []);
        var work = worker.Work;
        return worker.Operations() is { } operations ? new DrawAnatomy(work, operations) : null;
    }
}

/// <summary>A part of taking draws.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Name">What it does.</param>
/// <param name="Times">How often the draws had it done.</param>
/// <param name="Once">Does it once, in all periods of a group of draws.</param>
/// <param name="Without">What <paramref name="Once"/> does besides, whose time is not that of the part; null for nothing.</param>
public sealed record DrawOperation(DrawWork Kind, string Name, double Times, Action Once, Action? Without = null);

/// <summary>What a part of taking draws is for.</summary>
public enum DrawWork
{
    /// <summary>Drawing what differs, and writing it into paths.</summary>
    Drawing,

    /// <summary>Computing equations and their derivatives.</summary>
    Evaluating,

    /// <summary>Inverting and multiplying by Jacobians.</summary>
    Solving,

    /// <summary>Solving alone the draws that did not settle in their lane.</summary>
    Alone,

    /// <summary>Keeping values and trying conditions.</summary>
    Keeping,
}
