using Plenum.Benchmarks.HandWritten;
using Plenum.Engine;

namespace Plenum.Benchmarks.Equations;

/// <summary>Brings values into the columns of the hand-written model.</summary>
internal static class HandWrittenRows
{
    /// <summary>The values of paths, periods x <see cref="HandWrittenChina.Names"/>, row-major.</summary>
    /// <exception cref="InvalidOperationException">The hand-written model has a name that the model has not.</exception>
    public static double[] Of(Paths paths)
    {
        int[] columns = [.. HandWrittenChina.Names.Select(name => paths.Model.Find(name)?.Column ?? throw new InvalidOperationException($"The model no longer has '{name}'; bring HandWrittenChina up to date."))];
        var rows = new double[paths.Count * columns.Length];
        for (int t = 0; t < paths.Count; t++)
        {
            for (int c = 0; c < columns.Length; c++) { rows[(t * columns.Length) + c] = paths.Row(t)[columns[c]]; }
        }

        return rows;
    }
}
