using System.Numerics;
using Plenum.Engine.Kernels;
using Plenum.Engine.Solving.PeriodByPeriod.Lanes;
using Plenum.Engine.Structure;
using Plenum.Numerics.Dense;

namespace Plenum.Engine.Solving.PeriodByPeriod;

/// <summary>Solves one simultaneous block of one period by Newton's method on its feedback variables.</summary>
/// <remarks>
/// <para>
/// Once the feedback variables u have values, the others follow by substitution: z = g(z before it, u). What remains is r(u) = 0,
/// of the size of u. Its Jacobian is exact: the partial derivatives of every equation are compiled, and the gradient of each z by u is
/// accumulated along the order of substitution. What does not depend on the block's unknowns is computed once a period.
/// </para>
/// <para>Source: D. Steward (1965), "Partitioning and tearing systems of equations", SIAM J. Numer. Anal. 2(2). Cost of a step: one evaluation, partials x feedback for the gradients,
/// and a dense factorisation of the order of the feedback variables.</para>
/// <para>Allocates nothing after construction. Not safe for concurrent use: each solver owns its blocks.</para>
/// </remarks>
internal sealed class TornBlock
{
    private readonly StructureBlock _block;
    private readonly SolverOptions _options;
    private readonly int[] _columns;
    private readonly bool[] _isFixedPoint;
    private readonly int _explicitCount;
    private readonly int _feedbackCount;
    private readonly int _stride;
    private readonly KernelProgram _prepare;
    private readonly KernelProgram _evaluate;
    private readonly KernelProgram _differentiate;
    private readonly int[] _partialStarts;
    private readonly int[] _partialTargets;
    private readonly double[] _partials;
    private readonly double[] _scratch;
    private readonly double[] _residuals;
    private readonly double[] _gradients;
    private readonly double[] _jacobian;
    private readonly double[] _step;
    private readonly double[] _from;
    private readonly double[] _scales;
    private readonly int[] _pivots;

    /// <summary>Compiles the block.</summary>
    /// <param name="structure">The structure the block belongs to; its graph grows by the derivatives.</param>
    /// <param name="block">The block.</param>
    /// <param name="options">Tolerances and limits.</param>
    public TornBlock(ModelStructure structure, StructureBlock block, SolverOptions options)
    {
        _block = block;
        _options = options;
        _explicitCount = block.Explicit.Count;
        _feedbackCount = block.Feedback.Count;
        _stride = (_feedbackCount + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        _columns = [.. block.Explicit.Select(s => s.Unknown), .. block.Feedback.Select(s => s.Unknown)];
        _isFixedPoint = [.. block.Feedback.Select(s => !s.Assignment.IsNone)];

        Code = new TornBlockCode(structure, block, _columns);
        var programs = Code.Write(ScalarTarget.Only);
        (_prepare, _evaluate, _differentiate) = (programs.Prepare, programs.Evaluate, programs.Differentiate);
        (_partialStarts, _partialTargets) = (Code.PartialStarts, Code.PartialTargets);
        _partials = new double[Math.Max(1, Code.PartialTargets.Length)];
        _scratch = new double[Math.Max(1, programs.ScratchCount)];
        _residuals = new double[_feedbackCount];
        _gradients = new double[(_explicitCount + _feedbackCount) * _stride];
        _jacobian = new double[_feedbackCount * _feedbackCount];
        _step = new double[_feedbackCount];
        _from = new double[_feedbackCount];
        _scales = new double[_feedbackCount];
        _pivots = new int[_feedbackCount];
    }

    private TornBlock(TornBlock other)
    {
        Code = other.Code;
        (_block, _options, _columns, _isFixedPoint) = (other._block, other._options, other._columns, other._isFixedPoint);
        (_explicitCount, _feedbackCount, _stride) = (other._explicitCount, other._feedbackCount, other._stride);
        (_prepare, _evaluate, _differentiate) = (other._prepare, other._evaluate, other._differentiate);
        (_partialStarts, _partialTargets) = (other._partialStarts, other._partialTargets);
        _partials = new double[other._partials.Length];
        _scratch = new double[other._scratch.Length];
        _residuals = new double[other._residuals.Length];
        _gradients = new double[other._gradients.Length];
        _jacobian = new double[other._jacobian.Length];
        _step = new double[other._step.Length];
        _from = new double[other._from.Length];
        _scales = new double[other._scales.Length];
        _pivots = new int[other._pivots.Length];
    }

    /// <summary>The block's equations and unknowns.</summary>
    public StructureBlock Structure => _block;

    /// <summary>What its programs compute.</summary>
    public TornBlockCode Code { get; }

    /// <summary>The columns of the feedback variables.</summary>
    public ReadOnlySpan<int> FeedbackColumns => _columns.AsSpan(_explicitCount);

    /// <summary>Position, in the order of the feedback variables, of the one that a singular Jacobian leaves undetermined.</summary>
    public int DeficientFeedback { get; private set; } = -1;

    /// <summary>The same compiled block with working memory of its own, for another thread.</summary>
    public TornBlock Twin() => new(this);

    /// <summary>Solves the block in one period, from the values that its feedback variables have now.</summary>
    /// <param name="now">First column of the period.</param>
    /// <returns>How it ended; the row then holds the last point.</returns>
    public BlockResult Solve(ref double now)
    {
        _prepare.Run(ref now, ref _scratch[0], ref _partials[0]);
        SetScales(ref now);
        double norm = Evaluate(ref now);
        if (!double.IsFinite(norm)) { return new BlockResult(BlockStatus.OutOfDomain, 0, norm); }
        for (int iteration = 0; ; iteration++)
        {
            bool isSolved = norm <= _options.Tolerance;

            // Where nothing has to move, only the Jacobian can tell whether the equations determine anything.
            if (isSolved && iteration > 0) { return new BlockResult(BlockStatus.Converged, iteration, norm); }
            if (iteration == _options.MaxIterations) { return new BlockResult(BlockStatus.Stalled, iteration, norm); }
            var step = FindStep(ref now);
            if (step == StepStatus.Singular) { return new BlockResult(BlockStatus.Singular, iteration, norm); }
            if (isSolved) { return new BlockResult(BlockStatus.Converged, iteration, norm); }
            if (step == StepStatus.NotFinite) { return new BlockResult(BlockStatus.Stalled, iteration, norm); }
            double before = Norm();
            norm = Advance(ref now, before);
            if (!double.IsFinite(norm)) { return new BlockResult(BlockStatus.OutOfDomain, iteration + 1, norm); }
            if (norm > 0.25 * before)
            {
                if (norm <= _options.RoundingTolerance) { return new BlockResult(BlockStatus.Converged, iteration + 1, norm); }
                if (norm >= before) { return new BlockResult(BlockStatus.Stalled, iteration + 1, norm); }
            }
        }
    }

    /// <summary>The Jacobian at the values that a period has now, for solvers that start near by.</summary>
    /// <param name="now">First column of the period; the block's explicit variables are computed anew.</param>
    public BaselineJacobian JacobianAt(ref double now)
    {
        _prepare.Run(ref now, ref _scratch[0], ref _partials[0]);
        _evaluate.Run(ref now, ref _scratch[0], ref _residuals[0]);
        _differentiate.Run(ref now, ref _scratch[0], ref _partials[0]);
        AccumulateGradients();
        int n = _feedbackCount;
        for (int i = 0; i < n; i++) { _gradients.AsSpan((_explicitCount + i) * _stride, n).CopyTo(_jacobian.AsSpan(i * n)); }
        double[] diagonal = [.. Enumerable.Range(0, n).Select(i => _jacobian[(i * n) + i])];
        var inverse = new double[n * n];
        for (int i = 0; i < n; i++) { inverse[(i * n) + i] = 1.0; }
        if (DenseLu.TryFactorise(_jacobian, n, _pivots, out _)) { DenseLu.Solve(_jacobian, n, _pivots, inverse, n); }
        else { Array.Fill(inverse, double.NaN); }
        return new BaselineJacobian(inverse, diagonal);
    }

    /// <summary>Substitutes through the block and returns the largest residual relative to its scale; not finite where a function left its domain.</summary>
    private double Evaluate(ref double now)
    {
        _evaluate.Run(ref now, ref _scratch[0], ref _residuals[0]);
        return Norm();
    }

    private double Norm()
    {
        double norm = 0.0;
        for (int i = 0; i < _feedbackCount; i++)
        {
            double relative = Math.Abs(_residuals[i]) / _scales[i];
            if (!(relative <= double.MaxValue)) { return double.NaN; }
            norm = Math.Max(norm, relative);
        }

        return norm;
    }

    /// <summary>Computes the Newton step at the current point.</summary>
    private StepStatus FindStep(ref double now)
    {
        _differentiate.Run(ref now, ref _scratch[0], ref _partials[0]);
        AccumulateGradients();
        for (int i = 0; i < _feedbackCount; i++)
        {
            _gradients.AsSpan((_explicitCount + i) * _stride, _feedbackCount).CopyTo(_jacobian.AsSpan(i * _feedbackCount));
            if (!_isFixedPoint[i]) { _scales[i] = Math.Max(Math.Abs(_jacobian[(i * _feedbackCount) + i]) * Size(Value(ref now, i)), double.Epsilon); }
            _step[i] = -_residuals[i];
        }

        if (!AllFinite(_jacobian)) { return StepStatus.NotFinite; }
        if (!DenseLu.TryFactorise(_jacobian, _feedbackCount, _pivots, out int deficient))
        {
            DeficientFeedback = deficient;
            return StepStatus.Singular;
        }

        DenseLu.Solve(_jacobian, _feedbackCount, _pivots, _step);
        return StepStatus.Found;
    }

    private static bool AllFinite(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) { return false; }
        }

        return true;
    }

    /// <summary>Gradient of every equation of the block by the feedback variables, in the order of substitution.</summary>
    private void AccumulateGradients()
    {
        int width = Vector<double>.Count;
        for (int row = 0; row < _explicitCount + _feedbackCount; row++)
        {
            var gradient = _gradients.AsSpan(row * _stride, _stride);
            gradient.Clear();
            for (int p = _partialStarts[row]; p < _partialStarts[row + 1]; p++)
            {
                double partial = _partials[p];
                int target = _partialTargets[p];
                if (target >= _explicitCount)
                {
                    gradient[target - _explicitCount] += partial;
                    continue;
                }

                var other = _gradients.AsSpan(target * _stride, _stride);
                var factor = new Vector<double>(partial);
                for (int i = 0; i < gradient.Length; i += width)
                {
                    (new Vector<double>(gradient[i..]) + (factor * new Vector<double>(other[i..]))).CopyTo(gradient[i..]);
                }
            }
        }
    }

    /// <summary>Takes the Newton step, halved until the residual falls.</summary>
    /// <remarks>Source: J. Dennis and R. Schnabel (1996), "Numerical Methods for Unconstrained Optimization and Nonlinear Equations", section 6.3.</remarks>
    private double Advance(ref double now, double before)
    {
        for (int i = 0; i < _feedbackCount; i++) { _from[i] = Value(ref now, i); }
        double length = 1.0;
        double norm = double.NaN;
        for (int halving = 0; halving <= _options.MaxHalvings; halving++, length *= 0.5)
        {
            for (int i = 0; i < _feedbackCount; i++) { Value(ref now, i) = _from[i] + (length * _step[i]); }
            norm = Evaluate(ref now);
            if (norm < before || norm <= _options.RoundingTolerance) { return norm; }
        }

        return norm;
    }

    private void SetScales(ref double now)
    {
        for (int i = 0; i < _feedbackCount; i++) { _scales[i] = _isFixedPoint[i] ? Size(Value(ref now, i)) : 1.0; }
    }

    /// <summary>The size against which a residual is measured: that of the variable, but no less than a thousandth of a unit.</summary>
    private static double Size(double value) => Math.Max(Math.Abs(value), 1e-3);

    private ref double Value(ref double now, int feedback) => ref System.Runtime.CompilerServices.Unsafe.Add(ref now, _columns[_explicitCount + feedback]);

    private enum StepStatus
    {
        Found,
        Singular,

        /// <summary>A derivative is infinite, as that of a square root at zero.</summary>
        NotFinite,
    }
}

/// <summary>How a block ended in one period.</summary>
internal enum BlockStatus
{
    /// <summary>Solved.</summary>
    Converged,

    /// <summary>The residual stopped falling.</summary>
    Stalled,

    /// <summary>The Jacobian is singular.</summary>
    Singular,

    /// <summary>A function left its domain.</summary>
    OutOfDomain,
}

/// <summary>Status, Newton steps and largest relative residual of a block in one period.</summary>
internal readonly record struct BlockResult(BlockStatus Status, int Iterations, double Residual);
