using System.Diagnostics.CodeAnalysis;

namespace Plenum.Numerics.Factorization;

/// <summary>The LU factors of a square sparse matrix, which can be refilled with new values on the same pattern and pivots.</summary>
/// <remarks>
/// With rows by pivot step and columns in the analysed order, each diagonal block of P A Q equals its L U; what stands above the blocks is kept as it is.
/// One instance serves one thread at a time, since solves use its workspace.
/// Sources: J. Gilbert and T. Peierls (1988), "Sparse partial pivoting in time proportional to arithmetic operations", SIAM J. Sci. Stat. Comput. 9(5);
/// T. Davis and E. Palamadai Natarajan (2010), "Algorithm 907: KLU", ACM TOMS 37(3). No code is taken from either.
/// </remarks>
public sealed partial class SparseLu
{
    private readonly SymbolicLu _symbolic;
    private readonly LuOptions _options;
    private readonly LuStructure _structure;
    private readonly double[] _scaleOfStep;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _diagonal;
    private readonly double[] _above;
    private readonly double[] _work;

    private SparseLu(SymbolicLu symbolic, LuOptions options, LuStructure structure, double[] scaleOfStep)
    {
        _symbolic = symbolic;
        _options = options;
        _structure = structure;
        _scaleOfStep = scaleOfStep;
        _lower = new double[structure.LowerRows.Length];
        _upper = new double[structure.UpperRows.Length];
        _diagonal = new double[symbolic.Order];
        _above = new double[structure.Above.Rows.Length];
        _work = new double[symbolic.Order];
    }

    /// <summary>The analysis that the factors follow.</summary>
    public SymbolicLu Symbolic => _symbolic;

    /// <summary>Count of entries of both factors, the diagonal counted once, and of the entries above the diagonal blocks.</summary>
    public int EntryCount => _lower.Length + _upper.Length + _diagonal.Length + _above.Length;

    /// <summary>The original row of each pivot step.</summary>
    public ReadOnlySpan<int> RowOfStep => _structure.RowOfStep;

    /// <summary>Chooses pivots for these values and factorises.</summary>
    /// <param name="symbolic">Analysis of the pattern.</param>
    /// <param name="values">Values of the matrix, in the order of the pattern's entries.</param>
    /// <param name="lu">The factors, or null.</param>
    /// <param name="deficiency">What makes the matrix singular, or null.</param>
    /// <param name="options">How pivots are chosen; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is not one value for each entry.</exception>
    public static bool TryFactorise(
        SymbolicLu symbolic,
        ReadOnlySpan<double> values,
        [NotNullWhen(true)] out SparseLu? lu,
        [NotNullWhen(false)] out Deficiency? deficiency,
        LuOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(symbolic);
        RequireValues(symbolic, values);
        options ??= LuOptions.Default;
        lu = null;
        deficiency = symbolic.Deficiency ?? NotFinite(symbolic.Pattern, values);
        if (deficiency is not null) { return false; }
        var elimination = new LeftLookingElimination(symbolic, values, options);
        var structure = elimination.Run(values);
        var factors = new SparseLu(symbolic, options, structure, elimination.ScaleOfStep());
        deficiency = factors.Fill(values, elimination.SuspiciousSteps);
        lu = deficiency is null ? factors : null;
        return lu is not null;
    }
}
