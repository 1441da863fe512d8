using System.Globalization;
using System.Reflection.Emit;
using Plenum.Language.Expressions;

namespace Plenum.Engine.Kernels;

/// <summary>Compiles expressions of a graph to machine code through IL, computing each shared part once.</summary>
/// <remarks>
/// One writer serves the programs of one block, which run in the order they are written and hand values on to each other
/// through a scratch array: a part that an earlier program has put there is read, not computed again. A program is cut into
/// methods of bounded size, because the just-in-time compiler gives up optimising very large ones.
/// Source of computing equal parts once: A. Ershov (1958), "On programming of arithmetic operations", CACM 1(8).
/// </remarks>
internal sealed class KernelWriter
{
    /// <summary>Operations in one method; beyond a few hundred locals the compiler stops keeping them in registers.</summary>
    private const int MethodSize = 350;

    /// <summary>Depth at which a nested expression is cut, so that neither writer nor compiler recurses without bound.</summary>
    private const int DeepestInline = 48;

    private static readonly Type[] Parameters = [typeof(double).MakeByRefType(), typeof(double).MakeByRefType(), typeof(double).MakeByRefType()];

    private readonly ExpressionGraph _graph;
    private readonly int _columns;
    private readonly KernelTarget _target;
    private readonly Dictionary<ExpressionId, int> _slots = [];

    /// <summary>Prepares to compile expressions of <paramref name="graph"/> over rows of <paramref name="columns"/> quantities; each takes as many doubles as the target says.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="columns">Quantities in a row.</param>
    /// <param name="target">What the code computes with; one number at a time where null.</param>
    public KernelWriter(ExpressionGraph graph, int columns, KernelTarget? target = null)
    {
        _graph = graph;
        _columns = columns;
        _target = target ?? ScalarTarget.Only;
    }

    /// <summary>Quantities that the programs written so far hand on through the scratch array.</summary>
    public int ScratchCount { get; private set; }

    /// <summary>Compiles a program.</summary>
    /// <param name="name">Shown by profilers.</param>
    /// <param name="roots">The values to compute, in order; a root may read a row position that an earlier one has filled.</param>
    /// <param name="keep">Parts to leave in the scratch array for later programs, where this program computes them.</param>
    public KernelProgram Write(string name, IReadOnlyList<KernelRoot> roots, IReadOnlySet<ExpressionId> keep)
    {
        var plan = new KernelPlan(_graph, roots, _slots.ContainsKey, keep, DeepestInline);
        var chunks = plan.Cut(MethodSize);
        var handedOn = plan.CrossingNodes(chunks);
        foreach (var node in plan.Computed)
        {
            if (keep.Contains(node)) { handedOn.Add(node); }
        }

        var ascending = new List<ExpressionId>(handedOn);
        ascending.Sort();
        foreach (var node in ascending)
        {
            if (_slots.TryAdd(node, ScratchCount)) { ScratchCount++; }
        }

        var methods = new KernelMethod[chunks.Count];
        for (int i = 0; i < methods.Length; i++) { methods[i] = WriteMethod(string.Create(CultureInfo.InvariantCulture, $"{name}{i}"), chunks[i], plan); }
        return new KernelProgram(methods, plan.NodeCount);
    }

    private KernelMethod WriteMethod(string name, IReadOnlyList<KernelUnit> units, KernelPlan plan)
    {
        var method = new DynamicMethod(name, typeof(void), Parameters, typeof(KernelWriter).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        var here = new MethodState(il, plan, []);
        foreach (var unit in units)
        {
            if (unit.Root is { } root)
            {
                if (root.Sink == KernelSink.Scratch) { EmitNodeToScratch(here, root.Expression); continue; }
                EmitAddress(il, root.Sink == KernelSink.Row ? OpCodes.Ldarg_0 : OpCodes.Ldarg_2, root.Index);
                EmitValue(here, root.Expression);
                _target.EmitStore(il);
            }
            else if (!here.Locals.ContainsKey(unit.Node))
            {
                EmitOperation(here, _graph[unit.Node]);
                var local = il.DeclareLocal(_target.Value);
                il.Emit(OpCodes.Stloc, local);
                here.Locals[unit.Node] = local;
                if (_slots.TryGetValue(unit.Node, out int slot))
                {
                    EmitAddress(il, OpCodes.Ldarg_1, slot);
                    il.Emit(OpCodes.Ldloc, local);
                    _target.EmitStore(il);
                }
            }
        }

        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<KernelMethod>();
    }

    /// <summary>A scratch root that is a leaf or already there needs no code of its own; any other was computed as a node before.</summary>
    private void EmitNodeToScratch(MethodState here, ExpressionId id)
    {
        if (here.Locals.ContainsKey(id) || IsLeaf(id) || _slots.ContainsKey(id)) { return; }
        throw new InvalidOperationException("A scratch root was not planned as a node.");
    }

    private void EmitValue(MethodState here, ExpressionId id)
    {
        var il = here.Il;
        var node = _graph[id];
        if (node.Operation == Operation.Constant)
        {
            _target.EmitConstant(il, node.Value);
        }
        else if (node.Operation == Operation.Symbol)
        {
            EmitAddress(il, OpCodes.Ldarg_0, (node.Lag * _columns) + node.Symbol);
            _target.EmitLoad(il);
        }
        else if (here.Locals.TryGetValue(id, out var local))
        {
            il.Emit(OpCodes.Ldloc, local);
        }
        else if (_slots.TryGetValue(id, out int slot))
        {
            EmitAddress(il, OpCodes.Ldarg_1, slot);
            _target.EmitLoad(il);
        }
        else
        {
            EmitOperation(here, node);
        }
    }

    private void EmitOperation(MethodState here, ExpressionNode node)
    {
        if (node.Operation == Operation.Power && _graph.TryNumber(node.B, out double exponent) && KernelTarget.IsSmallWhole(exponent))
        {
            EmitValue(here, node.A);
            _target.EmitWholePower(here.Il, (int)exponent);
            return;
        }

        EmitValue(here, node.A);
        if (!node.B.IsNone) { EmitValue(here, node.B); }
        if (!node.C.IsNone) { EmitValue(here, node.C); }
        _target.EmitOperation(here.Il, node.Operation);
    }

    private bool IsLeaf(ExpressionId id) => _graph[id].Operation is Operation.Constant or Operation.Symbol;

    private void EmitAddress(ILGenerator il, OpCode argument, int index)
    {
        il.Emit(argument);
        if (index == 0) { return; }
        il.Emit(OpCodes.Ldc_I4, index * _target.Stride * sizeof(double));
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
    }

    /// <summary>What is known while one method is written: where each value already is.</summary>
    private sealed record MethodState(ILGenerator Il, KernelPlan Plan, Dictionary<ExpressionId, LocalBuilder> Locals);
}
