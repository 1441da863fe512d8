using System.Runtime.InteropServices;
using Plenum.Series;

namespace Plenum.Engine.Ensembles;

/// <summary>Puts portions together, in whatever order they come, until no draw is missing.</summary>
/// <remarks>
/// A draw is taken in once: whatever comes of it again is left aside, since it is the same to the bit. So portions may be taken twice, by whomever, and may overlap.
/// Several threads may use it at once.
/// </remarks>
public sealed class EnsembleAssembly
{
    private readonly Lock _gate = new();
    private readonly double[] _values;
    private readonly bool[] _events;
    private readonly bool[] _isThere;
    private readonly SortedDictionary<int, DrawFailure> _failures = [];
    private readonly int _width;
    private readonly int _conditions;
    private int _done;
    private EnsembleWork _work = EnsembleWork.None;

    /// <summary>Begins with no draw.</summary>
    /// <param name="ensemble">What is drawn.</param>
    /// <param name="options">How many draws are wanted.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no draws, or more results than are kept.</exception>
    public EnsembleAssembly(Ensemble ensemble, EnsembleOptions options)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(options);
        ensemble.Require(options);
        (Ensemble, Options) = (ensemble, options);
        (_width, _conditions) = (ensemble.Periods * ensemble.Tracked.Count, ensemble.Conditions.Count);
        _values = new double[options.Draws * _width];
        _events = new bool[options.Draws * _conditions];
        _isThere = new bool[options.Draws];
    }

    /// <summary>What is drawn.</summary>
    public Ensemble Ensemble { get; }

    /// <summary>How many draws are wanted.</summary>
    public EnsembleOptions Options { get; }

    /// <summary>Draws that are there.</summary>
    public int Done
    {
        get { lock (_gate) { return _done; } }
    }

    /// <summary>Whether every draw is there.</summary>
    public bool IsComplete => Done == Options.Draws;

    /// <summary>Takes in the draws of a portion that are wanted and not there yet.</summary>
    /// <returns>How many these were.</returns>
    /// <exception cref="ArgumentException">The portion is that of another ensemble: its numbers are more or fewer than its draws have.</exception>
    public int Add(EnsemblePortion portion)
    {
        ArgumentNullException.ThrowIfNull(portion);
        var range = portion.Range;
        if (range.First < 0 || range.Count < 0 || portion.Values.Length != range.Count * _width || portion.Events.Length != range.Count * _conditions)
        {
            throw new ArgumentException($"{range.Count} draws have {range.Count * _width} values and {range.Count * _conditions} events.", nameof(portion));
        }

        lock (_gate)
        {
            int before = _done;
            _work += portion.Work;
            for (int draw = range.First; draw < Math.Min(range.End, Options.Draws); draw++)
            {
                if (_isThere[draw]) { continue; }
                portion.Values.Span.Slice((draw - range.First) * _width, _width).CopyTo(_values.AsSpan(draw * _width, _width));
                portion.Events.Span.Slice((draw - range.First) * _conditions, _conditions).CopyTo(_events.AsSpan(draw * _conditions, _conditions));
                _isThere[draw] = true;
                _done++;
            }

            foreach (var failure in portion.Failures.Where(f => f.Draw >= 0 && f.Draw < Options.Draws)) { _failures.TryAdd(failure.Draw, failure); }
            return _done - before;
        }
    }

    /// <summary>The draws that are not there yet, in order.</summary>
    public IReadOnlyList<DrawRange> Missing()
    {
        var missing = new List<DrawRange>();
        lock (_gate)
        {
            for (int draw = 0; draw < _isThere.Length; draw++)
            {
                if (_isThere[draw]) { continue; }
                int first = draw;
                while (draw < _isThere.Length && !_isThere[draw]) { draw++; }
                missing.Add(new DrawRange(first, draw - first));
            }
        }

        return missing;
    }

    /// <summary>The values of one tracked variable in one period over the draws that are there and were solved, in ascending order.</summary>
    /// <param name="variable">Its position among the tracked columns.</param>
    /// <param name="period">The period.</param>
    /// <remarks>Cost: draws log(draws).</remarks>
    public double[] Sorted(int variable, Period period)
    {
        int at = ((period - Ensemble.From) * Ensemble.Tracked.Count) + variable;
        var known = new List<double>();
        lock (_gate)
        {
            for (int draw = 0; draw < _isThere.Length; draw++)
            {
                if (_isThere[draw] && !_failures.ContainsKey(draw)) { known.Add(_values[(draw * _width) + at]); }
            }
        }

        CollectionsMarshal.AsSpan(known).Sort();
        return [.. known];
    }

    /// <summary>The result of the draws before the first that is missing, which is that of a run of so many.</summary>
    /// <returns>The result; null where the first draw is missing.</returns>
    public EnsembleResult? SoFar()
    {
        lock (_gate)
        {
            int missing = Array.IndexOf(_isThere, false);
            int draws = missing < 0 ? Options.Draws : missing;
            return draws == 0 ? null : new EnsembleResult(Ensemble, Options with { Draws = draws }, _values[..(draws * _width)], _events[..(draws * _conditions)], [.. _failures.Values.Where(f => f.Draw < draws)]);
        }
    }

    /// <summary>The result, which is that of a run in one go.</summary>
    /// <exception cref="InvalidOperationException">A draw is missing.</exception>
    public EnsembleResult Result()
    {
        lock (_gate)
        {
            if (_done < Options.Draws) { throw new InvalidOperationException($"{Options.Draws - _done} draws are missing."); }
            return new EnsembleResult(Ensemble, Options, _values, _events, [.. _failures.Values]) { Work = _work };
        }
    }
}
