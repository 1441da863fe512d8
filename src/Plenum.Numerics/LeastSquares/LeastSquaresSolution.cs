namespace Plenum.Numerics.LeastSquares;

/// <summary>The least-squares coefficients of one set of observations.</summary>
/// <param name="Coefficients">One for each original column; zero for a column that depends on others.</param>
/// <param name="RotatedObservations">The first rank entries of Q' b: the contribution of each place of the column order to the fit.</param>
/// <param name="ResidualSumOfSquares">The sum of squares of b - A x.</param>
public sealed record LeastSquaresSolution(IReadOnlyList<double> Coefficients, IReadOnlyList<double> RotatedObservations, double ResidualSumOfSquares);
