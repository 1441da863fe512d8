using Plenum.Engine.Solving.PeriodByPeriod.Lanes;
using Plenum.Numerics.Lanes;
using Plenum.Numerics.Random;

namespace Plenum.Engine.Ensembles;

/// <summary>Puts what differs from draw to draw into paths: parameters, events and shocks.</summary>
/// <remarks>One instance serves one thread at a time. A draw in a lane has the same parameters and events as on paths of its own, and the same shocks up to rounding.</remarks>
internal sealed class DrawInputs
{
    private readonly Uncertainty _uncertainty;
    private readonly AddFactorRebase? _rebase;
    private readonly Paths _baseline;
    private readonly int _first;
    private readonly ulong _seed;
    private readonly RandomStream[] _parameterStreams;
    private readonly RandomStream[] _riskStreams;
    private readonly double[] _riskPerPeriod;
    private readonly int[] _shocked;
    private readonly int[] _varying;
    private readonly double[] _deviations;

    /// <summary>The paths of one lane while its parameters and events are drawn; elsewhere the baseline. Null where there are none.</summary>
    private readonly Paths? _own;

    /// <summary>Prepares to draw.</summary>
    /// <param name="uncertainty">What differs.</param>
    /// <param name="baseline">The paths that draws leave.</param>
    /// <param name="first">First period that draws may change.</param>
    /// <param name="seed">The seed.</param>
    public DrawInputs(Uncertainty uncertainty, Paths baseline, int first, ulong seed)
        : this(uncertainty, baseline, first, seed, uncertainty.Parameters.Count > 0 ? new AddFactorRebase(baseline.Model) : null)
    {
    }

    private DrawInputs(Uncertainty uncertainty, Paths baseline, int first, ulong seed, AddFactorRebase? rebase)
    {
        (_uncertainty, _baseline, _first, _seed, _rebase) = (uncertainty, baseline, first, seed, rebase);
        _parameterStreams = [.. uncertainty.Parameters.Select(p => RandomStream.Named(seed, $"parameters/{p.Name}"))];
        _riskStreams = [.. uncertainty.Risks.Select(r => RandomStream.Named(seed, $"risks/{r.Name}"))];
        _riskPerPeriod = [.. uncertainty.Risks.Select(r => r.ProbabilityPerPeriod((int)baseline.Start.Frequency))];
        _shocked = [.. uncertainty.Shocks?.Rules.Select(r => r.Column) ?? []];
        int[] others = [.. uncertainty.Parameters.Select(p => p.Column), .. rebase?.Columns ?? [], .. uncertainty.Risks.SelectMany(r => r.Changes).Select(c => c.Column)];
        _varying = [.. others.Concat(_shocked).Distinct()];
        _own = others.Length > 0 ? baseline.Copy() : null;
        _deviations = new double[2 * _shocked.Length * Lane.Count];
    }

    /// <summary>The same with working memory of its own, for another thread.</summary>
    public DrawInputs Twin() => new(_uncertainty, _baseline, _first, _seed, _rebase?.Twin());

    /// <summary>Turns paths into those from which one draw is solved.</summary>
    public void Fill(int draw, Paths paths)
    {
        paths.CopyFrom(_baseline);
        DrawParameters(draw, paths);
        DrawRisks(draw, paths);
        if (_uncertainty.Shocks is not { } shocks) { return; }
        int count = _shocked.Length;
        for (int k = 0; k < paths.Count - _first; k++)
        {
            var now = Deviations(k, count);
            shocks.Fill(draw, k, now);
            if (k > 0) { AddLeft(now, Deviations(k - 1, count), shocks.Rules, 1); }
            var row = paths.Row(_first + k);
            for (int j = 0; j < count; j++) { row[_shocked[j]] = shocks.Rules[j].Shift(row[_shocked[j]], now[j]); }
        }
    }

    /// <summary>Turns the paths in each lane into those from which a draw is solved: the first in the first lane, and so on.</summary>
    /// <param name="first">The first draw.</param>
    /// <param name="paths">The paths; columns that no draw changes are left as they are.</param>
    public void Fill(int first, LanePaths paths)
    {
        for (int t = _first; t < paths.Count; t++)
        {
            foreach (int column in _varying) { paths.At(t, column).Fill(_baseline.Row(t)[column]); }
        }

        for (int lane = 0; lane < Lane.Count && _own is not null; lane++) { FillOwn(first + lane, lane, paths); }
        if (_uncertainty.Shocks is not { } shocks) { return; }
        int count = _shocked.Length * Lane.Count;
        for (int k = 0; k < paths.Count - _first; k++)
        {
            var now = Deviations(k, count);
            shocks.FillLanes(first, k, now);
            if (k > 0) { AddLeft(now, Deviations(k - 1, count), shocks.Rules, Lane.Count); }
            for (int j = 0; j < _shocked.Length; j++)
            {
                var values = paths.At(_first + k, _shocked[j]);
                var rule = shocks.Rules[j];
                for (int lane = 0; lane < Lane.Count; lane++) { values[lane] = rule.Shift(values[lane], now[(j * Lane.Count) + lane]); }
            }
        }
    }

    /// <summary>Deviations of the shocked add-factors from the baseline in one period; those of the period before are kept until the next.</summary>
    private Span<double> Deviations(int k, int count) => _deviations.AsSpan(k % 2 * count, count);

    /// <summary>Adds to the innovations what is left of the deviations of the period before.</summary>
    private static void AddLeft(Span<double> now, ReadOnlySpan<double> before, IReadOnlyList<ShockRule> rules, int lanes)
    {
        for (int j = 0; j < rules.Count; j++)
        {
            double left = rules[j].Left;
            for (int at = j * lanes; at < (j + 1) * lanes; at++) { now[at] += left * before[at]; }
        }
    }

    private void FillOwn(int draw, int lane, LanePaths paths)
    {
        var own = _own!;
        for (int t = _first; t < own.Count; t++)
        {
            foreach (int column in _varying) { own.Row(t)[column] = _baseline.Row(t)[column]; }
        }

        DrawParameters(draw, own);
        DrawRisks(draw, own);
        for (int t = _first; t < own.Count; t++)
        {
            foreach (int column in _varying) { paths.At(t, column)[lane] = own.Row(t)[column]; }
        }
    }

    private void DrawParameters(int draw, Paths paths)
    {
        if (_rebase is null) { return; }
        for (int i = 0; i < _parameterStreams.Length; i++)
        {
            var parameter = _uncertainty.Parameters[i];
            double value = parameter.Distribution.Quantile(_parameterStreams[i].UniformAt((ulong)draw));
            for (int t = _first; t < paths.Count; t++) { paths.Row(t)[parameter.Column] = value; }
        }

        for (int t = _first; t < paths.Count; t++) { _rebase.Apply(paths, t); }
    }

    private void DrawRisks(int draw, Paths paths)
    {
        for (int i = 0; i < _riskStreams.Length; i++)
        {
            for (int k = 0; k < paths.Count - _first; k++)
            {
                if (_riskStreams[i].UniformAt(((ulong)draw * ShockSource.MostPeriods) + (ulong)k) >= _riskPerPeriod[i]) { continue; }
                foreach (var change in _uncertainty.Risks[i].Changes) { change.Apply(paths, k); }
                break;
            }
        }
    }
}
