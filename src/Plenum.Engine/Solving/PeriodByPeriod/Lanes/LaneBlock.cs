using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Plenum.Engine.Kernels;
using Plenum.Numerics.Lanes;

namespace Plenum.Engine.Solving.PeriodByPeriod.Lanes;

/// <summary>Solves one simultaneous block of one period in all lanes at once.</summary>
/// <remarks>
/// <para>
/// The block is torn as in <see cref="TornBlock"/>. The first step of every lane uses the inverse Jacobian of the baseline, which Broyden's updates then
/// bring nearer to that of the lane. A lane whose residual falls too slowly gets the exact inverse Jacobian at its point. A lane that has converged moves no more,
/// and one that does not converge is reported, for a solver that tries harder.
/// </para>
/// <para>
/// Source: C. Broyden (1965), "A class of methods for solving nonlinear simultaneous equations", Math. Comp. 19(92), in the form that updates the inverse (section 4).
/// </para>
/// <para>Allocates nothing after construction. Not safe for concurrent use.</para>
/// </remarks>
internal sealed class LaneBlock
{
    /// <summary>A step that leaves more than this share of the residual calls for an exact Jacobian.</summary>
    private const double Slow = 0.25;

    private readonly SolverOptions _options;
    private readonly TornBlockPrograms _programs;
    private readonly int[] _feedback;
    private readonly bool[] _isFixedPoint;
    private readonly int _explicitCount;
    private readonly int _n;
    private readonly int[] _partialStarts;
    private readonly int[] _partialTargets;
    private readonly double[] _partials;
    private readonly double[] _scratch;
    private readonly double[] _residuals;
    private readonly double[] _gradients;
    private readonly double[] _inverse;
    private readonly double[] _exact;
    private readonly double[] _step;
    private readonly double[] _moved;
    private readonly double[] _scales;
    private readonly double[] _norm = new double[Lane.Count];
    private readonly double[] _before = new double[Lane.Count];
    private readonly LaneMask _running = new();
    private readonly LaneMask _isExact = new();
    private readonly LaneMask _isSlow = new();

    /// <summary>Compiles a torn block for lanes.</summary>
    public LaneBlock(TornBlock block, SolverOptions options)
        : this(block, options, block.Code.Write(LaneTarget.Only))
    {
    }

    private LaneBlock(TornBlock block, SolverOptions options, TornBlockPrograms programs)
    {
        (Torn, _options, _programs) = (block, options, programs);
        _feedback = block.FeedbackColumns.ToArray();
        _n = _feedback.Length;
        _isFixedPoint = [.. block.Structure.Feedback.Select(s => !s.Assignment.IsNone)];
        _explicitCount = block.Structure.Explicit.Count;
        (_partialStarts, _partialTargets) = (block.Code.PartialStarts, block.Code.PartialTargets);
        _partials = new double[Math.Max(1, _partialTargets.Length) * Lane.Count];
        _scratch = new double[Math.Max(1, programs.ScratchCount) * Lane.Count];
        _residuals = new double[_n * Lane.Count];
        _gradients = new double[(_explicitCount + _n) * _n * Lane.Count];
        _inverse = new double[_n * _n * Lane.Count];
        _exact = new double[_n * _n * Lane.Count];
        _step = new double[_n * Lane.Count];
        _moved = new double[_n * Lane.Count];
        _scales = new double[_n * Lane.Count];
    }

    /// <summary>The block that is solved.</summary>
    public TornBlock Torn { get; }

    /// <summary>What it has done so far.</summary>
    public LaneWork Work { get; } = new();

    /// <summary>The columns of the feedback variables.</summary>
    public ReadOnlySpan<int> FeedbackColumns => _feedback;

    /// <summary>The gradients of the feedback equations by the feedback variables, n x n x lanes, row-major.</summary>
    private Span<double> Jacobian => _gradients.AsSpan(_explicitCount * _n * Lane.Count);

    /// <summary>The same compiled block with working memory of its own, for another thread.</summary>
    public LaneBlock Twin() => new(Torn, _options, _programs);

    /// <summary>Solves the block in one period, from the values that its feedback variables have now.</summary>
    /// <param name="now">First lane of the first column of the period.</param>
    /// <param name="known">The Jacobian of the baseline in this period.</param>
    /// <param name="live">The lanes to be solved; those that are not solved are taken out.</param>
    public void Solve(ref double now, BaselineJacobian known, LaneMask live)
    {
        Work.Solves += live.Vectors;
        _programs.Prepare.RunLanes(ref now, ref _scratch[0], ref _partials[0]);
        Begin(ref now, known);
        _running.CopyFrom(live);
        _isExact.Clear();
        Evaluate(ref now);
        for (int iteration = 0; ; iteration++)
        {
            Retire(live, iteration == _options.MaxIterations);
            if (_running.IsEmpty) { return; }
            Advance(ref now);
            Evaluate(ref now);
            Judge(live);
            if (!_isSlow.IsEmpty) { FindExact(ref now); }
            if (!_running.IsEmpty) { Update(); }
        }
    }

    /// <summary>Does one kind of work once more where the lanes are now, and leaves them there.</summary>
    /// <param name="operation">The work; what it reads comes before it.</param>
    /// <param name="now">First lane of the first column of the period.</param>
    /// <param name="known">The Jacobian of the baseline in this period.</param>
    public void Repeat(LaneOperation operation, ref double now, BaselineJacobian known)
    {
        switch (operation)
        {
            case LaneOperation.Start:
                Begin(ref now, known);
                return;
            case LaneOperation.Step:
                _residuals.AsSpan().Clear();
                _running.ChooseFirst(Lane.Count);
                Advance(ref now);
                return;
            case LaneOperation.Update:
                _running.ChooseFirst(Lane.Count);
                _isSlow.Clear();
                Update();
                return;
            default:
                break;
        }

        _programs.Prepare.RunLanes(ref now, ref _scratch[0], ref _partials[0]);
        if (operation >= LaneOperation.Residuals) { _programs.Evaluate.RunLanes(ref now, ref _scratch[0], ref _residuals[0]); }
        if (operation >= LaneOperation.Derivatives) { _programs.Differentiate.RunLanes(ref now, ref _scratch[0], ref _partials[0]); }
        if (operation < LaneOperation.Inverse) { return; }
        _isSlow.ChooseFirst(Lane.Count);
        AccumulateGradients();
        LaneInverse.Of(Jacobian, _n, _exact, _isSlow);
    }

    /// <summary>Takes the baseline's inverse Jacobian and the scales of the residuals.</summary>
    private void Begin(ref double now, BaselineJacobian known)
    {
        for (int i = 0; i < _inverse.Length; i += Lane.Count) { _inverse.AsSpan(i, Lane.Count).Fill(known.Inverse[i / Lane.Count]); }
        for (int i = 0; i < _n; i++)
        {
            var diagonal = Vector256.Create(_isFixedPoint[i] ? 1.0 : known.Diagonal[i]);
            for (int v = 0; v < Lane.Count; v += Lane.Width) { SetScale(i, v, diagonal, Value(ref now, i, v)); }
        }
    }

    /// <summary>Substitutes through the block and finds the largest residual of each lane relative to its scale; not a number where a function left its domain.</summary>
    private void Evaluate(ref double now)
    {
        Work.Evaluations += _running.Vectors;
        Run(_programs.Evaluate, ref now, _residuals, _running);
        for (int v = 0; v < Lane.Count; v += Lane.Width)
        {
            Load(_norm, 0, v).StoreUnsafe(ref _before[v]);
            var norm = Vector256<double>.Zero;
            for (int i = 0; i < _n; i++) { norm = Vector256.Max(norm, Vector256.Abs(Load(_residuals, i, v)) / Load(_scales, i, v)); }
            norm.StoreUnsafe(ref _norm[v]);
        }
    }

    /// <summary>Runs a program for the vectors in which any of some lanes is chosen: a lane that has settled would get the same numbers again.</summary>
    private void Run(KernelProgram program, ref double now, double[] output, LaneMask lanes)
    {
        for (int v = 0; v < Lane.Count; v += Lane.Width)
        {
            if (!lanes.IsEmptyAt(v)) { program.Run(ref Unsafe.Add(ref now, v), ref _scratch[v], ref output[v]); }
        }
    }

    /// <summary>Lets lanes rest that are solved, and gives up those whose residual is not a number, or all others where no iteration is left.</summary>
    private void Retire(LaneMask live, bool isLast)
    {
        for (int v = 0; v < Lane.Count; v += Lane.Width)
        {
            var norm = Load(_norm, 0, v);
            var isSolved = Vector256.LessThanOrEqual(norm, Vector256.Create(_options.Tolerance));
            var goesOn = isLast ? Vector256<double>.Zero : Vector256.LessThanOrEqual(norm, Vector256.Create(double.MaxValue));
            live[v] &= ~_running[v] | isSolved | goesOn;
            _running[v] &= goesOn & ~isSolved;
        }
    }

    /// <summary>Takes the step of every lane that still runs.</summary>
    private void Advance(ref double now)
    {
        Work.Steps += _running.Vectors;
        for (int v = 0; v < Lane.Count; v += Lane.Width)
        {
            if (_running.IsEmptyAt(v)) { continue; }
            var running = _running[v];
            for (int i = 0; i < _n; i++)
            {
                var step = Vector256<double>.Zero;
                for (int j = 0; j < _n; j++) { step = Vector256.FusedMultiplyAdd(-Load(_inverse, (i * _n) + j, v), Load(_residuals, j, v), step); }
                step.StoreUnsafe(ref _step[(i * Lane.Count) + v]);
                ref double value = ref Unsafe.Add(ref now, (_feedback[i] * Lane.Count) + v);
                var from = Vector256.LoadUnsafe(ref value);
                Vector256.ConditionalSelect(running, from + step, from).StoreUnsafe(ref value);
            }
        }
    }

    /// <summary>Finds the lanes whose residual falls slowly; of those whose Jacobian was exact, accepts those that rounding stops and gives up the others.</summary>
    private void Judge(LaneMask live)
    {
        for (int v = 0; v < Lane.Count; v += Lane.Width)
        {
            var (norm, before) = (Load(_norm, 0, v), Load(_before, 0, v));
            var slow = _running[v] & Vector256.GreaterThan(norm, Vector256.Max(Vector256.Create(Slow) * before, Vector256.Create(_options.Tolerance)));
            var exactAndSlow = slow & _isExact[v];
            var accepted = exactAndSlow & Vector256.LessThanOrEqual(norm, Vector256.Create(_options.RoundingTolerance));
            var lost = exactAndSlow & ~accepted & Vector256.GreaterThanOrEqual(norm, before);
            live[v] &= ~lost;
            _running[v] &= ~(accepted | lost);
            _isSlow[v] = slow & _running[v];
        }
    }

    /// <summary>Inverts the exact Jacobian in the lanes that are slow.</summary>
    private void FindExact(ref double now)
    {
        Work.Jacobians += _isSlow.Vectors;
        Run(_programs.Differentiate, ref now, _partials, _isSlow);
        AccumulateGradients();
        for (int v = 0; v < Lane.Count; v += Lane.Width)
        {
            for (int i = 0; i < _n; i++)
            {
                if (_isFixedPoint[i]) { continue; }
                var old = Load(_scales, i, v);
                SetScale(i, v, Load(_gradients, ((_explicitCount + i) * _n) + i, v), Value(ref now, i, v));
                Vector256.ConditionalSelect(_isSlow[v], Load(_scales, i, v), old).StoreUnsafe(ref _scales[(i * Lane.Count) + v]);
            }
        }

        LaneInverse.Of(Jacobian, _n, _exact, _isSlow);
        for (int v = 0; v < Lane.Count; v += Lane.Width)
        {
            for (int k = 0; k < _n * _n; k++) { Vector256.ConditionalSelect(_isSlow[v], Load(_exact, k, v), Load(_inverse, k, v)).StoreUnsafe(ref _inverse[(k * Lane.Count) + v]); }
        }
    }

    /// <summary>Gradient of every equation of the block by the feedback variables, in the order of substitution.</summary>
    private void AccumulateGradients()
    {
        int width = _n * Lane.Count;
        Array.Clear(_gradients);
        for (int row = 0; row < _explicitCount + _n; row++)
        {
            for (int p = _partialStarts[row]; p < _partialStarts[row + 1]; p++)
            {
                int target = _partialTargets[p];
                for (int v = 0; v < Lane.Count; v += Lane.Width)
                {
                    if (_isSlow.IsEmptyAt(v)) { continue; }
                    var partial = Load(_partials, p, v);
                    ref double gradient = ref _gradients[(row * width) + v];
                    if (target >= _explicitCount)
                    {
                        ref double entry = ref Unsafe.Add(ref gradient, (target - _explicitCount) * Lane.Count);
                        (Vector256.LoadUnsafe(ref entry) + partial).StoreUnsafe(ref entry);
                        continue;
                    }

                    ref double other = ref _gradients[(target * width) + v];
                    for (nuint i = 0; i < (nuint)width; i += Lane.Count)
                    {
                        Vector256.FusedMultiplyAdd(partial, Vector256.LoadUnsafe(ref other, i), Vector256.LoadUnsafe(ref gradient, i)).StoreUnsafe(ref gradient, i);
                    }
                }
            }
        }
    }

    /// <summary>Corrects the inverse Jacobian of the lanes that are not slow, so that it maps the last change of the residuals to the last step.</summary>
    /// <remarks>B becomes B + (s - B y) s'B / (s'B y), with s the step and y the change of the residuals.</remarks>
    private void Update()
    {
        for (int v = 0; v < Lane.Count; v += Lane.Width)
        {
            var isSlow = _isSlow[v];
            _isExact[v] = isSlow;
            var isUpdated = _running[v] & ~isSlow;
            if (isUpdated.AsInt64() == Vector256<long>.Zero) { continue; }
            Work.Updates++;

            // B y = B (r - r before) = B r + s, so that s - B y = -B r.
            var product = Vector256<double>.Zero;
            for (int i = 0; i < _n; i++)
            {
                var moved = Vector256<double>.Zero;
                for (int j = 0; j < _n; j++) { moved = Vector256.FusedMultiplyAdd(Load(_inverse, (i * _n) + j, v), Load(_residuals, j, v), moved); }
                moved.StoreUnsafe(ref _moved[(i * Lane.Count) + v]);
                product = Vector256.FusedMultiplyAdd(Load(_step, i, v), moved + Load(_step, i, v), product);
            }

            var scale = Vector256<double>.One / product;
            isUpdated &= Vector256.LessThanOrEqual(Vector256.Abs(scale), Vector256.Create(double.MaxValue));
            scale = Vector256.ConditionalSelect(isUpdated, -scale, Vector256<double>.Zero);
            for (int j = 0; j < _n; j++)
            {
                var row = Vector256<double>.Zero;
                for (int i = 0; i < _n; i++) { row = Vector256.FusedMultiplyAdd(Load(_step, i, v), Load(_inverse, (i * _n) + j, v), row); }
                row *= scale;
                for (int i = 0; i < _n; i++)
                {
                    var entry = Load(_inverse, (i * _n) + j, v);
                    Vector256.ConditionalSelect(isUpdated, Vector256.FusedMultiplyAdd(Load(_moved, i, v), row, entry), entry).StoreUnsafe(ref _inverse[(((i * _n) + j) * Lane.Count) + v]);
                }
            }
        }
    }

    /// <summary>A residual is measured against the size of its variable, no less than a thousandth of a unit, times its own derivative.</summary>
    private void SetScale(int i, int v, Vector256<double> derivative, Vector256<double> value)
    {
        var size = Vector256.Max(Vector256.Abs(value), Vector256.Create(1e-3));
        Vector256.Max(Vector256.Abs(derivative) * size, Vector256.Create(double.Epsilon)).StoreUnsafe(ref _scales[(i * Lane.Count) + v]);
    }

    private Vector256<double> Value(ref double now, int i, int v) => Vector256.LoadUnsafe(ref now, (nuint)((_feedback[i] * Lane.Count) + v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(double[] values, int quantity, int v) => Vector256.LoadUnsafe(ref values[(quantity * Lane.Count) + v]);
}
