using Plenum.Numerics.Dense;

namespace Plenum.Engine.Planning;

/// <summary>How the goals of a plan curve: the part of the Hessian of its Lagrangian that a Gauss-Newton step leaves out.</summary>
/// <remarks>
/// <para>
/// The exact derivatives of the goals, weighted by their prices, are differenced along each instrument from both sides, by
/// <see cref="RelativeStep"/> of the room between its bounds, or of its size and at least one where it has none. The error falls with the square of
/// that step, and rounding of the derivatives, about 1e-12, is divided by it. Cost: two solved paths and two sets of derivatives an instrument.
/// </para>
/// <para>
/// Source: J. Nocedal and S. Wright (2006), "Numerical Optimization", 2nd ed., sections 8.1 (differences of gradients) and 18.4; and 3.4 for
/// the multiple of a diagonal that makes a Hessian positive definite.
/// </para>
/// </remarks>
internal static class PlanCurvature
{
    /// <summary>The step, as a part of an instrument's room.</summary>
    public const double RelativeStep = 1e-3;

    private const double FirstShift = 1e-3;
    private const int MaxShifts = 30;

    /// <summary>Minus the sum over goals of price times second derivatives; null where the model cannot be solved close by.</summary>
    /// <param name="system">The goals; its path is afterwards that of <paramref name="sizes"/> again.</param>
    /// <param name="sizes">The sizes of the instruments.</param>
    /// <param name="prices">The price of each goal.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <returns>Instruments x instruments, row-major and symmetric.</returns>
    public static double[]? At(PlanSystem system, double[] sizes, double[] prices, CancellationToken cancellation)
    {
        int n = sizes.Length;
        var values = new double[prices.Length];
        var jacobian = new double[prices.Length * n];
        var curvature = new double[n * n];
        bool isKnown = true;
        for (int j = 0; j < n && isKnown; j++)
        {
            double step = Step(system.Problem.Instruments[j], sizes[j]);
            for (int side = -1; side <= 1 && isKnown; side += 2)
            {
                double[] moved = [.. sizes];
                moved[j] += side * step;
                isKnown = system.Evaluate(moved, values, cancellation) is null && system.Differentiate(jacobian) is null;
                for (int i = 0; i < prices.Length; i++)
                {
                    for (int k = 0; k < n; k++) { curvature[(k * n) + j] -= side * prices[i] * jacobian[(i * n) + k] / (2.0 * step); }
                }
            }
        }

        // Back to the sizes, so that derivatives and path belong together.
        if (system.Evaluate(sizes, values, cancellation) is not null || !isKnown || !curvature.All(double.IsFinite)) { return null; }
        for (int j = 0; j < n; j++)
        {
            for (int k = 0; k < j; k++) { curvature[(j * n) + k] = curvature[(k * n) + j] = 0.5 * (curvature[(j * n) + k] + curvature[(k * n) + j]); }
        }

        return curvature;
    }

    /// <summary>Adds to the diagonal of a Hessian, in place, as little as makes it safely positive definite.</summary>
    /// <param name="hessian">Order x order, row-major.</param>
    /// <param name="order">Its order.</param>
    public static void MakeConvex(double[] hessian, int order)
    {
        double[] diagonal = [.. Enumerable.Range(0, order).Select(j => hessian[(j * order) + j])];
        double largest = diagonal.Max(Math.Abs);
        double shift = 0.0;
        for (int round = 0; round < MaxShifts; round++)
        {
            for (int j = 0; j < order; j++) { hessian[(j * order) + j] = diagonal[j] + (shift * Math.Max(Math.Abs(diagonal[j]), 1e-8 * largest)); }
            if (Cholesky.TryFactorise([.. hessian], order)) { return; }
            shift = shift == 0.0 ? FirstShift : 4.0 * shift;
        }
    }

    private static double Step(PlanInstrument instrument, double size)
    {
        double room = instrument.High - instrument.Low;
        return RelativeStep * (double.IsFinite(room) && room > 0.0 ? room : Math.Max(1.0, Math.Abs(size)));
    }
}
