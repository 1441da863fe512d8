using Plenum.Engine.Derivatives;
using Plenum.Language.Expressions;

namespace Plenum.Engine.Attribution;

/// <summary>Divides the change of one expression among the values that it reads, along the straight way between two sets of values.</summary>
/// <remarks>Source: R. Aumann and L. Shapley (1974), "Values of Non-Atomic Games". Kronrod's seven points, halved where their sum leaves something over.</remarks>
internal sealed class ArgumentShares
{
    private const double Tolerance = 1e-13;
    private const int MostHalvings = 40;

    private readonly ExpressionId _expression;
    private readonly ExpressionId[] _partials;
    private readonly GraphEvaluator _evaluator;
    private readonly double[] _before;
    private readonly double[] _after;
    private readonly Dictionary<(int Column, int Lag), int> _places = [];

    /// <summary>Prepares to divide the change of an expression.</summary>
    public ArgumentShares(ExpressionGraph graph, ExpressionId expression)
    {
        _expression = expression;
        var reads = new SortedSet<(int Column, int Lag)>();
        graph.CollectSymbols([expression], reads);
        Arguments = [.. reads];
        for (int i = 0; i < Arguments.Count; i++) { _places[Arguments[i]] = i; }
        var differentiator = new Differentiator(graph);
        _partials = [.. Arguments.Select(a => differentiator.Derivative(expression, a.Column, a.Lag))];
        _evaluator = new GraphEvaluator(graph, [expression, .. _partials]);
        _before = new double[Arguments.Count];
        _after = new double[Arguments.Count];
    }

    /// <summary>What the expression reads.</summary>
    public IReadOnlyList<(int Column, int Lag)> Arguments { get; }

    /// <summary>The share of each argument in the change.</summary>
    public double[] Divide(Func<int, int, double> before, Func<int, int, double> after)
    {
        for (int i = 0; i < Arguments.Count; i++)
        {
            _before[i] = before(Arguments[i].Column, Arguments[i].Lag);
            _after[i] = after(Arguments[i].Column, Arguments[i].Lag);
        }

        var shares = new double[Arguments.Count];
        Add(shares, 0.0, 1.0, ValueAt(0.0), ValueAt(1.0), MostHalvings);
        return shares;
    }

    private void Add(double[] shares, double from, double to, double valueFrom, double valueTo, int halvings)
    {
        var piece = new double[shares.Length];
        double left = valueTo - valueFrom;
        for (int k = 0; k < KronrodRule.Points.Length; k++)
        {
            ValueAt(from + ((to - from) * KronrodRule.Points[k]));
            for (int i = 0; i < piece.Length; i++)
            {
                double part = _after[i] == _before[i] ? 0.0 : (to - from) * KronrodRule.Weights[k] * _evaluator[_partials[i]] * (_after[i] - _before[i]);
                piece[i] += part;
                left -= part;
            }
        }

        if (Math.Abs(left) <= Tolerance * Math.Max(Math.Abs(valueFrom), Math.Abs(valueTo)) || halvings == 0)
        {
            for (int i = 0; i < piece.Length; i++) { shares[i] += piece[i]; }
            return;
        }

        double middle = 0.5 * (from + to);
        double valueMiddle = ValueAt(middle);
        Add(shares, from, middle, valueFrom, valueMiddle, halvings - 1);
        Add(shares, middle, to, valueMiddle, valueTo, halvings - 1);
    }

    private double ValueAt(double share)
    {
        _evaluator.Evaluate((column, lag) => Between(_places[(column, lag)]));
        return _evaluator[_expression];

        double Between(int argument) => _before[argument] + (share * (_after[argument] - _before[argument]));
    }
}
