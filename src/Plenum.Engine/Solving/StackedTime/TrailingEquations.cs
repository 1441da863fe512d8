using System.Runtime.CompilerServices;
using Plenum.Engine.Kernels;
using Plenum.Engine.Structure;
using Plenum.Language.Binding;
using Plenum.Language.Expressions;

namespace Plenum.Engine.Solving.StackedTime;

/// <summary>The equations that no other waits for, such as figures that are only reported: they follow by substitution once the rest is known.</summary>
/// <remarks>
/// Newton's method does not have to find their unknowns, and a jump in them, such as a count of quarters, does not hold it up. An
/// equation trails where its unknown can be isolated and is read, at any lag, by trailing equations alone, and nowhere ahead.
/// </remarks>
internal sealed class TrailingEquations
{
    private readonly KernelProgram _program;
    private readonly double[] _scratch;

    private TrailingEquations(KernelProgram program, int scratchCount, int[] columns) => (_program, _scratch, Columns) = (program, new double[Math.Max(1, scratchCount)], columns);

    /// <summary>The columns that they determine.</summary>
    public int[] Columns { get; }

    /// <summary>Finds and compiles the trailing equations of a model under its declared closure; null where there are none.</summary>
    public static TrailingEquations? Of(BoundModel model)
    {
        if (ModelStructure.Analyse(model).Structure is not { } structure) { return null; }
        var needed = Needed(structure);
        var roots = structure.Blocks.Where(b => !b.IsSimultaneous).SelectMany(b => b.Explicit).Where(s => !needed.Contains(s.Unknown)).Select(s => new KernelRoot(s.Assignment, KernelSink.Row, s.Unknown)).ToList();
        if (roots.Count == 0) { return null; }
        var writer = new KernelWriter(structure.Graph, model.Symbols.Count);
        var program = writer.Write("trailing", roots, new HashSet<ExpressionId>());
        return new TrailingEquations(program, writer.ScratchCount, [.. roots.Select(r => r.Index)]);
    }

    /// <summary>Computes the unknowns over a window, period after period.</summary>
    public void Run(Paths frame, StackedLayout layout)
    {
        for (int t = 0; t < layout.Periods; t++) { _program.Run(ref frame.Row(layout.History + t)[0], ref _scratch[0], ref Unsafe.NullRef<double>()); }
    }

    /// <summary>The columns that an equation reads which does not trail, or that any equation reads ahead.</summary>
    private static HashSet<int> Needed(ModelStructure structure)
    {
        var model = structure.Model;
        var equationOf = new Dictionary<int, int>();
        var pending = new Stack<int>();
        foreach (var block in structure.Blocks)
        {
            foreach (var solved in block.Explicit.Concat(block.Feedback))
            {
                equationOf.Add(solved.Unknown, solved.Equation);
                if (block.IsSimultaneous) { pending.Push(solved.Equation); }
            }
        }

        var reads = new SortedSet<(int Column, int Lag)>[model.Equations.Count];
        var needed = new HashSet<int>();
        for (int e = 0; e < reads.Length; e++)
        {
            reads[e] = [];
            model.Graph.CollectSymbols([model.Equations[e].Left, model.Equations[e].Right], reads[e]);
            foreach (var (column, lag) in reads[e])
            {
                if (lag > 0) { Add(column); }
            }
        }

        while (pending.TryPop(out int equation))
        {
            foreach (var (column, _) in reads[equation]) { Add(column); }
        }

        foreach (var block in structure.Blocks.Where(b => b.IsSimultaneous)) { needed.UnionWith(block.Explicit.Concat(block.Feedback).Select(s => s.Unknown)); }
        return needed;

        void Add(int column)
        {
            if (needed.Add(column) && equationOf.TryGetValue(column, out int equation)) { pending.Push(equation); }
        }
    }
}
