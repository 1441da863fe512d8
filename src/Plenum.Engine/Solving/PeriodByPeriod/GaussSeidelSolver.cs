using Plenum.Engine.Kernels;
using Plenum.Engine.Structure;
using Plenum.Language.Binding;
using Plenum.Language.Expressions;
using Plenum.Series;

namespace Plenum.Engine.Solving.PeriodByPeriod;

/// <summary>Solves a model without leads by substituting through all its equations, in the order written, until nothing changes.</summary>
/// <remarks>
/// The method of most older macroeconometric programs. It is here as the yardstick and as an independent check: it shares neither
/// ordering nor derivatives with <see cref="PeriodSolver"/>, which is faster and says why it fails. Source: R. Fair (1984), "Specification,
/// Estimation, and Analysis of Macroeconometric Models", section 7.2.
/// </remarks>
public sealed class GaussSeidelSolver
{
    private readonly BoundModel _model;
    private readonly KernelProgram _sweep;
    private readonly double[] _scratch;
    private readonly int[] _columns;
    private readonly double[] _before;

    /// <summary>Compiles the equations of a model, each solved for the variable it is written for.</summary>
    /// <exception cref="ArgumentException">An equation cannot be solved for its variable, or the equations look ahead.</exception>
    public GaussSeidelSolver(BoundModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Reach.Lead > 0) { throw new ArgumentException("The equations look ahead.", nameof(model)); }
        _model = model;
        var graph = model.Graph.Copy();
        var roots = new List<KernelRoot>(model.Equations.Count);
        foreach (var equation in model.Equations)
        {
            var assignment = equation.Determines < 0 ? ExpressionId.None : Isolation.Solve(graph, equation.Left, equation.Right, equation.Determines);
            if (assignment.IsNone) { throw new ArgumentException($"'{equation.Name}' cannot be solved for its variable.", nameof(model)); }
            roots.Add(new KernelRoot(assignment, KernelSink.Row, equation.Determines));
        }

        var writer = new KernelWriter(graph, model.Symbols.Count);
        _sweep = writer.Write("sweep", roots, new HashSet<ExpressionId>());
        _scratch = new double[Math.Max(1, writer.ScratchCount)];
        _columns = [.. roots.Select(r => r.Index)];
        _before = new double[_columns.Length];
    }

    /// <summary>Sweeps over all periods in the last solve.</summary>
    public int Sweeps { get; private set; }

    /// <summary>Solves every period of a window in place.</summary>
    /// <param name="paths">As for <see cref="PeriodSolver.Solve"/>.</param>
    /// <param name="from">First period to solve.</param>
    /// <param name="to">Last period to solve.</param>
    /// <param name="tolerance">Largest change in a sweep, relative to the size of the variable (at least 1e-3), at which a period counts as solved.</param>
    /// <param name="maxSweeps">Sweeps allowed in a period.</param>
    /// <returns>Whether every period was solved.</returns>
    /// <exception cref="ArgumentException">The paths belong to another model.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window, or a lag read in it, lies outside the paths.</exception>
    public bool Solve(Paths paths, Period from, Period to, double tolerance = 1e-12, int maxSweeps = 1000)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Model != _model) { throw new ArgumentException("The paths belong to another model.", nameof(paths)); }
        int first = paths.IndexOf(from);
        int last = paths.IndexOf(to);
        ArgumentOutOfRangeException.ThrowIfLessThan(first + _model.Reach.Lag, 0, nameof(from));
        Sweeps = 0;
        for (int t = first; t <= last; t++)
        {
            if (!SolvePeriod(paths, t, tolerance, maxSweeps)) { return false; }
        }

        return true;
    }

    private bool SolvePeriod(Paths paths, int t, double tolerance, int maxSweeps)
    {
        var row = paths.Row(t);
        foreach (int column in _columns)
        {
            if (!double.IsFinite(row[column]) && t > 0) { row[column] = paths.Row(t - 1)[column]; }
        }

        for (int sweep = 0; sweep < maxSweeps; sweep++)
        {
            for (int i = 0; i < _columns.Length; i++) { _before[i] = row[_columns[i]]; }
            _sweep.Run(ref row[0], ref _scratch[0], ref row[0]);
            Sweeps++;
            double largest = 0.0;
            for (int i = 0; i < _columns.Length; i++)
            {
                double now = row[_columns[i]];
                double change = Math.Abs(now - _before[i]) / Math.Max(Math.Abs(now), 1e-3);
                if (!(change <= double.MaxValue)) { return false; }
                largest = Math.Max(largest, change);
            }

            if (largest <= tolerance) { return true; }
        }

        return false;
    }
}
