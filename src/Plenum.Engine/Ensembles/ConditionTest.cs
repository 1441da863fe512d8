using Plenum.Language.Expressions;

namespace Plenum.Engine.Ensembles;

/// <summary>Tries one condition on path after path.</summary>
/// <remarks>One instance serves one thread at a time. Allocates nothing after construction.</remarks>
public sealed class ConditionTest
{
    private readonly GraphEvaluator _evaluator;
    private readonly PathCondition _condition;
    private readonly double[] _values;
    private readonly int _columns;
    private readonly int[] _moments;
    private readonly int _span;
    private readonly Func<int, int, double> _value;
    private int _t;

    /// <summary>Prepares to try a condition on paths that are filled again and again.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="paths">The paths; they must reach as far back as the condition reads.</param>
    public ConditionTest(PathCondition condition, Paths paths)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(paths);
        (_condition, _values, _columns) = (condition, paths.Values, paths.Columns);
        _evaluator = new GraphEvaluator(condition.Graph, [condition.Expression]);
        _moments = [.. condition.Moments.Select(paths.IndexOf)];
        _span = condition.ByYear ? (int)condition.From.Frequency : 1;
        _value = Value;
    }

    /// <summary>Whether the condition holds at any of its moments on the paths as they are now.</summary>
    public bool Holds()
    {
        foreach (int t in _moments)
        {
            if (ValueAt(t) != 0.0) { return true; }
        }

        return false;
    }

    /// <summary>Whether everything that the condition reads is known at all of its moments.</summary>
    public bool IsKnown()
    {
        var symbols = new HashSet<(int Column, int Lag)>();
        _condition.Graph.CollectSymbols([_condition.Expression], symbols);
        foreach (int t in _moments)
        {
            _t = t;
            if (symbols.Any(s => !double.IsFinite(Value(s.Column, s.Lag)))) { return false; }
        }

        return true;
    }

    private double ValueAt(int t)
    {
        _t = t;
        _evaluator.Evaluate(_value);
        return _evaluator[_condition.Expression];
    }

    private double Value(int column, int lag)
    {
        double sum = 0.0;
        for (int k = 0; k < _span; k++) { sum += _values[((_t - k + lag) * _columns) + column]; }
        return sum / _span;
    }
}
