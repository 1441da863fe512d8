using Plenum.Engine.Derivatives;
using Plenum.Language.Expressions;

namespace Plenum.Engine.Attribution;

/// <summary>Divides the change of one expression among the values that it reads, along the straight way between two sets of values.</summary>
/// <remarks>Source: R. Aumann and L. Shapley (1974), "Values of Non-Atomic Games". Kronrod's seven points, halved where their sum leaves something over.</remarks>
internal sealed class ArgumentShares
{
    /// <summary>What a piece may leave over, relative to the size of the expression.</summary>
    private const double Tolerance = 1e-13;

    private const int MostHalvings = 40;
    private const int MostPieces = 1000;

    private readonly ExpressionId _expression;
    private readonly ExpressionId[] _partials;
    private readonly GraphEvaluator _evaluator;
    private readonly double[] _before;
    private readonly double[] _after;
    private readonly Dictionary<(int Column, int Lag), int> _places = [];
    private int _pieces;

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
        _pieces = 0;
        double from = ValueAt(0.0);
        double size = SizeOf(_before);
        double to = ValueAt(1.0);
        Add(shares, 0.0, 1.0, from, to, Tolerance * Math.Max(size, SizeOf(_after)), MostHalvings);
        return shares;
    }

    private void Add(double[] shares, double from, double to, double valueFrom, double valueTo, double tolerance, int halvings)
    {
        var piece = new double[shares.Length];
        double left = valueTo - valueFrom;
        double size = 0.0;
        for (int k = 0; k < KronrodRule.Points.Length; k++)
        {
            ValueAt(from + ((to - from) * KronrodRule.Points[k]));
            for (int i = 0; i < piece.Length; i++)
            {
                double part = _after[i] == _before[i] ? 0.0 : (to - from) * KronrodRule.Weights[k] * _evaluator[_partials[i]] * (_after[i] - _before[i]);
                piece[i] += part;
                left -= part;
                size += Math.Abs(part);
            }
        }

        // Parts that cancel leave over the rounding of their size; what is not a number would be halved for ever.
        if (!(Math.Abs(left) > Math.Max(tolerance, Tolerance * size)) || halvings == 0 || ++_pieces >= MostPieces)
        {
            for (int i = 0; i < piece.Length; i++) { shares[i] += piece[i]; }
            return;
        }

        double middle = 0.5 * (from + to);
        double valueMiddle = ValueAt(middle);
        Add(shares, from, middle, valueFrom, valueMiddle, tolerance, halvings - 1);
        Add(shares, middle, to, valueMiddle, valueTo, tolerance, halvings - 1);
    }

    /// <summary>The size of the last value, and of what a relative change of each argument does to it, which bounds its rounding.</summary>
    private double SizeOf(double[] arguments)
    {
        double size = Math.Abs(_evaluator[_expression]);
        for (int i = 0; i < arguments.Length; i++) { size += Math.Abs(_evaluator[_partials[i]] * arguments[i]); }
        return double.IsFinite(size) ? size : 0.0;
    }

    private double ValueAt(double share)
    {
        _evaluator.Evaluate((column, lag) => Between(_places[(column, lag)]));
        return _evaluator[_expression];

        double Between(int argument) => _before[argument] + (share * (_after[argument] - _before[argument]));
    }
}
