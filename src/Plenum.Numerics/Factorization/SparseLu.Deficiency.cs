using Plenum.Numerics.Sparse;

namespace Plenum.Numerics.Factorization;

public sealed partial class SparseLu
{
    /// <summary>What a lifted pivot amounts to, relative to the largest entry of its row: half the digits.</summary>
    private const double Lift = 1e-8;

    /// <summary>Fills the factors for the first time, unless the pivots turn out to be rounding.</summary>
    private Deficiency? Fill(ReadOnlySpan<double> values, IReadOnlyList<int> suspiciousSteps) =>
        suspiciousSteps.Count == 0 ? FillOrName(values) : FindDependencies(values, suspiciousSteps) ?? FillOrName(values);

    private Deficiency? FillOrName(ReadOnlySpan<double> values)
    {
        if (Refactorise(values) != PivotQuality.Unusable) { return null; }
        int step = Array.FindIndex(_diagonal, pivot => pivot == 0 || !double.IsFinite(pivot));
        return _diagonal[step] == 0
            ? FindDependencies(values, [step])
            : new Deficiency(DeficiencyKind.NotFinite, [_structure.RowOfStep[step]], [_symbolic.ColumnOrder[step]]);
    }

    /// <summary>
    /// Fills the factors with suspicious pivots lifted well above rounding, so that solves stay accurate apart from the null vectors
    /// which they bring out, and judges by those vectors.
    /// </summary>
    private Deficiency? FindDependencies(ReadOnlySpan<double> values, IReadOnlyList<int> suspiciousSteps)
    {
        CopyAbove(values);
        var vanished = new List<int>();
        int next = 0;
        for (int k = 0; k < _diagonal.Length; k++)
        {
            FillColumn(k, values);
            bool isSuspicious = next < suspiciousSteps.Count && suspiciousSteps[next] == k;
            if (isSuspicious) { next++; }
            if (_diagonal[k] == 0) { vanished.Add(k); }
            double lifted = Lift / _scaleOfStep[k];
            if (_diagonal[k] == 0 || (isSuspicious && Math.Abs(_diagonal[k]) < lifted)) { _diagonal[k] = lifted; }
            DivideByPivot(k, _diagonal[k]);
        }
        return new DependencyFinder(this, values).Examine(suspiciousSteps, vanished);
    }

    private static Deficiency? NotFinite(SparsePattern pattern, ReadOnlySpan<double> values)
    {
        var rows = new SortedSet<int>();
        var columns = new SortedSet<int>();
        for (int j = 0; j < pattern.ColumnCount; j++)
        {
            for (int p = pattern.Starts[j]; p < pattern.Starts[j + 1]; p++)
            {
                if (double.IsFinite(values[p])) { continue; }
                rows.Add(pattern.Rows[p]);
                columns.Add(j);
            }
        }
        return rows.Count == 0 ? null : new Deficiency(DeficiencyKind.NotFinite, [.. rows], [.. columns]);
    }
}
