using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Plenum.Engine.Kernels;
using Plenum.Engine.Solving.PeriodByPeriod.Lanes;
using Plenum.Language.Expressions;
using Plenum.Numerics.Lanes;

namespace Plenum.Engine.Ensembles;

/// <summary>Tries one condition in all lanes at once, by compiled code.</summary>
/// <remarks>One instance serves one thread at a time. Allocates nothing after construction.</remarks>
internal sealed class LaneCondition
{
    private readonly KernelProgram _program;
    private readonly int[] _moments;
    private readonly double[] _scratch;
    private readonly double[] _values = new double[Lane.Count];

    /// <summary>Compiles a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="window">The window of the paths on which it is tried.</param>
    public LaneCondition(PathCondition condition, Paths window)
    {
        var graph = condition.Graph.Copy();
        var expression = condition.ByYear ? OverYears(graph, condition.Expression, (int)condition.From.Frequency) : condition.Expression;
        var writer = new KernelWriter(graph, window.Columns, LaneTarget.Only);
        _program = writer.Write("condition", [new KernelRoot(expression, KernelSink.Output, 0)], new HashSet<ExpressionId>());
        _moments = [.. condition.Moments.Select(window.IndexOf)];
        _scratch = new double[Math.Max(1, writer.ScratchCount) * Lane.Count];
    }

    private LaneCondition(LaneCondition other)
    {
        (_program, _moments) = (other._program, other._moments);
        _scratch = new double[other._scratch.Length];
    }

    /// <summary>The same compiled code with working memory of its own, for another thread.</summary>
    public LaneCondition Twin() => new(this);

    /// <summary>Finds the lanes in which the condition holds at any of its moments.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="holds">Receives the lanes.</param>
    public void Try(LanePaths paths, LaneMask holds)
    {
        holds.Clear();
        foreach (int t in _moments)
        {
            _program.RunLanes(ref paths.At(t), ref _scratch[0], ref _values[0]);
            for (int v = 0; v < Lane.Count; v += Lane.Width) { holds[v] |= ~Vector256.Equals(Vector256.LoadUnsafe(ref Unsafe.Add(ref _values[0], v)), Vector256<double>.Zero); }
        }
    }

    /// <summary>The expression with the mean over the periods of a year in place of each name, summed from the last period back.</summary>
    private static ExpressionId OverYears(ExpressionGraph graph, ExpressionId root, int perYear)
    {
        var means = new Dictionary<ExpressionId, ExpressionId> { [ExpressionId.None] = ExpressionId.None };
        var pending = new Stack<ExpressionId>([root]);
        while (pending.TryPeek(out var id))
        {
            var node = graph[id];
            var open = new[] { node.A, node.B, node.C }.Where(o => !means.ContainsKey(o)).ToList();
            if (open.Count > 0)
            {
                open.ForEach(pending.Push);
                continue;
            }

            pending.Pop();
            means[id] = node.Operation == Operation.Symbol
                ? graph.Divide(Enumerable.Range(1, perYear - 1).Aggregate(id, (sum, k) => graph.Add(sum, graph.Symbol(node.Symbol, node.Lag - k))), graph.Constant(perYear))
                : graph.Rebuild(node, means[node.A], means[node.B], means[node.C]);
        }

        return means[root];
    }
}
