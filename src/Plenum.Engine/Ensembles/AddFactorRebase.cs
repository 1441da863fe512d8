using Plenum.Engine.Kernels;
using Plenum.Language.Binding;
using Plenum.Language.Expressions;

namespace Plenum.Engine.Ensembles;

/// <summary>Moves add-factors so that behavioural equations still hold on a given path after parameters have changed.</summary>
/// <remarks>
/// Whoever doubts a parameter does not doubt what was observed: with other parameters other add-factors would have been found from the same data. So a
/// parameter changes how the economy answers to shocks, not the path it is on without them. One instance serves one thread at a time.
/// </remarks>
internal sealed class AddFactorRebase
{
    private readonly KernelProgram _program;
    private readonly int[] _columns;
    private readonly double[] _scratch;
    private readonly double[] _gaps;

    public AddFactorRebase(BoundModel model)
    {
        var graph = model.Graph.Copy();
        var equations = model.Equations.Where(e => e.AddFactor >= 0).ToList();
        var roots = equations.Select((e, i) => new KernelRoot(e.AddFactorKind == AddFactorKind.Additive ? graph.Subtract(e.Left, e.Right) : graph.Log(graph.Divide(e.Left, e.Right)), KernelSink.Output, i)).ToList();
        var writer = new KernelWriter(graph, model.Symbols.Count);
        _program = writer.Write("rebase", roots, new HashSet<ExpressionId>());
        _columns = [.. equations.Select(e => e.AddFactor)];
        _scratch = new double[Math.Max(1, writer.ScratchCount)];
        _gaps = new double[Math.Max(1, _columns.Length)];
    }

    private AddFactorRebase(AddFactorRebase other)
    {
        (_program, _columns) = (other._program, other._columns);
        _scratch = new double[other._scratch.Length];
        _gaps = new double[other._gaps.Length];
    }

    /// <summary>The add-factors that it moves.</summary>
    public IReadOnlyList<int> Columns => _columns;

    /// <summary>The same compiled code with working memory of its own, for another thread.</summary>
    public AddFactorRebase Twin() => new(this);

    /// <summary>Adds to each add-factor of a period what its equation misses there.</summary>
    public void Apply(Paths paths, int t)
    {
        var row = paths.Row(t);
        _program.Run(ref row[0], ref _scratch[0], ref _gaps[0]);
        for (int i = 0; i < _columns.Length; i++) { row[_columns[i]] += _gaps[i]; }
    }
}
