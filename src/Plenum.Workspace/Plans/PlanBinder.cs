using Plenum.Engine;
using Plenum.Engine.Closures;
using Plenum.Engine.Planning;
using Plenum.Engine.Scenarios;
using Plenum.Engine.Sensitivities;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Plans;

/// <summary>Binds plans to a model and its solved baseline, or checks them against the model alone; all findings at once.</summary>
public sealed class PlanBinder
{
    private readonly Project _project;
    private readonly BoundModel _model;
    private readonly Paths? _baseline;
    private readonly DiagnosticBag _findings;

    /// <summary>Prepares to bind.</summary>
    /// <param name="project">The project.</param>
    /// <param name="baseline">Its solved baseline.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public PlanBinder(Project project, Paths baseline, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(findings);
        (_project, _model, _baseline, _findings) = (project, baseline.Model, baseline, findings);
    }

    /// <summary>Prepares to check plans without a solution.</summary>
    /// <param name="project">The project.</param>
    /// <param name="model">Its model.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public PlanBinder(Project project, BoundModel model, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(findings);
        (_project, _model, _findings) = (project, model, findings);
    }

    /// <summary>Finds what can be said of a plan without solving anything: names, roles, and numbers that look like percentages.</summary>
    public void Check(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var changes = plan.Instruments.SelectMany(i => Handles(i, plan.To)).Select(Changes).ToList();
        var moved = changes.SelectMany(c => c ?? []).Select(c => c.Column).ToHashSet();
        var binder = new ExperimentBinder(_project, _model, _findings);
        foreach (var target in plan.Targets.Concat(plan.Conditions)) { Quantity(binder, target, IsOver(plan) ? null : moved); }
        foreach (var instrument in plan.Instruments) { CheckSize(instrument); }
        Missing(plan, plan.Targets.Count + plan.Conditions.Count, IsOver(plan) ? 1 : plan.Instruments.Count);
    }

    /// <summary>Binds a plan.</summary>
    /// <returns>The plan; null where an error was found.</returns>
    /// <exception cref="InvalidOperationException">The binder has no solved baseline.</exception>
    public BoundPlan? Bind(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var baseline = _baseline ?? throw new InvalidOperationException("The binder has no solved baseline.");
        var handles = plan.Instruments.SelectMany(i => Handles(i, plan.To)).ToList();
        var instruments = handles.Select(h => Instrument(h, baseline)).ToList();
        var binder = new ExperimentBinder(_project, _model, _findings);
        var moved = instruments.OfType<PlanInstrument>().SelectMany(i => i.Direction.Changes).Select(c => c.Column).ToHashSet();
        var goals = plan.Targets.SelectMany(t => Goals(binder, baseline, t, moved, isCondition: false)).Concat(plan.Conditions.SelectMany(t => Goals(binder, baseline, t, moved, isCondition: true))).ToList();
        foreach (var instrument in plan.Instruments) { CheckSize(instrument); }
        if (_findings.HasErrors || Missing(plan, goals.Count, handles.Count)) { return null; }
        // What people foresee lies beyond the plan's horizon.
        var to = _model.Reach.Lead > 0 ? _project.End : plan.To;
        var problem = new PlanProblem(baseline, _project.ScenarioStart, to, Closure.Declared(_model), [.. instruments.Select(i => i!)], [.. goals.Select(g => g.Goal)]);
        var steps = Steps(plan, handles, problem);
        return new BoundPlan(plan, goals, handles, problem with { Limits = [.. steps.Select(s => s.Limit)] }) { Steps = [.. steps.Select(s => s.Step)] };
    }

    private static List<(BoundStep Step, PlanLimit Limit)> Steps(Plan plan, List<Handle> handles, PlanProblem problem)
    {
        var steps = new List<(BoundStep Step, PlanLimit Limit)>();
        foreach (var instrument in plan.Instruments)
        {
            if (instrument.LargestStep is not { } largest) { continue; }
            var own = Enumerable.Range(0, handles.Count).Where(j => handles[j].Instrument == instrument).Select(j => (j, problem.Instruments[j].Direction)).ToList();
            steps.AddRange(InstrumentSteps.Of(largest, own, problem.From, plan.To));
        }

        return steps;
    }

    /// <summary>Whether a plan lies behind, so that nothing can be moved for it any more.</summary>
    public bool IsOver(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.To < _project.ScenarioStart;
    }

    /// <summary>Binds the targets and conditions of a plan alone, each with its periods up to the last known one and those after it.</summary>
    /// <returns>Those that have values; null where an error was found.</returns>
    internal IReadOnlyList<StatusGoal>? BindTargets(Plan plan, Period at)
    {
        var baseline = _baseline ?? throw new InvalidOperationException("The binder has no solved baseline.");
        var binder = new ExperimentBinder(_project, _model, _findings);
        var goals = plan.Targets.SelectMany(t => Goals(binder, baseline, t, null, isCondition: false)).Concat(plan.Conditions.SelectMany(t => Goals(binder, baseline, t, null, isCondition: true))).ToList();
        if (_findings.HasErrors || Missing(plan, goals.Count, 1)) { return null; }
        return [.. goals.Select(g => new StatusGoal(g, Part(g, p => p <= at), Part(g, p => p > at)))];

        PathQuantity? Part(BoundTarget goal, Func<Period, bool> belongs) =>
            goal.Goal.Quantity.Periods.Where(belongs).ToList() is { Count: > 0 } periods ? new PathQuantity(binder.Graph, goal.Quantity.Expression, periods) : null;
    }

    private bool Missing(Plan plan, int goals, int handles)
    {
        if (goals == 0) { Report("the plan has no target.", "list what is wanted under 'targets'."); }
        if (handles == 0) { Report("the plan has no instrument.", "list what may be moved under 'instruments'."); }
        return goals == 0 || handles == 0;

        void Report(string fact, string help) => _findings.Add(Diagnostic.Error(WorkspaceCodes.MissingKey, fact, new SourceSpan(plan.File, 0, 0), null, help));
    }

    /// <summary>One handle, or one for each year up to the horizon.</summary>
    private static IEnumerable<Handle> Handles(Instrument instrument, Period horizon)
    {
        if (instrument.Shape != InstrumentShape.Yearly) { return [Handle(instrument, instrument.From, instrument.To, PathChange.Ramp(instrument.Ramp))]; }
        var frequency = instrument.From.Frequency;
        int firstYear = instrument.From.Year;
        int lastYear = (instrument.To < horizon ? instrument.To : horizon).Year;
        return Enumerable.Range(firstYear, lastYear - firstYear + 1).Select(year => Handle(
            instrument,
            year == firstYear ? instrument.From : Period.Of(frequency, year, 1),
            year == lastYear ? instrument.To : Period.Of(frequency, year, (int)frequency),
            []));
    }

    private static Handle Handle(Instrument instrument, Period from, Period to, IReadOnlyList<double> weights)
    {
        return new Handle(instrument, from, [Change(instrument.Role, instrument.Name, 1.0), .. instrument.Along.Select(a => Change(ChangedRole.Exogenous, a.Name, a.Factor))]);

        ScenarioChange Change(ChangedRole role, PlacedName name, double factor) => new(role, [name], null, new ChangeAmount.Step(ChangeKind.Add, factor, weights), from, to, instrument.Span);
    }

    /// <summary>Warns of a bound that looks like a percentage; a name that does not fit is told of elsewhere.</summary>
    private void CheckSize(Instrument instrument)
    {
        if (instrument.Role != ChangedRole.Exogenous || (_model.Find(instrument.Name.Name) ?? _model.Symbols.FirstOrDefault(s => s.Family == instrument.Name.Name)) is not { } symbol) { return; }
        foreach (var number in instrument.Given) { LargeShares.Check(symbol, number.Value, number.Span, _findings); }
    }

    /// <summary>What one unit of a handle changes; null where a name does not fit.</summary>
    private IReadOnlyList<PathChange>? Changes(Handle handle)
    {
        var own = new DiagnosticBag();
        var bound = new ScenarioBinder(_model, _project.Scenarios, own).Bind([new Scenario("plan", "plan", "", null, [], handle.Changes, handle.Instrument.Span.Source)]);
        // Of a unit step every size is odd, and the years of one instrument would say the same again and again.
        foreach (var error in own.Where(f => f.Severity == Severity.Error && !_findings.Contains(f))) { _findings.Add(error); }
        return bound?.Changes;
    }

    /// <summary>The same as a direction in time.</summary>
    private PlanInstrument? Instrument(Handle handle, Paths baseline)
    {
        if (Changes(handle) is not { } changes) { return null; }
        var unit = new Paths(_model, baseline.Start, baseline.Count);
        var moved = new List<ValueChange>();
        foreach (var change in changes)
        {
            for (var period = change.From; period <= change.To; period += 1) { unit[change.Column, period] = 0.0; }
            change.Apply(unit);
            for (var period = change.From; period <= change.To; period += 1) { moved.Add(new ValueChange(change.Column, period, unit[change.Column, period])); }
        }

        var instrument = handle.Instrument;
        return new PlanInstrument(new Perturbation(moved), instrument.Low ?? double.NegativeInfinity, instrument.High ?? double.PositiveInfinity, instrument.Cost) { Announced = instrument.Stage?.Period };
    }

    /// <summary>Binds what a target speaks of; null where it cannot be aimed at. Where nothing shall be moved, anything can be looked at.</summary>
    private BoundQuantity? Quantity(ExperimentBinder binder, Target target, HashSet<int>? moved)
    {
        if (binder.Bind(target.Quantity, null, mustRespond: false) is not { } quantity) { return null; }
        var symbols = new HashSet<(int Column, int Lag)>();
        binder.Graph.CollectSymbols([quantity.Expression], symbols);
        if (symbols.Any(s => s.Lag > 0))
        {
            _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongTarget, $"'{target.Quantity.Name}' looks ahead.", target.Quantity.Span, "a target speaks of its own period and of those before.", "name the later period under 'at' instead."));
            return null;
        }

        if (moved is not null && !symbols.Any(s => _model.Symbols[s.Column].Role == Role.Endogenous || moved.Contains(s.Column)))
        {
            _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongTarget, $"no instrument moves '{target.Quantity.Name}'.", target.Quantity.Span, "nothing in it is determined by the model, and none of its names is an instrument.", "name an endogenous variable, or make one of its names an instrument."));
            return null;
        }

        if (quantity.Kind == EffectKind.Points)
        {
            foreach (var number in target.Given) { LargeShares.Check(target.Quantity.Name, number.Value, number.Span, _findings); }
        }

        return quantity;
    }

    private IEnumerable<BoundTarget> Goals(ExperimentBinder binder, Paths baseline, Target target, HashSet<int>? moved, bool isCondition)
    {
        if (Quantity(binder, target, moved) is not { } quantity) { yield break; }
        // What lies behind cannot be moved any more: it is history, of which a status tells.
        foreach (var periods in (target.IsEach ? target.Periods.Select(p => (IReadOnlyList<Period>)[p]) : [target.Periods]).Where(p => moved is null || p[^1] >= _project.ScenarioStart))
        {
            var path = new PathQuantity(binder.Graph, quantity.Expression, periods);
            double before = path.Evaluate(baseline);
            if (!double.IsFinite(before))
            {
                _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongTarget, $"'{target.Quantity.Name}' has no value in the baseline in {periods[0]}.", target.Quantity.Span, "a plan starts from the solved baseline.", "name a quantity that has a value there."));
                yield break;
            }

            double from = target.IsAgainstBaseline ? before : 0.0;
            var goal = new PlanGoal(path, from + (target.Low ?? double.NegativeInfinity), from + (target.High ?? double.PositiveInfinity), target.Weight);
            yield return new BoundTarget(target, quantity, before, goal, isCondition);
        }
    }
}
