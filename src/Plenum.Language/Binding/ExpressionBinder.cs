using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;
using Plenum.Language.Syntax;
using Plenum.Language.Units;

namespace Plenum.Language.Binding;

/// <summary>An expression bound against a model.</summary>
/// <param name="Id">The expression, in the graph that the binder was given.</param>
/// <param name="Unit">Its unit; null where it is not known.</param>
public sealed record BoundExpression(ExpressionId Id, Unit? Unit);

/// <summary>Binds free expressions, such as conditions and targets, against the names of a model.</summary>
/// <remarks>The model's own graph is left alone unless it is given as the target. Not safe for concurrent use.</remarks>
public sealed class ExpressionBinder
{
    private const int MostNodes = 200_000;

    private readonly BoundModel _model;
    private readonly ExpressionGraph _graph;
    private readonly Func<string, (int Column, Unit? Unit)?>? _findSeries;

    /// <summary>Whether units must agree; a number typed by a user has none, so a condition may leave them unchecked. Default true.</summary>
    public bool ChecksUnits { get; init; } = true;

    /// <summary>Prepares to bind against a model.</summary>
    /// <param name="model">The model whose names the expressions use.</param>
    /// <param name="graph">The graph that takes the expressions; symbols keep the columns of the model.</param>
    /// <param name="findSeries">
    /// Gives the column and unit of a data series <c>file.series</c>, or null where there is none; columns from
    /// <c>model.Symbols.Count</c> on are free. Null where expressions may not name data.
    /// </param>
    public ExpressionBinder(BoundModel model, ExpressionGraph graph, Func<string, (int Column, Unit? Unit)?>? findSeries = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(graph);
        _model = model;
        _graph = graph;
        _findSeries = findSeries;
    }

    /// <summary>Reads and binds one expression, such as <c>exports_real[us] / gdp_real</c>.</summary>
    /// <param name="text">The text of the expression.</param>
    /// <param name="diagnostics">Takes what is wrong with it.</param>
    /// <returns>The expression; null where there is an error.</returns>
    public BoundExpression? Bind(SourceText text, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var inText = new DiagnosticBag();
        var syntax = Parser.ParseExpression(text, inText, allowSeries: _findSeries is not null);
        diagnostics.AddRange(inText);
        var bound = Bind(syntax, diagnostics);
        return inText.HasErrors ? null : bound;
    }

    /// <summary>Binds one expression.</summary>
    /// <param name="syntax">The expression.</param>
    /// <param name="diagnostics">Takes what is wrong with it.</param>
    /// <returns>The expression; null where there is an error.</returns>
    public BoundExpression? Bind(ExpressionSyntax syntax, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(syntax);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var findings = new Findings(diagnostics);
        var lowering = new ExpressionLowering(ModelScope.From(_model, findings), _graph, findings, new WorkBudget(MostNodes)) { FindSeries = _findSeries, ChecksUnits = ChecksUnits };
        var bound = lowering.Bind(syntax, []);
        bool isSound = findings.Count == 0 && !lowering.SawMissing;
        return isSound ? new BoundExpression(bound.Id, bound.Unit) : null;
    }
}
