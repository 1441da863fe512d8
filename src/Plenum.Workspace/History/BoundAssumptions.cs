using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Data;

namespace Plenum.Workspace.History;

/// <summary>Measurements and assumptions with the columns of the model in place of names.</summary>
internal sealed class BoundAssumptions
{
    private readonly BoundModel _model;
    private readonly DiagnosticBag _findings;

    private BoundAssumptions(BoundModel model, DiagnosticBag findings) => (_model, _findings) = (model, findings);

    /// <summary>A measured path of history.</summary>
    /// <param name="Measurement">How it is measured.</param>
    /// <param name="Symbol">The variable.</param>
    /// <param name="Path">The measured path, from before history where it is known.</param>
    /// <param name="Found">The column that is found for it, or -1.</param>
    /// <param name="From">First period of history in which it is known.</param>
    /// <param name="To">Last one.</param>
    public sealed record Target(Measurement Measurement, Symbol Symbol, TimeSeries Path, int Found, Period From, Period To);

    /// <summary>An add-factor that moves with another.</summary>
    public sealed record Follower(int Column, int Leader, double Weight);

    /// <summary>How an add-factor goes on.</summary>
    public sealed record Rule(int Column, AddFactorOutlook Written);

    public List<Target> Targets { get; } = [];

    public List<(int Column, double Level)> StartLevels { get; } = [];

    public List<Follower> Shared { get; } = [];

    public List<(int Column, ExogenousPath Path)> Exogenous { get; } = [];

    public List<Rule> Rules { get; } = [];

    /// <summary>The led variable and its leader, or -1.</summary>
    public (int Variable, int Leader) Led { get; private set; } = (-1, -1);

    public List<Follower> SharedJudgement { get; } = [];

    /// <summary>Looks up every name; what does not fit is reported.</summary>
    public static BoundAssumptions Bind(BoundModel model, Project project, Assumptions assumptions, ProjectData data, DiagnosticBag findings)
    {
        var bound = new BoundAssumptions(model, findings);
        foreach (var measurement in data.Measurements) { bound.BindTarget(measurement, project.Start, project.HistoryEnd, data.WithDerived); }
        foreach (var level in assumptions.StartLevels)
        {
            if (bound.Find(level.Name, Role.Endogenous) is not { } symbol) { continue; }
            if (level.Level <= 0) { findings.Add(Diagnostic.Error(WorkspaceCodes.WrongAssumption, $"the start level of '{symbol.Name}' is {level.Level}, but a path is scaled to a level above zero.", level.Name.Span, null, "give its value in the period before the first solved one.")); }
            else if (bound.IsNew(bound.StartLevels.Exists(l => l.Column == symbol.Column), level.Name)) { bound.StartLevels.Add((symbol.Column, level.Level)); }
        }

        foreach (var shared in assumptions.Shared) { bound.BindShared(shared, bound.Shared); }
        foreach (var path in assumptions.Exogenous)
        {
            if (bound.Find(path.Name, Role.Exogenous) is { } symbol && bound.IsNew(bound.Exogenous.Exists(e => e.Column == symbol.Column), path.Name))
            {
                bound.Exogenous.Add((symbol.Column, path));
                if (!path.IsGrowth) { LargeShares.Check(symbol, path.Points.MaxBy(p => Math.Abs(p.Value)).Value, path.Name.Span, findings); }
            }
        }

        int history = project.HistoryEnd - project.Start + 1;
        foreach (var rule in assumptions.Rules)
        {
            if (rule.Over > history)
            {
                findings.Add(Diagnostic.Error(WorkspaceCodes.WrongAssumption, $"a rule takes the mean of {rule.Over} periods, but history has {history}.", rule.Equations[0].Span, null, "give a smaller 'over'."));
                continue;
            }

            foreach (int column in rule.Equations.SelectMany(bound.AddFactors)) { bound.AddRule(new Rule(column, rule)); }
        }

        if (assumptions.Judgement is { } judgement && bound.Find(judgement.Variable, Role.Endogenous) is { } led)
        {
            bound.Led = (led.Column, bound.AddFactor(judgement.Leader));
            foreach (var shared in judgement.Shared) { bound.BindShared(shared, bound.SharedJudgement); }
        }

        return bound;
    }

    private void BindTarget(Measurement measurement, Period start, Period end, DataSet data)
    {
        if (Find(measurement.Variable, Role.Endogenous) is not { } symbol || measurement.Evaluate(data, _findings) is not { } path) { return; }
        if (path.Frequency != start.Frequency)
        {
            _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongMeasurement, $"'{symbol.Name}' is measured in {path.Frequency.ToString().ToLowerInvariant()} periods, but the model is {start.Frequency.ToString().ToLowerInvariant()}.", measurement.Span, null, "convert the series in its formula."));
            return;
        }

        var from = path.Start > start ? path.Start : start;
        var to = path.End < end ? path.End : end;
        if (path.Count == 0 || to < from)
        {
            _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongMeasurement, $"'{symbol.Name}' has no measured value between {start} and {end}.", measurement.Span, null, "look at the spans of its series; 'plenum data' lists them."));
            return;
        }

        int found = measurement.Endogenise is { } name && FindAny(name) is { } endogenised ? endogenised.Column : -1;
        for (var period = from; period <= to && found >= 0; period += 1)
        {
            if (!double.IsNaN(path[period])) { continue; }
            _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongMeasurement, $"'{symbol.Name}' has no measured value in {period}, between others.", measurement.Span, "a path that the model must meet has no gaps.", "bridge the gap on purpose with interpolated(x), or shorten the span by 'from' and 'to'."));
            return;
        }

        Targets.Add(new Target(measurement, symbol, path, found, from, to));
    }

    private void BindShared(SharedSurprise shared, List<Follower> into)
    {
        int follower = AddFactor(shared.Follower);
        int leader = AddFactor(shared.Leader);
        if (follower >= 0 && leader >= 0) { into.Add(new Follower(follower, leader, shared.Weight)); }
    }

    private void AddRule(Rule rule)
    {
        if (Rules.Exists(r => r.Column == rule.Column)) { _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongAssumption, $"two rules say how '{_model.Symbols[rule.Column].Name}' goes on.", rule.Written.Equations[0].Span, null, "keep one of them.")); }
        else { Rules.Add(rule); }
    }

    /// <summary>Whether a name is given for the first time; a second time is reported.</summary>
    private bool IsNew(bool isKnown, PlacedName name)
    {
        if (isKnown) { _findings.Add(Diagnostic.Error(WorkspaceCodes.Duplicate, $"'{name.Name}' is given twice.", name.Span, null, "keep one of the two.")); }
        return !isKnown;
    }

    /// <summary>The add-factors of the equations of a name; one over a set stands for all members.</summary>
    private IEnumerable<int> AddFactors(PlacedName name)
    {
        var members = _model.Symbols.Where(s => s.Role == Role.AddFactor && s.Name.StartsWith($"add_factor({name.Name}[", StringComparison.Ordinal)).Select(s => s.Column).ToList();
        return members.Count > 0 ? members : AddFactor(name) is var one and >= 0 ? [one] : [];
    }

    private int AddFactor(PlacedName name) => Find(name with { Name = $"add_factor({name.Name})" }, Role.AddFactor)?.Column ?? -1;

    private Symbol? Find(PlacedName name, Role role)
    {
        if (FindAny(name) is not { } symbol) { return null; }
        if (symbol.Role == role) { return symbol; }
        _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongRole, $"'{name.Name}' is not {Words(role)}.", name.Span, null, $"'plenum show {name.Name}' says what it is."));
        return null;
    }

    private Symbol? FindAny(PlacedName name)
    {
        if (_model.Find(name.Name) is { } symbol) { return symbol; }
        string? near = Suggestion.Nearest(name.Name, _model.Symbols.Select(s => s.Name));
        _findings.Add(Diagnostic.Error(WorkspaceCodes.UnknownName, $"the model has no name '{name.Name}'.", name.Span, null, near is null ? "'plenum show' lists the names." : $"did you mean '{near}'?"));
        return null;
    }

    private static string Words(Role role) => role switch
    {
        Role.AddFactor => "an add-factor",
        Role.Exogenous => "exogenous",
        _ => "endogenous",
    };
}
