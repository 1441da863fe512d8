using Plenum.Numerics.Optimization;

namespace Plenum.Engine.Planning;

/// <summary>The quadratic program for one step of a plan: goals made linear, losses as they are, hard goals elastic.</summary>
/// <remarks>
/// Unknowns are the step of each instrument and the misses: of a soft range, which cost weight x miss^2, and of hard goals, which cost
/// penalty x (miss + miss^2 / 2). A penalty above all shadow prices leaves no hard miss that can be avoided.
/// Source: R. Fletcher (1987), "Practical Methods of Optimization", 2nd ed., section 14.3; P. Gill, W. Murray and M. Saunders (2005),
/// "SNOPT: an SQP algorithm for large-scale constrained optimization", SIAM Review 47(1), section 1.1 (elastic mode).
/// </remarks>
internal sealed class PlanSubproblem
{
    /// <summary>Holds back steps that neither cost nor gain anything; vanishes with the step.</summary>
    private const double Proximity = 1e-9;

    private readonly PlanProblem _problem;
    private readonly int _instruments;
    private readonly List<RowOrigin> _origins = [];
    private readonly List<double[]> _rows = [];
    private readonly List<double> _bounds = [];
    private readonly List<double> _costs = [];
    private readonly List<double> _curvatures = [];

    private PlanSubproblem(PlanProblem problem) => (_problem, _instruments) = (problem, problem.Instruments.Count);

    /// <summary>Solves for the step.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="sizes">The sizes of the instruments.</param>
    /// <param name="values">The goals' values there.</param>
    /// <param name="jacobian">Their derivatives there, goals x instruments.</param>
    /// <param name="penalty">What a hard miss of one costs.</param>
    /// <param name="damping">How much longer steps are held back, relative to the largest curvature.</param>
    /// <param name="curvature">How the goals curve, as <see cref="PlanCurvature.At"/> finds it; null to take them as linear.</param>
    /// <returns>The step with its prices; null where rounding keeps the program from being solved.</returns>
    public static PlanStep? Solve(PlanProblem problem, double[] sizes, double[] values, double[] jacobian, double penalty, double damping, double[]? curvature)
    {
        var sub = new PlanSubproblem(problem);
        int equalities = sub.AddGoals(values, jacobian, penalty);
        sub.AddBounds(sizes);
        sub.AddLimits(sizes);
        var program = sub.Assemble(sizes, values, jacobian, equalities, Proximity + damping, curvature);
        return DualActiveSet.Solve(program) is QuadraticOutcome.Solved solved ? sub.Read(solved, values, jacobian) : null;
    }

    /// <summary>The sizes within bounds and limits that lie nearest to some others; null where there are none.</summary>
    public static double[]? Nearest(PlanProblem problem, double[] sizes)
    {
        if (problem.Limits.Count == 0) { return [.. problem.Instruments.Select((instrument, j) => Math.Clamp(sizes[j], instrument.Low, instrument.High))]; }
        var sub = new PlanSubproblem(problem);
        sub.AddBounds(sizes);
        sub.AddLimits(sizes);
        int n = sizes.Length;
        var identity = new double[n * n];
        for (int j = 0; j < n; j++) { identity[(j * n) + j] = 1.0; }
        var program = new QuadraticProgram(identity, new double[n], [.. sub._rows.SelectMany(r => r)], [.. sub._bounds], 0);
        return DualActiveSet.Solve(program) is QuadraticOutcome.Solved solved
            ? [.. problem.Instruments.Select((instrument, j) => Math.Clamp(sizes[j] + solved.X[j], instrument.Low, instrument.High))]
            : null;
    }

    /// <summary>Adds the rows of the goals, equalities first; returns how many those are.</summary>
    private int AddGoals(double[] values, double[] jacobian, double penalty)
    {
        for (int i = 0; i < values.Length; i++)
        {
            var goal = _problem.Goals[i];
            if (!goal.IsHard || !goal.IsPoint) { continue; }
            int above = AddUnknown(penalty, penalty);
            AddRow(jacobian, i, 1.0, goal.Low - values[i], new RowOrigin(i, -1, 1.0), (above, 1.0), (AddUnknown(penalty, penalty), -1.0));
        }

        int equalities = _rows.Count;
        for (int i = 0; i < values.Length; i++)
        {
            var goal = _problem.Goals[i];
            if (goal.IsPoint) { continue; }
            var (cost, curvature) = goal.Weight is { } weight ? (0.0, 2.0 * weight) : (penalty, penalty);
            int miss = AddUnknown(cost, curvature);
            if (double.IsFinite(goal.Low)) { AddRow(jacobian, i, 1.0, goal.Low - values[i], new RowOrigin(i, -1, 1.0), (miss, 1.0)); }
            if (double.IsFinite(goal.High)) { AddRow(jacobian, i, -1.0, values[i] - goal.High, new RowOrigin(i, -1, -1.0), (miss, 1.0)); }
        }

        for (int k = 0; k < _costs.Count; k++)
        {
            if (_costs[k] > 0.0) { AddSparseRow(0.0, default, (_instruments + k, 1.0)); }
        }

        return equalities;
    }

    private void AddBounds(double[] sizes)
    {
        for (int j = 0; j < _instruments; j++)
        {
            var instrument = _problem.Instruments[j];
            if (double.IsFinite(instrument.Low)) { AddSparseRow(instrument.Low - sizes[j], new RowOrigin(-1, j, 1.0), (j, 1.0)); }
            if (double.IsFinite(instrument.High)) { AddSparseRow(sizes[j] - instrument.High, new RowOrigin(-1, j, -1.0), (j, -1.0)); }
        }
    }

    private void AddLimits(double[] sizes)
    {
        for (int l = 0; l < _problem.Limits.Count; l++)
        {
            var limit = _problem.Limits[l];
            double now = limit.Of(sizes);
            if (double.IsFinite(limit.Low)) { AddSparseRow(limit.Low - now, new RowOrigin(-1, -1, 1.0, l), [.. limit.Terms]); }
            if (double.IsFinite(limit.High)) { AddSparseRow(now - limit.High, new RowOrigin(-1, -1, -1.0, l), [.. limit.Terms.Select(t => (t.Instrument, -t.Factor))]); }
        }
    }

    private int AddUnknown(double cost, double curvature)
    {
        _costs.Add(cost);
        _curvatures.Add(curvature);
        return _instruments + _costs.Count - 1;
    }

    private void AddRow(double[] jacobian, int goal, double sign, double bound, RowOrigin origin, params ReadOnlySpan<(int Column, double Value)> misses)
    {
        AddSparseRow(bound, origin, misses);
        _rows[^1] = [.. jacobian.AsSpan(goal * _instruments, _instruments), .. _rows[^1].AsSpan(_instruments)];
        for (int j = 0; j < _instruments; j++) { _rows[^1][j] *= sign; }
    }

    /// <summary>Adds a row; it is filled up with zeros for unknowns that come later.</summary>
    private void AddSparseRow(double bound, RowOrigin origin, params ReadOnlySpan<(int Column, double Value)> entries)
    {
        var row = new double[_instruments + _costs.Count];
        foreach (var (column, value) in entries) { row[column] += value; }
        _rows.Add(row);
        _bounds.Add(bound);
        _origins.Add(origin);
    }

    private QuadraticProgram Assemble(double[] sizes, double[] values, double[] jacobian, int equalities, double proximity, double[]? curvature)
    {
        int n = _instruments + _costs.Count;
        var block = new double[_instruments * _instruments];
        var gradient = new double[n];
        for (int j = 0; j < _instruments; j++)
        {
            block[(j * _instruments) + j] = 2.0 * _problem.Instruments[j].Cost;
            gradient[j] = 2.0 * _problem.Instruments[j].Cost * sizes[j];
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (_problem.Goals[i] is not { IsPoint: true, Weight: { } weight } goal) { continue; }
            var slopes = jacobian.AsSpan(i * _instruments, _instruments);
            for (int j = 0; j < _instruments; j++)
            {
                gradient[j] += 2.0 * weight * goal.Miss(values[i]) * slopes[j];
                for (int k = 0; k < _instruments; k++) { block[(j * _instruments) + k] += 2.0 * weight * slopes[j] * slopes[k]; }
            }
        }

        double largest = 1.0;
        for (int j = 0; j < _instruments; j++) { largest = Math.Max(largest, block[(j * _instruments) + j]); }
        if (curvature is not null)
        {
            for (int k = 0; k < block.Length; k++) { block[k] += curvature[k]; }
        }

        for (int j = 0; j < _instruments; j++) { block[(j * _instruments) + j] += proximity * largest; }
        if (curvature is not null) { PlanCurvature.MakeConvex(block, _instruments); }
        var hessian = new double[n * n];
        for (int j = 0; j < _instruments; j++) { block.AsSpan(j * _instruments, _instruments).CopyTo(hessian.AsSpan(j * n)); }
        for (int k = 0; k < _costs.Count; k++)
        {
            hessian[((_instruments + k) * n) + _instruments + k] = _curvatures[k];
            gradient[_instruments + k] = _costs[k];
        }

        var rows = new double[_rows.Count * n];
        for (int r = 0; r < _rows.Count; r++) { _rows[r].CopyTo(rows, r * n); }
        return new QuadraticProgram(hessian, gradient, rows, [.. _bounds], equalities);
    }

    private PlanStep Read(QuadraticOutcome.Solved solved, double[] values, double[] jacobian)
    {
        var goalPrices = new double[values.Length];
        var boundPrices = new double[_instruments];
        var limitPrices = new double[_problem.Limits.Count];
        for (int r = 0; r < _origins.Count; r++)
        {
            var origin = _origins[r];
            if (origin.Sign == 0.0) { continue; }
            if (origin.Goal >= 0) { goalPrices[origin.Goal] += origin.Sign * solved.Multipliers[r]; }
            else if (origin.Instrument >= 0) { boundPrices[origin.Instrument] += origin.Sign * solved.Multipliers[r]; }
            else { limitPrices[origin.Limit] += origin.Sign * solved.Multipliers[r]; }
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (_problem.Goals[i] is not { IsPoint: true, Weight: { } weight } goal) { continue; }
            double miss = goal.Miss(values[i]);
            for (int j = 0; j < _instruments; j++) { miss += jacobian[(i * _instruments) + j] * solved.X[j]; }
            goalPrices[i] = -2.0 * weight * miss;
        }

        double hardMiss = 0.0;
        for (int k = 0; k < _costs.Count; k++) { hardMiss += _costs[k] > 0.0 ? Math.Max(0.0, solved.X[_instruments + k]) : 0.0; }
        return new PlanStep(solved.X[.._instruments], goalPrices, boundPrices, limitPrices, hardMiss);
    }

    /// <summary>The goal, the instrument or the limit whose end a row holds, and whether from below (1) or above (-1); a sign of 0 is neither.</summary>
    private readonly record struct RowOrigin(int Goal, int Instrument, double Sign, int Limit = -1);
}

/// <summary>A step with the prices that belong to it.</summary>
/// <param name="Change">The change of each size.</param>
/// <param name="GoalPrices">For each goal, by how much the loss rises per unit by which the wanted value rises.</param>
/// <param name="BoundPrices">The same for the binding bound of each instrument.</param>
/// <param name="LimitPrices">The same for the binding end of each limit.</param>
/// <param name="HardMiss">The sum of the misses of hard goals that the linear goals leave.</param>
internal sealed record PlanStep(double[] Change, double[] GoalPrices, double[] BoundPrices, double[] LimitPrices, double HardMiss);
