using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;
using Plenum.Series;
using Plenum.Series.Formulas;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.History;

namespace Plenum.Workspace.Claims;

/// <summary>Binds claims to a model and to data; all findings at once.</summary>
public sealed class ClaimBinder
{
    private readonly BoundModel _model;
    private readonly DataSet _data;
    private readonly DiagnosticBag _findings;
    private readonly ExpressionGraph _graph;
    private readonly ExperimentBinder _experiments;

    /// <summary>Prepares to bind.</summary>
    /// <param name="project">Where scenarios are found.</param>
    /// <param name="model">Its model.</param>
    /// <param name="data">Its data.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public ClaimBinder(Project project, BoundModel model, DataSet data, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(findings);
        (_model, _data, _findings) = (model, data, findings);
        _graph = model.Graph.Copy();
        _experiments = new ExperimentBinder(project, model, findings);
    }

    /// <summary>Binds a claim; what could not be bound is reported and left out.</summary>
    public BoundClaim Bind(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new BoundClaim(claim, [.. claim.Figures.Select(Bind)], claim.Without is { } without ? Bind(without) : null, [.. claim.Expectations.Select(_experiments.Bind).OfType<BoundExpectation>()]);
    }

    /// <summary>Checks that the rules of a simulation name behavioural equations.</summary>
    public void Check(ClaimSimulation simulation)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        var behavioural = _model.Equations.Where(e => e.AddFactor >= 0).Select(e => _model.Symbols[e.Determines]).ToList();
        foreach (var name in simulation.Names.Where(n => !behavioural.Exists(s => s.Name == n.Name || s.Family == n.Name)))
        {
            string? near = Suggestion.Nearest(name.Name, behavioural.SelectMany(s => new[] { s.Name, s.Family }).Distinct());
            _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongSimulation, $"'{name.Name}' has no add-factor.", name.Span, "a rule says what becomes of the add-factors of behavioural equations.", near is null ? "name a behavioural variable." : $"did you mean '{near}'?"));
        }
    }

    private BoundFigure Bind(ClaimFigure figure)
    {
        double? observed = figure.Data is { } data ? Value(data, figure.DataAt) : null;
        double? counterpart = figure.Counterpart is { } same ? Value(same, figure.At) : null;
        double share = figure.Month is { } month ? Share(month, figure) ?? double.NaN : 1.0;
        return new BoundFigure(figure, observed, counterpart, share, figure.Model is { } model ? Expression(model) : null, _graph);
    }

    private Counterfactual Bind(ClaimCounterfactual without)
    {
        var held = new List<HeldShare>();
        foreach (var (variable, with) in without.Held)
        {
            var variables = Named(variable).Where(s => _model.Equations.Any(e => e.Determines == s.Column && e.AddFactor >= 0)).ToList();
            var others = Named(with);
            if (variables.Count == 0) { _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongRole, $"'{variable.Name}' is not determined by a behavioural equation.", variable.Span, "its add-factor is found in exchange for its path.", "name a behavioural variable, or a family of them.")); }
            foreach (var symbol in variables)
            {
                if (others.Count == 1 || others.Exists(o => o.Members.SequenceEqual(symbol.Members))) { held.Add(new HeldShare(symbol.Column, (others.Count == 1 ? others[0] : others.Find(o => o.Members.SequenceEqual(symbol.Members))!).Column)); }
                else { _findings.Add(Diagnostic.Error(WorkspaceCodes.UnknownName, $"'{with.Name}' has nothing for '{symbol.Name}'.", with.Span, null, "name a variable of the model, or a family over the same set.")); }
            }
        }

        return new Counterfactual(held, without.From, without.To);
    }

    private List<Symbol> Named(PlacedName name) => _model.Find(name.Name) is { } one ? [one] : [.. _model.Symbols.Where(s => s.Family == name.Name && s.Role is Role.Endogenous or Role.Exogenous)];

    private ExpressionId? Expression(PlacedName text)
    {
        var found = new DiagnosticBag();
        var bound = new ExpressionBinder(_model, _graph).Bind(new SourceText(text.Span.Source.Path, text.Name), found);
        foreach (var finding in found) { _findings.Add(finding with { Span = Place(text, finding.Span) }); }
        return bound?.Id;
    }

    /// <summary>The place in the file of a finding about an expression that stands there as one value.</summary>
    private static SourceSpan Place(PlacedName text, SourceSpan? inside)
    {
        int at = text.Span.Source.Text.IndexOf(text.Name, text.Span.Start, StringComparison.Ordinal);
        bool isHere = at >= text.Span.Start && at <= text.Span.Start + 1;
        return isHere && inside is { } span ? new SourceSpan(text.Span.Source, at + span.Start, span.Length) : text.Span;
    }

    private double? Value(PlacedName formula, Period period) => Series(formula) is { } series ? Value(formula, series, period) : null;

    private double? Value(PlacedName formula, TimeSeries series, Period period)
    {
        if (series.Frequency != period.Frequency)
        {
            string word = series.Frequency.ToString().ToLowerInvariant();
            _findings.Add(Diagnostic.Error(WorkspaceCodes.NoObservation, $"'{formula.Name}' is {word}, and {period} is not.", formula.Span, null, "name a period of the data with 'data_at', or convert the series: sum_of_months, mean_of_months, last_month."));
            return null;
        }

        double value = series[period];
        if (double.IsFinite(value)) { return value; }
        _findings.Add(Diagnostic.Error(WorkspaceCodes.NoObservation, $"'{formula.Name}' has no value in {period}.", formula.Span, $"it has values from {series.Trim().Start} to {series.Trim().End}.", "name another period with 'data_at', or leave the data out."));
        return null;
    }

    private TimeSeries? Series(PlacedName formula)
    {
        TimeSeries? series = null;
        bool isComputed = SeriesFormula.TryParse(formula.Name, out var parsed, out var finding) && parsed.TryEvaluate(_data, out series, out finding);
        if (!isComputed) { _findings.Add(Diagnostic.Error(finding!.Code, finding.Message, formula.Span, finding.Why, finding.Help)); }
        return series;
    }

    private double? Share(MonthOfQuarter month, ClaimFigure figure)
    {
        if (Series(month.Of) is not { } months || Series(month.In) is not { } quarters) { return null; }
        double sum = 0.0;
        for (int year = 1; year <= month.Years; year++)
        {
            if (Value(month.Of, months, figure.DataAt - (12 * year)) is not { } part || Value(month.In, quarters, figure.At - (4 * year)) is not { } whole) { return null; }
            sum += part / whole;
        }

        return sum / month.Years;
    }
}
