using Plenum.Engine.Kernels;
using Plenum.Engine.Structure;
using Plenum.Language.Expressions;

namespace Plenum.Engine.Solving.PeriodByPeriod;

/// <summary>One step of a period's solution: a run of equations that follow one by one, or a simultaneous block.</summary>
/// <param name="Straight">Code of the run; null for a block.</param>
/// <param name="Equations">The equations of the run, in order.</param>
/// <param name="Block">The block; null for a run.</param>
internal sealed record SolutionStep(KernelProgram? Straight, IReadOnlyList<SolvedEquation> Equations, TornBlock? Block);

/// <summary>The compiled solution of one period under one set of unknowns.</summary>
internal sealed class SolutionPlan
{
    private SolutionPlan(ModelStructure structure, SolutionStep[] steps, int scratchCount, (int Column, int Lag)[] given)
    {
        Structure = structure;
        Steps = steps;
        Scratch = new double[Math.Max(1, scratchCount)];
        Given = given;
    }

    public ModelStructure Structure { get; }

    public SolutionStep[] Steps { get; }

    /// <summary>Scratch of the straight runs, which never overlap in time.</summary>
    public double[] Scratch { get; }

    /// <summary>What the equations read and do not determine in the same period: given names, and lags of any name.</summary>
    public (int Column, int Lag)[] Given { get; }

    /// <summary>The same compiled plan with working memory of its own, for another thread.</summary>
    public SolutionPlan Twin() => new(Structure, [.. Steps.Select(s => s with { Block = s.Block?.Twin() })], Scratch.Length, Given);

    /// <summary>Compiles a structure.</summary>
    public static SolutionPlan Compile(ModelStructure structure, SolverOptions options)
    {
        var steps = new List<SolutionStep>();
        var run = new List<SolvedEquation>();
        int scratch = 0;
        foreach (var block in structure.Blocks)
        {
            if (!block.IsSimultaneous)
            {
                run.AddRange(block.Explicit);
                continue;
            }

            CloseRun();
            steps.Add(new SolutionStep(null, [], new TornBlock(structure, block, options)));
        }

        CloseRun();
        return new SolutionPlan(structure, [.. steps], scratch, GivenReads(structure));

        void CloseRun()
        {
            if (run.Count == 0) { return; }
            var writer = new KernelWriter(structure.Graph, structure.Model.Symbols.Count);
            var program = writer.Write("straight", Roots(run), new HashSet<ExpressionId>());
            scratch = Math.Max(scratch, writer.ScratchCount);
            steps.Add(new SolutionStep(program, [.. run], null));
            run.Clear();
        }
    }

    /// <summary>What a straight run computes: each unknown into its column.</summary>
    public static IReadOnlyList<KernelRoot> Roots(IReadOnlyList<SolvedEquation> run)
    {
        var roots = new List<KernelRoot>(run.Count);
        foreach (var solved in run) { roots.Add(new KernelRoot(solved.Assignment, KernelSink.Row, solved.Unknown)); }
        return roots;
    }

    private static (int Column, int Lag)[] GivenReads(ModelStructure structure)
    {
        var model = structure.Model;
        var symbols = new HashSet<(int Column, int Lag)>();
        var sides = new List<ExpressionId>(2 * model.Equations.Count);
        foreach (var equation in model.Equations)
        {
            sides.Add(equation.Left);
            sides.Add(equation.Right);
        }

        model.Graph.CollectSymbols(sides, symbols);
        var unknowns = new HashSet<int>();
        foreach (var block in structure.Blocks)
        {
            foreach (var solved in block.Explicit) { unknowns.Add(solved.Unknown); }
            foreach (var solved in block.Feedback) { unknowns.Add(solved.Unknown); }
        }

        var given = new List<(int Column, int Lag)>(symbols.Count);
        foreach (var symbol in symbols)
        {
            if (symbol.Lag < 0 || !unknowns.Contains(symbol.Column)) { given.Add(symbol); }
        }

        given.Sort();
        return [.. given];
    }
}
