using Plenum.Engine.Derivatives;
using Plenum.Engine.Kernels;
using Plenum.Engine.Structure;
using Plenum.Language.Expressions;

namespace Plenum.Engine.Solving.PeriodByPeriod;

/// <summary>The compiled programs of a torn block.</summary>
/// <param name="Prepare">Runs once a period and computes what does not depend on the block's unknowns.</param>
/// <param name="Evaluate">Substitutes through the block and computes the residuals.</param>
/// <param name="Differentiate">Computes the partial derivatives of each equation by the block's unknowns, reusing what the first two left in scratch.</param>
/// <param name="ScratchCount">Quantities that the programs hand on to each other.</param>
internal sealed record TornBlockPrograms(KernelProgram Prepare, KernelProgram Evaluate, KernelProgram Differentiate, int ScratchCount);

/// <summary>What the programs of a torn block compute; they can be written for one number at a time or for lanes.</summary>
internal sealed class TornBlockCode
{
    private readonly ExpressionGraph _graph;
    private readonly int _columnCount;
    private readonly List<KernelRoot> _prepare = [];
    private readonly List<KernelRoot> _values;
    private readonly List<KernelRoot> _movingDerivatives = [];
    private readonly HashSet<ExpressionId> _fixedParts;
    private readonly HashSet<ExpressionId> _shared;
    private readonly HashSet<int> _unknowns;
    private readonly Dictionary<ExpressionId, bool> _moves = [];

    public TornBlockCode(ModelStructure structure, StructureBlock block, int[] columns)
    {
        _graph = structure.Graph;
        _columnCount = structure.Model.Symbols.Count;
        _unknowns = [.. columns];
        _values = Values(structure, block);
        foreach (var derivative in Derivatives(_values, columns)) { (Moves(derivative.Expression) ? _movingDerivatives : _prepare).Add(derivative); }

        _fixedParts = Frontier(Expressions([.. _values, .. _movingDerivatives]), id => !Moves(id), id => !Moves(id));
        foreach (var part in _fixedParts) { _prepare.Add(new KernelRoot(part, KernelSink.Scratch, 0)); }

        var computed = Reachable(Expressions(_values));
        _shared = Frontier(Expressions(_movingDerivatives), computed.Contains, id => computed.Contains(id) || !Moves(id));
    }

    /// <summary>Writes the programs.</summary>
    public TornBlockPrograms Write(KernelTarget target)
    {
        var writer = new KernelWriter(_graph, _columnCount, target);
        var prepare = writer.Write("prepare", _prepare, _fixedParts);
        var evaluate = writer.Write("evaluate", _values, _shared);
        var differentiate = writer.Write("differentiate", _movingDerivatives, new HashSet<ExpressionId>());
        return new TornBlockPrograms(prepare, evaluate, differentiate, writer.ScratchCount);
    }

    /// <summary>Where the partial derivatives of each row begin; rows are the explicit equations in order, then the feedback equations.</summary>
    public int[] PartialStarts { get; private set; } = [];

    /// <summary>For each partial derivative, the position of the variable: explicit ones first, then feedback.</summary>
    public int[] PartialTargets { get; private set; } = [];

    /// <summary>Each explicit variable into its column, then each residual into its position.</summary>
    private List<KernelRoot> Values(ModelStructure structure, StructureBlock block)
    {
        var roots = new List<KernelRoot>(block.Size);
        foreach (var solved in block.Explicit) { roots.Add(new KernelRoot(solved.Assignment, KernelSink.Row, solved.Unknown)); }
        for (int i = 0; i < block.Feedback.Count; i++)
        {
            var solved = block.Feedback[i];
            var equation = structure.Model.Equations[solved.Equation];
            var residual = solved.Assignment.IsNone
                ? _graph.Subtract(equation.Left, equation.Right)
                : _graph.Subtract(solved.Assignment, _graph.Symbol(solved.Unknown));
            roots.Add(new KernelRoot(residual, KernelSink.Output, i));
        }

        return roots;
    }

    private List<KernelRoot> Derivatives(List<KernelRoot> values, int[] columns)
    {
        var differentiator = new Differentiator(_graph);
        var roots = new List<KernelRoot>();
        var starts = new int[values.Count + 1];
        var targets = new List<int>();
        var symbols = new HashSet<(int Column, int Lag)>();
        var position = new Dictionary<int, int>(columns.Length);
        for (int i = 0; i < columns.Length; i++) { position[columns[i]] = i; }
        for (int row = 0; row < values.Count; row++)
        {
            symbols.Clear();
            _graph.CollectSymbols([values[row].Expression], symbols);
            foreach (var (column, lag) in symbols)
            {
                if (lag != 0 || !position.TryGetValue(column, out int target)) { continue; }
                var derivative = differentiator.Derivative(values[row].Expression, column);
                if (derivative == _graph.Zero) { continue; }
                roots.Add(new KernelRoot(derivative, KernelSink.Output, targets.Count));
                targets.Add(target);
            }

            starts[row + 1] = targets.Count;
        }

        PartialStarts = starts;
        PartialTargets = [.. targets];
        return roots;
    }

    private static List<ExpressionId> Expressions(List<KernelRoot> roots) => roots.ConvertAll(r => r.Expression);

    /// <summary>Whether an expression depends on an unknown of the block in this period.</summary>
    private bool Moves(ExpressionId root)
    {
        var pending = new Stack<(ExpressionId Id, bool Ready)>();
        pending.Push((root, false));
        while (pending.TryPop(out var item))
        {
            if (_moves.ContainsKey(item.Id)) { continue; }
            var node = _graph[item.Id];
            if (node.Operation is Operation.Constant or Operation.Symbol)
            {
                _moves[item.Id] = node.Operation == Operation.Symbol && node.Lag == 0 && _unknowns.Contains(node.Symbol);
            }
            else if (item.Ready)
            {
                _moves[item.Id] = _moves[node.A] || (!node.B.IsNone && _moves[node.B]) || (!node.C.IsNone && _moves[node.C]);
            }
            else
            {
                pending.Push((item.Id, true));
                pending.Push((node.A, false));
                if (!node.B.IsNone) { pending.Push((node.B, false)); }
                if (!node.C.IsNone) { pending.Push((node.C, false)); }
            }
        }

        return _moves[root];
    }

    /// <summary>The first parts met on the way down that <paramref name="wanted"/> accepts; the way ends where <paramref name="stop"/> holds.</summary>
    private HashSet<ExpressionId> Frontier(List<ExpressionId> roots, Func<ExpressionId, bool> wanted, Func<ExpressionId, bool> stop)
    {
        var found = new HashSet<ExpressionId>();
        var seen = new HashSet<ExpressionId>();
        var pending = new Stack<ExpressionId>(roots);
        while (pending.TryPop(out var id))
        {
            if (id.IsNone || !seen.Add(id)) { continue; }
            var node = _graph[id];
            if (node.Operation is Operation.Constant or Operation.Symbol) { continue; }
            if (wanted(id)) { found.Add(id); }
            if (stop(id)) { continue; }
            pending.Push(node.A);
            pending.Push(node.B);
            pending.Push(node.C);
        }

        return found;
    }

    private HashSet<ExpressionId> Reachable(List<ExpressionId> roots)
    {
        var seen = new HashSet<ExpressionId>();
        var pending = new Stack<ExpressionId>(roots);
        while (pending.TryPop(out var id))
        {
            if (id.IsNone || !Moves(id) || !seen.Add(id)) { continue; }
            var node = _graph[id];
            if (node.Operation is Operation.Constant or Operation.Symbol) { continue; }
            pending.Push(node.A);
            pending.Push(node.B);
            pending.Push(node.C);
        }

        return seen;
    }
}
