namespace Plenum.Numerics.Dense;

/// <summary>Estimates the 1-norm of an inverse from a few solves, without forming it.</summary>
/// <remarks>
/// Source: N. Higham (1988), "FORTRAN codes for estimating the one-norm of a real or complex matrix", ACM TOMS 14(4), algorithm 4.1,
/// after W. Hager (1984), "Condition estimates", SIAM J. Sci. Stat. Comput. 5(2). The estimate never exceeds the norm and is rarely
/// below a third of it. Cost: up to ten solves.
/// </remarks>
internal static class OneNormEstimate
{
    private const int MostIterations = 5;

    /// <summary>Solves in place.</summary>
    public delegate void InPlaceSolve(Span<double> rightHandSide);

    /// <summary>A lower bound, usually sharp, of the 1-norm of the inverse that <paramref name="solve"/> applies.</summary>
    public static double OfInverse(int n, InPlaceSolve solve, InPlaceSolve solveTransposed)
    {
        if (n == 0) { return 0; }
        var x = new double[n];
        var signs = new double[n];
        Array.Fill(x, 1.0 / n);
        solve(x);
        if (n == 1) { return Math.Abs(x[0]); }
        double estimate = AbsoluteSum(x);
        int lastUnit = -1;
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            bool sameSigns = true;
            for (int i = 0; i < n; i++)
            {
                double sign = x[i] >= 0 ? 1 : -1;
                sameSigns &= sign == signs[i];
                signs[i] = sign;
            }
            if (sameSigns) { break; }
            signs.CopyTo(x, 0);
            solveTransposed(x);
            int unit = LargestIndex(x);
            if (unit == lastUnit) { break; }
            lastUnit = unit;
            Array.Clear(x);
            x[unit] = 1;
            solve(x);
            double next = AbsoluteSum(x);
            if (!(next > estimate)) { break; }
            estimate = next;
        }
        return Math.Max(estimate, FromAlternatingVector(n, solve, x));
    }

    /// <summary>Higham's safeguard: a vector of growing entries with alternating signs, on which cancellation is unlikely.</summary>
    private static double FromAlternatingVector(int n, InPlaceSolve solve, double[] x)
    {
        for (int i = 0; i < n; i++) { x[i] = (i % 2 == 0 ? 1 : -1) * (1 + (double)i / (n - 1)); }
        solve(x);
        return 2 * AbsoluteSum(x) / (3.0 * n);
    }

    private static double AbsoluteSum(double[] x)
    {
        double sum = 0;
        foreach (double value in x) { sum += Math.Abs(value); }
        return sum;
    }

    private static int LargestIndex(double[] x)
    {
        int largest = 0;
        for (int i = 1; i < x.Length; i++)
        {
            if (Math.Abs(x[i]) > Math.Abs(x[largest])) { largest = i; }
        }
        return largest;
    }
}
