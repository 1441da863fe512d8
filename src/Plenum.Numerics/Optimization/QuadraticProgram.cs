namespace Plenum.Numerics.Optimization;

/// <summary>Minimise 1/2 x'Hx + g'x where some rows of A x equal, and the others are at least, their bounds.</summary>
/// <param name="Hessian">H, n x n, row-major; symmetric and positive definite.</param>
/// <param name="Gradient">g, n entries.</param>
/// <param name="Rows">A, m x n, row-major; the equalities come first.</param>
/// <param name="Bounds">The right-hand sides, m entries.</param>
/// <param name="Equalities">How many of the rows are equalities.</param>
public sealed record QuadraticProgram(double[] Hessian, double[] Gradient, double[] Rows, double[] Bounds, int Equalities)
{
    /// <summary>Number of unknowns, n.</summary>
    public int Variables => Gradient.Length;

    /// <summary>Row i of A.</summary>
    public ReadOnlySpan<double> Row(int i) => Rows.AsSpan(i * Variables, Variables);
}

/// <summary>How a quadratic program ended.</summary>
public abstract record QuadraticOutcome
{
    /// <summary>The minimum was found.</summary>
    /// <param name="X">Where it lies.</param>
    /// <param name="Multipliers">For each row, by how much the minimum rises per unit of its bound; not negative for inequalities.</param>
    /// <param name="Steps">Rows added to or dropped from the active set.</param>
    public sealed record Solved(double[] X, double[] Multipliers, int Steps) : QuadraticOutcome;

    /// <summary>No point satisfies these rows together.</summary>
    /// <param name="Rows">A row that cannot hold, first, and those that keep it from holding.</param>
    public sealed record Infeasible(IReadOnlyList<int> Rows) : QuadraticOutcome;

    /// <summary>Rounding kept the active set from settling.</summary>
    /// <param name="Steps">Rows added or dropped.</param>
    public sealed record Stalled(int Steps) : QuadraticOutcome;
}
