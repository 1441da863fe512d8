using Plenum.Engine.Kernels;
using Plenum.Language.Binding;
using Plenum.Language.Expressions;
using Plenum.Series;

namespace Plenum.Engine.Attribution;

/// <summary>The quantities whose sign decides between the branches of min, max, abs, if and comparisons.</summary>
/// <remarks>Where such a quantity changes its sign along a way, the path has a kink there. One instance serves one thread at a time.</remarks>
internal sealed class BranchSwitches
{
    private readonly KernelProgram _program;
    private readonly double[] _scratch;

    /// <summary>Finds and compiles the quantities of a model.</summary>
    public BranchSwitches(BoundModel model)
    {
        var graph = model.Graph.Copy();
        var seen = new HashSet<ExpressionId>();
        var quantities = new HashSet<ExpressionId>();
        var pending = new Stack<ExpressionId>(model.Equations.SelectMany(e => new[] { e.Left, e.Right }));
        while (pending.TryPop(out var id))
        {
            if (id.IsNone || !seen.Add(id)) { continue; }
            var node = graph[id];
            switch (node.Operation)
            {
                case Operation.Min or Operation.Max or Operation.Less or Operation.LessOrEqual: quantities.Add(graph.Subtract(node.A, node.B)); break;
                case Operation.Abs or Operation.Sign: quantities.Add(node.A); break;
                default: break;
            }

            pending.Push(node.A);
            pending.Push(node.B);
            pending.Push(node.C);
        }

        var roots = quantities.Order().Select((q, i) => new KernelRoot(q, KernelSink.Output, i)).ToList();
        Count = roots.Count;
        var writer = new KernelWriter(graph, model.Symbols.Count);
        _program = writer.Write("switches", roots, new HashSet<ExpressionId>());
        _scratch = new double[Math.Max(1, writer.ScratchCount)];
    }

    /// <summary>Quantities in one period.</summary>
    public int Count { get; }

    /// <summary>Their values over a solved window, periods x quantities.</summary>
    public double[] Evaluate(Paths solved, Period from)
    {
        int first = solved.IndexOf(from);
        var values = new double[(solved.Count - first) * Count];
        for (int t = first; t < solved.Count && Count > 0; t++) { _program.Run(ref solved.Values[t * solved.Columns], ref _scratch[0], ref values[(t - first) * Count]); }
        return values;
    }
}
