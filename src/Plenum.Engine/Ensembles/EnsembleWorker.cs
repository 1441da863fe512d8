using Plenum.Engine.Closures;
using Plenum.Engine.Solving;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Numerics.Random;
using Plenum.Series;

namespace Plenum.Engine.Ensembles;

/// <summary>Takes draws in one thread, on paths of its own that begin where the lags do and end with the horizon.</summary>
/// <remarks>Each draw begins from the same baseline, so it does not depend on the draws before it. A draw allocates no more than its outcome.</remarks>
internal sealed class EnsembleWorker
{
    private readonly Uncertainty _uncertainty;
    private readonly PeriodSolver _solver;
    private readonly AddFactorRebase? _rebase;
    private readonly Closure? _closure;
    private readonly Paths _baseline;
    private readonly Paths _paths;
    private readonly int[] _tracked;
    private readonly ConditionTest[] _tests;
    private readonly RandomStream[] _parameterStreams;
    private readonly RandomStream[] _riskStreams;
    private readonly double[] _riskPerPeriod;
    private readonly int _first;
    private readonly double[] _deviations;

    public EnsembleWorker(Ensemble ensemble, ulong seed, PeriodSolver solver, AddFactorRebase? rebase)
    {
        (_uncertainty, _solver, _rebase) = (ensemble.Uncertainty, solver, rebase);
        _closure = ensemble.Closure is { Swaps.Count: > 0 } swapped ? swapped : null;
        (From, To) = (ensemble.From, ensemble.To);
        _baseline = ensemble.Window();
        _paths = _baseline.Copy();
        _tracked = [.. ensemble.Tracked];
        _tests = [.. ensemble.Conditions.Select(c => new ConditionTest(c, _paths))];
        _parameterStreams = [.. _uncertainty.Parameters.Select(p => RandomStream.Named(seed, $"parameters/{p.Name}"))];
        _riskStreams = [.. _uncertainty.Risks.Select(r => RandomStream.Named(seed, $"risks/{r.Name}"))];
        _riskPerPeriod = [.. _uncertainty.Risks.Select(r => r.ProbabilityPerPeriod((int)From.Frequency))];
        _first = _paths.IndexOf(From);
        _deviations = new double[(_paths.Count - _first) * (_uncertainty.Shocks?.Rules.Count ?? 0)];
    }

    private Period From { get; }

    private Period To { get; }

    /// <summary>Takes draws that follow one another.</summary>
    /// <param name="first">The number of the first draw, from 0.</param>
    /// <param name="count">How many.</param>
    /// <param name="values">Receives the tracked variables, draws x periods x variables; not a number where a draw cannot be solved.</param>
    /// <param name="events">Receives whether each condition holds, draws x conditions; false where a draw cannot be solved.</param>
    /// <param name="failures">Receives the draws that cannot be solved, in order.</param>
    public void Take(int first, int count, Span<double> values, Span<bool> events, ICollection<DrawFailure> failures)
    {
        int width = (_paths.Count - _first) * _tracked.Length;
        for (int i = 0; i < count; i++)
        {
            var outcome = Take(first + i, values.Slice(i * width, width), events.Slice(i * _tests.Length, _tests.Length));
            if (!outcome.IsSolved) { failures.Add(new DrawFailure(first + i, outcome)); }
        }
    }

    private SolveOutcome Take(int draw, Span<double> values, Span<bool> events)
    {
        _paths.CopyFrom(_baseline);
        DrawParameters(draw);
        DrawRisks(draw);
        DrawShocks(draw);
        var outcome = _solver.Solve(_paths, From, To, _closure);
        if (!outcome.IsSolved)
        {
            values.Fill(double.NaN);
            events.Clear();
            return outcome;
        }

        int at = 0;
        for (int t = _first; t < _paths.Count; t++)
        {
            var row = _paths.Row(t);
            foreach (int column in _tracked) { values[at++] = row[column]; }
        }

        for (int i = 0; i < _tests.Length; i++) { events[i] = _tests[i].Holds(); }
        return outcome;
    }

    private void DrawParameters(int draw)
    {
        if (_rebase is null) { return; }
        for (int i = 0; i < _parameterStreams.Length; i++)
        {
            var range = _uncertainty.Parameters[i];
            double value = range.Quantile(_parameterStreams[i].UniformAt((ulong)draw));
            for (int t = _first; t < _paths.Count; t++) { _paths.Row(t)[range.Column] = value; }
        }

        for (int t = _first; t < _paths.Count; t++) { _rebase.Apply(_paths, t); }
    }

    private void DrawRisks(int draw)
    {
        for (int i = 0; i < _riskStreams.Length; i++)
        {
            for (int k = 0; k < _paths.Count - _first; k++)
            {
                if (_riskStreams[i].UniformAt(((ulong)draw * ShockSource.MostPeriods) + (ulong)k) >= _riskPerPeriod[i]) { continue; }
                foreach (var change in _uncertainty.Risks[i].Changes) { change.Apply(_paths, k); }
                break;
            }
        }
    }

    private void DrawShocks(int draw)
    {
        if (_uncertainty.Shocks is not { } shocks) { return; }
        int count = shocks.Rules.Count;
        for (int k = 0; k < _paths.Count - _first; k++)
        {
            var now = _deviations.AsSpan(k * count, count);
            shocks.Fill(draw, k, now);
            var row = _paths.Row(_first + k);
            for (int j = 0; j < count; j++)
            {
                var rule = shocks.Rules[j];
                if (k > 0) { now[j] += rule.Left * _deviations[((k - 1) * count) + j]; }
                row[rule.Column] = rule.Shift(row[rule.Column], now[j]);
            }
        }
    }
}
