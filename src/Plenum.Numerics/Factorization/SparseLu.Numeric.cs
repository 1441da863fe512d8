using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plenum.Numerics.Factorization;

public sealed partial class SparseLu
{
    /// <summary>Computes the factors of new values on the same pattern with the same pivots, without allocation.</summary>
    /// <param name="values">Values of the matrix, in the order of the pattern's entries.</param>
    /// <returns>Whether the pivots still serve; where they do not, call <see cref="TryFactorise"/> with these values.</returns>
    /// <exception cref="ArgumentException">There is not one value for each entry.</exception>
    /// <remarks>Cost: one multiply-add for each product of a lower and an upper entry.</remarks>
    public PivotQuality Refactorise(ReadOnlySpan<double> values)
    {
        RequireValues(_symbolic, values);
        CopyAbove(values);
        var quality = PivotQuality.Good;
        for (int k = 0; k < _diagonal.Length; k++)
        {
            FillColumn(k, values);
            double pivot = _diagonal[k];
            if (pivot == 0 || !double.IsFinite(pivot)) { return PivotQuality.Unusable; }
            if (DivideByPivot(k, pivot) * _options.PoorPivot > Math.Abs(pivot) * _scaleOfStep[k]) { quality = PivotQuality.Poor; }
        }
        return quality;
    }

    private void CopyAbove(ReadOnlySpan<double> values)
    {
        int[] sources = _structure.Above.Sources;
        for (int p = 0; p < sources.Length; p++) { _above[p] = values[sources[p]]; }
    }

    /// <summary>Computes the upper entries and the pivot of column k, and its lower entries before division.</summary>
    private void FillColumn(int k, ReadOnlySpan<double> values)
    {
        // Spans would check each of the scattered indices; the structure vouches for all of them.
        ref double x = ref MemoryMarshal.GetArrayDataReference(_work);
        ref double lower = ref MemoryMarshal.GetArrayDataReference(_lower);
        ref double upper = ref MemoryMarshal.GetArrayDataReference(_upper);
        ref double value = ref MemoryMarshal.GetReference(values);
        ref int lowerStart = ref MemoryMarshal.GetArrayDataReference(_structure.LowerStarts);
        ref int lowerRow = ref MemoryMarshal.GetArrayDataReference(_structure.LowerRows);
        ref int upperRow = ref MemoryMarshal.GetArrayDataReference(_structure.UpperRows);
        ref int insideRow = ref MemoryMarshal.GetArrayDataReference(_structure.Inside.Rows);
        ref int insideSource = ref MemoryMarshal.GetArrayDataReference(_structure.Inside.Sources);

        for (int p = _structure.Inside.Starts[k]; p < _structure.Inside.Starts[k + 1]; p++)
        {
            Unsafe.Add(ref x, Unsafe.Add(ref insideRow, p)) = Unsafe.Add(ref value, Unsafe.Add(ref insideSource, p));
        }
        int upperEnd = _structure.UpperStarts[k + 1];
        for (int p = _structure.UpperStarts[k]; p < upperEnd; p++)
        {
            int step = Unsafe.Add(ref upperRow, p);
            double factor = Unsafe.Add(ref x, step);
            Unsafe.Add(ref x, step) = 0;
            Unsafe.Add(ref upper, p) = factor;
            int end = Unsafe.Add(ref lowerStart, step + 1);
            for (int q = Unsafe.Add(ref lowerStart, step); q < end; q++)
            {
                Unsafe.Add(ref x, Unsafe.Add(ref lowerRow, q)) -= Unsafe.Add(ref lower, q) * factor;
            }
        }
        _diagonal[k] = Unsafe.Add(ref x, k);
        Unsafe.Add(ref x, k) = 0;
        int lowerEnd = Unsafe.Add(ref lowerStart, k + 1);
        for (int q = Unsafe.Add(ref lowerStart, k); q < lowerEnd; q++)
        {
            int row = Unsafe.Add(ref lowerRow, q);
            Unsafe.Add(ref lower, q) = Unsafe.Add(ref x, row);
            Unsafe.Add(ref x, row) = 0;
        }
    }

    /// <summary>Turns the lower entries of column k into multipliers; returns the largest of them before, by the scale of its row.</summary>
    private double DivideByPivot(int k, double pivot)
    {
        double largest = 0;
        int begin = _structure.LowerStarts[k];
        var rows = _structure.LowerRows.AsSpan(begin, _structure.LowerStarts[k + 1] - begin);
        var entries = _lower.AsSpan(begin, rows.Length);
        for (int p = 0; p < rows.Length; p++)
        {
            largest = Math.Max(largest, Math.Abs(entries[p]) * _scaleOfStep[rows[p]]);
            entries[p] /= pivot;
        }
        return largest;
    }

    private static void RequireValues(SymbolicLu symbolic, ReadOnlySpan<double> values)
    {
        if (values.Length != symbolic.Pattern.EntryCount)
        {
            throw new ArgumentException($"The pattern has {symbolic.Pattern.EntryCount} entries but there are {values.Length} values.", nameof(values));
        }
    }
}
