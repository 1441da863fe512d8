using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Experiments;

/// <summary>Binds experiments and what they measure to a model; all findings at once.</summary>
public sealed class ExperimentBinder
{
    private readonly Project _project;
    private readonly BoundModel _model;
    private readonly DiagnosticBag _findings;
    private readonly ExpressionGraph _graph;

    /// <summary>Prepares to bind.</summary>
    /// <param name="project">Where the scenarios are found.</param>
    /// <param name="model">Its model.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public ExperimentBinder(Project project, BoundModel model, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(findings);
        (_project, _model, _findings) = (project, model, findings);
        _graph = model.Graph.Copy();
    }

    /// <summary>The graph that takes the expressions; a copy of the model's own.</summary>
    public ExpressionGraph Graph => _graph;

    /// <summary>Binds an expectation.</summary>
    /// <returns>The expectation with its plans and expressions; null where an error was found.</returns>
    public BoundExpectation? Bind(Expectation expectation)
    {
        ArgumentNullException.ThrowIfNull(expectation);
        var experiment = expectation.Experiment;
        var of = Bind(experiment.Of);
        var against = experiment.Against is { } second ? Bind(second) : null;
        var quantity = Bind(expectation.Measure.Quantity, expectation.Measure.Kind, mustRespond: true);
        var over = expectation.Measure.Over is { } name ? Bind(name, expectation.Measure.Kind is EffectKind.Amount ? EffectKind.Amount : null, mustRespond: false) : null;
        bool isWhole = of is not null && quantity is not null && (against is null) == (experiment.Against is null) && (over is null) == (expectation.Measure.Over is null);
        return isWhole ? new BoundExpectation(expectation, of!, against, quantity!, over, _graph) : null;
    }

    /// <summary>Binds a treatment.</summary>
    /// <returns>The treatment; null where an error was found.</returns>
    public BoundTreatment? Bind(Treatment treatment)
    {
        ArgumentNullException.ThrowIfNull(treatment);
        var own = new DiagnosticBag();
        var binder = new ScenarioBinder(_model, _project.Scenarios, own);
        var under = treatment.Under is { } world ? Parts(world, own) : [];
        var plan = binder.Bind([.. under, .. Parts(treatment, own)]);
        var reference = treatment.Under is null || own.HasErrors ? null : binder.Bind(under);
        _findings.AddRange(own);
        return plan is null ? null : new BoundTreatment(plan, reference);
    }

    /// <summary>Binds a variable or an expression.</summary>
    /// <param name="quantity">Its text.</param>
    /// <param name="kind">In what its effect is counted; null where its unit decides.</param>
    /// <param name="mustRespond">Whether it must name something endogenous, so that an experiment can move it.</param>
    /// <returns>The quantity; null where an error was found.</returns>
    public BoundQuantity? Bind(PlacedName quantity, EffectKind? kind, bool mustRespond)
    {
        var found = new DiagnosticBag();
        var bound = new ExpressionBinder(_model, _graph).Bind(new SourceText(quantity.Span.Source?.Path ?? "", quantity.Name), found);
        foreach (var finding in found) { _findings.Add(finding with { Span = Place(quantity, finding.Span) }); }
        if (bound is null) { return null; }
        var symbols = new HashSet<(int Column, int Lag)>();
        _graph.CollectSymbols([bound.Id], symbols);
        if (mustRespond && !symbols.Any(s => _model.Symbols[s.Column].Role == Role.Endogenous))
        {
            _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongMeasure, $"'{quantity.Name}' cannot respond to an experiment.", Place(quantity, null), "nothing in it is determined by the model.", "measure an endogenous variable; plenum show lists the blocks of the model."));
            return null;
        }

        var symbol = _model.Find(quantity.Name);
        string label = symbol is { Label.Length: > 0 } ? symbol.Label : quantity.Name;
        var byUnit = Deviation.KindOf(bound.Unit) == DeviationKind.Percent ? EffectKind.Percent : EffectKind.Points;
        return new BoundQuantity(quantity.Name, label, bound.Id, kind ?? byUnit);
    }

    /// <summary>The place inside the file of a finding about an expression that stands there as one word.</summary>
    private static SourceSpan? Place(PlacedName quantity, SourceSpan? inside)
    {
        if (quantity.Span.Source is not { } source) { return null; }
        int at = source.Text.IndexOf(quantity.Name, quantity.Span.Start, Math.Min(quantity.Name.Length + 1, source.Text.Length - quantity.Span.Start), StringComparison.Ordinal);
        return at < 0 || inside is not { } span ? quantity.Span : new SourceSpan(source, at + span.Start, span.Length);
    }

    private List<Scenario> Parts(Treatment treatment, DiagnosticBag findings)
    {
        var parts = new List<Scenario>();
        foreach (string name in (treatment.Scenarios is { } named ? named.Name.Split('+', StringSplitOptions.TrimEntries) : []))
        {
            if (_project.Scenarios.Find(name, treatment.Scenarios?.Span, findings) is { } scenario) { parts.Add(scenario); }
        }

        if (treatment.Changes.Count > 0) { parts.Add(new Scenario("changes", "changes", "", null, [], treatment.Changes, treatment.Span.Source)); }
        return parts;
    }
}
