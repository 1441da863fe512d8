using System.Globalization;
using Plenum.Language.Binding;
using Plenum.Language.Expressions;
using Plenum.Series;

namespace Plenum.Engine.Attribution;

/// <summary>Divides the difference of a variable between two paths among the terms of its own equation.</summary>
/// <remarks>
/// Where the equation reads the variable's own past linearly, this is solved out: with z the variable or its logarithm, each term
/// contributes c[t] = (sum over k of m_k[t] c[t-k]) + (change of the term in t), m_k the mean of the coefficient of z[t-k] on both paths. A single
/// term that reads several names is divided among these.
/// </remarks>
public static class ChannelFinder
{
    private const string OwnPast = "own past before ";

    /// <summary>Finds the channels.</summary>
    /// <param name="column">The variable's column.</param>
    /// <param name="reference">The path that is moved from, with the lags before <paramref name="from"/>.</param>
    /// <param name="other">The path that is moved to, over the same periods.</param>
    /// <param name="from">First period that is solved.</param>
    /// <param name="at">The period asked for.</param>
    /// <returns>The channels; null where no equation is written for the variable, or it cannot be solved for it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A period or a lag lies outside the paths.</exception>
    public static EquationChannels? Find(int column, Paths reference, Paths other, Period from, Period at)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(other);
        if (EquationTerms.Of(reference.Model, column) is not { } terms) { return null; }
        int first = reference.IndexOf(from), last = reference.IndexOf(at);
        var measure = terms.Measure;
        var differences = new Differences(terms, reference, other);
        var past = new double[last + 1];
        var sums = differences.Texts.Select(_ => new double[last + 1]).ToArray();
        for (int t = 0; t < first; t++) { past[t] = Measured(measure, other.Row(t)[column]) - Measured(measure, reference.Row(t)[column]) is var d && double.IsFinite(d) ? d : 0.0; }
        for (int t = first; t <= last; t++)
        {
            differences.Evaluate(t);
            past[t] = Carried(past, t);
            for (int i = 0; i < sums.Length; i++) { sums[i][t] = differences.Values[i] + Carried(sums[i], t); }
        }

        double total = Measured(measure, other.Row(last)[column]) - Measured(measure, reference.Row(last)[column]);
        var channels = differences.Texts.Select((text, i) => new Channel(text, sums[i][last])).ToList();
        if (past[last] != 0.0) { channels.Add(new Channel(OwnPast + from, past[last])); }
        return new EquationChannels(terms.Equation, measure, total, channels, total - channels.Sum(c => c.Contribution));

        double Carried(double[] values, int t)
        {
            double sum = 0.0;
            foreach (var (lag, mean) in differences.OwnPast) { sum += mean * (t - lag >= 0 ? values[t - lag] : 0.0); }
            return sum;
        }
    }

    private static double Measured(ChannelMeasure measure, double value) => measure == ChannelMeasure.Logarithm ? Math.Log(value) : value;

    /// <summary>By how much the terms differ in one period.</summary>
    private sealed class Differences
    {
        private readonly Paths _reference;
        private readonly Paths _other;
        private readonly GraphEvaluator _evaluator;
        private readonly EquationTerm[] _direct;
        private readonly EquationTerm[] _own;
        private readonly ExpressionId[] _pasts;
        private readonly ArgumentShares? _shares;

        public Differences(EquationTerms terms, Paths reference, Paths other)
        {
            (_reference, _other) = (reference, other);
            _direct = [.. terms.Terms.Where(t => t.OwnLag == 0)];
            _own = [.. terms.Terms.Where(t => t.OwnLag > 0)];
            int column = terms.Equation.Determines;
            _pasts = [.. _own.Select(t => terms.Measure == ChannelMeasure.Logarithm ? terms.Graph.Log(terms.Graph.Symbol(column, -t.OwnLag)) : terms.Graph.Symbol(column, -t.OwnLag))];
            if (_direct.Length == 1 && new ArgumentShares(terms.Graph, _direct[0].Whole) is { Arguments.Count: > 1 } shares) { _shares = shares; }
            _evaluator = new GraphEvaluator(terms.Graph, [.. _direct.Select(t => t.Whole), .. _own.Select(t => t.Coefficient), .. _pasts]);
            var own = _own.Select(t => t.Text);
            Texts = _shares is null
                ? [.. _direct.Select(t => t.Text), .. own]
                : [.. _shares.Arguments.Select(a => Name(reference.Model, a.Column, a.Lag)), .. own];
            Values = new double[Texts.Count];
            OwnPast = new (int, double)[_own.Length];
        }

        /// <summary>What each difference belongs to; the last ones to changes of the coefficients of the own past.</summary>
        public IReadOnlyList<string> Texts { get; }

        /// <summary>The differences.</summary>
        public double[] Values { get; }

        /// <summary>The lags of the own past with the mean of their coefficients.</summary>
        public (int Lag, double Mean)[] OwnPast { get; }

        public void Evaluate(int t)
        {
            Array.Clear(Values);
            AddValues(t, _reference, -1.0);
            var before = Coefficients();
            AddValues(t, _other, 1.0);
            var after = Coefficients();
            for (int k = 0; k < _own.Length; k++)
            {
                // Of the change of a product, each factor has its own change times the mean of the other.
                OwnPast[k] = (_own[k].OwnLag, 0.5 * (before[k].Coefficient + after[k].Coefficient));
                double change = after[k].Coefficient - before[k].Coefficient;
                Values[^(_own.Length - k)] = change == 0.0 ? 0.0 : change * 0.5 * (before[k].Past + after[k].Past);
            }

            if (_shares is null) { return; }
            double[] shares = _shares.Divide(Reader(_reference, t), Reader(_other, t));
            shares.CopyTo(Values.AsSpan());
        }

        private void AddValues(int t, Paths paths, double sign)
        {
            _evaluator.Evaluate(Reader(paths, t));
            if (_shares is not null) { return; }
            for (int i = 0; i < _direct.Length; i++) { Values[i] += sign * _evaluator[_direct[i].Whole]; }
        }

        private (double Coefficient, double Past)[] Coefficients() => [.. _own.Select((term, k) => (_evaluator[term.Coefficient], _evaluator[_pasts[k]]))];

        private static Func<int, int, double> Reader(Paths paths, int t) => (column, lag) => paths.Values[((t + lag) * paths.Columns) + column];

        private static string Name(BoundModel model, int column, int lag) => string.Create(CultureInfo.InvariantCulture, $"{model.Symbols[column].Name}{(lag == 0 ? "" : $"({lag:+0;-0})")}");
    }
}
