using Plenum.Language.Expressions;
using Plenum.Series;

namespace Plenum.Engine.Ensembles;

/// <summary>A statement about a path that is true or false, such as "growth below 4.5 % in any year".</summary>
/// <param name="Text">The statement as written.</param>
/// <param name="Graph">Where its expression stands; it must not change while draws are taken.</param>
/// <param name="Expression">The expression: not 0 where it holds.</param>
/// <param name="From">The first period looked at.</param>
/// <param name="To">The last period looked at.</param>
/// <param name="ByYear">Whether each name stands for its mean over a calendar year, of the years that lie within the periods as a whole; else each period counts.</param>
public sealed record PathCondition(string Text, ExpressionGraph Graph, ExpressionId Expression, Period From, Period To, bool ByYear)
{
    /// <summary>The deepest lag that the expression reads, negative or 0, and its furthest lead.</summary>
    public (int Lag, int Lead) Reach
    {
        get
        {
            var symbols = new HashSet<(int Column, int Lag)>();
            Graph.CollectSymbols([Expression], symbols);
            return (symbols.Select(s => s.Lag).Append(0).Min(), symbols.Select(s => s.Lag).Append(0).Max());
        }
    }

    /// <summary>The periods, or last periods of years, at which the statement is tried.</summary>
    public IEnumerable<Period> Moments
    {
        get
        {
            int perYear = (int)From.Frequency;
            for (var period = From; period <= To; period += 1)
            {
                if (!ByYear || (period.NumberInYear == perYear && period - (perYear - 1) >= From)) { yield return period; }
            }
        }
    }
}
