using Plenum.Engine.Closures;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Series;

namespace Plenum.Engine.Ensembles;

/// <summary>Many solutions of one model around a baseline, which differ by what is not known.</summary>
/// <remarks>
/// Every random number is addressed by what it is for and by its draw and period, not by when it is asked for, and every draw is solved
/// from the same starting point. So a result does not depend on the number of threads, to the bit, and the first draws of a longer
/// run are those of a shorter one.
/// </remarks>
public sealed class Ensemble
{
    /// <summary>Draws that a thread takes at once: few enough to keep threads busy to the end, many enough that they rarely meet.</summary>
    private const int Portion = 16;

    private readonly PeriodSolver _solver;
    private readonly Lock _preparing = new();
    private (ulong Seed, bool Vectorised, EnsembleWorker Worker)? _lead;

    /// <summary>Sets up an ensemble.</summary>
    /// <param name="baseline">Solved paths; they stay as they are.</param>
    /// <param name="from">First period that draws may change.</param>
    /// <param name="to">Last period.</param>
    /// <param name="uncertainty">What differs from draw to draw.</param>
    /// <param name="solver">A solver of the same model whose code is used again; compiled anew where null.</param>
    /// <exception cref="ArgumentException">The model looks ahead.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window is empty, too long, or reaches beyond the paths.</exception>
    public Ensemble(Paths baseline, Period from, Period to, Uncertainty uncertainty, PeriodSolver? solver = null)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(uncertainty);
        if (baseline.Model.Reach.Lead > 0) { throw new ArgumentException("The model looks ahead.", nameof(baseline)); }
        int first = baseline.IndexOf(from), last = baseline.IndexOf(to);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first, nameof(to));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last - first, ShockSource.MostPeriods - 1, nameof(to));
        ArgumentOutOfRangeException.ThrowIfLessThan(first + baseline.Model.Reach.Lag, 0, nameof(from));
        (Baseline, From, To, Uncertainty) = (baseline, from, to, uncertainty);
        _solver = solver ?? new PeriodSolver(baseline.Model);
    }

    /// <summary>The solved paths around which draws are taken.</summary>
    public Paths Baseline { get; }

    /// <summary>First period that draws may change.</summary>
    public Period From { get; }

    /// <summary>Last period.</summary>
    public Period To { get; }

    /// <summary>Periods of a draw.</summary>
    public int Periods => To - From + 1;

    /// <summary>What differs from draw to draw.</summary>
    public Uncertainty Uncertainty { get; }

    /// <summary>Who is found and who is given; the model's own where null.</summary>
    public Closure? Closure { get; init; }

    /// <summary>The columns whose values are kept.</summary>
    public IReadOnlyList<int> Tracked { get; init; } = [];

    /// <summary>The statements whose frequency is counted; they look at no period outside the window.</summary>
    public IReadOnlyList<PathCondition> Conditions { get; init; } = [];

    /// <summary>Takes all draws.</summary>
    /// <param name="options">How many, from which seed, by how many threads.</param>
    /// <param name="progress">Told how many draws are done, by one thread at a time.</param>
    /// <param name="cancellation">Stops between two draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no draws or threads, or more results than are kept.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public EnsembleResult Run(EnsembleOptions options, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require(options);
        var (values, events) = (Values(options.Draws), Events(options.Draws));
        var (failures, work) = Take(options, new DrawRange(0, options.Draws), values, events, progress, cancellation);
        return new EnsembleResult(this, options, values, events, failures) { Work = work };
    }

    /// <summary>Takes some of the draws: the same numbers, to the bit, that a run of all of them has in their place.</summary>
    /// <param name="options">From which seed, and by how many threads.</param>
    /// <param name="range">Which draws; they may lie beyond those of the options.</param>
    /// <param name="progress">Told how many draws are done, by one thread at a time.</param>
    /// <param name="cancellation">Stops between two draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no draws or threads, or more results than are kept.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public EnsemblePortion Take(EnsembleOptions options, DrawRange range, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(range.First, nameof(range));
        Require(options with { Draws = range.Count });
        var (values, events) = (Values(range.Count), Events(range.Count));
        var (failures, work) = Take(options, range, values, events, progress, cancellation);
        return new EnsemblePortion(range, values, events, failures) { Work = work };
    }

    private (DrawFailure[] Failures, EnsembleWork Work) Take(EnsembleOptions options, DrawRange range, double[] values, bool[] events, IProgress<int>? progress, CancellationToken cancellation)
    {
        using var span = EnsembleTelemetry.Begin(range);
        int width = Periods * Tracked.Count;
        var lead = Lead(options);
        var failures = new List<DrawFailure>();
        var gate = new Lock();
        int taken = 0, done = 0;
        var work = EnsembleWork.None;

        Parallel.For(0, options.Threads, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation }, _ => TakePortions());
        EnsembleTelemetry.End(span, range, failures.Count, work);
        return ([.. failures.OrderBy(f => f.Draw)], work);

        void TakePortions()
        {
            var worker = lead.Twin();
            var failed = new List<DrawFailure>();
            for (int at = Interlocked.Add(ref taken, Portion) - Portion; at < range.Count; at = Interlocked.Add(ref taken, Portion) - Portion)
            {
                cancellation.ThrowIfCancellationRequested();
                int count = Math.Min(Portion, range.Count - at);
                worker.Take(range.First + at, count, values.AsSpan(at * width, count * width), events.AsSpan(at * Conditions.Count, count * Conditions.Count), failed);
                lock (gate)
                {
                    failures.AddRange(failed);
                    failed.Clear();
                    done += count;
                    progress?.Report(done);
                }
            }

            lock (gate) { work += worker.Work; }
        }
    }

    /// <summary>A worker that has done nothing yet.</summary>
    internal EnsembleWorker Worker(EnsembleOptions options)
    {
        Require(options);
        return Lead(options).Twin();
    }

    /// <summary>The worker that all others are twins of: what it prepares serves every range that is taken from the same seed.</summary>
    private EnsembleWorker Lead(EnsembleOptions options)
    {
        lock (_preparing)
        {
            if (_lead is { } prepared && prepared.Seed == options.Seed && prepared.Vectorised == options.Vectorised) { return prepared.Worker; }
            var worker = new EnsembleWorker(this, options, _solver);
            _lead = (options.Seed, options.Vectorised, worker);
            return worker;
        }
    }

    private double[] Values(int draws) => new double[draws * Periods * Tracked.Count];

    private bool[] Events(int draws) => new bool[draws * Conditions.Count];

    /// <summary>Refuses what cannot be kept or taken.</summary>
    internal void Require(EnsembleOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Draws, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)options.Draws * Periods * Tracked.Count, EnsembleOptions.MostNumbers, nameof(options));
    }

    /// <summary>The part of the baseline that a draw reads: one period more than the deepest lag, and no period after the last.</summary>
    internal Paths Window()
    {
        int lag = Conditions.Select(c => c.Reach.Lag + (c.From - From)).Append(Baseline.Model.Reach.Lag - 1).Min();
        int first = Math.Max(0, Baseline.IndexOf(From) + lag);
        var window = new Paths(Baseline.Model, Baseline.Start + first, Baseline.IndexOf(To) - first + 1);
        Baseline.Values.AsSpan(first * Baseline.Columns, window.Values.Length).CopyTo(window.Values);
        return window;
    }
}
