using Plenum.Engine;
using Plenum.Engine.Closures;
using Plenum.Engine.Solving;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Data;

namespace Plenum.Workspace.History;

/// <summary>Builds a baseline: history that meets the data, and a forecast by rules and a judgement that is stated.</summary>
/// <remarks>
/// History: each measured variable is exogenised and the name that its measurement says is found in exchange, so that the equations hold and the accounts
/// add up on official data. Where an equation is not observed, its add-factor is a working path or shares the surprise of an observed one. Forecast:
/// add-factors go on by rule, exogenous paths as assumed, and one variable may be led along a path by a common add-factor whose size is reported.
/// Names that are found depend on those that share their surprise and the other way round; both are solved in turn until they settle.
/// </remarks>
public sealed class BaselineBuilder
{
    private const int MostRounds = 500;
    private const double Settled = 1e-13;
    private const double Step = 0.5;
    private const int NearestPeriods = 4;
    private readonly Project _project;
    private readonly BoundModel _model;
    private readonly Assumptions _assumptions;
    private readonly BoundAssumptions _bound;
    private readonly Paths _paths;
    private readonly ModelSolver _solver;
    private readonly DiagnosticBag _findings;
    private readonly CancellationToken _cancellation;

    private BaselineBuilder(Project project, BoundModel model, Assumptions assumptions, BoundAssumptions bound, Paths working, DiagnosticBag findings, CancellationToken cancellation)
    {
        (_project, _model, _assumptions, _bound, _paths, _findings, _cancellation) = (project, model, assumptions, bound, working, findings, cancellation);
        _solver = new ModelSolver(model);
    }

    private Period Ahead => _project.HistoryEnd + 1;

    /// <summary>Builds the baseline of a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="model">Its model, without leads.</param>
    /// <param name="data">Its data.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellation">Stops between two solves.</param>
    /// <returns>The baseline; null where an error was found.</returns>
    public static BuiltBaseline? Build(Project project, BoundModel model, ProjectData data, DiagnosticBag findings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(findings);
        if (AssumptionsReader.Read(project, findings) is not { } assumptions) { return null; }
        var bound = BoundAssumptions.Bind(model, project, assumptions, data, findings);
        var working = Baseline.ReadFrom(project, assumptions.Working, model, findings);
        if (working is null || findings.HasErrors) { return null; }
        return new BaselineBuilder(project, model, assumptions, bound, working, findings, cancellation).Build();
    }

    private BuiltBaseline? Build()
    {
        TakeStartValues();
        if (!MeetTheData()) { return null; }
        TakeExogenousPaths();
        GoOnByRule();
        if (!TryLeadTheForecast(out var judgement)) { return null; }
        return new BuiltBaseline(_paths, Fits(), AddFactorSummary.Of(_project, _paths, _bound), judgement, new PathAccounts(_model).LargestError(_paths, _project.Start, _project.End));
    }

    /// <summary>Puts measured values before history where the model is to meet them in it, so that growth starts from data.</summary>
    private void TakeStartValues()
    {
        foreach (var (column, level) in _bound.StartLevels)
        {
            double factor = level / _paths[column, _project.Start - 1];
            for (var period = _paths.Start; period < _project.Start; period += 1) { _paths[column, period] *= factor; }
        }

        foreach (var target in _bound.Targets.Where(t => t.Found >= 0 || t.Measurement.IsImplied))
        {
            for (var period = _paths.Start; period < _project.Start; period += 1)
            {
                if (target.Path[period] is var value && !double.IsNaN(value)) { _paths[target.Symbol.Column, period] = value; }
            }
        }
    }

    private bool MeetTheData()
    {
        var closure = Closure.Declared(_model);
        var found = _bound.Targets.Where(t => t.Found >= 0).ToList();
        foreach (var target in found)
        {
            try
            {
                closure = closure.Swap(target.Symbol.Column, target.Found, target.From, target.To);
            }
            catch (ArgumentException impossible)
            {
                _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongMeasurement, impossible.Message.Split(" (Parameter", 2)[0], target.Measurement.Span, "each measured variable needs a name of its own to be found.", "change 'endogenise'."));
                return false;
            }

            for (var period = target.From; period <= target.To; period += 1) { _paths[target.Symbol.Column, period] = target.Path[period]; }
        }

        if (!Settle(closure, _project.Start, _project.HistoryEnd, _bound.Shared, now => CarryOn(found, now))) { return false; }
        CarryOn(found.Where(t => _model.Symbols[t.Found].Role != Role.AddFactor), Ahead);
        return true;
    }

    /// <summary>After its last measured period, a name that was found keeps the mean of its last values: an add-factor to the end of history, an exogenous name for good.</summary>
    private void CarryOn(IEnumerable<BoundAssumptions.Target> found, Period now)
    {
        foreach (var target in found.Where(t => t.To + 1 == now))
        {
            double mean = Mean(target.Found, target.To, Math.Min(NearestPeriods, target.To - target.From + 1));
            var last = _model.Symbols[target.Found].Role == Role.AddFactor ? _project.HistoryEnd : _project.End;
            for (var period = now; period <= last; period += 1) { _paths[target.Found, period] = mean; }
        }
    }

    private void TakeExogenousPaths()
    {
        foreach (var (column, path) in _bound.Exogenous)
        {
            for (var period = Ahead; period <= _project.End; period += 1)
            {
                double value = Between(path.Points, period);
                _paths[column, period] = path.IsGrowth ? _paths[column, period - 1] * Math.Pow(1 + value, 1.0 / (int)period.Frequency) : value;
            }
        }
    }

    private void GoOnByRule()
    {
        foreach (var rule in _bound.Rules)
        {
            double norm = rule.Written.Towards ?? Mean(rule.Column, _project.HistoryEnd, _project.HistoryEnd - _project.Start + 1);
            double value = Mean(rule.Column, _project.HistoryEnd, rule.Written.Over);
            for (var period = Ahead; period <= _project.End; period += 1) { _paths[rule.Column, period] = value = norm + (rule.Written.Fading * (value - norm)); }
        }
    }

    private bool TryLeadTheForecast(out JudgementSize? led)
    {
        led = null;
        var closure = Closure.Declared(_model);
        if (_assumptions.Judgement is not { } judgement) { return Settle(closure, Ahead, _project.End, [], _ => { }); }
        var (variable, leader) = _bound.Led;
        double[] byRule = _paths.Column(leader);
        IReadOnlyList<(Period Period, double Value)> points = [(_project.HistoryEnd, _paths[variable, _project.HistoryEnd]), .. judgement.Points];
        for (var period = Ahead; period <= _project.End; period += 1) { _paths[variable, period] = Between(points, period); }
        if (!Settle(closure.Swap(variable, leader, Ahead, _project.End), Ahead, _project.End, _bound.SharedJudgement, _ => { })) { return false; }
        int first = _paths.IndexOf(Ahead);
        double[] size = [.. _paths.Column(leader).Zip(byRule, (now, rule) => now - rule).Skip(first)];
        led = new JudgementSize(judgement, _model.Equations.First(e => e.AddFactor == leader), new TimeSeries(Ahead, size));
        return true;
    }

    /// <summary>Solves a window period by period; in each, followers share the surprises of their leaders in turn until neither moves.</summary>
    /// <remarks>A follower goes half the way in each round: a full step would overshoot where followers together weigh more than their leader.</remarks>
    private bool Settle(Closure closure, Period from, Period to, IReadOnlyList<BoundAssumptions.Follower> followers, Action<Period> prepare)
    {
        for (var period = from; period <= to; period += 1)
        {
            prepare(period);
            var row = _paths.Row(_paths.IndexOf(period));
            double[] given = row.ToArray();
            bool isSettled = false;
            for (int round = 0; round < MostRounds && !isSettled; round++)
            {
                var outcome = _solver.Solve(_paths, period, period, closure, null, _cancellation);
                if (!outcome.IsSolved)
                {
                    _findings.AddRange(outcome.Diagnostics);
                    return false;
                }

                double moved = 0;
                foreach (var follower in followers) { moved = Math.Max(moved, Share(follower, row, given)); }
                isSettled = moved <= Settled;
            }

            if (isSettled) { continue; }
            _findings.Add(Diagnostic.Error(WorkspaceCodes.Unsettled, $"shared surprises of {period} did not settle in {MostRounds} rounds.", new SourceSpan(_assumptions.File, 0, 0), "each is found from the other in turn.", "give a smaller 'weight', or share fewer of them."));
            return false;
        }

        return true;
    }

    /// <summary>Moves a follower towards its share, and says how far, relative to its size where that is above 1.</summary>
    private static double Share(BoundAssumptions.Follower follower, Span<double> row, double[] given)
    {
        double shared = given[follower.Column] + (follower.Weight * (row[follower.Leader] - given[follower.Leader]));
        double move = Step * (shared - row[follower.Column]);
        row[follower.Column] += move;
        return Math.Abs(move) / Math.Max(1, Math.Abs(shared));
    }

    private List<MeasuredFit> Fits() => [.. _bound.Targets.Select(t => MeasuredFit.Of(t.Measurement, t.Symbol, t.Path.Slice(t.From, t.To), _paths))];

    private double Mean(int column, Period last, int over)
    {
        double sum = 0;
        for (int k = 0; k < over; k++) { sum += _paths[column, last - k]; }
        return sum / over;
    }

    /// <summary>The straight line between points; the last value holds after them.</summary>
    private static double Between(IReadOnlyList<(Period Period, double Value)> points, Period period)
    {
        int after = 0;
        while (after < points.Count && points[after].Period < period) { after++; }
        if (after == points.Count) { return points[^1].Value; }
        if (after == 0) { return points[0].Value; }
        var (from, start) = points[after - 1];
        var (to, end) = points[after];
        return start + ((end - start) * (period - from) / (to - from));
    }
}
