namespace Plenum.Engine.Solving.PeriodByPeriod.Lanes;

/// <summary>The reduced Jacobian of a torn block at the solved baseline in one period.</summary>
/// <param name="Inverse">Its inverse, n x n, row-major; not finite where it is singular.</param>
/// <param name="Diagonal">Its diagonal.</param>
internal sealed record BaselineJacobian(double[] Inverse, double[] Diagonal);
