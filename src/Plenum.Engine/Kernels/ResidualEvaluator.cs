using Plenum.Language.Binding;
using Plenum.Language.Expressions;
using Plenum.Numerics.Lanes;

namespace Plenum.Engine.Kernels;

/// <summary>Computes by how much each equation of a model fails to hold at given values.</summary>
/// <remarks>Use it to check a path or to find where a change bites; a solver does not need it. One instance serves one thread at a time.</remarks>
public sealed class ResidualEvaluator
{
    private readonly BoundModel _model;
    private readonly KernelProgram _program;
    private readonly Lazy<KernelProgram> _laneProgram;
    private readonly double[] _scratch;
    private double[] _laneScratch = [];

    /// <summary>Compiles the residuals of every equation.</summary>
    public ResidualEvaluator(BoundModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        var graph = model.Graph.Copy();
        var roots = new List<KernelRoot>(model.Equations.Count);
        foreach (var equation in model.Equations) { roots.Add(new KernelRoot(graph.Subtract(equation.Left, equation.Right), KernelSink.Output, roots.Count)); }
        var writer = new KernelWriter(graph, model.Symbols.Count);
        _program = writer.Write("residuals", roots, new HashSet<ExpressionId>());
        _scratch = new double[Math.Max(1, writer.ScratchCount)];
        _laneProgram = new Lazy<KernelProgram>(() =>
        {
            var lanes = new KernelWriter(graph, model.Symbols.Count, LaneTarget.Only);
            var program = lanes.Write("residuals", roots, new HashSet<ExpressionId>());
            _laneScratch = new double[Math.Max(1, lanes.ScratchCount) * Lane.Count];
            return program;
        });
    }

    /// <summary>Number of operations in one evaluation.</summary>
    public int Operations => _program.Nodes;

    /// <summary>Left-hand side less right-hand side of every equation in one period.</summary>
    /// <param name="paths">Values of every name.</param>
    /// <param name="t">Position of the period in the paths, from 0; the lags and leads that the equations read must lie inside.</param>
    /// <param name="residuals">Receives one number an equation, in the order of <see cref="BoundModel.Equations"/>.</param>
    /// <exception cref="ArgumentException">The paths belong to another model, or the array is too short.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A lag or lead lies outside the paths.</exception>
    public void Evaluate(Paths paths, int t, Span<double> residuals)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Model != _model) { throw new ArgumentException("The paths belong to another model.", nameof(paths)); }
        if (residuals.Length < _model.Equations.Count) { throw new ArgumentException($"There are {_model.Equations.Count} equations.", nameof(residuals)); }
        ArgumentOutOfRangeException.ThrowIfLessThan(t + _model.Reach.Lag, 0, nameof(t));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(t + _model.Reach.Lead, paths.Count, nameof(t));
        if (_model.Equations.Count == 0) { return; }
        _program.Run(ref paths.Values[t * paths.Columns], ref _scratch[0], ref residuals[0]);
    }

    /// <summary>The same for paths that lie side by side, one in each lane; within a unit or two in the last place of what each alone would give.</summary>
    /// <param name="values">Values of every name: periods x columns x lanes, row-major, with <see cref="Lane.Count"/> lanes.</param>
    /// <param name="t">Position of the period in the paths, from 0; the lags and leads that the equations read must lie inside.</param>
    /// <param name="residuals">Receives the numbers of all lanes for each equation: equations x lanes, row-major.</param>
    /// <exception cref="ArgumentException">An array is too short.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A lag or lead lies outside the paths.</exception>
    public void EvaluateLanes(Span<double> values, int t, Span<double> residuals)
    {
        int row = _model.Symbols.Count * Lane.Count;
        if (residuals.Length < _model.Equations.Count * Lane.Count) { throw new ArgumentException($"There are {_model.Equations.Count} equations.", nameof(residuals)); }
        ArgumentOutOfRangeException.ThrowIfLessThan(t + _model.Reach.Lag, 0, nameof(t));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((t + Math.Max(0, _model.Reach.Lead) + 1) * row, values.Length, nameof(t));
        if (_model.Equations.Count == 0) { return; }
        var program = _laneProgram.Value;
        program.RunLanes(ref values[t * row], ref _laneScratch[0], ref residuals[0]);
    }
}
