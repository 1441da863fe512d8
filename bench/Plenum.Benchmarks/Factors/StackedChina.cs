using Plenum.Engine.Derivatives;
using Plenum.Language.Expressions;
using Plenum.Numerics.Sparse;

namespace Plenum.Benchmarks.Factors;

/// <summary>The Jacobian of the China model in stacked time: all equations of all quarters by all unknowns of all quarters.</summary>
/// <param name="Pattern">Where its entries stand; row and column of a quarter t begin at t times the number of equations.</param>
/// <param name="Values">Its values on the baseline.</param>
internal sealed record StackedChina(SparsePattern Pattern, double[] Values)
{
    /// <summary>The variant in which home buyers look ahead, so that the quarters depend on each other in both directions.</summary>
    private const string Variant = "forward_house_prices";

    /// <summary>Differentiates every equation by every unknown at every lag and lead, and evaluates on the baseline.</summary>
    public static StackedChina Build(ChinaCase china)
    {
        var model = ChinaCase.Bind(ChinaCase.OpenProject(), Variant);
        int n = model.Equations.Count;
        var graph = model.Graph.Copy();
        var partials = Partials(model, graph);
        var evaluator = new GraphEvaluator(graph, partials.Select(p => p.Derivative));
        int?[] baselineColumn = [.. model.Symbols.Select(s => china.Model.Find(s.Name)?.Column)];
        int first = china.Baseline.IndexOf(china.From);
        var entries = new List<(int Column, int Row, double Value)>();
        for (int t = 0; t < china.Quarters; t++)
        {
            int now = first + t;
            evaluator.Evaluate((column, lag) => baselineColumn[column] is { } c
                ? china.Baseline.Row(Math.Min(now + lag, china.Baseline.Count - 1))[c]
                : model.Symbols[column].Value ?? 0.0);
            foreach (var (equation, unknown, lag, derivative) in partials)
            {
                if (t + lag >= 0 && t + lag < china.Quarters) { entries.Add((((t + lag) * n) + unknown, (t * n) + equation, evaluator[derivative])); }
            }
        }

        entries.Sort();
        var pattern = SparsePattern.FromEntries(n * china.Quarters, n * china.Quarters, [.. entries.Select(e => e.Row)], [.. entries.Select(e => e.Column)]);
        return new StackedChina(pattern, [.. entries.Select(e => e.Value)]);
    }

    private static List<(int Equation, int Unknown, int Lag, ExpressionId Derivative)> Partials(Language.Binding.BoundModel model, ExpressionGraph graph)
    {
        var differentiator = new Differentiator(graph);
        var partials = new List<(int, int, int, ExpressionId)>();
        for (int e = 0; e < model.Equations.Count; e++)
        {
            var residual = graph.Subtract(model.Equations[e].Left, model.Equations[e].Right);
            var symbols = new HashSet<(int Column, int Lag)>();
            graph.CollectSymbols([residual], symbols);
            foreach (var (column, lag) in symbols.Where(s => model.Symbols[s.Column].Role == Language.Binding.Role.Endogenous))
            {
                var derivative = differentiator.Derivative(residual, column, lag);
                if (derivative != graph.Zero) { partials.Add((e, column, lag, derivative)); }
            }
        }

        return partials;
    }
}
