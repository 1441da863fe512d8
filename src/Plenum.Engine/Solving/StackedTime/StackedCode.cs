using Plenum.Engine.Derivatives;
using Plenum.Engine.Kernels;
using Plenum.Language.Binding;
using Plenum.Language.Expressions;

namespace Plenum.Engine.Solving.StackedTime;

/// <summary>The compiled residuals of every equation and their partial derivatives by every name that may be found, at each lag and lead.</summary>
/// <remarks>
/// <see cref="Differentiate"/> reads from scratch what <see cref="Evaluate"/> left there for the same period. Both serve every period of
/// every window: which partial derivative counts in a period is a matter of the layout.
/// </remarks>
internal sealed class StackedCode
{
    /// <summary>Compiles a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="movable">The columns that may be found in some period.</param>
    public StackedCode(BoundModel model, IReadOnlySet<int> movable)
    {
        Model = model;
        Movable = movable;
        Graph = model.Graph.Copy();
        var residuals = new List<KernelRoot>(model.Equations.Count);
        foreach (var equation in model.Equations) { residuals.Add(new KernelRoot(Graph.Subtract(equation.Left, equation.Right), KernelSink.Output, residuals.Count)); }
        var reads = new SortedSet<(int Column, int Lag)>();
        Graph.CollectSymbols(residuals.Select(r => r.Expression), reads);
        Reads = [.. reads];

        var partials = new List<StackedPartial>();
        var derivatives = Derivatives(residuals, partials);
        Partials = [.. partials];
        var shared = SharedParts(residuals, derivatives);
        var writer = new KernelWriter(Graph, model.Symbols.Count);
        Evaluate = writer.Write("residuals", residuals, shared);
        Differentiate = writer.Write("partials", derivatives, new HashSet<ExpressionId>());
        ScratchCount = writer.ScratchCount;
        Trailing = TrailingEquations.Of(model);
    }

    public BoundModel Model { get; }

    /// <summary>The columns by which the equations are differentiated.</summary>
    public IReadOnlySet<int> Movable { get; }

    public ExpressionGraph Graph { get; }

    /// <summary>Everything that the equations read.</summary>
    public (int Column, int Lag)[] Reads { get; }

    /// <summary>What each partial derivative is, in the order of their output.</summary>
    public StackedPartial[] Partials { get; }

    public KernelProgram Evaluate { get; }

    public KernelProgram Differentiate { get; }

    public int ScratchCount { get; }

    /// <summary>The equations that no other waits for; null where there are none.</summary>
    public TrailingEquations? Trailing { get; }

    private List<KernelRoot> Derivatives(List<KernelRoot> residuals, List<StackedPartial> partials)
    {
        var differentiator = new Differentiator(Graph);
        var roots = new List<KernelRoot>();
        var symbols = new SortedSet<(int Column, int Lag)>();
        for (int e = 0; e < residuals.Count; e++)
        {
            symbols.Clear();
            Graph.CollectSymbols([residuals[e].Expression], symbols);
            foreach (var (column, lag) in symbols)
            {
                if (!Movable.Contains(column)) { continue; }
                var derivative = differentiator.Derivative(residuals[e].Expression, column, lag);
                if (derivative == Graph.Zero) { continue; }
                roots.Add(new KernelRoot(derivative, KernelSink.Output, partials.Count));
                partials.Add(new StackedPartial(e, column, lag));
            }
        }

        return roots;
    }

    /// <summary>The parts of the residuals that the derivatives meet first on the way down.</summary>
    private HashSet<ExpressionId> SharedParts(List<KernelRoot> residuals, List<KernelRoot> derivatives)
    {
        var computed = new HashSet<ExpressionId>();
        Walk(residuals, computed.Add);
        var shared = new HashSet<ExpressionId>();
        var seen = new HashSet<ExpressionId>();
        Walk(derivatives, id =>
        {
            if (!computed.Contains(id)) { return seen.Add(id); }
            shared.Add(id);
            return false;
        });
        return shared;
    }

    /// <summary>Visits the operations below the roots, and goes on below those for which <paramref name="enter"/> is true.</summary>
    private void Walk(List<KernelRoot> roots, Func<ExpressionId, bool> enter)
    {
        var pending = new Stack<ExpressionId>(roots.Select(r => r.Expression));
        while (pending.TryPop(out var id))
        {
            if (id.IsNone) { continue; }
            var node = Graph[id];
            if (node.Operation is Operation.Constant or Operation.Symbol || !enter(id)) { continue; }
            pending.Push(node.A);
            pending.Push(node.B);
            pending.Push(node.C);
        }
    }
}

/// <summary>A partial derivative of the residual of an equation.</summary>
/// <param name="Equation">Index of the equation.</param>
/// <param name="Column">The name by which it is taken.</param>
/// <param name="Lag">Its lag (negative) or lead (positive).</param>
internal readonly record struct StackedPartial(int Equation, int Column, int Lag);
