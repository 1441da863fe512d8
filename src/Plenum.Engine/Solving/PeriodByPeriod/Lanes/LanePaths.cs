using System.Runtime.InteropServices;
using Plenum.Numerics.Lanes;

namespace Plenum.Engine.Solving.PeriodByPeriod.Lanes;

/// <summary>The values of every name over a window of periods in several lanes, such as one draw in each.</summary>
/// <remarks>Shape: periods x columns x lanes, row-major, so that a lag is a constant offset in every lane.</remarks>
internal sealed class LanePaths
{
    /// <summary>Puts the same paths into every lane.</summary>
    public LanePaths(Paths paths)
    {
        (Columns, Count) = (paths.Columns, paths.Count);
        Values = new double[paths.Values.Length * Lane.Count];
        for (int i = 0; i < paths.Values.Length; i++) { Values.AsSpan(i * Lane.Count, Lane.Count).Fill(paths.Values[i]); }
    }

    public int Columns { get; }

    /// <summary>Periods of the window.</summary>
    public int Count { get; }

    public double[] Values { get; }

    /// <summary>First lane of the first column of the t-th period.</summary>
    public ref double At(int t) => ref Values[t * Columns * Lane.Count];

    /// <summary>The lanes of one column of the t-th period.</summary>
    public Span<double> At(int t, int column) => MemoryMarshal.CreateSpan(ref Values[((t * Columns) + column) * Lane.Count], Lane.Count);
}
