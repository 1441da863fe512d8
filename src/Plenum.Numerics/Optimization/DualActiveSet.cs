namespace Plenum.Numerics.Optimization;

/// <summary>Solves small dense strictly convex quadratic programs.</summary>
/// <remarks>
/// Starts from the minimum without constraints and takes violated rows into the active set one by one, so no feasible point is needed.
/// Source: D. Goldfarb and A. Idnani (1983), "A numerically stable dual method for solving strictly convex quadratic programs",
/// Mathematical Programming 27. Cost: n^3 once, then about n^2 + m n a step.
/// </remarks>
public static class DualActiveSet
{
    /// <summary>A violation below this, relative to the size of the row's terms, counts as none.</summary>
    private const double Tolerance = 1e-13;

    /// <summary>Solves a program.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or H is not positive definite.</exception>
    public static QuadraticOutcome Solve(QuadraticProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        int n = program.Variables;
        int m = program.Bounds.Length;
        if (program.Hessian.Length != n * n || program.Rows.Length != m * n || program.Equalities < 0 || program.Equalities > m)
        {
            throw new ArgumentException("The matrices do not fit the number of unknowns and rows.", nameof(program));
        }

        var basis = new ActiveBasis(program.Hessian, n);
        double[] x = basis.Minimum(program.Gradient);
        int steps = 0;
        for (int row = 0; row < program.Equalities; row++)
        {
            if (basis.TryEnforce(program.Row(row), program.Bounds[row], row, x)) { steps++; }
            else if (IsViolated(program, row, x, Math.Abs)) { return new QuadraticOutcome.Infeasible(basis.Blocking(row, _ => false)); }
        }

        int limit = 20 * (n + m + 5);
        while (MostViolated(program, basis, x) is var entering and >= 0)
        {
            double multiplier = 0.0;
            while (true)
            {
                if (steps++ > limit) { return new QuadraticOutcome.Stalled(limit); }
                var normal = program.Row(entering);
                basis.Direct(normal);
                var (dropStep, dropped) = basis.LargestDualStep(program.Equalities);
                double fullStep = basis.IsDependent ? double.PositiveInfinity : -Slack(program, entering, x) / basis.Slope;
                double step = Math.Min(dropStep, fullStep);
                if (double.IsPositiveInfinity(step)) { return new QuadraticOutcome.Infeasible(basis.Blocking(entering, row => row >= program.Equalities)); }
                basis.Move(x, step, isPrimal: !basis.IsDependent);
                multiplier += step;
                if (step == fullStep)
                {
                    basis.Add(entering, multiplier);
                    break;
                }

                basis.Drop(dropped);
            }
        }

        return new QuadraticOutcome.Solved(x, basis.Multipliers(m), steps);
    }

    private static int MostViolated(QuadraticProgram program, ActiveBasis basis, double[] x)
    {
        int most = -1;
        double least = 0.0;
        for (int row = program.Equalities; row < program.Bounds.Length; row++)
        {
            double slack = Slack(program, row, x);
            if (slack >= least || basis.Contains(row) || !IsViolated(program, row, x, s => -s)) { continue; }
            (most, least) = (row, slack);
        }

        return most;
    }

    private static double Slack(QuadraticProgram program, int row, double[] x)
    {
        double sum = -program.Bounds[row];
        var normal = program.Row(row);
        for (int j = 0; j < x.Length; j++) { sum += normal[j] * x[j]; }
        return sum;
    }

    private static bool IsViolated(QuadraticProgram program, int row, double[] x, Func<double, double> violation)
    {
        double size = Math.Abs(program.Bounds[row]);
        var normal = program.Row(row);
        for (int j = 0; j < x.Length; j++) { size += Math.Abs(normal[j] * x[j]); }
        return violation(Slack(program, row, x)) > Tolerance * Math.Max(size, 1e-3);
    }
}
