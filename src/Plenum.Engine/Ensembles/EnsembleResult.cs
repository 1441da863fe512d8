using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Plenum.Series;

namespace Plenum.Engine.Ensembles;

/// <summary>The outcome of all draws.</summary>
/// <remarks>A draw that could not be solved is counted and its reason kept; quantiles and probabilities are those of the draws that were.</remarks>
public sealed class EnsembleResult
{
    private readonly double[] _values;
    private readonly bool[] _events;

    internal EnsembleResult(Ensemble ensemble, EnsembleOptions options, double[] values, bool[] events, IReadOnlyList<DrawFailure> failures)
    {
        (Ensemble, Options, _values, _events, Failures) = (ensemble, options, values, events, failures);
        FailureKinds = [.. failures.GroupBy(f => (f.Reason.Code, f.Reason.Span))
            .Select(g => new FailureKind(g.Key.Code, g.Count(), g.First().Draw, g.First().Reason))
            .OrderByDescending(k => k.Count).ThenBy(k => k.FirstDraw)];
    }

    /// <summary>What was drawn.</summary>
    public Ensemble Ensemble { get; }

    /// <summary>How many draws were taken, and from which seed.</summary>
    public EnsembleOptions Options { get; }

    /// <summary>The draws that could not be solved, in order.</summary>
    public IReadOnlyList<DrawFailure> Failures { get; }

    /// <summary>The same by reason, the most frequent first.</summary>
    public IReadOnlyList<FailureKind> FailureKinds { get; }

    /// <summary>What taking the draws came to, as far as they were taken here.</summary>
    public EnsembleWork Work { get; init; } = EnsembleWork.None;

    /// <summary>Draws that were solved.</summary>
    public int Solved => Options.Draws - Failures.Count;

    /// <summary>The tracked values: draws x periods x variables, row-major; not a number where a draw could not be solved.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Whether a condition held in a draw; false where the draw could not be solved.</summary>
    /// <param name="draw">The draw, from 0.</param>
    /// <param name="condition">The position of the condition.</param>
    public bool Held(int draw, int condition) => _events[(draw * Ensemble.Conditions.Count) + condition];

    /// <summary>The values of one tracked variable in one period over the solved draws, in ascending order.</summary>
    /// <param name="variable">Its position among the tracked columns.</param>
    /// <param name="period">The period.</param>
    /// <remarks>Cost: draws log(draws).</remarks>
    public double[] Sorted(int variable, Period period)
    {
        int tracked = Ensemble.Tracked.Count, width = Ensemble.Periods * tracked;
        int at = ((period - Ensemble.From) * tracked) + variable;
        var sorted = new double[Solved];
        int next = 0, failure = 0;
        for (int draw = 0; draw < Options.Draws; draw++)
        {
            if (failure < Failures.Count && Failures[failure].Draw == draw) { failure++; }
            else { sorted[next++] = _values[(draw * width) + at]; }
        }

        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>Quantiles of every tracked variable in some periods.</summary>
    /// <param name="periods">The periods.</param>
    /// <param name="probabilities">The probabilities, from 0 to 1.</param>
    /// <returns>One fan for each variable and period, variables first; empty of numbers where no draw was solved.</returns>
    public IReadOnlyList<Fan> Fans(IReadOnlyList<Period> periods, IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(probabilities);
        var fans = new Fan[Ensemble.Tracked.Count * periods.Count];
        Parallel.For(0, fans.Length, new ParallelOptions { MaxDegreeOfParallelism = Options.Threads }, i =>
        {
            int variable = i / periods.Count;
            var period = periods[i % periods.Count];
            double[] sorted = Sorted(variable, period);
            fans[i] = new Fan(Ensemble.Tracked[variable], period, [.. probabilities.Select(p => Quantile(sorted, p))]);
        });
        return fans;
    }

    /// <summary>How often one of the conditions held.</summary>
    /// <param name="condition">Its position.</param>
    /// <returns>The share of the solved draws; null where there are none.</returns>
    public double? Probability(int condition)
    {
        if (Solved == 0) { return null; }
        int count = 0;
        for (int draw = 0; draw < Options.Draws; draw++) { count += _events[(draw * Ensemble.Conditions.Count) + condition] ? 1 : 0; }
        return (double)count / Solved;
    }

    /// <summary>The standard error of a probability that is estimated by the share of the solved draws.</summary>
    public double SamplingError(double probability) => Math.Sqrt(probability * (1.0 - probability) / Solved);

    /// <summary>SHA-256 over all tracked values in order of the draws, as binary64 numbers with the lowest byte first, and over the conditions.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> buffer = stackalloc byte[4096];
        for (int i = 0; i < _values.Length;)
        {
            int bytes = 0;
            for (; i < _values.Length && bytes < buffer.Length; bytes += sizeof(double)) { BinaryPrimitives.WriteDoubleLittleEndian(buffer[bytes..], _values[i++]); }
            hash.AppendData(buffer[..bytes]);
        }

        hash.AppendData(MemoryMarshal.AsBytes<bool>(_events));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A quantile of sorted values, by straight lines between them.</summary>
    /// <remarks>Source: R. Hyndman and Y. Fan (1996), "Sample quantiles in statistical packages", American Statistician 50(4), definition 7.</remarks>
    public static double Quantile(ReadOnlySpan<double> sorted, double probability)
    {
        if (sorted.IsEmpty) { return double.NaN; }
        double place = probability * (sorted.Length - 1);
        int below = Math.Clamp((int)place, 0, sorted.Length - 1);
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}

/// <summary>Quantiles of one variable in one period.</summary>
/// <param name="Column">The variable.</param>
/// <param name="Period">The period.</param>
/// <param name="Quantiles">One number for each probability asked for.</param>
public sealed record Fan(int Column, Period Period, IReadOnlyList<double> Quantiles)
{
    /// <summary>Mean, standard deviation and skewness; null where they were not asked for.</summary>
    public Moments? Moments { get; init; }
}
