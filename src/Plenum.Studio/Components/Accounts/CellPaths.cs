using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Language.Expressions;
using Plenum.Series;

namespace Plenum.Studio.Components.Accounts;

/// <summary>One entry of an account over time, and the names that it is made of.</summary>
internal static class CellPaths
{
    /// <summary>The entry as text, in scalar names.</summary>
    public static string Text(BoundModel model, BoundAccount account, int row, int sector) =>
        string.Join(" + ", Expressions(account, row, sector).Select(e => new ScalarPrinter(model.Graph, column => model.Symbols[column].Name).Print(e)));

    /// <summary>The variables in the entry.</summary>
    public static IReadOnlyList<Symbol> Symbols(BoundModel model, BoundAccount account, int row, int sector)
    {
        var found = new HashSet<(int Column, int Lag)>();
        model.Graph.CollectSymbols(Expressions(account, row, sector), found);
        return [.. found.Select(f => f.Column).Distinct().Order().Select(c => model.Symbols[c])];
    }

    /// <summary>The values of the entry over a window.</summary>
    public static double[] Values(Paths paths, BoundAccount account, int row, int sector, Period from, Period to)
    {
        var expressions = Expressions(account, row, sector);
        var evaluator = new GraphEvaluator(paths.Model.Graph, expressions);
        double[] values = new double[to - from + 1];
        for (var period = from; period <= to; period += 1)
        {
            var now = period;
            evaluator.Evaluate((column, lag) => now + lag >= paths.Start ? paths[column, now + lag] : double.NaN);
            values[period - from] = expressions.Sum(e => evaluator[e]);
        }

        return values;
    }

    private static List<ExpressionId> Expressions(BoundAccount account, int row, int sector) => [.. account.Cells.Where(c => c.Row == row && c.Sector == sector).Select(c => c.Expression)];
}
