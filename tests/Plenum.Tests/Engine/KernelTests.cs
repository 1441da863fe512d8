using Plenum.Engine;
using Plenum.Engine.Kernels;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;
using Plenum.Numerics.Lanes;
using Plenum.Series;

namespace Plenum.Tests.Engine;

public sealed class KernelTests
{
    [Fact]
    public void Compiled_kernel_gives_what_the_reference_evaluation_gives() =>
        Gen.Select(RandomExpressions.Any, RandomExpressions.Values).Sample((expression, values) =>
        {
            var (graph, root) = expression;
            var paths = PathsOf(graph, [root], values);
            var residuals = new double[1];
            new ResidualEvaluator(paths.Model).Evaluate(paths, 1, residuals);
            double reference = RandomExpressions.Evaluate(graph, root, values);
            Assert.Equal(reference, residuals[0], 1e-12 * Math.Max(1.0, Math.Abs(reference)));
        }, iter: 500);

    [Fact]
    public void Thousands_of_operations_are_split_over_methods_and_still_right()
    {
        var random = new Random(7);
        var values = Enumerable.Range(0, 2 * RandomExpressions.Symbols).Select(_ => 0.5 + random.NextDouble()).ToArray();
        var graph = new ExpressionGraph();
        var roots = new List<ExpressionId>();
        var shared = graph.Symbol(0);
        for (int i = 0; i < 3000; i++)
        {
            shared = graph.Unary(Operation.Logistic, graph.Add(shared, graph.Multiply(graph.Constant(i % 7), graph.Symbol(i % RandomExpressions.Symbols, -(i % 2)))));
            if (i % 3 == 0) { roots.Add(graph.Multiply(shared, graph.Exp(graph.Negate(shared)))); }
        }

        var paths = PathsOf(graph, roots, values);
        var residuals = new double[roots.Count];
        new ResidualEvaluator(paths.Model).Evaluate(paths, 1, residuals);
        var expected = ReferenceValues(graph, values);
        for (int i = 0; i < roots.Count; i++) { Assert.Equal(expected[roots[i].Index], residuals[i], 1e-13); }
    }

    [Fact]
    public void A_lane_gives_what_its_values_give_alone() =>
        Gen.Select(RandomExpressions.Any, RandomExpressions.Values.Array[Lane.Count]).Sample((expression, values) =>
        {
            var (graph, root) = expression;
            var paths = PathsOf(graph, [root], values[0]);
            var evaluator = new ResidualEvaluator(paths.Model);
            double[] together = InLanes(evaluator, lane => values[lane]);
            for (int lane = 0; lane < Lane.Count; lane++)
            {
                Assert.All(InLanes(evaluator, _ => values[lane]), alone => Assert.Equal(BitConverter.DoubleToInt64Bits(together[lane]), BitConverter.DoubleToInt64Bits(alone)));
                values[lane].CopyTo(paths.Values, 0);
                var scalar = new double[1];
                evaluator.Evaluate(paths, 1, scalar);
                Assert.Equal(scalar[0], together[lane], 1e-13 * Math.Max(1.0, Math.Abs(scalar[0])));
            }
        }, iter: 200);

    [Fact]
    public void Comparisons_and_choices_mean_the_same_in_lanes_where_a_value_is_not_a_number()
    {
        double[] edges = [0.0, 1.0, -1.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity];
        var graph = new ExpressionGraph();
        var (a, b) = (graph.Symbol(0), graph.Symbol(1));
        Operation[] pairs = [Operation.Min, Operation.Max, Operation.Less, Operation.LessOrEqual, Operation.Equal, Operation.And, Operation.Or];
        List<ExpressionId> roots = [.. pairs.Select(o => graph.Binary(o, a, b)), graph.If(a, b, graph.One), graph.Unary(Operation.Not, a), graph.Unary(Operation.Sign, a), graph.Unary(Operation.Abs, a)];
        foreach (double x in edges)
        {
            foreach (double y in edges)
            {
                var values = new double[2 * RandomExpressions.Symbols];
                (values[RandomExpressions.Symbols], values[RandomExpressions.Symbols + 1]) = (x, y);
                var paths = PathsOf(graph, roots, values);
                var evaluator = new ResidualEvaluator(paths.Model);
                var scalar = new double[roots.Count];
                evaluator.Evaluate(paths, 1, scalar);
                double[] lanes = InLanes(evaluator, _ => values, roots.Count);
                for (int i = 0; i < roots.Count; i++) { Assert.Equal(scalar[i], lanes[i * Lane.Count]); }
            }
        }
    }

    private static double[] InLanes(ResidualEvaluator evaluator, Func<int, double[]> valuesOf, int roots = 1)
    {
        var values = new double[2 * RandomExpressions.Symbols * Lane.Count];
        for (int lane = 0; lane < Lane.Count; lane++)
        {
            double[] own = valuesOf(lane);
            for (int i = 0; i < own.Length; i++) { values[(i * Lane.Count) + lane] = own[i]; }
        }

        var residuals = new double[roots * Lane.Count];
        evaluator.EvaluateLanes(values, 1, residuals);
        return residuals;
    }

    private static double[] ReferenceValues(ExpressionGraph graph, double[] values)
    {
        var known = new double[graph.Count];
        for (int i = 0; i < known.Length; i++)
        {
            var node = graph[new ExpressionId(i)];
            known[i] = node.Operation switch
            {
                Operation.Constant => node.Value,
                Operation.Symbol => values[((1 + node.Lag) * RandomExpressions.Symbols) + node.Symbol],
                _ when node.B.IsNone => Evaluation.Apply(node.Operation, known[node.A.Index]),
                _ => Evaluation.Apply(node.Operation, known[node.A.Index], known[node.B.Index]),
            };
        }

        return known;
    }

    /// <summary>A model whose i-th equation is "roots[i] = 0", so that its residuals are the values of the roots.</summary>
    private static Paths PathsOf(ExpressionGraph graph, IReadOnlyList<ExpressionId> roots, double[] values)
    {
        var source = new SourceText("random", "");
        var symbols = Enumerable.Range(0, RandomExpressions.Symbols)
            .Select(i => new Symbol($"x{i}", Role.Exogenous, i, null, "", null, null, null, $"x{i}", [], null, null, null, new SourceSpan(source, 0, 0))).ToList();
        var equations = roots.Select((r, i) => new BoundEquation($"e{i}", EquationKind.Condition, -1, r, graph.Zero, AddFactorKind.None, -1, 0, null, null, null, new SourceSpan(source, 0, 0))).ToList();
        var model = new BoundModel
        {
            Name = "random",
            Title = "",
            Frequency = Frequency.Annual,
            Graph = graph,
            Symbols = symbols,
            Equations = equations,
            Texts = [],
            Blocks = [],
            Sets = [],
            Variants = [],
            ActiveVariants = [],
            VariantValues = new Dictionary<int, double>(),
            Reach = (-1, 0),
        };
        var paths = new Paths(model, Period.Annual(2000), 2);
        values.CopyTo(paths.Values, 0);
        return paths;
    }
}
