using Plenum.Engine.Kernels;
using Plenum.Language.Expressions;

namespace Plenum.Engine.Solving.PeriodByPeriod.Lanes;

/// <summary>One step of a period's solution in lanes: a run of equations that follow one by one, or a simultaneous block.</summary>
/// <param name="Straight">Code of the run; null for a block.</param>
/// <param name="Columns">What the run finds.</param>
/// <param name="Block">The block; null for a run.</param>
internal sealed record LaneStep(KernelProgram? Straight, int[] Columns, LaneBlock? Block);

/// <summary>The solution of one period under one set of unknowns, compiled for lanes.</summary>
internal sealed class LanePlan
{
    /// <summary>Compiles a plan.</summary>
    public LanePlan(SolutionPlan plan, SolverOptions options)
    {
        var structure = plan.Structure;
        var steps = new List<LaneStep>();
        foreach (var step in plan.Steps)
        {
            if (step.Block is { } block)
            {
                steps.Add(new LaneStep(null, [], new LaneBlock(block, options)));
                continue;
            }

            var writer = new KernelWriter(structure.Graph, structure.Model.Symbols.Count, LaneTarget.Only);
            var program = writer.Write("straight", SolutionPlan.Roots(step.Equations), new HashSet<ExpressionId>());
            ScratchCount = Math.Max(ScratchCount, writer.ScratchCount);
            steps.Add(new LaneStep(program, [.. step.Equations.Select(e => e.Unknown)], null));
        }

        Steps = [.. steps];
    }

    private LanePlan(LaneStep[] steps, int scratchCount) => (Steps, ScratchCount) = (steps, scratchCount);

    public LaneStep[] Steps { get; }

    /// <summary>Quantities that straight runs hand on within themselves, at least one.</summary>
    public int ScratchCount { get; private init; } = 1;

    /// <summary>The same compiled plan with working memory of its own, for another thread.</summary>
    public LanePlan Twin() => new([.. Steps.Select(s => s with { Block = s.Block?.Twin() })], ScratchCount);
}
