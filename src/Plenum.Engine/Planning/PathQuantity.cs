using Plenum.Engine.Derivatives;
using Plenum.Engine.Sensitivities;
using Plenum.Language.Expressions;
using Plenum.Series;

namespace Plenum.Engine.Planning;

/// <summary>A number that a path gives: the mean of an expression over some periods.</summary>
/// <remarks>Use it from one thread at a time.</remarks>
public sealed class PathQuantity
{
    private readonly ExpressionId _expression;
    private readonly GraphEvaluator _evaluator;
    private readonly List<(int Column, int Lag, ExpressionId Derivative)> _partials = [];

    /// <summary>Takes an expression and differentiates it.</summary>
    /// <param name="graph">The graph it stands in, which takes the derivatives as well.</param>
    /// <param name="expression">The expression; symbols are columns of the model.</param>
    /// <param name="periods">The periods over which the mean is taken; at least one.</param>
    /// <exception cref="ArgumentException">There is no period, or the expression looks ahead.</exception>
    public PathQuantity(ExpressionGraph graph, ExpressionId expression, IReadOnlyList<Period> periods)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(periods);
        if (periods.Count == 0) { throw new ArgumentException("Name at least one period.", nameof(periods)); }
        (_expression, Periods) = (expression, periods);
        var symbols = new HashSet<(int Column, int Lag)>();
        graph.CollectSymbols([expression], symbols);
        if (symbols.Any(s => s.Lag > 0)) { throw new ArgumentException("The expression looks ahead.", nameof(expression)); }
        var differentiator = new Differentiator(graph);
        foreach (var (column, lag) in symbols.Order()) { _partials.Add((column, lag, differentiator.Derivative(expression, column, lag))); }
        _evaluator = new GraphEvaluator(graph, [expression, .. _partials.Select(p => p.Derivative)]);
        Columns = [.. symbols.Select(s => s.Column).Distinct().Order()];
    }

    /// <summary>The periods over which the mean is taken.</summary>
    public IReadOnlyList<Period> Periods { get; }

    /// <summary>The columns that the expression reads.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>The number; NaN where it cannot be had.</summary>
    public double Evaluate(Paths paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        double sum = 0.0;
        foreach (var period in Periods)
        {
            At(paths, period);
            sum += _evaluator[_expression];
        }

        return sum / Periods.Count;
    }

    /// <summary>By how much the number moves with each value that it reads, taken by itself.</summary>
    public IReadOnlyList<ValueChange> Gradient(Paths paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var changes = new List<ValueChange>();
        foreach (var period in Periods)
        {
            At(paths, period);
            foreach (var (column, lag, derivative) in _partials) { changes.Add(new ValueChange(column, period + lag, _evaluator[derivative] / Periods.Count)); }
        }

        return changes;
    }

    private void At(Paths paths, Period period) => _evaluator.Evaluate((column, lag) => period + lag >= paths.Start && period + lag <= paths.End ? paths[column, period + lag] : double.NaN);
}
