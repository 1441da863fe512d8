using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Plenum.Engine.Closures;
using Plenum.Numerics.Lanes;

namespace Plenum.Engine.Solving.PeriodByPeriod.Lanes;

/// <summary>Solves a model without leads one period after the other, in all lanes at once, around a solved baseline.</summary>
/// <remarks>
/// Each lane starts, as in <see cref="PeriodSolver"/>, from the baseline's value moved by as much as the lane's period before has moved. A lane that is not
/// solved is reported and may hold anything; it is for a <see cref="PeriodSolver"/> to solve it or to say why not. Allocates nothing after construction.
/// Not safe for concurrent use.
/// </remarks>
internal sealed class LaneSolver
{
    private readonly Paths _baseline;
    private readonly int _first;
    private readonly LanePeriod[] _periods;
    private readonly double[] _scratch;

    /// <summary>By column of a feedback variable and lane: by how much of its size the period before left its starting point.</summary>
    private readonly double[] _moved;

    private LaneSolver(Paths baseline, int first, LanePeriod[] periods, int scratch)
    {
        (_baseline, _first, _periods) = (baseline, first, periods);
        _scratch = new double[scratch];
        _moved = new double[baseline.Columns * Lane.Count];
    }

    /// <summary>Compiles the model for lanes and takes the Jacobians of the baseline.</summary>
    /// <param name="solver">The solver whose structure and code are used; it compiles what it has not compiled yet.</param>
    /// <param name="baseline">Solved paths from at least the deepest lag before <paramref name="first"/> to the last period.</param>
    /// <param name="first">First period to solve.</param>
    /// <param name="closure">Who is found and who is given; the model's own where null.</param>
    /// <returns>The solver; null where the baseline does not determine what is found, so that no lane could be solved.</returns>
    public static LaneSolver? Around(PeriodSolver solver, Paths baseline, int first, Closure? closure)
    {
        var point = baseline.Copy();
        var plans = new Dictionary<SolutionPlan, LanePlan>();
        var periods = new LanePeriod[baseline.Count - first];
        for (int t = first; t < baseline.Count; t++)
        {
            if (solver.PlanAt(closure, baseline, t) is not { } plan) { return null; }
            if (!plans.TryGetValue(plan, out var lanes)) { plans.Add(plan, lanes = new LanePlan(plan, solver.Options)); }
            BaselineJacobian[] jacobians = [.. lanes.Steps.Where(s => s.Block is not null).Select(s => s.Block!.Torn.JacobianAt(ref point.Values[t * point.Columns]))];
            periods[t - first] = new LanePeriod(lanes, jacobians);
        }

        return new LaneSolver(baseline, first, periods, plans.Values.Max(p => p.ScratchCount) * Lane.Count);
    }

    /// <summary>A solver for another thread, which shares the code and the baseline's Jacobians and nothing else.</summary>
    public LaneSolver Twin()
    {
        var twins = _periods.Select(p => p.Plan).Distinct().ToDictionary(p => p, p => p.Twin());
        return new LaneSolver(_baseline, _first, [.. _periods.Select(p => p with { Plan = twins[p.Plan] })], _scratch.Length);
    }

    /// <summary>Solves every period from the first on.</summary>
    /// <param name="paths">The same window as the baseline in every lane, with what is given in the lane; its unknowns are filled in.</param>
    /// <param name="live">The lanes to be solved; those that are not solved are taken out.</param>
    public void Solve(LanePaths paths, LaneMask live)
    {
        Array.Clear(_moved);
        for (int t = _first; t < paths.Count && !live.IsEmpty; t++)
        {
            var (plan, jacobians) = _periods[t - _first];
            ref double now = ref paths.At(t);
            Guess(plan, ref now, t);
            int block = 0;
            foreach (var step in plan.Steps)
            {
                if (step.Block is not null) { step.Block.Solve(ref now, jacobians[block++], live); }
                else
                {
                    step.Straight!.RunLanes(ref now, ref _scratch[0], ref Unsafe.NullRef<double>());
                    KeepFinite(step.Columns, ref now, live);
                }
            }

            RememberMoves(plan, ref now, t);
        }
    }

    /// <summary>The blocks of all plans, in order.</summary>
    public IEnumerable<LaneBlock> Blocks => _periods.Select(p => p.Plan).Distinct().SelectMany(p => p.Steps).Select(s => s.Block).OfType<LaneBlock>();

    /// <summary>Computes the equations outside of blocks once more, in every period.</summary>
    public void RepeatStraight(LanePaths paths)
    {
        for (int t = _first; t < paths.Count; t++)
        {
            foreach (var step in _periods[t - _first].Plan.Steps) { step.Straight?.RunLanes(ref paths.At(t), ref _scratch[0], ref Unsafe.NullRef<double>()); }
        }
    }

    /// <summary>Does one kind of work of a block once more, in every period that has the block.</summary>
    public void Repeat(LaneBlock block, LaneOperation operation, LanePaths paths)
    {
        for (int t = _first; t < paths.Count; t++)
        {
            var (plan, jacobians) = _periods[t - _first];
            int at = 0;
            foreach (var step in plan.Steps)
            {
                if (step.Block is null) { continue; }
                if (step.Block == block) { block.Repeat(operation, ref paths.At(t), jacobians[at]); }
                at++;
            }
        }
    }

    /// <summary>How many periods have a block.</summary>
    public int PeriodsOf(LaneBlock block) => _periods.Count(p => p.Plan.Steps.Any(s => s.Block == block));

    /// <summary>Puts each feedback variable where the iteration begins.</summary>
    private void Guess(LanePlan plan, ref double now, int t)
    {
        var row = _baseline.Row(t);
        foreach (var step in plan.Steps)
        {
            if (step.Block is null) { continue; }
            foreach (int column in step.Block.FeedbackColumns)
            {
                double start = row[column];
                for (int v = 0; v < Lane.Count; v += Lane.Width)
                {
                    int at = (column * Lane.Count) + v;
                    Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref _moved[at]), Vector256.Create(Size(start)), Vector256.Create(start)).StoreUnsafe(ref now, (nuint)at);
                }
            }
        }
    }

    /// <summary>Keeps by how much of its size each feedback variable left the baseline, as the next period's first guess.</summary>
    private void RememberMoves(LanePlan plan, ref double now, int t)
    {
        var row = _baseline.Row(t);
        foreach (var step in plan.Steps)
        {
            if (step.Block is null) { continue; }
            foreach (int column in step.Block.FeedbackColumns)
            {
                double start = row[column];
                for (int v = 0; v < Lane.Count; v += Lane.Width)
                {
                    int at = (column * Lane.Count) + v;
                    ((Vector256.LoadUnsafe(ref now, (nuint)at) - Vector256.Create(start)) / Vector256.Create(Size(start))).StoreUnsafe(ref _moved[at]);
                }
            }
        }
    }

    /// <summary>Takes out the lanes in which one of some columns is not finite.</summary>
    private static void KeepFinite(int[] columns, ref double now, LaneMask live)
    {
        for (int v = 0; v < Lane.Count; v += Lane.Width)
        {
            // A number times zero is zero, but only where it is finite.
            var zero = Vector256<double>.Zero;
            foreach (int column in columns) { zero = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref now, (nuint)((column * Lane.Count) + v)), Vector256<double>.Zero, zero); }
            live[v] &= Vector256.Equals(zero, Vector256<double>.Zero);
        }
    }

    private static double Size(double start) => Math.Max(Math.Abs(start), 1e-3);

    /// <summary>How one period is solved, with the baseline's Jacobian of each of its blocks, in order.</summary>
    private readonly record struct LanePeriod(LanePlan Plan, BaselineJacobian[] Jacobians);
}
